import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { readCorpus } from '../../src/corpus/read.ts';
import { temporaryFolder } from '../store/temporary.ts';
import { ownSettings } from '../surroundings.ts';

const KILLS = Number(process.env.ROSTRUM_KILLS ?? 4);

/** A talk with so many turns, each told apart by what it says. */
const talk = (turns: number, last: string) =>
  Array.from(
    { length: turns },
    (_, at) => `${at % 2 === 0 ? 'Mira Holt' : 'Ole Berg'}: This is turn number ${at}, ${last}.\n`,
  ).join('\n');

it('an import that is killed leaves the corpus as it was, or with the whole seminar', async () => {
  const folder = temporaryFolder();
  const corpus = join(folder, 'corpus');
  mkdirSync(corpus);
  const file = join(folder, 'talk.txt');
  const program = resolve('dist/src/cli/import.js');
  const env = { PATH: process.env.PATH, ...ownSettings(), CORPUS_DIR: corpus };
  const start = () => spawn(process.execPath, [program, file, '--id', 'talk'], { env, stdio: 'ignore' });

  const watched = async (killAfterMs: number) => {
    const child = start();
    const ended = once(child, 'exit');
    await Promise.race([sleep(killAfterMs), ended]);
    child.kill('SIGKILL');
    await ended;
  };
  const wholeMs = await (async () => {
    writeFileSync(file, talk(400, 'as it was at first'));
    const from = performance.now();
    const child = start();
    await once(child, 'exit');
    return performance.now() - from;
  })();
  const wordings = ['as it was at first'];
  for (let kill = 0; kill < KILLS; kill++) {
    wordings.push(`in wording ${kill}`);
    writeFileSync(file, talk(400, `in wording ${kill}`));
    // Most is written in the second half.
    await watched(wholeMs * (0.4 + (0.6 * kill) / KILLS));
    const visible = readdirSync(corpus).filter((name) => !name.startsWith('.'));
    expect(visible).toEqual(['talk']);
    const { transcripts, problems } = await readCorpus(corpus);
    expect(problems).toEqual([]);
    const said = new Set(transcripts[0]?.segments.map(({ text }) => text.slice(text.indexOf(',') + 2, -1)));
    expect(said.size).toBe(1);
    expect(wordings).toContain([...said][0]);
  }
});
