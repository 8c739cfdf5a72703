import { AHEAD_MS } from '../store/mending.ts';
import { CLAIM_MS } from './claims.ts';
import type { Deliveries } from './deliveries.ts';
import type { SchedulerParts } from './parts.ts';
import { laterBy } from './times.ts';

/**
 * Resumes the posts that a process claimed and did not finish, once their claims have expired. At a start it does not
 * wait for that: if the other process is alive after all, the nonce prevents a second message.
 * @param owner identifies this process in the database
 * @throws StoreError if the database cannot be used
 */
export async function resumePosts(
  { store, isOurs, now, log }: Pick<SchedulerParts, 'store' | 'isOurs' | 'now' | 'log'>,
  { owner, deliveries, isStart }: { owner: string; deliveries: Deliveries; isStart: boolean },
): Promise<void> {
  for (const { post, digest } of await store.openPosts()) {
    // A claim that lasts so long was made by a wrong clock.
    const hasExpired = post.claimedUntil <= now() || post.claimedUntil > laterBy(AHEAD_MS, now());
    if (deliveries.isInProgress(post) || !isOurs(digest.server) || !(isStart || hasExpired)) continue;
    const claimedUntil = laterBy(CLAIM_MS, now());
    if (!(await store.takeOver(post, owner, claimedUntil))) continue;
    log.info(
      { digest: digest.number, server: digest.server, occasion: post.occasion },
      'Resuming a post that was not finished.',
    );
    deliveries.start(digest, { ...post, owner, claimedUntil });
  }
}
