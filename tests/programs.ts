import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { Main } from '../src/program.ts';
import { libraryIn } from './fixtures.ts';
import { ownSettings } from './surroundings.ts';

export interface Result {
  status: number;
  stdout: string;
  stderr: string;
}

interface Given {
  /** What is typed or piped in. */
  input?: string;
  /** Settings that differ from those of the tests, and other variables. */
  env?: NodeJS.ProcessEnv;
  /** The width of the terminal in columns; by default there is none. */
  columns?: number;
}

const ENGLISH = { LANG: 'en_GB.UTF-8' };

/** Runs a program in this process. The corpus of a folder is read once for all programs. */
export async function runHere(
  main: Main,
  args: readonly string[],
  { input = '', env, columns }: Given = {},
): Promise<Result> {
  const [stdout, stderr] = [collector(columns), collector(columns)];
  const terminal = {
    stdin: Readable.from([Buffer.from(input)]),
    stdout,
    stderr,
    env: { ...ENGLISH, ...ownSettings(), ...env },
  };
  const status = await main(args, terminal, libraryIn);
  return { status, stdout: stdout.text(), stderr: stderr.text() };
}

/**
 * Starts a built program as a person would; `npm test` builds it first.
 * @param file such as `dist/src/cli/ask.js`
 * @param folder the working folder
 */
export async function runBuilt(
  file: string,
  args: readonly string[],
  { input = '', env, folder = '.' }: Omit<Given, 'columns'> & { folder?: string } = {},
): Promise<Result> {
  const child = spawn(process.execPath, [resolve(file), ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, ...ENGLISH, ...ownSettings(), ...env },
  });
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const [[status], stdout, stderr] = await Promise.all([
    once(child, 'close') as Promise<[number]>,
    text(child.stdout),
    text(child.stderr),
  ]);
  return { status, stdout, stderr };
}

/** An output that keeps what is written to it. With a width it is a terminal. */
function collector(columns?: number) {
  const chunks: Buffer[] = [];
  const output = new Writable({
    write: (chunk: Buffer, _, done) => {
      chunks.push(chunk);
      done();
    },
  });
  const terminal = columns === undefined ? {} : { isTTY: true, columns };
  return Object.assign(output, terminal, { text: () => Buffer.concat(chunks).toString('utf8') });
}
