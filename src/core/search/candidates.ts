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
import type { PassageFilter } from './query.ts';
import { type ScoreBoard, scoreBoard } from './score-board.ts';
import type { TranslatedTerm, WeightedQuestion } from './weighted-question.ts';

/** The passages to be scored. */
export interface CandidatePositions {
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
  of: TranslatedTerm | null;
}

/**
 * Finds the passages that hold the rarest of what is asked, to be scored by all of it.
 *
 * Words are looked up from the rarest on, until their postings together pass a budget: what many passages hold costs
 * most and says least, and scoring counts it in any case.
 * @param hints what passages gain by their cues and by the question before, by position
 */
export function findCandidates(
  index: SearchIndex,
  question: WeightedQuestion,
  { speaker, seminar }: PassageFilter,
  settings: Settings,
  hints: ReadonlyMap<number, number>,
): CandidatePositions {
  const isWanted = (position: number) => {
    const passage = index.passages[position];
    return (
      (speaker === undefined || (passage?.speaker ?? null) === speaker) &&
      (seminar === undefined || passage?.seminar === seminar)
    );
  };
  const board = scoreBoard(index.passages.length, isWanted);
  for (const [position, score] of hints) board.add(position, score);
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

function lookUpOf(index: SearchIndex, term: string, weight: number, of: TranslatedTerm | null): LookUp {
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

/** Each translation by its rarest word: scoring sees whether the others stand beside it. */
function translationsOf(index: SearchIndex, { translated }: WeightedQuestion, settings: Settings): LookUp[] {
  return translated.flatMap((each) =>
    each.translations.flatMap(({ terms, quality }) => {
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
