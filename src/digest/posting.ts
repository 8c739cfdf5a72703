import { setTimeout as sleep } from 'node:timers/promises';
import type { Digest, Post, Trouble, TroubleKind } from '../core/digest/digest.ts';
import { dateIn } from '../core/digest/schedule.ts';
import type { Library } from '../core/library.ts';
import type { Logger } from '../log.ts';
import { renderMessage } from '../render/discord.ts';
import type { DigestStore } from '../store/digests.ts';
import type { Delivery, Found, Sent } from './delivery.ts';
import { digestPost } from './post.ts';
import type { PostOutcome } from './service.ts';

/**
 * How long Discord surely recognises a nonce. It speaks of "the past few minutes"
 * (https://discord.com/developers/docs/resources/message#create-message), so no more than one is relied on.
 */
const NONCE_MS = 60_000;
/** How long a process that says nothing more keeps a post: four times the time limit of a request. */
export const HOLD_MS = 60_000;
/** What the occasion of a post beside the schedule begins with. */
export const NOW = 'now-';

export interface PosterParts {
  store: DigestStore;
  delivery: Delivery;
  /** The library of the moment. */
  library: () => Library;
  /** The bot's id. */
  botId: string;
  now: () => Date;
  timing: {
    /** A post that is more than this late, in milliseconds, is given up. */
    catchUp: number;
    /** How long to wait before each further attempt, in milliseconds; the last one again and again. */
    waits: readonly number[];
  };
  log: Logger;
  /** Ends the waiting; another start takes up what waits. */
  stopping: AbortSignal;
}

/** What became of a post in the end; null where another process has it, or this one stops. */
export type Outcome = Exclude<PostOutcome, 'pending'> | null;

/** Sends what was claimed, and tells what keeps a digest from being posted. */
export interface Poster {
  /**
   * Posts a claimed post, however often it takes, or gives it up. Before it is sent again after an answer that never
   * came, it is looked for: it may be there.
   * @throws StoreError where the database cannot be used
   */
  deliver(digest: Digest, claimed: Post): Promise<Outcome>;
  /**
   * Keeps what keeps a digest from being posted, for /digest status, and logs it.
   * @param options `pause` where it is of no use to try again tomorrow
   */
  trouble(
    digest: Digest,
    kind: TroubleKind,
    options?: { detail?: string; pause?: boolean },
  ): Promise<Trouble>;
}

export function posterOf({
  store,
  delivery,
  library,
  botId,
  now,
  timing,
  log,
  stopping,
}: PosterParts): Poster {
  const trouble: Poster['trouble'] = async (digest, kind, { detail = '', pause = false } = {}) => {
    const at = now();
    await store.setTrouble(digest, kind, { detail, at, pause });
    log.warn(
      { digest: digest.number, server: digest.server, channel: digest.channel, trouble: kind, detail },
      pause ? 'A digest cannot post and is paused.' : 'A digest could not post.',
    );
    return { kind, detail, at };
  };

  const deliver: Poster['deliver'] = async (digest, claimed) => {
    let post = claimed;
    for (let attempt = 0; !stopping.aborted; attempt++) {
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
      await sleep(waitMs, undefined, { signal: stopping }).catch(() => undefined);
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

  return { deliver, trouble };
}

/** A time after another one, or before it. */
export function later(time: Date, milliseconds: number): Date {
  return new Date(time.getTime() + milliseconds);
}

/** At most 25 characters, as Discord asks: 8 of the key, a hyphen, and a date or `now-` with a time. */
function nonceOf({ digest, occasion }: Post): string {
  return `${digest}-${occasion}`;
}
