import type { Connection } from './database.ts';
import type { DatabaseFile, StoreOptions } from './database-file.ts';
import { RequestTaken } from './requests.ts';

/** The database of a folder. */
export interface Store {
  /**
   * Does some work on the database, and returns its result.
   * @throws StoreError if the database cannot be used
   * @throws RequestTaken as the work does
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
 */
export function storeIn(directory: string, options: StoreOptions = {}): Store {
  let database: DatabaseFile | undefined;
  return {
    use: async (work) => {
      // Loaded only now: without anything to store, Rostrum needs no SQLite.
      const { databaseFile } = await import('./database-file.ts');
      database ??= databaseFile(directory, options);
      const connection = database.connection();
      try {
        return work(connection);
      } catch (error) {
        throw error instanceof RequestTaken ? error : database.failed(error);
      }
    },
    exists: async () => {
      if (database?.isOpen()) return true;
      const { hasDatabase } = await import('./database.ts');
      return hasDatabase(directory);
    },
    close: () => database?.close(),
  };
}
