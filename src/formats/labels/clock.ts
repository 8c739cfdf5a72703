import { secondsOf } from '../../core/language/clock-time.ts';

/** A time that stands in a text. */
export interface Clock {
  /** Where it ends (UTF-16). */
  end: number;
  /** Since the recording began, in seconds; null for a time of the day with AM or PM, or with a date. */
  seconds: number | null;
}

const CLOCK =
  /(?:(\d{1,3}):)?(\d{1,2}):(\d{2})(?:[.,]\d{1,3})?(?:\s?([AaPp]\.?[Mm])\b\.?(?:\s(?:[ECMP][SD]?T|UTC|GMT|BST|CES?T)\b)?)?(?!\d|:\d)/y;
const WRITTEN =
  /(?:(\d{1,3}) ?(?:hours?|hrs?|h),? ?)?(?:(\d{1,3}) ?(?:minutes?|mins?|m),? ?)?(\d{1,3}) ?(?:seconds?|secs?|s)\b/iy;
const OPENING = /\\?[[(【]\s?/y;
const CLOSING = /\s?\\?[\])】]/y;
const DATE =
  /(?:\d{4}[-/]\d{1,2}[-/]\d{1,2}|\d{1,2}[/.-][\p{L}\d]{1,4}[/.-]\d{2,4}|today|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day),?\s{1,2}(?:at\s)?/iuy;
const DATE_AFTER = /,\s\d{1,2}[/.]\d{1,2}[/.]\d{2,4}/y;
/** From one time to another; the first counts. */
const UNTIL = /\s?(?:-->|[-–—]|to)\s?/y;

/** The end of what a sticky pattern finds at a position, or the position if it finds nothing. */
export function after(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** The time at a position of a text, with the brackets around it; null if there is none. */
export function clockAt(text: string, at: number): Clock | null {
  const opened = after(OPENING, text, at);
  const dated = after(DATE, text, opened);
  const first = bareClockAt(text, dated);
  if (first === null) return null;
  const day = after(DATE_AFTER, text, first.end);
  const until = after(UNTIL, text, first.end);
  const second = until > first.end ? bareClockAt(text, until) : null;
  const end = second?.end ?? day;
  const seconds = dated > opened || day > first.end ? null : first.seconds;
  if (opened === at) return { end, seconds };
  const closed = after(CLOSING, text, end);
  return closed === end ? null : { end: closed, seconds };
}

function bareClockAt(text: string, at: number): Clock | null {
  CLOCK.lastIndex = at;
  const found = CLOCK.exec(text);
  if (found) {
    const seconds = secondsOf(found[1], found[2], found[3]);
    return { end: CLOCK.lastIndex, seconds: found[4] === undefined ? seconds : null };
  }
  WRITTEN.lastIndex = at;
  const written = WRITTEN.exec(text);
  if (!written) return null;
  const [, hours, minutes, seconds] = written;
  return { end: WRITTEN.lastIndex, seconds: secondsOf(hours, minutes, seconds) };
}
