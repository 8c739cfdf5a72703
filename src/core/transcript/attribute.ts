import { languageOfWords } from '../language/language-of-words.ts';
import { visible } from '../language/visible.ts';
import type { Steps } from '../steps.ts';
import { align, paragraphSteps } from './align.ts';
import { alignPartsSteps } from './align-parts.ts';
import type { Entry, ParsedTranscript } from './parse.ts';
import { checkParts, checkPlaces, furtherPlaces, keptSteps } from './parts.ts';
import type { Problems } from './problem.ts';
import { printedNamesOf, type Referable, resolve } from './resolve.ts';
import type { Source } from './source.ts';
import type { Segment, Speaker, Transcript } from './transcript.ts';

/** What `attributeSteps` needs to know about a seminar's files besides their contents. */
export interface SeminarFiles {
  /** The seminar's id: the name of its folder. */
  id: string;
  /** As problems name it. */
  sourceFile: string;
}

/**
 * Compares a parsed transcript with its source: every segment verbatim, in order, every character of the seminar's
 * paragraphs in exactly one segment or label, every speaker declared, every inference with evidence. Of a source that is
 * read through its format, every letter and digit. Pauses after each line of the source, and each segment.
 * @param source the text of a file of plain lines, or what its format has made of it
 * @param problems those of the transcript's file; a part of the source that no segment has is reported on the source's
 * @returns null if anything is wrong
 */
export function* attributeSteps(
  parsed: ParsedTranscript,
  source: string | Source,
  { id, sourceFile }: SeminarFiles,
  problems: Problems,
): Steps<Transcript | null> {
  const before = problems.errors.length;
  const { frontMatter } = parsed;
  const speakers = frontMatter.speakers.map((speaker): Speaker => ({ ...speaker, id: speaker.name }));
  yield* speakerCheckSteps(parsed, source, problems);

  const segments: Segment[] = [];
  const byName = new Map(speakers.map((speaker) => [speaker.name, speaker]));
  const referable = {
    speakers: byName,
    printed: printedNamesOf([...byName.values()]),
    entries: yield* entriesByIdSteps(parsed.entries),
    turns: yield* turnsBeforeSteps(parsed.entries),
  };
  const compared = { parsed, referable, segments, sourceFile };
  const sourceText =
    typeof source === 'string'
      ? yield* compareLinesSteps(source, compared, problems)
      : yield* comparePartsSteps(source, compared, problems);

  if (problems.errors.length > before) return null;
  const { title, date, organiser, recording, topics, examples } = frontMatter;
  const language = frontMatter.language ?? languageOfWords(sourceText);
  return {
    id,
    notions: [],
    cues: new Map(),
    title,
    date,
    organiser,
    recording,
    unit: typeof source === 'string' ? 'line' : source.unit,
    headline: frontMatter.source.headline,
    language,
    spoken: frontMatter.spoken ?? language,
    topics,
    examples,
    sourceText,
    speakers,
    segments,
  };
}

/** A transcript that is compared, and the segments that are found sound. */
interface Compared {
  parsed: ParsedTranscript;
  referable: Referable;
  segments: Segment[];
  sourceFile: string;
}

/** Compares with plain lines, where each segment is in one line. */
function* compareLinesSteps(
  sourceText: string,
  { parsed, referable, segments, sourceFile }: Compared,
  problems: Problems,
): Steps<string> {
  const paragraphs = yield* paragraphSteps(sourceText);
  yield* orderSteps(parsed, paragraphs.length, problems);
  const entriesOn = yield* entriesByLineSteps(parsed.entries);
  const [firstLine, lastLine] = parsed.frontMatter.source.lines ?? [1, paragraphs.length];
  for (let line = firstLine; line <= Math.min(lastLine, paragraphs.length); line++) {
    const paragraph = paragraphs[line - 1];
    if (!paragraph || paragraph.text.trim() === '') continue;
    const entries = entriesOn.get(line) ?? [];
    if (entries.length === 0) {
      problems.in(sourceFile).report(line, 'line-not-covered', { sourceLine: line });
    }
    for (const { entry, start } of align(entries, paragraph, problems)) {
      const resolved = resolve(entry, referable, problems);
      segments.push(segmentOf(entry, { line, start, time: entry.time }, resolved));
    }
    yield;
  }
  return sourceText;
}

