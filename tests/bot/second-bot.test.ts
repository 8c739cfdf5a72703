import { hostname } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { watchForAnother } from '../../src/bot/second-bot.ts';
import { lockIn } from '../../src/store/lock.ts';
import { type StandIn, startStandIn } from '../discord/stand-in.ts';
import { PATIENCE } from '../patience.ts';
import { temporaryFolder } from '../store/temporary.ts';
import { type RunningProgram, startProgram } from './bot-process.ts';

const WARNING = 'Another bot runs with this DATA_DIR';

describe('a bot that is started', () => {
  let standIn: StandIn;
  const running: RunningProgram[] = [];

  beforeEach(async () => {
    standIn = await startStandIn();
  });
  afterEach(async () => {
    for (const { child, ended } of running.splice(0)) {
      child.kill('SIGKILL');
      await ended;
    }
    await standIn.close();
  });

  async function start(folder: string): Promise<RunningProgram> {
    const environment = { DISCORD_TOKEN: standIn.token, DISCORD_API_URL: standIn.api, DATA_DIR: folder };
    const bot = startProgram(environment);
    running.push(bot);
    await expect.poll(bot.output, PATIENCE).toContain('Connected to Discord');
    return bot;
  }
  /** The whole log of a bot that is asked to leave. */
  async function logOf(bot: RunningProgram): Promise<string> {
    bot.child.kill('SIGTERM');
    const { status, output } = await bot.ended;
    expect(status).toBe(0);
    return output;
  }

  it('a second time says so, and names the first; alone again or after a crash it says nothing', async () => {
    const folder = join(temporaryFolder(), 'data');
    const first = await start(folder);
    const second = await start(folder);
    await expect.poll(second.output, PATIENCE).toContain(WARNING);
    expect(second.output()).toContain(`process ${first.child.pid} on the host ${hostname()}, since 2`);
    expect(second.output()).toContain('stop one of them');
    await logOf(second);
    first.child.kill('SIGKILL');
    expect((await first.ended).output).not.toContain(WARNING);
    const third = await start(folder);
    expect(await logOf(third)).not.toContain(WARNING);
  });
});

describe('the lock', () => {
  const now = () => new Date(Date.UTC(2026, 2, 9));

  it('passes to the second bot when the first ends, and that one says so', async () => {
    const folder = temporaryFolder();
    const first = lockIn(folder);
    expect(await first.take(now())).toBe('taken');
    const lines: string[] = [];
    const log = pino({}, { write: (line: string) => void lines.push(line) });
    const second = lockIn(folder);
    const end = await watchForAnother(second, { now, log, againMs: 1 });
    expect(lines).toEqual([expect.stringContaining('since 2026-03-09T00:00:00.000Z')]);
    first.release();
    await expect.poll(() => lines.at(-1), { interval: 5 }).toContain('has ended');
    expect(await lockIn(folder).take(now())).toMatchObject({ process: process.pid });
    end();
    const third = lockIn(folder);
    expect(await third.take(now())).toBe('taken');
    third.release();
    expect(lines).toHaveLength(2);
  });

  it('stops no bot whose folder cannot be made', async () => {
    const lines: string[] = [];
    const log = pino({}, { write: (line: string) => void lines.push(line) });
    const end = await watchForAnother(lockIn('package.json'), { now, log });
    end();
    expect(lines).toEqual([]);
  });
});
