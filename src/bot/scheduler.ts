import { setMaxListeners } from 'node:events';
import { setImmediate as othersFirst, setTimeout as sleep } from 'node:timers/promises';
import { digestPost } from '../../commands/buttons/digest.ts';
import type { PostOutcome } from '../../commands/command.ts';
import {
  type Digest,
  eligiblePassages,
  nextPassages,
  orderOf,
  type Post,
  type Trouble,
  type TroubleKind,
} from '../core/digest.ts';
import type { Library } from '../core/library.ts';
import type { Passage } from '../core/passages.ts';
import { type Due, dateIn, nextDue } from '../core/schedule.ts';
import type { Logger } from '../log.ts';
import { renderMessage } from '../render/discord.ts';
import type { DigestStore } from '../store/digests.ts';
import { StoreError } from '../store/fault.ts';
import type { Delivery, Found, Sent } from './delivery.ts';

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
/**
 * How long Discord surely recognises a nonce. It speaks of "the past few minutes"
 * (https://discord.com/developers/docs/resources/message#create-message), so no more than one is relied on.
 */
const NONCE_MS = 60_000;
/** How long a process that says nothing more keeps a post: four times the time limit of a request. */
const HOLD_MS = 60_000;
/** After which a server that removed the bot, and a digest that was stopped, are forgotten. */
const FORGOTTEN_MS = 30 * 24 * 60 * 60 * 1000;
/** What the occasion of a post beside the schedule begins with. */
const NOW = 'now-';
/** Dates that a bot which was away looks back on; what it missed before is not told one by one. */
const MOST_MISSED = 31;

