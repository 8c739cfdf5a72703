/** Milliseconds in a day on which no clock is changed. */
export const DAY_MS = 24 * 60 * 60 * 1000;

/** Whether a text is a date that exists, written YYYY-MM-DD. */
export function isDate(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The date of a year, a month (1 to 12) and a day, as YYYY-MM-DD; null if there is no such date. */
export function dateOf(year: number, month: number, day: number): string | null {
  const two = (value: number) => String(value).padStart(2, '0');
  const date = `${year}-${two(month)}-${two(day)}`;
  return isDate(date) ? date : null;
}

/**
 * The date a number of days after another, both YYYY-MM-DD.
 * @param days negative for an earlier date
 * @throws RangeError if `date` is not a date
 */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 'YYYY-MM-DD'.length);
}

/** The number of days from 1970-01-01 to a date (YYYY-MM-DD); NaN if it is not a date. */
export function dayNumber(date: string): number {
  return Date.parse(date) / DAY_MS;
}
