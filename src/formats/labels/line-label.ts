import { after, clockAt } from './clock.ts';

/** What may be a label at the start of a line, taken apart. */
export interface LineLabel {
  /** Where it begins: what is heard may stand before it, as in `[MUSIC] MIRA: Hello`. */
  start: number;
  /** What stands before it: `>>`, a dash, `@`; empty if nothing does. */
  marker: string;
  /** Without the space around it, as printed. */
  name: string;
  /** Where a time stands: before the name, after it, or after its colon. */
  timed: 'before' | 'after' | 'behind' | null;
  /** In seconds; null if there is none, or it is a time of the day. */
  time: number | null;
  colon: boolean;
  /** Where it ends and the words begin (UTF-16). */
  end: number;
}

/** No label is longer: names with a role, a firm and a time have up to 80 signs in the files that we know. */
const LONGEST = 100;

const MARKER = /(?:-{2,9}>|>{1,3}|[-–—•*@]|<<)\s{0,4}/y;
/** What is heard; nothing but words may follow it. */
const SOUND = /(?:\[[^[\]]{1,40}\]|\([^()]{1,40}\)|♪{1,3})\s{1,4}(?=[\p{L}>])/uy;
/** `Wed, May 01, 2024` stands with times as well, and is nobody's name. */
const DAY =
  /^(?:(?:mon|tue|wed|thu|fri|sat|sun)\p{L}{0,6}\.?,?\s{1,2})?(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}{0,6}\.?\s\d{1,2}|\d{1,2}\.?\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}{0,6})\.?,?(?:\s\d{4})?(?:,|\sat)?$/iu;
/** A day in another language, with its year: `2024年5月1日`, `1 de mayo de 2024`. */
const DATED =
  /^(?:[^\d:：]{0,20}\s)?(?:(?:19|20)\d{2}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日.{0,12}|\d{1,2}\.? [\p{Ll} .]{3,20}(?:19|20)\d{2},?)$/u;

/** `[SPEAKER_00]: words`, `(Mira Holt): words`. */
const IN_BRACKETS = /^[[(【]([^[\]()【】]{1,60})[\])】]$/u;
const BETWEEN = /\s{0,4}(?:[-–—|,:]\s{0,4})?/y;
const SPACE = /\s{0,20}/y;
const BEFORE_CLOCK = /[\s([\\【,–—-]/;
const COLON = /[:：︰]/;

/**
 * Takes the start of a line apart: a marker, a time, a name, a time, a colon, a time, of which only the name is needed.
 * @returns null if it cannot be a label; whether the name is one is not said
 */
export function lineLabelOf(text: string): LineLabel | null {
  const head = text.slice(0, LONGEST);
  const heard = clockAt(head, 0) === null ? after(SOUND, head, 0) : 0;
  const marked = after(MARKER, head, heard);
  const lead = clockAt(head, marked);
  const start = lead === null ? marked : after(BETWEEN, head, lead.end);
  const stop = nameEnd(head, start);
  if (stop === null) return null;
  const name = head
    .slice(start, stop.at)
    .replace(/[\s,–—|-]{1,9}$/u, '')
    .trimStart()
    .replace(/^\[\s?([^[\]]{1,80}?)\s?\]$/u, '$1');
  if (name === '' || DAY.test(name) || DATED.test(name)) return null;
  const trail = stop.clock;
  const colonAt = after(SPACE, head, trail?.end ?? stop.at);
  const colon = COLON.test(head.charAt(colonAt));
  const wordsAt = after(SPACE, head, colon ? colonAt + 1 : colonAt);
  const behind = colon && lead === null && trail === null ? clockAt(head, wordsAt) : null;
  const time = trail ?? lead ?? behind;
  // In brackets in front of more words it may be who speaks, or when.
  if (heard > 0 && (!colon || time !== null)) return null;
  return {
    start: heard,
    marker: head.slice(heard, marked).trim(),
    name: IN_BRACKETS.exec(name)?.[1]?.trim() || name,
    // Where both are there, each line of the file has the first.
    timed: trail ? 'after' : lead ? 'before' : behind ? 'behind' : null,
    time: time?.seconds ?? null,
    colon,
    end: behind === null ? wordsAt : after(SPACE, head, behind.end),
  };
}

/** Where a name ends: at a time, at a colon, or with its line. */
function nameEnd(head: string, start: number): { at: number; clock: ReturnType<typeof clockAt> } | null {
  for (let at = start; at < head.length; at++) {
    if (BEFORE_CLOCK.test(head.charAt(at - 1)) && at > start) {
      const clock = clockAt(head, at);
      if (clock !== null) return { at, clock };
    }
    const sign = head.charAt(at);
    if ((sign === '(' || sign === '[' || sign === '\\') && at > start) {
      const clock = clockAt(head, at);
      if (clock !== null) return { at, clock };
    }
    if (COLON.test(sign) && !/[/\d]/.test(head.charAt(at + 1))) return { at, clock: null };
  }
  return head.length < LONGEST ? { at: head.length, clock: null } : null;
}
