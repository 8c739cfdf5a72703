import { describe, expect, it } from 'vitest';
import { buildSearchIndex } from '../../../src/core/indexing/build-index.ts';
import { relatedSteps } from '../../../src/core/search/related-words.ts';
import { weightedSteps } from '../../../src/core/search/weighted-question.ts';
import { INFORMATION, RELATED } from '../../../src/core/tuning.ts';
import { atOnce } from '../../at-once.ts';
import { searchFor } from './search-for.ts';
import { smallDictionary } from './small-dictionary.ts';

const related = atOnce(relatedSteps);
const weightedQuestion = atOnce(weightedSteps);

/** "Duties" are 0.8 like "tariffs", "fees" 0.6, and 薪水 0.8 like "wages"; "bridges" are 0.28 like "tariffs". */
const dictionary = smallDictionary({
  tariff: { vector: [100] },
  duti: { vector: [80, 60] },
  fee: { vector: [60, 0, 80] },
  bridg: { vector: [28, 0, 0, 96] },
  关税: { vector: [100] },
  wage: { vector: [0, 0, 0, 0, 100] },
  薪水: { vector: [0, 0, 0, 0, 80, 60] },
  porto: { vector: [100], isName: true },
  波尔图: { vector: [100], isName: true },
  '20': { vector: [100] },
  '30': { vector: [100] },
});
const index = buildSearchIndex(
  [
    'The duties were raised.',
    'The fees and the duties were raised.',
    'The fees were raised.',
    'The bridges were painted by 30.',
    '薪水涨了。',
  ].map((text, at) => ({ id: `p${at}`, text })),
  { dictionary },
);

/** What a word counts that is so much like the one asked for. */
const shareAt = (likeness: number) => (RELATED.match * (likeness - RELATED.least)) / (1 - RELATED.least);
const near = (likeness: number) => expect.closeTo(shareAt(likeness), 5);
/** What a passage covers that has nothing else of a question: a part of a word says little. */
const alone = (likeness: number) =>
  expect.closeTo((RELATED.aloneFactor * shareAt(likeness) ** 2) / INFORMATION, 5);
const sharesOf = (word: string) => Array.from(related(index, word) ?? []);
/** The terms of a question, and whether passages are looked for that have others like them. */
const relatedTerms = (question: string) =>
  weightedQuestion(index, question).required.map(({ terms, related }) => [...terms, related !== null]);

describe('words that are used like one of a question', () => {
  it('give each passage the share of the word in it that is most like that one', () => {
    expect(sharesOf('tariff')).toEqual([near(0.8), near(0.8), near(0.6), 0, 0]);
  });

  it('are found in the other language', () => {
    expect(sharesOf('关税')).toEqual(sharesOf('tariff'));
    expect(sharesOf('wage')).toEqual([0, 0, 0, 0, near(0.8)]);
  });

  it('are others than the word itself', () => {
    expect(sharesOf('duti')).toEqual([0, near(0.48), near(0.48), 0, 0]);
    expect(related(index, 'bridg')).toBeNull();
  });

  it('count less than the word itself, however alike, and nothing at the least likeness', () => {
    expect(shareAt(1)).toBeLessThan(1);
    expect(shareAt(RELATED.least)).toBe(0);
  });

  it('are not known for a word whose use is not known', () => {
    expect(related(index, 'paint')).toBeNull();
  });

  it('are not looked for in an archive of too many words', () => {
    const archiveOf = (count: number) => {
      const text = Array.from({ length: count }, (_, at) => `w${at}x`).join(' ');
      const known = { ...dictionary(), vector: () => new Float32Array(64).fill(1 / 8) };
      return buildSearchIndex([{ id: 'p0', text }], { dictionary: () => known });
    };
    expect(related(archiveOf(RELATED.vocabulary), 'tariff')).not.toBeNull();
    expect(related(archiveOf(RELATED.vocabulary + 1), 'tariff')).toBeNull();
  });

  it.each([
    ['how about tariffs', [['tariff', true]]],
    ['关税怎么样', [['关税', true]]],
    [
      'how about the Porto tariffs',
      [
        ['porto', false],
        ['tariff', true],
      ],
    ],
    ['波尔图怎么样', [['波尔', '尔图', false]]],
    [
      'how about 20 tariffs',
      [
        ['20', false],
        ['tariff', true],
      ],
    ],
  ])('are looked for but for names and numbers: %s', (question, terms) => {
    expect(relatedTerms(question)).toEqual(terms);
  });

  it('are not looked for without the dictionary', () => {
    expect(weightedQuestion(index, 'tariffs', { withDictionary: false }).required[0]?.related).toBeNull();
  });
});

describe('a passage that has such words and none of the question', () => {
  it('is found, the nearest first, and covers as much of it as they count alone', () => {
    const hits = searchFor(index, 'How about the tariffs?');
    expect(hits.map(({ id }) => id)).toEqual(['p0', 'p1', 'p2']);
    expect(hits.map(({ coverage }) => coverage)).toEqual([alone(0.8), alone(0.8), alone(0.6)]);
    expect(hits.map(({ share }) => share)).toEqual([near(0.8), near(0.8), near(0.6)]);
  });

  it('is found in the other language', () => {
    expect(searchFor(index, 'How about the wages?')).toMatchObject([{ id: 'p4', coverage: alone(0.8) }]);
    expect(searchFor(index, '关税怎么样').map(({ id }) => id)).toEqual(['p0', 'p1', 'p2']);
  });

  it('comes after one that has the word itself', () => {
    const own = buildSearchIndex(
      [
        { id: 'alike', text: 'The duties were raised.' },
        { id: 'own', text: 'The tariffs were raised.' },
      ],
      { dictionary },
    );
    const [first, second] = searchFor(own, 'How about the tariffs?');
    expect(first).toMatchObject({ id: 'own', coverage: 1 });
    expect(second).toMatchObject({ id: 'alike', coverage: alone(0.8) });
  });
});
