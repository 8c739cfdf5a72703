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
/** Bridge sync - May 1, 2024 (Fathom) */
const DATED =
  /^(\S.{0,150}?) [-–—] (\p{L}{3,9}\.? \d{1,2},? \d{4}|\d{1,2} \p{L}{3,9}\.? \d{4}|\d{4}-\d{2}-\d{2})$/u;

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
