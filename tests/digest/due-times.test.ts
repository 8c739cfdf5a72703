import { describe, expect, it } from 'vitest';
import type { Digest } from '../../src/core/digest/digest.ts';
import { overdue } from '../../src/digest/due-times.ts';

const digest: Digest = {
  key: 'abcdefgh',
  server: '1',
  number: 1,
  channel: '2',
  time: '13:00',
  zone: 'UTC',
  days: '1234567',
  excerpts: 1,
  seminar: null,
  from: null,
  until: null,
  speaker: null,
  topic: null,
  language: 'en',
  since: new Date('2016-01-01T00:00:00Z'),
  processedUntil: new Date(0),
  isPaused: false,
  isCopied: false,
  trouble: null,
};

describe('due times that were not processed', () => {
  it('are looked for in the last month only, so that ten years keep nobody waiting', () => {
    let looks = 0;
    const dues = overdue(digest, () => {
      looks++;
      return new Date('2026-03-09T13:00:00Z');
    });
    expect(dues.slice(-2).map(({ date }) => date)).toEqual(['2026-03-08', '2026-03-09']);
    expect(looks).toBeLessThan(40);
  });

  it('of a weekly digest are found there, the last two at least', () => {
    const dues = overdue({ ...digest, days: '1' }, () => new Date('2026-03-15T12:00:00Z'));
    expect(dues.slice(-2).map(({ date }) => date)).toEqual(['2026-03-02', '2026-03-09']);
  });
});
