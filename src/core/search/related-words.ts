import type { SearchIndex } from '../indexing/search-index.ts';
import { VECTOR_LENGTH } from '../language/dictionary.ts';
import { isNumber } from '../language/numbers.ts';
import { madeByName, madeOnce, type Steps } from '../steps.ts';
import { RELATED } from '../tuning.ts';

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
  /** The positions of the passages that have them, one word's after the other's. */
  positions: Uint32Array;
  /** Where in `positions` those of each word begin; the end after the last. */
  starts: Uint32Array;
}

const NO_VOCABULARY: Vocabulary = {
  words: [],
  vectors: new Float32Array(0),
  positions: new Uint32Array(0),
  starts: new Uint32Array(1),
};

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
    if (words.length > RELATED.vocabulary) return NO_VOCABULARY;
  }
  const joined = new Float32Array(words.length * VECTOR_LENGTH);
  for (const [at, vector] of vectors.entries()) joined.set(vector, at * VECTOR_LENGTH);
  yield;
  const positions: number[] = [];
  const starts = new Uint32Array(words.length + 1);
  for (const [at, word] of words.entries()) {
    for (const position of index.positionsOf(word)) positions.push(position);
    starts[at + 1] = positions.length;
    if (at % WORDS_TOGETHER === 0) yield;
  }
  return { words, vectors: joined, positions: Uint32Array.from(positions), starts };
});

/** For so many words of each index it is kept which passages are related: those of the last questions. */
const KEPT_WORDS = 100;
/** In an index of more passages nothing is kept: these take 0.8 MB. */
const KEPT_PASSAGES = 2000;

const kept = madeByName<SearchIndex, { shares: RelatedShares | null }>(KEPT_WORDS);

/**
 * Finds the passages that have words used like one of a question. Pauses after the whole vocabulary.
 * @returns null if it is not known how the word is used, or nothing is used like it
 */
export function* relatedSteps(index: SearchIndex, word: string): Steps<RelatedShares | null> {
  if (index.passages.length > KEPT_PASSAGES) return yield* shareSteps(index, word);
  const { shares } = yield* kept(index, word, function* () {
    return { shares: yield* shareSteps(index, word) };
  });
  return shares;
}

function* shareSteps(index: SearchIndex, word: string): Steps<RelatedShares | null> {
  const vector = index.dictionary().vector(word);
  if (!vector) return null;
  const vocabulary = yield* vocabularyOf.steps(index);
  const related = relatedWords(vector, vocabulary).filter(({ at }) => vocabulary.words[at] !== word);
  yield;
  if (related.length === 0) return null;
  const { positions, starts } = vocabulary;
  const shares = new Float32Array(index.passages.length);
  for (const { at, share } of related) {
    const end = starts[at + 1] ?? 0;
    for (let place = starts[at] ?? 0; place < end; place++) {
      const position = positions[place] ?? 0;
      shares[position] = Math.max(shares[position] ?? 0, share);
    }
  }
  yield;
  return shares;
}

/** The words of a vocabulary that are used like one, by their places in it. */
function relatedWords(
  vector: Float32Array,
  { words, vectors }: Pick<Vocabulary, 'words' | 'vectors'>,
): { at: number; share: number }[] {
  const found: { at: number; share: number }[] = [];
  for (let at = 0; at < words.length; at++) {
    let likeness = 0;
    const from = at * VECTOR_LENGTH;
    for (let number = 0; number < VECTOR_LENGTH; number++)
      likeness += (vector[number] ?? 0) * (vectors[from + number] ?? 0);
    if (likeness > RELATED.least)
      found.push({ at, share: (RELATED.match * (likeness - RELATED.least)) / (1 - RELATED.least) });
  }
  return found;
}
