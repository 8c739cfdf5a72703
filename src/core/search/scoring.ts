import type { SearchIndex } from '../indexing/search-index.ts';
import { countOf, patternOf, type TermText } from '../indexing/term-text.ts';
import { hasHan, words } from '../language/text.ts';
import { LONE_CHARACTER, MISSPELT, type Settings } from '../tuning.ts';
import type { Candidate } from './query.ts';
import { mean, type TranslatedTerm, type WeightedQuestion } from './weighted-question.ts';

/** BM25 of cues and of the questions before, by words and bigrams. */
export function hintScores(
  { mini, hasHints }: SearchIndex,
  { words, bigrams }: WeightedQuestion,
  { weights, bm25 }: Settings,
): Map<number, number> {
  const fields = (['cues', 'precedingQuestion'] as const).filter((field) => weights[field] > 0);
  if (!hasHints || fields.length === 0) return new Map();
  const results = mini.search('', {
    tokenize: () => [...new Set([...words, ...bigrams])],
    processTerm: (term) => term,
    fields,
    boost: weights,
    bm25,
  });
  return new Map(
    // MiniSearch multiplies by the number of matched terms, which favours long texts.
    results.map(({ id, score, queryTerms }) => [id as number, score / (queryTerms.length || 1)]),
  );
}

/**
 * The best translation's quality times how often it stands in a passage, as BM25 counts (about 1 for once in a passage
 * of usual length). What a person translated comes before what the dictionary knows: then it counts nothing.
 */
function translationScore(
  translated: TranslatedTerm,
  termText: TermText,
  often: (count: number) => number,
): number {
  if (translated.patterns.some((pattern) => termText.includes(pattern))) return 0;
  let best = 0;
  for (const { patterns, quality } of translated.translations) {
    if (!patterns.every((pattern) => termText.includes(pattern))) continue;
    best = Math.max(best, quality * mean(patterns.map((pattern) => often(countOf(termText, pattern)))));
  }
  return best;
}

/** How often a text has a Latin word as it is written: "sanctions" is not "sanctioned". */
function wordCount(text: string, word: string): number {
  let count = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    if (!LATIN.test(text[at - 1] ?? '') && !LATIN.test(text[at + word.length] ?? '')) count++;
  }
  return count;
}

const LATIN = /[a-z0-9]/;

/** BM25's part that grows with how often a term stands in a passage. */
function saturation(
  index: SearchIndex,
  position: number,
  { k, b }: Settings['bm25'],
): (count: number) => number {
  const flat = k * (1 - b + b * index.relativeLength(position));
  return (count) => (count * (k + 1)) / (count + flat);
}

/** Scores a passage by how often its text holds what is asked: BM25 of words, of pairs and of translations. */
export function scorerFor(
  index: SearchIndex,
  question: WeightedQuestion,
  misspelt: readonly string[],
  { bm25, weights, dictionary }: Settings,
): (candidate: Omit<Candidate, 'score'>) => number {
  const weighed = (terms: readonly string[], factor: number) =>
    terms.map((term) => ({
      pattern: patternOf(term),
      weight: factor * (term.length === 1 && hasHan(term) ? LONE_CHARACTER : 1) * index.rarity(term),
    }));

  const counted = [
    ...weighed(question.words, weights.words),
    ...weighed(misspelt, weights.words * MISSPELT),
    ...weighed(question.bigrams, weights.exactForms),
  ];
  const asWritten = question.latin.map((word) => ({
    word,
    weight: weights.exactForms * mean(words(word).map(index.rarity)),
  }));
  const translated = dictionary > 0 ? question.translated.filter(({ isHeld }) => isHeld) : [];
  return ({ position, termText, isCrossLanguage }) => {
    const often = saturation(index, position, bm25);
    let score = 0;
    for (const { pattern, weight } of counted) {
      const count = countOf(termText, pattern);
      if (count > 0) score += weight * often(count);
    }
    if (asWritten.length > 0) {
      const text = index.passages[position]?.text.toLowerCase() ?? '';
      for (const { word, weight } of asWritten) {
        const count = wordCount(text, word);
        if (count > 0) score += weight * often(count);
      }
    }
    if (isCrossLanguage && translated.length > 0) {
      for (const each of translated)
        score += dictionary * each.weight * translationScore(each, termText, often);
    }
    return score;
  };
}
