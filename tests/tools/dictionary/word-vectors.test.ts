import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VECTOR_LENGTH } from '../../../src/core/language/dictionary.ts';
import { RELATED } from '../../../src/core/tuning.ts';
import { readDictionary } from '../../../src/corpus/dictionary.ts';
import {
  readWordVectors,
  usedByTranslations,
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
        const words = Object.entries(vectors).map(
          ([stem, each], at) => [stem, { vector: each, place: at + 1 }] as const,
        );
        const read = wordVectorsIn(writeWordVectors(new Map(words)));
        expect([...read.keys()]).toEqual(Object.keys(vectors).sort());
        for (const [stem, { vector: written, place }] of words) {
          expect(read.get(stem)?.place).toBe(place);
          for (const [at, value] of (read.get(stem)?.vector ?? []).entries())
            expect(Math.abs(value / 127 - (written[at] ?? 2))).toBeLessThanOrEqual(1 / 254 + 1e-9);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('of the project has a vector of length 1 and a place of its own for each stem', async () => {
    const vectors = await readWordVectors();
    expect(vectors.size).toBe(30_000);
    expect(new Set(Array.from(vectors.values(), ({ place }) => place)).size).toBe(30_000);
    for (const [stem, { vector }] of vectors) {
      if (!/^[a-z]{2,}$/.test(stem) || vector.length !== VECTOR_LENGTH)
        throw new Error(`"${stem}" has ${vector.length} numbers.`);
      const length = Math.hypot(...vector) / 127;
      if (Math.abs(length - 1) > 0.02) throw new Error(`The vector of "${stem}" has the length ${length}.`);
    }
  });
});

describe('how a Chinese word is used', () => {
  const vectors = new Map([
    ['tariff', { vector: along(0), place: 40 }],
    ['custom', { vector: along(1), place: 50 }],
    ['duti', { vector: along(2), place: 60 }],
  ]);
  const exact = (text: string) => ({ text, quality: 1 });

  it('is that of its translation', () => {
    expect(usedByTranslations([exact('tariff')], vectors)).toEqual({ vector: along(0), place: 40 });
  });

  it('is the mean of those of its translations, a good one counting more, each as much whatever its words', () => {
    const mean = usedByTranslations([exact('tariff'), { text: 'the custom duti', quality: 0.5 }], vectors);
    const [tariff = 0, custom = 0, duty = 0] = mean?.vector ?? [];
    expect([custom / tariff, duty / tariff]).toEqual([
      expect.closeTo(0.25 / Math.SQRT2, 1),
      expect.closeTo(0.25 / Math.SQRT2, 1),
    ]);
    expect(Math.hypot(...(mean?.vector ?? [])) / 127).toBeCloseTo(1, 1);
  });

  it('leaves out a translation of which a word is unknown, and those after the sixth', () => {
    const unknown = Array.from({ length: 5 }, () => exact('unknown'));
    expect(usedByTranslations([exact('tariff ferri'), exact('duti')], vectors)?.vector).toEqual(along(2));
    expect(usedByTranslations([...unknown, exact('tariff'), exact('duti')], vectors)?.vector).toEqual(
      along(0),
    );
  });

  it('is as frequent as its most frequent translation, a phrase as its rarest word', () => {
    expect(usedByTranslations([exact('duti'), exact('custom')], vectors)?.place).toBe(50);
    expect(usedByTranslations([exact('tariff duti')], vectors)?.place).toBe(60);
  });

  it('is not known without a translation of which all words are', () => {
    expect(usedByTranslations([], vectors)).toBeNull();
    expect(usedByTranslations([exact('tariff ferri'), exact('the')], vectors)).toBeNull();
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
