import type { TranslatedTerm } from './weighted-question.ts';

/** What passages have gained so far. */
export interface ScoreBoard {
  /** @param of where several translations of one word stand in a passage, it gains by the best of them */
  add(position: number, score: number, of?: TranslatedTerm | null): void;
  /** How many passages have gained. */
  found(): number;
  /** The positions of the best, best first. */
  highest(count: number): number[];
}

/** Into so many classes scores fall, from none to the best. */
const CLASSES = 1024;

export function scoreBoard(size: number, isWanted: (position: number) => boolean): ScoreBoard {
  const scores = new Float64Array(size);
  const positions: number[] = [];
  const gainedBy = new Map<TranslatedTerm, Map<number, number>>();
  const add = (position: number, score: number, of: TranslatedTerm | null = null) => {
    if (score <= 0 || !isWanted(position)) return;
    if (scores[position] === 0) positions.push(position);
    if (of === null) {
      scores[position] = (scores[position] ?? 0) + score;
      return;
    }
    const gained = gainedBy.get(of) ?? new Map<number, number>();
    gainedBy.set(of, gained);
    const before = gained.get(position) ?? 0;
    if (score <= before) return;
    gained.set(position, score);
    scores[position] = (scores[position] ?? 0) + score - before;
  };
  const highest = (count: number) => {
    const scoreOf = (position: number) => scores[position] ?? 0;
    // Tens of thousands may have gained: by counting them in classes of scores, only the best need be sorted.
    const top = positions.reduce((most, position) => Math.max(most, scoreOf(position)), 0);
    const classOf = (position: number) => Math.floor((scoreOf(position) / top) * (CLASSES - 1));
    const sizes = new Uint32Array(CLASSES);
    for (const position of positions) sizes[classOf(position)] = (sizes[classOf(position)] ?? 0) + 1;
    let least = CLASSES - 1;
    for (let taken = sizes[least] ?? 0; taken < count && least > 0; taken += sizes[least] ?? 0) least--;
    return positions
      .filter((position) => classOf(position) >= least)
      .sort((a, b) => scoreOf(b) - scoreOf(a))
      .slice(0, count);
  };
  return { add, found: () => positions.length, highest };
}
