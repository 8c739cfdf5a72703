import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVERY_DAY, nextDue } from '../../../src/core/digest/schedule.ts';
import { dateIn } from '../../../src/core/digest/zone.ts';
import { addDays, DAY_MS } from '../../../src/core/language/dates.ts';

const MINUTE = 60_000;

/** Zones whose clocks change around midnight, with the dates around which they do. */
const AROUND_MIDNIGHT = [
  ['America/Nuuk', '2026-03-28'],
  ['America/Nuuk', '2026-10-24'],
  ['America/Scoresbysund', '2026-03-28'],
  ['America/Scoresbysund', '2026-10-24'],
  ['Asia/Beirut', '2026-03-29'],
  ['Asia/Beirut', '2026-10-24'],
  ['Africa/Cairo', '2026-04-24'],
  ['Africa/Cairo', '2026-10-29'],
  ['America/Havana', '2026-03-08'],
  ['America/Havana', '2026-11-01'],
  ['America/Santiago', '2026-04-04'],
  ['America/Santiago', '2026-09-06'],
  ['America/Asuncion', '2023-10-01'],
  ['Atlantic/Azores', '2026-03-29'],
  ['Atlantic/Azores', '2026-10-25'],
  ['America/Sao_Paulo', '2018-11-04'],
] as const;
const AT_OTHER_HOURS = [
  ['Europe/Lisbon', '2026-03-29'],
  ['Australia/Adelaide', '2026-10-04'],
  ['Australia/Lord_Howe', '2026-04-05'],
  ['Pacific/Chatham', '2026-09-27'],
  ['Pacific/Auckland', '2026-04-05'],
  ['Antarctica/Troll', '2026-03-29'],
] as const;
const changes = [...AROUND_MIDNIGHT, ...AT_OTHER_HOURS];

const formats = new Map<string, Intl.DateTimeFormat>();

/** What clocks show at an instant, as if it were a time in Greenwich, in milliseconds. */
function shownAt(zone: string, at: number): number {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('sv', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  formats.set(zone, format);
  return Date.parse(`${format.format(at).replace(' ', 'T')}Z`);
}

/** The first instant of a date at which clocks show a time or have passed it, by trying every minute. */
function dueByMinutes(zone: string, date: string, time: string): number {
  const wanted = Date.parse(`${date}T${time}:00Z`);
  for (let at = wanted - 15 * 60 * MINUTE; ; at += MINUTE) {
    if (shownAt(zone, at) >= wanted) return at;
  }
}

const change = fc.constantFrom(...changes);
const minuteOfDay = fc.oneof(
  fc.constantFrom(0, 30, 60, 90, 150, 1350, 1380, 1410, 1439),
  fc.nat({ max: 1439 }),
);
const timeOf = (minute: number) => new Date(minute * MINUTE).toISOString().slice('YYYY-MM-DDT'.length, -8);

describe('where clocks change', () => {
  it('each date has one due time, whichever instant it is computed from', () => {
    fc.assert(
      fc.property(change, minuteOfDay, fc.nat({ max: 3 * 24 * 60 }), ([zone, date], minute, minutesLater) => {
        const time = timeOf(minute);
        const dates = [-1, 0, 1, 2, 3].map((days) => addDays(date, days));
        const dues = dates.map((each) => ({ date: each, at: new Date(dueByMinutes(zone, each, time)) }));
        const [{ at: first } = { at: new Date(0) }] = dues;
        const after = new Date(first.getTime() - MINUTE + minutesLater * MINUTE);
        expect(nextDue({ time, zone, days: EVERY_DAY }, after)).toEqual(dues.find(({ at }) => at > after));
      }),
      { numRuns: 60 },
    );
  });

  it('no date is left out or comes twice, when each due time is computed from the one before', () => {
    fc.assert(
      fc.property(change, minuteOfDay, ([zone, date], minute) => {
        const schedule = { time: timeOf(minute), zone, days: EVERY_DAY };
        const found: string[] = [];
        let due = nextDue(schedule, new Date(Date.parse(date) - 3 * DAY_MS));
        for (; found.length < 6; due = nextDue(schedule, due.at)) found.push(due.date);
        const [first = ''] = found;
        expect(found).toEqual([0, 1, 2, 3, 4, 5].map((days) => addDays(first, days)));
      }),
      { numRuns: 100 },
    );
  });

  it('a due time is on its date, or at the midnight after it', () => {
    fc.assert(
      fc.property(change, minuteOfDay, ([zone, date], minute) => {
        const due = nextDue(
          { time: timeOf(minute), zone, days: EVERY_DAY },
          new Date(Date.parse(date) - DAY_MS),
        );
        if (dateIn(zone, due.at) === due.date) return;
        expect(dateIn(zone, new Date(due.at.getTime() - 1))).toBe(due.date);
      }),
      { numRuns: 100 },
    );
  });

  it('a time that is skipped with midnight is due at midnight, from the post before until then', () => {
    const schedule = { time: '23:30', zone: 'America/Scoresbysund', days: EVERY_DAY };
    const due = { date: '2026-03-28', at: new Date('2026-03-29T01:00:00Z') };
    // The post before was at 2026-03-28T01:30:00Z.
    for (let at = Date.parse('2026-03-28T01:30:00Z'); at < due.at.getTime(); at += 10 * MINUTE)
      expect(nextDue(schedule, new Date(at))).toEqual(due);
    expect(nextDue(schedule, due.at).date).toBe('2026-03-29');
  });
});
