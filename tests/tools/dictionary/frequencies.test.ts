import { describe, expect, it } from 'vitest';
import { countsIn, frequenciesIn } from '../../../src/tools/dictionary/frequencies.ts';

/** Enough other words that a count of one is one in a million. */
const FILLER = { word: 'filler', count: 999_000 };
const rounded = (counts: Parameters<typeof frequenciesIn>[0]) =>
  Object.fromEntries(Array.from(frequenciesIn(counts), ([word, value]) => [word, Number(value.toFixed(1))]));

describe('the frequencies of words', () => {
  it('are logarithms of occurrences among a thousand million words', () => {
    expect(rounded([FILLER, { word: 'the', count: 1000 }, { word: 'quark', count: 1 }])).toMatchObject({
      the: 6,
      quark: 3,
    });
  });

  it('join the forms of a word under its stem', () => {
    const counts = [FILLER, { word: 'Tariff', count: 4 }, { word: 'tariffs', count: 6 }];
    expect(rounded(counts)).toMatchObject({ tariff: 4 });
  });

  it('join Traditional words with Simplified ones', () => {
    expect(rounded([FILLER, { word: '橋樑', count: 4 }, { word: '桥梁', count: 6 }])).toMatchObject({
      桥梁: 4,
    });
  });

  it('count a word that is cut into several for each of them', () => {
    const counts = [FILLER, { word: "he's", count: 10 }, { word: '财政部长', count: 10 }];
    const found = frequenciesIn(counts);
    expect(found.has('he')).toBe(true);
    expect(found.has("he's")).toBe(false);
    expect(found.has('财政部长') || (found.has('财政') && found.has('部长'))).toBe(true);
  });

  it('count such a word as a whole too, if it is looked up so', () => {
    const counts = [FILLER, { word: '美聯儲', count: 10 }, { word: '增持美元', count: 10 }];
    const found = frequenciesIn(counts, (word) => word === '美联储');
    expect([found.has('美联储'), found.has('增持美元')]).toEqual([true, false]);
  });

  it('leave out numbers and what is rarer than the counts can tell', () => {
    const many = { word: 'filler', count: 1e9 };
    const found = frequenciesIn([many, { word: '1999', count: 1e6 }, { word: 'quagga', count: 50 }]);
    expect([...found.keys()]).toEqual(['filler']);
  });
});

describe('a list of words with counts', () => {
  it('has one in each line, with other things behind the count', () => {
    expect([...countsIn('桥梁 1260 n\n的 318825 uj\n')]).toEqual([
      { word: '桥梁', count: 1260 },
      { word: '的', count: 318825 },
    ]);
  });

  it('is refused where a count is missing', () => {
    expect(() => [...countsIn('桥梁 1260 n\n的 uj\n')]).toThrow(
      'Line 2 of the word list has no count: "的 uj".',
    );
  });
});
