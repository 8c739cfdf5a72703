import { type SourcePart, sourceOf } from '../core/transcript/source.ts';
import { areBroken, areSentences, goesOn } from './broken-lines.ts';
import { isText } from './encoding.ts';
import type { Container, Facts, OpenedSource } from './format.ts';
import { statedFacts } from './labels/stated-facts.ts';

const LINE_END = /\r\n|[\n\r\u2028\u2029\f\v\u0085]/u;

/** Text in lines. Takes any text that is not binary. */
export const plainText: Container = {
  id: 'text',
  name: 'plain text',
  recognises: ({ text }) => text !== null && isText(text),
  async read({ text }) {
    return openLines(
      (text ?? '')
        .replace(/^\uFEFF/u, '')
        .replaceAll('\0', '')
        .split(LINE_END),
    );
  },
};

/** A text whose lines are known, as a source: a part is a line that is not blank. */
function openLines(printed: readonly string[]): OpenedSource {
  const lines = withoutNumbers(printed);
  const parts: SourcePart[] = [];
  const groups: number[] = [];
  const wrapped = areBroken(lines);
  const sentences = wrapped && areSentences(lines);
  const usual = wrapped ? usualIndent(lines) : 0;
  const full = wrapped && !lacksParagraphs(lines, usual) ? 0 : fullLine(lines);
  let blank = true;
  lines.forEach((line, index) => {
    const text = line.trim();
    if (text === '') {
      blank = true;
      return;
    }
    const above = lines[index - 1] ?? '';
    const isOne = sentences && !goesOn(line, above);
    const goes = full > 0 ? isBroken(above, text, full) : wrapped && indentOf(line) <= usual;
    if (blank || isOne || !goes) groups.push(parts.length);
    parts.push({ place: index + 1, text, label: null, time: null });
    blank = false;
  });
  const facts: Facts = statedFacts(parts);
  return { source: sourceOf('line', parts), facts, notes: [], groups };
}

const NUMBERED = /^\s{0,12}(\d{1,2})(?:\s|$)/u;
/** A page of a court has 25 lines, and none more than so many. */
const LINES_OF_PAGE = 40;
/** So many lines, and such a share of all, are numbered if the numbers are no part of the text. */
const NUMBERS = { count: 8, share: 0.7 };

/** Takes off the numbers of lines that a court prints before them, from 1 on each page. */
function withoutNumbers(lines: readonly string[]): readonly string[] {
  let numbered = 0;
  let filled = 0;
  let last = 0;
  for (const line of lines) {
    if (line.trim() === '') continue;
    filled++;
    const number = Number(NUMBERED.exec(line)?.[1] ?? 0);
    if (number > 0 && number <= LINES_OF_PAGE && (number === last + 1 || number === 1)) numbered++;
    if (number > 0) last = number;
  }
  if (numbered < NUMBERS.count || numbered < filled * NUMBERS.share) return lines;
  return lines.map((line) => line.replace(NUMBERED, ' '));
}

/** A text whose paragraphs show has more of them than one in so many lines. */
const LONGEST_PARAGRAPH = 40;

/** Whether neither blank lines nor indented ones divide a text into paragraphs. */
function lacksParagraphs(lines: readonly string[], usual: number): boolean {
  const filled = lines.filter((line) => line.trim() !== '').length;
  const starts = lines.filter(
    (line, at) => line.trim() !== '' && ((lines[at - 1] ?? '').trim() === '' || indentOf(line) > usual),
  ).length;
  return starts * LONGEST_PARAGRAPH < filled || (starts <= 1 && filled > SHORTEST);
}

/** A text of so few lines may be one paragraph. */
const SHORTEST = 12;

/** So many lines, and such a share of all, go on in the next in the middle of a sentence where a machine broke them. */
const BROKEN = { count: 8, share: 0.2 };
/** So many of them are full ones then. */
const FULL_SHARE = 0.9;
const FULL = 0.75;

/**
 * How long a full line is, in a text without blank lines between its paragraphs: nearly all lines that go on with a small
 * letter are full. 0 if lines were not broken by a machine.
 */
function fullLine(lines: readonly string[]): number {
  const filled = lines.map((line) => line.trim()).filter((line) => line !== '');
  const sorted = filled.map((line) => line.length).toSorted((a, b) => a - b);
  const most = sorted[Math.floor(sorted.length * 0.9)] ?? 0;
  if (most < 60 || most > 140) return 0;
  const going = filled.filter((line, at) => /[\p{L},]$/u.test(line) && /^\p{Ll}/u.test(filled[at + 1] ?? ''));
  if (going.length < BROKEN.count || going.length < filled.length * BROKEN.share) return 0;
  const full = going.filter((line) => line.length >= most * FULL).length;
  return full >= going.length * FULL_SHARE ? most * FULL : 0;
}

/** What may be a label, after a line that ends a sentence. */
const MAY_BE_LABEL = /^(?:\p{Lu}[\p{L}.’'-]{0,30} ){0,5}\p{Lu}[\p{L}’'-]{0,30}[.:]\d{0,2}\s/u;

/** Whether a line goes on with what the line above it, which is full, begins. */
function isBroken(above: string, text: string, full: number): boolean {
  if (above.trim().length < full) return false;
  return !/[.?!—:"”’)\]]$/u.test(above.trim()) || !MAY_BE_LABEL.test(text);
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** How far most lines are indented. */
function usualIndent(lines: readonly string[]): number {
  const counts = new Map<number, number>();
  for (const line of lines) {
    if (line.trim() !== '') counts.set(indentOf(line), (counts.get(indentOf(line)) ?? 0) + 1);
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}
