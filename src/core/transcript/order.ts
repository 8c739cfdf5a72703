import type { Transcript } from './transcript.ts';

/**
 * Compares seminars for sorting: the newest first, those without a date last, those of one date by their ids. Everything
 * that prefers one seminar to another, or lists several, has this order.
 */
export function newestFirst(
  one: Pick<Transcript, 'date' | 'id'>,
  other: Pick<Transcript, 'date' | 'id'>,
): number {
  return compare(other.date ?? '', one.date ?? '') || compare(one.id, other.id);
}

/** By code units, which is the order of dates, and the same on every machine. */
function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
