import { setMaxListeners } from 'node:events';
import { setImmediate as othersFirst, setTimeout as sleep } from 'node:timers/promises';
import type { Digest, Post } from '../core/digest/digest.ts';
import { type Due, nextDue } from '../core/digest/schedule.ts';
import { eligiblePassages, nextPassages, orderOf } from '../core/digest/selection.ts';
import { DAY_MS } from '../core/language/dates.ts';
import type { Passage } from '../core/passages/passages.ts';
import type { DigestStore } from '../store/digests.ts';
import { StoreError } from '../store/store-error.ts';
import { HOLD_MS, later, NOW, type Outcome, type PosterParts, posterOf } from './posting.ts';
import type { PostOutcome } from './service.ts';

/** The scheduler's times, in milliseconds. */
export interface Timing {
  /** A digest that is more than this late is skipped. */
  catchUp: number;
  /** The longest sleep: within it a clock that was set, and another process's digests, are noticed. */
  longestSleep: number;
  /** How long to wait before each further attempt; the last one again and again. */
  waits: readonly number[];
}

/** The first attempts fall within the minutes in which Discord knows a nonce again; then it is left in peace. */
export const WAITS = [2, 5, 10, 20, 40, 90, 180, 300, 600].map((seconds) => seconds * 1000);
export const LONGEST_SLEEP = 30_000;
/** After which a server that removed the bot, and a digest that was stopped, are forgotten. */
const FORGOTTEN_MS = 30 * DAY_MS;
/** Dates that a bot which was away looks back on; what it missed before is not told one by one. */
const MOST_MISSED = 31;

export interface SchedulerParts extends Omit<PosterParts, 'stopping'> {
  /** Marks this process in the database; no other one has the same. */
  owner: string;
  /** Whether this process looks after a server: with several shards each does after its own. */
  isOurs: (server: string) => boolean;
  timing: Timing;
}

/** Posts each digest once, at its time. */
export interface Scheduler {
  /** Finishes what a process that was killed left open, then posts what is due, from then on. */
  start(): Promise<void>;
  /** Posts what is due at this moment, and waits for it. */
  tick(): Promise<void>;
  /** Looks again: a digest was set up or changed. */
  wake(): void;
  /** Lets go of what waits to be tried again; another start takes it up. */
  stop(): Promise<void>;
  /** The digest's next due time. */
  next(digest: Digest): Promise<Due>;
  /** The passages of its next post; none where nothing can be shown any more. */
  preview(digest: Digest): Promise<Passage[]>;
  /** Posts beside the schedule; waits no longer than `waitMs` for what becomes of it. */
  postNow(digest: Digest, waitMs: number): Promise<{ post: Post; outcome: PostOutcome } | 'empty'>;
}

