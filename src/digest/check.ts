import { setImmediate as letOthersRun } from 'node:timers/promises';
import { DAY_MS } from '../core/language/dates.ts';
import { StoreError } from '../store/store-error.ts';
import type { Claims } from './claims.ts';
import type { Deliveries } from './deliveries.ts';
import { postOverdue } from './due-posts.ts';
import { dueTimes } from './due-times.ts';
import type { FaultLog } from './fault-log.ts';
import type { SchedulerParts } from './parts.ts';
import { resumePosts } from './resuming.ts';
import { laterBy } from './times.ts';
import type { ReportTrouble } from './trouble.ts';

/** How long a digest is remembered after somebody stopped it or its server removed the bot. */
const FORGOTTEN_AFTER_MS = 30 * DAY_MS;

/** What a check works with. */
export interface CheckTools {
  owner: string;
  claims: Claims;
  deliveries: Deliveries;
  reportTrouble: ReportTrouble;
  faults: FaultLog;
  stopping: AbortSignal;
}

/**
 * Looks for all that is to be done at this moment: resumes what was not finished, and posts what is due.
 * @returns when the next digest is due, in milliseconds since 1970, or infinity
 * @throws StoreError if the database cannot be used
 */
export type Check = (isStart: boolean) => Promise<number>;

/** A check that remembers from one time to the next when each digest is due. */
export function checkOf(parts: SchedulerParts, tools: CheckTools): Check {
  const { store, isOurs, now } = parts;
  const { faults, stopping } = tools;
  const nextDueOf = dueTimes();
  return async (isStart) => {
    await resumePosts(parts, { ...tools, isStart });
    await store.purge(laterBy(-FORGOTTEN_AFTER_MS, now()));
    let earliest = Number.POSITIVE_INFINITY;
    for (const digest of await store.active()) {
      if (stopping.aborted) break;
      if (digest.isPaused || !isOurs(digest.server)) continue;
      try {
        const due = nextDueOf(digest);
        if (due > now()) {
          earliest = Math.min(earliest, due.getTime());
        } else {
          await postOverdue(digest, parts, tools);
          // If a thousand are due, questions are still answered in between.
          await letOthersRun();
        }
      } catch (error) {
        // Each write to a database that cannot be used can take a second of everybody's time.
        if (error instanceof StoreError) throw error;
        faults.digestFailed(digest, error);
      }
    }
    faults.storeWorks();
    return earliest;
  };
}
