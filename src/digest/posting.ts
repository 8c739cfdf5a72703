import { setTimeout as sleep } from 'node:timers/promises';
import type { Digest, Post, TroubleKind } from '../core/digest/digest.ts';
import { dateIn } from '../core/digest/zone.ts';
import { renderMessage } from '../render/discord.ts';
import { CLAIM_MS, UNSCHEDULED } from './claims.ts';
import type { ClockWatch } from './clock.ts';
import type { FindResult, SendResult } from './delivery.ts';
import type { SchedulerParts } from './parts.ts';
import { neededToPost } from './permissions.ts';
import { digestPost } from './post.ts';
import type { PostOutcome } from './service.ts';
import { laterBy, waitAfter } from './times.ts';
import type { ReportTrouble, TroubleOptions } from './trouble.ts';

/**
 * How long Discord is sure to recognise a nonce. Its documentation says "the past few minutes"
 * (https://discord.com/developers/docs/resources/message#create-message), so we rely on no more than one.
 */
const NONCE_MS = 60_000;

/** The final outcome of a post; null if another process has it, or if this one is stopping. */
export type Outcome = Exclude<PostOutcome, 'pending'> | null;

/**
 * Posts a claimed post, in as many attempts as it takes, or gives it up. If an attempt got no reply, the bot looks for
 * the post before it sends it again.
 * @throws StoreError if the database cannot be used
 */
export type Deliver = (digest: Digest, claimed: Post) => Promise<Outcome>;

/** What an attempt achieved: an outcome, or a post to try again after so many milliseconds, or later. */
type Attempt = { outcome: Outcome } | { tryAgain: Post; afterMs: number; why?: string };

/** What posting works with. */
interface PosterTools {
  reportTrouble: ReportTrouble;
  clock: ClockWatch;
  /** Ends the wait between attempts; after the next start the bot resumes the post. */
  stopping: AbortSignal;
}

