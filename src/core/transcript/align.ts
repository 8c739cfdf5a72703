import { shorten } from '../language/text.ts';
import type { Entry } from './parse.ts';
import type { Problems } from './problem.ts';

/** One line of a source file. */
export interface Paragraph {
  text: string;
  /** UTF-16 offset in the source text. */
  start: number;
}

/** The lines of a source file; line n is element n - 1. */
export function paragraphsOf(sourceText: string): Paragraph[] {
  const found: Paragraph[] = [];
  let start = 0;
  for (const line of sourceText.split('\n')) {
    found.push({ text: line.endsWith('\r') ? line.slice(0, -1) : line, start });
    start += line.length + 1;
  }
  return found;
}

/** If so many texts are not in one paragraph, it is another paragraph. */
const MISSES = 10;
/** So many characters of what no segment has are quoted. */
const QUOTED = 40;

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
      problems.report(line, 'text-not-in-source', { id, sourceLine, after });
      continue;
    }
    reportLeftOver(paragraph.text.slice(at, start), line, problems);
    found.push({ entry, start: paragraph.start + start });
    at = start + entry.text.length;
  }
  const last = entries.at(-1);
  if (last && found.length === entries.length) {
    reportLeftOver(paragraph.text.slice(at), last.line, problems);
  }
  return found;
}

function reportLeftOver(text: string, line: number, problems: Problems): void {
  if (text.trim() !== '') problems.report(line, 'text-not-covered', { text: shorten(text, QUOTED) });
}
