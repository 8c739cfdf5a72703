import '../node-version.js';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import MiniSearch from 'minisearch';
import { z } from 'zod';
import { UsageError } from '../arguments.ts';
import { readConfig } from '../config.ts';
import { rankFor } from '../core/answer/ranking.ts';
import type { SearchDocument } from '../core/indexing/document.ts';
import { type Library, libraryOf, searchablePassages } from '../core/library.ts';
import { SETTINGS, type Settings } from '../core/tuning.ts';
import { readDictionary } from '../corpus/dictionary.ts';
import { CorpusError, readCorpus } from '../corpus/read.ts';
import { type Output, print, printAsIs, program, runIfMain } from '../program.ts';

const USAGE = `Usage:
  npm run eval                                  our questions about scsp-chips-2025, and how much each part contributes
  npm run --silent eval -- --passages FILE --queries FILE [--json]
FILE has one JSON object per line: {"id","text","speaker"?,"seminar"?} and {"id","query","gold":[ids],"seminar"?}.`;

const QUESTIONS_FILE = 'tests/questions.jsonl';
/** The seminar that our questions are about. Others in the corpus would only add what is not measured. */
const QUESTIONS_SEMINAR = 'scsp-chips-2025';
const BAD_USAGE = 2;
/** Reciprocal ranks are counted this deep. */
const DEPTH = 10;

const passageSchema = z.object({
  id: z.string(),
  text: z.string(),
  speaker: z.string().nullish(),
  seminar: z
    .string()
    .nullish()
    .transform((seminar) => seminar ?? undefined),
});
const querySchema = z.object({
  id: z.string(),
  query: z.string(),
  gold: z.array(z.string()),
  seminar: z.string().optional(),
});
const questionSchema = z.object({
  id: z.string(),
  set: z.enum(['tuning', 'aside']),
  lang: z.enum(['en', 'zh', 'zh-Hant']),
  question: z.string(),
  gold: z.array(z.string()),
});

/** A question with the passages that answer it; none if the right reply is a refusal. */
interface Asked {
  query: string;
  gold: ReadonlySet<string>;
  seminar?: string | undefined;
}

/** What a search finds for one question: passages, best first, and whether it would refuse. */
type Ranker = (asked: Asked) => { ids: string[]; refused: boolean };

/** Shares from 0 to 1, over the questions that have an answer; `refused` over all. */
interface Figures {
  queries: number;
  hit1: number;
  hit3: number;
  mrr10: number;
  refused: number;
  p50Ms: number;
  p99Ms: number;
}

