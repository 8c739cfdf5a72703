import type { Context } from '../commands/command.ts';
import { commands } from '../commands/index.ts';
import { type Config, readConfig, readVersion } from './config.ts';
import type { IndexSnapshots } from './core/indexing/index-snapshot.ts';
import { loadLibrary } from './corpus/read.ts';
import { OperatorError } from './operator-error.ts';
import { snapshotsIn } from './store/snapshot.ts';

/** What a program runs with. */
interface Started {
  config: Config;
  context: Context;
  /** Where the index of a large corpus is kept. */
  snapshots: IndexSnapshots;
}

/**
 * Reads the settings and the corpus: what every way of running Rostrum needs first.
 * @param warn gets a line where something is wrong that stops nothing
 */
export async function start(
  config = readConfig(),
  warn: (line: string) => void = console.error,
): Promise<Started> {
  const snapshots = snapshotsIn(config.DATA_DIR, warn);
  const library = await loadLibrary(config.CORPUS_DIR, snapshots);
  const versions = { rostrum: readVersion(), node: process.version };
  return { config, context: { library, commands, versions }, snapshots };
}

/**
 * Runs a program and ends the process with its status. What a person can mend is printed as it is, without a
 * stack trace.
 * @param faultStatus the exit status for settings or a corpus that cannot be used
 */
export async function runProgram(program: () => Promise<number>, faultStatus: number): Promise<void> {
  try {
    process.exitCode = await program();
  } catch (error) {
    if (isBrokenPipe(error)) return;
    console.error(
      error instanceof OperatorError
        ? error.message
        : `Rostrum stopped: ${error instanceof Error ? error.message : String(error)}`,
    );
    process.exitCode = faultStatus;
  } finally {
    // The channel to a program that started this one would keep it alive.
    if (process.connected) process.disconnect();
  }
}

/**
 * Ends the process once its output cannot be written: quietly where the reader has gone (`| head`), with the reason
 * where the output is lost, as on a full disk.
 */
export function endQuietlyWithoutReader(output: NodeJS.WritableStream, faultStatus: number): void {
  output.on('error', (error: Error) => {
    if (isBrokenPipe(error)) process.exit(0);
    console.error(`The output cannot be written: ${error.message}`);
    process.exit(faultStatus);
  });
}

/** The reader of our output has gone (`| head`): nobody is left to tell. */
function isBrokenPipe(error: unknown): boolean {
  return error instanceof Error && (error as NodeJS.ErrnoException).code === 'EPIPE';
}
