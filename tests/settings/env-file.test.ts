import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readEnvFile } from '../../src/settings/env-file.ts';
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
    expect(readEnvFile(file)).toEqual({ values: VALUES });
  });

  it('need not be there', () => {
    expect(readEnvFile(join(temporaryFolder(), '.env'))).toEqual({ values: {} });
  });

  it('that cannot be read is a fault with a remedy', () => {
    const file = join(temporaryFolder(), '.env');
    mkdirSync(file);
    expect(readEnvFile(file)).toEqual({
      values: {},
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

  it('names such a key to the other programs too, which go on', async () => {
    const env = { CORPUS_DIR: 'no-such-folder', LOGLEVEL: 'debug' };
    const { stdout, stderr } = await runBuilt('dist/src/cli/check.js', [], { env });
    expect(stdout).toBe('Problems: 1.\n');
    expect(stderr).toMatch(/^LOGLEVEL in the environment is not a setting; LOG_LEVEL is probably meant/);
  });
});
