import { describe, expect, it } from 'vitest';
import { VECTOR_LENGTH } from '../../src/core/language/dictionary.ts';
import { reduced, stemVectors } from '../../src/tools/reduce-word-vectors.ts';

describe('the vector of a stem', () => {
  it("is the mean of its words', the more frequent ones counting more, the most frequent stem first", () => {
    const vectors = { the: [9, 9], bridge: [1, 0], bridges: [0, 1], 'x-ray': [9, 9], tariff: [1, 1] };
    const stems = stemVectors({
      words: ['the', 'tariff', 'bridge', 'x-ray', 'bridges'],
      dimensions: 2,
      vectors,
    });
    // By rank: 1/12 and 1/14.
    expect([...stems]).toEqual([
      ['bridg', [expect.closeTo(14 / 26), expect.closeTo(12 / 26)]],
      ['tariff', [expect.closeTo(1), expect.closeTo(1)]],
    ]);
  });
});

/** Numbers from -1 to 1 that look random and are the same each time (Park and Miller's generator). */
let state = 1;
function noise(): number {
  state = (state * 48_271) % 2_147_483_647;
  return (2 * state) / 2_147_483_647 - 1;
}

const SIZE = 70;
/** Vectors that differ most in their first three numbers, less in the next 64, and hardly in the last three. */
const vectors = Array.from({ length: 300 }, () =>
  Array.from({ length: SIZE }, (_, at) => noise() * (at < 3 ? 50 : at < 67 ? 1 : 0.01) + 5),
);
const cosine = (one: readonly number[] = [], other: readonly number[] = []) => {
  const dot = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
  return dot(one, other) / Math.sqrt(dot(one, one) * dot(other, other));
};

describe('reduced vectors', () => {
  const short = reduced(vectors.map((vector) => [...vector]));

  it('have fewer numbers, and length 1', () => {
    for (const vector of short) {
      expect(vector).toHaveLength(VECTOR_LENGTH);
      expect(Math.hypot(...vector)).toBeCloseTo(1);
    }
  });

  it('are as alike as the whole ones without the mean and the three directions in which all differ most', () => {
    const mean = Array.from(
      { length: SIZE },
      (_, at) => vectors.reduce((sum, vector) => sum + (vector[at] ?? 0), 0) / vectors.length,
    );
    const rest = vectors.map((vector) => vector.map((value, at) => (at < 3 ? 0 : value - (mean[at] ?? 0))));
    for (let at = 1; at < vectors.length; at++)
      expect(Math.abs(cosine(short[0], short[at]) - cosine(rest[0], rest[at]))).toBeLessThan(0.1);
  });
});
