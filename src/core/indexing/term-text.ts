import { hasHan, isStopWord, stemOf, wordSegments } from '../language/text.ts';

/**
 * A text in a form in which any question about its terms is a search for a substring: Chinese characters as
 * they are, Latin words as stems, without stop words and with a space on each side, a bar wherever anything
 * else comes between Chinese characters, and one line for each sentence. Every passage keeps its term text.
 * As one string it takes a tenth of the memory of a set of terms, and is fast enough to judge a hundred
 * passages afresh for each question.
 *
 *     出口管制(export controls)很有效。它…   →   出口管制 export control 很有效|⏎它…
 */
export type TermText = string;

/** Separates units that must not form a pair. */
const BREAK = '|';
const SENTENCE_END = '\n';
/** Precedes what belongs to the passage but to none of its sentences. */
const UNALIGNED = '\f';
const ANY_HAN = /\p{Script=Han}/u;

/**
 * Tokenises a normalised text, for indexing and for scoring alike.
 * @returns its words in order, as the function `words` returns them; its term text; and the stems of words
 *   with a hyphen as if they were written without it, since many are: `wifi` for Wi-Fi, `rd` for R&D
 */
export function tokenise(normalised: string): { words: string[]; joined: string[]; termText: TermText } {
  const words: string[] = [];
  const joined: string[] = [];
  let lastLatin = '';
  let between = '';
  // Joined at the end: a string that grows piece by piece keeps all its pieces in memory.
  const pieces: string[] = [];
  let isAfterBreak = false;
  let isAfterLatin = false;
  for (const { segment, parts, script, isStop } of wordSegments(normalised)) {
    if (parts.length === 0) {
      isAfterBreak = true;
      between += segment;
      continue;
    }
    words.push(...parts);
    const latin =
      script === 'latin' || (script === 'other' && parts.length === 1 && LATIN.test(segment)) ? segment : '';
    if (isJoined(lastLatin, between, latin)) joined.push(stemOf(lastLatin + latin));
    if (script === 'other' && isAbbreviation(segment)) joined.push(segment.replaceAll('.', ''));
    lastLatin = latin;
    between = '';
    // A number is one term, even if it is written in Chinese characters.
    if (script === 'chinese' || (script === 'other' && ANY_HAN.test(parts[0] ?? ''))) {
      if (isAfterBreak && !isAfterLatin) pieces.push(BREAK);
      // A mark of another script may be attached to a character.
      const pattern = script === 'chinese' ? segment : patternOf(segment);
      pieces.push(isAfterLatin ? pattern.trimStart() : pattern);
      isAfterLatin = pattern.endsWith(' ');
    } else {
      // Stems on either side of punctuation stay next to one another, as those around a hyphen must.
      if (!isAfterLatin) pieces.push(' ');
      for (const part of parts) if (script === 'latin' ? !isStop : !isStopWord(part)) pieces.push(part, ' ');
      isAfterLatin = true;
    }
    isAfterBreak = false;
  }
  return { words, joined, termText: pieces.join('') };
}

const LATIN = /^[a-z\d]+$/;
const FIGURES = /^\d+$/;

/**
 * Whether two words with this between them are also written as one: Wi-Fi, H-800, 3-D, B 52, A/C, R&D; but
 * not 12-year.
 */
export function isJoined(left: string, between: string, right: string): boolean {
  if (left === '' || right === '' || between.length !== 1) return false;
  // Most words have a space between them.
  if (between === ' ' && left.length > 1) return false;
  const [isNumberLeft, isNumberRight] = [FIGURES.test(left), FIGURES.test(right)];
  if (between === '-') return !isNumberLeft || (right.length === 1 && !isNumberRight);
  // Most letters alone are stop words; "a" is an article.
  if (between === ' ') return isNumberRight && /^[b-z]$/.test(left);
  return (between === '/' || between === '&') && !isNumberLeft && left.length + right.length <= 3;
}

/** Whether a word is one of letters with points, such as "u.s", which is "us" as well. */
export function isAbbreviation(word: string): boolean {
  return /^[a-z](?:\.[a-z])+$/.test(word);
}

/**
 * Joins the sentences of a passage.
 * @param unaligned what belongs to no one sentence, such as a translation whose sentences do not match
 */
export function joinTermTexts(sentences: readonly TermText[], unaligned: readonly TermText[] = []): TermText {
  const aligned = sentences.join(SENTENCE_END);
  return unaligned.length === 0 ? aligned : aligned + UNALIGNED + unaligned.join(SENTENCE_END);
}

/** A term text with others alongside, such as a sentence with its translation; no pair spans two of them. */
export function alongside(termText: TermText, ...others: readonly string[]): TermText {
  return others.reduce((text, other) => (other === '' ? text : `${text}${BREAK}${other}`), termText);
}

/** The sentences that `joinTermTexts` joined, without what belonged to none of them. */
export function sentencesOf(termText: TermText): TermText[] {
  const end = termText.indexOf(UNALIGNED);
  return (end < 0 ? termText : termText.slice(0, end)).split(SENTENCE_END);
}

/** What to look for in a term text to find a term: the term with a space on each side of whatever is not Chinese. */
export function patternOf(term: string): string {
  return ANY_HAN.test(term) ? term.replace(NOT_HAN, ' $1 ') : ` ${term} `;
}

const NOT_HAN = / ?([^\p{Script=Han} ]+(?: [^\p{Script=Han} ]+)*) ?/gu;

/** How often a term text contains a term, given as `patternOf` returns it. */
export function countOf(termText: TermText, pattern: string): number {
  let count = 0;
  // Two neighbours share the space between them.
  const step = pattern.length > 1 && pattern.endsWith(' ') ? pattern.length - 1 : pattern.length;
  for (let at = termText.indexOf(pattern); at >= 0; at = termText.indexOf(pattern, at + step)) count++;
  return count;
}

/** The smallest units of a text, and the pairs of adjacent ones. */
export interface Grams {
  /** Chinese characters one by one, and Latin stems without stop words. */
  singles: string[];
  /** Two Chinese characters (`出口`), or two units with a space between them (`export control`). */
  pairs: string[];
}

const UNIT = /\p{Script=Han}|[^\p{Script=Han}\s|]+|[|\n\f]/gu;

/** Splits a term text into units and pairs. No pair of Chinese characters spans punctuation or a Latin stop word. */
export function gramsOf(termText: TermText): Grams {
  const singles: string[] = [];
  const pairs: string[] = [];
  let last: { unit: string; end: number } | null = null;
  for (const { 0: unit, index } of termText.matchAll(UNIT)) {
    if (unit === BREAK || unit === SENTENCE_END || unit === UNALIGNED) {
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
