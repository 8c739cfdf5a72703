import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/core/language/dates.ts';
import { readDate } from '../../../src/core/language/typed-date.ts';
import { writtenDates } from '../../../src/core/transcript/order.ts';
import { anyText } from '../../fixtures.ts';

const day = (date: string) => ({ first: date, last: date });
const MAY = { first: '2024-05-01', last: '2024-05-31' };

describe('a typed date', () => {
  it.each([
    ...[
      '2024-05-01',
      '2024-5-1',
      '2024/5/1',
      '2024.05.01',
      ' ２０２４－０５－０１ ',
      '20240501',
      '1 May 2024',
    ],
    ...['1st of May 2024', 'May 1, 2024', 'may 1st 2024', '1-May-2024', 'Wed, 1 May 2024', '2024 May 1'],
    ...[
      '2024年5月1日',
      '2024年5月1号',
      '2024 年 5 月 1 日',
      '二〇二四年五月一日',
      '2024-05-01 – A panel on bridges',
    ],
  ])('is a day: %s', (typed) => {
    expect(readDate(typed)).toEqual(day('2024-05-01'));
  });

  it.each([
    '2024-05',
    '2024/5',
    '05/2024',
    '5.2024',
    'May 2024',
    'may, 2024',
    '2024 May',
    '2024年5月',
    '2024年5月份',
    '二〇二四年五月',
  ])('is a month: %s', (typed) => {
    expect(readDate(typed)).toEqual(MAY);
  });

  it.each([
    ['2024', '2024-01-01', '2024-12-31'],
    ['2023年', '2023-01-01', '2023-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['Feb 2023', '2023-02-01', '2023-02-28'],
    ['sept 2023', '2023-09-01', '2023-09-30'],
    ['2024年12月', '2024-12-01', '2024-12-31'],
    ['二〇二四年十二月二十一日', '2024-12-21', '2024-12-21'],
    ['31/12/2024', '2024-12-31', '2024-12-31'],
    ['12/31/2024', '2024-12-31', '2024-12-31'],
    ['05.05.2024', '2024-05-05', '2024-05-05'],
  ])('stands for all its days: %s', (typed, first, last) => {
    expect(readDate(typed)).toEqual({ first, last });
  });

  it('may be one of two days', () => {
    expect(readDate('01/05/2024')).toEqual({ either: ['2024-01-05', '2024-05-01'] });
    expect(readDate('3.4.2021')).toEqual({ either: ['2021-03-04', '2021-04-03'] });
  });

  it.each([
    ...[
      '',
      'last month',
      'May',
      '5',
      '24',
      '01/05/24',
      '2024-13',
      '2023-02-29',
      '31/02/2024',
      '2024-05-01-02',
    ],
    ...[
      '0000',
      'May June 2024',
      '1 2 May 2024',
      'May 2024 2025',
      'chips 2024',
      '2024年13月',
      '昨天',
      '2024-00-10',
    ],
  ])('is nothing else: %j', (typed) => {
    expect(readDate(typed)).toBeNull();
  });

  it('is read in every form in which dates are written', () => {
    const dates = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1970-01-01', days));
    fc.assert(
      fc.property(dates, (date) => {
        for (const written of [date, ...writtenDates(date)])
          expect(readDate(written), written).toEqual(day(date));
      }),
    );
  });

  it('is looked for in any text without a fault', () => {
    fc.assert(fc.property(anyText, (text) => void readDate(text)));
  });
});
