import { describe, expect, it } from 'vitest';
import { runInTurns, runToEnd, type Steps } from '../../src/core/steps.ts';

/** Works for so many milliseconds in steps of about one. */
function* workFor(milliseconds: number): Steps<string> {
  const start = performance.now();
  while (performance.now() - start < milliseconds) {
    const step = performance.now();
    while (performance.now() - step < 1);
    yield;
  }
  return 'done';
}

describe('long work', () => {
  it('lets others have turns while it is done in turns, and none if it is done to its end', async () => {
    let turns = 0;
    const count = () => {
      turns++;
      counting = setImmediate(count);
    };
    let counting = setImmediate(count);
    expect(await runInTurns(workFor(100))).toBe('done');
    expect(turns).toBeGreaterThan(2);
    turns = 0;
    expect(runToEnd(workFor(30))).toBe('done');
    expect(turns).toBe(0);
    clearImmediate(counting);
  });

  it('rejects with what it throws', async () => {
    // biome-ignore lint/correctness/useYield: it fails before its first pause.
    const failing = function* (): Steps<never> {
      throw new Error('broken');
    };
    await expect(runInTurns(failing())).rejects.toThrow('broken');
    expect(() => runToEnd(failing())).toThrow('broken');
  });
});
