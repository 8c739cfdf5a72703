import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readEnvFile } from '../../src/settings/env-file.ts';
import { misread } from '../../src/settings/misspelt.ts';
import { runBuilt } from '../programs.ts';
import { temporaryFolder } from '../store/temporary.ts';

const TEXT = 'LOG_LEVEL=debug\r\nCORPUS_DIR="研讨会"\r\n';
const VALUES = { LOG_LEVEL: 'debug', CORPUS_DIR: '研讨会' };

describe('a .env file', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a mark', Buffer.from(`\u{feff}${TEXT}`)],
    ['UTF-16', Buffer.from(TEXT, 'utf16le')],
    ['UTF-16 with a mark', Buffer.from(`\u{feff}${TEXT}`, 'utf16le')],
    ['UTF-16, big end first', Buffer.from(`\u{feff}${TEXT}`, 'utf16le').swap16()],
  ])('is read in %s', (_, bytes) => {
    const file = join(temporaryFolder(), '.env');
    writeFileSync(file, bytes);
    expect(readEnvFile(file)).toEqual({ values: VALUES, unread: [] });
  });

  it('need not be there', () => {
    expect(readEnvFile(join(temporaryFolder(), '.env'))).toEqual({ values: {}, unread: [] });
  });

  it('that cannot be read is a fault with a remedy', () => {
    const file = join(temporaryFolder(), '.env');
    mkdirSync(file);
    expect(readEnvFile(file)).toEqual({
      values: {},
      unread: [],
      fault: `${file} cannot be read (EISDIR), so what it sets has no effect. Make it a file that Rostrum may read, or remove it.`,
    });
  });

  it('names the key that was probably meant, where the token is missed', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, '.env'), 'DISCORD_TOKN=my-secret\n');
    const { status, stderr } = await runBuilt('dist/src/bot/deploy.js', [], { folder });
    expect(status).toBe(1);
    expect(stderr.split('\n').slice(0, 2)).toEqual([
      expect.stringMatching(/^DISCORD_TOKEN is not set/),
      expect.stringMatching(/^DISCORD_TOKN in \.env is not a setting; DISCORD_TOKEN is probably meant/),
    ]);
    expect(stderr).not.toContain('my-secret');
  });

  it.each([
    'DISCORD TOKEN=my-secret',
    'DISCORD_TOKEN my-secret',
    'DISCORD_TOKEN\uff1dmy-secret',
    'set DISCORD_TOKEN=my-secret',
    '$env:DISCORD_TOKEN="my-secret"',
  ])('names the key in a line that says nothing, without its value: %s', (line) => {
    const file = join(temporaryFolder(), '.env');
    writeFileSync(file, `# DATA_DIR is data\nLOG_LEVEL="two\nlines"\n${line}\n`);
    const { values, unread } = readEnvFile(file);
    expect(values).toEqual({ LOG_LEVEL: 'two\nlines' });
    expect(misread(unread, ['DATA_DIR', 'DISCORD_TOKEN'])).toEqual(['DISCORD_TOKEN']);
  });

  it('says so at the start', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, '.env'), 'set DISCORD_TOKEN=my-secret\n');
    const { status, stderr } = await runBuilt('dist/src/bot/deploy.js', [], { folder });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^A line of \.env cannot be read; DISCORD_TOKEN is probably meant/m);
    expect(stderr).not.toContain('my-secret');
  });

  it('names such a key to the other programs too, which go on', async () => {
    const env = { CORPUS_DIR: 'no-such-folder', LOGLEVEL: 'debug' };
    const { stdout, stderr } = await runBuilt('dist/src/cli/check.js', [], { env });
    expect(stdout).toBe('Problems: 1.\n');
    expect(stderr).toMatch(/^LOGLEVEL in the environment is not a setting; LOG_LEVEL is probably meant/);
  });
});
