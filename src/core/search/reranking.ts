import type { SearchIndex } from '../indexing/search-index.ts';
import { sentencesOf } from '../indexing/term-text.ts';
import { hasHan, isStopWord } from '../language/text.ts';
import { isForeign, shareOf } from './coverage.ts';
import type { Candidate } from './query.ts';
import type { Question } from './question.ts';
import { sum, type WeightedQuestion } from './weighted-question.ts';

/** The sentence that holds the largest share of the question, 0 to 2: its units and its pairs. */
export function bestSentence(question: WeightedQuestion, candidate: Candidate) {
  let best: { index: number | null; share: number } = { index: null, share: 0 };
  // TranslatableTerm languages there are no pairs to compare: the translated words are all there is.
  const [units, pairs] = isForeign(question, candidate)
    ? [question.translated, []]
    : [question.singles, question.pairs];
  const { isCrossLanguage } = candidate;
  for (const [at, sentence] of sentencesOf(candidate.termText).entries()) {
    const share = shareOf(units, sentence, isCrossLanguage) + shareOf(pairs, sentence, isCrossLanguage);
    if (share > best.share) best = { index: at, share };
  }
  return best;
}

/** The passage's share of a Chinese question's units. */
export function passageShare(
  { singles }: WeightedQuestion,
  { termText, isCrossLanguage }: Candidate,
): number {
  return singles.some((unit) => unit.terms.some(hasHan)) ? shareOf(singles, termText, isCrossLanguage) : 0;
}

/** How alike a cue is to a question's terms, 0 to 1: the cosine of both, weighed by rarity. */
export function likenessTo(
  { words, bigrams }: Question,
  index: SearchIndex,
): (cue: ReadonlySet<string>) => number {
  const square = (term: string) => index.rarity(term) ** 2;
  const asked = [...bigrams, ...words.filter((word) => !hasHan(word))];
  const all = sum(asked.map(square));
  return (cue) => {
    const common = sum(asked.filter((term) => cue.has(term)).map(square));
    return common === 0 ? 0 : common / Math.sqrt(all * cueWeight(index, cue));
  };
}

/** What a cue tells by itself. A cue belongs to one index, and each question compares itself with hundreds of them. */
function cueWeight({ rarity }: SearchIndex, cue: ReadonlySet<string>): number {
  const known = CUE_WEIGHTS.get(cue);
  if (known !== undefined) return known;
  const terms = [...cue].filter((term) => !isStopWord(term) && (!hasHan(term) || term.length === 2));
  const told = sum(terms.map((term) => rarity(term) ** 2));
  CUE_WEIGHTS.set(cue, told);
  return told;
}

const CUE_WEIGHTS = new WeakMap<ReadonlySet<string>, number>();
