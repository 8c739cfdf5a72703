import { setImmediate as letOthersRun } from 'node:timers/promises';
import { StoreError } from '../store/store-error.ts';
import type { Claims } from './claims.ts';
import type { ClockWatch } from './clock.ts';
import { recollect } from './copied.ts';
import type { Deliveries } from './deliveries.ts';
import { postOverdue } from './due-posts.ts';
import { dueTimes } from './due-times.ts';
import type { FaultLog } from './fault-log.ts';
import type { SchedulerParts } from './parts.ts';
import { resumePosts } from './resuming.ts';
import type { ReportTrouble } from './trouble.ts';

/** What a check works with. */
export interface CheckTools {
  owner: string;
  clock: ClockWatch;
  claims: Claims;
  deliveries: Deliveries;
  reportTrouble: ReportTrouble;
  faults: FaultLog;
  stopping: AbortSignal;
}

/**
 * Looks for all that is to be done at this moment: resumes what was not finished, and posts what is due.
 * Does nothing while the clock is wrong.
 * @returns when the next digest is due, in milliseconds since 1970, or infinity
 * @throws StoreError if the database cannot be used
 */
export type Check = (isStart: boolean) => Promise<number>;

/** A check that remembers from one time to the next when each digest is due. */
export function checkOf(parts: SchedulerParts, tools: CheckTools): Check {
  const { store, isOurs, now } = parts;
  const { clock, faults, stopping } = tools;
  const nextDueOf = dueTimes();
  /** Since when this process sees by itself what is posted. */
  let watchingSince: Date | undefined;
  let timesMended = 0;
  return async (isStart) => {
    if (!(await clock.isRight())) return Number.POSITIVE_INFINITY;
    const isFirst = watchingSince === undefined;
    watchingSince ??= now();
    await resumePosts(parts, { ...tools, isStart: isStart || isFirst });
    const isToMend = clock.timesFound() !== timesMended;
    timesMended = clock.timesFound();
    await store.tidy(now(), isToMend);
    let earliest = Number.POSITIVE_INFINITY;
    for (const digest of await store.active()) {
      if (stopping.aborted) break;
      if (digest.isPaused || !isOurs(digest.server)) continue;
      try {
        if (digest.isCopied && !(await recollect(digest, parts, tools.reportTrouble))) continue;
        const due = nextDueOf(digest);
        if (due > now()) {
          earliest = Math.min(earliest, due.getTime());
        } else {
          await postOverdue(digest, parts, { ...tools, watchingSince });
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
