import type { Steps } from '../../core/steps.ts';
import { sameName } from './name-form.ts';
import type { Reading } from './reading.ts';

/** What a whole file shows about the words in its labels. */
export interface Evidence {
  /** Words that stand in it without a capital, apart from the start of a part. */
  lower: ReadonlySet<string>;
  /** Those whom it lists as present, as `sameName` has them. */
  present: ReadonlySet<string>;
}

const LOWER_WORD = /(?<![\p{L}\p{N}’'_.@/-])\p{Ll}[\p{Ll}’'-]{2,30}/gu;
const PAUSE_EVERY = 500;

/** Looks through a file for what helps to tell names from words. */
export function* evidenceIn(reading: Reading, present: readonly string[]): Steps<Evidence> {
  const lower = new Set<string>();
  for (const [at, { text }] of reading.parts.entries()) {
    if (at % PAUSE_EVERY === 0) yield;
    for (const { 0: word, index } of text.matchAll(LOWER_WORD)) if (index > 0) lower.add(word);
  }
  return { lower, present: new Set(present.map(sameName)) };
}

/** Whether each longer word of a label also stands in the file as a common word. */
export function isCommon(key: string, { lower }: Evidence): boolean {
  const words = key.split(/[^\p{L}’']+/u).filter((word) => word.length >= 3);
  return words.length > 0 && words.every((word) => lower.has(word));
}
