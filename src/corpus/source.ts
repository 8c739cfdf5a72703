import { join } from 'node:path';
import type { FrontMatter } from '../core/transcript/front-matter.ts';
import type { Problems } from '../core/transcript/problem.ts';
import type { Source } from '../core/transcript/source.ts';
import { fieldsOf } from '../error-fields.ts';
import { FormatError } from '../formats/format.ts';
import { LARGEST_FILE, MOST_PARTS } from '../formats/limits.ts';
import { readBytes, readCorpusFile } from './file.ts';
import { filesIn } from './seminars.ts';

/** So many of the files that may be the source are named. */
const NAMED_FILES = 5;

/**
 * Finds the source of a seminar: the file that its front matter names, or the only one in its folder that is none of ours.
 * @param ours the names of the files that a seminar can have besides
 * @param problems those of the transcript's file
 * @returns its path; null if it is not known
 */
export async function sourceFileOf(
  folder: string,
  named: string | null,
  ours: readonly string[],
  problems: Problems,
): Promise<string | null> {
  if (named !== null) return join(folder, named);
  const others = (await filesIn(folder)).filter((name) => !ours.includes(name)).sort();
  const [only, ...more] = others;
  if (only !== undefined && more.length === 0) return join(folder, only);
  problems.report(1, 'source-unnamed', { files: others.slice(0, NAMED_FILES) });
  return null;
}

/**
 * Reads a source.
 * @param directory the corpus folder
 * @param format by which it is read; null for plain lines
 * @param encoding of its text; null if the file itself shows it
 * @param problems those of the corpus
 * @returns the text of plain lines, or what the format has made of the file; null if it cannot be used
 */
export async function readSource(
  file: string,
  { directory, format, encoding }: { directory: string } & Pick<FrontMatter['source'], 'format' | 'encoding'>,
  problems: Problems,
): Promise<string | Source | null> {
  if (format === null) return readCorpusFile(file, directory, problems);
  const ofFile = problems.in(file);
  const bytes = await readBytes(file, directory, ofFile, LARGEST_FILE);
  if (bytes === null) return null;
  try {
    // Loaded only here: a corpus of plain lines needs none of what reads other files.
    const { openSource } = await import('../formats/index.ts');
    const { source } = await openSource(bytes, format, undefined, encoding);
    const parts = source.parts.length;
    if (parts <= MOST_PARTS) return source;
    ofFile.report(1, 'source-too-long', { unit: source.unit, parts, most: MOST_PARTS });
  } catch (error) {
    // Whatever is in a file, and whatever reads it: the others are to be read.
    const line = error instanceof FormatError ? error.line : 1;
    ofFile.report(line, 'source-unreadable', { reason: String(fieldsOf(error).message ?? 'unknown') });
  }
  return null;
}
