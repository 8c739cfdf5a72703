import { Client, type ClientOptions, Events, GatewayIntentBits, Options } from 'discord.js';
import type { Logger } from 'pino';
import type { Context } from '../../commands/command.ts';
import type { Config } from '../config.ts';
import { digestsOf } from '../digest/digests.ts';
import type { DigestParts } from '../digest/parts.ts';
import { type Scheduler, schedulerOf } from '../digest/scheduler.ts';
import type { Digests } from '../digest/service.ts';
import { atMost } from '../ending.ts';
import type { Lock } from '../store/lock.ts';
import { logConnection } from './connection-log.ts';
import { deliveryOf } from './delivery.ts';
import { dispatch } from './dispatch.ts';
import { type FloodGuard, floodGuard } from './flood-guard.ts';
import { locatePolls } from './polls.ts';
import { safelyRepeated } from './retries.ts';
import { watchForAnother } from './second-bot.ts';
import { followServers, isOfShard } from './servers.ts';
import { BotError, explainDiscordError } from './startup-error.ts';

/** A connected bot. */
export interface Bot {
  client: Client<true>;
  /** Posts the digests; undefined if there are none to post. */
  scheduler?: Scheduler;
  /** Resolves when Discord has closed the connection for good: why, and what to do. */
  lost: Promise<BotError>;
  /** Finishes the posts in progress and leaves Discord; resolves after a few seconds even if that is not possible. */
  stop(): Promise<void>;
}

/**
 * discord.js would keep everybody who ever did something, and in each channel the last 200 messages on which a button was
 * pressed. Each interaction brings its own person and message; only the bot itself is looked up.
 */
const LITTLE_CACHED = Options.cacheWithLimits({
  ...Options.DefaultMakeCacheSettings,
  MessageManager: 0,
  UserManager: { maxSize: 0, keepOverLimit: ({ id, client }) => id === client.user.id },
  GuildMemberManager: { maxSize: 0, keepOverLimit: ({ id, client }) => id === client.user.id },
});

/** How long posts in progress may take once the bot is asked to leave, in milliseconds; later ones are resumed. */
const FINISH_MS = 2000;
/** How long Discord may take to confirm that the connection is closed, in milliseconds. Both together are below five seconds. */
const CLOSE_MS = 1000;

/** What can be changed about a connection. */
export interface ConnectOptions {
  flood?: FloodGuard;
  /** How long a command may take before the bot tells Discord that a reply is coming, in milliseconds. */
  deferAfterMs?: number;
  /** Tells whether another bot runs with the same DATA_DIR. */
  lock?: Lock;
  /** How discord.js sends requests and connects to the gateway, instead of its defaults. */
  discord?: Pick<ClientOptions, 'rest' | 'ws'>;
}

/**
 * Connects to Discord and answers from then on.
 * @param parts stores and times digests; without it there are none
 * @throws BotError with a line for the person who runs the bot, if Discord cannot be reached or refuses
 */
export async function connect(
  config: Config,
  context: Context,
  logger: Logger,
  parts?: DigestParts,
  { flood = floodGuard(), deferAfterMs, lock, discord = {} }: ConnectOptions = {},
): Promise<Bot> {
  let digests: Digests | undefined;
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [] },
    ...discord,
    rest: { api: config.DISCORD_API_URL, makeRequest: safelyRepeated(), ...discord.rest },
    makeCache: LITTLE_CACHED,
    // If no manager started this process, discord.js would take SHARDS in its environment for the number of one shard.
    ...(!process.env.SHARDING_MANAGER && { shards: [0] }),
  });
  // discord.js keeps telling a manager that is gone how the connection is; the process ends by itself then.
  if (client.shard) process.on('error', (error) => log.debug({ err: error }, 'The manager is gone.'));
  const log = client.shard ? logger.child({ shard: client.shard.ids[0] }) : logger;
  client.on(Events.Raw, locatePolls);
  client.on(Events.InteractionCreate, (interaction) => {
    // The corpus may be replaced while a reply is on its way: each interaction keeps the one that it began with.
    void dispatch(interaction, { ...context, ...(digests && { digests }) }, { log, flood, deferAfterMs });
  });
  logConnection(client, log);
  // discord.js reconnects by itself, except if that would be no use: after the token was reset, for example.
  const lost = new Promise<BotError>((resolve) =>
    client.once(Events.ShardDisconnect, ({ code }) => resolve(explainDiscordError({ code }, config))),
  );

  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  try {
    await client.login(config.DISCORD_TOKEN);
    const connected = await ready;
    log.info({ servers: connected.guilds.cache.size }, `Connected to Discord as ${connected.user.tag}.`);
    if (!parts) return { client: connected, lost, stop: () => leave(client) };
    // The shards of one bot share a folder. The first one stands for all of them.
    const isFirst = !client.shard || client.shard.ids.includes(0);
    const endWatch = lock && isFirst ? await watchForAnother(lock, { now: parts.now, log }) : undefined;
    const schedulerParts = {
      ...parts,
      delivery: deliveryOf(connected),
      library: () => context.library,
      botId: connected.user.id,
      isOurs: (server: string) => isOfShard(connected, server),
      log,
    };
    const scheduler = schedulerOf(schedulerParts);
    digests = digestsOf(scheduler, schedulerParts);
    await followServers(connected, parts, log);
    await scheduler.start();
    const stop = async () => {
      await atMost(FINISH_MS, scheduler.stop());
      endWatch?.();
      await leave(client);
    };
    return { client: connected, scheduler, lost, stop };
  } catch (error) {
    await leave(client);
    throw error instanceof BotError ? error : explainDiscordError(error, config);
  }
}

/** Closes the connection. discord.js would report that as a loss, which nobody needs to read. */
function leave(client: Client): Promise<void> {
  client.removeAllListeners(Events.ShardReconnecting);
  return atMost(CLOSE_MS, client.destroy());
}
