import type { Logger } from 'pino';
import { StoreError } from '../store/store-error.ts';

/** Logs what stops the scheduler, but logs a database that cannot be used only once, until it can be used again. */
export interface FaultLog {
  /** Logs an error. Returns null, in place of what failed. */
  failed(error: unknown): null;
  /** Logs the error of one digest that keeps the others from nothing, the first time only. */
  digestFailed(digest: { key: string; number: number }, error: unknown): void;
  /** Says that the database can be used, if it could not before. */
  storeWorks(): void;
}

/** A log of the faults of one scheduler. */
export function faultLog(log: Logger): FaultLog {
  let storeFault: string | undefined;
  const failedDigests = new Set<string>();
  return {
    failed: (error) => {
      if (!(error instanceof StoreError)) {
        log.error({ err: error }, 'A digest failed.');
        return null;
      }
      if (error.message !== storeFault)
        log.error(`${error.message} No digests are posted until this is fixed.`);
      storeFault = error.message;
      return null;
    },
    digestFailed: ({ key, number }, error) => {
      if (!failedDigests.has(key)) log.error({ err: error, digest: number }, 'A digest failed.');
      failedDigests.add(key);
    },
    storeWorks: () => {
      if (storeFault !== undefined) log.info('The database can be used again.');
      storeFault = undefined;
    },
  };
}
