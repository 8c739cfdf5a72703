import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { IndexSnapshots } from '../core/indexing/index-snapshot.ts';
import { type Library, librarySteps } from '../core/library.ts';
import { runYielding } from '../core/steps.ts';
import { attributeSteps } from '../core/transcript/attribute.ts';
import { cuesSteps } from '../core/transcript/cues.ts';
import { transcriptSteps } from '../core/transcript/parse.ts';
import { namesakeSteps, peopleSteps } from '../core/transcript/people.ts';
import { peopleFileSteps } from '../core/transcript/people-file.ts';
import { type Problem, type Problems, problemsIn } from '../core/transcript/problem.ts';
import { markSameTitles } from '../core/transcript/same-titles.ts';
import { parseTerms } from '../core/transcript/terms.ts';
import type { Transcript } from '../core/transcript/transcript.ts';
import { parseTranslation, translateSteps } from '../core/transcript/translation.ts';
import { describeProblems } from '../messages/problems/describe.ts';
import { OperatorError } from '../operator-error.ts';
import { readDictionary } from './dictionary.ts';
import { readCorpusFile, TRANSCRIPT_LINES } from './file.ts';
import { seminarFolders } from './seminars.ts';
import { readSource, sourceFileOf } from './source.ts';

/** Thrown when a corpus cannot be used; the message lists the first problems, one a line. */
export class CorpusError extends OperatorError {
  override readonly name = 'CorpusError';

  constructor(problems: readonly Problem[]) {
    super(describeProblems(problems, 'en').join('\n'));
  }
}

/** A seminar's transcript, in its folder. */
export const TRANSCRIPT = 'transcript.md';
/** Files that a seminar may have besides its transcript. */
const TRANSLATION = 'translation.en.md';
const TERMS = 'terms.txt';
const CUES = 'cues.yaml';
/** The files that a seminar's folder can have, besides its source, which the transcript names. */
export const SEMINAR_FILES = [TRANSCRIPT, TRANSLATION, TERMS, CUES] as const;
/** Beside the seminars' folders: who is one person in several of them. */
export const PEOPLE = 'people.yaml';
const SEMINAR_ID = /^[a-z0-9][a-z0-9-]{0,39}$/;

/** What reading a corpus gives: the sound transcripts, what stops a start, and what a person should look at. */
export interface CorpusReport {
  transcripts: Transcript[];
  problems: readonly Problem[];
  warnings: readonly Problem[];
  /** The files that transcripts name as their sources, whether or not they could be read. */
  sources: readonly string[];
}

/**
 * Reads every seminar below a corpus folder.
 * @param directory the corpus folder; each folder in it is a seminar
 * @param snapshots where the index of many passages is kept; by default nowhere
 * @throws CorpusError with every problem of every file, if there is any
 */
export async function loadLibrary(directory: string, snapshots?: IndexSnapshots): Promise<Library> {
  const { transcripts, problems } = await readCorpus(directory);
  if (problems.length > 0) throw new CorpusError(problems);
  return runYielding(librarySteps(transcripts, readDictionary, snapshots));
}

/** What reading one seminar gives. */
export interface SeminarRead {
  /** Null if it cannot be used. Its speakers are not yet compared with those of other seminars. */
  transcript: Transcript | null;
  problems: readonly Problem[];
  warnings: readonly Problem[];
  /** As in `CorpusReport`. */
  sources: readonly string[];
}

/**
 * Reads and checks every seminar, without stopping at the first problem.
 * @param only the folder of a seminar that is read as if it were alone in the corpus
 * @param read reads the seminar in a folder; it may know what that gives
 */
export async function readCorpus(
  directory: string,
  only?: string,
  read = (id: string) => readSeminar(directory, id),
): Promise<CorpusReport> {
  const ofCorpus = problemsIn(directory);
  const reads: SeminarRead[] = [];
  for (const id of only === undefined ? await seminarsIn(directory, ofCorpus) : [only])
    reads.push(await read(id));
  const isSound = ofCorpus.errors.length === 0 && reads.every(({ problems }) => problems.length === 0);
  const transcripts = reads.flatMap(({ transcript, problems }) =>
    transcript && problems.length === 0 ? [transcript] : [],
  );
  const people =
    only === undefined
      ? await readPeople(directory, transcripts, isSound, ofCorpus)
      : await runYielding(peopleSteps(transcripts));
  return {
    transcripts: markSameTitles(people),
    problems: [...reads.flatMap(({ problems }) => problems), ...ofCorpus.errors],
    warnings: [...reads.flatMap(({ warnings }) => warnings), ...ofCorpus.warnings],
    sources: reads.flatMap(({ sources }) => sources),
  };
}

