import { Cron } from 'croner';
import { addDays, DAY_MS } from '../language/dates.ts';

/** When a digest posts. */
export interface Schedule {
  /** HH:MM, 00:00 to 23:59, local time in the zone. */
  time: string;
  /** An IANA time zone, as `Intl.supportedValuesOf` names it. */
  zone: string;
  /** Days of the week, 1 (Monday) to 7, ascending, for example `12345`. */
  days: string;
}

/** The days of a digest that posts every day, by their numbers; Monday is 1. */
export const EVERY_DAY = '1234567';

/** A time at which a digest is to post. */
export interface Due {
  /** The date in the digest's zone, YYYY-MM-DD. */
  date: string;
  at: Date;
}

/**
 * The first due time after an instant. A time that the clocks skip becomes the first valid time after it; of a time that
 * they repeat, the first one counts. These are croner's rules.
 * @throws TypeError if this machine does not know the zone
 */
export function nextDue({ time, zone, days }: Schedule, after: Date): Due {
  const [hour, minute] = time.split(':').map(Number);
  const run = runsOf(`0 ${minute} ${hour} * * ${[...days].join(',')}`, zone);
  const at = run(after);
  const due = { date: dateIn(zone, at), at };
  const wanted = firstDateOf(days, dateIn(zone, after));
  // If the clocks skip the time together with midnight, as in Nuuk, croner skips the day. The first valid time is then
  // midnight.
  if (due.date <= wanted || isOnDate(run, zone, { date: wanted, before: after })) return due;
  const midnight = runsOf('0 0 0 * * *', zone);
  let end = midnight(after);
  while (dateIn(zone, end) <= wanted) end = midnight(end);
  return end > after && end < at ? { date: wanted, at: end } : due;
}

/** A function that gives the first run of a cron pattern after an instant. */
function runsOf(pattern: string, timezone: string): (after: Date) => Date {
  const cron = new Cron(pattern, { timezone, paused: true });
  return (after) => {
    const at = cron.nextRun(after);
    // A week always has one of the days.
    if (!at) throw new RangeError(`The cron pattern ${pattern} never comes in ${timezone}.`);
    return at;
  };
}

/** The first date, from a date on, that falls on one of the days. */
function firstDateOf(days: string, from: string): string {
  for (let date = from; ; date = addDays(date, 1)) if (days.includes(weekdayOf(date))) return date;
}

/** Whether there is a run on a date, before the instant or after it. */
function isOnDate(
  run: (after: Date) => Date,
  zone: string,
  { date, before }: { date: string; before: Date },
): boolean {
  let at = run(new Date(before.getTime() - 2 * DAY_MS));
  while (dateIn(zone, at) < date) at = run(at);
  return dateIn(zone, at) === date;
}

/** 1 (Monday) to 7. */
function weekdayOf(date: string): string {
  return String(new Date(date).getUTCDay() || 7);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The date of an instant in a zone, YYYY-MM-DD. */
export function dateIn(zone: string, instant: Date): string {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    formats.set(zone, format);
  }
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
}
