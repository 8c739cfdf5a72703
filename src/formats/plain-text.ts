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
  let blank = true;
  lines.forEach((line, index) => {
    const text = line.trim();
    if (text === '') {
      blank = true;
      return;
    }
    const isOne = sentences && !goesOn(line, lines[index - 1] ?? '');
    if (blank || !wrapped || isOne || indentOf(line) > usual) groups.push(parts.length);
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
