import type { Source } from '../core/transcript/source.ts';
import { wordsOf } from './shares.ts';

/** So many words in a row are compared. */
const SHINGLE = 4;
/** A corrected file has at least this share of its runs of words from the one before. */
const SAME_FILE = 0.4;

/** Whether two sources are one file, before and after somebody has corrected it. */
export function isSameFile(one: Source, other: Source): boolean {
  const [a, b] = [shinglesOf(one.text), shinglesOf(other.text)];
  const [fewer, more] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const shingle of fewer) if (more.has(shingle)) shared++;
  return shared >= fewer.size * SAME_FILE;
}

function shinglesOf(text: string): Set<string> {
  const words = wordsOf(text.toLowerCase());
  if (words.length <= SHINGLE) return new Set([words.join(' ')]);
  return new Set(words.slice(SHINGLE - 1).map((_, at) => words.slice(at, at + SHINGLE).join(' ')));
}
