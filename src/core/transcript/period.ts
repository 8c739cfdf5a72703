import type { Transcript } from './transcript.ts';

/** The first and the last day (YYYY-MM-DD) of the seminars that are wanted; null for no limit. */
export interface Period {
  from: string | null;
  until: string | null;
}

/** No limit. */
export const ALWAYS: Period = { from: null, until: null };

/** Whether a period has a limit at all. */
export function isLimited({ from, until }: Period): boolean {
  return from !== null || until !== null;
}

/** Whether a seminar is of a period. Of one without a date nobody knows, so it is of no limited one. */
export function isWithin({ date }: Pick<Transcript, 'date'>, period: Period): boolean {
  if (!isLimited(period)) return true;
  const { from, until } = period;
  return date !== null && (from === null || date >= from) && (until === null || date <= until);
}

/** The seminars of a period, in the order given. */
export function seminarsWithin<Seminar extends Pick<Transcript, 'date'>>(
  seminars: readonly Seminar[],
  period: Period,
): readonly Seminar[] {
  return isLimited(period) ? seminars.filter((seminar) => isWithin(seminar, period)) : seminars;
}

/** The seminars nearest to a period that has none: the last one before it and the first one after it, if there are any. */
export function nearestTo<Seminar extends Pick<Transcript, 'date'>>(
  seminars: readonly Seminar[],
  { from, until }: Period,
): Seminar[] {
  const dated = seminars
    .flatMap((seminar) => (seminar.date === null ? [] : [{ seminar, date: seminar.date }]))
    .sort((one, other) => (one.date < other.date ? -1 : 1));
  const before = dated.findLast(({ date }) => from !== null && date < from);
  const after = dated.find(({ date }) => until !== null && date > until);
  return [before, after].flatMap((found) => (found ? [found.seminar] : []));
}