/** Measures search on our own questions, or on any retrieval set. */
export const main = program(
  { usage: USAGE, faultStatus: BAD_USAGE },
  async (args, { stdout, stderr, env }) => {
    const { passages, queries, json } = parseArgs({
      args,
      options: {
        passages: { type: 'string' },
        queries: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    }).values;
    if (passages === undefined && queries === undefined)
      return ownQuestions(stdout, readConfig(env, (line) => print(stderr, line)).CORPUS_DIR);
    if (passages === undefined || queries === undefined)
      throw new UsageError('Give both --passages and --queries.');
    return anySet(stdout, { passagesFile: passages, queriesFile: queries, json });
  },
);

/** Any retrieval set, through the same code as /ask, at the shipped settings. */
async function anySet(
  stdout: Output,
  { passagesFile, queriesFile, json }: { passagesFile: string; queriesFile: string; json: boolean },
): Promise<number> {
  const documents = await readLines(passagesFile, passageSchema);
  const queries = await readLines(queriesFile, querySchema);
  const start = performance.now();
  const sources = searchablePassages(documents as SearchDocument[], readDictionary);
  const indexMs = performance.now() - start;
  const figures = measure(
    queries.map(({ query, gold, seminar }) => ({ query, gold: new Set(gold), seminar })),
    ours(sources, SETTINGS),
  );
  const { queries: count, hit1, hit3, mrr10, refused, p50Ms, p99Ms } = figures;
  if (json)
    printAsIs(stdout, JSON.stringify({ queries: count, hit1, hit3, mrr10, refused, indexMs, p50Ms, p99Ms }));
  else {
    print(stdout, `${count} questions, ${documents.length} passages, indexed in ${Math.round(indexMs)} ms`);
    print(
      stdout,
      `hit@1 ${percent(hit1)}  hit@3 ${percent(hit3)}  MRR@10 ${percent(mrr10)}  refused ${percent(refused)}`,
    );
    print(stdout, `a question: p50 ${p50Ms.toFixed(2)} ms, p99 ${p99Ms.toFixed(2)} ms`);
  }
  return 0;
}

/** The ways to search that the table compares: ours, plain MiniSearch, and ours without each part. */
async function ownQuestions(stdout: Output, corpus: string): Promise<number> {
  const { transcripts, problems } = await readCorpus(corpus, QUESTIONS_SEMINAR);
  if (problems.length > 0) throw new CorpusError(problems);
  const library = libraryOf(transcripts, readDictionary);
  const without = (part: Partial<Settings>) => ours(library, { ...SETTINGS, ...part });
  const bare = libraryOf(
    transcripts.map((transcript) => ({ ...transcript, notions: [] })),
    readDictionary,
  );
  const { weights } = SETTINGS;
  const noCues = { weights: { ...weights, cues: 0 }, cueShare: 0 };
  const rankers: [string, Ranker][] = [
    ['Rostrum', ours(library, SETTINGS)],
    ['MiniSearch as it comes', plainMiniSearch(library)],
    ['without cues', ours(withoutCues(transcripts), SETTINGS)],
    ['without likeness of cues', without({ cueShare: 0 })],
    ['without declared terms', ours(bare, SETTINGS)],
    ['without the translation', ours(withoutTranslation(transcripts), SETTINGS)],
    ['without the dictionary', without({ dictionary: 0 })],
    ['without pairs and exact forms', without({ weights: { ...weights, exactForms: 0 } })],
    ["without the passage's characters", without({ passageShare: 0 })],
    ['without misspellings', without({ fuzzy: 0 })],
    ['without the best sentence', without({ sentenceShare: 0 })],
    ['without the question before', without({ weights: { ...weights, precedingQuestion: 0 } })],
    ["moderator's questions like others", without({ moderatorQuestion: 1 })],
    [
      'without names in questions',
      ours(
        {
          ...library,
          findNames: (question) => ({ names: [], withoutAsked: question, withoutNames: question }),
        },
        SETTINGS,
      ),
    ],
    [
      'cues alone',
      without({
        weights: { words: 0, exactForms: 0, cues: 1, precedingQuestion: 0 },
        sentenceShare: 0,
        passageShare: 0,
      }),
    ],
    ['neither cues nor dictionary', without({ ...noCues, dictionary: 0 })],
  ];
  const questions = await readLines(QUESTIONS_FILE, questionSchema);
  print(stdout, `Asked of ${QUESTIONS_SEMINAR} alone, whatever else is in ${corpus}`);
  for (const set of ['tuning', 'aside'] as const) {
    print(stdout, `\n${set === 'tuning' ? 'Questions for tuning' : 'Questions set aside'}`);
    printAsIs(
      stdout,
      row('', ['zh hit@1', 'hit@3', 'MRR@10', 'en hit@1', 'hit@3', 'MRR@10', 'refused', 'wrongly']),
    );
    for (const [name, ranker] of rankers) {
      const chosen = questions.filter((question) => question.set === set);
      const figuresOf = (isWanted: (question: z.infer<typeof questionSchema>) => boolean) =>
        measure(
          chosen.filter(isWanted).map(({ question, gold }) => ({
            query: question,
            gold: new Set(gold.map((id) => `${QUESTIONS_SEMINAR}/${id}`)),
          })),
          ranker,
        );
      const isAnswerable = ({ gold }: { gold: string[] }) => gold.length > 0;
      const zh = figuresOf((question) => isAnswerable(question) && question.lang !== 'en');
      const en = figuresOf((question) => isAnswerable(question) && question.lang === 'en');
      const answerable = figuresOf(isAnswerable);
      const unanswerable = figuresOf((question) => !isAnswerable(question));
      const shares = [
        zh.hit1,
        zh.hit3,
        zh.mrr10,
        en.hit1,
        en.hit3,
        en.mrr10,
        unanswerable.refused,
        answerable.refused,
      ];
      printAsIs(stdout, row(name, shares.map(percent)));
    }
  }
  return 0;
}

function withoutCues(transcripts: Library['transcripts']): Library {
  return libraryOf(
    transcripts.map((transcript) => ({ ...transcript, cues: new Map() })),
    readDictionary,
  );
}

function withoutTranslation(transcripts: Library['transcripts']): Library {
  const plain = transcripts.map((transcript) => ({
    ...transcript,
    segments: transcript.segments.map((segment) => ({ ...segment, translation: null })),
  }));
  return libraryOf(plain, readDictionary);
}

/** Our search, as /ask runs it. */
function ours(sources: Pick<Library, 'index' | 'findNames'>, settings: Settings): Ranker {
  return ({ query, seminar }) => {
    const { hits, claim } = rankFor(sources, { question: query, seminar }, settings);
    return { ids: hits.map(({ document }) => document.id), refused: claim !== 'answer' };
  };
}

/** MiniSearch without any of our work: text and translation, its own tokenizer and settings. */
function plainMiniSearch({ passages }: Library): Ranker {
  const index = new MiniSearch<{ id: string }>({ fields: ['text', 'translation'] });
  index.addAll(Array.from(passages.values(), ({ id, text, translation }) => ({ id, text, translation })));
  return ({ query }) => {
    const ids = index.search(query).map(({ id }) => String(id));
    return { ids, refused: ids.length === 0 };
  };
}

function measure(questions: readonly Asked[], ranker: Ranker): Figures {
  const times: number[] = [];
  const ranks = questions.map((asked) => {
    const start = performance.now();
    const { ids, refused } = ranker(asked);
    times.push(performance.now() - start);
    return { rank: ids.findIndex((id) => asked.gold.has(id)), refused };
  });
  const share = (isCounted: (each: { rank: number; refused: boolean }) => boolean) =>
    ranks.filter(isCounted).length / (questions.length || 1);
  const within = (depth: number) => share(({ rank }) => rank >= 0 && rank < depth);
  const reciprocal = ranks.map(({ rank }) => (rank >= 0 && rank < DEPTH ? 1 / (rank + 1) : 0));
  times.sort((a, b) => a - b);
  return {
    queries: questions.length,
    hit1: within(1),
    hit3: within(3),
    mrr10: reciprocal.reduce((total, value) => total + value, 0) / (questions.length || 1),
    refused: share(({ refused }) => refused),
    p50Ms: times[Math.floor(times.length * 0.5)] ?? 0,
    p99Ms: times[Math.floor(times.length * 0.99)] ?? 0,
  };
}

async function readLines<T>(file: string, schema: z.ZodType<T>): Promise<T[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return lines.map((line, at) => {
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      throw new UsageError(`${file}:${at + 1}: the line is not JSON.`);
    }
    const parsed = schema.safeParse(value);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      throw new UsageError(`${file}:${at + 1}: ${issue?.path.join('.')}: ${issue?.message}`);
    }
    return parsed.data;
  });
}

function percent(share: number): string {
  return (share * 100).toFixed(1);
}

function row(name: string, cells: readonly string[]): string {
  return name.padEnd(36) + cells.map((cell) => cell.padStart(9)).join('');
}

await runIfMain(import.meta, main);
