import { OperatorError } from '../operator-error.ts';

/** A database that cannot be used, in words for the person who runs Rostrum: what, why, and what to do. */
export class StoreError extends OperatorError {
  override readonly name = 'StoreError';
}

/** What a fault of SQLite or of the file system means; nothing of what was to be stored is in it. */
export function explainFault(error: unknown, file: string): StoreError {
  if (error instanceof StoreError) return error;
  const { code, message } = Object(error) as { code?: string; message?: string };
  const why = `The database ${file} cannot be used (${code || firstLine(message)}).`;
  return new StoreError(`${why} ${REMEDIES.find(([known]) => known.test(code ?? ''))?.[1] ?? REMEDY}`, {
    cause: error,
  });
}

const REMEDY = 'Let DATA_DIR be a folder that Rostrum may write to.';
const REMEDIES: readonly [RegExp, string][] = [
  [/^SQLITE_(NOTADB|CORRUPT)/, 'The file is damaged: move it away, or put a copy of it back.'],
  // On a full disk the file that a write-ahead log needs cannot grow.
  [/^(SQLITE_FULL|SQLITE_IOERR_SHMSIZE|ENOSPC)/, 'Make room on the disk.'],
  [/^SQLITE_BUSY/, 'Another program holds it; let only one Rostrum use this DATA_DIR.'],
];

function firstLine(message: string | undefined): string {
  return message?.split('\n')[0] ?? 'unknown error';
}
