import { describe, expect, it } from 'vitest';
import { buildSearchIndex } from '../../../src/core/indexing/build-index.ts';
import type { SearchDocument } from '../../../src/core/indexing/document.ts';
import { ABSENT_NAME_FACTOR, DICTIONARY_MATCH, HINT_MATCH, INFORMATION } from '../../../src/core/tuning.ts';
import { searchFor } from './search-for.ts';
import { smallDictionary } from './small-dictionary.ts';

const dictionary = smallDictionary({
  bridg: { translations: { 桥梁: 1, 大桥: 4 / 9 } },
  桥梁: { translations: { bridg: 1 } },
  大桥: { translations: { bridg: 4 / 9 } },
  rust: { translations: { 生锈: 1 } },
  生锈: { translations: { rust: 1 } },
  germani: { translations: { 德国: 1 } },
  德国: { translations: { germani: 1 }, isName: true },
});

/** How much of a question the first of some passages covers, by its id. */
function coverageOf(question: string, passages: readonly Omit<SearchDocument, 'id'>[]): (number | string)[] {
  const index = buildSearchIndex(
    passages.map((passage, at) => ({ id: `p${at}`, ...passage })),
    { dictionary },
  );
  const [first] = searchFor(index, question);
  return first ? [first.id, first.coverage] : [];
}

const FERRY = { text: '渡船昨天很晚才到。' };

describe('the coverage of a passage in the other language', () => {
  it.each([
    ['How about the bridges?', '桥梁很耐用。'],
    ['桥梁怎么样?', 'The bridge lasts.'],
  ])('is that of a translation by the dictionary: %s', (question, text) => {
    expect(coverageOf(question, [{ text }, FERRY])).toEqual(['p0', expect.closeTo(DICTIONARY_MATCH)]);
  });

  it('is less for a translation that fits less', () => {
    const share = (DICTIONARY_MATCH * 4) / 9;
    // Half a word says little.
    expect(coverageOf('How about the bridges?', [{ text: '大桥很耐用。' }, FERRY])).toEqual([
      'p0',
      expect.closeTo((share * share) / INFORMATION),
    ]);
  });

  it('is all of it in the words of a translation that a person made', () => {
    const translated = { text: '桥梁很耐用。', translation: 'Bridges last.' };
    expect(coverageOf('How about the bridges?', [translated, FERRY])).toEqual(['p0', 1]);
  });

  it('is that of a cue in its own language, where the dictionary has nothing', () => {
    const cued = { text: '缆车很耐用。', cues: ['How about the gondola?'] };
    expect(coverageOf('How about the gondola?', [cued, FERRY])).toEqual(['p0', expect.closeTo(HINT_MATCH)]);
    const chinese = { text: 'The gondola lasts.', cues: ['缆车怎么样?'] };
    expect(coverageOf('缆车怎么样?', [chinese, { text: 'Late again.' }])).toEqual([
      'p0',
      expect.closeTo(HINT_MATCH),
    ]);
  });

  it('is that of the cue or of the dictionary, whichever is more', () => {
    const cued = { text: '大桥很耐用。', cues: ['How about the bridges?'] };
    expect(coverageOf('How about the bridges?', [cued, FERRY])).toEqual(['p0', expect.closeTo(HINT_MATCH)]);
    const both = { text: '桥梁很耐用。', cues: ['How about the bridges?'] };
    expect(coverageOf('How about the bridges?', [both, FERRY])).toEqual([
      'p0',
      expect.closeTo(DICTIONARY_MATCH),
    ]);
  });

  it('is that of a name by the dictionary', () => {
    expect(coverageOf('how about Germany', [{ text: '德国的渡船。' }, FERRY])).toEqual([
      'p0',
      expect.closeTo(DICTIONARY_MATCH),
    ]);
  });

  it('does not suffer from a name that may stand there in other letters', () => {
    const asked = 'how about Gotland and bridges';
    const [, foreign] = coverageOf(asked, [{ text: '桥梁很耐用。' }, FERRY]);
    const [, own] = coverageOf(asked, [{ text: 'Bridges last.' }, { text: 'Late again.' }]);
    expect(own).toBeCloseTo((Number(foreign) / DICTIONARY_MATCH) * ABSENT_NAME_FACTOR);
  });
});
