import { afterEach, describe, expect, it } from 'vitest';
import { closeAll, npmStart, SHELLS, standInForDiscord } from './npm-process.ts';

afterEach(closeAll);

describe.skipIf(process.platform === 'win32')('npm start', () => {
  it.each(SHELLS)('ends with the bot, in order, on a signal to npm alone: %s', async (_, shell) => {
    const standIn = await standInForDiscord();
    const { npm, ended, output } = await npmStart(standIn, shell());
    npm.kill('SIGTERM');
    await ended;
    expect(output()).toContain('leaving Discord');
    expect(standIn.gateway.sessions).toEqual([]);
  });

  it.each(SHELLS)('leaves no bot behind when npm is killed: %s', async (_, shell) => {
    const standIn = await standInForDiscord();
    const { npm, ended, output } = await npmStart(standIn, shell());
    npm.kill('SIGKILL');
    await ended;
    expect(output()).toContain('npm has ended; leaving Discord');
    expect(standIn.gateway.sessions).toEqual([]);
  });
});
