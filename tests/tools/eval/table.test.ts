import { describe, expect, it } from 'vitest';
import { percent, points, tableLines } from '../../../src/tools/eval/table.ts';

describe('a table', () => {
  it('has its figures below one another, and heads of several lines at the foot of the head', () => {
    const rows = [
      { name: 'bridges', cells: ['9.5', '100.0'] },
      { name: 'all', cells: ['–', '7.0'] },
    ];
    expect(tableLines([['first'], ['wrongly', 'claimed']], rows)).toEqual([
      '                wrongly',
      '         first  claimed',
      'bridges    9.5    100.0',
      'all          –      7.0',
    ]);
  });

  it('goes on below, with the names of its rows, where it would be too wide', () => {
    const heads = Array.from({ length: 30 }, (_, at) => [`set ${at}`]);
    const lines = tableLines(heads, [{ name: 'bridges', cells: heads.map((_, at) => String(at)) }]);
    expect(lines.every(({ length }) => length <= 120)).toBe(true);
    expect(
      lines
        .filter((line) => line.startsWith('bridges'))
        .join(' ')
        .match(/\d+/g),
    ).toEqual(heads.map((_, at) => String(at)));
  });
});

describe('a share', () => {
  it.each([
    [0.1234, '12.3'],
    [1, '100.0'],
    [null, '–'],
  ])('%j is written as %s per cent', (share, written) => {
    expect(percent(share)).toBe(written);
  });

  it.each([
    [0.0123, '+1.2'],
    [-0.05, '-5.0'],
    [-0.0004, '·'],
    [null, '–'],
  ])('that changes by %j is written as %s points', (change, written) => {
    expect(points(change)).toBe(written);
  });
});
