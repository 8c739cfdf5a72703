import { type ApiObject, apiMember, apiUser } from './api-objects.ts';
import {
  channelTypes,
  type Interaction,
  isEphemeral,
  isLoading,
  type Message,
  type Poll,
  type User,
  type World,
} from './world.ts';

/** How much the bot sees of a message. */
export interface Reading {
  /** Whether it has the message content intent: by its session in the gateway, by the application elsewhere. */
  readsAll: boolean;
  /** Whether a message command was used on the message. */
  isTarget?: boolean;
}

/** The types of messages that are sent with the message to which they refer: replies and the two others. */
const referringTypes = [19, 21, 23];

/** A message as Discord sends it, without what the bot may not see; what it refers to is judged by itself. */
export function apiMessage(world: World, message: Message, reading: Reading): ApiObject {
  const { repliesTo, type } = message;
  return {
    ...visibleMessage(world, message, reading),
    // "If the field exists but is null, the referenced message was deleted."
    ...(repliesTo && referringTypes.includes(type)
      ? {
          referenced_message: repliesTo.deleted
            ? null
            : visibleMessage(world, repliesTo, { readsAll: reading.readsAll }),
        }
      : {}),
  };
}

/**
 * What a message has in an event beside its own fields: in a server also a member, "missing for ephemeral messages and
 * messages from webhooks", for the author and "an additional partial member field" for each user that is mentioned.
 */
export function eventFields(world: World, message: Message): ApiObject {
  const { channel, author, isFromWebhook, interaction } = message;
  const { guild, type } = channel;
  if (!guild) return { channel_type: type };
  return {
    channel_type: type,
    guild_id: guild.id,
    ...(isFromWebhook || interaction ? {} : { member: partialMember(author) }),
    mentions: mentioned(world, message).map((user) => ({ ...apiUser(user), member: partialMember(user) })),
  };
}

function partialMember(user: User): ApiObject {
  const { user: _user, ...member } = apiMember(user);
  return member;
}

const mentioned = (world: World, { pings }: Message): User[] =>
  pings.users.flatMap((id) => world.users.get(id) ?? []);

/**
 * Apps without the intent "will receive empty values in fields that contain user-inputted content with a few
 * exceptions: Content in messages that an app sends. Content in DMs with the app. Content in which the app is
 * mentioned. Content of the message a message context menu command is used on". A mention of one of its roles or of
 * everyone is none of the app. https://discord.com/developers/docs/events/gateway#message-content-intent
 */
const isForBot = (world: World, { author, channel, pings }: Message): boolean =>
  author === world.bot ||
  (channel.type === channelTypes.directMessage && channel.hasBot) ||
  pings.users.includes(world.bot.id);

function visibleMessage(world: World, message: Message, { readsAll, isTarget = false }: Reading): ApiObject {
  const whole = wholeMessage(world, message);
  if (readsAll || isTarget || isForBot(world, message)) return whole;
  const { poll: _poll, message_snapshots: snapshots, ...rest } = whole;
  const nothing = { content: '', embeds: [], attachments: [], components: [] };
  return {
    ...rest,
    ...nothing,
    // Discord does not say what becomes of snapshots; they have the same fields, so they are taken to be as empty.
    ...(message.forwards && Array.isArray(snapshots)
      ? { message_snapshots: snapshots.map((snapshot) => ({ message: { ...snapshot.message, ...nothing } })) }
      : {}),
  };
}

function wholeMessage(world: World, message: Message): ApiObject {
  const { interaction, repliesTo, forwards, poll, stickers, channel } = message;
  return {
    id: message.id,
    channel_id: channel.id,
    type: message.type,
    author: { ...apiUser(message.author), ...(message.isFromWebhook && { bot: true }) },
    content: message.content,
    embeds: message.embeds.map((embed) => ({ type: 'rich', ...embed })),
    components: message.components,
    attachments: message.attachments.map(({ content: _content, ...attachment }) => attachment),
    flags: message.flags,
    timestamp: new Date(message.sentAt).toISOString(),
    edited_timestamp: message.editedAt === null ? null : new Date(message.editedAt).toISOString(),
    mentions: mentioned(world, message).map(apiUser),
    mention_roles: message.pings.roles,
    mention_everyone: message.pings.everyone,
    pinned: false,
    tts: false,
    ...(message.nonce === null ? {} : { nonce: message.nonce }),
    ...(message.isFromWebhook ? { webhook_id: message.author.id } : {}),
    ...(repliesTo ? { message_reference: { type: 0, ...referenceTo(repliesTo) } } : {}),
    ...(forwards
      ? {
          message_reference: { type: 1, ...referenceTo(forwards) },
          message_snapshots: [apiSnapshot(world, forwards)],
        }
      : {}),
    ...(poll ? { poll: apiPoll(poll) } : {}),
    ...(stickers.length > 0
      ? { sticker_items: stickers.map((name) => ({ id: message.id, name, format_type: 1 })) }
      : {}),
    ...(interaction
      ? {
          webhook_id: world.applicationId,
          application_id: world.applicationId,
          interaction_metadata: {
            id: interaction.id,
            type: interaction.type,
            user: apiUser(interaction.user),
            authorizing_integration_owners: interaction.payload.authorizing_integration_owners,
            ...(interaction.commandName === null ? {} : { name: interaction.commandName }),
          },
        }
      : {}),
  };
}

/** "These messages have `message_id` and `channel_id`, and `guild_id` if it is in a guild". */
const referenceTo = ({ id, channel }: Message): ApiObject => ({
  message_id: id,
  channel_id: channel.id,
  ...(channel.guild ? { guild_id: channel.guild.id } : {}),
});

/** "The message associated with the `message_reference`. This is a minimal subset of fields in a message (e.g. `author` is excluded.)" */
function apiSnapshot(world: World, message: Message): { message: ApiObject } {
  const all = wholeMessage(world, message);
  const kept = [
    ...['type', 'content', 'embeds', 'attachments', 'components', 'flags', 'timestamp', 'edited_timestamp'],
    ...['mentions', 'mention_roles', 'sticker_items'],
  ];
  return { message: Object.fromEntries(Object.entries(all).filter(([name]) => kept.includes(name))) };
}

function apiPoll({ question, answers }: Poll): ApiObject {
  return {
    question,
    answers: answers.map((answer, at) => ({ answer_id: at + 1, ...answer })),
    expiry: '2100-01-01T00:00:00.000Z',
    allow_multiselect: false,
    layout_type: 1,
    results: { answer_counts: [], is_finalized: false },
  };
}

/** The answer to an interaction callback asked for with `with_response=true`. */
export function apiCallbackResponse(world: World, interaction: Interaction): ApiObject {
  const { acknowledgement, original } = interaction;
  return {
    interaction: {
      id: interaction.id,
      type: interaction.type,
      ...(original
        ? {
            response_message_id: original.id,
            response_message_loading: isLoading(original),
            response_message_ephemeral: isEphemeral(original),
          }
        : {}),
    },
    resource: {
      type: acknowledgement?.type,
      ...(original ? { message: apiMessage(world, original, world) } : {}),
    },
  };
}
