import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { type RESTGetAPIGatewayBotResult, Routes, type Shard, ShardingManager } from 'discord.js';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { logRateLimits, tellWait } from './connection-log.ts';
import { requestOptions, WaitingRest } from './rest.ts';
import { CLOSED_FOR_GOOD_MESSAGE, explainDiscordError } from './startup-error.ts';

/** Discord lets a bot identify once every five seconds. discord.js adds half a second to that, and so do we. */
const BETWEEN_STARTS_MS = 5500;
/**
 * How long to wait before a shard that died is started again: twice as long each time, up to the longest wait. Discord
 * resets the token of a bot that identifies more than 1,000 times a day; with the longest wait it does so 720 times.
 */
const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 120_000;
/** After a shard has run this long, the waits begin with the first one again. */
const STABLE_MS = 10 * 60_000;

/**
 * How many shards to run. Asks Discord if the settings leave it to Discord.
 * @throws BotError if Discord cannot be reached or refuses
 */
export async function shardCount(config: Config, log: Logger): Promise<number> {
  if (config.SHARDS !== 'auto') return config.SHARDS;
  // discord.js could ask too, but would always ask discord.com and ignore DISCORD_API_URL.
  try {
    const options = await requestOptions(config);
    const rest = new WaitingRest(options, tellWait(log)).setToken(config.DISCORD_TOKEN ?? '');
    logRateLimits(rest, log);
    return ((await rest.get(Routes.gatewayBot())) as RESTGetAPIGatewayBotResult).shards;
  } catch (error) {
    throw explainDiscordError(error, config);
  }
}

/**
 * Runs the bot as one process per shard until it is asked to leave, and starts shards that die again. If a shard cannot
 * even start, or Discord closes its connection for good, everything ends: what is wrong with it is wrong with all of them.
 * @param file what each process runs
 * @param asked resolves when everything is to end
 * @param betweenStartsMs how long to wait between the starts of two shards
 * @returns the exit status: 0 if every shard left Discord in order
 */
export async function runShards(
  file: string,
  count: number,
  { DISCORD_TOKEN = '' }: Config,
  log: Logger,
  asked: Promise<string>,
  betweenStartsMs = BETWEEN_STARTS_MS,
): Promise<number> {
  // The manager's own respawn would start a shard again at once, however often it dies.
  const own = { respawn: false, execArgv: process.execArgv };
  const manager = new ShardingManager(file, { ...own, totalShards: count, token: DISCORD_TOKEN });
  const leaving = new AbortController();
  const { signal } = leaving;
  const send = (name: NodeJS.Signals) => {
    for (const { process: child } of manager.shards.values()) child?.kill(name);
  };
  const leave = () => {
    leaving.abort();
    send('SIGTERM');
  };
  // However this process ends: one that hangs would outlive it.
  process.once('exit', () => send('SIGKILL'));
  void asked.then((why) => {
    log.info(`${why}; ending the shards.`);
    leave();
  });
  const pause = (milliseconds: number) => sleep(milliseconds, undefined, { signal }).catch(() => undefined);

  const keepRunning = async (shard: Shard): Promise<number> => {
    let wasReady = false;
    let isOver = false;
    shard.on('message', (message) => {
      isOver ||= message === CLOSED_FOR_GOOD_MESSAGE;
    });
    shard.once('ready', () => {
      wasReady = true;
    });
    for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
      const since = performance.now();
      // -1: a shard may take as long as it needs to become ready.
      const child = (await shard.spawn(-1)) as ChildProcess;
      log.info({ shard: shard.id, pid: child.pid }, 'A shard was started.');
      const [code, killedBy] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
      // It may have received the signal before it was listening for it.
      if (signal.aborted) return killedBy === 'SIGTERM' ? 0 : (code ?? 1);
      if (!wasReady || isOver) {
        leave();
        return code || 1;
      }
      if (performance.now() - since > STABLE_MS) wait = FIRST_WAIT_MS;
      log.error(
        { shard: shard.id, code, killedBy, waitMs: wait },
        'A shard ended and will be started again.',
      );
      await pause(wait);
      if (signal.aborted) return 0;
    }
  };

  const shards: Promise<number>[] = [];
  for (let id = 0; id < count && !signal.aborted; id++) {
    shards.push(keepRunning(manager.createShard(id)));
    if (id < count - 1) await pause(betweenStartsMs);
  }
  return Math.max(...(await Promise.all(shards)));
}
