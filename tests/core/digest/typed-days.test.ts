import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNames } from '../../../commands/digest/status.ts';
import { EVERY_DAY } from '../../../src/core/digest/schedule.ts';
import { readDays } from '../../../src/core/digest/typed-days.ts';
import { LOCALES } from '../../../src/core/language/locale.ts';
import { typed } from './typed.ts';

describe('readDays', () => {
  it.each([
    ['every day', EVERY_DAY],
    ['Daily', EVERY_DAY],
    ['每天', EVERY_DAY],
    ['每一天', EVERY_DAY],
    ['weekdays', '12345'],
    ['工作日', '12345'],
    ['weekend', '67'],
    ['週末', '67'],
    ['mon', '1'],
    ['Mondays', '1'],
    ['Weds', '3'],
    ['mon-fri', '12345'],
    ['Mon – Fri', '12345'],
    ['Monday to Friday', '12345'],
    ['Mon thru Fri', '12345'],
    ['fri-mon', '1567'],
    ['Mon, Wed and Fri', '135'],
    ['mon/wed/fri', '135'],
    ['fri, mon', '15'],
    ['Tuesdays and Thursdays', '24'],
    ['sat & sun', '67'],
    ['mon-wed, sat', '1236'],
    ['ｍｏｎ－ｆｒｉ', '12345'],
    ['周一至周五', '12345'],
    ['周一到五', '12345'],
    ['星期一至星期五', '12345'],
    ['週一、三、五', '135'],
    ['每周一', '1'],
    ['周六和周日', '67'],
    ['周五至周一', '1567'],
    ['星期天', '7'],
    ['禮拜天', '7'],
    ['135', '135'],
    ['7711', '17'],
    ['every weekday', '12345'],
    ['each Tuesday', '2'],
    ['on Fridays and Saturdays', '56'],
    ['Tue., Thu.', '24'],
    ['working days', '12345'],
    ['weekends and Wednesday', '367'],
    ['7 days a week', EVERY_DAY],
    ['weekdays only', '12345'],
    ['Mondays through Thursdays', '1234'],
    ['周2到周4', '234'],
    ['周二四六', '246'],
    ['每个工作日', '12345'],
    ['平日和週六', '123456'],
    ['逢周日', '7'],
    ['1-4', '1234'],
    ['2, 4, 6', '246'],
    ['1 及 7', '17'],
    ['T-Th', '234'],
    ['TTh', '24'],
    ['MTWTF', '12345'],
    ['W/F', '35'],
    ['Tu Sa', '26'],
    ['We-Fr', '345'],
    ['工作天', '12345'],
    ['只在週三', '3'],
    ['just Thursdays', '4'],
    ['every day except Wednesday', '124567'],
    ['daily, but not on Sundays', '123456'],
    ['weekdays other than Tue and Wed', '145'],
    ['not Mondays', '234567'],
    ['all days except weekends', '12345'],
    ['除周三外每天', '124567'],
    ['除了週末以外', '12345'],
    ['每天（周六除外）', '123457'],
    ['工作日，週五除外', '1234'],
    ['星期二除外', '134567'],
  ])('reads %s', (text, days) => {
    expect(readDays(text)).toBe(days);
  });

  it.each([
    '',
    'never',
    'every',
    'mon-',
    '-',
    'to',
    'monkey',
    'someday',
    '8',
    '0',
    '每三天',
    '三天',
    '周',
    'mon?',
  ])('is null for what are no days: "%s"', (text) => {
    expect(readDays(text)).toBeNull();
  });

  it('reads every set of days as it is shown, in each language', () => {
    for (let set = 1; set < 2 ** 7; set++) {
      const days = [...EVERY_DAY].filter((_, at) => set & (1 << at)).join('');
      for (const locale of LOCALES) expect(readDays(dayNames(days)[locale])).toBe(days);
    }
  });

  it('gives days in order, each once, or null for any text, and reads its own days', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const days = readDays(text);
        if (days === null) return;
        expect(days).toMatch(/^1?2?3?4?5?6?7?$/);
        expect(days).not.toBe('');
        expect(readDays(days)).toBe(days);
      }),
    );
  });
});
