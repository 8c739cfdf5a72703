import { runToEnd, type Steps } from '../steps.ts';

/** What a number of a place counts: lines of a text file, paragraphs of a document, or parts of a recording's data. */
export type PlaceUnit = 'line' | 'paragraph' | 'part';

/** A stretch of a source, as its file divides it: a line, a line of a caption, a paragraph, what one voice says at once. */
export interface SourcePart {
  /** Its number in the file, from 1. Numbers rise from part to part; some may be missing (a caption's number and times). */
  place: number;
  /** Without markup, with entities decoded, in one line, without white space at its ends. */
  text: string;
  /** Whom the file names in a field of its own, such as a voice tag, and not in the text; null if it does not. */
  label: string | null;
  /** Where the part begins in the recording, in seconds; null if a field of the file does not say. */
  time: number | null;
}

/** A source, read: its parts, and their words as one text. */
export interface Source {
  unit: PlaceUnit;
  parts: readonly SourcePart[];
  /** The texts of all parts, in order, joined. Quotations stand in it word for word. */
  text: string;
  /** Where each part starts in `text` (UTF-16 offset). */
  starts: readonly number[];
  /** What was put between two parts where Chinese characters meet. */
  between: '' | ' ';
}

/** Chinese and Japanese characters, and the punctuation that is as wide. */
const WIDE = /[\u2E80-\u30FF\u3400-\u9FFF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFFEF“”‘’…—]/u;
/** A hyphen inside of a word, at the end of a line. */
const HYPHEN = /\p{L}-$/u;

/**
 * Joins the parts of a source to one text. A word that a hyphen divides stays whole, as does a Chinese sentence that a line
 * break divides; between any other two parts is a space.
 * @param between what is between two parts if Chinese characters meet: nothing if parts are broken lines, a space if each
 *   is said by itself, as captions are
 */
export function sourceOf(unit: PlaceUnit, parts: readonly SourcePart[], between: '' | ' ' = ''): Source {
  return runToEnd(sourceSteps(unit, parts, between));
}

/** So many parts are joined in one step. */
const TOGETHER = 500;

/** `sourceOf`, pausing every few hundred parts. */
export function* sourceSteps(
  unit: PlaceUnit,
  parts: readonly SourcePart[],
  between: '' | ' ' = '',
): Steps<Source> {
  const starts: number[] = [];
  const joined: string[] = [];
  let texts: string[] = [];
  let length = 0;
  let last = '';
  for (const { text } of parts) {
    const joint = last === '' || text === '' ? '' : jointOf(last, text, between);
    starts.push(length + joint.length);
    texts.push(joint, text);
    length += joint.length + text.length;
    if (text !== '') last = text;
    if (texts.length < TOGETHER) continue;
    joined.push(texts.join(''));
    texts = [];
    yield;
  }
  return { unit, parts, text: joined.join('') + texts.join(''), starts, between };
}

function jointOf(before: string, after: string, between: '' | ' '): '' | ' ' {
  if (WIDE.test(before.slice(-1)) && WIDE.test(after.charAt(0))) return between;
  return HYPHEN.test(before.slice(-2)) ? '' : ' ';
}

/**
 * Finds the part that has a place in a source's text.
 * @param at UTF-16 offset in `text`; what joins two parts belongs to the first
 * @returns the part's position in `parts`; -1 before the first
 */
export function partAt({ starts, parts }: Pick<Source, 'starts' | 'parts'>, at: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  let part = low - 1;
  // A part without words starts where the next one does, and has nothing.
  while (part > 0 && parts[part]?.text === '') part--;
  return part;
}
