import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { DATABASE_FILE } from './database.ts';
import { explainStoreError, StoreError } from './store-error.ts';

/**
 * Copies the database as it is at one moment, even while a bot writes to it. The copy is complete, or there is none.
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

/** SQLite leaves it to the operating system when a copy reaches the disk. */
function flushToDisk(file: string): void {
  const descriptor = openSync(file, 'r+');
  fsyncSync(descriptor);
  closeSync(descriptor);
}
