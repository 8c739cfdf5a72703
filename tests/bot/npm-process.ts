import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect } from 'vitest';
import { corpusFolder, WITH_LONG_ANSWER } from '../corpus-folder.ts';
import { type StandIn, startStandIn } from '../discord/stand-in.ts';
import { temporaryFolder } from '../store/temporary.ts';

const closing: (() => Promise<unknown>)[] = [];

/** Ends everything that a test has started here; for `afterEach`. */
export async function closeAll(): Promise<void> {
  for (const close of closing.splice(0)) await close();
}

/** A stand-in for Discord. */
export async function standInForDiscord(): Promise<StandIn> {
  const standIn = await startStandIn();
  closing.push(() => standIn.close());
  return standIn;
}

/** A folder with our package.json, in which the build, which the other tests use, is left as it is. */
export function packageFolder(): string {
  const folder = temporaryFolder();
  const own = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const scripts = { ...own.scripts, build: 'node --version', prebuild: '' };
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...own, scripts }));
  for (const name of ['src', 'dist']) symlinkSync(resolve(name), join(folder, name));
  return folder;
}

/** A shell that waits for another one, as some do even for a single command. */
export function waitingShell(): string {
  const file = join(temporaryFolder(), 'busybox');
  writeFileSync(file, '#!/bin/sh\n/bin/sh "$@"\nexit $?\n');
  chmodSync(file, 0o755);
  return file;
}

const has = ['/bin/sh', '/bin/bash'].filter((shell) => existsSync(shell));
/** The shells by which npm may run a script, each with what makes its file. */
export const SHELLS: [string, () => string][] = [
  ...has.map((shell): [string, () => string] => [shell, () => shell]),
  ['a shell that waits', waitingShell],
];

/** Starts `npm start` with the real npm; resolves when the bot has written something, by default that it is connected. */
export async function npmStart(
  standIn: StandIn,
  shell: string,
  { folder = packageFolder(), until = 'Connected to Discord' } = {},
) {
  const npm = spawn('npm', ['start'], {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      npm_config_script_shell: shell,
      npm_config_update_notifier: 'false',
      DISCORD_TOKEN: standIn.token,
      DISCORD_API_URL: standIn.api,
      DATA_DIR: temporaryFolder(),
      CORPUS_DIR: corpusFolder(WITH_LONG_ANSWER).folder,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of their own, so that a test that fails leaves nothing behind.
    detached: true,
  });
  closing.push(async () => {
    try {
      if (npm.pid !== undefined) process.kill(-npm.pid, 'SIGKILL');
    } catch {
      // All of them have ended, as they should.
    }
  });
  let output = '';
  for (const stream of [npm.stdout, npm.stderr])
    stream.on('data', (chunk) => {
      output += chunk;
    });
  // The streams are closed when the bot has ended too.
  const ended = once(npm, 'close');
  await expect.poll(() => output, { timeout: 60_000, interval: 20 }).toContain(until);
  return { npm, ended, output: () => output };
}
