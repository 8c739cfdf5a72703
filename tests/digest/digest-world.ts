import { pino } from 'pino';
import { type Bot, type ConnectOptions, connect } from '../../src/bot/client.ts';
import type { Timing } from '../../src/digest/parts.ts';
import { type DigestStore, digestsIn } from '../../src/store/digests.ts';
import { storeIn } from '../../src/store/store.ts';
import { type BotWorld, type BotWorldOptions, startBotWorld } from '../bot/bot-world.ts';
import {
  type Channel,
  type Guild,
  type Message,
  managerPermissions,
  manualClock,
  type User,
  visibleText,
} from '../discord/stand-in.ts';
import { contextOf, corpus } from '../fixtures.ts';
import { temporaryFolder } from '../store/temporary.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** Noon in Greenwich, a Monday. */
export const START = Date.UTC(2026, 2, 9, 12);

/** A bot that stores digests in a folder of its own, and whose clock the test moves. */
export interface DigestWorld extends BotWorld {
  clock: ReturnType<typeof manualClock>;
  store: DigestStore;
  folder: string;
  guild: Guild;
  channel: Channel;
  /** A member with Manage Server. */
  manager: User;
  /** Calls a subcommand as the manager; what the manager sees. */
  digest(subcommand: string, options?: Record<string, string | number>): Promise<string>;
  /** Sets up a digest in the channel, at 13:00 in Greenwich by default. */
  start(options?: Record<string, string | number>): Promise<string>;
  /** Sets the clock of the bot's machine wrong by so many milliseconds, and lets the bot look. */
  setWrong(milliseconds: number): Promise<void>;
  /** Sets the clock wrong a moment before something else happens. */
  setWrongUnnoticed(milliseconds: number): void;
  /** Moves the clock and lets the bot look. */
  pass(milliseconds: number): Promise<void>;
  /** The messages of the bot in the channel. */
  posts(): Message[];
  /** Stops the bot, and starts it with another folder. */
  restartIn(folder: string): Promise<Bot>;
  /** Another bot process on the same database and Discord, as if it were started twice; its log is in `secondLog`. */
  second(options?: ConnectOptions): Promise<Bot>;
  secondLog: string[];
  /** What the store reported about its file. */
  reports: string[];
}

export interface DigestWorldOptions extends Omit<BotWorldOptions, 'context' | 'digests'> {
  timing?: Partial<Timing>;
  /** What the bot may do in the server. */
  appPermissions?: bigint;
  locale?: string;
  /** How long a write waits for another program's, in milliseconds. */
  busyMs?: number;
  /** Nothing here needs to outlive a power cut: the database does not wait for the disk. */
  isHurried?: boolean;
  /** By how many milliseconds the clock of the bot's machine is wrong at first. */
  startsWrongBy?: number;
  /** What the clock shows at first, in milliseconds since 1970. */
  start?: number;
  /** Nothing tells whether the clock is right. */
  isTrusted?: boolean;
}

export async function startDigestWorld({
  timing: given,
  appPermissions,
  locale = 'en-US',
  start = START,
  isHurried = false,
  startsWrongBy = 0,
  isTrusted = false,
  busyMs,
  ...options
}: DigestWorldOptions = {}): Promise<DigestWorld> {
  const clock = manualClock(start);
  let wrongBy = startsWrongBy;
  const now = () => new Date(clock.now() + wrongBy);
  const folder = temporaryFolder();
  const reports: string[] = [];
  const opened = storeIn(folder, { busyMs, settleMs: 0, report: (line) => void reports.push(line) });
  if (isHurried) await opened.use((connection) => void connection.prepare('PRAGMA synchronous = OFF').run());
  const store = digestsIn(opened);
  const timing: Timing = { catchUp: 6 * HOUR, longestSleep: 30_000, waits: [1], ...given };
  const parts = { store, now, timing, ...(!isTrusted && { steady: () => performance.now() }) };
  const context = contextOf(await corpus());
  const world = await startBotWorld({ context, clock, digests: parts, ...options });
  const { standIn, bot } = world;
  const guild = standIn.addGuild({ locale, ...(appPermissions !== undefined && { appPermissions }) });
  const [channel] = guild.channels;
  if (!channel) throw new Error('The server has no channel.');
  const manager = standIn.addUser({ name: 'Ada' });
  const digest = async (subcommand: string, values: Record<string, string | number> = {}) => {
    const memberPermissions = managerPermissions;
    const conversation = standIn.invoke({
      command: `digest ${subcommand}`,
      options: values,
      user: manager,
      guild,
      memberPermissions,
    });
    return visibleText(await conversation.reply());
  };
  const others: Bot[] = [];
  const secondLog: string[] = [];
  return {
    ...world,
    clock,
    store,
    folder,
    guild,
    channel,
    manager,
    digest,
    start: (values) => digest('start', { channel: channel.id, time: '13:00', timezone: 'UTC', ...values }),
    setWrong: async (milliseconds) => {
      wrongBy = milliseconds;
      await bot.scheduler?.tick();
    },
    setWrongUnnoticed: (milliseconds) => {
      wrongBy = milliseconds;
    },
    pass: async (milliseconds) => {
      clock.advance(milliseconds);
      await bot.scheduler?.tick();
    },
    posts: () => standIn.messagesIn(channel).filter(({ author }) => author === standIn.bot),
    secondLog,
    reports,
    restartIn: async (other) => {
      await bot.stop();
      const restored = storeIn(other);
      const its = { ...parts, store: digestsIn(restored) };
      const restarted = await connect(world.config, context, pino({ level: 'silent' }), its);
      others.push(restarted);
      return restarted;
    },
    second: async (connection) => {
      const { config } = world;
      const logger = pino({ level: 'debug' }, { write: (line: string) => void secondLog.push(line) });
      const its = { ...parts, store: digestsIn(storeIn(folder, { busyMs, settleMs: 0 })) };
      const another = await connect(config, context, logger, its, connection);
      others.push(another);
      return another;
    },
    close: async () => {
      for (const other of others) await other.stop();
      await world.close();
      opened.close();
    },
  };
}
