import { createHash } from 'node:crypto';
import type { Passage, PassagesById } from './passages.ts';

/** A passage and which of its sentences answers. */
export interface PassageReference {
  passage: Passage;
  /** From 0; null where none does. */
  sentence: number | null;
}

/** Characters of a passage's mark: 24 bits, so that two of 1,000 passages share one in 3 of 100 archives. */
const MARK = 4;
/** A sentence's number takes one character; further ones are not told apart. */
const SENTENCES = 36;
/** Stands where no sentence answers. */
const NONE = '-';

/**
 * Writes passages short enough for a button: each as a mark made of its id and its words, and its sentence. A mark
 * no longer fits once the passage's words change, so that a button never shows others than were there.
 */
export function writeReferences(references: readonly PassageReference[]): string {
  return references.map(({ passage, sentence }) => markOf(passage) + writeSentence(sentence)).join('');
}

/** Reads what `writeReferences` wrote; null where it is malformed or a passage is no longer there as it was. */
export function readReferences(written: string, { passages }: PassagesById): PassageReference[] | null {
  const found: PassageReference[] = [];
  for (let at = 0; at < written.length; at += MARK + 1) {
    const passage = byMark(passages).get(written.slice(at, at + MARK));
    const sign = written.slice(at + MARK, at + MARK + 1);
    const sentence = sign === NONE ? null : Number.parseInt(sign, SENTENCES);
    if (!passage || Number.isNaN(sentence)) return null;
    const last = passage.sentences.length - 1;
    found.push({ passage, sentence: sentence === null ? null : Math.min(sentence, last) });
  }
  return found.length > 0 ? found : null;
}

function writeSentence(sentence: number | null): string {
  return sentence === null ? NONE : Math.min(sentence, SENTENCES - 1).toString(SENTENCES);
}

function markOf({ id, text }: Passage): string {
  return createHash('sha256').update(`${id}\n${text}`).digest('base64url').slice(0, MARK);
}

const marks = new WeakMap<ReadonlyMap<string, Passage>, Map<string, Passage>>();

/** Every passage by its mark, made once for each library. */
function byMark(passages: ReadonlyMap<string, Passage>): Map<string, Passage> {
  const known = marks.get(passages);
  if (known) return known;
  const made = new Map(Array.from(passages.values(), (passage) => [markOf(passage), passage]));
  marks.set(passages, made);
  return made;
}
