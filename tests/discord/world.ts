import type { CommandDefinition } from './command-rules.ts';
import type { Component } from './components.ts';
import type { Embed } from './message-rules.ts';
import type { Pings } from './pings.ts';
import { Waiting } from './waiting.ts';

/** Where the stand-in reads the time, in milliseconds since 1970; tests may move it by hand. */
export interface Clock {
  now(): number;
}

/** A clock that does not move until a test moves it. */
export function manualClock(start = Date.UTC(2026, 0, 1)): Clock & { advance(milliseconds: number): void } {
  let time = start;
  return {
    now: () => time,
    advance(milliseconds) {
      time += milliseconds;
    },
  };
}

export interface User {
  id: string;
  name: string;
  isBot: boolean;
}

export interface Role {
  id: string;
  name: string;
}

// https://discord.com/developers/docs/resources/channel#channel-object-channel-types
export const channelTypes = {
  text: 0,
  directMessage: 1,
  voice: 2,
  groupMessage: 3,
  category: 4,
  announcement: 5,
  announcementThread: 10,
  publicThread: 11,
  privateThread: 12,
  stage: 13,
  forum: 15,
  media: 16,
} as const;

/** Whether a channel type is one of the three kinds of thread. */
export const isThread = (type: number): boolean =>
  type >= channelTypes.announcementThread && type <= channelTypes.privateThread;

/** Whether a channel type is one where people talk; each such channel has a text chat of its own. */
export const isVoice = (type: number): boolean => type === channelTypes.voice || type === channelTypes.stage;

/** Whether a channel type takes posts, which are threads, and no messages of its own. */
export const takesPosts = (type: number): boolean =>
  type === channelTypes.forum || type === channelTypes.media;

export interface Channel {
  id: string;
  /** One of `channelTypes`. */
  type: number;
  name: string;
  guild: Guild | null;
  /** What single members may not do here, by their ids; in a thread what they may not do in the parent. */
  denied: Map<string, bigint>;
  /** What the bot may do here; in a thread always what it may do in the parent. */
  appPermissions: bigint;
  /** The people of a direct message, the bot not counted. */
  recipients: User[];
  /** False for direct messages between other people, in which only a user-installed app is seen. */
  hasBot: boolean;
  /** What makes it a thread, null for every other kind of channel. */
  thread: Thread | null;
}

/** What a thread has beyond other channels. */
export interface Thread {
  parent: Channel;
  ownerId: string;
  archived: boolean;
  locked: boolean;
  /** Whether the bot has joined; a private thread is hidden from it otherwise. */
  hasJoined: boolean;
  startedAt: number;
  /** When it was last archived or opened again, or was started. */
  archivedAt: number;
}

export interface Guild {
  id: string;
  name: string;
  locale: string;
  /** Its channels, threads not among them. */
  channels: Channel[];
  threads: Channel[];
  roles: Role[];
  appPermissions: bigint;
  /** False if the app is not, or no longer, installed in the server, and only comes along with one of its users. */
  hasBot: boolean;
  /** Whether an outage of Discord's keeps it away. */
  isOut: boolean;
}

/** A command as registered. */
export interface RegisteredCommand extends CommandDefinition {
  id: string;
  type: number;
  guildId: string | null;
  version: string;
}

/** A message as kept; `apiMessage` turns it into what Discord sends. */
export interface Message {
  id: string;
  channel: Channel;
  author: User;
  type: number;
  content: string;
  embeds: Embed[];
  components: Component[];
  attachments: Attachment[];
  flags: number;
  nonce: string | number | null;
  sentAt: number;
  editedAt: number | null;
  deleted: boolean;
  /** Whom its latest content notifies, and whether that request said whom it may. */
  pings: Pings;
  allowedMentionsGiven: boolean;
  /** The interaction it answers, if any. */
  interaction: Interaction | null;
  repliesTo: Message | null;
  /** Whether its author let it notify the author of the message that it replies to. */
  pingsReplied: boolean;
  /** Whether a webhook sent it, whose id and name its author has. */
  isFromWebhook: boolean;
  /** The message that it forwards. Its own content is then empty. */
  forwards: Message | null;
  poll: Poll | null;
  /** The names of its stickers. */
  stickers: string[];
}

