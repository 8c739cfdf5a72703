import { runToEnd, type Steps } from '../steps.ts';
import { goesOnAfter } from './abbreviations.ts';
import { SEGMENTER_WINDOW } from './text.ts';

const sentenceSegmenter = new Intl.Segmenter('zh', { granularity: 'sentence' });

/** Part of a text, as UTF-16 offsets: `start` inclusive, `end` exclusive. */
export interface Span {
  start: number;
  end: number;
}

/**
 * Splits a text into sentences: adjacent spans that together cover all of it. White space between two
 * sentences belongs to the first. Sentences end where Unicode says (UAX 29), so a closing quotation mark
 * stays with its sentence, but not where `goesOn` sees that one goes on, such as after "Mr." or "U.S.".
 */
export function sentences(text: string): Span[] {
  return runToEnd(sentenceSteps(text));
}

/** `sentences` in steps, for texts of any length. */
export function* sentenceSteps(text: string): Steps<Span[]> {
  const found: Span[] = [];
  let previous = '';
  for (const { start, end } of bracketedSentences(text)) {
    yield;
    const next = text.slice(start, end);
    const last = found.at(-1);
    const isNumbering = last?.end === (last?.start ?? 0) + previous.length && NUMBERING.test(previous);
    const isRoom = last && end - last.start <= LONGEST_SENTENCE;
    if (last && isRoom && (isNumbering || goesOn(previous, next))) last.end = end;
    else found.push({ start, end });
    previous = next;
  }
  return found;
}

/**
 * Unicode's sentences, but quotation marks and brackets that open are with what follows them: in Chinese, without
 * a space before them, Unicode takes them for closing ones.
 */
function* bracketedSentences(text: string): Generator<Span> {
  let start = 0;
  let isQuoting = false;
  for (const span of unicodeSentences(text)) {
    let end = span.end;
    for (let at = span.start; at < span.end; at++) {
      if (text[at] === '"') isQuoting = !isQuoting;
      else if (text[at] === '\n') isQuoting = false;
    }
    const isLast = span.end === text.length;
    let isOpen = isQuoting;
    while (!isLast && end > start + 1 && isOpening(text[end - 1], isOpen)) {
      if (text[end - 1] === '"') isOpen = false;
      end--;
    }
    yield { start, end };
    start = end;
  }
}

/** Whether a sign opens quotation marks or brackets. A straight quotation mark opens if what it opens is still open. */
function isOpening(sign = '', isQuoting: boolean): boolean {
  return sign === '"' ? isQuoting : '“‘「『《〈（【([{«'.includes(sign) && sign !== '';
}

/**
 * The last sentence in a window may be cut off, and where the one before it ends may depend on it: both are
 * read again.
 */
const LOOKAHEAD_SENTENCES = 2;
/**
 * The most UTF-16 units of one sentence. Nobody speaks one as long: what is longer was transcribed without punctuation,
 * or with points that end nothing ("A. B. C. …"), and is cut between two words, so that no passage is too long to be
 * quoted, nor takes long.
 */
const LONGEST_SENTENCE = 3000;
/** Where a text without punctuation may be cut, before something else. */
const GAP = /[\s\uFF0C\u3001,;\uFF1B](?![\s\uFF0C\u3001,;\uFF1B])/gu;

/** Where the first sentence of a text ends that has none of Unicode's: after the last gap between words, if there is one. */
function forcedEnd(text: string): number {
  const gap = Array.from(text.slice(0, LONGEST_SENTENCE).matchAll(GAP)).at(-1);
  if (gap) return gap.index + 1;
  return LONGEST_SENTENCE - (/[\uD800-\uDBFF]/.test(text[LONGEST_SENTENCE - 1] ?? '') ? 1 : 0);
}

