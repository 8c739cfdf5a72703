import { apiChannel } from './api-objects.ts';
import { type Gateway, intents } from './gateway.ts';
import { directMessagePermissions, mayView, usualAppPermissions } from './permissions.ts';
import { type Channel, channelTypes, type Guild, isThread, type User, type World } from './world.ts';

export interface NewChannel {
  id?: string;
  name: string;
  /** A text channel by default. */
  type?: number;
  /** What the bot may do there, if that is not what it may do in the whole server. Not for threads. */
  appPermissions?: bigint;
  /** For threads alone, the parent channel: what the bot may do there, it may do in the thread. */
  parent?: Channel;
  /** For threads; by default open, and without the bot. */
  archived?: boolean;
  locked?: boolean;
  hasJoined?: boolean;
  /** For threads, who started it. */
  ownerId?: string;
}

export interface NewGuild {
  id?: string;
  name?: string;
  locale?: string;
  channels?: (string | NewChannel)[];
  roles?: string[];
  appPermissions?: bigint;
  /** False for a server that never installed the app, so that only a user brings it along. */
  hasBot?: boolean;
}

/** Makes servers, channels and threads, and changes them as people do; a connected bot learns of it as from Discord. */
export class Places {
  readonly #world: World;
  readonly #gateway: Gateway;

  constructor(world: World, gateway: Gateway) {
    this.#world = world;
    this.#gateway = gateway;
  }

  /** Adds a server with its channels. */
  addGuild({
    id,
    name = 'A server',
    locale = 'en-US',
    channels = ['general'],
    roles = [],
    ...rest
  }: NewGuild = {}): Guild {
    const guild: Guild = {
      id: id ?? this.#world.snowflake(),
      name,
      locale,
      channels: [],
      threads: [],
      roles: roles.map((role) => ({ id: this.#world.snowflake(), name: role })),
      appPermissions: rest.appPermissions ?? usualAppPermissions,
      hasBot: rest.hasBot ?? true,
      isOut: false,
    };
    this.#world.guilds.set(guild.id, guild);
    for (const channel of channels) {
      this.#world.addChannel(
        this.#channelOf(guild, typeof channel === 'string' ? { name: channel } : channel),
      );
    }
    if (guild.hasBot) this.#gateway.announceGuild(guild);
    return guild;
  }

  /** Adds a channel or a thread to a server. */
  addChannel(guild: Guild, given: NewChannel): Channel {
    const channel = this.#channelOf(guild, given);
    this.#world.addChannel(channel);
    if (channel.thread) this.#tell('THREAD_CREATE', channel, { ...apiChannel(channel), newly_created: true });
    else this.#tell('CHANNEL_CREATE', channel, apiChannel(channel));
    return channel;
  }

  /** Deletes a channel with its threads, or a thread; its id is unknown from then on. */
  deleteChannel(channel: Channel): void {
    const { guild, thread, type, id } = channel;
    if (!guild) throw new Error('Direct messages cannot be deleted');
    const gone = [channel, ...guild.threads.filter((each) => each.thread?.parent === channel)];
    for (const each of gone) this.#world.channels.delete(each.id);
    guild.channels = guild.channels.filter((each) => !gone.includes(each));
    guild.threads = guild.threads.filter((each) => !gone.includes(each));
    if (thread)
      this.#tell('THREAD_DELETE', channel, { id, guild_id: guild.id, parent_id: thread.parent.id, type });
    else this.#tell('CHANNEL_DELETE', channel, apiChannel(channel));
  }

  /** Changes what the bot may do in a channel, and so in its threads. */
  setPermissions(channel: Channel, appPermissions: bigint): void {
    const { guild, thread } = channel;
    if (thread || !guild) throw new Error('Only a channel of a server has permissions of its own');
    const couldView = mayView(channel);
    channel.appPermissions = appPermissions;
    this.#tell('CHANNEL_UPDATE', channel, apiChannel(channel));
    if (couldView || !mayView(channel)) return;
    // "If a user gains access to a channel, then the gateway may need to sync the active threads in that channel".
    const threads = guild.threads.filter(
      (each) => each.thread?.parent === channel && !each.thread.archived && mayView(each),
    );
    this.#tell('THREAD_LIST_SYNC', channel, {
      guild_id: guild.id,
      channel_ids: [channel.id],
      threads: threads.map(apiChannel),
      members: [],
    });
  }

