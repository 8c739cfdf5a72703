import { linesOf } from '../language/text.ts';
import type { Steps } from '../steps.ts';
import { reportLength } from './parse.ts';
import type { Problems } from './problem.ts';
import type { Segment, Transcript } from './transcript.ts';

/** A translated segment as its translator wrote it. */
export interface TranslationEntry {
  id: string;
  text: string;
  /** Line of the heading in the translation file, from 1. */
  line: number;
}

/**
 * English characters for each character of a Chinese source: the first seminar's segments have between 2.5 and
 * 4.4. A translation outside these bounds has probably lost or gained a sentence.
 */
const LENGTH_RATIO = { least: 1.5, most: 6 };
/** Shorter texts have no ratio to speak of. */
const LENGTH_JUDGED = 12;
/** A segment with more of them is a table. */
const NUMBERS_JUDGED = 100;

const HEADING = /^### +(\S+) *$/;

/**
 * Reads a translation file: a heading `### id` for each segment, and one line of text below it.
 * @param problems those of the translation's file
 * @returns the entries in the order of the file; the text of one that has none is empty
 */
export function parseTranslation(text: string, problems: Problems): TranslationEntry[] {
  const entries: TranslationEntry[] = [];
  let open: TranslationEntry | null = null;
  const lines = linesOf(text);
  for (const [at, written] of lines.entries()) {
    const line = at + 1;
    const id = HEADING.exec(written)?.[1];
    if (id !== undefined) {
      open = { id, text: '', line };
      entries.push(open);
    } else if (written.trim() === '') {
    } else if (!open) {
      problems.report(line, 'translation-before-heading', {});
    } else if (open.text !== '') {
      problems.report(line, 'translation-second-line', { id: open.id });
    } else {
      open.text = written.replace(/^\\/, '').trim();
      reportLength(open.text, line, problems);
    }
  }
  return entries;
}

/**
 * Gives each segment its translation. Pauses after each segment.
 * @param problems those of the translation's file: a segment with none, or more than one; as warnings, a length or
 *   numbers that disagree with the source, for a person to look at
 * @returns the transcript with its translations
 */
export function* translateSteps(
  transcript: Transcript,
  entries: readonly TranslationEntry[],
  problems: Problems,
): Steps<Transcript> {
  const byId = entriesById(transcript, entries, problems);
  const segments: Segment[] = [];
  for (const segment of transcript.segments) {
    const entry = byId.get(segment.id);
    if (entry) compare(segment, entry, problems);
    else problems.report(1, 'translation-missing', { id: segment.id });
    segments.push(entry ? { ...segment, translation: entry.text } : segment);
    yield;
  }
  return { ...transcript, segments };
}

/** The last entry of each id; reports those that are repeated, empty, or of no segment. */
function entriesById(
  { segments }: Transcript,
  entries: readonly TranslationEntry[],
  problems: Problems,
): Map<string, TranslationEntry> {
  const byId = new Map<string, TranslationEntry>();
  const ids = new Set(segments.map(({ id }) => id));
  for (const entry of entries) {
    const { id, text, line } = entry;
    const first = byId.get(id);
    if (first) problems.report(line, 'translation-repeated', { id, firstLine: first.line });
    if (text === '') problems.report(line, 'translation-empty', { id });
    if (!ids.has(id)) problems.report(line, 'translation-of-nothing', { id });
    byId.set(id, entry);
  }
  return byId;
}

/** Warns if a translation's length or numbers disagree with the source. */
function compare({ id, text: source }: Segment, { text, line }: TranslationEntry, problems: Problems): void {
  const ratio = text.length / source.length;
  if (source.length >= LENGTH_JUDGED && (ratio < LENGTH_RATIO.least || ratio > LENGTH_RATIO.most)) {
    problems.report(line, 'translation-length', { id, ratio, ...LENGTH_RATIO });
  }
  // "3月9日" becomes "March 9": the number of a month is a name in English.
  const numbers = source.replace(/\d{1,2}月/g, '').match(/\d+(?:\.\d+)?/g) ?? [];
  for (const number of [...new Set(numbers)].slice(0, NUMBERS_JUDGED)) {
    if (!text.includes(number)) problems.report(line, 'translation-number', { id, number });
  }
}
