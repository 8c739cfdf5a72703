import { describe, expect, it } from 'vitest';
import { startStandIn } from '../discord/stand-in.ts';
import { temporaryFolder } from '../store/temporary.ts';
import { startProgram } from './bot-process.ts';

describe('SHARDS=auto npm start', () => {
  it('starts as many shards as Discord recommends, five seconds apart, and ends with status 0', async () => {
    const standIn = await startStandIn({ shards: 2 });
    const { gateway } = standIn;
    const { child, ended, output } = startProgram({
      DISCORD_TOKEN: standIn.token,
      DISCORD_API_URL: standIn.api,
      DATA_DIR: temporaryFolder(),
      SHARDS: 'auto',
    });
    const linesWith = (words: string) =>
      output()
        .split('\n')
        .filter((line) => line.includes(words));
    await expect
      .poll(() => linesWith('Connected to Discord').length, { timeout: 30_000, interval: 50 })
      .toBe(2);
    const [first = 0, second = 0] = linesWith('A shard was started.').map((line) => JSON.parse(line).time);
    expect(second - first).toBeGreaterThan(5000);
    expect(gateway.identifies.map(({ shard }) => shard)).toEqual([
      [0, 2],
      [1, 2],
    ]);
    child.kill('SIGTERM');
    expect((await ended).status, output()).toBe(0);
    await standIn.close();
  });
});
