import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { IndexSnapshots } from '../core/indexing/index-snapshot.ts';
import { type Library, libraryOf } from '../core/library.ts';
import { attribute } from '../core/transcript/attribute.ts';
import { parseCues } from '../core/transcript/cues.ts';
import { parseTranscript } from '../core/transcript/parse.ts';
import { addProblems, describeProblems, type Problem } from '../core/transcript/problem.ts';
import { parseTerms } from '../core/transcript/terms.ts';
import type { Transcript } from '../core/transcript/transcript.ts';
import { parseTranslation, translate } from '../core/transcript/translation.ts';
import { readDictionary } from './dictionary.ts';
import { readCorpusFile } from './file.ts';

/** Thrown when a corpus cannot be used; the message lists the problems, one a line. */
export class CorpusError extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(describeProblems(problems).join('\n'));
    this.name = 'CorpusError';
    this.problems = problems;
  }
}

/** A seminar's transcript, in its folder. */
export const TRANSCRIPT = 'transcript.md';
/** Files that a seminar may have beside its transcript. */
const TRANSLATION = 'translation.en.md';
const TERMS = 'terms.txt';
const CUES = 'cues.yaml';
const SEMINAR_ID = /^[a-z0-9][a-z0-9-]{0,39}$/;

/** What reading a corpus gives: the sound transcripts, what stops a start, and what a person should look at. */
export interface CorpusReport {
  transcripts: Transcript[];
  problems: Problem[];
  warnings: Problem[];
}

/**
 * Reads every seminar below a corpus folder.
 * @param directory the corpus folder; each folder in it is a seminar
 * @param kept where the index of many passages is kept; by default nowhere
 * @throws CorpusError with every problem of every file, when there is any
 */
export async function loadLibrary(directory: string, kept?: IndexSnapshots): Promise<Library> {
  const { transcripts, problems } = await readCorpus(directory);
  if (problems.length > 0) throw new CorpusError(problems);
  return libraryOf(transcripts, readDictionary, kept);
}

/** Reads and checks every seminar, without stopping at the first problem. */
export async function readCorpus(directory: string): Promise<CorpusReport> {
  const report: CorpusReport = { transcripts: [], problems: [], warnings: [] };
  let names: string[];
  try {
    const entries = await readdir(directory, { withFileTypes: true });
    names = entries
      .filter((entry) => (entry.isDirectory() || entry.isSymbolicLink()) && !entry.name.startsWith('.'))
      .map(({ name }) => name);
  } catch {
    const what = 'The corpus folder cannot be read.';
    const remedy = 'Set CORPUS_DIR to the folder that holds a folder per seminar.';
    report.problems.push({ file: directory, line: 1, what, remedy });
    return report;
  }
  if (names.length === 0) {
    const remedy = 'Add a folder with a transcript.md and its source, as corpus/README.md shows.';
    report.problems.push({ file: directory, line: 1, what: 'The corpus folder has no seminar.', remedy });
  }
  for (const name of names.sort()) {
    const problems: Problem[] = [];
    const transcript = await readSeminar(directory, name, problems, report.warnings);
    if (transcript && problems.length === 0) report.transcripts.push(transcript);
    addProblems(report.problems, problems);
  }
  return report;
}

/** The chain for one seminar; null where it breaks off. */
async function readSeminar(
  directory: string,
  id: string,
  problems: Problem[],
  warnings: Problem[],
): Promise<Transcript | null> {
  const folder = join(directory, id);
  const transcriptFile = join(folder, TRANSCRIPT);
  if (!SEMINAR_ID.test(id)) {
    const remedy = 'Use small letters, digits and hyphens, at most 40, for example scsp-chips-2025.';
    problems.push({ file: folder, line: 1, what: 'The folder name is no seminar id.', remedy });
    return null;
  }
  const read = (file: string) => readInto(problems, file, directory);
  const written = await read(transcriptFile);
  const { parsed, problems: faults } =
    written === null ? { parsed: null, problems: [] } : parseTranscript(written, transcriptFile);
  addProblems(problems, faults);
  if (!parsed) return null;

  const sourceFile = join(folder, parsed.frontMatter.source.file);
  const source = await read(sourceFile);
  if (source === null) return null;
  const attributed = attribute(parsed, source, { id, transcriptFile, sourceFile });
  addProblems(problems, attributed.problems);
  if (!attributed.transcript) return null;
  return withSideFiles(attributed.transcript, { folder, read, problems, warnings });
}

/** A file's text; null, and a problem, where it cannot be used. */
async function readInto(problems: Problem[], file: string, directory: string): Promise<string | null> {
  const text = await readCorpusFile(file, directory);
  if (typeof text === 'string') return text;
  problems.push(text);
  return null;
}

interface Reading {
  folder: string;
  read: (file: string) => Promise<string | null>;
  problems: Problem[];
  warnings: Problem[];
}

/** Adds what lies beside a transcript: translation, terms, cues. */
async function withSideFiles(
  transcript: Transcript,
  { folder, read, problems, warnings }: Reading,
): Promise<Transcript> {
  const present = new Set(await readdir(folder));
  const sideFile = async (name: string) => (present.has(name) ? read(join(folder, name)) : null);
  let complete = transcript;
  const translation = await sideFile(TRANSLATION);
  if (translation !== null) {
    const file = join(folder, TRANSLATION);
    const { entries, problems: faults } = parseTranslation(translation, file);
    const translated = translate(complete, entries, file);
    complete = translated.transcript;
    addProblems(problems, faults);
    addProblems(problems, translated.problems);
    addProblems(warnings, translated.warnings);
  }
  const terms = await sideFile(TERMS);
  if (terms !== null) {
    const { notions, problems: faults } = parseTerms(terms, join(folder, TERMS));
    complete = { ...complete, notions };
    addProblems(problems, faults);
  }
  const cueText = await sideFile(CUES);
  if (cueText !== null) {
    const { cues, problems: faults } = parseCues(cueText, complete, join(folder, CUES));
    complete = { ...complete, cues };
    addProblems(problems, faults);
  }
  return complete;
}
