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

const WRITTEN_DATES = [
  ['en-US', 'long'],
  ['en-GB', 'long'],
  ['en-US', 'medium'],
  ['en-GB', 'medium'],
  ['zh-CN', 'long'],
  ['zh-CN', 'short'],
] as const;
/** Made when they are first needed: that takes longer than reading a transcript. */
let dateFormats: Intl.DateTimeFormat[] | undefined;

/** A date as people write it: March 7, 2025; 7 Mar 2025; 2025年3月7日; 2025/3/7. */
export function writtenDates(date: string): string[] {
  dateFormats ??= WRITTEN_DATES.map(
    ([language, dateStyle]) => new Intl.DateTimeFormat(language, { dateStyle, timeZone: 'UTC' }),
  );
  return dateFormats.map((format) => format.format(new Date(date)));
}
