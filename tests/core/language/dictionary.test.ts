import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DictionaryEntry, dictionaryOf, writeTable } from '../../../src/core/language/dictionary.ts';

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

  it('knows how frequent a word is, to a tenth, if the table says so', () => {
    const dictionary = dictionaryWith({
      德国: { translations: [exact('germani')], isName: true, frequency: 4.96 },
      the: { frequency: 7.7 },
      bridg: { translations: [exact('桥梁')] },
    });
    expect(['德国', 'the', 'bridg', 'unknown'].map(dictionary.frequency)).toEqual([5, 7.7, null, null]);
    expect([dictionary.isName('德国'), dictionary.isName('the')]).toEqual([true, false]);
    expect(dictionary.chineseFor('the')).toEqual([]);
  });

  it.each(['', 'b', 'bridge', 'bridges', 'a', 'z', '桥', '梁'])(
    'finds nothing for %j, which is not in it',
    (text) => {
      const dictionary = dictionaryWith({
        bridg: { translations: [exact('桥梁')], frequency: 4 },
        桥梁: { translations: [exact('bridg')], isName: true },
      });
      expect(dictionary.chineseFor(text)).toEqual([]);
      expect([dictionary.isName(text), dictionary.frequency(text)]).toEqual([false, null]);
    },
  );

  it('finds nothing in an empty table', () => {
    expect(dictionaryWith({}).chineseFor('a')).toEqual([]);
    expect(dictionaryWith({}).frequency('a')).toBeNull();
  });

  it('finds every word in its table, and no other', () => {
    const entry = fc.record({
      others: fc.array(word),
      isName: fc.boolean(),
      tenths: fc.option(fc.integer({ min: 0, max: 99 })),
    });
    const written = fc.uniqueArray(fc.tuple(word, entry), { selector: ([key]) => key });
    fc.assert(
      fc.property(written, word, (entries, other) => {
        const map = new Map(
          entries.map(([key, { others, isName, tenths }]) => [
            key,
            { translations: others.map(exact), isName, frequency: tenths === null ? undefined : tenths / 10 },
          ]),
        );
        const dictionary = dictionaryOf(writeTable(map));
        for (const [key, { translations, isName, frequency }] of map) {
          expect(dictionary.chineseFor(key)).toEqual(translations);
          expect(dictionary.isName(key)).toBe(isName);
          expect(dictionary.frequency(key)).toBe(frequency ?? null);
        }
        if (!map.has(other)) expect(dictionary.englishFor(other)).toEqual([]);
      }),
    );
  });
});
