import { beginsList } from './head.ts';
import type { Reading } from './reading.ts';

/** A list of those present has at most so many parts. */
const LONGEST_LIST = 300;
const HEAD = /^\W{0,3}[\p{L} -]{1,60}[:：]?\s{0,4}/u;

/** The names in the lists of those present, as printed, without "X's Presentation". */
export function presentIn(reading: Reading): string[] {
  const names: string[] = [];
  const { parts } = reading;
  for (let at = 0; at < parts.length; at++) {
    const text = parts[at]?.text ?? '';
    if (!beginsList(text)) continue;
    const same = text.replace(/^[^:：]{0,60}[:：]/u, '').trim();
    if (same !== '' && same !== text) names.push(...namesOf(same));
    else names.push(...namesBelow(reading, at));
  }
  return [...new Set(names)];
}

function namesBelow(reading: Reading, at: number): string[] {
  const names: string[] = [];
  for (let next = at + 1; next < reading.parts.length && next <= at + LONGEST_LIST; next++) {
    const text = reading.parts[next]?.text ?? '';
    if (/[:：]|[.!?]$/u.test(text) || (text.length > 80 && !text.includes(','))) break;
    names.push(...namesOf(text));
    if (text.includes(',')) break;
  }
  return names;
}

function namesOf(text: string): string[] {
  return text
    .split(/[,;]|\band\b/u)
    .map((name) => name.replace(HEAD, (head) => head).trim())
    .filter(
      (name) =>
        name.length >= 2 && name.length <= 50 && !/[’']s Presentation$/iu.test(name) && /^\p{L}/u.test(name),
    );
}
