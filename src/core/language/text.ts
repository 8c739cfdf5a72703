import * as traditionalToSimplified from 'opencc-js/t2cn';
import { stemmer } from 'stemmer';
import { CHINESE_STOP_WORDS, ENGLISH_STOP_WORDS } from './stop-words.ts';

/**
 * Taiwan's words and characters to mainland ones (晶片 → 芯片, 輝達 → 英伟达). Both sides of a search are sent
 * through it: some Simplified words change too (建立 → 创建), and then change on both sides.
 */
const toSimplified = traditionalToSimplified.Converter({ from: 'twp', to: 'cn' });

/** Characters alone, which leaves Simplified text as it is: for telling the two scripts apart. */
const simplifiedCharacters = traditionalToSimplified.Converter({ from: 't', to: 'cn' });

const wordSegmenter = new Intl.Segmenter('zh', { granularity: 'word' });
/** Control characters, lone surrogates, and the invisible marks that set direction or join letters. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}]/gu;
const HAN_RUN = /\p{Script=Han}+/gu;
const HAN = /\p{Script=Han}/u;
const WORD = /[\p{L}\p{N}]/u;

/**
 * The form in which texts and questions meet: NFKC, lower case, Traditional to Simplified Chinese, invisible
 * characters out. Offsets into the result do not fit the original.
 */
export function normalise(text: string): string {
  const visible = text.replace(INVISIBLE, (character) => (/\s/u.test(character) ? ' ' : ''));
  return toSimplified(visible.normalize('NFKC').toLowerCase());
}

/** Signs that hide in a line, break it, or turn its words around: control characters, halves of pairs, direction marks. */
export const HIDDEN_SIGNS = /[\p{Cc}\p{Cs}\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;

/** The start of a text, trimmed, with a sign where something is left out. A character is never cut in two. */
export function shorten(text: string, most: number): string {
  const trimmed = text.trim();
  // Twice as many units hold all the characters that are wanted, however long the text is.
  const characters = Array.from(trimmed.slice(0, 2 * most + 2));
  return characters.length <= most ? trimmed : `${characters.slice(0, most).join('')}…`;
}

/** A text as a regular expression finds it, whatever signs are in it; Node has this only from 24 on. */
export function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

/** Whether a text has any Chinese character. */
export function hasHan(text: string): boolean {
  return HAN.test(text);
}

/** Whether a text has any letter or digit, in any script. */
export function hasWords(text: string): boolean {
  return WORD.test(text.replace(INVISIBLE, ''));
}

/**
 * The words of a normalised text, in order: Chinese ones by the dictionary in ICU, Latin ones as Porter stems.
 * Stop words stay in; a question loses them in `understand`.
 */
export function words(normalised: string): string[] {
  return Array.from(wordSegments(normalised), ({ parts }) => parts).flat();
}

/**
 * How much of a text is segmented at once, in UTF-16 units: the time that `Intl.Segmenter` takes for one segment grows
 * with the whole text that it was given.
 */
export const WINDOW = 1000;
/** Where no word goes on: after white space and full stops; after a comma, unless it stands in a number. */
const WORD_END = /[\s。、!?]|[,;](?!\d)/u;

/** A text in pieces that no word spans. Only a run of letters longer than a window is cut anywhere. */
function* pieces(text: string): Generator<string> {
  for (let start = 0; start < text.length; ) {
    let end = Math.min(start + WINDOW, text.length);
    if (end < text.length) {
      while (end > start && !WORD_END.test(text.slice(end - 1, end + 1))) end--;
      if (end === start) end += isLowSurrogate(text, start + WINDOW) ? WINDOW - 1 : WINDOW;
    }
    yield text.slice(start, end);
    start = end;
  }
}

function isLowSurrogate(text: string, at: number): boolean {
  return /^[\uDC00-\uDFFF]/.test(text.slice(at, at + 1));
}

/** A Latin word to its stem, with the possessive off; parts that ICU keeps together (ai.芯) are split. */
function stem(word: string): string[] {
  if (HAN.test(word)) return [word];
  return word
    .replace(/['’]s?$/u, '')
    .split(/['’_]+/u)
    .filter((part) => part !== '')
    .map((part) => (/^[a-z]+$/.test(part) ? stemLatin(part) : part));
}

/** Stems of one or two letters mix what differs: "used" would meet "US", "BIS" would meet "bi". */
function stemLatin(word: string): string {
  const stem = stemmer(word);
  return stem.length < 3 ? word : stem;
}

/** The pairs of neighbouring Chinese characters of a normalised text, in order; a lone character stands alone. */
export function bigrams(normalised: string): string[] {
  const found: string[] = [];
  for (const [run] of normalised.matchAll(HAN_RUN)) {
    const characters = Array.from(run);
    if (characters.length === 1) found.push(run);
    for (let at = 0; at + 1 < characters.length; at++) found.push(`${characters[at]}${characters[at + 1]}`);
  }
  return found;
}

/** The Latin words of a normalised text as they are written, in order: hyphens and points inside stay. */
export function latinWords(normalised: string): string[] {
  return normalised.replace(HAN_RUN, ' ').match(/[\p{L}\p{N}]+(?:[-.][\p{L}\p{N}]+)*/gu) ?? [];
}

/**
 * The segments of a normalised text in order, words and what lies between them, each with the words in it (none
 * for signs and white space).
 */
export function* wordSegments(normalised: string): Generator<{ segment: string; parts: string[] }> {
  for (const piece of pieces(normalised)) {
    for (const { segment, isWordLike } of wordSegmenter.segment(piece)) {
      yield { segment, parts: isWordLike ? stem(segment) : [] };
    }
  }
}

/** Whether a word, as `words` gives it, only asks or only joins others. */
export function isStopWord(word: string): boolean {
  return STEMMED_ENGLISH_STOP_WORDS.has(word) || CHINESE_STOP_WORDS.has(word);
}

const STEMMED_ENGLISH_STOP_WORDS = new Set([...ENGLISH_STOP_WORDS].flatMap(stem));

/** The start of a text up to its `count`-th word, Chinese or Latin; the whole text, trimmed, where it has fewer. */
export function firstWords(text: string, count: number): string {
  let seen = 0;
  for (const { index, segment, isWordLike } of wordSegmenter.segment(text)) {
    if (isWordLike) seen++;
    if (seen === count) return text.slice(0, index + segment.length).trim();
  }
  return text.trim();
}

/** The language of a question by its script; null where it has no Chinese character. */
export function chineseOf(text: string): 'zh-CN' | 'zh-TW' | null {
  if (!hasHan(text)) return null;
  const plain = text.normalize('NFKC');
  return simplifiedCharacters(plain) === plain ? 'zh-CN' : 'zh-TW';
}
