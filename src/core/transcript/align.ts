import { shorten } from '../language/text.ts';
import type { Steps } from '../steps.ts';
import { differenceIn, type FoundDifference, type Whereabouts } from './difference.ts';
import type { Entry } from './parse.ts';
import type { Problems } from './problem.ts';
import type { PlaceUnit } from './source.ts';

/** One line of a source file. */
export interface Paragraph {
  text: string;
  /** UTF-16 offset in the source text. */
  start: number;
}

/** The lines of a source file; line n is element n - 1. Pauses after each. */
export function* paragraphSteps(sourceText: string): Steps<Paragraph[]> {
  const found: Paragraph[] = [];
  let start = 0;
  while (start <= sourceText.length) {
    const lineBreak = sourceText.indexOf('\n', start);
    const end = lineBreak < 0 ? sourceText.length : lineBreak;
    const line = sourceText.slice(start, end);
    found.push({ text: line.endsWith('\r') ? line.slice(0, -1) : line, start });
    start = end + 1;
    yield;
  }
  return found;
}

/** If so many texts are not in one paragraph, it is another paragraph. */
export const MISSES = 10;
/** So many characters of what no segment has are quoted. */
export const QUOTED = 40;

/**
 * Finds each entry of one paragraph in it, in order.
 * @param entries all that belong to the paragraph
 * @param problems those of the transcript's file: what is not found, and what no entry has
 * @returns the entries that were found, each with its UTF-16 offset in the source text
 */
export function align(
  entries: readonly Entry[],
  paragraph: Paragraph,
  problems: Problems,
): { entry: Entry; start: number }[] {
  const found: { entry: Entry; start: number }[] = [];
  let at = 0;
  /** Whether the last entry was not found: what is before the next one is no news then. */
  let isLost = false;
  for (const [index, entry] of entries.entries()) {
    if (index - found.length === MISSES) break;
    const { id, line, label, sourceLine } = entry;
    if (label !== null && index > 0) problems.report(line, 'label-inside-paragraph', { id });
    if (label !== null && index === 0) {
      if (paragraph.text.trimStart().startsWith(label)) at = paragraph.text.indexOf(label) + label.length;
      else problems.report(line, 'label-not-in-source', { label, sourceLine });
    }
    const start = paragraph.text.indexOf(entry.text, at);
    if (start < 0) {
      const after = found.length > 0 ? 'segment' : at > 0 ? 'label' : null;
      const isElsewhere = paragraph.text.includes(entry.text);
      const expected = at + (paragraph.text.length - at - paragraph.text.slice(at).trimStart().length);
      const where = { starts: [expected], from: at, to: paragraph.text.length };
      const source = { text: paragraph.text, where, unit: 'line', place: sourceLine, start: 0 } as const;
      const end = isElsewhere ? null : reportDifference(entry, source, problems);
      if (end === null) problems.report(line, 'text-not-in-source', { id, sourceLine, after });
      at = end ?? at;
      isLost = true;
      continue;
    }
    if (!isLost) reportLeftOver(paragraph.text.slice(at, start), line, problems);
    isLost = false;
    found.push({ entry, start: paragraph.start + start });
    at = start + entry.text.length;
  }
  const last = entries.at(-1);
  if (last && found.length === entries.length) {
    reportLeftOver(paragraph.text.slice(at), last.line, problems);
  }
  return found;
}

/** Where an entry's text should be. */
export interface Expected {
  /** The text of the source, or of a part of it. */
  text: string;
  where: Whereabouts;
  unit: PlaceUnit;
  /** The part that has the difference, and where it starts in `text`. */
  place: number;
  start: number;
}

/**
 * Reports where the text of an entry first differs from its source: at its line and column in the transcript's file.
 * @param placeAt says which part has a place of the text; by default it is the one that is expected
 * @returns up to where the source has it, as far as can be told (UTF-16 offset); null if most of it is not there at all
 */
export function reportDifference(
  { id, text, textLine, textColumn }: Entry,
  expected: Expected,
  problems: Problems,
  placeAt: (at: number) => Pick<Expected, 'place' | 'start'> = () => expected,
): number | null {
  const found = differenceIn(text, expected.text, expected.where);
  if (!found) return null;
  const { place, start } = placeAt(found.at);
  problems.report(textLine, 'text-differs', {
    id,
    unit: expected.unit,
    place,
    column: textColumn + charactersIn(text.slice(0, found.offset)),
    sourceColumn: 1 + charactersIn(expected.text.slice(start, found.at)),
    difference: found.difference,
  });
  return endAfter(text, expected.text, found);
}

/** A text's end is looked for by so many of its characters, so much further than its length has it. */
const TAIL = 16;
const LONGER = 40;

/** Where the source has the end of a text that differs from it; the place of the difference, if the end differs too. */
function endAfter(
  text: string,
  source: string,
  { offset, at }: Pick<FoundDifference, 'offset' | 'at'>,
): number {
  const tail = text.slice(Math.max(offset + 1, text.length - TAIL));
  const searched = source.slice(at, at + text.length - offset + LONGER);
  const found = tail === '' ? -1 : searched.indexOf(tail, Math.max(0, text.length - offset - TAIL - LONGER));
  return found < 0 ? at : at + found + tail.length;
}

/** How many characters a text has, as people count columns: a code point is one. */
function charactersIn(text: string): number {
  return text.length - (text.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0);
}

function reportLeftOver(text: string, line: number, problems: Problems): void {
  if (text.trim() !== '') problems.report(line, 'text-not-covered', { text: shorten(text, QUOTED) });
}
