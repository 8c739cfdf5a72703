import { describe, expect, it } from 'vitest';
import { rateLimit } from '../../src/core/rate-limit.ts';

describe('a rate limit', () => {
  it('is reached after so many uses, by that person alone', () => {
    const limit = rateLimit(2, 100);
    limit.spend('ada', 0);
    expect(limit.waitOf('ada', 1)).toBe(0);
    limit.spend('ada', 1);
    expect(limit.waitOf('ada', 2)).toBe(98);
    expect(limit.waitOf('bob', 2)).toBe(0);
  });

  it('allows another use once the first is old enough', () => {
    const limit = rateLimit(2, 100);
    limit.spend('ada', 0);
    limit.spend('ada', 50);
    expect(limit.waitOf('ada', 99)).toBe(1);
    expect(limit.waitOf('ada', 100)).toBe(0);
    limit.spend('ada', 100);
    expect(limit.waitOf('ada', 149)).toBe(1);
    expect(limit.waitOf('ada', 150)).toBe(0);
  });

  it('forgets people whose uses no longer count', () => {
    const limit = rateLimit(2, 100);
    let most = 0;
    for (let at = 0; at < 10_000; at++) {
      limit.spend(`person ${at}`, at);
      // Somebody who never stops keeps nobody else in memory.
      limit.spend('ada', at);
      most = Math.max(most, limit.remembered());
    }
    expect(most).toBeLessThanOrEqual(101);
    limit.spend('bob', 20_000);
    expect(limit.activePeople()).toBe(1);
  });
});
