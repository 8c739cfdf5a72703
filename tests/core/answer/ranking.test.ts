import { describe, expect, it } from 'vitest';
import { understoodSteps } from '../../../src/core/answer/ranking.ts';
import { buildSearchIndex } from '../../../src/core/indexing/build-index.ts';
import { atOnce } from '../../at-once.ts';

const understoodQuestion = atOnce(understoodSteps);
const index = buildSearchIndex([{ id: 'p0', text: 'Ferries are slow.', translation: null }]);
const findNames = (question: string) => ({ names: [], withoutAsked: question, withoutNames: question });
const termsOf = (question: string) =>
  understoodQuestion({ index, findNames }, question).weighted.askedTerms.map(({ term }) => term);

describe('a number at the start of a question', () => {
  it.each([
    '1. ',
    '7) ',
    '(7) ',
    '12: ',
    'Q4: ',
    'q4. ',
    'Question 4: ',
    '3、',
    '3）',
    '第3题：',
    '第四題 ',
    '三、',
    ' 2.',
  ])('in %j says where it is in a list', (numbering) => {
    expect(termsOf(`${numbering}ferries`)).toEqual(['ferri']);
  });

  it.each([
    ['3.7 knots', ['3.7', 'knot']],
    ['2,450 ferries', ['2450', 'ferri']],
    ['2031: ferries?', ['2031', 'ferri']],
    ['25 ferries', ['25', 'ferri']],
    ['6.2 billion crowns?', ['6200000000', 'crown']],
    ['11:30 ferries', ['11', '30', 'ferri']],
    ['3%', ['3%']],
    ['三分之一', ['1/3']],
  ])('in %j is part of it', (question, terms) => {
    expect(termsOf(question)).toEqual(terms);
  });
});

describe('what Discord shows as something else than words', () => {
  it.each([
    '<@123456789012345678> ',
    '<@!123456789012345678> ',
    '<#123456789012345678> ',
    '<:wave:123456789012345678> ',
    '<a:wave:12345> ',
    '<t:1700000000:R> ',
    '||',
    '**',
  ])('is not asked for: %j', (markup) => {
    expect(termsOf(`${markup}ferries`)).toEqual(['ferri']);
  });
});
