import { once } from 'node:events';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { closeAll, npmStart, packageFolder, standInForDiscord, waitingShell } from './npm-process.ts';

// npm-start.long.test.ts has these with every kind of shell.

const BUILDING = 'Building.';

afterEach(closeAll);

/** A package folder whose build takes until it is told to finish. */
function folderThatBuilds(): { folder: string; finish: () => void } {
  const folder = packageFolder();
  const going = join(folder, 'going');
  writeFileSync(going, '');
  rmSync(join(folder, 'src'));
  mkdirSync(join(folder, 'src/tools'), { recursive: true });
  for (const name of ['start.js', 'started-by.js', 'node-version.js'])
    cpSync(join('src', name), join(folder, 'src', name));
  writeFileSync(
    join(folder, 'src/tools/build.js'),
    `import { existsSync } from 'node:fs';
    console.log('${BUILDING}');
    const look = setInterval(() => existsSync('going') || clearInterval(look), 10);`,
  );
  return { folder, finish: () => rmSync(going) };
}

describe.skipIf(process.platform === 'win32')('npm start', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'ends with the bot, in order, on %s to npm alone',
    async (signal) => {
      const standIn = await standInForDiscord();
      const { npm, ended, output } = await npmStart(standIn, '/bin/sh');
      npm.kill(signal);
      await ended;
      expect(output()).toContain('leaving Discord');
      expect(standIn.gateway.sessions).toEqual([]);
    },
  );

  it('leaves no bot behind when npm is killed', async () => {
    const standIn = await standInForDiscord();
    const { npm, ended, output } = await npmStart(standIn, waitingShell());
    npm.kill('SIGKILL');
    await ended;
    expect(output()).toContain('npm has ended; leaving Discord');
    expect(standIn.gateway.sessions).toEqual([]);
  });

  it('starts no bot when npm ends during the build', async () => {
    const standIn = await standInForDiscord();
    const { folder, finish } = folderThatBuilds();
    const { npm, ended, output } = await npmStart(standIn, waitingShell(), { folder, until: BUILDING });
    npm.kill('SIGTERM');
    await once(npm, 'exit');
    finish();
    await expect.poll(output, { timeout: 20_000, interval: 20 }).toContain('npm has ended');
    await ended;
    expect(standIn.gateway.sessions).toEqual([]);
  });
});
