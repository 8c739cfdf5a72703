import { apiMessage, eventFields } from './api-messages.ts';
import { apiChannel } from './api-objects.ts';
import { type Gateway, intents } from './gateway.ts';
import { mayView } from './permissions.ts';
import { type Channel, isEphemeral, type Message, type World } from './world.ts';

// What the gateway tells the bot of messages: only where the bot is, of what it sees there, if its intents ask for it.

/** Tells of a message that is new, changed or gone. */
export function announce(
  world: World,
  gateway: Gateway,
  event: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE' | 'MESSAGE_DELETE',
  message: Message,
): void {
  const { id, channel } = message;
  if (isEphemeral(message) || !isHeard(channel)) return;
  gateway.dispatchEach(
    event,
    (session) =>
      event === 'MESSAGE_DELETE'
        ? { id, ...placeOf(channel) }
        : {
            ...apiMessage(world, message, { readsAll: (session.intents & intents.messageContent) !== 0 }),
            ...eventFields(world, message),
          },
    channel.guild?.id ?? null,
    neededIntent(channel),
  );
}

/** Tells of several messages of one channel that were deleted at once. */
export function announceBulkDeletion(gateway: Gateway, channel: Channel, messages: readonly Message[]): void {
  if (!isHeard(channel)) return;
  const ids = messages.map(({ id }) => id);
  gateway.dispatch(
    'MESSAGE_DELETE_BULK',
    { ids, ...placeOf(channel) },
    channel.guild?.id ?? null,
    neededIntent(channel),
  );
}

/** A message in an archived thread opens it again. */
export function reopen(world: World, gateway: Gateway, channel: Channel): void {
  const { thread, guild } = channel;
  if (!thread?.archived) return;
  thread.archived = false;
  thread.archivedAt = world.clock.now();
  gateway.dispatch('THREAD_UPDATE', apiChannel(channel), guild?.id ?? null, intents.guilds);
}

const isHeard = (channel: Channel): boolean => channel.hasBot && mayView(channel);

const neededIntent = ({ guild }: Channel): number => (guild ? intents.guildMessages : intents.directMessages);

const placeOf = ({ id, guild }: Channel) => ({
  channel_id: id,
  ...(guild ? { guild_id: guild.id } : {}),
});