export interface SchedulerParts {
  store: DigestStore;
  delivery: Delivery;
  /** The library of the moment. */
  library: () => Library;
  /** The bot's id. */
  botId: string;
  /** Marks this process in the database; no other one has the same. */
  owner: string;
  /** Whether this process looks after a server: with several shards each does after its own. */
  isOurs: (server: string) => boolean;
  now: () => Date;
  timing: Timing;
  log: Logger;
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

/** What became of a post in the end; null where another process has it, or this one stops. */
type Outcome = Exclude<PostOutcome, 'pending'> | null;

export function schedulerOf(parts: SchedulerParts): Scheduler {
  const { store, delivery, library, botId, owner, isOurs, now, timing, log } = parts;
  const inFlight = new Map<string, Promise<Outcome>>();
  const stopping = new AbortController();
  // Every post that waits to be tried again listens.
  setMaxListeners(0, stopping.signal);
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

  const trouble = async (
    digest: Digest,
    kind: TroubleKind,
    { detail = '', pause = false }: { detail?: string; pause?: boolean } = {},
  ): Promise<Trouble> => {
    const at = now();
    await store.setTrouble(digest, kind, { detail, at, pause });
    log.warn(
      { digest: digest.number, server: digest.server, channel: digest.channel, trouble: kind, detail },
      pause ? 'A digest cannot post and is paused.' : 'A digest could not post.',
    );
    return { kind, detail, at };
  };

  /**
   * Posts a claimed post, however often it takes, or gives it up. Before it is sent again after an answer that never
   * came, it is looked for: it may be there.
   */
  const deliver = async (digest: Digest, claimed: Post): Promise<Outcome> => {
    let post = claimed;
    for (let attempt = 0; !stopping.signal.aborted; attempt++) {
      let sent: Sent = { kind: 'unclear' };
      const found = post.sentSince ? await findSent(post, post.sentSince) : 'absent';
      if (typeof found === 'object') return finish(digest, post, found.message);
      if (found === 'unreadable') return giveUp(digest, post, 'unconfirmed', { detail: post.occasion });
      if (found === 'absent') post = { ...post, sentSince: null };
      if (now().getTime() - post.due.getTime() > timing.catchUp) {
        return giveUp(digest, post, post.sentSince ? 'unconfirmed' : 'missed', { detail: post.occasion });
      }
      // The corpus was changed since: there is nothing left to send.
      if (found !== 'not-yet' && !post.passages.some((id) => library().passages.has(id))) {
        return giveUp(digest, post, post.sentSince ? 'unconfirmed' : 'empty', { detail: post.occasion });
      }
      if (found !== 'not-yet') {
        const { sentSince } = post;
        post = { ...post, sentSince: sentSince ?? now(), heldUntil: later(now(), HOLD_MS) };
        // While this one waited, another process may have taken it over, or somebody stopped or moved the digest.
        if (!(await store.hold(post))) return null;
        sent = await delivery.send(post.channel, messageOf(digest, post), nonceOf(post));
        if (sent.kind === 'not-yet') post = { ...post, sentSince };
      }
      const outcome = await settle(digest, post, sent);
      if (outcome !== 'again') return outcome;
      if (attempt === 0) await trouble(digest, 'unreachable');
      const wait = timing.waits[Math.min(attempt, timing.waits.length - 1)] ?? 0;
      const waitMs = Math.max(wait, sent.kind === 'not-yet' ? sent.afterMs : 0);
      post = { ...post, heldUntil: later(now(), waitMs + HOLD_MS) };
      if (!(await store.hold(post))) return null;
      await sleep(waitMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
    return null;
  };

  /** Looks for a post that was sent without an answer; while Discord knows its nonce, it can be sent again unseen. */
  const findSent = async (post: Post, since: Date): Promise<Found | 'known-again'> => {
    const found = await delivery.find(post.channel, { key: post.digest, occasion: post.occasion }, since);
    const age = now().getTime() - since.getTime();
    // A clock that was set back meanwhile tells nothing.
    const isKnownAgain = age >= 0 && age < NONCE_MS;
    return found === 'unreadable' && isKnownAgain ? 'known-again' : found;
  };

  /** What becomes of a post that was sent, or `again`. */
  const settle = async (digest: Digest, post: Post, sent: Sent): Promise<Outcome | 'again'> => {
    switch (sent.kind) {
      case 'posted':
        return finish(digest, post, sent.message);
      case 'deleted':
        await store.finish(post, null);
        return null;
      case 'gone':
        return giveUp(digest, post, 'channel-gone', { pause: true });
      case 'forbidden':
        return giveUp(digest, post, 'permissions', { detail: await missingIn(digest), pause: true });
      case 'refused':
        return giveUp(digest, post, 'refused', { detail: sent.code });
      case 'not-yet':
      case 'unclear':
        return 'again';
    }
  };

  const finish = async (digest: Digest, post: Post, message: string): Promise<Outcome> => {
    await store.finish(post, message);
    log.info(
      { digest: digest.number, server: digest.server, occasion: post.occasion, message },
      'A digest was posted.',
    );
    return { message };
  };

  const giveUp = async (
    digest: Digest,
    post: Post,
    kind: TroubleKind,
    options?: { detail?: string; pause?: boolean },
  ): Promise<Outcome> => {
    // First told, then ended: a crash in between must not lose the reason.
    const told = await trouble(digest, kind, options);
    await store.finish(post, null);
    return { trouble: told };
  };

  const missingIn = async ({ channel }: Digest): Promise<string> =>
    (await delivery.access(channel)).missing.filter((name) => name !== 'ReadMessageHistory').join(' ');

  const messageOf = (digest: Digest, { passages, occasion, due }: Post) => {
    const shown = library();
    const reply = digestPost(
      {
        passages: passages.flatMap((id) => shown.passages.get(id) ?? []),
        // What is posted beside the schedule is of the day on which it is.
        date: occasion.startsWith(NOW) ? dateIn(digest.zone, due) : occasion,
        language: digest.language,
        mark: { key: digest.key, occasion },
      },
      shown,
    );
    return renderMessage(reply, { locale: digest.language, ownerId: botId, isPublic: false });
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

function later(time: Date, milliseconds: number): Date {
  return new Date(time.getTime() + milliseconds);
}

/** At most 25 characters, as Discord asks: 8 of the key, a hyphen, and a date or `now-` with a time. */
function nonceOf({ digest, occasion }: Post): string {
  return `${digest}-${occasion}`;
}
