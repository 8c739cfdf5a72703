import { dateIn } from './stated-facts.ts';

/** What a tool puts together of a title, a date and what the file is; the first group is the title. */
const PUT_TOGETHER = [
  // Bridge sync-20240501_100000-Meeting Recording (Teams)
  /^(\S.{0,150}?)\s?[-_]\s?(?:19|20)\d{6}_\d{4,6}(?:UTC|Z)?(?:\s?[-_]\s?[\p{L} ]{3,40})?$/u,
  // Bridge sync (2024-05-01 10:00 GMT-7) - Transcript (Google Meet)
  /^(\S.{0,150}?) \((?:19|20)\d{2}[-/]\d{2}[-/]\d{2} (?:at )?\d{1,2}:\d{2}[^()]{0,12}\)(?: ?[-–—] ?[\p{L} ]{3,40})?$/u,
  // Bridge sync – 2024/05/01 10:00 PDT – Transcript (Google Meet)
  /^(\S.{0,150}?) [-–—] (?:19|20)\d{2}[-/]\d{2}[-/]\d{2} \d{1,2}:\d{2}[^()–—]{0,12} [-–—] [\p{L} ]{3,40}$/u,
];
/** Bridge sync - May 1, 2024 (Fathom), Bridges – recorded on 1 May 2024 */
const DATED =
  /^(\S.{0,150}?) [-–—] (?:\p{Ll}{3,12} (?:on )?)?(\p{L}{3,9}\.? \d{1,2},? \d{4}|\d{1,2} \p{L}{3,9}\.? \d{4}|\d{4}-\d{2}-\d{2})$/u;

/** The title in a line that a tool made of a title, a date and what the file is; null if a line is none. */
export function titleBesideDate(line: string): string | null {
  const head = line.slice(0, 250);
  for (const pattern of PUT_TOGETHER) {
    const title = pattern.exec(head)?.[1];
    if (title !== undefined && dateIn(head) !== null) return title;
  }
  const [, title, day = ''] = DATED.exec(head) ?? [];
  return title !== undefined && /\p{L}/u.test(title) && dateIn(day) !== null ? title : null;
}

/** `Tue, Mar 3, 2026 10:02AM • 14:33`: a day, a time of it, and how long a recording is. */
const DAY_AND_TIME = /^[^:]{6,40}\d{4},? (?:at )?\d{1,2}:\d{2}\s?(?:[AaPp][Mm])?(?:\s.{0,20})?$/u;

/** The first line at the top of a file where a tool prints the day and the time below it (Otter); undefined if it does not. */
export function titleAboveDate([first, second]: readonly string[]): string | undefined {
  if (first === undefined || second === undefined || first.length > 200) return undefined;
  if (!DAY_AND_TIME.test(second) || dateIn(second) === null || dateIn(first) !== null) return undefined;
  return /\p{L}/u.test(first) && !/\d:\d|[:.]$/u.test(first) ? first : undefined;
}
