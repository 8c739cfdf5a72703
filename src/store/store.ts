import { join } from 'node:path';
import type { Connection } from './database.ts';
import { explainStoreError } from './store-error.ts';

/** The database of a folder. */
export interface Store {
  /**
   * Does some work on the database, and returns its result.
   * @throws StoreError if the database cannot be used
   */
  use<T>(work: (connection: Connection) => T): Promise<T>;
  /** Whether anything has ever been stored. Looking creates no database. */
  exists(): Promise<boolean>;
  close(): void;
}

/**
 * The store of a folder. It creates and opens the database at its first use. After an error it opens the database again,
 * so that it works as soon as somebody has removed the cause.
 * @param directory DATA_DIR
 * @param busyMs how long a write waits for that of another program, in milliseconds; by default one second
 */
export function storeIn(directory: string, busyMs?: number): Store {
  let connection: Connection | undefined;
  const close = () => {
    connection?.close();
    connection = undefined;
  };
  return {
    use: async (work) => {
      // Loaded only now: without anything to store, Rostrum needs no SQLite.
      const { DATABASE_FILE, openDatabase } = await import('./database.ts');
      connection ??= openDatabase(directory, busyMs);
      try {
        return work(connection);
      } catch (error) {
        close();
        throw explainStoreError(error, join(directory, DATABASE_FILE));
      }
    },
    exists: async () => {
      const { hasDatabase } = await import('./database.ts');
      return hasDatabase(directory);
    },
    close,
  };
}
