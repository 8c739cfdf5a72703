import { secondsOf } from '../language/clock-time.ts';
import { LOCALES, type Localised } from '../language/locale.ts';
import { linesOf, shorten } from '../language/text.ts';
import { runToEnd, type Steps } from '../steps.ts';
import { type FrontMatter, type FrontMatterPath, frontMatterSteps } from './front-matter.ts';
import type { Problems } from './problem.ts';
import type { PlaceUnit } from './source.ts';
import { BASES, type Basis, hasSpeaker, SEGMENT_LENGTH } from './transcript.ts';
import { localisedSteps, type WrittenText } from './written-text.ts';

/** A segment as a curator wrote it: names and text not yet compared with the speakers and the source. */
export interface Entry {
  id: string;
  /** The place in the source where it begins: the number of a line, paragraph or part, from 1. */
  sourceLine: number;
  unit: PlaceUnit;
  /** Where it begins in the recording, in seconds; null if its heading does not say. */
  time: number | null;
  speakerName: string | null;
  basis: Basis;
  label: string | null;
  evidence: Localised | { as: string } | null;
  text: string;
  /** Line of the heading in the transcript file, from 1. */
  line: number;
  /** Line of the text in the transcript file, and the column at which it begins there, each from 1. */
  textLine: number;
  textColumn: number;
}

export interface ParsedTranscript {
  frontMatter: FrontMatter;
  /** The line of the transcript file, from 1, that has a value of the front matter. */
  lineOf: (path: FrontMatterPath) => number;
  entries: Entry[];
}

/** So many characters of a faulty line are quoted. */
const QUOTED = 60;
const HEADING = '### ';
/** Id, place, speaker, basis. */
const HEADING_FIELDS = 4;
/** Between two fields; one with a backslash belongs to a name. */
const FIELD_END = /(?<!\\)\|/;
/** `line 7`, `paragraph 7`, `part 7`; with the time in the recording, `line 7, 0:05` or `line 7, 1:02:03`. */
const PLACE =
  /^(?<unit>line|paragraph|part) (?<place>\d{1,7})(?:, ?(?:(?<hours>\d{1,3}):(?=\d\d:))?(?<minutes>\d{1,4}):(?<seconds>[0-5]\d))?$/;
const ID = /^[a-z0-9][a-z0-9-]{0,23}$/;
/** Evidence that is that of another segment. */
const REFERENCE = /^as (?<id>\S+)$/;
const ATTRIBUTE = /^- (?<key>label|evidence(?: \([\w-]+\))?): ?(?<value>.*)$/;

/**
 * Reads a transcript file; corpus/README.md gives the format.
 * @param text the whole file
 * @param problems those of the file
 * @returns the transcript as written, without the entries that cannot be read; null if the front matter cannot be
 */
export function parseTranscript(text: string, problems: Problems): ParsedTranscript | null {
  return runToEnd(transcriptSteps(text, problems));
}

/** `parseTranscript`, pausing after each segment. */
export function* transcriptSteps(text: string, problems: Problems): Steps<ParsedTranscript | null> {
  const lines = linesOf(text);
  const close = lines.indexOf('---', 1);
  if (lines[0] !== '---' || close < 0) {
    problems.report(1, 'front-matter-missing', {});
    return null;
  }
  const head = yield* frontMatterSteps(lines.slice(1, close).join('\n'), 2, problems);
  const entries = yield* entriesSteps(lines, close + 1, problems);
  yield* repeatedIdSteps(entries, problems);
  return head && { ...head, entries };
}

function* entriesSteps(lines: readonly string[], from: number, problems: Problems): Steps<Entry[]> {
  const entries: Entry[] = [];
  const misspelt: Misspelt = new Map();
  let at = from;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const heading = line.startsWith(HEADING) ? line.slice(HEADING.length).trim() : '';
    if (heading === '') {
      if (line.trim() !== '') problems.report(at + 1, 'heading-expected', { found: shorten(line, QUOTED) });
      at++;
      continue;
    }
    let end = at + 1;
    while (end < lines.length && !(lines[end] ?? '').startsWith('#')) end++;
    const entry = readEntry(heading, lines.slice(at + 1, end), { line: at + 1, misspelt }, problems);
    if (entry) entries.push({ ...entry, evidence: yield* evidenceSteps(entry.evidence) });
    at = end;
    yield;
  }
  return entries;
}

