import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Translation, VECTOR_LENGTH } from '../../core/language/dictionary.ts';
import { isStopWord } from '../../core/language/text.ts';

/** Words by how they are used, from GloVe; `src/tools/reduce-word-vectors.ts` makes it. */
export const WORD_VECTORS_FILE = join('src', 'tools', 'dictionary', 'word-vectors.tsv');

/** A number from -1 to 1 is kept in a byte. */
const STEPS = 127;

/** The lines of a table of vectors of length 1: a stem, and its numbers as bytes in Base64. */
export function writeWordVectors(vectors: ReadonlyMap<string, readonly number[]>): string {
  const lines = Array.from(vectors, ([stem, vector]) => {
    const bytes = Int8Array.from(vector, (value) => Math.round(value * STEPS));
    return `${stem}\t${Buffer.from(bytes.buffer).toString('base64')}\n`;
  });
  return lines.sort().join('');
}

/** Reads the project's table of word vectors. */
export async function readWordVectors(): Promise<Map<string, Int8Array>> {
  return wordVectorsIn(await readFile(WORD_VECTORS_FILE, 'utf8'));
}

/** The vector of each stem in a table that `writeWordVectors` has made. */
export function wordVectorsIn(table: string): Map<string, Int8Array> {
  const lines = table.split('\n').filter((line) => line !== '');
  return new Map(
    lines.map((line) => {
      const [stem = '', base64 = ''] = line.split('\t');
      return [stem, Int8Array.from(Buffer.from(base64, 'base64').map((byte) => byte))];
    }),
  );
}

/** Later translations of a word are those of rarer meanings. */
const MEANINGS = 6;

/**
 * The vector of a Chinese word: the mean of its translations', of which a good one counts more.
 * @returns null if the words of no translation have a vector
 */
export function vectorByTranslations(
  translations: readonly Translation[],
  vectors: ReadonlyMap<string, Int8Array>,
): Int8Array | null {
  const sum = new Array<number>(VECTOR_LENGTH).fill(0);
  for (const { text, quality } of translations.slice(0, MEANINGS)) {
    const stems = text.split(' ').filter((stem) => !isStopWord(stem));
    const own = stems.flatMap((stem) => vectors.get(stem) ?? []);
    if (own.length === 0 || own.length < stems.length) continue;
    const mean = sum.map((_, at) => own.reduce((total, vector) => total + (vector[at] ?? 0), 0));
    const length = Math.hypot(...mean) || 1;
    for (const [at, value] of mean.entries()) sum[at] = (sum[at] ?? 0) + (quality ** 2 * value) / length;
  }
  const length = Math.hypot(...sum);
  return length === 0 ? null : Int8Array.from(sum, (value) => Math.round((value / length) * STEPS));
}
