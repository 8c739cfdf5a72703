import type { SearchIndex } from '../indexing/search-index.ts';
import type { TermText } from '../indexing/term-text.ts';

import {
  ABSENT_NAME_FACTOR,
  CUE_EVIDENCE,
  CUE_HELD,
  DICTIONARY_HELD,
  FOREIGN_FACTOR,
  UNFOCUSED_FACTOR,
  UNMET_FACTOR,
} from '../tuning.ts';
import type { Candidate } from './query.ts';
import type { Question } from './question.ts';
import { sum, type WeightedQuestion, type WeightedTerm } from './weighted-question.ts';

/** Whether question and passage are in different languages, and nobody has translated the passage. */
export function isForeign({ words }: Question, { document, isCrossLanguage }: Candidate): boolean {
  return isCrossLanguage && !document.translation && words.length > 0;
}

/** The share of units that a text holds, weighed. */
export function shareOf(
  units: readonly WeightedTerm[],
  termText: TermText,
  isCrossLanguage: boolean,
): number {
  let total = 0;
  let held = 0;
  for (const unit of units) {
    total += unit.weight;
    held += unit.weight * matchShare(termText, unit, isCrossLanguage);
  }
  return held / (total || 1);
}

/**
 * How much of what is asked a passage holds: the share of the question's notions, weighed; more where one of its
 * cues asks the same; much less where the kind of answer is missing, or the thing of which it asks which one, or
 * where it names what no passage speaks of.
 */
export function coverage(
  index: SearchIndex,
  question: WeightedQuestion,
  candidate: Candidate,
  cue: number,
): number {
  const { position, termText, isCrossLanguage } = candidate;
  if (isForeign(question, candidate)) return foreignCoverage(question, termText);
  const { required, answerKinds, namesAbsent, focused } = question;
  const hints = index.hints(position);
  /** A passage holds a unit in its words, in the question that it answers, or in one of its cues. */
  const heldBy = (unit: WeightedTerm) => {
    const inWords = matchShare(termText, unit, isCrossLanguage);
    if (inWords === 1) return 1;
    const inAll = matchShare(hints.terms, unit, true);
    // A passage has dozens of cues, and few of them speak of the same.
    const isAlone = unit.terms.length === 1 && unit.translations.length === 0;
    const beside =
      inAll === 0 || isAlone
        ? inAll
        : Math.max(...[hints.questionTerms, ...hints.cueTerms].map((terms) => matchShare(terms, unit, true)));
    return Math.max(inWords, beside * CUE_HELD);
  };
  const total = sum(required.map(({ weight }) => weight)) || 1;
  const held = sum(required.map((unit) => unit.weight * heldBy(unit))) / total;
  // Only where a curator put a passage into many words does a missing noun tell something.
  const inFocus = hints.cueTerms.length === 0 || focused.every((unit) => heldBy(unit) > 0);
  return (
    (held + CUE_EVIDENCE * cue) *
    (index.hasKinds(position, answerKinds) ? 1 : UNMET_FACTOR) *
    (inFocus ? 1 : UNFOCUSED_FACTOR) *
    (namesAbsent ? ABSENT_NAME_FACTOR : 1)
  );
}

/**
 * The same across languages: the share of what the dictionary can translate at all. Names are seldom in it, so they
 * are not missed; a poor translation is held as well as a good one.
 */
function foreignCoverage({ required }: WeightedQuestion, termText: TermText): number {
  const judged = required.filter(
    (unit) => unit.translations.length > 0 || unit.patterns.some((pattern) => termText.includes(pattern)),
  );
  const total = sum(judged.map(({ weight }) => weight)) || 1;
  return (
    (FOREIGN_FACTOR *
      sum(judged.filter((unit) => matchShare(termText, unit, true) > 0).map(({ weight }) => weight))) /
    total
  );
}

/**
 * How far a text, or a set of terms, holds a unit, 0 to 1.
 * @param isCrossLanguage whether translations from the dictionary count
 */
function matchShare(
  holder: TermText | ReadonlySet<string>,
  unit: WeightedTerm,
  isCrossLanguage: boolean,
): number {
  const direct = shareHeld(holder, unit);
  if (direct === 1 || !isCrossLanguage) return direct;
  let best = direct;
  for (const candidate of unit.translations) {
    const quality = candidate.quality * DICTIONARY_HELD;
    if (quality > best && shareHeld(holder, candidate) === 1) best = quality;
  }
  return best;
}

/** The share of terms that a text, or a set, holds. */
function shareHeld(
  holder: TermText | ReadonlySet<string>,
  { terms, patterns }: Pick<WeightedTerm, 'terms' | 'patterns'>,
): number {
  let held = 0;
  for (let at = 0; at < terms.length; at++) {
    if (typeof holder === 'string' ? holder.includes(patterns[at] ?? '') : holder.has(terms[at] ?? ''))
      held++;
  }
  return held / (terms.length || 1);
}