/** Evidence as it is written: in words, or taken from another segment. */
type WrittenEvidence = WrittenText | { as: string };

/** Written evidence in each language. */
function* evidenceSteps(written: WrittenEvidence | null): Steps<Entry['evidence']> {
  if (written === null || (typeof written === 'object' && 'as' in written)) return written;
  return yield* localisedSteps(written);
}

/** An entry whose evidence is as it is written. */
type WrittenEntry = Omit<Entry, 'evidence'> & { evidence: WrittenEvidence | null };

/** The further lines on which there is a basis that is none, by that. */
type Misspelt = Map<string, number[]>;

/** Reads one segment. `line` is that of its heading, from 1; `body` are the lines below it. */
function readEntry(
  heading: string,
  body: readonly string[],
  { line, misspelt }: { line: number; misspelt: Misspelt },
  problems: Problems,
): WrittenEntry | null {
  const isLabelled = body.some((each) => each.startsWith('- label:'));
  const fields = readHeading(heading, { line, misspelt, isLabelled }, problems);
  const written = readBody(body, line, problems);
  if (fields && written?.evidence && !hasSpeaker(fields.basis)) {
    problems.report(line, 'evidence-unexpected', { id: fields.id, basis: fields.basis });
    return null;
  }
  return fields && written && { ...fields, ...written, line };
}

/** The fields of a heading; null if it cannot be read. */
function readHeading(
  heading: string,
  { line, misspelt, isLabelled }: { line: number; misspelt: Misspelt; isLabelled: boolean },
  problems: Problems,
) {
  const parts = heading.split(FIELD_END, HEADING_FIELDS + 1).map((part) => part.trim().replace(/\\\|/g, '|'));
  const [id = '', placeField = '', ...rest] = parts;
  const basis = BASES.find((name) => name === rest.at(-1));
  const place = readPlace(placeField);
  const speakerName = rest.length === 2 ? (rest[0] ?? null) : null;

  if (!ID.test(id) || place === null || rest.length < 1 || rest.length > 2) {
    problems.report(line, 'heading-malformed', { heading: shorten(heading, QUOTED) });
    return null;
  }
  if (basis === undefined) {
    const found = rest.at(-1) ?? '';
    reportBasis(found, { line, misspelt }, problems);
    // It is compared with the source all the same, so that its words are not missed there.
    return { id, ...place, speakerName, basis: basisMeant(found, speakerName !== null, isLabelled) };
  }
  if (hasSpeaker(basis) && !speakerName) {
    problems.report(line, 'speaker-missing', { id, basis });
    return null;
  }
  if (!hasSpeaker(basis) && speakerName) {
    problems.report(line, 'speaker-unexpected', { id, basis, name: shorten(speakerName, QUOTED) });
    return null;
  }
  return { id, ...place, speakerName, basis };
}

/** The basis that is likeliest meant by one that is none; each of ours begins with another letter. */
function basisMeant(written: string, isNamed: boolean, isLabelled: boolean): Basis {
  const alike = BASES.find((basis) => basis[0] === written[0]?.toLowerCase());
  if (alike && hasSpeaker(alike) === isNamed) return alike;
  if (!isNamed) return 'unknown';
  return isLabelled ? 'labelled' : 'reported';
}

/** Reports a basis that is none: once, with the other lines that have it. */
function reportBasis(
  basis: string,
  { line, misspelt }: { line: number; misspelt: Misspelt },
  problems: Problems,
): void {
  const known = misspelt.get(basis);
  if (known) {
    known.push(line);
    return;
  }
  const also: number[] = [];
  misspelt.set(basis, also);
  problems.report(line, 'basis-unknown', { basis: shorten(basis, QUOTED), known: BASES, also });
}

