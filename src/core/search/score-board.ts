import type { TranslatedTerm } from './weighted-question.ts';

/** The scores of passages, by position, while postings are being read. */
export interface ScoreBoard {
  /**
   * Adds to a passage's score.
   * @param score ignored unless above 0
   * @param translated the term whose translation was found; of all its translations a passage scores
   *   only the best
   */
  add(position: number, score: number, translated?: TranslatedTerm | null): void;
  /** How many passages have a score. */
  count(): number;
  /** The positions of the passages with the highest scores, best first, equal ones as `compareEqual` says. */
  highest(count: number): number[];
}

/** How many classes of scores there are, from zero to the best. */
const CLASSES = 1024;

/**
 * Makes an empty board.
 * @param size how many passages there are
 * @param isWanted passages at other positions never score
 * @param compareEqual compares the positions of two passages with one score; by default the one that scored first
 *   comes first
 */
export function scoreBoard(
  size: number,
  isWanted: (position: number) => boolean,
  compareEqual: (one: number, other: number) => number = () => 0,
): ScoreBoard {
  const scores = new Float64Array(size);
  const positions: number[] = [];
  const bestTranslations = new Map<TranslatedTerm, Map<number, number>>();
  const add = (position: number, score: number, translated: TranslatedTerm | null = null) => {
    if (score <= 0 || !isWanted(position)) return;
    if (scores[position] === 0) positions.push(position);
    if (translated === null) {
      scores[position] = (scores[position] ?? 0) + score;
      return;
    }
    const best = bestTranslations.get(translated) ?? new Map<number, number>();
    bestTranslations.set(translated, best);
    const before = best.get(position) ?? 0;
    if (score <= before) return;
    best.set(position, score);
    scores[position] = (scores[position] ?? 0) + score - before;
  };
  const highest = (count: number) => {
    const scoreOf = (position: number) => scores[position] ?? 0;
    // Tens of thousands may have a score. Counting them by class first leaves only the best to be sorted.
    const top = positions.reduce((most, position) => Math.max(most, scoreOf(position)), 0);
    const classOf = (position: number) => Math.floor((scoreOf(position) / top) * (CLASSES - 1));
    const sizes = new Uint32Array(CLASSES);
    for (const position of positions) sizes[classOf(position)] = (sizes[classOf(position)] ?? 0) + 1;
    let lowest = CLASSES - 1;
    for (let taken = sizes[lowest] ?? 0; taken < count && lowest > 0; taken += sizes[lowest] ?? 0) lowest--;
    return positions
      .filter((position) => classOf(position) >= lowest)
      .sort((a, b) => scoreOf(b) - scoreOf(a) || compareEqual(a, b))
      .slice(0, count);
  };
  return { add, count: () => positions.length, highest };
}
