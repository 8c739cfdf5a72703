import { describe, expect, it } from 'vitest';
import { rateLimit } from '../../src/core/rate-limit.ts';

const at = (milliseconds: number) => new Date(milliseconds);

describe('a rate limit', () => {
  it('is spent after so many uses, for that person alone', () => {
    const limit = rateLimit(2, 100);
    limit.spend('ada', at(0));
    expect(limit.isSpent('ada', at(1))).toBe(false);
    limit.spend('ada', at(1));
    expect(limit.isSpent('ada', at(2))).toBe(true);
    expect(limit.isSpent('bob', at(2))).toBe(false);
  });

  it('is free again when the first use is old enough', () => {
    const limit = rateLimit(2, 100);
    limit.spend('ada', at(0));
    limit.spend('ada', at(50));
    expect(limit.isSpent('ada', at(99))).toBe(true);
    expect(limit.isSpent('ada', at(100))).toBe(false);
    limit.spend('ada', at(100));
    expect(limit.isSpent('ada', at(149))).toBe(true);
  });
});
