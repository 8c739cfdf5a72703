import { LOCALES, type Localised } from '../language/locale.ts';
import { shorten } from '../language/text.ts';
import { type FrontMatter, type FrontMatterPath, parseFrontMatter } from './front-matter.ts';
import { addProblems, type Problem } from './problem.ts';
import { BASES, type Basis, hasSpeaker } from './transcript.ts';

/** A segment as a curator wrote it: names and text not yet held against the speakers and the source. */
export interface Entry {
  id: string;
  sourceLine: number;
  speakerName: string | null;
  basis: Basis;
  label: string | null;
  evidence: Localised | { as: string } | null;
  text: string;
  /** Line of the heading in the transcript file, from 1. */
  line: number;
}

export interface ParsedTranscript {
  frontMatter: FrontMatter;
  /** The line of the transcript file on which a value of the front matter stands. */
  lineOf: (path: FrontMatterPath) => number;
  entries: Entry[];
}

/** So many characters of a faulty line are quoted. */
const QUOTED = 60;
const HEADING = '### ';
/** Id, line, speaker, basis. */
const HEADING_FIELDS = 4;
const ID = /^[a-z0-9][a-z0-9-]{0,23}$/;
const ATTRIBUTE = /^- (?<key>label|evidence(?: \([\w-]+\))?): ?(?<value>.*)$/;
const EVIDENCE_REMEDY = `Write "- evidence (…): …", one line each for ${LOCALES.join(', ')}, or "- evidence: as p13" alone.`;
const EXAMPLE = 'for example "### p8 | line 8 | Chris Miller | continued" or "### p8b | line 8 | editorial"';

/**
 * Reads a transcript file; corpus/README.md gives the format.
 * @param text the whole file
 * @param file the name to report problems under
 * @returns the transcript as written (null when the front matter cannot be read), with every problem found.
 *   Entries with a problem are left out.
 */
export function parseTranscript(
  text: string,
  file: string,
): { parsed: ParsedTranscript | null; problems: Problem[] } {
  const problems: Problem[] = [];
  const report = (line: number, what: string, remedy: string) => problems.push({ file, line, what, remedy });

  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const close = lines.indexOf('---', 1);
  if (lines[0] !== '---' || close < 0) {
    report(
      1,
      'The file does not open with front matter between two lines of "---".',
      'Start it as corpus/README.md shows.',
    );
    return { parsed: null, problems };
  }
  const head = parseFrontMatter(lines.slice(1, close).join('\n'), file, 2);
  addProblems(problems, head.problems);

  const entries = readEntries(lines, close + 1, report);
  reportDuplicates(entries, report);
  return {
    parsed: head.frontMatter && { frontMatter: head.frontMatter, lineOf: head.lineOf, entries },
    problems,
  };
}

type Report = (line: number, what: string, remedy: string) => void;

function readEntries(lines: readonly string[], from: number, report: Report): Entry[] {
  const entries: Entry[] = [];
  let at = from;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const heading = line.startsWith(HEADING) ? line.slice(HEADING.length).trim() : '';
    if (heading === '') {
      if (line.trim() !== '') {
        report(
          at + 1,
          `Expected a heading, found "${shorten(line, QUOTED)}".`,
          `Each segment starts with one, ${EXAMPLE}.`,
        );
      }
      at++;
      continue;
    }
    let end = at + 1;
    while (end < lines.length && !(lines[end] ?? '').startsWith('#')) end++;
    const entry = readEntry(heading, lines.slice(at + 1, end), at + 1, report);
    if (entry) entries.push(entry);
    at = end;
  }
  return entries;
}

/** Reads one segment. `line` is that of its heading, from 1; `body` are the lines below it. */
function readEntry(heading: string, body: readonly string[], line: number, report: Report): Entry | null {
  const fields = readHeading(heading, line, report);
  const written = readBody(body, line + 1, report);
  if (fields && written?.evidence && !hasSpeaker(fields.basis)) {
    report(
      line,
      `Segment ${fields.id} is ${fields.basis} and has evidence.`,
      'Take it out: evidence is for a name, and nobody is named here.',
    );
    return null;
  }
  return fields && written && { ...fields, ...written, line };
}

