import { FormatError } from './format.ts';

/** The largest file that is read, in bytes. A seminar of ten hours is a megabyte of text, and 20 of a recogniser's data. */
export const LARGEST_FILE = 50_000_000;
/** The most lines, paragraphs or parts that a file may have. The captions of a day and a night, at two a second, are fewer. */
export const MOST_PARTS = 200_000;
/**
 * The most that the texts of a packed document may hold once they are unpacked, in bytes. A book has 5 MB of them; reading takes
 * about twenty times as much memory.
 */
export const LARGEST_UNPACKED = 32_000_000;
/** A document of text has tens of files in its package, one with many pictures some thousands. */
export const MOST_PACKED_FILES = 20_000;
/** Up to this length (UTF-16) a text is read at once, in some milliseconds; a longer one in a thread of its own. */
export const READ_AT_ONCE = 50_000;
/** How long the reading of one file may take, in milliseconds. The largest take a tenth of it. */
export const READING_MS = 60_000;
/** How much memory the reading of one file may take, in MB. */
export const READING_MEMORY_MB = 1_024;

/**
 * Refuses a file that is too large to be a seminar.
 * @param size in bytes
 * @throws FormatError
 */
export function refuseLarge(size: number): void {
  if (size <= LARGEST_FILE) return;
  throw new FormatError(
    `The file has ${inMegabytes(size)} MB, and at most ${inMegabytes(LARGEST_FILE)} MB are read. Divide it, or save the transcript alone, without pictures and sound.`,
  );
}

/** A size for people, in whole megabytes, rounded up. */
export function inMegabytes(size: number): number {
  return Math.ceil(size / 1_000_000);
}
