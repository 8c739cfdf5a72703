import { join } from 'node:path';
import type { Connection } from './database.ts';
import { explainFault } from './store-error.ts';

/** The database of a folder, for everything that is kept in it. */
export interface Store {
  /**
   * Does some work on the database.
   * @throws StoreError when the database cannot be used
   */
  use<T>(work: (connection: Connection) => T): Promise<T>;
  /** Whether anything was ever stored; looking makes no database where there is none. */
  exists(): Promise<boolean>;
  close(): void;
}

/**
 * The database is made and opened when it is first needed; after a fault it is opened anew, so that it works again as
 * soon as the cause is mended.
 * @param directory DATA_DIR
 */
export function storeIn(directory: string): Store {
  let connection: Connection | undefined;
  const close = () => {
    connection?.close();
    connection = undefined;
  };
  return {
    use: async (work) => {
      // Loaded only here: a Rostrum that stores nothing needs no SQLite.
      const { DATABASE_FILE, openDatabase } = await import('./database.ts');
      connection ??= openDatabase(directory);
      try {
        return work(connection);
      } catch (error) {
        close();
        throw explainFault(error, join(directory, DATABASE_FILE));
      }
    },
    exists: async () => {
      const { hasDatabase } = await import('./database.ts');
      return hasDatabase(directory);
    },
    close,
  };
}
