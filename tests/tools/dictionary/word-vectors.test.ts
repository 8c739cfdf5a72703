import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VECTOR_LENGTH } from '../../../src/core/language/dictionary.ts';
import { RELATED } from '../../../src/core/tuning.ts';
import { readDictionary } from '../../../src/corpus/dictionary.ts';
import {
  readWordVectors,
  vectorByTranslations,
  wordVectorsIn,
  writeWordVectors,
} from '../../../src/tools/dictionary/word-vectors.ts';

/** A vector of 127 and nothing else, at one place. */
function along(place: number): Int8Array {
  const vector = new Int8Array(VECTOR_LENGTH);
  vector[place] = 127;
  return vector;
}

describe('the table of word vectors', () => {
  it('gives what was written, to a 254th', () => {
    const vector = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), {
      minLength: VECTOR_LENGTH,
      maxLength: VECTOR_LENGTH,
    });
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{2,8}$/), vector), (vectors) => {
        const read = wordVectorsIn(writeWordVectors(new Map(Object.entries(vectors))));
        expect([...read.keys()]).toEqual(Object.keys(vectors).sort());
        for (const [stem, written] of Object.entries(vectors))
          for (const [at, value] of (read.get(stem) ?? []).entries())
            expect(Math.abs(value / 127 - (written[at] ?? 2))).toBeLessThanOrEqual(1 / 254 + 1e-9);
      }),
      { numRuns: 30 },
    );
  });

  it('of the project has a vector of length 1 for each stem', async () => {
    const vectors = await readWordVectors();
    expect(vectors.size).toBe(30_000);
    for (const [stem, vector] of vectors) {
      if (!/^[a-z]{2,}$/.test(stem) || vector.length !== VECTOR_LENGTH)
        throw new Error(`"${stem}" has ${vector.length} numbers.`);
      const length = Math.hypot(...vector) / 127;
      if (Math.abs(length - 1) > 0.02) throw new Error(`The vector of "${stem}" has the length ${length}.`);
    }
  });
});

describe('the vector of a Chinese word', () => {
  const vectors = new Map([
    ['tariff', along(0)],
    ['custom', along(1)],
    ['duti', along(2)],
  ]);
  const exact = (text: string) => ({ text, quality: 1 });

  it('is that of its translation', () => {
    expect(vectorByTranslations([exact('tariff')], vectors)).toEqual(along(0));
  });

  it('is the mean of those of its translations, a good one counting more, each as much whatever its words', () => {
    const mean = vectorByTranslations([exact('tariff'), { text: 'the custom duti', quality: 0.5 }], vectors);
    const [tariff = 0, custom = 0, duty = 0] = mean ?? [];
    expect([custom / tariff, duty / tariff]).toEqual([
      expect.closeTo(0.25 / Math.SQRT2, 1),
      expect.closeTo(0.25 / Math.SQRT2, 1),
    ]);
    expect(Math.hypot(...(mean ?? [])) / 127).toBeCloseTo(1, 1);
  });

  it('leaves out a translation of which a word is unknown, and those after the sixth', () => {
    const unknown = Array.from({ length: 5 }, () => exact('unknown'));
    expect(vectorByTranslations([exact('tariff ferri'), exact('duti')], vectors)).toEqual(along(2));
    expect(vectorByTranslations([...unknown, exact('tariff'), exact('duti')], vectors)).toEqual(along(0));
  });

  it('is not known without a translation of which all words are', () => {
    expect(vectorByTranslations([], vectors)).toBeNull();
    expect(vectorByTranslations([exact('tariff ferri'), exact('the')], vectors)).toBeNull();
  });
});

describe('the dictionary that the build makes', () => {
  const { vector } = readDictionary();
  const likeness = (one: string, other: string) => {
    const [first, second] = [vector(one), vector(other)];
    if (!first || !second) throw new Error(`It is not known how "${first ? other : one}" is used.`);
    return first.reduce((sum, value, at) => sum + value * (second[at] ?? 0), 0);
  };

  it.each([
    ['tariff', 'duti', 'violin'],
    ['wage', 'salari', 'bridg'],
    ['关税', 'tariff', 'violin'],
    ['薪水', 'wage', 'bridg'],
    ['薪水', '工资', '香蕉'],
  ])('knows that %s is used more like %s than like %s', (word, alike, other) => {
    expect(likeness(word, alike)).toBeGreaterThan(RELATED.least);
    expect(likeness(word, other)).toBeLessThan(RELATED.least);
  });
});
