import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSentences } from '../../../src/core/passages/sentence-choice.ts';
import { anyText } from '../../fixtures.ts';

const COUNT = 6;
const chosen = (typed: string) => {
  const choice = readSentences(typed, COUNT);
  return typeof choice === 'string' ? choice : choice.numbers.join(' ');
};

describe('sentences as people number them', () => {
  it.each([
    [
      '3',
      [
        '3',
        '\uFF13',
        '3.',
        '#3',
        's3',
        'sentence 3',
        'Sentence no. 3',
        'the third',
        'third sentence',
        '3rd',
        'three',
      ],
    ],
    [
      '3',
      ['第3句', '第 3 句', '第三句', '第三句话', '第三句話', '3句', '三', '(3)', '③', 'only the third one'],
    ],
    [
      '3 4 5',
      [
        '3-5',
        '3–5',
        '3 — 5',
        '3~5',
        '\uFF13\uFF0D\uFF15',
        '3..5',
        '3 to 5',
        '3 through 5',
        'sentences 3 to 5',
      ],
    ],
    [
      '3 4 5',
      ['第3到5句', '第3句到第5句', '三至五', 'third to fifth', '3,4,5', '5, 4, 3', '3-4 and 5', '3 3-5'],
    ],
    [
      '1 5',
      [
        '1,5',
        '1, 5',
        '1 and 5',
        '1 & 5',
        '1+5',
        '1、5',
        '1\uFF0C5',
        '1;5',
        '1/5',
        '1 5',
        '第1句和第5句',
        '第一、五句',
      ],
    ],
    ['1 5', ['first and fifth', '1与5', '5 and 1', 'sentences 1 and 5']],
    ['1', ['first', 'the first', 'first sentence', 'first one', '第一句', '首句', '头一句', 'start']],
    [
      '6',
      [
        'last',
        'LAST',
        'the last sentence',
        'last one',
        '最后一句',
        '最後一句',
        '最后',
        '末句',
        '最後1句',
        'end',
      ],
    ],
    [
      '5 6',
      [
        'last two',
        'the last 2 sentences',
        '最后两句',
        '最後兩句',
        '后两句',
        '倒数两句',
        '5 on',
        '5-',
        '第5句起',
        '5 to last',
        '5到最后',
      ],
    ],
    ['1 2', ['first two', 'first 2', '前两句', '前兩句', '前2句', 'from the start to 2']],
    [
      '1 2 3 4 5',
      ['all but the last', 'everything except 6', 'not the last one', '除了最后一句', '最後一句除外'],
    ],
    ['1 2 3', ['up to 3', 'until the third', 'to 3', '到第三句', 'all except 4-6', 'between 1 and 3']],
    ['4 5 6', ['from 4', 'from the fourth', '4+', '从第4句', '從第四句開始', '除了前三句以外的全部']],
    ['2', ['2,', '[2]', '2、']],
    ['1 6', ['首尾两句', 'first and last', 'first, last', '1, last', '第一句和最后一句']],
    [
      '5',
      [
        'second to last',
        'next to last',
        'the second-to-last',
        'second from the last',
        'penultimate',
        'second last',
        '2nd to last',
        'last but one',
        'the second from the end',
        '倒数第二句',
        '倒數第2句',
      ],
    ],
    [
      '1 2 3 4 5 6',
      ['all', 'All', 'the whole passage', '全部', '所有', '整段', '*', '1-6', '1-last', 'first to last'],
    ],
  ] as const)('reads as %s: %j', (numbers, forms) => {
    expect(forms.map((typed) => [typed, chosen(typed)])).toEqual(forms.map((typed) => [typed, numbers]));
  });

  it.each(['0', '7', '3-7', '1,9', 'last nine', '第七句', '9999', 'all but 9', 'not all'])(
    'says that %j is missing',
    (typed) => {
      expect(readSentences(typed, COUNT)).toBe('missing');
    },
  );

  it.each([
    ...['', ' ', 'x', '2-1', '-2', ',2', '2.5', '99999', 'sentence', 'to', 'all but one'],
    ...['2 or 3', '倒数第', 'firstly'],
  ])('makes nothing of %j', (typed) => {
    expect(readSentences(typed, COUNT)).toBe('unreadable');
  });

  it('gives numbers of the passage, ascending, whatever is typed', () => {
    const pieces = fc.constantFrom(
      '1',
      '3',
      '-',
      ',',
      'last',
      'first',
      'two',
      '第',
      '句',
      ' ',
      'to',
      'all',
      '倒数第',
    );
    const text = fc.oneof(
      anyText,
      fc.array(pieces).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 9 }), (typed, count) => {
        const choice = readSentences(typed, count);
        if (typeof choice === 'string') return;
        const { numbers } = choice;
        expect(numbers.length).toBeGreaterThan(0);
        expect(numbers.every((number) => number >= 1 && number <= count)).toBe(true);
        expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
      }),
    );
  });
});