/** A poll as a message is sent with it. */
export interface Poll {
  question: { text: string };
  answers: { poll_media: { text: string } }[];
}

export interface Attachment {
  id: string;
  filename: string;
  size: number;
  url: string;
  description?: string;
  content: Uint8Array;
}

/** A request that Discord refused. */
export interface RefusedRequest {
  method: string;
  path: string;
  status: number;
  code: number;
  body: unknown;
}

export interface Interaction {
  id: string;
  token: string;
  type: number;
  payload: Record<string, unknown>;
  channel: Channel;
  user: User;
  /** The name of the command, for the "used /…" line over the answer. */
  commandName: string | null;
  userInstallOnly: boolean;
  createdAt: number;
  /** The message that a component is in. */
  source: Message | null;
  acknowledgement: { type: number; data: Record<string, unknown>; ms: number } | null;
  original: Message | null;
  followUps: Message[];
  errors: RefusedRequest[];
}

const discordEpoch = 1_420_070_400_000;

/** Everything the stand-in keeps: people, places, commands, messages, interactions. */
export class World {
  readonly clock: Clock;
  readonly token: string;
  readonly bot: User;
  readonly waiting: Waiting;
  /**
   * Whether the message content intent is switched on for the application. "HTTP API restrictions are independent of
   * Gateway restrictions, and are unaffected by which intents your app passes".
   */
  readonly readsAll: boolean;
  readonly users = new Map<string, User>();
  readonly guilds = new Map<string, Guild>();
  readonly channels = new Map<string, Channel>();
  readonly messages = new Map<string, Message>();
  readonly interactions = new Map<string, Interaction>();
  /** By guild id, with the global ones under `global`. */
  readonly commands = new Map<string, RegisteredCommand[]>();
  #lastSnowflake = 0n;

  constructor({
    clock,
    token,
    patienceMs,
    readsAll,
  }: { clock: Clock; token: string; patienceMs: number; readsAll: boolean }) {
    this.clock = clock;
    this.token = token;
    this.waiting = new Waiting(patienceMs);
    this.readsAll = readsAll;
    this.bot = this.addUser({ name: 'Rostrum', isBot: true });
  }

  /** An application's id is its bot's user id, for every application of recent years. */
  get applicationId(): string {
    return this.bot.id;
  }

  /** A new id: later ones are greater, and each contains the time at which it was made. */
  snowflake(): string {
    const ofNow = BigInt(Math.trunc(this.clock.now()) - discordEpoch) << 22n;
    this.#lastSnowflake = ofNow > this.#lastSnowflake ? ofNow : this.#lastSnowflake + 1n;
    return this.#lastSnowflake.toString();
  }

  addUser({
    id = this.snowflake(),
    name,
    isBot = false,
  }: {
    id?: string;
    name: string;
    isBot?: boolean;
  }): User {
    const user = { id, name, isBot };
    this.users.set(id, user);
    return user;
  }

  addChannel(channel: Channel): void {
    this.channels.set(channel.id, channel);
    const { guild } = channel;
    if (guild) (channel.thread ? guild.threads : guild.channels).push(channel);
  }

  /** The messages of a channel that everyone there sees, oldest first. */
  messagesIn(channel: Channel): Message[] {
    return [...this.messages.values()].filter(
      (message) => message.channel === channel && !message.deleted && !isEphemeral(message),
    );
  }

  interactionByToken(token: string): Interaction | undefined {
    return [...this.interactions.values()].find((interaction) => interaction.token === token);
  }
}

export const isEphemeral = (message: Message): boolean => (message.flags & 64) !== 0;
export const isLoading = (message: Message): boolean => (message.flags & 128) !== 0;
