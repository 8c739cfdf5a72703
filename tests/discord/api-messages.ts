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

/** The types of messages that are sent with the message to which they refer: replies and the two others. */
const referringTypes = [19, 21, 23];

/**
 * A message as Discord sends it, without what the bot may not see; what it refers to is judged by itself.
 * `readsAll` says whether the bot has the message content intent: in the gateway its session, elsewhere the application.
 */
export function apiMessage(world: World, message: Message, { readsAll }: { readsAll: boolean }): ApiObject {
  const { repliesTo, type } = message;
  const itself = visibleMessage(world, message, readsAll);
  if (!repliesTo || !referringTypes.includes(type)) return itself;
  // "If the field exists but is null, the referenced message was deleted."
  const referenced = repliesTo.deleted ? null : visibleMessage(world, repliesTo, readsAll);
  return { ...itself, referenced_message: referenced };
}

/**
 * The message of a component as an interaction contains it. Its `message_reference` is there, but Discord "doesn't send
 * the referenced message with interaction payload" (discord-net/Discord.Net issue 2567).
 */
export const apiComponentMessage = (world: World, message: Message): ApiObject =>
  visibleMessage(world, message, world.readsAll);

/** The message on which a message command is used: the bot sees its content whoever it is for. */
export const apiTargetMessage = (world: World, message: Message): ApiObject => wholeMessage(world, message);

/**
 * What a message has in an event beside its own fields: in a server also a member, "missing for ephemeral messages and
 * messages from webhooks" (the bot's answers to interactions have one), for the author and "an additional partial member field" for each user that is mentioned.
 */
export function eventFields(world: World, message: Message): ApiObject {
  const { channel, author, isFromWebhook } = message;
  const { guild, type } = channel;
  if (!guild) return { channel_type: type };
  return {
    channel_type: type,
    guild_id: guild.id,
    ...(isFromWebhook ? {} : { member: partialMember(author) }),
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

function visibleMessage(world: World, message: Message, readsAll: boolean): ApiObject {
  const whole = wholeMessage(world, message);
  if (readsAll || isForBot(world, message)) return whole;
  const { poll: _poll, ...rest } = whole;
  const nothing = { content: '', embeds: [], attachments: [], components: [] };
  if (!message.forwards) return { ...rest, ...nothing };
  // Discord does not say what becomes of a snapshot; it has the same fields, so it is taken to be as empty.
  const snapshot = { ...apiSnapshot(world, message.forwards), ...nothing };
  return { ...rest, ...nothing, message_snapshots: [{ message: snapshot }] };
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
    attachments: message.attachments.map(({ content: _content, ...file }) => ({
      ...file,
      proxy_url: file.url,
    })),
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
          message_snapshots: [{ message: apiSnapshot(world, forwards) }],
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
function apiSnapshot(world: World, message: Message): ApiObject {
  const all = wholeMessage(world, message);
  const kept = [
    ...['type', 'content', 'embeds', 'attachments', 'components', 'flags', 'timestamp', 'edited_timestamp'],
    ...['mentions', 'mention_roles', 'sticker_items'],
  ];
  return Object.fromEntries(Object.entries(all).filter(([name]) => kept.includes(name)));
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
