import type { Digest, Post } from '../core/digest/digest.ts';
import type { FaultLog } from './fault-log.ts';
import type { Deliver, Outcome } from './posting.ts';

/** The posts that this process is delivering, all at the same time. */
export interface Deliveries {
  /** Delivers a post, unless its delivery is in progress already. Resolves with its outcome and never rejects. */
  start(digest: Digest, post: Post): Promise<Outcome>;
  isInProgress(post: Post): boolean;
  /** Resolves when every delivery that is in progress now has ended. */
  finished(): Promise<void>;
}

/** Errors are logged; the post stays open, and a later check resumes it. */
export function deliveriesOf(deliver: Deliver, faults: FaultLog): Deliveries {
  const inProgress = new Map<string, Promise<Outcome>>();
  const idOf = ({ digest, occasion }: Post) => `${digest}/${occasion}`;
  return {
    start: (digest, post) => {
      const id = idOf(post);
      const running = inProgress.get(id);
      if (running) return running;
      const delivering = deliver(digest, post)
        .catch(faults.failed)
        .finally(() => inProgress.delete(id));
      inProgress.set(id, delivering);
      return delivering;
    },
    isInProgress: (post) => inProgress.has(idOf(post)),
    finished: async () => {
      await Promise.all(inProgress.values());
    },
  };
}
