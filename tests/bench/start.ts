import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ownSettings } from '../surroundings.ts';

const run = promisify(execFile);
/** How often each is started, in turn. */
const TIMES = 7;
/** As README's example asks. */
const QUESTION = 'How long did the US take to build its chip industry?';

/** Prints how long it takes from the start of a process to the first answer, next to one that only loads discord.js. */
export async function benchStart(): Promise<void> {
  const asked: number[] = [];
  const loaded: number[] = [];
  for (let at = 0; at < TIMES; at++) {
    loaded.push(await timeOf(['-e', "import('discord.js')"]));
    asked.push(await timeOf(['dist/src/cli/ask.js', QUESTION]));
  }
  const ratio = middle(asked) / middle(loaded);
  console.log(`From the start of a process, ${TIMES} each in turn, the middle one:`);
  console.log(`  node -e "import('discord.js')"  ${middle(loaded).toFixed(0)} ms`);
  console.log(`  the first answer in the terminal  ${middle(asked).toFixed(0)} ms`);
  console.log(`  the ratio: ${ratio.toFixed(2)} (at most 3)`);
}

async function timeOf(args: readonly string[]): Promise<number> {
  const start = performance.now();
  await run(process.execPath, args, { env: { ...process.env, ...ownSettings() } });
  return performance.now() - start;
}

function middle(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}
