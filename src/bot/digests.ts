import { randomBytes, randomUUID } from 'node:crypto';
import type { Client } from 'discord.js';
import type { Context } from '../../commands/command.ts';
import { type Digest, MOST_DIGESTS } from '../core/digest/digest.ts';
import { dateIn } from '../core/digest/schedule.ts';
import { eligiblePassages, orderOf, passagesOfDate, seedOf } from '../core/digest/selection.ts';
import { readTimeZone } from '../core/digest/typed-schedule.ts';
import { type DigestParts, type Scheduler, schedulerOf } from '../digest/scheduler.ts';
import type { Digests } from '../digest/service.ts';
import type { Logger } from '../log.ts';
import { deliveryOf } from './delivery.ts';
import { isOfShard } from './servers.ts';

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
