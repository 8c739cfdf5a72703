import { constants } from 'node:fs';
import { open, realpath } from 'node:fs/promises';
import { sep } from 'node:path';
import type { Problem } from '../core/transcript/problem.ts';

/** A transcript of a whole conference day has about 1 MB; a file beyond this is not a transcript. */
const FILE_BYTES = 16 * 1024 * 1024;
/** The same day has about 30,000 lines. */
const FILE_LINES = 100_000;

const LINE_BREAK = 0x0a;
/** A pipe or a device in place of a file must not keep us waiting; Windows knows no such flag. */
const WITHOUT_WAITING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * Reads a file of the corpus.
 * @param directory the corpus folder; what lies outside, behind a link, is not read
 * @returns its text, or why it cannot be used
 */
export async function readCorpusFile(file: string, directory: string): Promise<string | Problem> {
  const refused = (what: string, remedy: string, line = 1): Problem => ({ file, line, what, remedy });
  let bytes: Buffer;
  try {
    const [real, root] = await Promise.all([realpath(file), realpath(directory)]);
    if (!real.startsWith(root.endsWith(sep) ? root : root + sep)) {
      const what = 'A link leads from here out of the corpus folder.';
      return refused(what, 'Put a copy of the file or the folder in place of the link.');
    }
    const handle = await open(real, WITHOUT_WAITING);
    try {
      const stats = await handle.stat();
      if (!stats.isFile()) return refused('This is no plain file.', 'Put a file of this name in its place.');
      if (stats.size > FILE_BYTES) {
        const what = `The file has ${stats.size} bytes, more than the ${FILE_BYTES} that a file of the corpus may have.`;
        return refused(what, 'Split the seminar into several.');
      }
      bytes = await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
    const remedy = 'Each seminar folder holds transcript.md and the source file that its front matter names.';
    return refused(`The file cannot be read (${code}).`, remedy);
  }
  const lines = linesIn(bytes);
  if (lines > FILE_LINES) {
    const what = `The file has ${lines} lines, more than the ${FILE_LINES} that a file of the corpus may have.`;
    return refused(what, 'Split the seminar into several.', FILE_LINES + 1);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const remedy = 'Save it as UTF-8 (a source: convert a copy and say so in corpus/README.md).';
    return refused('The file is not UTF-8.', remedy, firstBadLine(bytes));
  }
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
