import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { corpusFolder, WITH_LONG_ANSWER } from '../corpus-folder.ts';
import { temporaryFolder } from '../store/temporary.ts';
import { ownSettings } from '../surroundings.ts';

/** A program that runs as a process of its own. */
export interface RunningProgram {
  child: ChildProcess;
  /** What it has written so far, to both of its streams. */
  output(): string;
  /** Resolves when it has ended, and everything that writes to its streams with it. */
  ended: Promise<{ status: number | null; output: string }>;
}

/** The status with which a program ends that was asked to; it is killed, and the status null, if it does not. */
export async function statusOf({
  child,
  ended,
}: Pick<RunningProgram, 'child' | 'ended'>): Promise<number | null> {
  // Far longer than a bot may take, so that a busy machine fails nothing, and less than a request may wait for a response.
  const late = setTimeout(() => child.kill('SIGKILL'), 13_000);
  const { status } = await ended;
  clearTimeout(late);
  return status;
}

/** Starts a built program, by default as `npm start` does, in this environment alone, by default on a tiny seminar and no data. */
export function startProgram(
  environment: Record<string, string>,
  program = 'dist/src/main.js',
  stderr: 'pipe' | number = 'pipe',
): RunningProgram {
  const CORPUS_DIR = environment.CORPUS_DIR ?? corpusFolder(WITH_LONG_ANSWER).folder;
  const DATA_DIR = environment.DATA_DIR ?? temporaryFolder();
  const child = spawn(process.execPath, [program], {
    env: { PATH: process.env.PATH ?? '', ...ownSettings(), ...environment, CORPUS_DIR, DATA_DIR },
    stdio: ['ignore', 'pipe', stderr],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      output += chunk;
    });
  }
  const ended = once(child, 'close').then(([status]) => ({ status: status as number | null, output }));
  return { child, ended, output: () => output };
}
