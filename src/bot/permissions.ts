import {
  type BaseInteraction,
  type GuildTextBasedChannel,
  PermissionFlagsBits,
  type PermissionsBitField,
} from 'discord.js';
import type { ChannelPermission } from '../digest/service.ts';

/**
 * What the bot lacks for posting in a channel and replying there.
 * @param own the bot's permissions in the channel
 * @returns empty if it lacks nothing
 */
export function missingPermissions(
  own: Readonly<PermissionsBitField>,
  isThread: boolean,
): ChannelPermission[] {
  const needed: ChannelPermission[] = ['ViewChannel', sendingIn(isThread), 'ReadMessageHistory'];
  return needed.filter((name) => !own.has(PermissionFlagsBits[name]));
}

/**
 * Whether a person may write where they use the bot. Who may not gets no public post by it either: Discord asks that of
 * nobody who presses a button or uses a menu.
 */
export function mayWriteHere(interaction: BaseInteraction): boolean {
  const { guildId, channel, memberPermissions } = interaction;
  if (guildId === null) return true;
  if (isTimedOut(interaction)) return false;
  if (channel && !channel.isDMBased()) return mayWriteIn(channel, memberPermissions);
  // The bot knows all channels of its servers, but only threads that are open. Of other servers it knows nothing, and
  // asks for the permission that counts in all but threads.
  return memberPermissions?.has(PermissionFlagsBits[sendingIn(interaction.inCachedGuild())]) === true;
}

/**
 * Whether a member may write in another channel of the server where they use the bot.
 * @throws if Discord does not answer
 */
export async function mayWriteThere(interaction: BaseInteraction, id: string): Promise<boolean> {
  if (id === interaction.channelId) return mayWriteHere(interaction);
  if (!interaction.inCachedGuild() || isTimedOut(interaction)) return false;
  const channel = await interaction.client.channels.fetch(id);
  if (!channel?.isTextBased() || channel.isDMBased()) return false;
  return mayWriteIn(channel, channel.permissionsFor(interaction.member));
}

function mayWriteIn(
  channel: GuildTextBasedChannel,
  permissions: Readonly<PermissionsBitField> | null,
): boolean {
  const isThread = channel.isThread();
  const isLocked = isThread && channel.locked === true;
  const needed = [
    PermissionFlagsBits.ViewChannel,
    PermissionFlagsBits[sendingIn(isThread)],
    ...(isLocked ? [PermissionFlagsBits.ManageThreads] : []),
  ];
  return permissions?.has(needed) === true;
}

function sendingIn(isThread: boolean): 'SendMessages' | 'SendMessagesInThreads' {
  return isThread ? 'SendMessagesInThreads' : 'SendMessages';
}

/** Whether the server does not let a member speak for a time. */
function isTimedOut({ member }: BaseInteraction): boolean {
  if (!member) return false;
  if ('isCommunicationDisabled' in member) return member.isCommunicationDisabled();
  return Date.parse(member.communication_disabled_until ?? '') > Date.now();
}
