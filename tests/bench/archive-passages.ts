import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SearchDocument } from '../../src/core/indexing/document.ts';
import { sentences } from '../../src/core/language/sentences.ts';
import { loadLibrary } from '../../src/corpus/read.ts';
import { ownSettings } from '../surroundings.ts';

/** A question with the passages that answer it. */
export interface ArchiveQuestion {
  query: string;
  gold: readonly string[];
}

/** Many passages, and questions that some of them answer. */
export interface Archive {
  passages: SearchDocument[];
  questions: ArchiveQuestion[];
  /** How many of the passages are as they were written; the others are sentences put together anew. */
  real: number;
}

/** The folder of public retrieval sets, if there is one: other people's text, so none of it is in the project. */
const SETS_FOLDER = process.env.RETRIEVAL_SETS;
/** Sets with questions. `cmrc-sent` and `xquad-en2zh` repeat passages of these. */
const ASKED_SETS = ['xquad-zh', 'xquad-en', 'cmrc', 'drcd'];
/** Passages without questions: spoken English. */
const OTHER_SETS = ['qmsum'];
/** Questions of each set, so that their passages fit into half of the smallest archive: 150 × 4. */
const QUESTIONS_OF_EACH = 150;
/** A passage that fills up has two sentences, or at most so many sentences: with 3 on average it is as long as our seminar's. */
const FILLED_SENTENCES = 4;
/** So much of an archive is real at most, however much there is. */
const REAL_SHARE = 0.5;

/** A set's passages; a passage is a source of sentences unless a question asks for it. */
interface PassageSet {
  passages: SearchDocument[];
  questions: ArchiveQuestion[];
}

/**
 * Builds an archive. It is filled up with passages whose sentences each come from another passage of the same set: so
 * its terms are as many and as rare as in real text. A passage that answers a
 * question gives no sentence, or many places would have the answer.
 * @param size how many passages
 * @param withSets whether the public sets are used; without them all comes from our own seminar
 */
export async function buildArchive(size: number, withSets: boolean): Promise<Archive> {
  const random = randomNumbers(size);
  const sets = [await ownSet(), ...(withSets ? [...ASKED_SETS, ...OTHER_SETS].map(publicSet) : [])];
  // Our own questions are asked only in an archive without others: 52 passages of a seminar are too few to measure in pieces.
  const questions = withSets ? sets.slice(1).flatMap((set) => set.questions) : (sets[0]?.questions ?? []);
  const gold = new Set(questions.flatMap((question) => question.gold));
  const all = sets.flatMap((set) => set.passages);
  const asked = all.filter(({ id }) => gold.has(id));
  const others = shuffled(
    all.filter(({ id }) => !gold.has(id)),
    random,
  );
  const real = [...asked, ...others.slice(0, Math.max(0, size * REAL_SHARE - asked.length))];
  const sources = sets.map(({ passages }) => {
    const free = passages.filter(({ id }) => !gold.has(id));
    // Without other sets every passage is asked for; then there is nothing else to take sentences from.
    return (free.length > 0 && withSets ? free : passages).map(({ text }) =>
      sentences(text).map(({ start, end }) => text.slice(start, end)),
    );
  });
  const passages = [...real];
  while (passages.length < size) {
    const source = sources[passages.length % sources.length] ?? [];
    const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)];
    const length = 2 + Math.floor(random() * (FILLED_SENTENCES - 1));
    const text = Array.from({ length }, () => pick(pick(source) ?? []) ?? '').join('');
    passages.push({ id: `filled-${passages.length}`, text });
  }
  return { passages: shuffled(passages, random), questions, real: real.length };
}

/** Whether there are public sets to use. */
export function hasPublicSets(): boolean {
  return SETS_FOLDER !== undefined && existsSync(SETS_FOLDER);
}

/** Our own seminar's text alone, as an archive of many seminars would have it, with all our questions. */
async function ownSet(): Promise<PassageSet> {
  const { passages } = await loadLibrary(ownSettings().CORPUS_DIR ?? '');
  const seminars = new Set(Array.from(passages.values(), ({ transcript }) => transcript.id));
  const questions = readLines<{ question: string; gold: string[] }>('tests/questions.jsonl')
    .filter(({ gold }) => gold.length > 0)
    .map(({ question, gold }) => ({
      query: question,
      gold: gold.flatMap((id) => Array.from(seminars, (seminar) => `${seminar}/${id}`)),
    }));
  return {
    passages: Array.from(passages.values(), ({ id, text, translation }) => ({ id, text, translation })),
    questions,
  };
}

function publicSet(name: string): PassageSet {
  const folder = join(SETS_FOLDER ?? '', name);
  const named = (id: string) => `${name}/${id}`;
  const documents = readLines<SearchDocument>(join(folder, 'docs.jsonl'));
  const queries = ASKED_SETS.includes(name)
    ? readLines<{ query: string; gold: string[] }>(join(folder, 'queries.jsonl'))
    : [];
  // Spread over the whole set, so that few ask for the same passage.
  const step = Math.max(1, Math.floor(queries.length / QUESTIONS_OF_EACH));
  const chosen = queries.filter((_, at) => at % step === 0).slice(0, QUESTIONS_OF_EACH);
  return {
    passages: documents.map(({ id, text }) => ({ id: named(id), text })),
    questions: chosen.map(({ query, gold }) => ({ query, gold: gold.map(named) })),
  };
}

function readLines<T>(file: string): T[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as T);
}

/** The same numbers, 0 to 1, in every run (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const result = [...items];
  for (let at = result.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [result[at], result[other]] = [result[other] as T, result[at] as T];
  }
  return result;
}
