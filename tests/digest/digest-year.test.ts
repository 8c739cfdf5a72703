import { describe, it } from 'vitest';
import { expectYear } from './digest-year.ts';

describe('some weeks of two digests', () => {
  it("in 'Australia/Lord_Howe' have every post once, at the local time, and no passage again before all were shown", async () => {
    await expectYear({
      zone: 'Australia/Lord_Howe',
      times: ['02:15', '01:45'],
      start: Date.UTC(2026, 8, 20, 12),
      days: 40,
      unusual: { '2026-10-04 02:15': '02:30' },
      firstOfTwo: null,
    });
  });
});
