import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type DictionaryEntry,
  dictionaryOf,
  VECTOR_LENGTH,
  writeTable,
} from '../../../src/core/language/dictionary.ts';

const exact = (text: string) => ({ text, quality: 1 });
const dictionaryWith = (entries: Record<string, DictionaryEntry>) =>
  dictionaryOf(writeTable(new Map(Object.entries(entries))));

const word = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
  .filter((text) => !/[\t\n|]/.test(text));

describe('a dictionary', () => {
  it('finds words of both languages in one table, best first', () => {
    const translations = [exact('桥梁'), { text: '桥', quality: 5 / 9 }];
    const dictionary = dictionaryWith({ bridg: { translations }, 桥梁: { translations: [exact('bridg')] } });
    expect(dictionary.chineseFor('bridg')).toEqual(translations);
    expect(dictionary.englishFor('桥梁')).toEqual([exact('bridg')]);
  });

  it('knows which words are names', () => {
    const dictionary = dictionaryWith({
      德国: { translations: [exact('germani')], isName: true },
      桥梁: { translations: [exact('bridg')], isName: false },
    });
    expect(['德国', '桥梁', '法国'].map(dictionary.isName)).toEqual([true, false, false]);
    expect(dictionary.englishFor('德国')).toEqual([exact('germani')]);
  });

  it('knows how words are used, if the table says so', () => {
    const vector = new Int8Array(VECTOR_LENGTH);
    vector.set([3, 4]);
    const dictionary = dictionaryWith({
      德国: { translations: [exact('germani')], isName: true, vector },
      bridg: { translations: [exact('桥梁')] },
    });
    const [first, second, ...rest] = dictionary.vector('德国') ?? [];
    expect([first, second]).toEqual([expect.closeTo(0.6), expect.closeTo(0.8)]);
    expect(new Set(rest)).toEqual(new Set([0]));
    expect(['bridg', 'unknown'].map(dictionary.vector)).toEqual([null, null]);
  });

  it.each(['', 'b', 'bridge', 'bridges', 'a', 'z', '桥', '梁'])(
    'finds nothing for %j, which is not in it',
    (text) => {
      const dictionary = dictionaryWith({
        bridg: { translations: [exact('桥梁')] },
        桥梁: { translations: [exact('bridg')], isName: true },
      });
      expect(dictionary.chineseFor(text)).toEqual([]);
      expect([dictionary.isName(text), dictionary.vector(text)]).toEqual([false, null]);
    },
  );

  it('finds nothing in an empty table', () => {
    expect(dictionaryWith({}).chineseFor('a')).toEqual([]);
    expect(dictionaryWith({}).vector('a')).toBeNull();
  });

  it('finds every word in its table, and no other', () => {
    const entry = fc.record({
      others: fc.array(word),
      isName: fc.boolean(),
    });
    const written = fc.uniqueArray(fc.tuple(word, entry), { selector: ([key]) => key });
    fc.assert(
      fc.property(written, word, (entries, other) => {
        const map = new Map(
          entries.map(([key, { others, isName }]) => [key, { translations: others.map(exact), isName }]),
        );
        const dictionary = dictionaryOf(writeTable(map));
        for (const [key, { translations, isName }] of map) {
          expect(dictionary.chineseFor(key)).toEqual(translations);
          expect(dictionary.isName(key)).toBe(isName);
        }
        if (!map.has(other)) expect(dictionary.englishFor(other)).toEqual([]);
      }),
    );
  });
});
