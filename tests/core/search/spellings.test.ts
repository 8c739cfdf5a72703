import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildSearchIndex } from '../../../src/core/indexing/build-index.ts';
import { NO_DICTIONARY } from '../../../src/core/language/dictionary.ts';
import { normalise, wordSegments } from '../../../src/core/language/text.ts';
import { correctionsOf, spellingsOf } from '../../../src/core/search/spellings.ts';
import { anyText } from '../../fixtures.ts';
import { searchFor } from './search-for.ts';

const indexOf = (...texts: string[]) =>
  buildSearchIndex(texts.map((text, at) => ({ id: `p${at}`, text, translation: null })));
const OTHER = 'Ferries cross the fjord in the morning.';

/** How much of a question the first hit covers, if it is the first of these passages. */
function coverageIn(passage: string, question: string): number {
  const [hit] = searchFor(indexOf(passage, OTHER), question);
  return hit?.id === 'p0' ? hit.coverage : 0;
}

describe('joined, hyphenated and split forms of a word meet', () => {
  const FORMS = [
    ['lifeboat', 'life-boat', 'life boat'],
    ['Boeing737', 'Boeing-737', 'Boeing 737'],
    ['B52', 'B-52', 'B 52'],
    ['T34', 'T-34', 'T 34'],
    ['4G', '4-G', '4 G'],
    ['shipbuilding', 'ship-building', 'ship building'],
    ['eBook', 'e-book', 'e book'],
    ['DC', 'D/C', 'D&C'],
    ['EU', 'E.U.'],
    ['Influenza19', 'influenza-19', 'influenza 19'],
  ];
  const pairs = FORMS.flatMap((forms) => forms.flatMap((a) => forms.map((b) => [a, b] as const)));

  it.each(pairs)('%s in a passage and %s in a question', (passage, question) => {
    expect(coverageIn(`We saw the ${passage} there.`, `${question}?`)).toBeGreaterThanOrEqual(0.9);
  });

  it('with an ending, and with a particle', () => {
    expect(coverageIn('They air-dried the hams.', 'airdried hams')).toBeGreaterThanOrEqual(0.9);
    expect(coverageIn('A startup won.', 'start-up')).toBeGreaterThanOrEqual(0.9);
  });

  it('but words that only stand next to one another stay two', () => {
    const index = indexOf('The car and the pet.', 'A way out.', OTHER);
    expect(spellingsOf(index, wordSegments('carpet'))).toEqual(new Map());
    expect(spellingsOf(index, wordSegments('the way'))).toEqual(new Map());
  });
});

describe('other ways to write', () => {
  it('a part of a whole and a fiscal year are found', () => {
    const index = indexOf(
      'The reserve is 0.25 of the FY2027 budget.',
      'Three quarters of the ferries are old.',
      OTHER,
    );
    expect(spellingsOf(index, wordSegments('a quarter of it')).get('25%')).toEqual(['0.25']);
    expect(spellingsOf(index, wordSegments('0.75')).get('0.75')).toEqual(['75%']);
    expect(spellingsOf(index, wordSegments('fy27')).get('fy27')).toEqual(['fy2027']);
    expect(spellingsOf(index, wordSegments('25 percent'))).toEqual(new Map());
  });
});