/** Unicode's sentences, read through a window that moves along the text and grows if it has too few of them. */
function* unicodeSentences(text: string): Generator<Span> {
  let start = 0;
  let length = SEGMENTER_WINDOW;
  while (start < text.length) {
    const isLast = start + length >= text.length;
    const found: Span[] = [];
    for (const { index, segment } of sentenceSegmenter.segment(text.slice(start, start + length))) {
      found.push({ start: start + index, end: start + index + segment.length });
      // A window that has grown is slow, so it is left as soon as possible.
      if (length > SEGMENTER_WINDOW && found.length > LOOKAHEAD_SENTENCES) break;
    }
    const isComplete = isLast && found.at(-1)?.end === text.length;
    const certain = isComplete ? found : found.slice(0, -LOOKAHEAD_SENTENCES);
    yield* certain;
    if (certain.length === 0 && length > LONGEST_SENTENCE) {
      const [first] = found;
      const hasEnd = found.length > 1 && first !== undefined && first.end - start <= LONGEST_SENTENCE;
      const end = hasEnd ? first.end : start + forcedEnd(text.slice(start, start + length));
      yield { start, end };
      start = end;
      length = SEGMENTER_WINDOW;
      continue;
    }
    length = certain.length > 0 ? SEGMENTER_WINDOW : length * 2;
    start = certain.at(-1)?.end ?? start;
  }
}

/** How much before and after an end of Unicode's is examined, in UTF-16 units: an abbreviation, its brackets. */
const EXAMINED = 60;
/** The number of an item in a list, or the letter of who speaks, which Unicode takes for a sentence: "2." */
const NUMBERING = /^\s*[(（]?(?:\p{Nd}{1,3}|\p{Lu})[.)]\s+$/u;
/** A pause and not an end, as "…" is for Unicode already. Four points are an end. */
const PAUSE = /(?<![.])(?:\.{2,3}|\. \. \.)\s+$/u;
/** An exclamation or a question, perhaps in quotation marks or brackets. */
const EXCLAIMED = /[?!]["'”’)\]»]*[^\S\n]*$/u;
/** One in quotation marks or brackets, without white space after it: as in Chinese. */
const EXCLAIMED_INSIDE = /[?!？！]["'”’)\]»』」）】》]+$/u;
/** Quotation marks and brackets that open in the middle of a sentence: no colon or comma stands before them. */
const OPENED_INSIDE = /[\p{L}\p{N}]\s?[“"「『（(【《]/u;
/** What ties quoted words to the rest of a Chinese sentence. */
const TIED =
  /^(?:的|之|等|时|時|以及|和|与|與|或|而|这[种类样句一]|那[种类样句一]|這[種類樣句一]|那[種類樣句一])/u;
/** A sentence in quotation marks, as in Chinese. */
const QUOTED = /[。?!？！]["”’」』]+$/u;
/** Who said what was quoted before: 他问。 But not who says what is quoted next: 他问：“…” */
const WHO_SAID_IT =
  /^\p{Script=Han}{1,8}(?:说|說|问|問|道|答|表示|补充|補充|指出|强调|強調)(?:[。.!！，,；;]|$)/u;

/**
 * Whether a sentence goes on at a place where Unicode ends one.
 * @param before Unicode's sentence up to that place, with the white space after it
 * @param after Unicode's sentence from that place on
 */
function goesOn(before: string, after: string): boolean {
  const tail = before.slice(-EXAMINED);
  const following = after.slice(0, EXAMINED);
  if (PAUSE.test(tail) || goesOnAfter(lastWord(tail), following)) return true;
  // "Why?" he asked. "Yahoo! is …"
  if (EXCLAIMED.test(tail) && /^\p{Ll}/u.test(following)) return true;
  if (QUOTED.test(tail) && WHO_SAID_IT.test(following)) return true;
  if (!EXCLAIMED_INSIDE.test(tail)) return false;
  return TIED.test(following) || (/^\p{L}/u.test(following) && OPENED_INSIDE.test(tail));
}

/**
 * Whether a text ends in an abbreviation after which its sentence goes on: "… in the U.S."
 * @param after what follows the text, without white space at its start
 */
export function endsInside(text: string, after: string): boolean {
  return goesOnAfter(lastWord(text.slice(-EXAMINED).trimEnd()), after.slice(0, EXAMINED));
}

/** The last word of a text with the points in and after it; with other marks after it, it is no abbreviation. */
function lastWord(text: string): string {
  return (
    text
      .split(/[^\p{Script=Latin}\p{Nd}/&.?!。？！…]+/u)
      .filter((word) => word !== '')
      .at(-1) ?? ''
  );
}
