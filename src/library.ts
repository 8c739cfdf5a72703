import { readFileSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DICTIONARY_FILE } from './config.ts';
import { attribute } from './core/attribute.ts';
import { parseCues } from './core/cues.ts';
import { type Dictionary, dictionaryOf, NO_DICTIONARY } from './core/dictionary.ts';
import { type Library, libraryOf } from './core/library.ts';
import { parseTranscript } from './core/parse.ts';
import type { KeptIndexes } from './core/search-index.ts';
import { parseTerms } from './core/terms.ts';
import { describeProblem, type Problem, type Transcript } from './core/transcript.ts';
import { parseTranslation, translate } from './core/translation.ts';

/** Thrown when a corpus cannot be used; the message lists every problem, one a line. */
export class CorpusError extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map(describeProblem).join('\n'));
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
/** A transcript of a whole conference day has about 1 MB; a file beyond this is not a transcript. */
const FILE_BYTES = 16 * 1024 * 1024;

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
export async function loadLibrary(directory: string, kept?: KeptIndexes): Promise<Library> {
  const { transcripts, problems } = await readCorpus(directory);
  if (problems.length > 0) throw new CorpusError(problems);
  return libraryOf(transcripts, readDictionary, kept);
}

let dictionary: Dictionary | undefined;

/** The dictionary that the build makes, read once when a question first needs it; an empty one where it was not built. */
export function readDictionary(): Dictionary {
  if (!dictionary) {
    try {
      dictionary = dictionaryOf(readFileSync(DICTIONARY_FILE));
    } catch {
      dictionary = NO_DICTIONARY;
    }
  }
  return dictionary;
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
    report.problems.push(...problems);
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
  const written = await readText(transcriptFile, problems);
  const { parsed, problems: faults } =
    written === null ? { parsed: null, problems: [] } : parseTranscript(written, transcriptFile);
  problems.push(...faults);
  if (!parsed) return null;

  const sourceFile = join(folder, parsed.frontMatter.source.file);
  const source = await readText(sourceFile, problems);
  if (source === null) return null;
  const attributed = attribute(parsed, source, { id, transcriptFile, sourceFile });
  problems.push(...attributed.problems);
  return attributed.transcript && withCompanions(attributed.transcript, folder, problems, warnings);
}

/** Adds what lies beside a transcript: translation, terms, cues. */
async function withCompanions(
  transcript: Transcript,
  folder: string,
  problems: Problem[],
  warnings: Problem[],
): Promise<Transcript> {
  let complete = transcript;
  const present = new Set(await readdir(folder));
  const read = async (name: string) => (present.has(name) ? readText(join(folder, name), problems) : null);

  const translation = await read(TRANSLATION);
  if (translation !== null) {
    const file = join(folder, TRANSLATION);
    const { entries, problems: faults } = parseTranslation(translation, file);
    const translated = translate(complete, entries, file);
    complete = translated.transcript;
    problems.push(...faults, ...translated.problems);
    warnings.push(...translated.warnings);
  }
  const terms = await read(TERMS);
  if (terms !== null) {
    const { notions, problems: faults } = parseTerms(terms, join(folder, TERMS));
    complete = { ...complete, notions };
    problems.push(...faults);
  }
  const cueText = await read(CUES);
  if (cueText !== null) {
    const { cues, problems: faults } = parseCues(cueText, complete, join(folder, CUES));
    complete = { ...complete, cues };
    problems.push(...faults);
  }
  return complete;
}

/** A file's text; null, and a problem, where it cannot be used. */
async function readText(file: string, problems: Problem[]): Promise<string | null> {
  const report = (line: number, what: string, remedy: string) => {
    problems.push({ file, line, what, remedy });
    return null;
  };
  let bytes: Buffer;
  try {
    const { size, isFile } = await describeFile(file);
    if (!isFile) return report(1, 'This is no plain file.', 'Put a file of this name in its place.');
    if (size > FILE_BYTES) {
      const what = `The file has ${size} bytes, more than the ${FILE_BYTES} that a transcript may have.`;
      return report(1, what, 'Split it into several seminars.');
    }
    bytes = await readFile(file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
    const remedy = 'Each seminar folder holds transcript.md and the source file that its front matter names.';
    return report(1, `The file cannot be read (${code}).`, remedy);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const remedy = 'Save it as UTF-8 (a source: convert a copy and say so in corpus/README.md).';
    return report(firstBadLine(bytes), 'The file is not UTF-8.', remedy);
  }
}

async function describeFile(file: string): Promise<{ size: number; isFile: boolean }> {
  const stats = await stat(file);
  return { size: stats.size, isFile: stats.isFile() };
}

/** The first line, from 1, that is not UTF-8. */
function firstBadLine(bytes: Buffer): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const newline = bytes.indexOf(0x0a, start);
    const end = newline < 0 ? bytes.length : newline;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end + 1;
  }
  return line;
}
