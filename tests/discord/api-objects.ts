import { mayView } from './permissions.ts';
import {
  type Channel,
  channelTypes,
  type Guild,
  isVoice,
  type RegisteredCommand,
  type Thread,
  type User,
  type World,
} from './world.ts';

// The objects of the world as Discord sends them.

export type ApiObject = Record<string, unknown>;

export const apiUser = (user: User): ApiObject => ({
  id: user.id,
  username: user.name,
  discriminator: '0',
  global_name: user.isBot ? null : user.name,
  avatar: null,
  bot: user.isBot,
  public_flags: 0,
  flags: 0,
  primary_guild: null,
});

export const apiMember = (user: User, permissions?: bigint): ApiObject => ({
  user: apiUser(user),
  nick: null,
  avatar: null,
  roles: [],
  joined_at: '2024-01-01T00:00:00.000Z',
  premium_since: null,
  deaf: false,
  mute: false,
  pending: false,
  flags: 0,
  communication_disabled_until: null,
  ...(permissions === undefined ? {} : { permissions: permissions.toString() }),
});

export function apiChannel(channel: Channel): ApiObject {
  const { guild, thread } = channel;
  if (thread) return apiThread(channel, thread);
  if (!guild) {
    return {
      id: channel.id,
      type: channel.type,
      last_message_id: null,
      flags: 0,
      recipients: channel.recipients.map(apiUser),
    };
  }
  return {
    id: channel.id,
    type: channel.type,
    guild_id: guild.id,
    name: channel.name,
    position: guild.channels.indexOf(channel),
    parent_id: null,
    topic: null,
    nsfw: false,
    last_message_id: null,
    rate_limit_per_user: 0,
    flags: 0,
    ...(isVoice(channel.type) && { bitrate: 64_000, user_limit: 0, rtc_region: null }),
    // What the bot may do in the channel is sent as one overwrite for everyone.
    permission_overwrites: [
      {
        id: guild.id,
        type: 0,
        allow: channel.appPermissions.toString(),
        deny: (guild.appPermissions & ~channel.appPermissions).toString(),
      },
      ...[...channel.denied].map(([id, deny]) => ({ id, type: 1, allow: '0', deny: deny.toString() })),
    ],
  };
}

const partialFields = new Set(
  'id name type last_message_id nsfw parent_id guild_id flags rate_limit_per_user topic position thread_metadata'.split(
    ' ',
  ),
);

/**
 * A channel among the resolved data of an option, with what the person who chose it may do there. "Partial `Channel`
 * objects only have `id`, `name`, `type`, `permissions`, … `last_message_id`, … `nsfw`, `parent_id`, `guild_id`,
 * `flags`, `rate_limit_per_user`, `topic` and `position` fields. Threads will also have the `thread_metadata` field."
 */
export function apiPartialChannel(channel: Channel, permissions: bigint): ApiObject {
  const fields = Object.entries(apiChannel(channel)).filter(([name]) => partialFields.has(name));
  return { ...Object.fromEntries(fields), permissions: permissions.toString() };
}

/**
 * A thread has no overwrites of its own, and a `member` if the bot has joined it, without ids: they "are omitted
 * on the member sent within each thread in the GUILD_CREATE event".
 */
function apiThread({ id, type, name, guild }: Channel, thread: Thread): ApiObject {
  const joined = new Date(thread.startedAt).toISOString();
  return {
    id,
    type,
    guild_id: guild?.id,
    name,
    parent_id: thread.parent.id,
    owner_id: thread.ownerId,
    last_message_id: null,
    rate_limit_per_user: 0,
    flags: 0,
    // Only approximate at Discord, and so nothing to build on.
    message_count: 0,
    total_message_sent: 0,
    member_count: 1,
    thread_metadata: threadMetadata(type, thread),
    ...(thread.hasJoined ? { member: { join_timestamp: joined, flags: 0 } } : {}),
  };
}

const threadMetadata = (type: number, { archived, locked, archivedAt, startedAt }: Thread): ApiObject => ({
  archived,
  locked,
  auto_archive_duration: 1440,
  archive_timestamp: new Date(archivedAt).toISOString(),
  create_timestamp: new Date(startedAt).toISOString(),
  ...(type === channelTypes.privateThread ? { invitable: true } : {}),
});

export function apiGuild(world: World, guild: Guild): ApiObject {
  const role = (id: string, name: string, permissions: bigint, position: number) => ({
    id,
    name,
    permissions: permissions.toString(),
    position,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: false,
    mentionable: false,
    flags: 0,
  });
  return {
    id: guild.id,
    name: guild.name,
    preferred_locale: guild.locale,
    owner_id: '1',
    unavailable: false,
    large: false,
    member_count: world.users.size,
    joined_at: '2024-01-01T00:00:00.000Z',
    features: [],
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    mfa_level: 0,
    nsfw_level: 0,
    premium_tier: 0,
    afk_timeout: 300,
    system_channel_flags: 0,
    roles: [
      role(guild.id, '@everyone', guild.appPermissions, 0),
      ...guild.roles.map(({ id, name }, index) => role(id, name, 0n, index + 1)),
    ],
    channels: guild.channels.map(apiChannel),
    members: [apiMember(world.bot)],
    // "All active threads in the guild that current user has permission to view".
    threads: guild.threads.filter((thread) => !thread.thread?.archived && mayView(thread)).map(apiChannel),
    emojis: [],
    stickers: [],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

export function apiCommand(world: World, command: RegisteredCommand): ApiObject {
  const { guildId, ...definition } = command;
  return {
    application_id: world.applicationId,
    description: '',
    default_member_permissions: null,
    dm_permission: true,
    nsfw: false,
    ...(guildId === null ? { contexts: null, integration_types: [0] } : { guild_id: guildId }),
    ...definition,
  };
}