/** Reads the field of a heading that says where a segment begins; null if it is malformed. */
function readPlace(field: string): Pick<Entry, 'sourceLine' | 'unit' | 'time'> | null {
  const { unit, place, hours, minutes, seconds } = PLACE.exec(field)?.groups ?? {};
  if (unit !== 'line' && unit !== 'paragraph' && unit !== 'part') return null;
  if (hours !== undefined && Number(minutes) > 59) return null;
  const time = minutes === undefined ? null : secondsOf(hours, minutes, seconds);
  return { sourceLine: Number(place), unit, time };
}

/** Reads what is below a heading; null if any of it has a problem. */
function readBody(body: readonly string[], headingLine: number, problems: Problems) {
  const before = problems.errors.length;
  const attributes = new Map<string, string>();
  let text: string | null = null;
  let [textLine, textColumn] = [headingLine, 1];
  for (const [at, written] of body.entries()) {
    if (written.trim() === '') continue;
    const line = headingLine + 1 + at;
    const attribute = text === null ? ATTRIBUTE.exec(written)?.groups : undefined;
    if (attribute) {
      const { key = '', value = '' } = attribute;
      checkAttribute(key, value, attributes.has(key), line, problems);
      attributes.set(key, value);
    } else if (text !== null) {
      problems.report(line, 'text-second-line', {});
    } else if (written.startsWith('- ')) {
      problems.report(line, 'attribute-unknown', { found: shorten(written, QUOTED) });
    } else {
      // The backslash lets a source line that starts with # or - be written here unmistaken.
      text = written.replace(/^\\/, '').trim();
      textLine = line;
      textColumn = 1 + written.indexOf(text);
      reportLength(text, line, problems);
    }
  }
  if (!text) problems.report(headingLine, 'text-missing', {});
  const evidence = readEvidence(attributes, headingLine, problems);
  if (!text || problems.errors.length > before) return null;
  return { label: attributes.get('label') ?? null, text, textLine, textColumn, evidence };
}

/** Reports a text that is too long for one segment. */
export function reportLength(text: string, line: number, problems: Problems): void {
  const { length: characters } = text;
  if (characters > SEGMENT_LENGTH)
    problems.report(line, 'text-too-long', { characters, most: SEGMENT_LENGTH });
}

function checkAttribute(
  key: string,
  value: string,
  isRepeated: boolean,
  line: number,
  problems: Problems,
): void {
  if (isRepeated) problems.report(line, 'attribute-repeated', { key });
  if (value.trim() === '') problems.report(line, 'attribute-empty', { key });
}

/** The evidence among a segment's attributes: for every language, for some of them, of another segment, or none. */
function readEvidence(
  attributes: ReadonlyMap<string, string>,
  headingLine: number,
  problems: Problems,
): WrittenEvidence | null {
  const plain = attributes.get('evidence');
  const languages = [...attributes.keys()].filter((key) => key.startsWith('evidence ('));
  const written = LOCALES.flatMap((locale) => {
    const text = attributes.get(`evidence (${locale})`);
    return text === undefined ? [] : [[locale, text]];
  });
  if (languages.length > written.length) {
    problems.report(headingLine, 'evidence-languages', { languages: LOCALES });
  }
  if (languages.length > 0 && plain !== undefined) {
    problems.report(headingLine, 'evidence-twofold', {});
  }
  const reference = plain === undefined ? undefined : REFERENCE.exec(plain)?.groups?.id;
  if (reference !== undefined) return { as: reference };
  return plain ?? (written.length > 0 ? Object.fromEntries(written) : null);
}

/** Reports ids that several entries have. */
function* repeatedIdSteps(entries: readonly Entry[], problems: Problems): Steps<void> {
  const firstLines = new Map<string, number>();
  for (const { id, line } of entries) {
    const firstLine = firstLines.get(id);
    if (firstLine === undefined) firstLines.set(id, line);
    else problems.report(line, 'id-repeated', { id, firstLine });
    yield;
  }
}
