import { hasHan, isStopWord, wordSegments } from '../language/text.ts';

/**
 * A text in a form in which each question about its terms is a search for a substring: Chinese characters as they
 * stand, Latin words as stems with a space on each side and without stop words, a sign wherever something else
 * stands between Chinese characters, and a line a sentence. It is kept for every passage, so it is one string and no
 * set of terms: a tenth of the memory, and fast enough to judge a hundred passages anew for each question.
 *
 *     出口管制(export controls)很有效。它…   →   出口管制 export control 很有效|⏎它…
 */
export type TermText = string;

/** Stands where no pair of units may meet. */
const BREAK = '|';
const SENTENCE_END = '\n';
/** Behind it stands what belongs to the passage and to none of its sentences. */
const BESIDE = '\f';
const ANY_HAN = /\p{Script=Han}/u;

/**
 * Cuts a normalised text once, for the index and for scoring.
 * @returns its words in order, as `words` gives them, and its term text
 */
export function cutTerms(normalised: string): { words: string[]; termText: TermText } {
  const words: string[] = [];
  /** Joined at the end: a string that grows piece by piece keeps all its pieces. */
  const pieces: string[] = [];
  let isAfterBreak = false;
  let isAfterLatin = false;
  for (const { segment, parts } of wordSegments(normalised)) {
    if (parts.length === 0) {
      isAfterBreak = true;
      continue;
    }
    words.push(...parts);
    if (ANY_HAN.test(segment)) {
      if (isAfterBreak && !isAfterLatin) pieces.push(BREAK);
      // A mark from another script can be joined to a character.
      const pattern = patternOf(segment);
      pieces.push(isAfterLatin ? pattern.trimStart() : pattern);
      isAfterLatin = pattern.endsWith(' ');
    } else {
      // A sign between two stems leaves them side by side, as a hyphen does.
      if (!isAfterLatin) pieces.push(' ');
      for (const part of parts) if (!isStopWord(part)) pieces.push(part, ' ');
      isAfterLatin = true;
    }
    isAfterBreak = false;
  }
  return { words, termText: pieces.join('') };
}

/** Puts the sentences of a passage together, with what belongs to none of them (a translation that is cut otherwise). */
export function joinTermTexts(sentences: readonly TermText[], beside: readonly TermText[] = []): TermText {
  const own = sentences.join(SENTENCE_END);
  return beside.length === 0 ? own : own + BESIDE + beside.join(SENTENCE_END);
}

/** One text with another beside it, no pair across: a sentence with its translation, or with notions' tokens. */
export function alongside(termText: TermText, ...others: readonly string[]): TermText {
  return others.reduce((text, other) => (other === '' ? text : `${text}${BREAK}${other}`), termText);
}

/** The sentences that a term text was put together from. */
export function sentencesOf(termText: TermText): TermText[] {
  const end = termText.indexOf(BESIDE);
  return (end < 0 ? termText : termText.slice(0, end)).split(SENTENCE_END);
}

/** What to look for: a term with the spaces that stand around what is not Chinese in every term text. */
export function patternOf(term: string): string {
  return ANY_HAN.test(term) ? term.replace(NOT_HAN, ' $1 ') : ` ${term} `;
}

const NOT_HAN = / ?([^\p{Script=Han} ]+(?: [^\p{Script=Han} ]+)*) ?/gu;

/** How often a text holds what `patternOf` made of a term. */
export function countOf(termText: TermText, pattern: string): number {
  let count = 0;
  // Neighbours share a space.
  const step = pattern.length > 1 && pattern.endsWith(' ') ? pattern.length - 1 : pattern.length;
  for (let at = termText.indexOf(pattern); at >= 0; at = termText.indexOf(pattern, at + step)) count++;
  return count;
}

/** The smallest units of a text, and the pairs of those that stand side by side. */
export interface Grams {
  /** Chinese characters one by one, and Latin stems without stop words. */
  singles: string[];
  /** Two Chinese characters (`出口`), or two units with a space between (`export control`). */
  pairs: string[];
}

const UNIT = /\p{Script=Han}|[^\p{Script=Han}\s|]+|[|\n\f]/gu;

/** Cuts a term text into units and pairs; no pair spans a sign, or a stop word, between Chinese characters. */
export function gramsOf(termText: TermText): Grams {
  const singles: string[] = [];
  const pairs: string[] = [];
  let last: { unit: string; end: number } | null = null;
  for (const { 0: unit, index } of termText.matchAll(UNIT)) {
    if (unit === BREAK || unit === SENTENCE_END || unit === BESIDE) {
      last = null;
      continue;
    }
    singles.push(unit);
    if (last) {
      if (!hasHan(last.unit) || !hasHan(unit)) pairs.push(`${last.unit} ${unit}`);
      else if (last.end === index) pairs.push(last.unit + unit);
    }
    last = { unit, end: index + unit.length };
  }
  return { singles, pairs };
}
