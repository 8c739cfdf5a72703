import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateIn, EVERY_DAY, nextDue, type Schedule } from '../../../src/core/digest/schedule.ts';
import { readDays, readTime, readTimeZone, timeZones } from '../../../src/core/digest/typed-schedule.ts';
import { anyText } from '../../fixtures.ts';

/** Text that is made of the pieces of times, days and zones. */
const pieces = fc
  .array(
    fc.constantFrom(
      ...['0', '1', '9', '12', '24', '30', ':', '.', 'h', ' ', 'am', 'pm', "o'clock", 'Uhr', '９', '：'],
      ...[
        '上午',
        '下午',
        '晚上',
        '中午',
        '凌晨',
        '夜里',
        '点',
        '時',
        '半',
        '一',
        '十',
        '两',
        '零',
        '刻',
        '分',
      ],
      ...[
        'mon',
        'Tues',
        'day',
        'days',
        'sun',
        'every',
        '-',
        'to',
        'and',
        ',',
        '周',
        '星期',
        '天',
        '日',
        '至',
      ],
      ...['Asia', 'Europe', '/', '_', 'Berlin', 'Etc', 'GMT', '+8', 'UTC'],
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));
const typed = fc.oneof(anyText, pieces);

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
    '9:00:00',
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

describe('readTimeZone', () => {
  it.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['europe/berlin', 'Europe/Berlin'],
    [' ASIA/SHANGHAI ', 'Asia/Shanghai'],
    ['Ａｓｉａ／Ｓｈａｎｇｈａｉ', 'Asia/Shanghai'],
    ['America/New York', 'America/New_York'],
    ['america/new_york', 'America/New_York'],
    ['New York', 'America/New_York'],
    ['shanghai', 'Asia/Shanghai'],
    ['Lord Howe', 'Australia/Lord_Howe'],
    ['utc', 'UTC'],
    ['US/Eastern', 'America/New_York'],
    ['Asia/Chongqing', 'Asia/Shanghai'],
  ])('reads %s', (text, zone) => {
    expect(readTimeZone(text)).toBe(zone);
  });

  // Which of two names is the zone's differs between versions of Node.
  it.each([
    ['Asia/Kolkata', 'Asia/Calcutta'],
    ['Europe/Kyiv', 'Europe/Kiev'],
    ['Kolkata', 'Calcutta'],
    ['Ho Chi Minh', 'Saigon'],
  ])('takes an older and a newer name for the same zone: %s', (newer, older) => {
    const now = (text: string) =>
      new Date(0).toLocaleString('en', { timeZone: readTimeZone(text) ?? 'none', timeZoneName: 'long' });
    expect(now(newer)).toBe(now(older));
  });

  it.each([
    '',
    '/',
    'Mars/Olympus',
    'a/b',
    'Atlantis',
    '+08:00',
    '-5',
    '8',
    'UTC+8',
    'GMT+8',
    'GMT+08:00',
    'Asia/',
    '/Shanghai',
  ])('is null for what is no zone: "%s"', (text) => {
    expect(readTimeZone(text)).toBeNull();
  });

  it('gives a zone that Intl knows or null for any text, and reads its own zones', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const zone = readTimeZone(text);
        if (zone === null) return;
        expect(() => new Intl.DateTimeFormat('en', { timeZone: zone })).not.toThrow();
        expect(readTimeZone(zone)).toBe(zone);
      }),
    );
  });

  it('reads every zone that it offers', () => {
    expect(timeZones().map(readTimeZone)).toEqual(timeZones());
  });
});

describe('dateIn', () => {
  it.each([
    ['Asia/Shanghai', '2026-03-10'],
    ['America/New_York', '2026-03-09'],
  ])('is the date in %s', (zone, date) => {
    expect(dateIn(zone, new Date('2026-03-09T20:00:00Z'))).toBe(date);
  });
});

/** What is due first after an instant, as the date and the UTC time. */
function dueAfter(schedule: Pick<Schedule, 'time' | 'zone'> & { days?: string }, after: string): string {
  const { date, at } = nextDue({ days: EVERY_DAY, ...schedule }, new Date(after));
  return `${date} ${at.toISOString()}`;
}

describe('nextDue', () => {
  const NINE = { time: '09:00', zone: 'Asia/Shanghai' };

  it('is later on the same day', () => {
    expect(dueAfter(NINE, '2026-03-09T00:59:59.999Z')).toBe('2026-03-09 2026-03-09T01:00:00.000Z');
  });

  it.each(['2026-03-09T01:00:00Z', '2026-03-09T01:00:00.001Z', '2026-03-09T01:00:59Z'])(
    'is the next day once the time is there: %s',
    (after) => {
      expect(dueAfter(NINE, after)).toBe('2026-03-10 2026-03-10T01:00:00.000Z');
    },
  );

  it('has the date of its zone', () => {
    expect(dueAfter({ time: '01:00', zone: 'Asia/Shanghai' }, '2026-03-09T00:00:00Z')).toBe(
      '2026-03-10 2026-03-09T17:00:00.000Z',
    );
  });

  // 9 March 2026 is a Monday.
  it.each([
    ['1', '2026-03-16'],
    ['35', '2026-03-11'],
    ['7', '2026-03-15'],
    ['67', '2026-03-14'],
  ])('is on one of the days %s', (days, date) => {
    expect(dueAfter({ ...NINE, days }, '2026-03-09T02:00:00Z')).toMatch(date);
  });

  it('throws on a time that does not exist', () => {
    expect(() => nextDue({ ...NINE, time: '25:00', days: EVERY_DAY }, new Date(0))).toThrow();
  });
});

