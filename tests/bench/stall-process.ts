import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from '../../commands/command.ts';
import { commands } from '../../commands/index.ts';
import { loadLibrary } from '../../src/corpus/read.ts';
import { watchCorpus } from '../../src/corpus/watch.ts';
import { snapshotsIn } from '../../src/store/snapshot.ts';

const [folder = '', data = ''] = process.argv.slice(2);
const snapshots = snapshotsIn(data, (line) => console.error(line));

async function measure(name: string, work: () => unknown): Promise<void> {
  await sleep(20);
  const loop = monitorEventLoopDelay({ resolution: 1 });
  loop.enable();
  const start = performance.now();
  await sleep(5);
  await work();
  await sleep(5);
  loop.disable();
  console.log(
    `${name.padEnd(40)} longest ${(loop.max / 1e6).toFixed(0).padStart(7)} ms, whole ${((performance.now() - start) / 1000).toFixed(2)} s, rss ${Math.round(process.memoryUsage.rss() / 1e6)} MB`,
  );
}

let library!: Context['library'];
await measure('loading', async () => {
  library = await loadLibrary(folder, snapshots);
});
await measure('loading from the snapshot', async () => {
  library = await loadLibrary(folder, snapshots);
});
const context: Context = { library, commands, versions: { rostrum: '1', node: '1' } };
const ask = (question: string, rest = {}) => commands.find(({ name }) => name === 'ask')!;
const run = async (name: string, input: Record<string, string>) => {
  const command = commands.find((each) => each.name === name);
  if (command?.kind === 'message' || !command) throw new Error(name);
  return (command as any).run(input, context);
};
const speaker = library.speakers[7]!.name;
for (const question of [
  'What does the export control rule change?',
  '出口管制为什么没有效果?',
  'Who talks about chips?',
  `What did ${speaker} say about chips?`,
  'What is the weather on Mars?',
  'chip',
  'the',
]) {
  await measure(`/ask ${question}`, () => run('ask', { question }));
  await measure(`/ask ${question} again`, () => run('ask', { question }));
}
await measure('/ask seminar', () =>
  run('ask', { question: 'What are export controls?', seminar: 'seminar-3' }),
);
await measure('/compare', () => run('compare', { question: 'What are export controls?' }));
await measure('/about', () => run('about', {}));
const lines: string[] = [];
const watch = watchCorpus(
  folder,
  context,
  { info: (line) => lines.push(line), error: (line) => lines.push(line) },
  { snapshots, everyMs: 200 },
);
await measure('the first look of the watch', async () => {
  await sleep(30_000);
});
const before = context.library;
const file = join(folder, 'seminar-2', 'transcript.md');
writeFileSync(file, readFileSync(file, 'utf8').replace('Round 2', 'Round Two'));
await measure('live swap', async () => {
  for (let waited = 0; context.library === before && waited < 120_000; waited += 100) await sleep(100);
});
await sleep(3000);
console.log(lines.join('\n'));
await watch.stop();
