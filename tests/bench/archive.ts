import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Engine, EngineFigures } from './archive-engine.ts';
import { hasPublicSets } from './archive-passages.ts';

const run = promisify(execFile);
const ENGINE = fileURLToPath(new URL('./archive-engine.js', import.meta.url));
/** Plain MiniSearch over 100,000 passages takes more than Node's default. */
const HEAP_MB = 8192;

/** The goals at this size, as ratios to plain MiniSearch with words and bigrams in the same run. */
const JUDGED_SIZE = 100_000;
const LOOP_BLOCKED_MS = 20;
/** To build an index, as a share of what plain MiniSearch over words takes in the same run. */
const BUILT_SHARE = 0.5;

/** Prints what archives of these sizes cost, next to plain MiniSearch. */
export async function benchArchive(sizes: readonly number[]): Promise<void> {
  const withSets = hasPublicSets();
  for (const size of sizes) await benchSize(size, withSets);
}

async function benchSize(size: number, withSets: boolean): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'rostrum-bench-'));
  const figuresOf = async (engine: Engine): Promise<EngineFigures> => {
    const { stdout } = await run(
      process.execPath,
      [
        '--expose-gc',
        `--max-old-space-size=${HEAP_MB}`,
        ENGINE,
        engine,
        String(size),
        String(withSets),
        folder,
      ],
      { maxBuffer: 2 ** 24 },
    );
    return JSON.parse(stdout);
  };
  try {
    const ours = await figuresOf('rostrum');
    const loaded = await figuresOf('rostrum from its snapshot');
    const plain = await figuresOf('words + bigrams');
    const words = await figuresOf('words');
    const { questions, real } = ours;
    console.log(`\n${size} passages, ${real} of them as they were written; ${questions} questions:`);
    if (!withSets) console.log('  Only pieces of our own seminar: the first hits say little.');
    console.log(row('', ['index', 'heap', 'snapshot', 'load', 'p50', 'p99', 'longest', 'blocked', 'hit@1']));
    print('Rostrum', ours, loaded.snapshot > 0 ? loaded.readyMs : null);
    print('  its index from the snapshot', loaded, loaded.readyMs);
    print('MiniSearch, words', words, null);
    print('MiniSearch, words + bigrams', plain, null);
    console.log(`  the same at our k, b and d: hit@1 ${plain.hit1SameBm25?.toFixed(4)}`);
    compare(ours, loaded, plain, size);
    const ratio = (ours.readyMs / words.readyMs).toFixed(2);
    console.log(`  Built in ${ratio} of what MiniSearch over words takes (at most ${BUILT_SHARE})`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function compare(ours: EngineFigures, loaded: EngineFigures, plain: EngineFigures, size: number): void {
  const isJudged = size === JUDGED_SIZE;
  const figure = (name: string, value: string, target: string) =>
    console.log(`  ${name}: ${value}${isJudged ? ` (${target})` : ''}`);
  const part = (one: number, other: number) => `1/${(other / one).toFixed(1)}`;
  console.log('  Compared with words + bigrams:');
  figure('p50', part(ours.p50, plain.p50), 'at most 1/25');
  figure('p99', part(ours.p99, plain.p99), 'at most 1/30');
  figure('heap', (ours.heap / plain.heap).toFixed(2), 'at most 0.45');
  figure('heap from the snapshot', (loaded.heap / plain.heap).toFixed(2), 'at most 0.45');
  figure('start from the snapshot', part(loaded.readyMs, plain.readyMs), 'at most 1/15 of indexing');
  figure('hit@1', signed(ours.hit1 - plain.hit1), 'not below');
  figure('hit@1 at the same k, b, d', signed(ours.hit1 - (plain.hit1SameBm25 ?? 0)), 'at least -0.01');
  figure('longest search', `${ours.longest.toFixed(1)} ms`, `at most ${LOOP_BLOCKED_MS} ms`);
}

function print(name: string, figures: EngineFigures, loadMs: number | null): void {
  const { readyMs, heap, snapshot, p50, p99, longest, loopBlocked, hit1 } = figures;
  const ms = (time: number) => `${time.toFixed(1)} ms`;
  console.log(
    row(name, [
      name.includes('snapshot') ? '' : `${(readyMs / 1000).toFixed(1)} s`,
      `${Math.round(heap / 1e6)} MB`,
      `${Math.round(snapshot / 1e6)} MB`,
      loadMs === null ? '' : `${(loadMs / 1000).toFixed(2)} s`,
      ms(p50),
      ms(p99),
      ms(longest),
      ms(loopBlocked),
      hit1.toFixed(4),
    ]),
  );
}

function row(name: string, cells: readonly string[]): string {
  return `  ${name.padEnd(30)}${cells.map((cell) => cell.padStart(11)).join('')}`;
}

function signed(difference: number): string {
  return `${difference >= 0 ? '+' : ''}${difference.toFixed(4)}`;
}
