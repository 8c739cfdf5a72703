import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { REST, type RESTGetAPIGatewayBotResult, Routes, type Shard, ShardingManager } from 'discord.js';
import type { Config } from '../config.ts';
import type { Logger } from '../log.ts';
import { explain } from './startup-error.ts';

/** Discord lets a bot identify once in five seconds; discord.js allows half a second more, and so do we. */
const BETWEEN_STARTS_MS = 5500;
/**
 * How long a shard that died waits before it is started again: twice as long each time, up to the longest. Discord
 * takes back the token of a bot that identifies more than 1,000 times a day; at the longest it is 720 times.
 */
const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 120_000;
/** A shard that has run this long is sound: its next death is a first one. */
const SOUND_MS = 10 * 60_000;

/**
 * How many shards there shall be; Discord is asked where the settings leave it to Discord.
 * @throws BotError when Discord cannot be reached or refuses
 */
export async function shardCount(config: Config): Promise<number> {
  if (config.SHARDS !== 'auto') return config.SHARDS;
  // discord.js can ask too, but would ask discord.com, wherever DISCORD_API_URL points.
  const rest = new REST({ api: config.DISCORD_API_URL }).setToken(config.DISCORD_TOKEN ?? '');
  try {
    return ((await rest.get(Routes.gatewayBot())) as RESTGetAPIGatewayBotResult).shards;
  } catch (error) {
    throw explain(error, config);
  }
}

/**
 * Runs the bot as one process for each shard, starting again what dies, until it is asked to leave. A shard that
 * cannot even start ends everything: what is wrong with it is wrong with all.
 * @param file what each process runs
 * @param asked resolves when everything shall end
 * @returns the exit status: 0 where each shard left Discord in order
 */
export async function runShards(
  file: string,
  count: number,
  { DISCORD_TOKEN = '' }: Config,
  log: Logger,
  asked: Promise<string>,
): Promise<number> {
  // Its own respawn starts a shard again at once, however often it dies.
  const own = { respawn: false, execArgv: process.execArgv };
  const manager = new ShardingManager(file, { ...own, totalShards: count, token: DISCORD_TOKEN });
  const leaving = new AbortController();
  const { signal } = leaving;
  const leave = () => {
    leaving.abort();
    for (const { process: child } of manager.shards.values()) child?.kill('SIGTERM');
  };
  void asked.then((name) => {
    log.info(`Received ${name}; ending the shards.`);
    leave();
  });
  const pause = (milliseconds: number) => sleep(milliseconds, undefined, { signal }).catch(() => undefined);

  const keepUp = async (shard: Shard): Promise<number> => {
    let wasReady = false;
    shard.once('ready', () => {
      wasReady = true;
    });
    for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
      const since = performance.now();
      // -1: a shard may take as long as it takes to be ready.
      const child = (await shard.spawn(-1)) as ChildProcess;
      log.info({ shard: shard.id, pid: child.pid }, 'A shard is started.');
      const [code, killedBy] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
      // It may have been asked before it was listening.
      if (signal.aborted) return killedBy === 'SIGTERM' ? 0 : (code ?? 1);
      if (!wasReady) {
        leave();
        return code || 1;
      }
      if (performance.now() - since > SOUND_MS) wait = FIRST_WAIT_MS;
      log.error({ shard: shard.id, code, killedBy, waitMs: wait }, 'A shard ended; it is started again.');
      await pause(wait);
      if (signal.aborted) return 0;
    }
  };

  const shards: Promise<number>[] = [];
  for (let id = 0; id < count && !signal.aborted; id++) {
    shards.push(keepUp(manager.createShard(id)));
    if (id < count - 1) await pause(BETWEEN_STARTS_MS);
  }
  return Math.max(...(await Promise.all(shards)));
}
