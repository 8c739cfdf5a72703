import { describe, expect, it } from 'vitest';
import { inWords, withWaits } from '../../src/bot/rate-limits.ts';

/** What discord.js is told to wait after each of these answers to one address, in seconds. */
async function waitsAfter(
  answers: readonly [status: number, retryAfter?: string][],
): Promise<(string | null)[]> {
  const left = [...answers];
  const send = withWaits(async () => {
    const [status, retryAfter] = left.shift() ?? [200];
    return new Response(null, {
      status,
      headers: retryAfter === undefined ? {} : { 'retry-after': retryAfter },
    });
  });
  const waits: (string | null)[] = [];
  for (const _ of answers) {
    const { headers } = await send('https://discord.example/api/v10/gateway/bot', { method: 'GET' });
    waits.push(headers.get('retry-after'));
  }
  return waits;
}

describe('a 429', () => {
  it('without a time is waited for longer each time, and a second again after a success', async () => {
    expect(await waitsAfter([[429], [429], [429], [429], [200], [429]])).toEqual([
      '1',
      '2',
      '4',
      '8',
      null,
      '1',
    ]);
  });

  it('is never waited for longer than a minute if it does not say so', async () => {
    const waits = await waitsAfter(Array.from({ length: 20 }, () => [429]));
    expect(waits.at(-1)).toBe('60');
  });

  it.each(['', '0', '-5', 'soon', 'NaN', '1.2.3', 'Thu, 01 Jan 1970 00:00:00 GMT'])(
    'with a time that is none is waited for a second: %j',
    async (retryAfter) => {
      expect(await waitsAfter([[429, retryAfter]])).toEqual(['1']);
    },
  );

  it.each([
    ['0.5', '0.5'],
    ['7200', '7200'],
    ['99999999999', '86400'],
  ])('is waited for as long as it says, up to a day: %s', async (retryAfter, wait) => {
    expect(await waitsAfter([[429, retryAfter]])).toEqual([wait]);
  });

  it('may give a date', async () => {
    const [wait] = await waitsAfter([[429, new Date(Date.now() + 3_600_000).toUTCString()]]);
    expect(Number(wait)).toBeGreaterThan(3_000);
    expect(Number(wait)).toBeLessThanOrEqual(3_600);
  });
});

describe('a wait in words', () => {
  it.each([
    [1, '1 s'],
    [120_000, '120 s'],
    [121_000, '3 min'],
    [7_140_000, '119 min'],
    [7_200_050, '2 h'],
  ])('of %i ms', (milliseconds, words) => {
    expect(inWords(milliseconds)).toBe(words);
  });
});
