import type { SearchHints } from '../indexing/analyse.ts';
import type { SearchIndex } from '../indexing/search-index.ts';
import { patternOf, type TermText } from '../indexing/term-text.ts';
import { isNumber } from '../language/numbers.ts';
import {
  ABSENT_NAME_FACTOR,
  DICTIONARY_MATCH,
  HINT_MATCH,
  INFORMATION,
  MISSING_FOCUS_FACTOR,
  MISSING_KIND_FACTOR,
  RELATED,
} from '../tuning.ts';
import type { Candidate } from './query.ts';
import type { Question } from './question.ts';
import { sum, type WeightedQuestion, type WeightedTerm } from './weighted-question.ts';

/** Whether question and passage are in different languages and the passage has no translation. */
export function isForeign({ words }: Question, { document, isCrossLanguage }: Candidate): boolean {
  return isCrossLanguage && !document.translation && words.length > 0;
}

/**
 * The weighted share of terms that a text contains, 0 to 1.
 * @param isCrossLanguage whether translations from the dictionary count
 */
export function shareOf(
  terms: readonly WeightedTerm[],
  termText: TermText,
  isCrossLanguage: boolean,
): number {
  let total = 0;
  let matched = 0;
  for (const term of terms) {
    total += term.weight;
    matched += term.weight * matchShare(termText, term, isCrossLanguage);
  }
  return matched / (total || 1);
}

/** Whether a text contains every term that a question asks for, in its own words. */
export function holdsWhole(termText: TermText, { required }: Pick<WeightedQuestion, 'required'>): boolean {
  return required.length > 0 && required.every((term) => containedShare(termText, term) === 1);
}

/**
 * How much of what is asked a passage contains: the weighted share of the question's required terms. It is
 * much less if the passage lacks the kind of answer or the kind of thing that is asked for, or if the question names
 * something that no passage mentions.
 * @returns from 0 to 1, for all that is asked
 */
export function coverage(index: SearchIndex, question: WeightedQuestion, candidate: Candidate): number {
  const { position, termText, isCrossLanguage } = candidate;
  const { required, essentialNumbers, answerKinds, focusTerms, hasUnknownName } = question;
  const hints = index.hints(position);
  const shareInPassage = (term: WeightedTerm) => {
    const inText = matchShare(termText, term, isCrossLanguage);
    if (inText === 1) return 1;
    // Who replies to a question with a number in it has not said that number.
    if (essentialNumbers.includes(term) || (isNumber(term.terms[0] ?? '') && essentialNumbers.length > 0))
      return Math.max(inText, ...hints.cueTerms.map((terms) => matchShare(terms, term, true) * HINT_MATCH));
    return Math.max(inText, matchInOneHint(hints, term) * HINT_MATCH);
  };
  const shareOrAlike = (term: WeightedTerm) => Math.max(shareInPassage(term), term.related?.[position] ?? 0);
  const total = sum(required.map(({ weight }) => weight)) || 1;
  const own = sum(required.map((term) => term.weight * shareInPassage(term))) / total;
  const matched = sum(required.map((term) => term.weight * shareOrAlike(term))) / total;
  // A missing noun means something only if a curator has described the passage in many words.
  const hasFocus = hints.cueTerms.length === 0 || focusTerms.every((term) => shareOrAlike(term) > 0);
  const lacksNumber = essentialNumbers.some((term) => shareInPassage(term) === 0);
  // In another language the name may stand there as nobody has told us.
  const lacksName = hasUnknownName && !isForeign(question, candidate);
  const information = sum(required.map((term) => (term.information ?? 1) * shareOrAlike(term)));
  return (
    matched *
    Math.min(1, information / INFORMATION) *
    (own < RELATED.ownShare ? RELATED.aloneFactor : 1) *
    (index.hasAnswerKinds(position, answerKinds) ? 1 : MISSING_KIND_FACTOR) *
    (hasFocus ? 1 : MISSING_FOCUS_FACTOR) *
    (lacksName || lacksNumber ? ABSENT_NAME_FACTOR : 1)
  );
}

/**
 * How much of a term the cue or the question before a passage has that has most of it, 0 to 1. A passage has dozens of cues,
 * few of them on the same subject: all parts of a term must be in one of them.
 */
function matchInOneHint({ terms, questionTerms, cueTerms }: SearchHints, term: WeightedTerm): number {
  const inAny = matchShare(terms, term, true);
  if (inAny === 0 || (term.terms.length === 1 && term.translations.length === 0)) return inAny;
  // Most translations are in none of the hints.
  const translations = term.translations.filter((each) => containedShare(terms, each) === 1);
  const possible = { ...term, translations };
  let best = matchShare(questionTerms, possible, true);
  for (const cue of cueTerms) {
    if (best === inAny) break;
    best = Math.max(best, matchShare(cue, possible, true));
  }
  return best;
}

/**
 * How much of what is asked a passage has in its own words, or in words that are used alike, 0 to 1: whatever else helps to
 * find it, so that passages of seminars with cues and without can be compared.
 */
export function ownShare(
  { required }: WeightedQuestion,
  { position, termText, isCrossLanguage }: Candidate,
): number {
  const matched = required.map(
    (term) =>
      term.weight * Math.max(matchShare(termText, term, isCrossLanguage), term.related?.[position] ?? 0),
  );
  return sum(matched) / (sum(required.map(({ weight }) => weight)) || 1);
}

/**
 * How much of a term a text or a set of terms contains, 0 to 1.
 * @param isCrossLanguage whether translations from the dictionary count
 */
export function matchShare(
  container: TermText | ReadonlySet<string>,
  term: WeightedTerm,
  isCrossLanguage: boolean,
): number {
  const direct = containedShare(container, term);
  if (direct === 1 || !isCrossLanguage) return direct;
  let best = direct;
  for (const translation of term.translations) {
    const quality = translation.quality * DICTIONARY_MATCH;
    if (quality > best && containedShare(container, translation) === 1) best = quality;
  }
  return best;
}

/** The share of a term's parts that a text or a set of terms contains. */
function containedShare(
  container: TermText | ReadonlySet<string>,
  { terms, patterns, forms = [] }: Pick<WeightedTerm, 'terms' | 'patterns'> & Partial<WeightedTerm>,
): number {
  let contained = 0;
  for (const form of forms)
    if (typeof container === 'string' ? container.includes(patternOf(form)) : container.has(form)) return 1;
  for (let at = 0; at < terms.length; at++) {
    if (
      typeof container === 'string' ? container.includes(patterns[at] ?? '') : container.has(terms[at] ?? '')
    )
      contained++;
  }
  return contained / (terms.length || 1);
}
