import { statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import MiniSearch, { type SearchOptions } from 'minisearch';
import { rankFor } from '../../src/core/answer/ranking.ts';
import type { SearchDocument } from '../../src/core/indexing/document.ts';
import { indexWithSnapshotSteps } from '../../src/core/indexing/index-snapshot.ts';
import type { SearchIndex } from '../../src/core/indexing/search-index.ts';
import { notionFinderOf } from '../../src/core/language/notions.ts';
import { bigrams, normalise, words } from '../../src/core/language/text.ts';
import { runToEnd } from '../../src/core/steps.ts';
import { SETTINGS } from '../../src/core/tuning.ts';
import { readDictionary } from '../../src/corpus/dictionary.ts';
import { snapshotsIn } from '../../src/store/snapshot.ts';
import { type Archive, type ArchiveQuestion, buildArchive } from './archive-passages.ts';

/** What is measured of one engine, in a process of its own: leftovers of another would be in its memory. */
export type Engine = 'rostrum' | 'rostrum from its snapshot' | 'words' | 'words + bigrams';

/** What one process measures. Times in milliseconds, sizes in bytes. */
export interface EngineFigures {
  /** To build it; for `rostrum from its snapshot`, to load it. */
  readyMs: number;
  /** All that is in use after a full collection, the passages themselves included. */
  heap: number;
  snapshot: number;
  p50: number;
  p99: number;
  longest: number;
  /** The longest time for which the event loop was blocked while questions were answered one after the other. */
  loopBlocked: number;
  hit1: number;
  /** The same at the BM25 parameters of Rostrum; null if it is not measured. */
  hit1SameBm25: number | null;
  questions: number;
  real: number;
}

/** The first questions compile code. */
const WARM_UP = 50;

/** Finds the best passage's id. */
type Ask = (question: string) => string | undefined;

const [engine, size, withSets, folder = ''] = process.argv.slice(2);
const archive = await buildArchive(Number(size), withSets === 'true');
console.log(JSON.stringify(await measure(engine as Engine, archive)));

async function measure(name: Engine, { passages, questions, real }: Archive): Promise<EngineFigures> {
  const isOurs = name.startsWith('rostrum');
  const start = performance.now();
  const ready = isOurs ? rostrum(passages) : plain(passages, name === 'words + bigrams');
  const readyMs = performance.now() - start - ready.notCounted();
  const heap = heapInUse();
  const asked = await askAll(questions, ready.ask);
  const { askSameBm25 } = ready;
  return {
    readyMs,
    heap,
    snapshot: await ready.snapshotSize(),
    ...asked,
    hit1SameBm25: askSameBm25 ? (await askAll(questions, askSameBm25)).hit1 : null,
    questions: questions.length,
    real,
  };
}

/** Rostrum as /ask runs it; its index from the snapshot in the folder, if it has one. */
function rostrum(passages: readonly SearchDocument[]) {
  const snapshots = snapshotsIn(folder, (fault) => console.error(fault));
  let writeMs = 0;
  const index: SearchIndex = runToEnd(
    indexWithSnapshotSteps(
      passages,
      [],
      {
        ...snapshots,
        write: (key, packed) => {
          const start = performance.now();
          snapshots.write(key, packed);
          writeMs = performance.now() - start;
        },
      },
      { notionFinder: notionFinderOf([]), dictionary: readDictionary },
    ),
  );
  const findNames = (question: string) => ({ names: [], withoutAsked: question, withoutNames: question });
  const ask: Ask = (question) => rankFor({ index, findNames }, { question }).hits[0]?.document.id;
  const snapshotSize = async () => {
    const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.snapshot'));
    return names.reduce((total, name) => total + statSync(join(folder, name)).size, 0);
  };
  return { ask, askSameBm25: null, snapshotSize, notCounted: () => writeMs };
}

/** MiniSearch over the same words and bigrams, with nothing of our work but the cutting. */
function plain(passages: readonly SearchDocument[], withBigrams: boolean) {
  const mini = new MiniSearch<{ id: string; text: string }>({
    fields: withBigrams ? ['words', 'bigrams'] : ['words'],
    extractField: (document, field) => (field === 'id' ? document.id : document.text),
    tokenize: (text, field) => (field === 'bigrams' ? bigrams(text) : words(text)),
    processTerm: (term) => term,
  });
  for (const { id, text, translation } of passages) {
    mini.add({ id, text: normalise(`${text}\n${translation ?? ''}`) });
  }
  const best = (question: string, options: SearchOptions = {}) => {
    const text = normalise(question);
    const ofWords = { queries: [text], fields: ['words'], tokenize: words };
    const ofBigrams = { queries: [text], fields: ['bigrams'], tokenize: bigrams };
    const queries = withBigrams ? [ofWords, ofBigrams] : [ofWords];
    return mini.search({ combineWith: 'OR', queries, ...options })[0]?.id as string | undefined;
  };
  return {
    ask: (question: string) => best(question),
    askSameBm25: withBigrams ? (question: string) => best(question, { bm25: SETTINGS.bm25 }) : null,
    snapshotSize: async () => Buffer.byteLength(JSON.stringify(mini)),
    notCounted: () => 0,
  };
}

async function askAll(questions: readonly ArchiveQuestion[], ask: Ask) {
  for (const { query } of questions.slice(0, WARM_UP)) ask(query);
  const loop = monitorEventLoopDelay({ resolution: 1 });
  loop.enable();
  const times: number[] = [];
  let hits = 0;
  for (const { query, gold } of questions) {
    const start = performance.now();
    const best = ask(query);
    times.push(performance.now() - start);
    if (best !== undefined && gold.includes(best)) hits++;
    // The next question comes after whatever else waits.
    await setImmediate();
  }
  loop.disable();
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
  return {
    p50: at(0.5),
    p99: at(0.99),
    longest: times.at(-1) ?? 0,
    loopBlocked: loop.max / 1e6,
    hit1: hits / questions.length,
  };
}

/** What is alive: objects, and the buffers outside the heap. */
function heapInUse(): number {
  if (!globalThis.gc) throw new Error('Run it with node --expose-gc.');
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
