import { describe, it } from 'vitest';
import { expectYear, type ZoneYear } from './digest-year.ts';

const ZONES: ZoneYear[] = [
  {
    zone: 'Europe/Berlin',
    times: ['02:30', '09:00'],
    unusual: { '2026-03-29 02:30': '03:00' },
    firstOfTwo: '2026-10-25T00:30:00.000Z',
  },
  {
    zone: 'America/New_York',
    times: ['02:30', '01:30'],
    unusual: { '2026-03-08 02:30': '03:00' },
    firstOfTwo: '2026-11-01T05:30:00.000Z',
  },
  {
    zone: 'Australia/Lord_Howe',
    times: ['02:15', '01:45'],
    unusual: { '2026-10-04 02:15': '02:30' },
    firstOfTwo: '2026-04-04T14:45:00.000Z',
  },
  { zone: 'Asia/Shanghai', times: ['00:00', '09:00'], unusual: {}, firstOfTwo: null },
];

describe('a year of two digests', () => {
  it.each(ZONES)(
    'in $zone has every post once, at the local time, and no passage again before all were shown',
    expectYear,
  );
});
