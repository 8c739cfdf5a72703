import type { SearchIndex } from '../indexing/search-index.ts';
import { bigrams, hasHan, words } from '../language/text.ts';
import type { Steps } from '../steps.ts';
import {
  BUDGET_ROUNDS,
  COMMON_COST,
  MAX_CANDIDATES,
  MISSPELT_WEIGHT,
  POSTINGS_BUDGET,
  RELATED,
  type Settings,
  TRANSLATION_BUDGET,
} from '../tuning.ts';
import { newestFirst } from './newest.ts';
import { forEachPassageWith, similarWords } from './postings.ts';
import { type PassageFilter, passes } from './query.ts';
import { type ScoreBoard, scoreBoard } from './score-board.ts';
import type { TranslatedTerm, WeightedQuestion } from './weighted-question.ts';

/** The passages to be scored in full. */
export interface CandidatePositions {
  /** The positions of the passages that contain most of what is rare in the question, best first. */
  positions: number[];
  /** The words of passages that misspelt words of the question may stand for. */
  correctedWords: string[];
}

/**
 * Finds the passages that contain the rarest words of a question, so that only these need to be scored by all
 * of it.
 *
 * Words are looked up from the rarest on, until their postings reach a budget: words that many passages
 * contain cost most and say least, and scoring counts them in any case. Pauses often.
 * @param hintScores what passages gain by their cues and by the question that they answer, by position
 */
export function* candidateSteps(
  index: SearchIndex,
  question: WeightedQuestion,
  filter: PassageFilter,
  settings: Settings,
  hintScores: ReadonlyMap<number, number>,
): Steps<CandidatePositions> {
  const isWanted = (position: number) => {
    const passage = index.passages[position];
    return passage !== undefined && passes(filter, passage);
  };
  const board = scoreBoard(index.passages.length, isWanted, (one, other) =>
    newestFirst(index.passages[one], index.passages[other]),
  );
  for (const [position, score] of hintScores) board.add(position, score);
  const words = wordLookUps(index, question);
  yield;
  const translations =
    settings.dictionary > 0 ? yield* translationLookUpSteps(index, question, settings) : [];
  // A filter discards most of what is found, so the search may continue past its first budget.
  const isFiltered = Object.values(filter).some((value) => value !== undefined);
  const rounds = isFiltered ? BUDGET_ROUNDS : 1;
  for (let round = 0; round < rounds && board.count() < MAX_CANDIDATES; round++) {
    const affordable = [
      ...takeAffordable(words, POSTINGS_BUDGET),
      ...takeAffordable(translations, TRANSLATION_BUDGET),
    ];
    yield* lookUpSteps(index, affordable, board);
  }
  const correctedWords = lookUpMisspelt(index, question, board, settings);
  // Last, since words used alike say less than any word of the question.
  for (const term of board.count() < MAX_CANDIDATES ? question.required : []) {
    for (const [position, share] of (term.related ?? []).entries())
      if (share > 0) board.add(position, RELATED.candidate * term.weight * share);
    yield;
  }
  return { positions: board.highest(MAX_CANDIDATES), correctedWords };
}

/** A word that may be looked up. */
interface LookUp {
  term: string;
  /** In postings. */
  cost: number;
  /** What a passage that contains the word scores. */
  weight: number;
  /** The term that the word is a translation of; of all translations of one term a passage scores only the best. */
  translated: TranslatedTerm | null;
}

function lookUpOf(
  index: SearchIndex,
  term: string,
  weight: number,
  translated: TranslatedTerm | null,
): LookUp {
  const postings = index.frequency(term);
  return { term, cost: index.isCommon(term) ? postings * COMMON_COST : postings, weight, translated };
}

/** The words of a question that any passage contains, rarest first. */
function wordLookUps(index: SearchIndex, question: WeightedQuestion): LookUp[] {
  const terms = question.words.flatMap((term) => [
    term,
    // Passages may split a long word differently, or have it as two words.
    ...(index.hasTerm(term) ? [] : bigrams(term)),
    ...(question.spellings.get(term) ?? []).flatMap((form) => form.split(' ')),
  ]);
  return rarestFirst([...new Set(terms)].map((term) => lookUpOf(index, term, index.rarity(term), null)));
}

/** Each translation by its rarest word: scoring checks whether its other words are there too. */
function* translationLookUpSteps(
  index: SearchIndex,
  question: WeightedQuestion,
  settings: Settings,
): Steps<LookUp[]> {
  const found: LookUp[] = [];
  for (const translated of question.translated) {
    for (const { terms, quality } of translated.translations) {
      const parts = terms.flatMap((term) => (hasHan(term) ? words(term) : [term]));
      const weight = settings.dictionary * translated.weight * quality;
      const rarest = rarestFirst(parts.map((term) => lookUpOf(index, term, weight, translated)));
      found.push(...rarest.slice(0, 1));
    }
    yield;
  }
  return rarestFirst(found);
}

/** Sorts words by their cost, without those that no passage contains. */
function rarestFirst(lookUps: readonly LookUp[]): LookUp[] {
  return lookUps.filter(({ cost }) => cost > 0).sort((a, b) => a.cost - b.cost);
}

/** Removes from the front of a list what a budget of postings pays for, but at least one word. */
function takeAffordable(lookUps: LookUp[], budget: number): LookUp[] {
  let cost = 0;
  let count = 0;
  for (const each of lookUps) {
    cost += each.cost;
    if (count > 0 && cost > budget) break;
    count++;
  }
  return lookUps.splice(0, count);
}

function* lookUpSteps(index: SearchIndex, lookUps: readonly LookUp[], board: ScoreBoard): Steps<void> {
  // One word may translate several terms of the question.
  const byTerm = new Map<string, LookUp[]>();
  for (const each of lookUps) {
    if (index.isCommon(each.term)) {
      forEachPassageWith(index, each.term, (position) => board.add(position, each.weight, each.translated));
      yield;
    } else byTerm.set(each.term, [...(byTerm.get(each.term) ?? []), each]);
  }
  yield;
  for (const [term, found] of byTerm) {
    forEachPassageWith(index, term, (position) => {
      for (const { weight, translated } of found) board.add(position, weight, translated);
    });
  }
}

/**
 * Looks up words similar to those that no passage contains, and those with two letters the other way round. A
 * word that the dictionary can translate is not misspelt.
 * @returns the similar words
 */
function lookUpMisspelt(
  index: SearchIndex,
  question: WeightedQuestion,
  board: ScoreBoard,
  { fuzzy }: Settings,
): string[] {
  const translatable = new Set(
    question.translated.flatMap(({ terms, isIndexed }) => (isIndexed ? terms : [])),
  );
  const unknown = question.words.filter(
    (term) => /^[a-z]{4,40}$/.test(term) && !index.hasTerm(term) && !translatable.has(term),
  );
  if (fuzzy === 0 || unknown.length === 0) return [];
  const similar = new Set<string>();
  const addAll = (term: string) => {
    const score = MISSPELT_WEIGHT * index.rarity(term);
    forEachPassageWith(index, term, (position) => board.add(position, score));
  };
  for (const word of unknown) {
    for (const term of similarWords(index, word, fuzzy)) {
      similar.add(term);
      addAll(term);
    }
  }
  for (const term of new Set(unknown.flatMap((term) => question.corrections.get(term) ?? []))) {
    if (similar.has(term)) continue;
    similar.add(term);
    addAll(term);
  }
  return [...similar];
}