/** Compares with what a format has made of the source, where a segment may go on over several parts. */
function* comparePartsSteps(
  source: Source,
  { parsed, referable, segments, sourceFile }: Compared,
  problems: Problems,
): Steps<string> {
  checkPlaces(parsed, source, problems);
  const { kept, leftOut } = yield* keptSteps(source, parsed.frontMatter.source);
  const places = { source: kept, placesLeftOut: leftOut, sourceFile };
  const check = checkParts(kept, problems);
  for (const aligned of yield* alignPartsSteps(parsed.entries, places, problems)) {
    const { entry, start } = aligned;
    const resolved = resolve(entry, referable, problems);
    const time = check.next(aligned, resolved.speaker);
    const further = furtherPlaces(aligned, kept);
    const place = { line: entry.sourceLine, start, time, ...(further.length > 0 && { further }) };
    segments.push(segmentOf(entry, place, resolved));
    yield;
  }
  return kept.text;
}

function segmentOf(
  { id, basis, label, text }: Entry,
  place: Pick<Segment, 'line' | 'start' | 'time' | 'further'>,
  resolved: Pick<Segment, 'speaker' | 'evidence'>,
): Segment {
  return { id, basis, label, text, ...place, translation: null, ...resolved };
}

/** So many entries or parts are looked at in one step, if there is little to do for each. */
const TOGETHER = 500;

/** The entries by their ids: the first of two with one id, which is a problem already. */
function* entriesByIdSteps(entries: readonly Entry[]): Steps<Map<string, Entry>> {
  const byId = new Map<string, Entry>();
  for (const [at, entry] of entries.entries()) {
    if (!byId.has(entry.id)) byId.set(entry.id, entry);
    if (at % TOGETHER === 0) yield;
  }
  return byId;
}

/** The entry before each, without commentary of the publisher. */
function* turnsBeforeSteps(entries: readonly Entry[]): Steps<Map<Entry, Entry>> {
  const before = new Map<Entry, Entry>();
  let last: Entry | undefined;
  for (const [at, entry] of entries.entries()) {
    if (last) before.set(entry, last);
    if (entry.basis !== 'editorial') last = entry;
    if (at % TOGETHER === 0) yield;
  }
  return before;
}

/** What the parts of a source have as their own labels. */
function* ownLabelSteps(source: string | Source): Steps<Set<string | null>> {
  const labels = new Set<string | null>();
  if (typeof source === 'string') return labels;
  for (const [at, { label }] of source.parts.entries()) {
    labels.add(label);
    if (at % TOGETHER === 0) yield;
  }
  return labels;
}

/** The entries of each line of the source, in the order of the file. */
function* entriesByLineSteps(entries: readonly Entry[]): Steps<Map<number, Entry[]>> {
  const byLine = new Map<number, Entry[]>();
  for (const entry of entries) {
    const others = byLine.get(entry.sourceLine);
    if (others) others.push(entry);
    else byLine.set(entry.sourceLine, [entry]);
    yield;
  }
  return byLine;
}

/** Compares the speakers of the front matter with the source, and with one another. */
function* speakerCheckSteps(
  { frontMatter, lineOf }: ParsedTranscript,
  source: string | Source,
  problems: Problems,
): Steps<void> {
  const { speakers } = frontMatter;
  const sourceText = typeof source === 'string' ? source : source.text;
  const labels = yield* ownLabelSteps(source);
  const ownerOf = new Map<string, string>();
  for (const [at, { name, aliases }] of speakers.entries()) {
    for (const [place, alias] of aliases.entries()) {
      // A source of 16 MB takes some milliseconds.
      yield;
      if (labels.has(alias) || sourceText.includes(alias)) continue;
      problems.report(lineOf(['speakers', at, 'aliases', place]), 'alias-not-in-source', { alias, name });
    }
    // Two names that look the same are one to a reader.
    for (const form of new Set([name, ...aliases].map((each) => visible(each).normalize()))) {
      const first = ownerOf.get(form);
      if (first !== undefined) {
        problems.report(lineOf(['speakers', at]), 'name-shared', { form, first, second: name });
      }
      ownerOf.set(form, name);
    }
    yield;
  }
}

/** Reports entries that are not in the order of the source, or outside of the lines that the front matter names. */
function* orderSteps(
  { entries, frontMatter, lineOf }: ParsedTranscript,
  lineCount: number,
  problems: Problems,
): Steps<void> {
  const [firstLine, lastLine] = frontMatter.source.lines ?? [1, lineCount];
  if (lastLine > lineCount) {
    const values = { lastLine, lineCount, source: frontMatter.source.file ?? '' };
    problems.report(lineOf(['source', 'lines']), 'lines-beyond-source', values);
  }
  let previousLine = firstLine;
  for (const { id, sourceLine, line } of entries) {
    if (sourceLine < firstLine || sourceLine > lastLine) {
      problems.report(line, 'segment-outside-lines', { id, sourceLine, firstLine, lastLine });
    } else if (sourceLine < previousLine) {
      problems.report(line, 'segment-out-of-order', { id, sourceLine, previousLine });
    } else {
      previousLine = sourceLine;
    }
    yield;
  }
}
