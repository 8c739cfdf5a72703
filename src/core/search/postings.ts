import type { SearchIndex } from '../indexing/search-index.ts';

/** Goes through the positions of the passages that contain a term as a word, ascending. */
export function forEachPassageWith(
  index: Pick<SearchIndex, 'positionsOf'>,
  term: string,
  use: (position: number) => void,
): void {
  for (const position of index.positionsOf(term)) use(position);
}

/** No more letters may be wrong, however long a word is: MiniSearch's own limit. */
const MOST_WRONG = 6;

/**
 * The words of passages that are like another, but for common ones.
 * @param fuzzy how many letters are wrong, missing or too many at most, as a share of the word
 */
export function similarWords(
  index: Pick<SearchIndex, 'similarWords'>,
  word: string,
  fuzzy: number,
): string[] {
  return index.similarWords(word, Math.min(MOST_WRONG, Math.round(word.length * fuzzy)));
}
