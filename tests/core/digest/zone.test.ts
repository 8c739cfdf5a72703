import { describe, expect, it } from 'vitest';
import { changesClocks, dateIn, isKnownZone, shownZone, timeZones } from '../../../src/core/digest/zone.ts';

describe('dateIn', () => {
  it.each([
    ['Asia/Shanghai', '2026-03-10'],
    ['America/New_York', '2026-03-09'],
    ['UTC+3:30', '2026-03-09'],
    ['UTC+4', '2026-03-10'],
    ['UTC-9:30', '2026-03-09'],
  ])('is the date in %s', (zone, date) => {
    expect(dateIn(zone, new Date('2026-03-09T20:00:00Z'))).toBe(date);
  });
});

describe('shownZone', () => {
  it.each([
    ['Europe/Kiev', 'Europe/Kyiv'],
    ['Asia/Katmandu', 'Asia/Kathmandu'],
    ['America/Godthab', 'America/Nuuk'],
    ['Etc/GMT-9', 'UTC+9'],
    ['Etc/GMT+3', 'UTC-3'],
    ['Etc/GMT', 'UTC'],
    ['Etc/UTC', 'UTC'],
    ['UTC+5:30', 'UTC+5:30'],
    ['Asia/Taipei', 'Asia/Taipei'],
  ])('shows %s as %s', (zone, shown) => {
    expect(shownZone(zone)).toBe(shown);
  });

  it('names a zone with the same clocks', () => {
    const clocks = (zone: string) =>
      [0, 6, 12].map((month) =>
        new Date(Date.UTC(2026, month)).toLocaleString('en', { timeZone: zone, timeZoneName: 'longOffset' }),
      );
    for (const zone of Intl.supportedValuesOf('timeZone'))
      expect(clocks(shownZone(zone)), zone).toEqual(clocks(zone));
  });
});

describe('isKnownZone', () => {
  it.each(['Europe/Riga', 'Asia/Saigon', 'UTC', 'UTC+5:45', 'Etc/GMT-9'])('is true of %s', (zone) => {
    expect(isKnownZone(zone)).toBe(true);
  });

  it.each(['', 'Mars/Olympus', 'Riga', '+05:45', 'UTC+x'])('is false of "%s"', (zone) => {
    expect(isKnownZone(zone)).toBe(false);
  });

  it('is true of every zone that is offered, each by one name', () => {
    expect(timeZones().filter((zone) => !isKnownZone(zone) || shownZone(zone) !== zone)).toEqual([]);
    expect(new Set(timeZones()).size).toBe(timeZones().length);
  });
});

describe('changesClocks', () => {
  const spring = new Date('2026-04-01T00:00:00Z');

  it.each([
    ['Europe/Vienna', true],
    ['America/Santiago', true],
    ['Africa/Casablanca', true],
    ['Asia/Seoul', false],
    ['America/Phoenix', false],
    ['UTC', false],
    ['UTC-3:30', false],
  ])('of %s is %s', (zone, changes) => {
    expect(changesClocks(zone, spring)).toBe(changes);
  });
});
