import type { Problem } from './problem.ts';
import type { Transcript } from './transcript.ts';

/** A translated segment as its translator wrote it. */
export interface TranslationEntry {
  id: string;
  text: string;
  /** Line of the heading in the translation file, from 1. */
  line: number;
}

/**
 * English characters for each character of a Chinese source: the first seminar's segments lie between 2.5 and
 * 4.4. What lies outside these bounds has probably lost or gained a sentence.
 */
const LENGTH_RATIO = { least: 1.5, most: 6 };
/** Shorter texts have no ratio to speak of. */
const LENGTH_JUDGED = 12;
/** A segment with more of them is a table. */
const NUMBERS_JUDGED = 100;

const HEADING = /^### +(\S+) *$/;

/** Reads a translation file: a heading `### id` for each segment, and one line of text below it. */
export function parseTranslation(
  text: string,
  file: string,
): { entries: TranslationEntry[]; problems: Problem[] } {
  const entries: TranslationEntry[] = [];
  const problems: Problem[] = [];
  const report = (line: number, what: string, remedy: string) => problems.push({ file, line, what, remedy });
  let open: TranslationEntry | null = null;
  for (const [at, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    const id = HEADING.exec(line)?.[1];
    if (id !== undefined) {
      open = { id, text: '', line: at + 1 };
      entries.push(open);
    } else if (line.trim() === '') {
    } else if (!open) {
      report(
        at + 1,
        'Text before the first heading.',
        'Start each translation with a heading such as "### p8".',
      );
    } else if (open.text !== '') {
      report(at + 1, `A second line of text for ${open.id}.`, 'Write a translation in one line.');
    } else {
      open.text = line.replace(/^\\/, '').trim();
    }
  }
  return { entries, problems };
}

/**
 * Puts each translation to its segment.
 * @returns the transcript with its translations; problems where a segment has none, or more than one; warnings
 *   where length or numbers disagree with the source, for a person to look at
 */
export function translate(
  transcript: Transcript,
  entries: readonly TranslationEntry[],
  file: string,
): { transcript: Transcript; problems: Problem[]; warnings: Problem[] } {
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  const byId = new Map<string, TranslationEntry>();
  const ids = new Set(transcript.segments.map(({ id }) => id));
  for (const entry of entries) {
    const before = byId.get(entry.id);
    const report = (what: string, remedy: string) => problems.push({ file, line: entry.line, what, remedy });
    if (before) report(`${entry.id} is translated twice, first on line ${before.line}.`, 'Keep one of them.');
    if (entry.text === '')
      report(`${entry.id} has a heading and no translation.`, 'Write it below the heading.');
    if (!ids.has(entry.id)) {
      report(`${entry.id} is no segment of the transcript.`, 'Correct the id, or take the translation out.');
    }
    byId.set(entry.id, entry);
  }
  const segments = transcript.segments.map((segment) => {
    const entry = byId.get(segment.id);
    if (!entry) {
      problems.push({
        file,
        line: 1,
        what: `Segment ${segment.id} has no translation.`,
        remedy: `Add it under "### ${segment.id}".`,
      });
      return segment;
    }
    for (const what of disagreements(segment.text, entry.text)) {
      warnings.push({
        file,
        line: entry.line,
        what: `${segment.id}: ${what}`,
        remedy: 'Compare it with the source.',
      });
    }
    return { ...segment, translation: entry.text };
  });
  return { transcript: { ...transcript, segments }, problems, warnings };
}

function disagreements(source: string, translation: string): string[] {
  const found: string[] = [];
  const ratio = translation.length / source.length;
  if (source.length >= LENGTH_JUDGED && (ratio < LENGTH_RATIO.least || ratio > LENGTH_RATIO.most)) {
    found.push(
      `the translation has ${ratio.toFixed(1)} characters for each of the source, expected ${LENGTH_RATIO.least} to ${LENGTH_RATIO.most}.`,
    );
  }
  // "3月9日" becomes "March 9": the number of a month is a name in English.
  const numbers = source.replace(/\d{1,2}月/g, '').match(/\d+(?:\.\d+)?/g) ?? [];
  for (const number of [...new Set(numbers)].slice(0, NUMBERS_JUDGED)) {
    if (!translation.includes(number)) found.push(`the number ${number} is missing from the translation.`);
  }
  return found;
}
