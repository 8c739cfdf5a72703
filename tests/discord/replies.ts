import type { MessageReference } from './message-rules.ts';
import { permissions } from './permissions.ts';
import { cannotReplyUnread, refuseForm } from './refusals.ts';
import { type Channel, isEphemeral, type Message, type World } from './world.ts';

/** The types of messages that people and bots write: all others are the system's. */
const writtenTypes = [0, 19, 20, 23];

/**
 * The message of this channel to which a new one of the bot's replies; null if it replies to none, or to one that is
 * gone and `fail_if_not_exists` is false. Refuses what Discord refuses: "this requires the `READ_MESSAGE_HISTORY`
 * permission, and the referenced message must exist and cannot be a system message", and be of the same channel.
 */
export function repliedTo(
  world: World,
  channel: Channel,
  reference: MessageReference | null,
): Message | null {
  if (!reference) return null;
  if (reference.type === 1) throw new Error('The stand-in does not let a bot forward messages');
  const { guild, appPermissions } = channel;
  if (guild && (appPermissions & permissions.readMessageHistory) === 0n) throw cannotReplyUnread();
  refuseOtherPlace(channel, reference);
  const message = world.messages.get(reference.message_id);
  if (!message || message.channel !== channel || message.deleted || isEphemeral(message)) {
    if (reference.fail_if_not_exists ?? true) refuse('MESSAGE_REFERENCE_UNKNOWN_MESSAGE', 'Unknown message');
    return null;
  }
  if (!writtenTypes.includes(message.type)) {
    refuse('MESSAGE_REFERENCE_SYSTEM_MESSAGE', 'Cannot reply to a system message');
  }
  return message;
}

/** "The channel_id and guild_id will be the same as the reply." Of the codes only the words are publicly known. */
function refuseOtherPlace({ id, guild }: Channel, reference: MessageReference): void {
  const isHere =
    (reference.channel_id ?? id) === id && (reference.guild_id ?? guild?.id ?? null) === (guild?.id ?? null);
  if (!isHere) {
    refuse('MESSAGE_REFERENCE_OTHER_CHANNEL', 'Cannot reply to a message in a different channel');
  }
}

const refuse = (code: string, message: string): void =>
  refuseForm([{ path: ['message_reference'], code, message }]);
