import { randomBytes } from 'node:crypto';
import { type Digest, type DigestSettings, MOST_DIGESTS } from '../core/digest/digest.ts';
import { dateSteps, eligibleSteps, orderOf, seedOf } from '../core/digest/selection.ts';
import { dateIn, isKnownZone } from '../core/digest/zone.ts';
import { runYielding } from '../core/steps.ts';
import type { SchedulerParts } from './parts.ts';
import type { Scheduler } from './scheduler.ts';
import type { Digests } from './service.ts';

/** How long `/digest now` waits for the outcome of the post. Discord would wait for 15 minutes, but people would not. */
const PATIENCE_MS = 10_000;
/** More requests than are being answered at any time. */
const MOST_REMEMBERED = 1_000;

/** Lets commands read, change and post the digests that a scheduler posts. */
export function digestsOf(
  scheduler: Scheduler,
  { store, delivery, library }: Pick<SchedulerParts, 'store' | 'delivery' | 'library'>,
): Digests {
  const { now } = scheduler;
  const ours = new Set<string>();
  /** Notes what this process has carried out: its outcome is for this process to tell. */
  const note = (request: string) => {
    if (ours.size >= MOST_REMEMBERED) ours.clear();
    ours.add(request);
  };
  const carriedOut = async <T>(request: string, work: Promise<T>): Promise<T> => {
    const result = await work;
    note(request);
    return result;
  };
  const asked = (request: string) => ({ id: request, at: now() });
  return {
    list: store.list,
    status: async (digest) => ({
      digest,
      // If this machine does not know the time zone, the digest does not post.
      next: digest.isPaused || !isKnownZone(digest.zone) ? null : (await scheduler.next(digest)).at,
      last: await store.lastPost(digest.key),
      access: await delivery.access(digest.channel, digest.server),
    }),
    access: (server, channel) => delivery.access(channel, server),
    start: async (server, settings, request) => {
      await scheduler.lookAtClock();
      const set = { ...settings, server, key: newKey(), since: now() };
      const digest = await carriedOut(request, store.add(set, MOST_DIGESTS, asked(request)));
      scheduler.wake();
      return digest;
    },
    change: async (digest, settings, request) => {
      await scheduler.lookAtClock();
      const changed = { ...withSettings(digest, settings, now()), isPaused: false, trouble: null };
      await carriedOut(request, store.change(changed, asked(request)));
      scheduler.wake();
      return changed;
    },
    stop: ({ key }, request) => carriedOut(request, store.end(key, now(), asked(request))),
    preview: async (digest) => {
      if ('key' in digest) return scheduler.preview(digest);
      const corpus = library();
      const order = orderOf(digest, seedOf(digest, corpus));
      const pool = await runYielding(eligibleSteps(corpus, digest));
      return runYielding(dateSteps(pool, order, dateIn('UTC', now())));
    },
    postNow: (digest, request) =>
      scheduler.postNow(digest, { request, waitMs: PATIENCE_MS, claimed: () => note(request) }),
    takerOf: async (request) =>
      (await store.isTaken(request)) ? (ours.has(request) ? 'us' : 'another') : null,
    next: async (digest) => (await scheduler.next(digest)).at,
    now,
  };
}

/** A digest with other settings. If the schedule is new, what was due under the old one is not due again. */
function withSettings(digest: Digest, settings: DigestSettings, now: Date): Digest {
  const isRescheduled =
    digest.isPaused || digest.processedUntil > now || scheduleOf(digest) !== scheduleOf(settings);
  if (!isRescheduled) return { ...digest, ...settings };
  const processedUntil = digest.processedUntil > now ? now : digest.processedUntil;
  return { ...digest, ...settings, since: now, processedUntil };
}

function scheduleOf({ channel, time, zone, days }: DigestSettings): string {
  return [channel, time, zone, days].join(' ');
}

/** Letters and digits that encode 40 random bits. */
function newKey(): string {
  return (randomBytes(5).readUIntBE(0, 5) + 36 ** 7).toString(36).slice(-8);
}