/** Delivers the posts of one process. */
export function posterOf(
  parts: Pick<SchedulerParts, 'store' | 'delivery' | 'library' | 'botId' | 'now' | 'timing' | 'log'>,
  { reportTrouble, clock, stopping }: PosterTools,
): Deliver {
  const { store, delivery, library, now, timing, log } = parts;

  const deliver: Deliver = async (digest, claimed) => {
    let post = claimed;
    for (let count = 0; !stopping.aborted; count++) {
      const attempt = await tryToPost(digest, post);
      if ('outcome' in attempt) return attempt.outcome;
      if (count === 0) await reportTrouble(digest, 'unreachable', { why: attempt.why });
      const waitMs = Math.max(waitAfter(count, timing.waits), attempt.afterMs);
      post = { ...attempt.tryAgain, claimedUntil: laterBy(waitMs + CLAIM_MS, now()) };
      if (!(await store.renewClaim(post))) return null;
      await sleep(waitMs, undefined, { signal: stopping }).catch(() => undefined);
    }
    return null;
  };

  const tryToPost = async (digest: Digest, claimed: Post): Promise<Attempt> => {
    const { unconfirmedSince } = claimed;
    // By a wrong clock it would be too late, or be dated wrongly.
    if (!(await clock.isRight())) return { tryAgain: claimed, afterMs: 0 };
    const found = unconfirmedSince ? await findUnconfirmed(claimed, unconfirmedSince) : 'absent';
    if (typeof found === 'object') return finish(digest, claimed, found.message);
    if (found === 'unreadable')
      return giveUp(digest, claimed, 'unconfirmed', { detail: dayOf(digest, claimed) });
    const post = found === 'absent' ? { ...claimed, unconfirmedSince: null } : claimed;
    const isLate = now().getTime() - post.due.getTime() > timing.catchUp;
    // If the corpus has changed since, there may be nothing left to send.
    const isEmpty = found !== 'not-yet' && !post.passages.some((id) => library().passages.has(id));
    if (isLate || isEmpty) {
      const reason = post.unconfirmedSince ? 'unconfirmed' : isLate ? 'missed' : 'empty';
      return giveUp(digest, post, reason, { detail: dayOf(digest, post) });
    }
    return found === 'not-yet' ? { tryAgain: post, afterMs: 0 } : send(digest, post);
  };

  /** Looks for a post that may have been sent. While Discord still knows its nonce, it can safely be sent again. */
  const findUnconfirmed = async (post: Post, since: Date): Promise<FindResult | 'known-nonce'> => {
    const found = await delivery.find(post.channel, { key: post.digest, occasion: post.occasion }, since);
    const age = now().getTime() - since.getTime();
    // A negative age proves nothing: the clock was set back meanwhile.
    const isNonceKnown = age >= 0 && age < NONCE_MS;
    return found === 'unreadable' && isNonceKnown ? 'known-nonce' : found;
  };

  const send = async (digest: Digest, post: Post): Promise<Attempt> => {
    const sending = {
      ...post,
      unconfirmedSince: post.unconfirmedSince ?? now(),
      claimedUntil: laterBy(CLAIM_MS, now()),
    };
    // Meanwhile another process may have taken the post over, or somebody may have stopped or moved the digest.
    if (!(await store.renewClaim(sending))) return { outcome: null };
    const result = await delivery.send(post.channel, messageFor(digest, sending, parts), nonceOf(post));
    return finishOrTryAgain(digest, result, { sending, unsent: post });
  };

  const finishOrTryAgain = async (
    digest: Digest,
    result: SendResult,
    { sending, unsent }: { sending: Post; unsent: Post },
  ): Promise<Attempt> => {
    switch (result.kind) {
      case 'posted':
        return finish(digest, sending, result.message);
      case 'deleted':
        await store.finish(sending, null);
        return { outcome: null };
      case 'gone':
        return giveUp(digest, sending, 'channel-gone', { pause: true });
      case 'forbidden':
        return giveUp(digest, sending, 'permissions', { detail: await missingIn(digest), pause: true });
      case 'refused':
        return giveUp(digest, sending, 'refused', { detail: result.code });
      case 'not-yet':
        return { tryAgain: unsent, afterMs: result.afterMs, why: result.why };
      case 'unclear':
        return { tryAgain: sending, afterMs: 0 };
    }
  };

  /** The permissions that the bot lacks for posting, separated by spaces. */
  const missingIn = async ({ channel }: Digest): Promise<string> =>
    neededToPost((await delivery.access(channel)).missing).join(' ');

  const finish = async (digest: Digest, post: Post, message: string): Promise<Attempt> => {
    await store.finish(post, message);
    log.info(
      { digest: digest.number, server: digest.server, occasion: post.occasion, message },
      'A digest was posted.',
    );
    return { outcome: { message } };
  };

  const giveUp = async (
    digest: Digest,
    post: Post,
    kind: TroubleKind,
    options?: TroubleOptions,
  ): Promise<Attempt> => {
    // Report first, then finish: a crash in between must not lose the reason.
    const trouble = await reportTrouble(digest, kind, options);
    await store.finish(post, null);
    return { outcome: { trouble } };
  };

  return deliver;
}

/** The date of a post. One outside the schedule is dated by the day on which it is posted. */
function dayOf({ zone }: Digest, { occasion, due }: Post): string {
  return occasion.startsWith(UNSCHEDULED) ? dateIn(zone, due) : occasion;
}

function messageFor(
  digest: Digest,
  post: Post,
  { library, botId }: Pick<SchedulerParts, 'library' | 'botId'>,
) {
  const { language, key } = digest;
  const { passages, occasion } = post;
  const shown = library();
  const reply = digestPost(
    {
      passages: passages.flatMap((id) => shown.passages.get(id) ?? []),
      date: dayOf(digest, post),
      language,
      mark: { key, occasion },
    },
    shown,
  );
  return renderMessage(reply, { locale: language, ownerId: botId, isPublic: false });
}

/** At most 25 characters, as Discord requires: 8 of the key, a hyphen, and a date or `now-` with a time. */
function nonceOf({ digest, occasion }: Post): string {
  return `${digest}-${occasion}`;
}