const BERLIN = { time: '02:30', zone: 'Europe/Berlin' };
const NEW_YORK = { time: '02:30', zone: 'America/New_York' };
const SHANGHAI = { time: '02:30', zone: 'Asia/Shanghai' };

describe('when clocks go forward over it, nextDue', () => {
  it.each([
    ['Berlin', BERLIN, '2026-03-28T12:00:00Z', '2026-03-29 2026-03-29T01:00:00.000Z'],
    ['New York', NEW_YORK, '2026-03-07T12:00:00Z', '2026-03-08 2026-03-08T07:00:00.000Z'],
    [
      'Lord Howe Island, by half an hour',
      { time: '02:15', zone: 'Australia/Lord_Howe' },
      '2026-10-03T12:00:00Z',
      '2026-10-04 2026-10-03T15:30:00.000Z',
    ],
    [
      'Cairo, at midnight',
      { time: '00:00', zone: 'Africa/Cairo' },
      '2026-04-23T12:00:00Z',
      '2026-04-24 2026-04-23T22:00:00.000Z',
    ],
  ])('is the first valid time: %s', (_, schedule, after, due) => {
    expect(dueAfter(schedule, after)).toBe(due);
  });

  it('is not due again at the usual time', () => {
    expect(dueAfter(BERLIN, '2026-03-29T01:00:00Z')).toBe('2026-03-30 2026-03-30T00:30:00.000Z');
  });

  it('keeps to its days', () => {
    expect(dueAfter({ ...BERLIN, days: '7' }, '2026-03-28T12:00:00Z')).toMatch(/^2026-03-29 /);
    expect(dueAfter({ ...BERLIN, days: '1' }, '2026-03-28T12:00:00Z')).toMatch(/^2026-03-30 /);
  });

  it('is at its time if the clocks of its zone stay', () => {
    expect(dueAfter(SHANGHAI, '2026-03-28T12:00:00Z')).toBe('2026-03-29 2026-03-28T18:30:00.000Z');
  });
});

describe('when clocks go back over it, nextDue', () => {
  it.each([
    ['Berlin', BERLIN, '2026-10-24T12:00:00Z', '2026-10-25 2026-10-25T00:30:00.000Z'],
    [
      'New York',
      { ...NEW_YORK, time: '01:45' },
      '2026-10-31T12:00:00Z',
      '2026-11-01 2026-11-01T05:45:00.000Z',
    ],
    [
      'Lord Howe Island, by half an hour',
      { time: '01:45', zone: 'Australia/Lord_Howe' },
      '2026-04-04T12:00:00Z',
      '2026-04-05 2026-04-04T14:45:00.000Z',
    ],
  ])('is the first of the two: %s', (_, schedule, after, due) => {
    expect(dueAfter(schedule, after)).toBe(due);
  });

  it.each([
    ['right after the first', '2026-10-25T00:30:00Z'],
    ['within the second hour, before the second', '2026-10-25T01:15:00Z'],
    ['at the second', '2026-10-25T01:30:00Z'],
  ])('is not due a second time: %s', (_, after) => {
    expect(dueAfter(BERLIN, after)).toBe('2026-10-26 2026-10-26T01:30:00.000Z');
  });
});

describe.each(['Europe/Berlin', 'America/New_York', 'Asia/Shanghai', 'Australia/Lord_Howe'])(
  'over a whole year in %s, nextDue',
  (zone) => {
    const dates = Array.from({ length: 365 }, (_, day) =>
      new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10),
    );

    it.each(['00:00', '01:45', '02:15', '02:30', '09:00', '23:59'])('is once on each date at %s', (time) => {
      const found: string[] = [];
      let due = nextDue({ time, zone, days: EVERY_DAY }, new Date('2025-12-30T12:00:00Z'));
      for (; due.date <= '2026-12-31'; due = nextDue({ time, zone, days: EVERY_DAY }, due.at))
        if (due.date >= '2026-01-01') found.push(due.date);
      expect(found).toEqual(dates);
    });
  },
);

describe('a time that clocks jump across together with midnight', () => {
  const NUUK = { time: '23:30', zone: 'America/Nuuk' };

  it('is due at midnight, for the day before', () => {
    expect(nextDue({ ...NUUK, days: '1234567' }, new Date('2026-03-28T12:00:00Z'))).toEqual({
      date: '2026-03-28',
      at: new Date('2026-03-29T01:00:00Z'),
    });
  });

  it('does not cost a digest of that weekday its week', () => {
    expect(nextDue({ ...NUUK, days: '6' }, new Date('2026-03-25T12:00:00Z')).date).toBe('2026-03-28');
  });

  it('is followed by the next day at its time', () => {
    expect(nextDue({ ...NUUK, days: '1234567' }, new Date('2026-03-29T01:00:00Z')).date).toBe('2026-03-29');
  });

  it('is not due again in the second of two hours', () => {
    const berlin = { time: '02:30', zone: 'Europe/Berlin', days: '1234567' };
    expect(nextDue(berlin, new Date('2026-10-25T01:10:00Z')).date).toBe('2026-10-26');
  });
});
