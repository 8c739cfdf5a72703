import { indexTerm, type SearchIndex } from '../indexing/search-index.ts';

/** Goes through the positions of the passages that contain a term as a word. */
export function forEachPassageWith(index: SearchIndex, term: string, use: (position: number) => void): void {
  const bits = index.stats.common.get(term);
  if (bits) forEachBit(bits, use);
  else forEachPosting(index, [indexTerm(term)], 0, use);
}

/** Goes through the positions of the bits that are set. */
export function forEachBit(bits: Uint8Array, use: (position: number) => void): void {
  // With a hundred thousand bits, an iterator would take longer than the work.
  for (let at = 0; at < bits.length; at++) {
    for (let left = bits[at] ?? 0; left !== 0; left &= left - 1) use(at * 8 + 31 - Math.clz32(left & -left));
  }
}

/**
 * Goes through the postings of words that are not common, and of words like them if `fuzzy` is above 0.
 * MiniSearch asks for the boost of a passage before scoring it, and skips one whose boost is 0, so that it
 * builds and sorts no results: this takes a quarter of the time that results would.
 * @param terms as they are indexed
 */
export function forEachPosting(
  { mini }: SearchIndex,
  terms: readonly string[],
  fuzzy: number,
  use: (position: number, term: string) => void,
): void {
  mini.search('', {
    tokenize: () => [...terms],
    processTerm: (term) => term,
    fields: ['words'],
    fuzzy,
    boostDocument: (position: number, term) => {
      use(position, term);
      return 0;
    },
  });
}
