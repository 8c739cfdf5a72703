import { HINT_FIELDS } from '../indexing/hint-index.ts';
import { inverseFrequency, type SearchIndex } from '../indexing/search-index.ts';
import { countOf, patternOf, type TermText } from '../indexing/term-text.ts';
import { isNumber } from '../language/numbers.ts';
import { hasHan, words } from '../language/text.ts';
import type { Steps } from '../steps.ts';
import { LONE_CHARACTER_WEIGHT, MISSPELT_WEIGHT, type Settings } from '../tuning.ts';
import type { Candidate } from './query.ts';
import { mean, type TranslatedTerm, type WeightedQuestion } from './weighted-question.ts';

/**
 * Scores passages by their cues and by the questions that they answer: BM25 of words and bigrams. Pauses after each
 * term: in a seminar of many questions, thousands of passages have one.
 * @returns scores above 0 by position, first those that match best
 */
export function* hintScoreSteps(
  index: SearchIndex,
  { words, bigrams }: WeightedQuestion,
  settings: Settings,
): Steps<Map<number, number>> {
  if (!index.hasHints) return new Map();
  const found = new Map<number, { score: number; terms: number }>();
  for (const term of new Set([...words, ...bigrams])) {
    for (const [position, score] of hintScoresOf(index, term, settings)) {
      const { score: before, terms } = found.get(position) ?? { score: 0, terms: 0 };
      found.set(position, { score: before + score, terms: terms + 1 });
    }
    yield;
  }
  const matching = Array.from(found).sort(([, a], [, b]) => b.score * b.terms - a.score * a.terms);
  return new Map(matching.map(([position, { score }]) => [position, score]));
}

/** What passages score by one term in their hints, with their positions, best first. */
function hintScoresOf(
  { passages, hintIndex }: SearchIndex,
  term: string,
  { weights, bm25: { k, b, d } }: Settings,
): [position: number, score: number][] {
  const scores = new Map<number, number>();
  for (const field of HINT_FIELDS) {
    const numbers = weights[field] > 0 ? (hintIndex.postings.get(term)?.[field] ?? []) : [];
    const rarity = inverseFrequency(passages.length, numbers.length / 2);
    for (let at = 0; at < numbers.length; at += 2) {
      const [position = 0, count = 0] = [numbers[at], numbers[at + 1]];
      const length = hintIndex.lengths[field].get(position) ?? 0;
      const lengthPart = k * (1 - b + (b * length) / hintIndex.meanLengths[field]);
      const score = rarity * (d + (count * (k + 1)) / (count + lengthPart));
      scores.set(position, (scores.get(position) ?? 0) + weights[field] * score);
    }
  }
  return Array.from(scores).sort(([, one], [, other]) => other - one);
}

/**
 * Makes the function that scores passages by how often they contain what is asked: BM25 of words, pairs and
 * translations.
 * @param correctedWords words that misspelt words of the question may stand for
 */
export function scorerFor(
  index: SearchIndex,
  question: WeightedQuestion,
  correctedWords: readonly string[],
  { bm25, weights, dictionary, related }: Settings,
): (candidate: Omit<Candidate, 'score'>) => number {
  const weighted = (terms: readonly string[], factor: number) =>
    terms.map((term) => {
      const forms = question.spellings.get(term) ?? [];
      const known = index.hasTerm(term) ? term : (forms[0]?.split(' ')[0] ?? term);
      return {
        patterns: [term, ...forms].map(patternOf),
        weight:
          // A number is written in many ways; none is more exact than the others.
          (isNumber(term) ? factor + weights.exactForms : factor) *
          (term.length === 1 && hasHan(term) ? LONE_CHARACTER_WEIGHT : 1) *
          index.rarity(known),
      };
    });

  const patterns = [
    ...weighted(question.words, weights.words),
    ...weighted(correctedWords, weights.words * MISSPELT_WEIGHT),
    ...weighted(question.bigrams, weights.exactForms),
  ];
  const writtenWords = question.writtenWords.map((word) => ({
    word,
    weight: weights.exactForms * mean(words(word).map(index.rarity)),
  }));
  const translated = dictionary > 0 ? question.translated.filter(({ isIndexed }) => isIndexed) : [];
  return ({ position, termText, isCrossLanguage }) => {
    const saturated = saturation(index, position, bm25);
    let score = 0;
    for (const { patterns: forms, weight } of patterns) {
      let count = 0;
      for (const form of forms) count = Math.max(count, countOf(termText, form));
      if (count > 0) score += weight * saturated(count);
    }
    if (writtenWords.length > 0) {
      const text = index.passages[position]?.text.toLowerCase() ?? '';
      for (const { word, weight } of writtenWords) {
        const count = wordCount(text, word);
        if (count > 0) score += weight * saturated(count);
      }
    }
    for (const term of related > 0 ? question.required : []) {
      const share = term.related?.[position] ?? 0;
      if (share > 0 && !term.patterns.some((pattern) => termText.includes(pattern)))
        score += related * term.weight * share;
    }
    if (isCrossLanguage && translated.length > 0) {
      for (const term of translated)
        score += dictionary * term.weight * translationScore(term, termText, saturated);
    }
    return score;
  };
}

/** The part of BM25 that grows with a term's count in a passage: 1 for a count of 1 in a passage of mean length. */
function saturation(
  index: SearchIndex,
  position: number,
  { k, b }: Settings['bm25'],
): (count: number) => number {
  const lengthPart = k * (1 - b + b * index.relativeLength(position));
  return (count) => (count * (k + 1)) / (count + lengthPart);
}

/**
 * The best translation's quality times the saturated count of its terms. If the passage contains the term
 * itself, a person has translated it, and the dictionary adds nothing.
 */
function translationScore(
  { patterns, translations }: TranslatedTerm,
  termText: TermText,
  saturated: (count: number) => number,
): number {
  if (patterns.some((pattern) => termText.includes(pattern))) return 0;
  let best = 0;
  for (const { patterns, quality } of translations) {
    if (!patterns.every((pattern) => termText.includes(pattern))) continue;
    best = Math.max(best, quality * mean(patterns.map((pattern) => saturated(countOf(termText, pattern)))));
  }
  return best;
}

/** How often a lower-case text contains a Latin word exactly as it is written: "sanctions" is not "sanctioned". */
function wordCount(text: string, word: string): number {
  let count = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    if (!LATIN.test(text[at - 1] ?? '') && !LATIN.test(text[at + word.length] ?? '')) count++;
  }
  return count;
}

const LATIN = /[a-z0-9]/;
