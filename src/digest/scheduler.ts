import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Digest, Post } from '../core/digest/digest.ts';
import type { Due } from '../core/digest/schedule.ts';
import type { Passage } from '../core/passages/passages.ts';
import { type Check, checkOf } from './check.ts';
import { claimsOf } from './claims.ts';
import { clockWatch } from './clock.ts';
import { type Deliveries, deliveriesOf } from './deliveries.ts';
import { nextUnposted } from './due-times.ts';
import { type FaultLog, faultLog } from './fault-log.ts';
import type { SchedulerParts } from './parts.ts';
import { posterOf } from './posting.ts';
import type { PostOutcome } from './service.ts';
import { troubleReporter } from './trouble.ts';

/** The first attempts fall into the minutes in which Discord still knows a nonce; after that the bot gives it a rest. */
export const WAITS = [2, 5, 10, 20, 40, 90, 180, 300, 600].map((seconds) => seconds * 1000);
export const LONGEST_SLEEP = 30_000;

/** Posts each digest once, at its time. */
export interface Scheduler {
  /** Finishes what a process that was killed left unfinished, then posts what is due, from then on. */
  start(): Promise<void>;
  /** Posts what is due at this moment, and waits until it is posted. */
  tick(): Promise<void>;
  /** Checks again, because somebody has set up or changed a digest. */
  wake(): void;
  /** Stops checking and trying again; the next start resumes what is not finished. */
  stop(): Promise<void>;
  /** Looks whether the clock was set since the last check, so that `now` says what is known of the time. */
  lookAtClock(): Promise<void>;
  /** The time, as far as the bot knows it, even if the clock is wrong. */
  now(): Date;
  /** When a digest is due next. */
  next(digest: Digest): Promise<Due>;
  /** The passages of a digest's next post; none if no passage matches it any more. */
  preview(digest: Digest): Promise<Passage[]>;
  /**
   * Posts outside the schedule.
   * @throws RequestTaken if the request was carried out before
   */
  postNow(digest: Digest, options: PostNowOptions): Promise<{ post: Post; outcome: PostOutcome } | 'empty'>;
}

/** What goes with a post outside the schedule. */
export interface PostNowOptions {
  /** What asked for it, by Discord's id. */
  request: string;
  /** How long to wait for the outcome, in milliseconds. */
  waitMs: number;
  /** Called when this process has it, before it is posted. */
  claimed: () => void;
}

/** The scheduler of one process. */
export function schedulerOf(parts: SchedulerParts): Scheduler {
  const owner = randomUUID();
  const stopping = new AbortController();
  // Every post that waits to be tried again listens.
  setMaxListeners(0, stopping.signal);
  const faults = faultLog(parts.log);
  const reportTrouble = troubleReporter(parts);
  const claims = claimsOf(parts, owner);
  const clock = clockWatch(parts);
  const deliver = posterOf(parts, { reportTrouble, clock, stopping: stopping.signal });
  const deliveries = deliveriesOf(deliver, faults);
  const check = checkOf(parts, {
    owner,
    clock,
    claims,
    deliveries,
    reportTrouble,
    faults,
    stopping: stopping.signal,
  });
  const checks = repeated(check, parts, { faults, stopping: stopping.signal });
  return {
    start: () => checks.run(true),
    tick: async () => {
      await checks.run();
      await deliveries.finished();
    },
    wake: () => void checks.run(),
    stop: async () => {
      stopping.abort();
      await checks.finished();
      await deliveries.finished();
    },
    lookAtClock: async () => void (await clock.isRight()),
    now: clock.now,
    next: (digest) => nextUnposted(digest, parts.store),
    preview: claims.preview,
    postNow: async (digest, { request, waitMs, claimed }) => {
      const post = await claims.claimUnscheduled(digest, request);
      if (post === 'empty') return 'empty';
      claimed();
      return { post, outcome: await outcomeWithin(waitMs, deliveries.start(digest, post)) };
    },
  };
}

/**
 * Runs checks one at a time: each when the one before has found that something is due, but at the latest after the
 * longest sleep.
 */
function repeated(
  check: Check,
  { now, timing }: Pick<SchedulerParts, 'now' | 'timing'>,
  { faults, stopping }: { faults: FaultLog; stopping: AbortSignal },
) {
  let timer: NodeJS.Timeout | undefined;
  let last = Promise.resolve();

  const run = (isStart = false): Promise<void> => {
    last = last.then(() => runOnce(isStart));
    return last;
  };

  const runOnce = async (isStart: boolean): Promise<void> => {
    if (stopping.aborted) return;
    clearTimeout(timer);
    const next = (await check(isStart).catch(faults.failed)) ?? Number.POSITIVE_INFINITY;
    if (stopping.aborted) return;
    const sleepMs = Math.min(Math.max(next - now().getTime(), 0), timing.longestSleep);
    timer = setTimeout(() => void run(), sleepMs);
  };

  stopping.addEventListener('abort', () => clearTimeout(timer));
  return { run, finished: () => last };
}

/** The outcome of a delivery, or `pending` if it takes longer. */
async function outcomeWithin(
  waitMs: number,
  delivery: ReturnType<Deliveries['start']>,
): Promise<PostOutcome> {
  const enough = new AbortController();
  const outcome = await Promise.race([
    delivery,
    sleep(waitMs, 'pending' as const, { signal: enough.signal }).catch(() => 'pending' as const),
  ]);
  enough.abort();
  return outcome ?? 'pending';
}
