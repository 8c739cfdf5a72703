import { randomBytes, randomUUID } from 'node:crypto';
import { type Client, DiscordAPIError, Events, ShardClientUtil } from 'discord.js';
import type { Context, Digests } from '../../commands/command.ts';
import {
  type Digest,
  eligiblePassages,
  MOST_DIGESTS,
  orderOf,
  passagesOfDate,
  seedOf,
} from '../core/digest/selection.ts';
import { dateIn, readTimeZone } from '../core/digest/schedule.ts';
import type { Logger } from '../log.ts';
import type { DigestStore } from '../store/digests.ts';
import { deliveryOf } from './delivery.ts';
import { type Scheduler, schedulerOf, type Timing } from '../digest/scheduler.ts';

/** What the bot keeps and posts digests with. */
export interface DigestParts {
  store: DigestStore;
  now: () => Date;
  timing: Timing;
}

/** How long `/digest now` waits for what becomes of the post: Discord waits 15 minutes, people do not. */
const PATIENCE_MS = 10_000;

/** Digests of a connected client: what commands may do with them, and the scheduler that posts them. */
export function digestsOf(
  client: Client<true>,
  context: Pick<Context, 'library'>,
  { store, now, timing }: DigestParts,
  log: Logger,
): { digests: Digests; scheduler: Scheduler } {
  const delivery = deliveryOf(client);
  const scheduler = schedulerOf({
    store,
    delivery,
    library: () => context.library,
    botId: client.user.id,
    owner: randomUUID(),
    isOurs: (server) => isOfShard(client, server),
    now,
    timing,
    log,
  });
  const digests: Digests = {
    list: store.list,
    status: async (digest) => ({
      digest,
      // Where this machine does not know its time zone, it does not post.
      next: digest.isPaused || readTimeZone(digest.zone) === null ? null : (await scheduler.next(digest)).at,
      last: await store.last(digest.key),
      access: await delivery.access(digest.channel, digest.server),
    }),
    access: (server, channel) => delivery.access(channel, server),
    start: async (server, settings) => {
      const digest = await store.add({ ...settings, server, key: newKey(), since: now() }, MOST_DIGESTS);
      scheduler.wake();
      return digest;
    },
    change: async (digest, settings) => {
      // What was due before under the old schedule is not due again under the new one.
      const isSetAnew =
        digest.isPaused || digest.handled > now() || scheduleOf(digest) !== scheduleOf(settings);
      const since = isSetAnew ? now() : digest.since;
      const handled = isSetAnew && digest.handled > since ? since : digest.handled;
      const changed = { ...digest, ...settings, since, handled, isPaused: false, trouble: null };
      await store.change(changed);
      scheduler.wake();
      return changed;
    },
    stop: ({ key }) => store.end(key, now()),
    preview: (digest) => {
      if ('key' in digest) return scheduler.preview(digest);
      const pool = eligiblePassages(context.library, digest);
      return Promise.resolve(
        passagesOfDate(pool, orderOf(digest, seedOf(digest, context.library)), dateIn('UTC', now())),
      );
    },
    postNow: (digest) => scheduler.postNow(digest, PATIENCE_MS),
    next: async (digest) => (await scheduler.next(digest)).at,
    now,
  };
  return { digests, scheduler };
}

/** Ends the digests of servers that removed the bot, and pauses those whose channel is deleted, now and from then on. */
export async function followServers(
  client: Client<true>,
  { store, now }: DigestParts,
  log: Logger,
): Promise<void> {
  const guarded = (work: Promise<unknown>) =>
    work.catch((error: unknown) => log.error(error instanceof Error ? error.message : String(error)));
  const left = async (server: string) => {
    const count = await store.endServer(server, now());
    if (count > 0)
      log.info({ server, digests: count }, 'The bot was removed from a server; its digests end.');
  };
  client.on(Events.GuildDelete, ({ id }) => void guarded(left(id)));
  client.on(Events.ChannelDelete, ({ id }) => void guarded(store.pauseChannel(id, now())));
  client.on(Events.ThreadDelete, ({ id }) => void guarded(store.pauseChannel(id, now())));
  await guarded(
    store.active().then(async (digests) => {
      const servers = new Set(digests.map(({ server }) => server));
      for (const server of servers) {
        // Servers in an outage are in the cache too. Discord is asked again: digests are not ended on a suspicion.
        const isMissing = isOfShard(client, server) && !client.guilds.cache.has(server);
        if (isMissing && (await isOutOf(client, server))) await left(server);
      }
    }),
  );
}

const UNKNOWN_SERVER = 10004;
const MISSING_ACCESS = 50001;

/** Whether Discord says that the bot is not in a server; where it says nothing, it may be. */
async function isOutOf(client: Client<true>, server: string): Promise<boolean> {
  try {
    await client.guilds.fetch(server);
    return false;
  } catch (error) {
    return error instanceof DiscordAPIError && [UNKNOWN_SERVER, MISSING_ACCESS].includes(Number(error.code));
  }
}

/** "shard_id = (guild_id >> 22) % num_shards": whether this process is the one that is told of a server. */
function isOfShard({ options }: Client<true>, server: string): boolean {
  const { shards, shardCount } = options;
  if (!Array.isArray(shards) || shardCount === undefined) return true;
  return shards.includes(ShardClientUtil.shardIdForGuildId(server, shardCount));
}

function scheduleOf({
  channel,
  time,
  zone,
  days,
}: Pick<Digest, 'channel' | 'time' | 'zone' | 'days'>): string {
  return [channel, time, zone, days].join(' ');
}

/** Letters and digits, of 40 random bits. */
function newKey(): string {
  return (randomBytes(5).readUIntBE(0, 5) + 36 ** 7).toString(36).slice(-8);
}
