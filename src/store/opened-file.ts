import { type BigIntStats, readSync, realpathSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Connection, openDatabase } from './database.ts';
import { DATABASE_FILE } from './database-name.ts';

/**
 * What has happened to the file of an open database: it is gone, another one is in its place, its bytes are others, or its
 * log is gone, in which the latest of it is, or the index of the log.
 */
export type FileChange = 'missing' | 'replaced' | 'overwritten' | 'without-log';

/** An open database, and what tells whether its file is still the one in DATA_DIR. */
export interface OpenedFile {
  connection: Connection;
  /** Identifies the file, whatever its name. */
  id: string;
  /** What has happened to the file since it was opened; null if nothing has. */
  change(): FileChange | null;
  /**
   * Deletes the write-ahead log and its index, if those that have their names are still this database's. Next to another
   * database they would be taken for its own.
   */
  removeLogs(): void;
}

/** SQLite's companions of a database, by the ends of their names. */
const COMPANIONS = ['-wal', '-shm'] as const;
/** The byte of a database's head that says how it is written, and its value for a write-ahead log. */
const WRITE_VERSION = { at: 18, log: 2 };

/**
 * Opens the database of a folder.
 * @param busyMs how long a write waits for that of another program, in milliseconds
 * @param descriptorOf a descriptor to read a file with, by what identifies the file. It is not closed while the process
 * uses the file: closing any descriptor of a file gives up all locks that the process has on it
 * @throws StoreError with a line for the person who runs Rostrum
 */
export function openFile(
  directory: string,
  busyMs: number | undefined,
  descriptorOf: (id: string, file: string) => number,
): OpenedFile {
  const file = join(directory, DATABASE_FILE);
  const connection = openDatabase(directory, busyMs);
  const opened = statSync(file, { bigint: true });
  const id = idOf(opened);
  const descriptor = descriptorOf(id, file);
  const companions = companionsOf(file).map((path) => ({ path, id: idAt(path) }));
  /** SQLite looks for them next to the file itself, if there is a link to it in its place. */
  const logs = () => companionsOf(realpathSync(file)).map(idAt);
  const known = logs();
  const hasLogs = () => logs().every((found, at) => known[at] === null || found === known[at]);
  let lastWritten = opened.mtimeNs;

  /** Every database that Rostrum has open is written by a log; a back-up that was copied over it is not. */
  const isOverwritten = ({ mtimeNs }: BigIntStats): boolean => {
    if (mtimeNs === lastWritten) return false;
    const head = Buffer.alloc(WRITE_VERSION.at + 1);
    readSync(descriptor, head, 0, head.length, 0);
    if (head[WRITE_VERSION.at] !== WRITE_VERSION.log) return true;
    lastWritten = mtimeNs;
    return false;
  };

  return {
    connection,
    id,
    change: () => {
      const found = statOf(file);
      if (!found) return 'missing';
      if (idOf(found) !== id) return 'replaced';
      if (isOverwritten(found)) return 'overwritten';
      return hasLogs() ? null : 'without-log';
    },
    removeLogs: () => {
      for (const { path, id: before } of companions)
        if (before !== null && idAt(path) === before) rmSync(path, { force: true });
    },
  };
}

/** The paths of the write-ahead log of a database and of the index of that log. */
export function companionsOf(file: string): string[] {
  return COMPANIONS.map((end) => `${file}${end}`);
}

/** A file's state by its name; null if there is none. */
export function statOf(file: string): BigIntStats | null {
  return statSync(file, { bigint: true, throwIfNoEntry: false }) ?? null;
}

/** Identifies a file, whatever its name. */
export function idOf({ dev, ino }: BigIntStats): string {
  return `${dev}:${ino}`;
}

function idAt(path: string): string | null {
  const found = statOf(path);
  return found && idOf(found);
}
