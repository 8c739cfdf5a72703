import { after, clockAt } from './clock.ts';

/** What may be a label at the start of a line, taken apart. */
export interface LineLabel {
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

const MARKER = /(?:>{2,3}|[-–—•*@]|<<)\s{0,4}/y;
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
  const marked = after(MARKER, head, 0);
  const lead = clockAt(head, marked);
  const start = lead === null ? marked : after(BETWEEN, head, lead.end);
  const stop = nameEnd(head, start);
  if (stop === null) return null;
  const name = head
    .slice(start, stop.at)
    .replace(/[\s,–—|-]{1,9}$/u, '')
    .trimStart()
    .replace(/^\[\s?([^[\]]{1,80}?)\s?\]$/u, '$1');
  if (name === '') return null;
  const trail = stop.clock;
  const colonAt = after(SPACE, head, trail?.end ?? stop.at);
  const colon = COLON.test(head.charAt(colonAt));
  const wordsAt = after(SPACE, head, colon ? colonAt + 1 : colonAt);
  const behind = colon && lead === null && trail === null ? clockAt(head, wordsAt) : null;
  const time = lead ?? trail ?? behind;
  return {
    marker: head.slice(0, marked).trim(),
    name,
    timed: lead ? 'before' : trail ? 'after' : behind ? 'behind' : null,
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
