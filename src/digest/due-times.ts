import type { Digest } from '../core/digest/digest.ts';
import { type Due, nextDue } from '../core/digest/schedule.ts';
import { DAY_MS } from '../core/language/dates.ts';
import type { DigestStore } from '../store/digests.ts';

/** How far a bot looks back after it was away, in milliseconds; it reports nothing of before. It takes 1 ms for a day. */
const LOOK_BACK_MS = 31 * DAY_MS;

/**
 * The first due time for whose date nothing was posted, claimed or skipped.
 * @throws StoreError if the database cannot be used
 */
export async function nextUnposted(digest: Digest, store: DigestStore): Promise<Due> {
  let due = nextDue(digest, dueOnlyAfter(digest));
  // There may be a post for that date already: one of another time of day or zone, before the schedule changed.
  while (await store.hasPostFor(digest.key, due.date)) due = nextDue(digest, due.at);
  return due;
}

/** The due times of the last 31 days up to now that were not processed, oldest first. */
export function overdue(digest: Digest, now: () => Date): Due[] {
  const dues: Due[] = [];
  const after = Math.max(dueOnlyAfter(digest).getTime(), now().getTime() - LOOK_BACK_MS);
  for (let due = nextDue(digest, new Date(after)); due.at <= now(); due = nextDue(digest, due.at))
    dues.push(due);
  return dues;
}

/** When a digest is due next. Remembers each answer until the schedule changes, since every check asks for all of them. */
export function dueTimes(): (digest: Digest) => Date {
  const remembered = new Map<string, { schedule: string; at: Date }>();
  return (digest) => {
    const after = dueOnlyAfter(digest);
    const schedule = [digest.time, digest.zone, digest.days, after.getTime()].join(' ');
    const known = remembered.get(digest.key);
    if (known?.schedule === schedule) return known.at;
    const { at } = nextDue(digest, after);
    remembered.set(digest.key, { schedule, at });
    return at;
  };
}

/** A digest is due only after this time: earlier due times have been processed, or the schedule is newer. */
export function dueOnlyAfter({ since, processedUntil }: Digest): Date {
  return since > processedUntil ? since : processedUntil;
}
