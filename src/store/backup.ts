import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { markAsCopy } from './copies.ts';
import { versionOf } from './database.ts';
import { DATABASE_FILE } from './database-name.ts';
import { explainStoreError, StoreError } from './store-error.ts';

/** The first version of the database whose digests can be marked. */
const FIRST_WITH_MARKS = 3;

/**
 * Copies the database as it is at one moment, even while a bot writes to it. The copy is complete, or there is none. It is
 * marked as a copy, so that a bot that is started with it looks for what was posted since.
 * @param directory DATA_DIR
 * @param target the file to write, which must not exist
 * @throws StoreError with a line for the person who runs Rostrum
 */
export function backUp(directory: string, target: string): void {
  const file = join(directory, DATABASE_FILE);
  if (!existsSync(file)) {
    throw new StoreError(`There is no database ${file}. Set DATA_DIR to the same folder as for the bot.`);
  }
  if (existsSync(target)) throw new StoreError(`${target} exists already. Give the name of a new file.`);
  const unfinished = `${target}.part`;
  rmSync(unfinished, { force: true });
  let connection: Database.Database | undefined;
  try {
    connection = new Database(file);
    connection.prepare('VACUUM INTO ?').run(unfinished);
    mark(unfinished);
    flushToDisk(unfinished);
    renameSync(unfinished, target);
  } catch (error) {
    rmSync(unfinished, { force: true });
    const { message } = explainStoreError(error, file);
    throw new StoreError(`${target} was not written. ${message}`, { cause: error });
  } finally {
    connection?.close();
  }
}

/** Marks a copy as one. That of an older Rostrum's database has no place for it. */
function mark(file: string): void {
  const copy = new Database(file);
  try {
    if (versionOf(copy) >= FIRST_WITH_MARKS) markAsCopy(copy);
  } finally {
    copy.close();
  }
}

/** SQLite leaves it to the operating system when a copy reaches the disk. */
export function flushToDisk(file: string): void {
  const descriptor = openSync(file, 'r+');
  fsyncSync(descriptor);
  closeSync(descriptor);
}
