import { hasHan, normalise } from '../language/text.ts';
import type { Steps } from '../steps.ts';
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

/** How a text is turned into what is compared. */
type Form = (text: string) => string;

/** The words of a passage, and those of its translation, as they are compared. */
type Wordings = readonly [text: string, translation: string];

/** The wordings of a list of passages, as far as they have been compared; the lists of a library stay the same. */
const knownWordings = new WeakMap<readonly Passage[], Map<Form, Wordings[]>>();

function wordingsOf(passages: readonly Passage[], form: Form): Wordings[] {
  const byForm = knownWordings.get(passages) ?? new Map<Form, Wordings[]>();
  knownWordings.set(passages, byForm);
  const known = byForm.get(form) ?? [];
  byForm.set(form, known);
  return known;
}

/**
 * The passages that say exactly what was typed, in their text or its translation. Where the typed text has "[…]" or
 * "…", words may be left out; at its end, a part of a word.
 * @param passages if the list is the same as before, what was made of it is used again
 */
export function* passagesSayingSteps(typed: string, passages: readonly Passage[]): Steps<Passage[]> {
  return yield* inEitherScript(typed, function* (form) {
    const pieces = typed
      .split(GAP)
      .map(form)
      .filter((piece) => piece !== '');
    if (pieces.length === 0) return [];
    const isClipped = CLIPPED.test(typed);
    const wordings = wordingsOf(passages, form);
    const found: Passage[] = [];
    for (const [at, passage] of passages.entries()) {
      const words = wordings[at] ?? [form(passage.text), form(passage.translation ?? '')];
      wordings[at] = words;
      if (words.some((each) => saysInOrder(each, pieces, isClipped))) found.push(passage);
      yield;
    }
    return found;
  });
}

/** The passages of which a whole sentence is in what was typed: that is how one finds an excerpt pasted with its frame. */
export function* passagesQuotedInSteps(typed: string, passages: readonly Passage[]): Steps<Passage[]> {
  return yield* inEitherScript(typed, function* (form) {
    const whole = form(typed);
    const isTelling = (sentence: string) =>
      sentence.length >= (hasHan(sentence) ? TELLING_LENGTH.chinese : TELLING_LENGTH.latin);
    const found: Passage[] = [];
    for (const passage of passages) {
      const { text, translation, sentences } = passage;
      const each = sentences.map(({ start, end }) => form(text.slice(start, end)));
      const isThere = [...each, form(translation ?? '')].some(
        (sentence) => isTelling(sentence) && whole.includes(sentence),
      );
      if (isThere) found.push(passage);
      yield;
    }
    return found;
  });
}

/** Searches with Traditional Chinese as it is first, because turning all passages into Simplified takes long. */
function* inEitherScript(typed: string, find: (form: Form) => Steps<Passage[]>): Steps<Passage[]> {
  const found = yield* find(comparable);
  return found.length > 0 || !hasHan(typed) ? found : yield* find(comparableSimplified);
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
