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
import { logConnection, tellWait } from './connection-log.ts';
import { deliveryOf } from './delivery.ts';
import { dispatch } from './dispatch.ts';
import { type FloodGuard, floodGuard } from './flood-guard.ts';
import { mentionsOf } from './mentions.ts';
import { locatePolls } from './polls.ts';
import { isTooLong } from './rate-limits.ts';
import { requestOptions, WaitingRest } from './rest.ts';
import { watchForAnother } from './second-bot.ts';
import { followServers, isOfShard } from './servers.ts';
import { BotError, CLOSED_FOR_GOOD_MESSAGE, explainDiscordError, isNetworkError } from './startup-error.ts';
import { guardPackets, sturdyStrategy } from './sturdy-gateway.ts';

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
  /** A clock that nobody sets, by which answers to messages are limited, in milliseconds. */
  now?: () => number;
  /** How long a command may take before the bot tells Discord that a reply is coming, in milliseconds. */
  deferAfterMs?: number;
  /** Tells whether another bot runs with the same DATA_DIR. */
  lock?: Lock;
  /** How long to wait before Discord is asked for its gateway again while it fails, in milliseconds, each time. */
  gatewayWaitsMs?: readonly number[];
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
  { flood = floodGuard(), now, deferAfterMs, lock, gatewayWaitsMs, discord = {} }: ConnectOptions = {},
): Promise<Bot> {
  let digests: Digests | undefined;
  let isComplete = () => {};
  // Discord may send a command with the word that the bot is connected, when there are no digests yet.
  const complete = parts ? new Promise<void>((resolve) => (isComplete = resolve)) : Promise.resolve();
  const rest = { ...(await requestOptions(config)), rejectOnRateLimit: isTooLong, ...discord.rest };
  const restoreGateway = await leadGateway(config);
  const tell = (error: Error, shard: number) => void client.emit(Events.ShardError, error, shard);
  const client: Client = new Client({
    intents: intentsOf(config),
    allowedMentions: { parse: [] },
    ws: { buildStrategy: sturdyStrategy(logger, tell), ...discord.ws },
    rest,
    makeCache: LITTLE_CACHED,
    // If no manager started this process, discord.js would take SHARDS in its environment for the number of one shard.
    ...(!process.env.SHARDING_MANAGER && { shards: [0] }),
  });
  // discord.js keeps telling a manager that is gone how the connection is; the process ends by itself then.
  if (client.shard) process.on('error', (error) => log.debug({ err: error }, 'The manager is gone.'));
  const log = client.shard ? logger.child({ shard: client.shard.ids[0] }) : logger;
  client.rest.clearHashSweeper();
  client.rest.clearHandlerSweeper();
  client.rest = new WaitingRest(client.options.rest ?? rest, tellWait(log), gatewayWaitsMs);
  guardPackets(client, log);
  client.on(Events.Raw, locatePolls);
  const currentContext = (): Context => ({
    ...context,
    ...(digests && { digests }),
    ...(config.MENTIONS === 'on' && { hearsMentions: true }),
  });
  client.on(Events.InteractionCreate, async (interaction) => {
    await complete;
    // The corpus may be replaced while a reply is on its way: each interaction keeps the one that it began with.
    await dispatch(interaction, currentContext(), { log, flood, deferAfterMs });
  });
  logConnection(client, log);
  // discord.js reconnects by itself, except if that would be no use: after the token was reset, for example.
  const lost = new Promise<BotError>((resolve) =>
    client.once(Events.ShardDisconnect, ({ code }) => {
      client.shard
        ?.send(CLOSED_FOR_GOOD_MESSAGE)
        .catch((error) => log.debug({ err: error }, 'The manager is gone.'));
      resolve(explainDiscordError({ code }, config));
    }),
  );
  const cannotConnect = new Promise<BotError>((resolve) =>
    client.on(Events.ShardError, (error) => {
      // Why Discord closed the connection says more than that it did, and comes at the same moment.
      if (!isPassing(error)) setImmediate(() => resolve(explainDiscordError(error, config)));
    }),
  );

  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  const mentions = Promise.all([ready, complete]).then(([connected]) =>
    mentionsOf(connected, { context: currentContext, log, now }),
  );
  if (config.MENTIONS === 'on') client.on(Events.Raw, async (packet) => (await mentions).hear(packet));
  try {
    const connected = await Promise.race([
      client.login(config.DISCORD_TOKEN).then(() => ready),
      lost.then(thrown),
      cannotConnect.then(thrown),
    ]);
    log.info({ servers: connected.guilds.cache.size }, `Connected to Discord as ${connected.user.tag}.`);
    if (!parts) {
      const stop = async () => {
        (await mentions).stop();
        await leave(client, restoreGateway);
      };
      return { client: connected, lost, stop };
    }
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
    isComplete();
    // The shards of one bot share a folder. The first one stands for all of them.
    const isFirst = !client.shard || client.shard.ids.includes(0);
    const endWatch = lock && isFirst ? await watchForAnother(lock, { now: parts.now, log }) : undefined;
    await followServers(connected, parts, log);
    await scheduler.start();
    const stop = async () => {
      (await mentions).stop();
      await atMost(FINISH_MS, scheduler.stop());
      endWatch?.();
      await leave(client, restoreGateway);
    };
    return { client: connected, scheduler, lost, stop };
  } catch (error) {
    await leave(client, restoreGateway);
    throw error instanceof BotError ? error : explainDiscordError(error, config);
  }
}

/**
 * What the bot hears of: servers, and what people write, of which Discord shows it only what mentions it or is a direct
 * message. None of these intents is privileged.
 */
function intentsOf({ MENTIONS }: Config): GatewayIntentBits[] {
  const messages = [GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];
  return [GatewayIntentBits.Guilds, ...(MENTIONS === 'on' ? messages : [])];
}

/** Leads the gateway through a proxy, if the settings name one; what does that is loaded only then. */
async function leadGateway(config: Config): Promise<() => void> {
  if (!config.HTTPS_PROXY && !config.HTTP_PROXY) return () => undefined;
  const { leadGatewayThroughProxy } = await import('./proxied-gateway.ts');
  return leadGatewayThroughProxy(config);
}

/** Whether an error of a connection that is being opened may be gone at the next attempt. */
function isPassing(error: Error): boolean {
  return isNetworkError(error) || /^Unexpected server response: 5/.test(error.message);
}

function thrown(error: BotError): never {
  throw error;
}

/** Closes the connection. discord.js would report that as a loss, which nobody needs to read. */
async function leave(client: Client, restoreGateway: () => void): Promise<void> {
  client.removeAllListeners(Events.ShardReconnecting);
  await atMost(CLOSE_MS, client.destroy());
  restoreGateway();
}
