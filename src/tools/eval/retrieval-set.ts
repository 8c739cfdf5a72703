import { z } from 'zod';
import type { SearchDocument } from '../../core/indexing/document.ts';
import { searchablePassages } from '../../core/library.ts';
import { readDictionary } from '../../corpus/dictionary.ts';
import { type Output, print, printAsIs } from '../../program.ts';
import { ours, type Query, type Ranker } from './rankers.ts';
import { readLines } from './read-lines.ts';
import { percent } from './table.ts';

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

/** A question of a retrieval set, and the passages that answer it. */
export type RetrievalQuery = z.infer<typeof querySchema>;

/**
 * Reads the passages of a retrieval set.
 * @throws UsageError if a line of the file is no passage
 */
export function readPassages(file: string): Promise<SearchDocument[]> {
  return readLines(file, passageSchema) as Promise<SearchDocument[]>;
}

/**
 * Reads the questions of a retrieval set.
 * @throws UsageError if a line of the file is no question
 */
export function readQueries(file: string): Promise<RetrievalQuery[]> {
  return readLines(file, querySchema);
}

/** Reciprocal ranks are counted this deep. */
const DEPTH = 10;

/** Shares from 0 to 1, whatever is claimed. Scripts read these names. */
export interface RetrievalFigures {
  queries: number;
  hit1: number;
  hit3: number;
  mrr10: number;
  /** Not claimed to be answered. */
  refused: number;
  p50Ms: number;
  p99Ms: number;
}

/** Any retrieval set, through the same code as /ask, at the shipped settings. Returns an exit status. */
export async function measureRetrievalSet(
  stdout: Output,
  { passagesFile, queriesFile, json }: { passagesFile: string; queriesFile: string; json: boolean },
): Promise<number> {
  const documents = await readPassages(passagesFile);
  const queries = await readQueries(queriesFile);
  const start = performance.now();
  const sources = searchablePassages(documents, readDictionary);
  const indexMs = performance.now() - start;
  const figures = retrievalFigures(queries, ours(sources));
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

/** Asks every question once, and counts at which rank the first passage is that answers. */
export function retrievalFigures(
  questions: readonly (Query & Pick<RetrievalQuery, 'gold'>)[],
  ranker: Ranker,
): RetrievalFigures {
  const times: number[] = [];
  const ranks = questions.map(({ gold, ...asked }) => {
    const start = performance.now();
    const { ids, claim } = ranker(asked);
    times.push(performance.now() - start);
    return { rank: ids.findIndex((id) => gold.includes(id)), refused: claim !== 'answer' };
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
