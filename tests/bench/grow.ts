import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Grown } from './grow-process.ts';
import { writeCorpus } from './stall-corpora.ts';

const run = promisify(execFile);
const PROCESS = fileURLToPath(new URL('./grow-process.js', import.meta.url));

const ARCHIVE = { seminars: 100, speakers: 8, passages: 1000 };
/** From the files of a seminar to its first answer. */
const MOST_SECONDS = 2;
/** Nothing holds the event loop longer meanwhile. */
const MOST_HELD_MS = 20;

/** Adds seminars to a large archive that is being served, and prints how long it takes and what it holds up. */
export async function benchGrow(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'rostrum-bench-'));
  try {
    const corpus = join(folder, 'corpus');
    await writeCorpus(corpus, ARCHIVE);
    const { stdout } = await run(
      process.execPath,
      ['--expose-gc', PROCESS, corpus, join(folder, 'data'), String(ARCHIVE.seminars)],
      { maxBuffer: 2 ** 24 },
    );
    print(JSON.parse(stdout));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function print(grown: readonly Grown[]): void {
  const goal = `at most ${MOST_SECONDS} s and ${MOST_HELD_MS} ms`;
  console.log(`\nA seminar added to ${ARCHIVE.seminars * ARCHIVE.passages} passages (${goal}):`);
  for (const { what, seconds, cpuSeconds, heldMs, heap } of grown) {
    const held = `the event loop is held for ${heldMs.toFixed(0)} ms at most`;
    console.log(
      `  ${what.padEnd(44)}${seconds.toFixed(2).padStart(7)} s (${cpuSeconds.toFixed(2)} s of a processor)  ${held}; ${Math.round(heap / 1e6)} MB`,
    );
  }
}
