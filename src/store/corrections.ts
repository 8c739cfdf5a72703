import { join } from 'node:path';
import type { Correction } from '../core/correction.ts';
import type { Connection } from './database.ts';
import { explainFault } from './fault.ts';

/** Reports of wrong speakers, kept in a database. */
export interface CorrectionStore {
  /** @throws StoreError when it cannot be stored */
  add(correction: Correction): Promise<void>;
  /**
   * Every report, oldest first; looking makes no database where there is none.
   * @throws StoreError when the database cannot be read
   */
  list(): Promise<Correction[]>;
  close(): void;
}

/**
 * The reports in a folder. The database is made and opened when it is first needed; after a fault it is opened
 * anew, so that it works again as soon as the cause is mended.
 * @param directory DATA_DIR
 */
export function correctionsIn(directory: string): CorrectionStore {
  let connection: Connection | undefined;
  const close = () => {
    connection?.close();
    connection = undefined;
  };
  const use = async <T>(work: (connection: Connection) => T): Promise<T> => {
    // Loaded only here: a Rostrum that stores nothing needs no SQLite.
    const { DATABASE_FILE, openDatabase } = await import('./database.ts');
    connection ??= openDatabase(directory);
    try {
      return work(connection);
    } catch (error) {
      close();
      throw explainFault(error, join(directory, DATABASE_FILE));
    }
  };
  return {
    add: (correction) => use((opened) => addCorrection(opened, correction)),
    list: async () => {
      const { hasDatabase } = await import('./database.ts');
      return hasDatabase(directory) ? use(listCorrections) : [];
    },
    close,
  };
}

/** Stores one report. */
export function addCorrection(connection: Connection, correction: Correction): void {
  const { passage, line, attribution, revision, time, proposal, reason } = correction;
  connection
    .prepare(
      `INSERT INTO corrections (passage, line, attribution, revision, time, proposal, reason)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(passage, line, attribution, revision, time, proposal, reason);
}

/** Every report, oldest first. */
export function listCorrections(connection: Connection): Correction[] {
  return connection
    .prepare(
      'SELECT passage, line, attribution, revision, time, proposal, reason FROM corrections ORDER BY id',
    )
    .all() as Correction[];
}
