import { mkdirSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Connection } from './database.ts';
import { rows, run } from './statements.ts';
import { isBusy } from './store-error.ts';

/** The file whose lock says that a bot runs, in DATA_DIR. */
export const LOCK_FILE = 'rostrum.lock';
/** How long to wait for another process that is only writing its name, in milliseconds. */
const BUSY_MS = 100;

/** A process that holds the lock of a folder. */
export interface Holder {
  host: string;
  /** Its number on its host; in a container often 1. */
  process: number;
  since: Date;
}

/** The lock of a folder, for one process. */
export interface Lock {
  /**
   * Takes the lock, and keeps it until the process ends, however it ends.
   * @returns `taken`, or who holds it, as far as that is known: `null` if not
   * @throws if the folder cannot be written to
   */
  take(now: Date): Promise<'taken' | Holder | null>;
  /** Gives the lock back. */
  release(): void;
}

/**
 * A lock of the operating system, by way of SQLite. Unlike a file with a process's number, it is gone when its process is,
 * even if that was killed or ran in another container.
 * @param directory DATA_DIR
 */
export function lockIn(directory: string): Lock {
  let held: Connection | undefined;

  const take = (opened: Connection, now: Date): void => {
    opened.exec('BEGIN IMMEDIATE');
    opened.exec(
      'CREATE TABLE IF NOT EXISTS holder (host TEXT NOT NULL, process INTEGER NOT NULL, since INTEGER NOT NULL)',
    );
    run(opened, 'DELETE FROM holder');
    run(opened, 'INSERT INTO holder VALUES (?, ?, ?)', hostname(), process.pid, now.getTime());
    opened.exec('COMMIT');
    // Others can still read the name: a transaction that has written nothing yet keeps out writers alone.
    opened.exec('BEGIN IMMEDIATE');
  };

  return {
    take: async (now) => {
      // Loaded only now: a bot that has nothing to store needs no SQLite.
      const { default: Database } = await import('libsql');
      mkdirSync(directory, { recursive: true });
      const opened = new Database(join(directory, LOCK_FILE));
      try {
        opened.prepare(`PRAGMA busy_timeout = ${BUSY_MS}`).get();
        take(opened, now);
        held = opened;
        return 'taken';
      } catch (error) {
        const holder = isBusy(error) ? holderIn(opened) : undefined;
        opened.close();
        if (holder === undefined) throw error;
        return holder;
      }
    },
    release: () => {
      if (held?.inTransaction) held.exec('ROLLBACK');
      held?.close();
      held = undefined;
    },
  };
}

function holderIn(opened: Connection): Holder | null {
  try {
    const [row] = rows(opened, 'SELECT host, process, since FROM holder');
    return row
      ? { host: String(row.host), process: Number(row.process), since: new Date(Number(row.since)) }
      : null;
  } catch {
    // It has only just begun.
    return null;
  }
}
