import type { SearchIndex } from '../indexing/search-index.ts';
import { VECTOR_LENGTH } from '../language/dictionary.ts';
import { isNumber } from '../language/numbers.ts';
import { madeOnce, type Steps } from '../steps.ts';
import { RELATED } from '../tuning.ts';
import { forEachPassageWith } from './postings.ts';

/**
 * How nearly passages have a word, by their positions: 0 to 1, for the word in them that is used most like it ("duties" for
 * "tariffs", 薪水 for "wage").
 */
export type RelatedShares = Float32Array;

/** The words of an index of which it is known how they are used. */
interface Vocabulary {
  words: string[];
  /** Their vectors, one after the other. */
  vectors: Float32Array;
}

/** So many words are looked up before a pause. */
const WORDS_TOGETHER = 50;

const vocabularyOf = madeOnce(function* (index: SearchIndex): Steps<Vocabulary> {
  const words: string[] = [];
  const vectors: Float32Array[] = [];
  const dictionary = index.dictionary();
  let count = 0;
  for (const word of index.words()) {
    if (++count % WORDS_TOGETHER === 0) yield;
    const vector = isNumber(word) ? null : dictionary.vector(word);
    if (!vector) continue;
    words.push(word);
    vectors.push(vector);
    if (words.length > RELATED.vocabulary) return { words: [], vectors: new Float32Array(0) };
  }
  const joined = new Float32Array(words.length * VECTOR_LENGTH);
  for (const [at, vector] of vectors.entries()) joined.set(vector, at * VECTOR_LENGTH);
  return { words, vectors: joined };
});

/**
 * Finds the passages that have words used like one of a question. Pauses after the whole vocabulary.
 * @returns null if it is not known how the word is used, or nothing is used like it
 */
export function* relatedSteps(index: SearchIndex, word: string): Steps<RelatedShares | null> {
  const vector = index.dictionary().vector(word);
  if (!vector) return null;
  const vocabulary = yield* vocabularyOf.steps(index);
  const related = relatedWords(vector, vocabulary).filter((each) => each.word !== word);
  yield;
  if (related.length === 0) return null;
  const shares = new Float32Array(index.passages.length);
  for (const each of related) {
    forEachPassageWith(index, each.word, (position) => {
      if ((shares[position] ?? 0) === 0) shares[position] = each.share;
    });
  }
  yield;
  return shares;
}

/** The words that are used like one, the most similar first. */
function relatedWords(
  vector: Float32Array,
  { words, vectors }: Vocabulary,
): { word: string; share: number }[] {
  const found: { word: string; share: number }[] = [];
  for (const [at, word] of words.entries()) {
    let likeness = 0;
    const from = at * VECTOR_LENGTH;
    for (let number = 0; number < VECTOR_LENGTH; number++)
      likeness += (vector[number] ?? 0) * (vectors[from + number] ?? 0);
    if (likeness > RELATED.least)
      found.push({ word, share: (RELATED.match * (likeness - RELATED.least)) / (1 - RELATED.least) });
  }
  return found.sort((a, b) => b.share - a.share);
}
