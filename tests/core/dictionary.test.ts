import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dictionaryOf, writeTable } from '../../src/core/dictionary.ts';

const word = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
  .filter((text) => !/[\t\n|]/.test(text));

describe('a dictionary', () => {
  it('finds words of both languages in one table, the best first', () => {
    const dictionary = dictionaryOf(
      writeTable(
        new Map([
          ['bridg', ['桥梁', '桥']],
          ['桥梁', ['bridg']],
        ]),
      ),
    );
    expect(dictionary.chineseFor('bridg')).toEqual(['桥梁', '桥']);
    expect(dictionary.englishFor('桥梁')).toEqual(['bridg']);
  });

  it.each(['', 'b', 'bridge', 'bridges', 'a', 'z', '桥', '梁'])(
    'finds nothing for %j, which it lacks',
    (text) => {
      const table = writeTable(
        new Map([
          ['bridg', ['桥梁']],
          ['桥梁', ['bridg']],
        ]),
      );
      expect(dictionaryOf(table).chineseFor(text)).toEqual([]);
    },
  );

  it('finds nothing in an empty table', () => {
    expect(dictionaryOf(writeTable(new Map())).chineseFor('a')).toEqual([]);
  });

  it('finds every word that was written, and no other', () => {
    const entries = fc.uniqueArray(fc.tuple(word, fc.array(word, { minLength: 1 })), {
      selector: ([key]) => key,
    });
    fc.assert(
      fc.property(entries, word, (written, other) => {
        const map = new Map(written);
        const dictionary = dictionaryOf(writeTable(map));
        for (const [key, others] of map) expect(dictionary.chineseFor(key)).toEqual(others);
        if (!map.has(other)) expect(dictionary.englishFor(other)).toEqual([]);
      }),
    );
  });
});
