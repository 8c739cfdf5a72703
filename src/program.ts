import { createRequire } from 'node:module';
import type { Context } from '../commands/command.ts';
import { commands } from '../commands/index.ts';
import { isUsageError } from './arguments.ts';
import { type Config, readVersion } from './config.ts';
import type { IndexSnapshots } from './core/indexing/index-snapshot.ts';
import { visibleLines } from './core/language/visible.ts';
import { dictionaryFault } from './corpus/dictionary.ts';
import { loadLibrary } from './corpus/read.ts';
import { fieldsOf } from './error-fields.ts';
import { OperatorError } from './operator-error.ts';
import { wrapped } from './render/wrapping.ts';
import { snapshotsIn } from './store/snapshot.ts';

/** Where a program reads and writes, and its environment: those of the process, or a test's own. */
export interface Terminal {
  stdin: NodeJS.ReadableStream & AsyncIterable<Uint8Array> & { isTTY?: boolean };
  stdout: Output;
  stderr: Output;
  env: NodeJS.ProcessEnv;
}

/** Where answers go; a real terminal also says that it is one, how wide it is now, and whether it shows colours. */
export type Output = NodeJS.WritableStream & {
  isTTY?: boolean;
  columns?: number;
  hasColors?: () => boolean;
};

/** Reads the corpus below a folder. Tests read each folder once. */
export type LoadLibrary = typeof loadLibrary;

/**
 * A program.
 * @param args what was typed after its name
 * @returns its exit status
 */
export type Main = (args: readonly string[], terminal: Terminal, load?: LoadLibrary) => Promise<number>;

/** What a program runs with. */
interface Started {
  context: Context;
  /** Where the index of a large corpus is kept. */
  snapshots: IndexSnapshots;
}

/** The exit status after arguments that cannot be used, in every program. */
const BAD_USAGE = 2;

/**
 * Reads the corpus: what every way of asking Rostrum needs first.
 * @param warn gets a line if something is wrong that stops nothing
 */
export async function start(
  config: Config,
  load: LoadLibrary,
  warn: (line: string) => void,
): Promise<Started> {
  const fault = dictionaryFault();
  if (fault !== undefined) warn(fault);
  const snapshots = snapshotsIn(config.DATA_DIR, warn);
  const library = await load(config.CORPUS_DIR, snapshots);
  const versions = { rostrum: readVersion(), node: process.version };
  return { context: { library, commands, versions }, snapshots };
}

/**
 * Writes lines for people: the one way to a terminal, there broken at words, as wide as it is now. Whatever is in them,
 * they give the terminal no orders and hide nothing; only a value's own line breaks are for whoever writes the lines to
 * take out, with `visible`.
 */
export function print(output: Output, lines: string): void {
  output.write(`${fitting(output, visibleLines(lines))}\n`);
}

const ESCAPE = '\u001B';
/** What follows it in the codes for bold, dim, italic and underlined text, and for their ends. */
const STYLE = /^\[(?:[0-4]|2[2-4])m/;

/** Writes lines as `print` does, and leaves codes for bold and dim text in them: for replies, whose values are clean. */
export function printStyled(output: Output, lines: string): void {
  const [first = '', ...others] = lines.split(ESCAPE);
  const styled = others.map((part) => {
    const [code = ''] = STYLE.exec(part) ?? [];
    return code === '' ? visibleLines(ESCAPE + part) : ESCAPE + code + visibleLines(part.slice(code.length));
  });
  output.write(`${fitting(output, visibleLines(first) + styled.join(''))}\n`);
}

/** Writes a line that a program may read, such as JSON, or that is as long as it has to be. */
export function printAsIs(output: NodeJS.WritableStream, line: string): void {
  output.write(`${visibleLines(line)}\n`);
}

/** Lines broken to the width that an output has now, if it is a terminal. */
function fitting({ isTTY, columns }: Output, lines: string): string {
  // Some terminals do not know their width, and say 0.
  return isTTY && columns ? wrapped(lines, columns) : lines;
}

/**
 * Makes a program of what it does. Whatever stops it becomes a line on standard error and an exit status: 2 with the
 * usage after arguments that cannot be used, `faultStatus` after all else. What a person can put right is printed
 * without a stack trace.
 * @param usage how the program is used
 * @param faultStatus the exit status if settings or a corpus cannot be used, or the output cannot be written
 */
export function program(
  { usage = '', faultStatus }: { usage?: string; faultStatus: number },
  body: (args: readonly string[], terminal: Terminal, load: LoadLibrary) => Promise<number>,
): Main {
  return async (args, terminal, load = loadLibrary) => {
    const { stdout, stderr } = terminal;
    let lost: Error | undefined;
    const outputLost = new Promise<never>((_, reject) => {
      stdout.on('error', (error: Error) => {
        lost = error;
        reject(error);
      });
    });
    let status = 0;
    try {
      status = await Promise.race([body(args, terminal, load), outputLost]);
      await Promise.race([written(stdout), outputLost]);
      return status;
    } catch (error) {
      // The reader has gone (`| head`): nobody is left to tell.
      if (isBrokenPipe(error)) return status;
      if (isUsageError(error)) {
        print(stderr, `${error.message}\n${usage}`);
        return BAD_USAGE;
      }
      print(stderr, lost ? `The output cannot be written: ${lost.message}` : describeError(error));
      return faultStatus;
    }
  };
}

/** Runs a program in this process, if Node was started with its file: an import of the file starts nothing. */
export async function runIfMain(module: ImportMeta, main: Main): Promise<void> {
  if (isMain(module)) await run(main);
}

/** Runs a program in this process, which ends with its status. */
export async function run(main: Main): Promise<void> {
  let isLost = false;
  process.stdout.on('error', () => {
    isLost = true;
  });
  // There is nowhere else to report that standard error cannot be written.
  process.stderr.on('error', () => {});
  process.exitCode = await main(process.argv.slice(2), process);
  // What still waits for input has nobody to answer.
  if (isLost) process.exit();
  // The channel to a program that started this one would keep it alive.
  if (process.connected) process.disconnect();
}

/** Whether Node was started with a file, found as Node finds it: by a link or without `.js` too. */
function isMain({ filename }: ImportMeta): boolean {
  const [, started] = process.argv;
  if (started === undefined) return false;
  try {
    return createRequire(filename).resolve(started) === filename;
  } catch {
    return false;
  }
}

function describeError(error: unknown): string {
  if (error instanceof OperatorError) return error.message;
  return `Rostrum stopped: ${error instanceof Error ? error.message : String(error)}`;
}

/** Resolves when all that was written before is out of our hands; never if it is lost, for which there is an event. */
function written(output: NodeJS.WritableStream): Promise<void> {
  return new Promise((resolve) => {
    output.write('', (error) => {
      if (!error) resolve();
    });
  });
}

function isBrokenPipe(error: unknown): boolean {
  return fieldsOf(error).code === 'EPIPE';
}
