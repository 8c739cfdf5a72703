import type { Digest, Post } from '../core/digest/digest.ts';
import type { Due } from '../core/digest/schedule.ts';
import { eligibleSteps, nextSteps, orderOf } from '../core/digest/selection.ts';
import type { Passage } from '../core/passages/passages.ts';
import { runYielding } from '../core/steps.ts';
import type { SchedulerParts } from './parts.ts';
import { laterBy } from './times.ts';

/** How long a claim lasts that its process does not renew: four times the time limit of a request. */
export const CLAIM_MS = 60_000;
/** Every occasion of a post outside the schedule begins with this. */
export const UNSCHEDULED = 'now-';

/** A claimed post; null if there is one for the occasion already; `empty` if no passage matches the digest. */
type Claimed = Post | null | 'empty';

/** The claims of one process. Every method throws StoreError if the database cannot be used. */
export interface Claims {
  /** The passages of a digest's next post; none if no passage matches it. */
  preview(digest: Digest): Promise<Passage[]>;
  /**
   * Claims the post for a due time.
   * @param mayBePosted whether it may be in the channel already, so that it has to be looked for
   */
  claimDue(digest: Digest, due: Due, mayBePosted: boolean): Promise<Claimed>;
  /**
   * Claims a post outside the schedule.
   * @param request what asked for it, by Discord's id
   * @throws RequestTaken if it was carried out before
   */
  claimUnscheduled(digest: Digest, request: string): Promise<Exclude<Claimed, null>>;
}

/** What goes with a claim: the due time of a scheduled one, or what asked for another. */
interface ClaimOptions {
  due?: Date | null;
  mayBePosted?: boolean;
  request?: string;
}

/** @param owner identifies this process in the database; no other process has the same */
export function claimsOf(
  { store, library, now }: Pick<SchedulerParts, 'store' | 'library' | 'now'>,
  owner: string,
): Claims {
  const preview: Claims['preview'] = async (digest) => {
    const pool = await runYielding(eligibleSteps(library(), digest));
    const shown = await store.shownPassages(digest.key);
    return runYielding(nextSteps(pool, orderOf(digest, digest.key), shown));
  };

  const claim = async (
    digest: Digest,
    occasion: string,
    { due = null, mayBePosted = false, request }: ClaimOptions,
  ): Promise<Claimed> => {
    const passages = await preview(digest);
    if (passages.length === 0) return 'empty';
    const post: Post = {
      digest: digest.key,
      occasion,
      channel: digest.channel,
      due: due ?? now(),
      passages: passages.map(({ id }) => id),
      owner,
      claimedUntil: laterBy(CLAIM_MS, now()),
      unconfirmedSince: mayBePosted ? due : null,
    };
    const asked = request === undefined ? undefined : { id: request, at: now() };
    return (await store.claim(post, now(), due, asked)) ? post : null;
  };

  let previous: Promise<unknown> = Promise.resolve();
  /** Claims in turn: each has to know which passages the one before has chosen. */
  const claimInTurn: typeof claim = (...args) => {
    const claiming = previous.then(() => claim(...args));
    previous = claiming.catch(() => undefined);
    return claiming;
  };

  return {
    preview,
    claimDue: (digest, { date, at }, mayBePosted) => claimInTurn(digest, date, { due: at, mayBePosted }),
    claimUnscheduled: async (digest, request) => {
      // Another one may have been asked for in the same millisecond.
      for (let time = now().getTime(); ; time++) {
        const post = await claimInTurn(digest, `${UNSCHEDULED}${time.toString(36)}`, { request });
        if (post !== null) return post;
      }
    },
  };
}