/**
 * The transcripts, with the people who speak in several of them told apart.
 * @param isSound whether no seminar has an error: one that has is missing here, and what is said of it would only hide that
 */
async function readPeople(
  directory: string,
  transcripts: readonly Transcript[],
  isSound: boolean,
  problems: Problems,
): Promise<Transcript[]> {
  const file = join(directory, PEOPLE);
  const isThere = (await readdir(directory).catch((): string[] => [])).includes(PEOPLE);
  const written = isThere && isSound ? await readCorpusFile(file, directory, problems) : null;
  const declared =
    written === null ? [] : await runYielding(peopleFileSteps(written, transcripts, problems.in(file)));
  const identified = await runYielding(peopleSteps(transcripts, declared));
  if (isSound) await runYielding(namesakeSteps(identified, declared, problems.in(file)));
  return identified;
}

/** The names of the folders that should each be a seminar, sorted. */
async function seminarsIn(directory: string, problems: Problems): Promise<string[]> {
  try {
    const names = await seminarFolders(directory);
    if (names.length === 0) problems.report(1, 'corpus-empty', {});
    return names;
  } catch {
    problems.report(1, 'corpus-unreadable', {});
    return [];
  }
}

/** Reads and checks one seminar by itself. */
export async function readSeminar(directory: string, id: string): Promise<SeminarRead> {
  const problems = problemsIn(directory);
  const sources: string[] = [];
  const transcript = await transcriptIn(directory, id, { problems, sources });
  return { transcript, problems: problems.errors, warnings: problems.warnings, sources };
}

/** The chain for one seminar, which adds its source to those given; null if it breaks off. */
async function transcriptIn(
  directory: string,
  id: string,
  { problems, sources }: { problems: Problems; sources: string[] },
): Promise<Transcript | null> {
  const folder = join(directory, id);
  if (!SEMINAR_ID.test(id)) {
    problems.in(folder).report(1, 'seminar-id-invalid', {});
    return null;
  }
  const transcriptFile = join(folder, TRANSCRIPT);
  const written = await readCorpusFile(transcriptFile, directory, problems, TRANSCRIPT_LINES);
  const parsed =
    written === null ? null : await runYielding(transcriptSteps(written, problems.in(transcriptFile)));
  if (!parsed) return null;
  const { file, format, encoding } = parsed.frontMatter.source;
  const sourceFile = await sourceFileOf(folder, file, SEMINAR_FILES, problems.in(transcriptFile));
  if (sourceFile === null) return null;
  sources.push(sourceFile);
  const source = await readSource(sourceFile, { directory, format, encoding }, problems);
  if (source === null) return null;
  const transcript = await runYielding(
    attributeSteps(parsed, source, { id, sourceFile }, problems.in(transcriptFile)),
  );
  return transcript && readSideFiles(transcript, folder, directory, problems);
}

/** Adds the other files in a transcript's folder: translation, terms, cues. */
async function readSideFiles(
  transcript: Transcript,
  folder: string,
  directory: string,
  problems: Problems,
): Promise<Transcript> {
  const present = new Set(await readdir(folder));
  const read = async (name: string) =>
    present.has(name) ? readCorpusFile(join(folder, name), directory, problems) : null;
  const ofFile = (name: string) => problems.in(join(folder, name));

  let complete = transcript;
  const translation = await read(TRANSLATION);
  if (translation !== null) {
    const entries = parseTranslation(translation, ofFile(TRANSLATION));
    complete = await runYielding(translateSteps(complete, entries, ofFile(TRANSLATION)));
  }
  const terms = await read(TERMS);
  if (terms !== null) complete = { ...complete, notions: parseTerms(terms, ofFile(TERMS)) };
  const cues = await read(CUES);
  if (cues !== null)
    complete = { ...complete, cues: await runYielding(cuesSteps(cues, complete, ofFile(CUES))) };
  return complete;
}
