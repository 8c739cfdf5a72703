import { isStopWord } from '../language/text.ts';
import { COMMON_PASSAGES, COMMON_SHARE } from '../tuning.ts';
import type { Shard, TermCounts } from './shard.ts';

/** A shard in an index of several. */
export interface PlacedShard {
  shard: Shard;
  /** By a passage's place in the shard, its position in the index; -1 if the index has it no more, or from another shard. */
  positions: Int32Array;
  /** Whether the positions that there are ascend. */
  isInOrder: boolean;
  /** How often terms were counted in passages whose position is -1. */
  gone: TermCounts;
}

/** What several shards together know of terms. */
export interface JointTerms {
  /** How many passages contain a term. */
  count(term: string): number;
  /** How many of these contain it only in their translation or in a cue. */
  translatedOnly(term: string): number;
  /** The positions of the passages that have a word, ascending; none for a stop word. */
  positionsOf(word: string): Iterable<number>;
  /** Every word that any passage has, but for stop words; in no order. */
  words(): Iterable<string>;
  /** Whether so many passages have a word that looking it up says little. */
  isCommon(word: string): boolean;
  /**
   * Words without Chinese characters that are like another and not common, in alphabetical order.
   * @param distance how many letters are wrong, missing or too many at most
   */
  similarWords(word: string, distance: number): string[];
}

/** Above this share of the passages, positions are marked and read off in order instead of sorted. */
const MARKED_SHARE = 1 / 64;

/**
 * Joins what shards know of terms.
 * @param size how many passages they have together
 */
export function jointTerms(shards: readonly PlacedShard[], size: number): JointTerms {
  const commonFrom = Math.max(COMMON_PASSAGES, COMMON_SHARE * size);
  const sum = (term: string, of: 'counts' | 'translatedOnly') => {
    let total = 0;
    for (const { shard, gone } of shards) {
      const number = shard.terms.get(term);
      if (number === undefined) continue;
      const before = gone.size > 0 ? gone.get(term) : undefined;
      total += (shard[of][number] ?? 0) - (before ? before[of === 'counts' ? 'count' : of] : 0);
    }
    return total;
  };
  const count = (term: string) => sum(term, 'counts');
  const isWord = (term: string) => shards.some((placed) => hasPosition(placed, term));
  const isCommon = (word: string) => count(word) > commonFrom && !isStopWord(word) && isWord(word);

  const positionsOf = (word: string): Iterable<number> => {
    const found = shards.filter(({ shard }) => placesOf(shard, word).length > 0);
    const [only] = found;
    if (found.length === 1 && only?.isInOrder) return presentPositions(only, word);
    const all = found.reduce((total, { shard }) => total + placesOf(shard, word).length, 0);
    return all > MARKED_SHARE * size ? markedPositions(found, word, size) : sortedPositions(found, word, all);
  };
  const similarWords = (word: string, distance: number) => {
    const found = new Set<string>();
    for (const placed of shards) {
      for (const similar of placed.shard.vocabulary.fuzzyGet(word, distance).keys()) {
        if (!found.has(similar) && hasPosition(placed, similar)) found.add(similar);
      }
    }
    return [...found].filter((similar) => !isCommon(similar)).sort();
  };
  return {
    count,
    words: () => wordsOf(shards),
    translatedOnly: (term) => sum(term, 'translatedOnly'),
    positionsOf,
    isCommon,
    similarWords,
  };
}

function* wordsOf(shards: readonly PlacedShard[]): Generator<string> {
  const before: Shard[] = [];
  for (const { shard } of shards) {
    const { terms, starts } = shard;
    for (const [term, number] of terms.entries())
      if (starts[number] !== starts[number + 1] && !before.some((other) => placesOf(other, term).length > 0))
        yield term;
    before.push(shard);
  }
}

const NOWHERE = new Uint32Array(0);

function placesOf({ terms, starts, places }: Shard, word: string): Uint32Array {
  const number = terms.get(word);
  return number === undefined ? NOWHERE : places.subarray(starts[number], starts[number + 1]);
}

function hasPosition({ shard, positions }: PlacedShard, word: string): boolean {
  return placesOf(shard, word).some((place) => (positions[place] ?? -1) >= 0);
}

function* presentPositions({ shard, positions }: PlacedShard, word: string): Generator<number> {
  for (const place of placesOf(shard, word)) {
    const position = positions[place] ?? -1;
    if (position >= 0) yield position;
  }
}

function sortedPositions(shards: readonly PlacedShard[], word: string, most: number): Int32Array {
  const found = new Int32Array(most);
  let count = 0;
  for (const placed of shards)
    for (const position of presentPositions(placed, word)) found[count++] = position;
  return found.subarray(0, count).sort();
}

function* markedPositions(shards: readonly PlacedShard[], word: string, size: number): Generator<number> {
  const marks = new Uint8Array(size);
  for (const placed of shards) for (const position of presentPositions(placed, word)) marks[position] = 1;
  for (let position = marks.indexOf(1); position >= 0; position = marks.indexOf(1, position + 1))
    yield position;
}
