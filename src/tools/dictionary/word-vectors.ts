import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Translation, VECTOR_LENGTH } from '../../core/language/dictionary.ts';
import { isStopWord } from '../../core/language/text.ts';

/** Words by how they are used, from GloVe; `src/tools/reduce-word-vectors.ts` makes it. */
export const WORD_VECTORS_FILE = join('src', 'tools', 'dictionary', 'word-vectors.tsv');

/** A number from -1 to 1 is kept in a byte. */
const STEPS = 127;

/** How a stem is used, as the table has it. */
export interface UsedWord {
  /** Numbers of length 1 together, as bytes. */
  vector: Int8Array;
  /** Its place among stems by how frequent they are, from 1. */
  place: number;
}

/** The lines of a table of vectors of length 1: a stem, its place, and its numbers as bytes in Base64. */
export function writeWordVectors(
  vectors: ReadonlyMap<string, { vector: readonly number[]; place: number }>,
): string {
  const lines = Array.from(vectors, ([stem, { vector, place }]) => {
    const bytes = Int8Array.from(vector, (value) => Math.round(value * STEPS));
    return `${stem}\t${place}\t${Buffer.from(bytes.buffer).toString('base64')}\n`;
  });
  return lines.sort().join('');
}

/** Reads the project's table of word vectors. */
export async function readWordVectors(): Promise<Map<string, UsedWord>> {
  return wordVectorsIn(await readFile(WORD_VECTORS_FILE, 'utf8'));
}

/** How each stem is used, in a table that `writeWordVectors` has made. */
export function wordVectorsIn(table: string): Map<string, UsedWord> {
  const lines = table.split('\n').filter((line) => line !== '');
  return new Map(
    lines.map((line) => {
      const [stem = '', place = '', base64 = ''] = line.split('\t');
      const vector = new Int8Array(Buffer.from(base64, 'base64'));
      return [stem, { vector, place: Number(place) }];
    }),
  );
}

/** Later translations of a word are those of rarer meanings. */
const MEANINGS = 6;

/**
 * How a Chinese word is used: its vector is the mean of its translations', of which a good one counts more.
 * @returns null if the words of no translation have a vector
 */
export function usedByTranslations(
  translations: readonly Translation[],
  used: ReadonlyMap<string, UsedWord>,
): UsedWord | null {
  const sum = new Array<number>(VECTOR_LENGTH).fill(0);
  let place = Number.POSITIVE_INFINITY;
  for (const { text, quality } of translations.slice(0, MEANINGS)) {
    const stems = text.split(' ').filter((stem) => !isStopWord(stem));
    const own = stems.flatMap((stem) => used.get(stem) ?? []);
    if (own.length === 0 || own.length < stems.length) continue;
    const mean = sum.map((_, at) => own.reduce((total, { vector }) => total + (vector[at] ?? 0), 0));
    const length = Math.hypot(...mean) || 1;
    // A phrase is as rare as the rarest of its words, and a word as frequent as its most frequent translation.
    place = Math.min(place, Math.max(...own.map((word) => word.place)));
    for (const [at, value] of mean.entries()) sum[at] = (sum[at] ?? 0) + (quality ** 2 * value) / length;
  }
  const length = Math.hypot(...sum);
  if (length === 0) return null;
  return { vector: Int8Array.from(sum, (value) => Math.round((value / length) * STEPS)), place };
}
