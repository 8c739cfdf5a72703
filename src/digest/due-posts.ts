import type { Digest } from '../core/digest/digest.ts';
import type { Due } from '../core/digest/schedule.ts';
import type { Claims } from './claims.ts';
import type { Deliveries } from './deliveries.ts';
import { overdue } from './due-times.ts';
import type { SchedulerParts } from './parts.ts';
import type { ChannelAccess } from './service.ts';
import type { ReportTrouble } from './trouble.ts';

/** What posting works with. */
interface PostingTools {
  claims: Claims;
  deliveries: Deliveries;
  reportTrouble: ReportTrouble;
  /** Since when this process sees by itself what is posted. */
  watchingSince: Date;
}

/**
 * Posts a digest for the last of its due times that have come, and skips the earlier ones; if even the last one came
 * too long ago, it skips that too. Resolves when the post is claimed; its delivery goes on in the background.
 *
 * If it was due before this process came, it may be in the channel although the database does not know of it: somebody
 * may have put an older copy in its place. Then the channel is searched first, if the bot may read it.
 * @throws StoreError if the database cannot be used
 */
export async function postOverdue(
  digest: Digest,
  { store, delivery, now, timing }: Pick<SchedulerParts, 'store' | 'delivery' | 'now' | 'timing'>,
  { claims, deliveries, reportTrouble, watchingSince }: PostingTools,
): Promise<void> {
  const skip = ({ date, at }: Due) =>
    store.skip({ digest: digest.key, occasion: date, channel: digest.channel, due: at });

  const dues = overdue(digest, now);
  const last = dues.at(-1);
  if (!last) return;
  const isLate = now().getTime() - last.at.getTime() > timing.catchUp;
  // Of all the missed ones, only the last is recorded.
  const missed = isLate ? last : dues.at(-2);
  if (missed && !(await store.hasPostFor(digest.key, missed.date))) {
    await skip(missed);
    await reportTrouble(digest, 'missed', { detail: missed.date });
  }
  if (isLate) return;
  const mayBePosted =
    last.at < watchingSince && isReadable(await delivery.access(digest.channel, digest.server));
  const post = await claims.claimDue(digest, last, mayBePosted);
  if (post === 'empty') {
    await skip(last);
    await reportTrouble(digest, 'empty');
  } else if (post) {
    deliveries.start(digest, post);
  }
}

function isReadable({ state, missing }: ChannelAccess): boolean {
  return state === 'open' && !missing.includes('ReadMessageHistory');
}
