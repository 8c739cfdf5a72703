import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Context, type Input, isSlash } from '../../commands/command.ts';
import type { Digest } from '../../src/core/digest/digest.ts';
import type { Passage } from '../../src/core/passages/passages.ts';
import { loadLibrary, readCorpus } from '../../src/corpus/read.ts';
import { watchCorpus } from '../../src/corpus/watch.ts';
import { claimsOf } from '../../src/digest/claims.ts';
import { digestsIn } from '../../src/store/digests.ts';
import { snapshotsIn } from '../../src/store/snapshot.ts';
import { storeIn } from '../../src/store/store.ts';
import { contextOf } from '../fixtures.ts';

/** For how long something holds the event loop at most, and how long the whole of it takes. */
export interface Held {
  action: string;
  heldMs: number;
  wholeMs: number;
  /** What else there is to say. */
  told?: string | undefined;
}

/** What the watch says is on standard error. */
const LOG = { info: (line: string) => console.error(line), error: (line: string) => console.error(line) };
/** How often the watch looks, and somebody asks while a corpus is swapped, in milliseconds. */
const OFTEN_MS = 200;
/** Ten times what a swap takes. */
const PATIENCE_MS = 600_000;
const DUE_TOGETHER = 20;

const [what, folder = '', data = ''] = process.argv.slice(2);
const found: Held[] = [];
if (what === 'paragraph') {
  await hold('reading it', async () => describe(await readCorpus(folder)));
} else {
  await measure();
}
console.log(JSON.stringify(found));

/** Measures an action, which may return something to tell. */
async function hold(action: string, work: () => unknown): Promise<void> {
  const loop = monitorEventLoopDelay({ resolution: 1 });
  loop.enable();
  // So that the first delay is not what came before.
  await sleep(5);
  loop.reset();
  const start = performance.now();
  const told = await work();
  const wholeMs = performance.now() - start;
  await sleep(5);
  loop.disable();
  found.push({
    action,
    heldMs: loop.max / 1e6,
    wholeMs,
    ...(typeof told === 'string' && { told }),
  });
}

function describe({ problems, transcripts }: Awaited<ReturnType<typeof readCorpus>>): string {
  return problems[0]?.kind ?? `seminars: ${transcripts.length}`;
}

async function measure(): Promise<void> {
  const snapshots = snapshotsIn(data, LOG.error);
  await hold('loading', () => loadLibrary(folder, snapshots));
  await hold('loading from the snapshot', () => loadLibrary(folder, snapshots));
  const context = contextOf(await loadLibrary(folder, snapshots));
  await asking(context);
  await typing(context);
  await digestsDue(context);
  await swapping(context, snapshots);
}

/** Runs a command as the bot does. */
async function run(name: string, input: Input, context: Context): Promise<unknown> {
  return context.commands
    .filter(isSlash)
    .find((command) => command.name === name)
    ?.run(input, context);
}

async function asking(context: Context): Promise<void> {
  const { speakers, passages } = context.library;
  const [someone = '', another = ''] = speakers.slice(7, 9).map(({ name }) => name);
  const { id = '', text = '' } = [...passages.values()].at(-3) ?? ({} as Partial<Passage>);
  const seminar = 'seminar-3';
  const long = 'chips export controls technology company government model '.repeat(40);
  const actions: [name: string, input: Input][] = [
    ...[
      'What does the export control rule change?',
      '出口管制为什么没有效果?',
      'Who said "small yard, high fence"?',
      'What is the weather on Mars?',
      `What did ${someone} and ${another} say about chips?`,
      `Who is ${someone}?`,
      long,
    ].map((question): [string, Input] => ['ask', { question }]),
    ['ask', { question: 'What are export controls?', seminar }],
    ['ask', { question: 'What are export controls?', speaker: someone }],
    ['compare', { question: 'What are export controls?' }],
    ['speakers', { speaker: someone }],
    ['speakers', {}],
    ['quote', { passage: id }],
    ['quote', { passage: text }],
    ['transcript', { seminar }],
    ['transcript', { seminar, from: 'export controls' }],
    ['about', {}],
  ];
  for (const [name, input] of actions) {
    const values = Object.values(input).map((value) => String(value).slice(0, 30));
    await hold(`/${name} ${values.join(', ')}`, () => run(name, input, context));
  }
  const message = {
    id: '1',
    text: `${long.slice(0, 200)}. Who pays? Penguins swim. China builds fabs. It rains.`,
  };
  const finding = context.commands.find((command) => command.kind === 'message');
  await hold('Find in transcript', async () => {
    if (finding?.kind === 'message') await finding.run(message, context);
  });
}

/** Types into every option that completes something. */
async function typing(context: Context): Promise<void> {
  for (const command of context.commands.filter(isSlash)) {
    const options = [...command.options, ...(command.subcommands ?? []).flatMap((each) => each.options)];
    for (const option of options) {
      if (option.type !== 'string' || !option.suggest) continue;
      const { suggest } = option;
      await hold(`typing into /${command.name} ${option.name}`, async () => {
        for (const typed of ['', 'c', 'chips', 'Ba', '出口', 'zqx']) await suggest(typed, context, 'en');
      });
    }
  }
}

async function digestsDue({ library }: Context): Promise<void> {
  const parts = { store: digestsIn(storeIn(data)), library: () => library, now: () => new Date() };
  const claims = claimsOf(parts, 'bench');
  const now = new Date();
  const digestOf = (at: number): Digest => ({
    ...{
      key: `key${at}`,
      server: '1',
      number: at,
      channel: '2',
      language: 'en',
      since: now,
      processedUntil: now,
    },
    ...{ time: '09:00', zone: 'UTC', days: '1234567', isPaused: false, isCopied: false, trouble: null },
    excerpts: 1 + (at % 5),
    seminar: at % 4 === 1 ? 'seminar-3' : null,
    from: null,
    until: null,
    speaker: at % 4 === 2 ? (library.speakers[at]?.id ?? null) : null,
    topic: at % 4 === 3 ? 'export controls' : null,
  });
  await hold(`${DUE_TOGETHER} digests due`, async () => {
    for (let at = 0; at < DUE_TOGETHER; at++) await claims.preview(digestOf(at));
  });
}

/** Swaps a changed corpus in, while somebody goes on to ask. */
async function swapping(context: Context, snapshots: ReturnType<typeof snapshotsIn>): Promise<void> {
  const { library } = context;
  const watch = watchCorpus(folder, context, LOG, { snapshots, everyMs: OFTEN_MS });
  // It reads everything once, to see whether it is as it was at the start.
  await hold('the first look at the files', () => sleep(10_000));
  // Other words, so that no snapshot fits. Each passage begins with its number.
  for (const name of ['source.txt', 'transcript.md']) {
    const file = join(folder, 'seminar-2', name);
    writeFileSync(file, readFileSync(file, 'utf8').replace(/(?<=^|: )0: /m, 'Zero: '));
  }
  await hold('swapping a changed seminar in', async () => {
    const times: number[] = [];
    for (let waited = 0; context.library === library && waited < PATIENCE_MS; waited += OFTEN_MS) {
      const start = performance.now();
      await run('ask', { question: 'What does the export control rule change?' }, context);
      times.push(performance.now() - start);
      await sleep(OFTEN_MS);
    }
    const slowest = Math.max(...times).toFixed(0);
    return `${context.library === library ? 'NOT SWAPPED; ' : ''}${times.length} questions meanwhile, the slowest ${slowest} ms`;
  });
  await watch.stop();
}
