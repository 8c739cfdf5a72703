import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type CorpusSize, writeCorpus, writeLongParagraph } from './stall-corpora.ts';
import type { Held } from './stall-process.ts';

const run = promisify(execFile);
const PROCESS = fileURLToPath(new URL('./stall-process.js', import.meta.url));

/** The event loop may not be held longer, whatever is loaded, swapped in, typed or due. */
const MOST_HELD_MS = 50;

const CORPORA: readonly [name: string, size: CorpusSize][] = [
  ['100,000 passages', { seminars: 100, speakers: 8, passages: 1000 }],
  ['2,000 speakers in 400 seminars', { seminars: 400, speakers: 5, passages: 20 }],
];

/** Prints for how long the event loop is held at most by each thing that is loaded, swapped in, typed or due. */
export async function benchStall(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'rostrum-bench-'));
  try {
    for (const [at, [name, size]] of CORPORA.entries()) {
      const corpus = join(folder, `corpus-${at}`);
      await writeCorpus(corpus, size);
      print(name, await heldIn('corpus', corpus, join(folder, `data-${at}`)));
    }
    const paragraph = join(folder, 'paragraph');
    await writeLongParagraph(paragraph);
    print('one paragraph of 15 MB', await heldIn('paragraph', paragraph, join(folder, 'data')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What each thing does in a process of its own: leftovers of another corpus would be collected in between. */
async function heldIn(what: 'corpus' | 'paragraph', corpus: string, data: string): Promise<Held[]> {
  const { stdout } = await run(process.execPath, [PROCESS, what, corpus, data], { maxBuffer: 2 ** 24 });
  return JSON.parse(stdout);
}

function print(name: string, held: readonly Held[]): void {
  const longest = Math.max(...held.map(({ heldMs }) => heldMs));
  console.log(`\n${name}: the event loop is held for ${longest.toFixed(0)} ms (at most ${MOST_HELD_MS} ms)`);
  for (const { action, heldMs, wholeMs, told = '' } of held) {
    const whole = wholeMs < 1000 ? `${wholeMs.toFixed(0)} ms` : `${(wholeMs / 1000).toFixed(1)} s`;
    console.log(
      `  ${action.padEnd(52)}${`${heldMs.toFixed(0)} ms`.padStart(9)}${whole.padStart(10)}  ${told}`,
    );
  }
}
