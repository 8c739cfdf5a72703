import { indexTerm, type SearchIndex } from '../indexing/search-index.ts';
import { bigrams, hasHan, words } from '../language/text.ts';
import {
  COMMON_COST,
  JUDGED,
  MISSPELT,
  POSTINGS,
  POSTINGS_ACROSS,
  POSTINGS_ROUNDS,
  type Settings,
} from '../tuning.ts';
import type { Query } from './query.ts';
import type { Translated, WeightedQuestion } from './weighted-question.ts';

/** What the first look finds. */
export interface Found {
  /** The positions of the passages that hold most of what is rare in the question, best first. */
  positions: number[];
  /** The words that passages have in place of misspelt ones. */
  misspelt: string[];
}

/** A word that may be looked up: what it costs in postings, and what a passage that holds it gains. */
interface LookUp {
  term: string;
  cost: number;
  weight: number;
  /** Of several translations of one word, a passage gains by one. */
  of: Translated | null;
}

/**
 * Finds the passages that hold the rarest of what is asked, for the second look to judge.
 *
 * Words are looked up from the rarest on, until their postings together pass a budget: what many passages hold costs
 * most and tells least, and the second look counts it in any case.
 * @param beside what passages gain by their cues and by the question before
 */
export function findCandidates(
  index: SearchIndex,
  question: WeightedQuestion,
  { speaker, seminar }: Pick<Query, 'speaker' | 'seminar'>,
  settings: Settings,
  beside: ReadonlyMap<number, number>,
): Found {
  const isWanted = (position: number) => {
    const passage = index.passages[position];
    return (
      (speaker === undefined || (passage?.speaker ?? null) === speaker) &&
      (seminar === undefined || passage?.seminar === seminar)
    );
  };
  const board = scoreBoard(index.passages.length, isWanted);
  for (const [position, score] of beside) board.add(position, score);
  // A long word may be cut otherwise in the passages, or be two.
  const terms = question.words.flatMap((term) => (index.knows(term) ? [term] : [term, ...bigrams(term)]));
  const asked = [...new Set(terms)].map((term) => lookUpOf(index, term, index.rarity(term), null));
  const wordsLeft = byRarity(asked);
  const acrossLeft = settings.dictionary > 0 ? byRarity(translationsOf(index, question, settings)) : [];
  // A filter throws most of what is found away: then it goes on.
  const rounds = speaker === undefined && seminar === undefined ? 1 : POSTINGS_ROUNDS;
  for (let round = 0; round < rounds && board.found() < JUDGED; round++) {
    const affordable = [
      ...takeAffordable(wordsLeft, POSTINGS),
      ...takeAffordable(acrossLeft, POSTINGS_ACROSS),
    ];
    lookUp(index, affordable, board);
  }
  const misspelt = lookUpMisspelt(index, question, board, settings);
  return { positions: board.highest(JUDGED), misspelt };
}

function lookUpOf(index: SearchIndex, term: string, weight: number, of: Translated | null): LookUp {
  const postings = index.frequency(term);
  return { term, cost: index.stats.common.has(term) ? postings * COMMON_COST : postings, weight, of };
}

/** What passages hold, rarest first. */
function byRarity(lookUps: readonly LookUp[]): LookUp[] {
  return lookUps.filter(({ cost }) => cost > 0).sort((a, b) => a.cost - b.cost);
}

/** Takes what a budget of postings pays for from the front of a list; at least one. */
function takeAffordable(left: LookUp[], budget: number): LookUp[] {
  let cost = 0;
  let count = 0;
  for (const each of left) {
    cost += each.cost;
    if (count > 0 && cost > budget) break;
    count++;
  }
  return left.splice(0, count);
}

/** Each translation by its rarest word: the second look sees whether the others stand beside it. */
function translationsOf(index: SearchIndex, { translated }: WeightedQuestion, settings: Settings): LookUp[] {
  return translated.flatMap((each) =>
    each.candidates.flatMap(({ terms, quality }) => {
      const parts = terms.flatMap((term) => (hasHan(term) ? words(term) : [term]));
      const weight = settings.dictionary * each.weight * quality;
      return byRarity(parts.map((term) => lookUpOf(index, term, weight, each))).slice(0, 1);
    }),
  );
}

/**
 * Words like one that no passage has. A word of which the dictionary finds a translation is not misspelt.
 * @returns the words that passages have
 */
function lookUpMisspelt(
  index: SearchIndex,
  question: WeightedQuestion,
  board: ScoreBoard,
  { fuzzy }: Settings,
): string[] {
  const isTranslated = new Set(question.translated.flatMap(({ terms, isHeld }) => (isHeld ? terms : [])));
  const unknown = question.words.filter(
    (term) => /^[a-z]{4,40}$/.test(term) && !index.knows(term) && !isTranslated.has(term),
  );
  const found = new Set<string>();
  if (fuzzy === 0 || unknown.length === 0) return [];
  eachPosting(index, unknown, fuzzy, (position, term) => {
    found.add(term);
    board.add(position, MISSPELT * index.rarity(term));
  });
  return [...found];
}

function lookUp(index: SearchIndex, lookUps: readonly LookUp[], board: ScoreBoard): void {
  /** One word may stand for several of the question. */
  const byTerm = new Map<string, LookUp[]>();
  for (const each of lookUps) {
    const bits = index.stats.common.get(each.term);
    const term = indexTerm(each.term);
    if (bits) eachBit(bits, (position) => board.add(position, each.weight, each.of));
    else byTerm.set(term, [...(byTerm.get(term) ?? []), each]);
  }
  eachPosting(index, [...byTerm.keys()], 0, (position, term) => {
    for (const { weight, of } of byTerm.get(term) ?? []) board.add(position, weight, of);
  });
}

function eachBit(bits: Uint8Array, use: (at: number) => void): void {
  // A hundred thousand bits: here an iterator would take longer than the work.
  for (let at = 0; at < bits.length; at++) {
    for (let left = bits[at] ?? 0; left !== 0; left &= left - 1) use(at * 8 + 31 - Math.clz32(left & -left));
  }
}

/**
 * Goes through the postings of words. MiniSearch asks for the boost of each passage before it scores it; with a boost
 * of 0 it goes on to the next, so that nothing is built or sorted: a quarter of the time of its results.
 */
function eachPosting(
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

/** What passages have gained so far. */
interface ScoreBoard {
  /** @param of where several translations of one word stand in a passage, it gains by the best of them */
  add(position: number, score: number, of?: Translated | null): void;
  /** How many passages have gained. */
  found(): number;
  /** The positions of the best, best first. */
  highest(count: number): number[];
}

/** Into so many classes scores fall, from none to the best. */
const CLASSES = 1024;

function scoreBoard(size: number, isWanted: (position: number) => boolean): ScoreBoard {
  const scores = new Float64Array(size);
  const positions: number[] = [];
  const gainedBy = new Map<Translated, Map<number, number>>();
  const add = (position: number, score: number, of: Translated | null = null) => {
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