describe('one mistake in a word is mended', () => {
  const index = indexOf('Regulators inspect harbours, and Ibsen wrote about fjords.', 'Ferries are slow.');

  it.each([
    ['letters that changed places', 'ergulators', 'regul'],
    ['letters that changed places', 'habrours', 'harbor'],
    ['letters that changed places in a short word', 'fjrods', 'fjord'],
    ['a letter too many', 'inspeect', 'inspect'],
    ['a missing letter', 'inspct', 'inspect'],
    ['a wrong letter', 'inspict', 'inspect'],
  ])('%s: %s', (_, written, stem) => {
    expect(correctionsOf(index, written, false)).toContain(stem);
    expect(searchFor(index, written)[0]).toMatchObject({ id: 'p0' });
    expect(searchFor(index, written)[0]?.coverage).toBeGreaterThanOrEqual(0.9);
  });

  it('and another letter makes another name', () => {
    expect(correctionsOf(index, 'ibson', false)).toEqual(['ibsen']);
    expect(correctionsOf(index, 'ibson', true)).toEqual([]);
    expect(correctionsOf(index, 'isben', true)).toEqual(['ibsen']);
  });

  it('but a word that the dictionary knows is not mended', () => {
    const passages = ['We mended the tower.', OTHER].map((text, at) => ({
      id: `p${at}`,
      text,
      translation: null,
    }));
    const dictionary = {
      ...NO_DICTIONARY,
      chineseFor: (stems: string) => (stems === 'towel' ? [{ text: '毛巾', quality: 1 }] : []),
    };
    const known = buildSearchIndex(passages, { dictionary: () => dictionary });
    const covers = (question: string) => searchFor(known, question)[0]?.coverage ?? 0;
    expect(covers('towel')).toBeLessThan(0.4);
    expect(covers('towre')).toBeGreaterThanOrEqual(0.9);
  });

  it.each(['abc', 'fjords2', '', 'a'.repeat(40)])('nor is %j', (written) => {
    expect(correctionsOf(index, written, false)).toEqual([]);
  });
});

describe('for any question', () => {
  const index = indexOf('Wi-Fi on ferries: H800, 5 G and 12 per cent.', OTHER, '渡轮很慢。');

  it('spellings are of other forms, and are found in passages', () => {
    const words = fc.constantFrom(
      'wi',
      'fi',
      'wifi',
      'h',
      '800',
      'h800',
      '5g',
      '5',
      'g',
      ' ',
      '-',
      'ferry',
      'boat',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(words, anyText)), (parts) => {
        for (const [term, forms] of spellingsOf(index, wordSegments(normalise(parts.join(''))))) {
          expect(forms).not.toContain(term);
          for (const form of forms)
            for (const part of form.split(' ')) expect(index.hasTerm(part)).toBe(true);
        }
      }),
    );
  });
});

describe('a number is required', () => {
  const index = indexOf(
    'Prices rose by 7 percent, and 41 shops closed.',
    'Wages rose by 41 percent in 7 towns.',
    'Rents fell by a third; 2.6 billion crowns were spent on 1,900 flats.',
    'Taxes rose by 26 percent for 19 firms.',
    OTHER,
  );
  const answer = (question: string) => {
    const [hit] = searchFor(index, question);
    return hit && hit.coverage >= 0.4 ? hit.id : null;
  };

  it.each([
    ['seven percent', 'p0'],
    ['41%', 'p1'],
    ['forty-one shops', 'p0'],
    ['seven towns', 'p1'],
    ['百分之四十一', 'p1'],
    ['26 percent', 'p3'],
    ['1900 flats', 'p2'],
    ['26亿', 'p2'],
    ['one third', 'p2'],
  ])('%s', (question, id) => {
    expect(answer(question)).toBe(id);
  });

  it.each([
    '4 percent',
    '1 percent',
    '6 percent',
    '19 percent',
    '900 flats',
    '40 shops',
    '2.6 million crowns',
    '2/3',
    '七成',
  ])('and no other number will do for %s', (question) => {
    expect(answer(question)).toBeNull();
  });

  it('and in the other language a number alone is chance, unless nothing else is asked', () => {
    const chinese = indexOf('营业额下降了35%。', '渡轮很慢。');
    expect(searchFor(chinese, '35 percent')[0]?.coverage).toBeGreaterThanOrEqual(0.4);
    expect(searchFor(chinese, '35 percent of lighthouses')[0]?.coverage).toBeLessThan(0.4);
  });

  it('unless the question is about more than a number', () => {
    expect(answer('Did prices rise by 9 percent while shops closed?')).toBe('p0');
  });
});
