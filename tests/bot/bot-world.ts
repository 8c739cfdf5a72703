import { pino } from 'pino';
import type { Context } from '../../commands/command.ts';
import { type Bot, type ConnectOptions, connect } from '../../src/bot/client.ts';
import { register } from '../../src/bot/registration.ts';
import { type Config, checkConfig } from '../../src/config.ts';
import type { DigestParts } from '../../src/digest/parts.ts';
import { type StandIn, type StandInOptions, startStandIn } from '../discord/stand-in.ts';
import { contextOf, corpus } from '../fixtures.ts';

/** How discord.js identifies again without the five seconds that it leaves after the last time. */
export const AT_ONCE = { buildIdentifyThrottler: () => ({ waitForIdentify: () => Promise.resolve() }) };

/** The real bot, connected to a stand-in for Discord, with its commands registered. */
export interface BotWorld {
  standIn: StandIn;
  bot: Bot;
  config: Config;
  context: Context;
  /** Lines of the log so far. */
  log: string[];
  close(): Promise<void>;
}

export interface BotWorldOptions extends StandInOptions {
  /** In place of the shipped corpus and commands. */
  context?: Context;
  /** What digests are stored and timed with; without it there are none. */
  digests?: DigestParts;
  connection?: ConnectOptions;
  /** Settings besides the token and the address. */
  settings?: Readonly<Record<string, string>>;
}

export async function startBotWorld({
  context: given,
  digests,
  connection,
  settings,
  ...options
}: BotWorldOptions = {}): Promise<BotWorld> {
  const standIn = await startStandIn(options);
  const config = checkConfig({ ...settings, DISCORD_TOKEN: standIn.token, DISCORD_API_URL: standIn.api });
  const context = given ?? contextOf(await corpus());
  const log: string[] = [];
  const logger = pino({ level: 'debug' }, { write: (line: string) => void log.push(line) });
  await register(context.commands, config);
  const bot = await connect(config, context, logger, digests, connection);
  const close = async () => {
    await bot.stop();
    await standIn.close();
  };
  return { standIn, bot, config, context, log, close };
}
