import { Cron } from 'croner';
import { addDays, DAY_MS } from '../language/dates.ts';
import { dateIn, offsetOf } from './zone.ts';

/** When a digest posts. */
export interface Schedule {
  /** HH:MM, 00:00 to 23:59, local time in the zone. */
  time: string;
  /** A name in the IANA database, or an offset such as `UTC+5:30`. */
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
 * The first due time after an instant. Each date has one due time, whichever instant it is computed from: a time that
 * the clocks skip becomes the first valid time after it, even if that is on the next date; of a time that they repeat,
 * the first one counts.
 * @throws RangeError if this machine does not know the zone, or there is no such time or day
 */
export function nextDue({ time, zone, days }: Schedule, after: Date): Due {
  if (!/^[1-7]+$/.test(days) || !/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time))
    throw new RangeError(`There is no time "${time}" on the days "${days}".`);
  // The due time of the date before may still be to come: in Nuuk the clocks skip the last hour of a day.
  for (let date = addDays(dateIn(zone, after), -1); ; date = addDays(date, 1)) {
    if (!days.includes(weekdayOf(date))) continue;
    const at = dueOn(date, time, zone);
    if (at > after) return { date, at };
  }
}

/** When a time of day comes on a date in a zone. */
function dueOn(date: string, time: string, zone: string): Date {
  const offset = offsetOf(zone);
  if (offset !== null) return new Date(Date.parse(`${date}T${time}:00Z`) - offset);
  const [hour, minute] = time.split(':').map(Number);
  // No zone is further from UTC than 14 hours.
  const before = new Date(Date.parse(date) - DAY_MS);
  const at = firstOnOrAfter(date, runsOf(`0 ${minute} ${hour} * * *`, zone), { zone, before });
  if (dateIn(zone, at) === date) return at;
  // croner leaves out a time that the clocks skip together with midnight. The first valid time is then midnight.
  return firstOnOrAfter(addDays(date, 1), runsOf('0 0 0 * * *', zone), { zone, before });
}

/** The first run on a date or after it. */
function firstOnOrAfter(
  date: string,
  run: (after: Date) => Date,
  { zone, before }: { zone: string; before: Date },
): Date {
  let at = run(before);
  while (dateIn(zone, at) < date) at = run(at);
  return at;
}

/** A function that gives the first run of a cron pattern after an instant. */
function runsOf(pattern: string, timezone: string): (after: Date) => Date {
  const cron = new Cron(pattern, { timezone, paused: true });
  return (after) => {
    const at = cron.nextRun(after);
    if (!at) throw new RangeError(`The cron pattern ${pattern} never comes in ${timezone}.`);
    return at;
  };
}

/** 1 (Monday) to 7. */
function weekdayOf(date: string): string {
  return String(new Date(date).getUTCDay() || 7);
}
