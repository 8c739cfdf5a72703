import { describe, expect, it } from 'vitest';
import { rateLimit } from '../../src/core/rate-limit.ts';

describe('a rate limit', () => {
  it('is spent after so many uses, for that person alone', () => {
    const limit = rateLimit(2, 100);
    limit.spend('ada', 0);
    expect(limit.waitOf('ada', 1)).toBe(0);
    limit.spend('ada', 1);
    expect(limit.waitOf('ada', 2)).toBe(98);
    expect(limit.waitOf('bob', 2)).toBe(0);
  });

  it('is free again when the first use is old enough', () => {
    const limit = rateLimit(2, 100);
    limit.spend('ada', 0);
    limit.spend('ada', 50);
    expect(limit.waitOf('ada', 99)).toBe(1);
    expect(limit.waitOf('ada', 100)).toBe(0);
    limit.spend('ada', 100);
    expect(limit.waitOf('ada', 149)).toBe(1);
    expect(limit.waitOf('ada', 150)).toBe(0);
  });

  it('remembers nobody longer than their uses count', () => {
    const limit = rateLimit(2, 100);
    let most = 0;
    for (let at = 0; at < 10_000; at++) {
      limit.spend(`person ${at}`, at);
      // Somebody who goes on all the time keeps nobody else in memory.
      limit.spend('ada', at);
      most = Math.max(most, limit.remembered());
    }
    expect(most).toBeLessThanOrEqual(101);
    limit.spend('bob', 20_000);
    expect(limit.remembered()).toBe(1);
  });
});
