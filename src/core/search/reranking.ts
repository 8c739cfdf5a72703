import type { SearchHints } from '../indexing/analyse.ts';
import type { SearchIndex } from '../indexing/search-index.ts';
import { sentencesOf } from '../indexing/term-text.ts';
import { hasHan, isStopWord } from '../language/text.ts';
import { isForeign, shareOf } from './coverage.ts';
import type { Candidate } from './query.ts';
import type { Question } from './question.ts';
import { sum, type WeightedQuestion } from './weighted-question.ts';

/** A sentence of a passage and how much of a question it contains. */
export interface BestSentence {
  /** The number of the sentence, from 0; null if none contains any of the question. */
  index: number | null;
  /** The share of the question's units, 0 to 1, plus the share of its pairs, 0 to 1. */
  share: number;
}

/** The sentence of a passage that contains the largest share of a question; of several, the first. */
export function bestSentence(question: WeightedQuestion, candidate: Candidate): BestSentence {
  let best: BestSentence = { index: null, share: 0 };
  // Across languages there are no pairs to compare, only translated words.
  const [units, pairs] = isForeign(question, candidate)
    ? [question.translated, []]
    : [question.singles, question.pairs];
  const { isCrossLanguage } = candidate;
  for (const [index, sentence] of sentencesOf(candidate.termText).entries()) {
    const share = shareOf(units, sentence, isCrossLanguage) + shareOf(pairs, sentence, isCrossLanguage);
    if (share > best.share) best = { index, share };
  }
  return best;
}

/** The share of a Chinese question's units that a passage contains, 0 to 1; 0 for a question without Chinese. */
export function passageShare(
  { singles }: WeightedQuestion,
  { termText, isCrossLanguage }: Candidate,
): number {
  return singles.some((unit) => unit.terms.some(hasHan)) ? shareOf(singles, termText, isCrossLanguage) : 0;
}

/**
 * Compares the cues of passages with a question.
 * @returns how alike the question and the cue that is most like it are, 0 to 1, for a passage's hints: the cosine of the
 *   two, with each term weighted by its rarity; 0 without cues
 */
export function cueLikenessTo(
  { words, bigrams }: Question,
  index: SearchIndex,
): (hints: Pick<SearchHints, 'cueTerms' | 'terms'>) => number {
  const asked = [...bigrams, ...words.filter((word) => !hasHan(word))].map((term) => ({
    term,
    square: index.rarity(term) ** 2,
  }));
  const questionNorm = sum(asked.map(({ square }) => square));
  return ({ cueTerms, terms }) => {
    // Of some fifty cues few have any of the terms.
    const present = asked.filter(({ term }) => terms.has(term));
    let best = 0;
    for (const cue of present.length > 0 ? cueTerms : []) {
      let common = 0;
      for (const { term, square } of present) if (cue.has(term)) common += square;
      if (common > 0) best = Math.max(best, common / Math.sqrt(questionNorm * squaredNorm(index, cue)));
    }
    return best;
  };
}

/** The sum of a cue's squared weights in an index. */
function squaredNorm(index: SearchIndex, cue: ReadonlySet<string>): number {
  const norms = SQUARED_NORMS.get(index) ?? new WeakMap<ReadonlySet<string>, number>();
  SQUARED_NORMS.set(index, norms);
  const known = norms.get(cue);
  if (known !== undefined) return known;
  const terms = [...cue].filter((term) => !isStopWord(term) && (!hasHan(term) || term.length === 2));
  const norm = sum(terms.map((term) => index.rarity(term) ** 2));
  norms.set(cue, norm);
  return norm;
}

/** Each question is compared with hundreds of cues. In each of several indexes that have a cue its terms are as rare as there. */
const SQUARED_NORMS = new WeakMap<SearchIndex, WeakMap<ReadonlySet<string>, number>>();
