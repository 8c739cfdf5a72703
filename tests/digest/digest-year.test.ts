import { describe, it } from 'vitest';
import { expectYear } from './digest-year.ts';

describe('a year of two digests', () => {
  it("in 'Australia/Lord_Howe' has every post once, at the local time, and no passage again before all were shown", async () => {
    await expectYear({
      zone: 'Australia/Lord_Howe',
      times: ['02:15', '01:45'],
      unusual: { '2026-10-04 02:15': '02:30' },
      firstOfTwo: '2026-04-04T14:45:00.000Z',
    });
  });
});
