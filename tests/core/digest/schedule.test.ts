import { describe, expect, it } from 'vitest';
import { EVERY_DAY, nextDue, type Schedule } from '../../../src/core/digest/schedule.ts';

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

  it.each([
    { time: '25:00' },
    { time: '9' },
    { time: '25:00', zone: 'UTC+3' },
    { days: '' },
    { days: '8' },
    { zone: 'Mars/Olympus' },
    { zone: 'UTC+x' },
  ])('throws on what does not exist: %j', (part) => {
    expect(() => nextDue({ ...NINE, days: EVERY_DAY, ...part }, new Date(0))).toThrow(RangeError);
  });

  it.each([
    ['UTC+5:30', '2026-03-09 2026-03-09T03:30:00.000Z'],
    ['UTC-9:30', '2026-03-09 2026-03-09T18:30:00.000Z'],
    ['UTC+14', '2026-03-10 2026-03-09T19:00:00.000Z'],
  ])('is at its time at an offset from UTC: %s', (zone, due) => {
    expect(dueAfter({ ...NINE, zone }, '2026-03-09T02:00:00Z')).toBe(due);
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
