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

const NAME = /^index-[0-9a-f]{32}\.snapshot$/;
const UNFINISHED = /^index-.*\.tmp$/;
/** What a process that died left behind is older than any that is still being written. */
const UNFINISHED_MS = 60 * 60 * 1000;
/** Before the checksum, in the first line. */
const MARK = 'rostrum-index';

/**
 * Indexes kept in a folder between starts: one file, named after what it was made of, so that another corpus or another
 * Rostrum never meets it. No fault stops anything: an index that cannot be read or written is built.
 *
 *     index-<of what>.snapshot:  rostrum-index <SHA-256 of the rest>⏎{…}
 *
 * @param directory DATA_DIR
 * @param report gets one line for each fault
 */
export function snapshotsIn(directory: string, report: (fault: string) => void): IndexSnapshots {
  /** Where a text is cut into words depends on ICU too. */
  const fileOf = (key: string) => `index-${sum(`${key} ICU ${process.versions.icu}`).slice(0, 32)}.snapshot`;
  const attempt = <T>(what: string, work: () => T): T | null => {
    try {
      return work();
    } catch (error) {
      const { code, message } = Object(error) as { code?: string; message?: string };
      if (code !== 'ENOENT') {
        report(
          `The snapshot of the index in ${directory} cannot be ${what} (${code ?? message}); going on without it.`,
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
      const body = soundBody(bytes);
      if (body !== null) return JSON.parse(body) as IndexSnapshot;
      report(`The snapshot ${file} is damaged; the index is built anew.`);
      attempt('removed', () => rmSync(file, { force: true }));
      return null;
    },
    write: (key, packed) => {
      const name = fileOf(key);
      attempt('written', () => {
        mkdirSync(directory, { recursive: true });
        const body = Buffer.from(JSON.stringify(packed));
        writeWhole(join(directory, name), [Buffer.from(headOf(body)), body]);
        removeOthers(directory, name);
      });
    },
  };
}

/** The text behind the first line; null where any byte is not as it was written. */
function soundBody(bytes: Buffer): string | null {
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

/** Writes beside the file and puts it in its place at once: whoever reads finds all of it or none. */
function writeWhole(file: string, parts: readonly Buffer[]): void {
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

/** Removes snapshots of what the corpus was before, and what was never finished. */
function removeOthers(directory: string, kept: string): void {
  for (const name of readdirSync(directory)) {
    const file = join(directory, name);
    const isLeft = UNFINISHED.test(name) && Date.now() - statSync(file).mtimeMs > UNFINISHED_MS;
    if (isLeft || (NAME.test(name) && name !== kept)) rmSync(file, { force: true });
  }
}
