import { fieldsOf } from '../error-fields.ts';
import { OperatorError } from '../operator-error.ts';

/** A database that cannot be used, in words for the person who runs Rostrum: what, why, and what to do. */
export class StoreError extends OperatorError {
  override readonly name = 'StoreError';
}

/** Explains an error of SQLite or of the file system, without anything of what was to be stored. */
export function explainStoreError(error: unknown, file: string): StoreError {
  if (error instanceof StoreError) return error;
  const { code, message } = fieldsOf(error);
  const why = `The database ${file} cannot be used (${code || firstLine(message)}).`;
  return new StoreError(
    `${why} ${REMEDIES.find(([known]) => known.test(String(code ?? '')))?.[1] ?? REMEDY}`,
    {
      cause: error,
    },
  );
}

/** Whether SQLite gave something up because of another program. */
export function isBusy(error: unknown): boolean {
  return String(fieldsOf(error).code).startsWith('SQLITE_BUSY');
}

const REMEDY = 'Set DATA_DIR to a folder that Rostrum may write to.';
const REMEDIES: readonly [RegExp, string][] = [
  [/^SQLITE_(NOTADB|CORRUPT)/, 'The file is damaged: move it away, or restore a backup.'],
  // SHMSIZE: on a full disk, the file that a write-ahead log needs cannot grow.
  [/^(SQLITE_FULL|SQLITE_IOERR_SHMSIZE|ENOSPC)/, 'Free some space on the disk.'],
  [/^SQLITE_BUSY/, 'Another program has locked it. Only one Rostrum may use this DATA_DIR.'],
];

function firstLine(message: string | undefined): string {
  return message?.split('\n')[0] ?? 'unknown error';
}
