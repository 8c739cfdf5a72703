import type { Correction } from '../core/passages/correction.ts';
import type { Connection } from './database.ts';
import type { Store } from './store.ts';

/** Reports of wrong speakers, in the database. */
export interface CorrectionStore {
  /**
   * Stores one report.
   * @throws StoreError if the database cannot be used
   */
  add(correction: Correction): Promise<void>;
  /**
   * Every report, oldest first. Looking creates no database.
   * @throws StoreError if the database cannot be used
   */
  list(): Promise<Correction[]>;
  /** Closes the store. */
  close(): void;
}

/** The reports in a store. */
export function correctionsIn(store: Store): CorrectionStore {
  return {
    add: (correction) => store.use((opened) => addCorrection(opened, correction)),
    list: async () => ((await store.exists()) ? store.use(listCorrections) : []),
    close: store.close,
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
