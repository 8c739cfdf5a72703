import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dictionaryOf, writeTable } from '../../../src/core/language/dictionary.ts';

const exact = (text: string) => ({ text, quality: 1 });

const word = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
  .filter((text) => !/[\t\n|*]/.test(text));

describe('a dictionary', () => {
  it('finds words of both languages in one table, best first', () => {
    const dictionary = dictionaryOf(
      writeTable(
        new Map([
          ['bridg', [exact('桥梁'), { text: '桥', quality: 5 / 9 }]],
          ['桥梁', [exact('bridg')]],
        ]),
        new Set(),
      ),
    );
    expect(dictionary.chineseFor('bridg')).toEqual([exact('桥梁'), { text: '桥', quality: 5 / 9 }]);
    expect(dictionary.englishFor('桥梁')).toEqual([exact('bridg')]);
  });

  it('knows which words are names', () => {
    const table = writeTable(
      new Map([
        ['德国', [exact('germani')]],
        ['桥梁', [exact('bridg')]],
      ]),
      new Set(['德国']),
    );
    const dictionary = dictionaryOf(table);
    expect([dictionary.isName('德国'), dictionary.isName('桥梁'), dictionary.isName('法国')]).toEqual([
      true,
      false,
      false,
    ]);
    expect(dictionary.englishFor('德国')).toEqual([exact('germani')]);
  });

  it.each(['', 'b', 'bridge', 'bridges', 'a', 'z', '桥', '梁'])(
    'finds nothing for %j, which is not in it',
    (text) => {
      const table = writeTable(
        new Map([
          ['bridg', [exact('桥梁')]],
          ['桥梁', [exact('bridg')]],
        ]),
        new Set(),
      );
      expect(dictionaryOf(table).chineseFor(text)).toEqual([]);
    },
  );

  it('finds nothing in an empty table', () => {
    expect(dictionaryOf(writeTable(new Map(), new Set())).chineseFor('a')).toEqual([]);
  });

  it('finds every word in its table, and no other', () => {
    const entries = fc.uniqueArray(fc.tuple(word, fc.array(word, { minLength: 1 })), {
      selector: ([key]) => key,
    });
    fc.assert(
      fc.property(entries, word, (written, other) => {
        const map = new Map(written.map(([key, others]) => [key, others.map(exact)]));
        const dictionary = dictionaryOf(writeTable(map, new Set()));
        for (const [key, others] of map) expect(dictionary.chineseFor(key)).toEqual(others);
        if (!map.has(other)) expect(dictionary.englishFor(other)).toEqual([]);
      }),
    );
  });
});
