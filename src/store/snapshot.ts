import { createHash, type Hash } from 'node:crypto';
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { IndexPiece } from '../core/indexing/index-pieces.ts';
import type { IndexSnapshots } from '../core/indexing/index-snapshot.ts';
import type { Steps } from '../core/steps.ts';
import { fieldsOf } from '../error-fields.ts';

const NAME = /^index-[0-9a-f]{32}\.snapshot$/;
const UNFINISHED = /^index-.*\.tmp$/;
/** An unfinished file that is older than this was left behind by a process that died. */
const UNFINISHED_MS = 60 * 60 * 1000;
/** Precedes the checksum in the last line. */
const MARK = 'rostrum-index';
/** So many bytes are read at once. */
const READ_BYTES = 256 * 1024;
const LINE_BREAK = 0x0a;

/**
 * Stores an index in a folder between starts: in one file, named after what the index was built from, so that another
 * corpus or another version of Rostrum never reads it. A piece is a line, and the last line says whether they are all
 * there. Errors stop nothing: an index that cannot be read is built again.
 *
 *     index-<of what>.snapshot:  {…}⏎{…}⏎…rostrum-index <SHA-256 of the lines before>⏎
 *
 * @param directory DATA_DIR
 * @param report is called with one line for each error
 */
export function snapshotsIn(directory: string, report: (line: string) => void): IndexSnapshots {
  // The version of ICU, too, decides how a text is split into words.
  const fileOf = (key: string) =>
    `index-${hashOf(`${key} ICU ${process.versions.icu}`).digest('hex').slice(0, 32)}.snapshot`;
  const explain = (what: string, error: unknown) => {
    const { code, message } = fieldsOf(error);
    if (code === 'ENOENT') return;
    report(
      `The snapshot of the index in ${directory} cannot be ${what} (${code ?? message}); continuing without it.`,
    );
  };
  return {
    *read(key) {
      const file = join(directory, fileOf(key));
      let isWhole = false;
      try {
        isWhole = yield* piecesIn(file);
      } catch (error) {
        explain('read', error);
        return false;
      }
      if (isWhole) return true;
      report(`The snapshot ${file} is damaged; building the index again.`);
      try {
        rmSync(file, { force: true });
      } catch (error) {
        explain('removed', error);
      }
      return false;
    },
    *write(key, pieces) {
      const name = fileOf(key);
      try {
        mkdirSync(directory, { recursive: true });
        yield* writeSteps(join(directory, name), pieces);
        removeOthers(directory, name);
      } catch (error) {
        explain('written', error);
      }
    },
  };
}

/** The pieces in a file, and whether it is as it was written. */
function* piecesIn(file: string): Generator<IndexPiece, boolean> {
  const hash = hashOf('');
  let isMarked = false;
  for (const line of linesIn(file)) {
    if (isMarked) return false;
    const text = line.toString('utf8');
    isMarked = text.startsWith(MARK) && text === markOf(hash.copy());
    hash.update(line);
    const piece = isMarked ? null : pieceIn(text);
    if (piece) yield piece;
    else if (!isMarked) return false;
  }
  return isMarked;
}

/** Null if a line is damaged so that it cannot be read. */
function pieceIn(line: string): IndexPiece | null {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** The lines of a file, each with its line break; the last may have none. */
function* linesIn(file: string): Generator<Buffer> {
  const handle = openSync(file, 'r');
  try {
    let parts: Buffer[] = [];
    for (;;) {
      const bytes = Buffer.alloc(READ_BYTES);
      const length = readSync(handle, bytes);
      if (length === 0) break;
      let start = 0;
      for (
        let end = bytes.indexOf(LINE_BREAK);
        end >= 0 && end < length;
        end = bytes.indexOf(LINE_BREAK, start)
      ) {
        yield Buffer.concat([...parts, bytes.subarray(start, end + 1)]);
        parts = [];
        start = end + 1;
      }
      parts.push(bytes.subarray(start, length));
    }
    const rest = Buffer.concat(parts);
    if (rest.length > 0) yield rest;
  } finally {
    closeSync(handle);
  }
}

function markOf(hash: Hash): string {
  return `${MARK} ${hash.digest('hex')}\n`;
}

function hashOf(text: string): Hash {
  return createHash('sha256').update(text);
}

/**
 * Writes to another file and renames it, so that a reader finds all of the file or none. After a power failure it may
 * find less, which the last line tells.
 */
function* writeSteps(file: string, pieces: Iterable<IndexPiece>): Steps<void> {
  const unfinished = `${file}.${process.pid}.tmp`;
  let isFinished = false;
  try {
    const handle = openSync(unfinished, 'w');
    try {
      const hash = hashOf('');
      for (const piece of pieces) {
        const line = Buffer.from(`${JSON.stringify(piece)}\n`);
        hash.update(line);
        writeAll(handle, line);
        yield;
      }
      writeAll(handle, Buffer.from(markOf(hash)));
    } finally {
      closeSync(handle);
    }
    renameSync(unfinished, file);
    isFinished = true;
  } finally {
    // It may fail, or be stopped between two pieces.
    if (!isFinished) rmSync(unfinished, { force: true });
  }
}

function writeAll(handle: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
}

/** Removes the snapshots of an earlier corpus, and those that were never finished. */
function removeOthers(directory: string, kept: string): void {
  for (const name of readdirSync(directory)) {
    const file = join(directory, name);
    const isAbandoned = UNFINISHED.test(name) && Date.now() - statSync(file).mtimeMs > UNFINISHED_MS;
    if (isAbandoned || (NAME.test(name) && name !== kept)) rmSync(file, { force: true });
  }
}
