import { readdir, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { z } from 'zod';
import { UsageError } from '../../arguments.ts';
import type { SearchDocument } from '../../core/indexing/document.ts';
import type { Transcript } from '../../core/transcript/transcript.ts';
import { CorpusError, readCorpus, readSeminar, TRANSCRIPT } from '../../corpus/read.ts';
import { readLines } from './read-lines.ts';
import { type RetrievalQuery, readPassages, readQueries } from './retrieval-set.ts';

const PASSAGES = 'docs.jsonl';
const QUERIES = 'queries.jsonl';
const QUESTIONS = 'questions.jsonl';

const ownQuestionSchema = z.object({
  set: z.enum(['tuning', 'aside']),
  lang: z.enum(['en', 'zh', 'zh-Hant']),
  kind: z.string(),
  question: z.string(),
  gold: z.array(z.string()),
});
const seminarQuestionSchema = z.object({
  seminar: z.string().optional(),
  kind: z.string().default(''),
  question: z.string(),
  gold: z.array(z.string()),
});

/** A question about a seminar. */
export interface SeminarQuestion {
  question: string;
  seminar: string;
  /** The segments any of which answers; none if the right reply is a refusal. */
  gold: readonly string[];
  /** As in `Outcome`. */
  unanswerable: 'far' | 'near' | null;
  /** Of our own questions: what they are for, and their language. */
  part?: 'tuning' | 'aside';
  lang?: string;
}

/** Seminars with questions about them. */
export interface SeminarSet {
  kind: 'seminars';
  name: string;
  transcripts: readonly Transcript[];
  questions: readonly SeminarQuestion[];
}

/** Passages with questions about them. */
export interface RetrievalSet {
  kind: 'retrieval';
  name: string;
  documents: readonly SearchDocument[];
  queries: readonly RetrievalQuery[];
}

export type ReadSet = SeminarSet | RetrievalSet;

/**
 * Reads the questions that the project holds about its own seminar.
 * @throws CorpusError if the seminar is not sound
 * @throws UsageError if a line is no question
 */
export async function readOwnSet(
  corpus: string,
  seminar: string,
  questionsFile: string,
): Promise<SeminarSet> {
  const { transcripts, problems } = await readCorpus(corpus, seminar);
  if (problems.length > 0) throw new CorpusError(problems);
  const questions = await readLines(questionsFile, ownQuestionSchema);
  return {
    kind: 'seminars',
    name: seminar,
    transcripts,
    questions: questions.map(({ set, lang, kind, question, gold }) => ({
      question,
      seminar,
      gold,
      unanswerable: distance(kind, gold),
      part: set,
      lang,
    })),
  };
}

/**
 * Reads the sets in a folder: one retrieval set (docs.jsonl, queries.jsonl), one set of seminars (folders with a
 * transcript.md, and questions.jsonl beside or inside of them), or a folder of such folders.
 * @throws UsageError if there is none, or a line is no question or passage
 * @throws CorpusError if a seminar is not sound
 */
export async function readSets(folder: string): Promise<ReadSet[]> {
  const own = await readSet(folder);
  if (own) return [own];
  const sets: ReadSet[] = [];
  for (const name of await foldersIn(folder)) {
    const set = await readSet(join(folder, name));
    if (set) sets.push(set);
  }
  if (sets.length > 0) return sets;
  throw new UsageError(
    `${folder} is no set of questions: it has neither ${PASSAGES} and ${QUERIES}, nor ${QUESTIONS} and a folder with ${TRANSCRIPT} for each seminar, nor folders that have these.`,
  );
}

async function readSet(folder: string): Promise<ReadSet | null> {
  const name = basename(resolve(folder));
  const passagesFile = join(folder, PASSAGES);
  const queriesFile = join(folder, QUERIES);
  if ((await isThere(passagesFile)) && (await isThere(queriesFile))) {
    const documents = await readPassages(passagesFile);
    return { kind: 'retrieval', name, documents, queries: await readQueries(queriesFile) };
  }
  const questions = await readQuestions(folder);
  if (questions.length === 0) return null;
  const seminars = new Set(questions.map(({ seminar }) => seminar));
  return { kind: 'seminars', name, transcripts: await readTranscripts(folder, seminars), questions };
}

/** The questions beside seminars' folders and inside of them; none if there are no seminars. */
async function readQuestions(folder: string): Promise<SeminarQuestion[]> {
  const seminars: string[] = [];
  for (const name of await foldersIn(folder))
    if (await isThere(join(folder, name, TRANSCRIPT))) seminars.push(name);
  const found: SeminarQuestion[] = [];
  for (const inside of seminars.length === 0 ? [] : [undefined, ...seminars]) {
    const file = join(folder, inside ?? '', QUESTIONS);
    if (!(await isThere(file))) continue;
    for (const { seminar = inside, kind, question, gold } of await readLines(file, seminarQuestionSchema)) {
      if (seminar === undefined || !seminars.includes(seminar))
        throw new UsageError(
          `${file}: "seminar" of the question "${question}" must be one of ${seminars.join(', ')}.`,
        );
      found.push({ question, seminar, gold, unanswerable: distance(kind, gold) });
    }
  }
  return found;
}

/** Reads some of the seminars in a folder, in which there may be anything else besides. */
async function readTranscripts(folder: string, wanted: ReadonlySet<string>): Promise<Transcript[]> {
  const { transcripts, problems } = await readCorpus(folder, undefined, async (id) =>
    wanted.has(id) ? readSeminar(folder, id) : { transcript: null, problems: [], warnings: [], sources: [] },
  );
  if (problems.length > 0) throw new CorpusError(problems);
  return transcripts;
}

function distance(kind: string, gold: readonly string[]): SeminarQuestion['unanswerable'] {
  if (gold.length > 0) return null;
  return kind.includes('near') ? 'near' : 'far';
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((): never => {
    throw new UsageError(`The folder ${folder} cannot be read.`);
  });
  return entries
    .flatMap((entry) => (entry.isDirectory() || entry.isSymbolicLink() ? [entry.name] : []))
    .sort();
}

async function isThere(file: string): Promise<boolean> {
  return (await stat(file).catch(() => null)) !== null;
}