  /** Removes the bot from a server: it loses access, and does not see the server when it connects again. */
  removeFromGuild(guild: Guild): void {
    this.#gateway.dispatch('GUILD_DELETE', { id: guild.id }, guild.id, intents.guilds);
    guild.hasBot = false;
    for (const channel of [...guild.channels, ...guild.threads]) channel.hasBot = false;
  }

  /** Makes a server unavailable, as an outage of Discord's does; returns how to end the outage. */
  guildOutage(guild: Guild): () => void {
    guild.isOut = true;
    this.#gateway.dispatch('GUILD_DELETE', { id: guild.id, unavailable: true }, guild.id, intents.guilds);
    return () => {
      guild.isOut = false;
      this.#gateway.announceGuild(guild);
    };
  }

  /** Direct messages between people, without the bot: only a user-installed app is seen there. */
  addPrivateChannel(recipients: User[]): Channel {
    const type = recipients.length > 2 ? channelTypes.groupMessage : channelTypes.directMessage;
    return this.#addMessages(type, recipients, false);
  }

  /** The direct messages between the bot and somebody. */
  directMessages(user: User): Channel {
    const existing = [...this.#world.channels.values()].find(
      ({ type, hasBot, recipients }) =>
        type === channelTypes.directMessage && hasBot && recipients.includes(user),
    );
    return existing ?? this.#addMessages(channelTypes.directMessage, [user], true);
  }

  /** Takes permissions in a channel, and so in its threads, from a member. */
  denyMember(channel: Channel, { id }: User, denied: bigint): void {
    channel.denied.set(id, denied);
    this.#tell('CHANNEL_UPDATE', channel, apiChannel(channel));
  }

  /** Archives, opens, locks or unlocks a thread. */
  setThread(channel: Channel, { archived, locked }: { archived?: boolean; locked?: boolean }): void {
    const { thread } = channel;
    if (!thread) throw new Error(`${channel.name} is not a thread`);
    if (archived !== undefined && archived !== thread.archived) {
      thread.archived = archived;
      thread.archivedAt = this.#world.clock.now();
    }
    thread.locked = locked ?? thread.locked;
    this.#tell('THREAD_UPDATE', channel, apiChannel(channel));
  }

  #channelOf(guild: Guild, given: NewChannel): Channel {
    const { id = this.#world.snowflake(), name, type = channelTypes.text } = given;
    const common = { id, type, name, guild, recipients: [], hasBot: guild.hasBot, denied: new Map() };
    if (!isThread(type)) {
      return { ...common, appPermissions: given.appPermissions ?? guild.appPermissions, thread: null };
    }
    const { parent, archived = false, locked = false, hasJoined = false, ownerId = '1' } = given;
    if (!parent || given.appPermissions !== undefined) {
      throw new Error(`The thread ${name} needs a parent, and has its permissions`);
    }
    const now = this.#world.clock.now();
    return {
      ...common,
      denied: parent.denied,
      get appPermissions() {
        return parent.appPermissions;
      },
      thread: { parent, ownerId, archived, locked, hasJoined, startedAt: now, archivedAt: now },
    };
  }

  #addMessages(type: number, recipients: User[], hasBot: boolean): Channel {
    const id = this.#world.snowflake();
    const appPermissions = directMessagePermissions;
    const nothing = { name: '', guild: null, thread: null, denied: new Map() };
    const channel = { id, type, ...nothing, appPermissions, recipients, hasBot };
    this.#world.addChannel(channel);
    return channel;
  }

  /** Sends an event about a channel; "clients will not be informed of a thread … if they do not have permission to view". */
  #tell(event: string, channel: Channel, data: unknown): void {
    const { guild, hasBot, thread } = channel;
    if (!guild || !hasBot || (thread && !mayView(channel))) return;
    this.#gateway.dispatch(event, data, guild.id, intents.guilds);
  }
}
