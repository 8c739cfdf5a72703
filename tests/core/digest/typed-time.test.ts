import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTime } from '../../../src/core/digest/typed-time.ts';
import { typed } from './typed.ts';

describe('readTime', () => {
  it.each([
    ['9:00', '09:00'],
    ['09:00', '09:00'],
    ['9', '09:00'],
    ['0900', '09:00'],
    ['  9:00 ', '09:00'],
    ['9.30', '09:30'],
    ['9h30', '09:30'],
    ['21 Uhr', '21:00'],
    ["9 o'clock", '09:00'],
    ['9 o’clock', '09:00'],
    ['9am', '09:00'],
    ['9 AM', '09:00'],
    ['9 a.m.', '09:00'],
    ['9:30pm', '21:30'],
    ['9.30 pm', '21:30'],
    ['9p', '21:00'],
    ['12am', '00:00'],
    ['12:30 am', '00:30'],
    ['12pm', '12:00'],
    ['noon', '12:00'],
    ['Midnight', '00:00'],
    ['00:00', '00:00'],
    ['24:00', '00:00'],
    ['23:59', '23:59'],
    ['7 o clock', '07:00'],
    ['10 p. m.', '22:00'],
    ['PM 4:20', '16:20'],
    ['at 11', '11:00'],
    ['at half past 6', '06:30'],
    ['6.45h', '06:45'],
    ['17 h 05', '17:05'],
    ['1845 hrs', '18:45'],
    ['645', '06:45'],
    ['715pm', '19:15'],
    ['7 Uhr 30', '07:30'],
    ['19.15 Uhr', '19:15'],
    ['12 noon', '12:00'],
    ['6:45:00', '06:45'],
    ['noon (12:00)', '12:00'],
    ['T17:05', '17:05'],
    ['seventeen hundred hours', '17:00'],
    ['7pm daily', '19:00'],
    ['午间12点半', '12:30'],
    ['12 midnight', '00:00'],
    ['at midday', '12:00'],
    ['8 in the morning', '08:00'],
    ['3 in the afternoon', '15:00'],
    ["6 o'clock in the evening", '18:00'],
    ['10:15 at night', '22:15'],
    ['12 at night', '00:00'],
    ['1 at night', '01:00'],
    ['10 am in the morning', '10:00'],
    ['quarter past seven', '07:15'],
    ['a quarter to ten pm', '21:45'],
    ['twenty to six', '05:40'],
    ['5 minutes past 11', '11:05'],
    ['quarter to midnight', '23:45'],
    ['half past noon', '12:30'],
    ['seven fifteen', '07:15'],
    ['six oh five', '06:05'],
    ['twelve twenty-five', '12:25'],
    ['ten', '10:00'],
    ['six-thirty', '06:30'],
    ['half-past four pm', '16:30'],
    ['um 7 Uhr', '07:00'],
    ['8pm sharp', '20:00'],
  ])('reads %s', (text, time) => {
    expect(readTime(text)).toBe(time);
  });

  it.each([
    ['上午9点', '09:00'],
    ['上午 9 点', '09:00'],
    ['上午9:30', '09:30'],
    ['早上八点', '08:00'],
    ['下午三点半', '15:30'],
    ['下午3:30', '15:30'],
    ['下午两点一刻', '14:15'],
    ['晚上九点三刻', '21:45'],
    ['21時15分', '21:15'],
    ['二十一点十五分', '21:15'],
    ['十点零五分', '10:05'],
    ['九點鐘', '09:00'],
    ['九点整', '09:00'],
    ['十二点', '12:00'],
    ['零点', '00:00'],
    ['中午', '12:00'],
    ['中午11点', '11:00'],
    ['中午12点半', '12:30'],
    ['中午1点', '13:00'],
    ['下午12点', '12:00'],
    ['晚上12点', '00:00'],
    ['晚上7点', '19:00'],
    ['凌晨12点', '00:00'],
    ['凌晨3点', '03:00'],
    ['夜里两点', '02:00'],
    ['晚間1點', '01:00'],
    ['半夜两点', '02:00'],
    ['午夜', '00:00'],
    ['早7点', '07:00'],
    ['早六点半', '06:30'],
    ['晚8點', '20:00'],
    ['晚10', '22:00'],
    ['午后四点', '16:00'],
    ['正午12点', '12:00'],
    ['上午十時四十五分', '10:45'],
    ['每天早上7点', '07:00'],
    ['每晚十点', '22:00'],
    ['七點正', '07:00'],
    ['差五分七点', '06:55'],
    ['下午四點差一刻', '15:45'],
    ['清晨五点三刻', '05:45'],
    ['午夜十二点', '00:00'],
    ['傍晚6:40', '18:40'],
  ])('reads Chinese: %s', (text, time) => {
    expect(readTime(text)).toBe(time);
  });

  it.each([
    ['９：００', '09:00'],
    ['９ａｍ', '09:00'],
    ['下午３点半', '15:30'],
  ])('reads full width: %s', (text, time) => {
    expect(readTime(text)).toBe(time);
  });

  it.each([
    '',
    'soon',
    'am',
    '9m',
    '9...',
    '9:',
    '-9:00',
    '25:00',
    '24:01',
    '9:60',
    '0am',
    '13pm',
    '2500',
    '12345',
    '9:00:30',
    '9:00 xm',
    '1e1',
    '上午13点',
    '下午25点',
    '九点六十分',
    '两三点',
    '十十点',
    '半',
    '三刻',
    '九',
    'morning',
    'in the evening',
    'half eight',
    'half to nine',
    '12 in the morning',
    '15 in the morning',
    '3 noon',
    'noon pm',
    'noonish',
    'sixty past nine',
    'nine ten eleven',
    '晚上',
    '晚上13点',
    '中午5点',
    '下午24点',
    '凌晨十点',
    '差九点',
  ])('is null for what is no time: "%s"', (text) => {
    expect(readTime(text)).toBeNull();
  });

  it('gives a time or null for any text, and reads its own times', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const time = readTime(text);
        if (time === null) return;
        expect(time).toMatch(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
        expect(readTime(time)).toBe(time);
      }),
    );
  });

  it('reads every time that it writes', () => {
    fc.assert(
      fc.property(fc.nat(23), fc.nat(59), (hour, minute) => {
        const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
        expect(readTime(time)).toBe(time);
        expect(readTime(`${hour}:${String(minute).padStart(2, '0')}`)).toBe(time);
        expect(readTime(`${hour}点${minute}分`)).toBe(time);
      }),
    );
  });
});
