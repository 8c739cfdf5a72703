import { closeSync, copyFileSync, existsSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { flushToDisk } from './backup.ts';
import { markAsCopy } from './copies.ts';
import type { Connection } from './database.ts';
import { DATABASE_FILE } from './database-name.ts';
import { companionsOf, type FileChange, idOf, type OpenedFile, openFile, statOf } from './opened-file.ts';
import { explainStoreError, StoreError } from './store-error.ts';

/**
 * How long a file has to stay as it is before it is taken for what somebody wanted, in milliseconds: one that is being
 * copied or moved is not touched.
 */
const SETTLE_MS = 1000;

const REPORTS: Readonly<Record<FileChange, string>> = {
  missing:
    'was moved away or deleted while the bot ran. It was written again, with everything in it. Stop the bot before you move, delete or restore it.',
  replaced:
    'was replaced while the bot ran. The bot goes on with the file that is there now; what was only in the other one is no longer used. Stop the bot before you restore a back-up.',
  overwritten:
    'was overwritten while the bot ran. The bot goes on with the file that is there now; what was only in the other one is lost. Stop the bot before you restore a back-up.',
  'without-log':
    'lost its log while the bot ran: the file with -wal or -shm at its end was deleted, or is elsewhere. The database was written again, with everything in it. Stop the bot before you move, delete or restore any of its files.',
};

/** What can be changed about a store. Times are in milliseconds. */
export interface StoreOptions {
  /** How long a write waits for that of another program; by default one second. */
  busyMs?: number | undefined;
  /** Gets a line for the person who runs Rostrum when the file was moved, deleted or replaced. */
  report?: (line: string) => void;
  /** How long a file that was moved, deleted or replaced has to stay as it is; by default one second. */
  settleMs?: number;
}

/** The database of a folder, whatever becomes of its file. */
export interface DatabaseFile {
  /**
   * The database, opened: as before, if its file is where it was; else the one that is there now, or a new file with
   * everything that was in the old one. So nothing is written into a file that nobody finds again.
   * @throws StoreError if it cannot be opened, or while its file is being changed
   */
  connection(): Connection;
  /** Whether it is open, so that there is one even if its file is gone. */
  isOpen(): boolean;
  /** The error as one for the person who runs Rostrum. After it the database is opened again. */
  failed(error: unknown): StoreError;
  close(): void;
}

/** The database of a folder, opened when it is first needed. */
export function databaseFile(
  directory: string,
  { busyMs, report, settleMs = SETTLE_MS }: StoreOptions,
): DatabaseFile {
  const file = join(directory, DATABASE_FILE);
  const descriptors = new Map<string, number>();
  let current: OpenedFile | undefined;
  // SQLite would close these at the next collection of garbage, and then delete the log of whatever database has their
  // name by then. They are few: one for each time that somebody changes the file.
  const retired: OpenedFile[] = [];
  let seen = { state: '', since: 0 };

  const open = () =>
    openFile(directory, busyMs, (id, path) => {
      const descriptor = descriptors.get(id) ?? openSync(path, 'r');
      descriptors.set(id, descriptor);
      return descriptor;
    });

  const isSettled = (change: FileChange): boolean => {
    const found = statOf(file);
    const state = [change, found && idOf(found), found?.size, found?.mtimeNs].join(' ');
    if (state !== seen.state) seen = { state, since: performance.now() };
    return performance.now() - seen.since >= settleMs;
  };

  const follow = (opened: OpenedFile, change: FileChange): OpenedFile => {
    if (change === 'missing' || change === 'without-log') rewrite(file, opened, change);
    const found = statOf(file);
    const isKnown = found !== null && [opened, ...retired].some(({ id }) => id === idOf(found));
    opened.removeLogs();
    // A connection that is not closed for good must not share a file with a new one.
    if (isKnown) renew(file);
    retired.push(opened);
    const next = open();
    if (change === 'replaced' || change === 'overwritten') markAsCopy(next.connection);
    return next;
  };

  const followed = (opened: OpenedFile): OpenedFile => {
    const change = opened.change();
    if (change === null) return opened;
    if (!isSettled(change))
      throw new StoreError(
        `The database ${file} is being moved, deleted or replaced. Nothing is stored until that is done.`,
      );
    const next = follow(opened, change);
    report?.(`The database ${file} ${REPORTS[change]}`);
    return next;
  };

  return {
    connection: () => {
      try {
        current = current ? followed(current) : open();
        return current.connection;
      } catch (error) {
        throw explainStoreError(error, file);
      }
    },
    isOpen: () => current !== undefined,
    failed: (error) => {
      current?.connection.close();
      current = undefined;
      return explainStoreError(error, file);
    },
    close: () => {
      current?.connection.close();
      current = undefined;
      for (const descriptor of descriptors.values()) closeSync(descriptor);
      descriptors.clear();
    },
  };
}

/** Writes a database whose file is gone again, unless somebody puts one there meanwhile; or one whose log is gone. */
function rewrite(
  file: string,
  { connection }: OpenedFile,
  change: Extract<FileChange, 'missing' | 'without-log'>,
): void {
  const unfinished = `${file}.part`;
  mkdirSync(dirname(file), { recursive: true });
  rmSync(unfinished, { force: true });
  connection.prepare('VACUUM INTO ?').run(unfinished);
  flushToDisk(unfinished);
  // If it was moved, the file is whole wherever it is.
  connection.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
  if (change === 'missing' && existsSync(file)) {
    rmSync(unfinished);
    return;
  }
  // A log that another program has begun meanwhile would be taken for that of this file.
  if (change === 'without-log')
    for (const companion of companionsOf(file)) rmSync(companion, { force: true });
  renameSync(unfinished, file);
}

/** Puts a copy of a file in its place. */
function renew(file: string): void {
  const unfinished = `${file}.part`;
  copyFileSync(file, unfinished);
  flushToDisk(unfinished);
  renameSync(unfinished, file);
}
