import { constants } from 'node:fs';
import { open, realpath } from 'node:fs/promises';
import { sep } from 'node:path';
import type { Problems } from '../core/transcript/problem.ts';
import { fieldsOf } from '../error-fields.ts';

/** A transcript of a whole conference day has about 1 MB; a file beyond this is not a transcript. */
export const FILE_BYTES = 16 * 1024 * 1024;
/** The same day has about 30,000 lines. */
export const FILE_LINES = 100_000;
/** A transcript has about five lines for each segment; its bytes are the limit that counts. */
export const TRANSCRIPT_LINES = 1_000_000;

const LINE_BREAK = 0x0a;
/** A pipe or a device in place of a file must not keep us waiting; Windows knows no such flag. */
export const WITHOUT_WAITING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * Reads a file of the corpus.
 * @param directory the corpus folder; what lies outside, behind a link, is not read
 * @param problems those of the corpus
 * @param most so many lines it may have
 * @returns its text; null if it cannot be used
 */
export async function readCorpusFile(
  file: string,
  directory: string,
  problems: Problems,
  most = FILE_LINES,
): Promise<string | null> {
  const ofFile = problems.in(file);
  const bytes = await readBytes(file, directory, ofFile, FILE_BYTES);
  if (bytes === null) return null;
  const lines = linesIn(bytes);
  if (lines > most) {
    ofFile.report(most + 1, 'file-too-long', { lines, most });
    return null;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    ofFile.report(firstBadLine(bytes), 'file-not-utf8', {});
    return null;
  }
}

/**
 * The bytes of a regular file inside the corpus folder.
 * @param problems those of the file
 * @returns null if it is not one, or too large
 */
export async function readBytes(
  file: string,
  directory: string,
  problems: Problems,
  most: number,
): Promise<Buffer | null> {
  try {
    const [real, root] = await Promise.all([realpath(file), realpath(directory)]);
    if (!real.startsWith(root.endsWith(sep) ? root : root + sep)) {
      problems.report(1, 'file-outside-corpus', {});
      return null;
    }
    const handle = await open(real, WITHOUT_WAITING);
    try {
      const stats = await handle.stat();
      if (stats.isFile() && stats.size <= most) return await handle.readFile();
      if (stats.isFile()) problems.report(1, 'file-too-large', { bytes: stats.size, most });
      else problems.report(1, 'file-not-regular', {});
    } finally {
      await handle.close();
    }
  } catch (error) {
    problems.report(1, 'file-unreadable', { code: String(fieldsOf(error).code ?? 'unknown') });
  }
  return null;
}

/** How many lines there are, whether or not the last one has a line break. */
function linesIn(bytes: Buffer): number {
  let count = bytes.at(-1) === LINE_BREAK ? 0 : 1;
  for (let at = bytes.indexOf(LINE_BREAK); at >= 0; at = bytes.indexOf(LINE_BREAK, at + 1)) count++;
  return count;
}

/** The first line, from 1, that is not UTF-8. */
function firstBadLine(bytes: Buffer): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const newline = bytes.indexOf(LINE_BREAK, start);
    const end = newline < 0 ? bytes.length : newline;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end + 1;
  }
  return line;
}
