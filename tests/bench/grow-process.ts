import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { isSlash } from '../../commands/command.ts';
import { loadLibrary } from '../../src/corpus/read.ts';
import { watchCorpus } from '../../src/corpus/watch.ts';
import { snapshotsIn } from '../../src/store/snapshot.ts';
import { contextOf } from '../fixtures.ts';
import { writeCorpus } from './stall-corpora.ts';

/** What changed, how long it took until it was answered, and for how long anything else was held up at most. */
export interface Grown {
  what: string;
  seconds: number;
  /** Of the processor, in the same time: this depends less on what else the machine does. */
  cpuSeconds: number;
  heldMs: number;
  /** In use after a full collection, in bytes. */
  heap: number;
}

/** What the watch says is on standard error. */
const LOG = { info: (line: string) => console.error(line), error: (line: string) => console.error(line) };
const PATIENCE_MS = 600_000;
/** For so long the watch compares everything with what was loaded, and writes the snapshot after each change. */
const SETTLING_MS = 12_000;
const ADDED = { seminars: 1, speakers: 8, passages: 1000 };

const [folder = '', data = '', seminars = '0'] = process.argv.slice(2);
const snapshots = snapshotsIn(data, LOG.error);
const context = contextOf(await loadLibrary(folder, snapshots));
const watch = watchCorpus(folder, context, LOG, { snapshots });
await sleep(SETTLING_MS);
// Every other one is in English, as the question is.
const first = Number(seminars);
const grown = [
  { what: 'nothing yet', seconds: 0, cpuSeconds: 0, heldMs: 0, heap: heapInUse() },
  await measured('a seminar', () => writeCorpus(folder, ADDED, first), `seminar-${first}`, true),
  await measured('another one', () => writeCorpus(folder, ADDED, first + 2), `seminar-${first + 2}`, true),
  await measured(
    'a seminar is removed',
    async () => rmSync(join(folder, 'seminar-7'), { recursive: true }),
    'seminar-7',
    false,
  ),
];
await watch.stop();
console.log(JSON.stringify(grown));

/** Changes the corpus, and waits until an answer is, or is not, from a seminar. */
async function measured(
  what: string,
  change: () => Promise<void>,
  seminar: string,
  isThere: boolean,
): Promise<Grown> {
  await change();
  const loop = monitorEventLoopDelay({ resolution: 1 });
  loop.enable();
  const start = performance.now();
  const cpu = process.cpuUsage();
  const isDone = () => context.library.transcripts.some(({ id }) => id === seminar) === isThere;
  while (!isDone() && performance.now() - start < PATIENCE_MS) await sleep(5);
  if (isThere) await ask(seminar);
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  await sleep(SETTLING_MS);
  loop.disable();
  return { what, seconds, cpuSeconds: (user + system) / 1e6, heldMs: loop.max / 1e6, heap: heapInUse() };
}

/** Asks somebody of a seminar, among all seminars, as the bot does. */
async function ask(seminar: string): Promise<void> {
  const { transcripts } = context.library;
  const speaker = transcripts.find(({ id }) => id === seminar)?.speakers[0]?.id ?? '';
  const command = context.commands.filter(isSlash).find(({ name }) => name === 'ask');
  const reply = await command?.run({ question: 'What are export controls?', speaker }, context);
  if (!JSON.stringify(reply).includes(`${seminar}/`)) throw new Error(`${seminar} does not answer.`);
}

function heapInUse(): number {
  if (!globalThis.gc) throw new Error('Run it with node --expose-gc.');
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
