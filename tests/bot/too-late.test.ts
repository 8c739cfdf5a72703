import { describe, expect, it } from 'vitest';
import { tooLate } from '../../src/bot/too-late.ts';
import { manualClock } from '../discord/stand-in.ts';

const MINUTE = 60_000;

/** A clock of ours, and interactions by Discord's, which shows something else. */
function clocks(ahead: number) {
  const clock = manualClock(1000);
  const isTooLate = tooLate(() => clock.now());
  return { clock, madeAgo: (milliseconds: number) => isTooLate(clock.now() + ahead - milliseconds) };
}

describe('an interaction that waited for its turn', () => {
  it.each([0, 1_790_000_000_000, -5000])(
    'is too late after three seconds, with Discord %i ms ahead',
    (ahead) => {
      const { clock, madeAgo } = clocks(ahead);
      expect([100, 2900, 3100, 150, 60_000].map(madeAgo)).toEqual([false, false, true, false, true]);
      clock.advance(7 * MINUTE);
      expect([3100, 100].map(madeAgo)).toEqual([true, false]);
    },
  );

  it('is not too late because the clocks drift apart', () => {
    const { clock, madeAgo } = clocks(0);
    // A second an hour, over a day.
    for (let minute = 0; minute < 24 * 60; minute++) {
      expect(madeAgo(100 + (minute / 60) * 1000)).toBe(false);
      clock.advance(MINUTE);
    }
  });

  it('is not too late for being the first after a quiet day', () => {
    const { clock, madeAgo } = clocks(0);
    expect(madeAgo(100)).toBe(false);
    clock.advance(24 * 60 * MINUTE);
    expect(madeAgo(10_100)).toBe(false);
  });
});
