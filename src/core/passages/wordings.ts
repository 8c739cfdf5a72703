import { hasHan, normalise } from '../language/text.ts';
import type { Passage } from './passages.ts';

/** Shorter sentences are in too many texts to tell where a text is from; letters and digits, so Chinese has fewer. */
const TELLING_LENGTH = { chinese: 8, latin: 24 } as const;
/** What people and renderers put where words are left out. */
const GAP = /\[? ?(?:…|\.{3}) ?\]?/u;

/** How a text ends that has been cut to fit, by Discord or a person. */
const CLIPPED = /(?:…|\.{3})\s*$/u;

/**
 * The letters and digits of a text, by which wordings are compared: without case, width, punctuation and line breaks,
 * with one space between Latin words.
 */
export function comparable(text: string): string {
  return lettersOf(text.normalize('NFKC').toLowerCase());
}

/** The same, with Traditional Chinese turned into Simplified. */
function comparableSimplified(text: string): string {
  return lettersOf(normalise(text));
}

function lettersOf(text: string): string {
  return text
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '')
    .trim();
}

/**
 * The passages that say exactly what was typed, in their text or its translation. Where the typed text has "[…]" or
 * "…", words may be left out; at its end, a part of a word.
 */
export function passagesSaying(typed: string, passages: readonly Passage[]): Passage[] {
  return inEitherScript(typed, passages, (form, all) => {
    const pieces = typed
      .split(GAP)
      .map(form)
      .filter((piece) => piece !== '');
    if (pieces.length === 0) return [];
    const isClipped = CLIPPED.test(typed);
    return all.filter(({ text, translation }) =>
      [text, translation ?? ''].some((words) => saysInOrder(form(words), pieces, isClipped)),
    );
  });
}

/** The passages of which a whole sentence is in what was typed: that is how one finds an excerpt pasted with its frame. */
export function passagesQuotedIn(typed: string, passages: readonly Passage[]): Passage[] {
  return inEitherScript(typed, passages, (form, all) => {
    const whole = form(typed);
    const isTelling = (sentence: string) =>
      sentence.length >= (hasHan(sentence) ? TELLING_LENGTH.chinese : TELLING_LENGTH.latin);
    return all.filter(({ text, translation, sentences }) => {
      const each = sentences.map(({ start, end }) => form(text.slice(start, end)));
      return [...each, form(translation ?? '')].some(
        (sentence) => isTelling(sentence) && whole.includes(sentence),
      );
    });
  });
}

/** Searches with Traditional Chinese as it is first, because turning all passages into Simplified takes long. */
function inEitherScript(
  typed: string,
  passages: readonly Passage[],
  find: (form: (text: string) => string, passages: readonly Passage[]) => Passage[],
): Passage[] {
  const found = find(comparable, passages);
  return found.length > 0 || !hasHan(typed) ? found : find(comparableSimplified, passages);
}

/**
 * Whether a text has all of the pieces, one after another. A Latin word is not found inside another one.
 * @param isClipped whether the last piece may end inside a word
 */
function saysInOrder(text: string, pieces: readonly string[], isClipped: boolean): boolean {
  let from = 0;
  for (const [number, piece] of pieces.entries()) {
    const at = wordsAt(text, piece, { from, isClipped: isClipped && number === pieces.length - 1 });
    if (at < 0) return false;
    from = at + piece.length;
  }
  return true;
}

function wordsAt(
  text: string,
  piece: string,
  { from, isClipped }: { from: number; isClipped: boolean },
): number {
  for (let at = text.indexOf(piece, from); at >= 0; at = text.indexOf(piece, at + 1)) {
    const end = at + piece.length;
    if (!isInWord(text, at) && (isClipped || !isInWord(text, end))) return at;
  }
  return -1;
}

/** Whether a place in a comparable text is between two letters or digits of one Latin word. */
function isInWord(text: string, at: number): boolean {
  return /^[^\p{Script=Han} ]{2}$/u.test(text.slice(Math.max(0, at - 1), at + 1)) && at > 0;
}
