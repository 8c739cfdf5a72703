/** Milliseconds of a day without a change of clocks. */
export const DAY_MS = 24 * 60 * 60 * 1000;

/** Whether a text is a day that exists, as YYYY-MM-DD. */
export function isDate(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The date so many days after another (before it, where negative), both YYYY-MM-DD. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 'YYYY-MM-DD'.length);
}

/** A date's number of days since 1970-01-01. */
export function dayNumber(date: string): number {
  return Date.parse(date) / DAY_MS;
}
