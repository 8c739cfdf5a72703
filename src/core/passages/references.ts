import { createHash } from 'node:crypto';
import { madeOnce, type Steps } from '../steps.ts';
import type { Passage, PassagesById } from './passages.ts';

/** A passage, and which of its sentences answers. */
export interface PassageReference {
  passage: Passage;
  /** From 0; null if none does. */
  sentence: number | null;
}

/** In characters. They have 24 bits, so in 3 of 100 archives of 1,000 passages, two of them share one. */
const FINGERPRINT_LENGTH = 4;
/** How many numbers one character can write, in base 36; the last also means every later sentence. */
const SENTENCE_NUMBERS = 36;
/** Written in place of a number if no sentence answers. */
const NO_SENTENCE = '-';

/**
 * Writes references short enough for a button: for each, a fingerprint of the passage's id and words, and the
 * number of the sentence. A fingerprint is invalid once the passage's words change, so a button never shows
 * different words from those that it was made for.
 */
export function writeReferences(references: readonly PassageReference[]): string {
  return references.map(({ passage, sentence }) => fingerprintOf(passage) + writeSentence(sentence)).join('');
}

/** Reads what `writeReferences` has written; null if it is malformed, or any of the passages has changed or gone. */
export function readReferences(written: string, { passages }: PassagesById): PassageReference[] | null {
  const found: PassageReference[] = [];
  for (let at = 0; at < written.length; at += FINGERPRINT_LENGTH + 1) {
    const passage = byFingerprint.now(passages).get(written.slice(at, at + FINGERPRINT_LENGTH));
    const number = written.slice(at + FINGERPRINT_LENGTH, at + FINGERPRINT_LENGTH + 1);
    const sentence = number === NO_SENTENCE ? null : Number.parseInt(number, SENTENCE_NUMBERS);
    if (!passage || Number.isNaN(sentence)) return null;
    const last = passage.sentences.length - 1;
    found.push({ passage, sentence: sentence === null ? null : Math.min(sentence, last) });
  }
  return found.length > 0 ? found : null;
}

function writeSentence(sentence: number | null): string {
  return sentence === null
    ? NO_SENTENCE
    : Math.min(sentence, SENTENCE_NUMBERS - 1).toString(SENTENCE_NUMBERS);
}

function fingerprintOf({ id, text }: Passage): string {
  return createHash('sha256').update(`${id}\n${text}`).digest('base64url').slice(0, FINGERPRINT_LENGTH);
}

/** Every passage by its fingerprint, made once for each library. */
const byFingerprint = madeOnce<PassagesById['passages'], ReadonlyMap<string, Passage>>(function* (passages) {
  const found = new Map<string, Passage>();
  for (const passage of passages.values()) {
    found.set(fingerprintOf(passage), passage);
    yield;
  }
  return found;
});

/** Makes, in steps, what reading references needs. */
export function* referenceSteps({ passages }: PassagesById): Steps<void> {
  yield* byFingerprint.steps(passages);
}
