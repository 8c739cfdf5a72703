import type { Correction } from '../core/passages/correction.ts';
import type { Connection } from './database.ts';
import { isTaken, type Request, RequestTaken, take } from './requests.ts';
import { inTransaction } from './statements.ts';
import type { Store } from './store.ts';

/** Reports of wrong speakers, in the database. */
export interface CorrectionStore {
  /**
   * Stores one report.
   * @param request what sent it, by Discord's id
   * @returns false if it is stored already
   * @throws StoreError if the database cannot be used
   */
  add(correction: Correction, request?: string): Promise<boolean>;
  /**
   * Whether what was sent with a request is stored.
   * @throws StoreError if the database cannot be used
   */
  isTaken(request: string): Promise<boolean>;
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
    add: async (correction, request) => {
      const asked = request === undefined ? undefined : { id: request, at: new Date(correction.time) };
      try {
        await store.use((opened) => addCorrection(opened, correction, asked));
        return true;
      } catch (error) {
        if (error instanceof RequestTaken) return false;
        throw error;
      }
    },
    isTaken: async (request) =>
      (await store.exists()) && (await store.use((opened) => isTaken(opened, request))),
    list: async () => ((await store.exists()) ? store.use(listCorrections) : []),
    close: store.close,
  };
}

/**
 * Stores one report.
 * @throws RequestTaken if it is stored already
 */
export function addCorrection(connection: Connection, correction: Correction, request?: Request): void {
  const { passage, line, attribution, revision, time, proposal, reason } = correction;
  inTransaction(connection, () => {
    take(connection, request);
    connection
      .prepare(
        `INSERT INTO corrections (passage, line, attribution, revision, time, proposal, reason)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(passage, line, attribution, revision, time, proposal, reason);
  });
}

/** Every report, oldest first. */
export function listCorrections(connection: Connection): Correction[] {
  return connection
    .prepare(
      'SELECT passage, line, attribution, revision, time, proposal, reason FROM corrections ORDER BY id',
    )
    .all() as Correction[];
}
