import { createHash } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { IndexSnapshot, IndexSnapshots } from '../core/indexing/index-snapshot.ts';
import { fieldsOf } from '../error-fields.ts';

const NAME = /^index-[0-9a-f]{32}\.snapshot$/;
const UNFINISHED = /^index-.*\.tmp$/;
/** An unfinished file that is older than this was left behind by a process that died. */
const UNFINISHED_MS = 60 * 60 * 1000;
/** Precedes the checksum in the first line. */
const MARK = 'rostrum-index';

/**
 * Stores an index in a folder between starts: in one file, named after what the index was built from, so that another
 * corpus or another version of Rostrum never reads it. Errors stop nothing: an index that cannot be read is built again.
 *
 *     index-<of what>.snapshot:  rostrum-index <SHA-256 of the rest>⏎{…}
 *
 * @param directory DATA_DIR
 * @param report is called with one line for each error
 */
export function snapshotsIn(directory: string, report: (line: string) => void): IndexSnapshots {
  // The version of ICU, too, decides how a text is split into words.
  const fileOf = (key: string) => `index-${sum(`${key} ICU ${process.versions.icu}`).slice(0, 32)}.snapshot`;
  const attempt = <T>(what: string, work: () => T): T | null => {
    try {
      return work();
    } catch (error) {
      const { code, message } = fieldsOf(error);
      if (code !== 'ENOENT') {
        report(
          `The snapshot of the index in ${directory} cannot be ${what} (${code ?? message}); continuing without it.`,
        );
      }
      return null;
    }
  };
  return {
    read: (key) => {
      const file = join(directory, fileOf(key));
      const bytes = attempt('read', () => readFileSync(file));
      if (bytes === null) return null;
      const body = intactBody(bytes);
      if (body !== null) return JSON.parse(body) as IndexSnapshot;
      report(`The snapshot ${file} is damaged; building the index again.`);
      attempt('removed', () => rmSync(file, { force: true }));
      return null;
    },
    write: (key, packed) => {
      const name = fileOf(key);
      attempt('written', () => {
        mkdirSync(directory, { recursive: true });
        const body = Buffer.from(JSON.stringify(packed));
        writeAtomically(join(directory, name), [Buffer.from(headOf(body)), body]);
        removeOthers(directory, name);
      });
    },
  };
}

/** The text after the first line; null if any byte differs from what was written. */
function intactBody(bytes: Buffer): string | null {
  const end = bytes.indexOf('\n') + 1;
  const body = bytes.subarray(end);
  return bytes.toString('latin1', 0, end) === headOf(body) ? body.toString('utf8') : null;
}

function headOf(body: Buffer): string {
  return `${MARK} ${sum(body)}\n`;
}

function sum(data: Buffer | string): string {
  return createHash('sha256').update(data).digest('hex');
}

/** Writes to another file and renames it, so that a reader finds all of the file or none. */
function writeAtomically(file: string, parts: readonly Buffer[]): void {
  const unfinished = `${file}.${process.pid}.tmp`;
  try {
    const handle = openSync(unfinished, 'w');
    try {
      for (const part of parts) for (let at = 0; at < part.length; ) at += writeSync(handle, part, at);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(unfinished, file);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

/** Removes the snapshots of an earlier corpus, and those that were never finished. */
function removeOthers(directory: string, kept: string): void {
  for (const name of readdirSync(directory)) {
    const file = join(directory, name);
    const isAbandoned = UNFINISHED.test(name) && Date.now() - statSync(file).mtimeMs > UNFINISHED_MS;
    if (isAbandoned || (NAME.test(name) && name !== kept)) rmSync(file, { force: true });
  }
}