function readHeading(heading: string, line: number, report: Report) {
  const parts = heading.split('|', HEADING_FIELDS + 1).map((part) => part.trim());
  const [id = '', lineField = '', ...rest] = parts;
  const basis = BASES.find((name) => name === rest.at(-1));
  const sourceLine = Number(/^line (\d{1,7})$/.exec(lineField)?.[1] ?? Number.NaN);
  const speakerName = rest.length === 2 ? (rest[0] ?? null) : null;

  if (!ID.test(id) || Number.isNaN(sourceLine) || rest.length < 1 || rest.length > 2) {
    report(
      line,
      `The heading "${shorten(heading, QUOTED)}" cannot be read.`,
      `Write id, line, speaker where there is one, basis: ${EXAMPLE}.`,
    );
    return null;
  }
  if (basis === undefined) {
    report(line, `Unknown basis "${shorten(rest.at(-1) ?? '', QUOTED)}".`, `Use one of ${BASES.join(', ')}.`);
    return null;
  }
  if (hasSpeaker(basis) && !speakerName) {
    report(
      line,
      `Segment ${id} is ${basis} and names no speaker.`,
      'Put the name before the basis, or make it unknown.',
    );
    return null;
  }
  if (!hasSpeaker(basis) && speakerName) {
    report(
      line,
      `Segment ${id} is ${basis} and names "${shorten(speakerName, QUOTED)}".`,
      'Take the name out: nobody is quoted here.',
    );
    return null;
  }
  return { id, sourceLine, speakerName, basis };
}

function readBody(body: readonly string[], firstLine: number, report: Report) {
  const attributes = new Map<string, string>();
  let text: string | null = null;
  let sound = true;
  const fault = (offset: number, what: string, remedy: string) => {
    sound = false;
    report(firstLine + offset, what, remedy);
  };

  for (const [offset, line] of body.entries()) {
    if (line.trim() === '') continue;
    const attribute = text === null ? ATTRIBUTE.exec(line)?.groups : undefined;
    if (attribute) {
      const { key = '', value = '' } = attribute;
      if (attributes.has(key)) fault(offset, `"- ${key}:" stands twice.`, 'Keep one of the two.');
      if (value.trim() === '')
        fault(offset, `"- ${key}:" says nothing.`, 'Write its value, or take the line out.');
      if (key === 'evidence' && !/^as \S+$/.test(value))
        fault(offset, 'Evidence without a language.', EVIDENCE_REMEDY);
      attributes.set(key, value);
    } else if (text !== null) {
      fault(
        offset,
        'A second line of text in one segment.',
        'A segment lies in one line of the source: give each its own heading.',
      );
    } else if (line.startsWith('- ')) {
      fault(
        offset,
        `Unknown attribute "${shorten(line, QUOTED)}".`,
        'Use "- label:" or "- evidence (en):"; text that starts with a dash is written with a backslash before it.',
      );
    } else {
      // The backslash lets a source line that starts with # or - stand here unmistaken.
      text = line.replace(/^\\/, '').trim();
    }
  }
  if (!text) fault(-1, 'A segment without text.', 'Copy its words from the source below the heading.');

  const written = new Map(LOCALES.map((locale) => [locale, attributes.get(`evidence (${locale})`)]));
  const languages = [...attributes.keys()].filter((key) => key.startsWith('evidence ('));
  const isComplete = [...written.values()].every((value) => value !== undefined);
  const reference = attributes.get('evidence');
  if (languages.length > 0 && (!isComplete || languages.length > written.size)) {
    fault(-1, 'Evidence is not in all languages.', EVIDENCE_REMEDY);
  }
  if (languages.length > 0 && reference !== undefined) {
    fault(-1, 'Evidence is written out and taken from another segment.', EVIDENCE_REMEDY);
  }
  if (!sound || !text) return null;
  const label = attributes.get('label') ?? null;
  if (reference !== undefined) return { label, text, evidence: { as: reference.slice('as '.length) } };
  return { label, text, evidence: isComplete ? (Object.fromEntries(written) as Localised) : null };
}

function reportDuplicates(entries: readonly Entry[], report: Report): void {
  const first = new Map<string, number>();
  for (const { id, line } of entries) {
    const before = first.get(id);
    if (before === undefined) first.set(id, line);
    else
      report(line, `The id ${id} is used twice, first on line ${before}.`, 'Give this segment another one.');
  }
}

/** Enough of a faulty value to find it by. */