export function schedulerOf(parts: SchedulerParts): Scheduler {
  const { store, library, owner, isOurs, now, timing, log } = parts;
  const inFlight = new Map<string, Promise<Outcome>>();
  const stopping = new AbortController();
  // Every post that waits to be tried again listens.
  setMaxListeners(0, stopping.signal);
  const { deliver, trouble } = posterOf({ ...parts, stopping: stopping.signal });
  let timer: NodeJS.Timeout | undefined;
  let storeFault: string | undefined;
  let looking = Promise.resolve();
  const background = new Set<Promise<unknown>>();
  const inTheBackground = <T>(work: Promise<T>): Promise<T> => {
    const settled = work.finally(() => background.delete(settled));
    background.add(settled);
    return settled;
  };
  let lastClaim: Promise<unknown> = Promise.resolve();
  const faulty = new Set<string>();
  const dues = new Map<string, { of: string; at: Date }>();

  const preview = async (digest: Digest): Promise<Passage[]> => {
    const pool = eligiblePassages(library(), digest);
    return nextPassages(pool, orderOf(digest, digest.key), await store.shown(digest.key));
  };

  const next = async (digest: Digest): Promise<Due> => {
    let due = nextDue(digest, lastSeenTo(digest));
    // A date that was posted for in another zone, or at another hour, is over.
    while (await store.has(digest.key, due.date)) due = nextDue(digest, due.at);
    return due;
  };

  /** Delivers beside everything else; whatever goes wrong is in the log, and another look takes it up. */
  const begin = (digest: Digest, post: Post): Promise<Outcome> => {
    const key = `${post.digest}/${post.occasion}`;
    const running = inFlight.get(key);
    if (running) return running;
    const delivering = inTheBackground(
      deliver(digest, post)
        .catch(logFault)
        .finally(() => inFlight.delete(key)),
    );
    inFlight.set(key, delivering);
    return delivering;
  };

  /** One after another: the next one knows which passages this one has chosen. */
  const claim = (...args: Parameters<typeof claimAlone>): ReturnType<typeof claimAlone> => {
    const claiming = lastClaim.then(() => claimAlone(...args));
    lastClaim = claiming.catch(() => undefined);
    return claiming;
  };

  const claimAlone = async (
    digest: Digest,
    occasion: string,
    due: Due | null,
  ): Promise<Post | null | 'empty'> => {
    const passages = await preview(digest);
    if (passages.length === 0) return 'empty';
    const post: Post = {
      digest: digest.key,
      occasion,
      channel: digest.channel,
      due: due?.at ?? now(),
      passages: passages.map(({ id }) => id),
      owner,
      heldUntil: later(now(), HOLD_MS),
      sentSince: null,
    };
    return (await store.claim(post, now(), due?.at ?? null)) ? post : null;
  };

  /** Begins to post a digest where it is due, or skips what is too late. */
  const seeTo = async (digest: Digest): Promise<void> => {
    const dues: Due[] = [];
    for (let due = nextDue(digest, lastSeenTo(digest)); due.at <= now(); due = nextDue(digest, due.at)) {
      dues.push(due);
      if (dues.length > MOST_MISSED) dues.shift();
    }
    const last = dues.at(-1);
    if (!last) return;
    const isLate = now().getTime() - last.at.getTime() > timing.catchUp;
    const missed = isLate ? last : dues.at(-2);
    if (missed && !(await store.has(digest.key, missed.date))) {
      await store.skip({
        digest: digest.key,
        occasion: missed.date,
        channel: digest.channel,
        due: missed.at,
      });
      await trouble(digest, 'missed', { detail: missed.date });
    }
    if (isLate) return;
    const post = await claim(digest, last.date, last);
    if (post === 'empty') {
      await store.skip({ digest: digest.key, occasion: last.date, channel: digest.channel, due: last.at });
      await trouble(digest, 'empty');
    } else if (post) {
      begin(digest, post);
    }
  };

  /** Takes up what no process holds any more; at a start also what another one may still hold: the nonce guards it. */
  const reconcile = async (isStart: boolean): Promise<void> => {
    for (const { post, digest } of await store.open()) {
      const isRunning = inFlight.has(`${post.digest}/${post.occasion}`);
      if (isRunning || !isOurs(digest.server) || !(isStart || post.heldUntil <= now())) continue;
      const heldUntil = later(now(), HOLD_MS);
      if (!(await store.takeOver(post, owner, heldUntil))) continue;
      log.info(
        { digest: digest.number, server: digest.server, occasion: post.occasion },
        'A post that was begun is taken up again.',
      );
      begin(digest, { ...post, owner, heldUntil });
    }
  };

  /** When a digest is due next, in the memory of this process until that changes: it is asked for at every look. */
  const dueOf = (digest: Digest): Date => {
    const of = [digest.time, digest.zone, digest.days, lastSeenTo(digest).getTime()].join(' ');
    let due = dues.get(digest.key);
    if (due?.of !== of) {
      due = { of, at: nextDue(digest, lastSeenTo(digest)).at };
      dues.set(digest.key, due);
    }
    return due.at;
  };

  /** @returns when the next digest is due, in milliseconds since 1970 */
  const look = async (isStart: boolean): Promise<number> => {
    await reconcile(isStart);
    await store.purge(later(now(), -FORGOTTEN_MS));
    let earliest = Number.POSITIVE_INFINITY;
    for (const digest of await store.active()) {
      if (stopping.signal.aborted) break;
      if (digest.isPaused || !isOurs(digest.server)) continue;
      try {
        const due = dueOf(digest);
        if (due > now()) earliest = Math.min(earliest, due.getTime());
        else {
          await seeTo(digest);
          // Where a thousand are due, questions are still answered in between.
          await othersFirst();
        }
      } catch (error) {
        // Each write to a database that cannot be used can take a second of everybody's time.
        if (error instanceof StoreError) throw error;
        if (!faulty.has(digest.key)) log.error({ err: error, digest: digest.number }, 'A digest failed.');
        faulty.add(digest.key);
      }
    }
    if (storeFault !== undefined) log.info('The database can be used again.');
    storeFault = undefined;
    return earliest;
  };

  const logFault = (error: unknown): null => {
    if (!(error instanceof StoreError)) log.error({ err: error }, 'A digest failed.');
    else if (error.message !== storeFault) log.error(`${error.message} No digest is posted meanwhile.`);
    if (error instanceof StoreError) storeFault = error.message;
    return null;
  };

  const lookOnce = async (isStart: boolean): Promise<void> => {
    if (stopping.signal.aborted) return;
    clearTimeout(timer);
    const next = (await look(isStart).catch(logFault)) ?? Number.POSITIVE_INFINITY;
    if (stopping.signal.aborted) return;
    const sleepMs = Math.min(Math.max(next - now().getTime(), 0), timing.longestSleep);
    timer = setTimeout(() => void run(), sleepMs);
  };

  /** One look at a time; a second one that is asked for meanwhile follows. */
  const run = (isStart = false): Promise<void> => {
    looking = looking.then(() => lookOnce(isStart));
    return looking;
  };

  return {
    start: () => run(true),
    tick: async () => {
      await run();
      await Promise.all(background);
    },
    wake: () => void run(),
    stop: async () => {
      stopping.abort();
      clearTimeout(timer);
      await looking;
      await Promise.all(background);
    },
    next,
    preview,
    postNow: async (digest, waitMs) => {
      let post: Post | null | 'empty' = null;
      // Another one may have been asked for in the same millisecond.
      for (let at = now().getTime(); post === null; at++)
        post = await claim(digest, `${NOW}${at.toString(36)}`, null);
      if (post === 'empty') return 'empty';
      const enough = new AbortController();
      const outcome = await Promise.race([
        begin(digest, post),
        sleep(waitMs, 'pending' as const, { signal: enough.signal }).catch(() => 'pending' as const),
      ]);
      enough.abort();
      return { post, outcome: outcome ?? 'pending' };
    },
  };
}

/** Nothing up to this time is due any more: it was seen to, or the schedule was set later. */
function lastSeenTo({ since, handled }: Digest): Date {
  return since > handled ? since : handled;
}

/** What the bot keeps and posts digests with. */
export interface DigestParts {
  store: DigestStore;
  now: () => Date;
  timing: Timing;
}
