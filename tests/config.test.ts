import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ConfigError, checkConfig, DICTIONARY_FILE, readConfig, readVersion } from '../src/config.ts';
import { temporaryFolder } from './store/temporary.ts';
import { ownSettings } from './surroundings.ts';

const TOKEN = 'MTIzNDU2.not-a.real-token';

function faultsOf(environment: Record<string, string>): string[] {
  try {
    checkConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split('\n');
    throw error;
  }
  return [];
}

const DEFAULTS = {
  CORPUS_DIR: 'corpus',
  DATA_DIR: 'data',
  DIGEST_CATCH_UP: 6 * 60 * 60 * 1000,
  LOG_LEVEL: 'info',
  MENTIONS: 'on',
  DISCORD_API_URL: 'https://discord.com/api',
  SHARDS: 1,
};

describe('checkConfig', () => {
  it('needs nothing', () => {
    expect(checkConfig({})).toEqual(DEFAULTS);
  });

  it('treats a variable set to nothing as unset', () => {
    const names = [...Object.keys(DEFAULTS), 'DISCORD_TOKEN', 'DISCORD_APPLICATION_ID', 'DISCORD_GUILD_ID'];
    expect(checkConfig(Object.fromEntries(names.map((name) => [name, ''])))).toEqual(DEFAULTS);
  });

  it('reads every setting', () => {
    const settings = {
      CORPUS_DIR: 'elsewhere',
      DATA_DIR: '/var/lib/rostrum',
      LOG_LEVEL: 'debug',
      MENTIONS: 'off',
      DISCORD_TOKEN: TOKEN,
      DISCORD_APPLICATION_ID: '12345678901234567',
      DISCORD_GUILD_ID: '12345678901234567890',
      DISCORD_API_URL: 'http://127.0.0.1:8080/api',
    };
    expect(checkConfig(settings)).toMatchObject(settings);
  });

  it.each([
    ['6h', 360],
    ['6', 360],
    ['90m', 90],
    ['90 min', 90],
    [' 2H ', 120],
    ['1m', 1],
    ['24h', 1440],
    ['1440m', 1440],
  ])('reads the time for catching up: %s', (written, minutes) => {
    expect(checkConfig({ DIGEST_CATCH_UP: written }).DIGEST_CATCH_UP).toBe(minutes * 60 * 1000);
  });

  it('says what MENTIONS can be', () => {
    expect(faultsOf({ MENTIONS: 'never' })).toEqual([
      expect.stringMatching(/^MENTIONS must be on or off, not "never"\. /),
    ]);
  });

  it.each([
    ['2', 2],
    ['9999', 9999],
    ['auto', 'auto'],
  ])('reads the number of shards: %s', (written, shards) => {
    expect(checkConfig({ SHARDS: written }).SHARDS).toBe(shards);
  });

  it.each(['0', '-1', '1.5', '10000', 'two', 'AUTO'])(
    'does not accept %s as a number of shards',
    (written) => {
      expect(faultsOf({ SHARDS: written })).toEqual([
        expect.stringMatching(/^SHARDS must be a number of processes from 1, or auto, not "/),
      ]);
    },
  );

  it.each([
    'https://discord.com/api',
    'https://discord.com/api/',
    'https://discord.com/api//',
    'https://discord.com/api/v10',
    ' https://discord.com/api/v10/ ',
    '"https://discord.com/api/v9"',
  ])('reads the address of the interface without its version: %j', (written) => {
    expect(checkConfig({ DISCORD_API_URL: written }).DISCORD_API_URL).toBe('https://discord.com/api');
  });

  it('reads values that were copied with what is around them', () => {
    expect(
      checkConfig({
        DISCORD_TOKEN: `"Bot ${TOKEN}"\r`,
        DISCORD_GUILD_ID: ' \u{200b}12345678901234567 ',
        DATA_DIR: "'/data' ",
        LOG_LEVEL: 'debug\r',
        SHARDS: ' 2',
      }),
    ).toMatchObject({
      DISCORD_TOKEN: TOKEN,
      DISCORD_GUILD_ID: '12345678901234567',
      DATA_DIR: '/data',
      LOG_LEVEL: 'debug',
      SHARDS: 2,
    });
  });

  it('ignores what is not one of its settings', () => {
    expect(checkConfig({ PATH: '/bin' })).toEqual(DEFAULTS);
  });

  it.each([
    ['an unknown level', { LOG_LEVEL: 'loud' }, /^LOG_LEVEL must be error, warn, info or debug, not "loud"/],
    [
      'a duration in words',
      { DIGEST_CATCH_UP: 'soon' },
      /^DIGEST_CATCH_UP must be a duration such as 6h or 90m, not "soon"/,
    ],
    ['a duration in days', { DIGEST_CATCH_UP: '1d' }, /^DIGEST_CATCH_UP must be a duration/],
    ['half an hour as a fraction', { DIGEST_CATCH_UP: '0.5h' }, /^DIGEST_CATCH_UP must be a duration/],
    ['a negative duration', { DIGEST_CATCH_UP: '-1h' }, /^DIGEST_CATCH_UP must be a duration/],
    ['no time at all', { DIGEST_CATCH_UP: '0' }, /^DIGEST_CATCH_UP must be 1m to 24h, not "0"/],
    ['more than a day', { DIGEST_CATCH_UP: '25h' }, /^DIGEST_CATCH_UP must be 1m to 24h/],
    ['a level in capitals', { LOG_LEVEL: 'INFO' }, /^LOG_LEVEL must be/],
    [
      'an id of 16 digits',
      { DISCORD_GUILD_ID: '1234567890123456' },
      /^DISCORD_GUILD_ID must be a Discord id/,
    ],
    ['an id of 21 digits', { DISCORD_GUILD_ID: '1'.repeat(21) }, /^DISCORD_GUILD_ID must be a Discord id/],
    ['an id in words', { DISCORD_APPLICATION_ID: 'Rostrum' }, /^DISCORD_APPLICATION_ID must be a Discord id/],
    [
      'an address without a protocol',
      { DISCORD_API_URL: 'discord' },
      /^DISCORD_API_URL must be an http or https address/,
    ],
    [
      'an address with a query',
      { DISCORD_API_URL: 'https://x.org/api?a=b' },
      /^DISCORD_API_URL must be an address without/,
    ],
    [
      'an address with a place in it',
      { DISCORD_API_URL: 'https://x.org/api#a' },
      /^DISCORD_API_URL must be an address without/,
    ],
    ['an address of a file', { DISCORD_API_URL: 'file:///etc/passwd' }, /^DISCORD_API_URL must be an http/],
    [
      'a token with a space',
      { DISCORD_TOKEN: 'my secret' },
      /^DISCORD_TOKEN must be a bot token: .*without spaces/,
    ],
  ])('reports %s, with the value and a remedy', (_, environment, fault) => {
    const faults = faultsOf(environment);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(fault);
    expect(faults[0]).toContain('Change it in the environment or in .env');
  });

  it('reports every fault at once, one per line', () => {
    const faults = faultsOf({
      LOG_LEVEL: 'loud',
      DISCORD_TOKEN: 'my secret',
      DISCORD_GUILD_ID: '1',
      DISCORD_APPLICATION_ID: '2',
      DISCORD_API_URL: 'x',
    });
    expect(faults.map((fault) => fault.split(' ')[0]).sort()).toEqual([
      'DISCORD_API_URL',
      'DISCORD_APPLICATION_ID',
      'DISCORD_GUILD_ID',
      'DISCORD_TOKEN',
      'LOG_LEVEL',
    ]);
  });

  it.each([
    ['of itself', { DISCORD_TOKEN: `The token ${TOKEN}` }],
    ['of something else', { DISCORD_TOKEN: TOKEN, LOG_LEVEL: 'loud', DISCORD_API_URL: 'x' }],
  ])('never shows the token in a fault %s', (_, environment) => {
    const message = faultsOf(environment).join('\n');
    expect(message).not.toBe('');
    expect(message).not.toContain(TOKEN);
  });

  describe('of proxies', () => {
    const proxies = (environment: Record<string, string>) => {
      const { HTTPS_PROXY, HTTP_PROXY, NO_PROXY } = checkConfig({ DISCORD_TOKEN: TOKEN, ...environment });
      return [HTTPS_PROXY?.href, HTTP_PROXY?.href, NO_PROXY];
    };

    it('reads them as curl does: small letters first, and http without a scheme', () => {
      const environment = {
        HTTPS_PROXY: 'http://large.example',
        https_proxy: 'proxy.example:3128',
        http_proxy: '',
        HTTP_PROXY: ' https://ada:p%40ss@proxy.example:8443 ',
        no_proxy: 'localhost',
      };
      expect(proxies(environment)).toEqual([
        'http://proxy.example:3128/',
        'https://ada:p%40ss@proxy.example:8443/',
        'localhost',
      ]);
    });

    it('takes none of them for misspelt in small letters', () => {
      const warnings: string[] = [];
      const environment = {
        ...ownSettings(),
        DISCORD_TOKEN: TOKEN,
        https_proxy: 'proxy.example:3128',
        http_proxy: 'proxy.example:3128',
        no_proxy: 'localhost',
        discord_guild_id: '1',
      };
      readConfig(environment, (line) => warnings.push(line));
      expect(warnings.filter((line) => line.includes(' in the environment '))).toEqual([
        expect.stringMatching(/^discord_guild_id .* DISCORD_GUILD_ID is probably meant/),
      ]);
    });

    it.each([
      'socks5://proxy.example:1080',
      'http://',
      'two words',
      'http://ada:p#secretive@proxy',
      'proxy:port',
    ])('says in words what cannot be used, without its password: %s', (address) => {
      const faults = faultsOf({ DISCORD_TOKEN: TOKEN, https_proxy: address, HTTP_PROXY: address });
      expect(faults).toEqual([
        expect.stringMatching(/^https_proxy must be the address of an http or https proxy/),
        expect.stringMatching(/^HTTP_PROXY must be the address of an http or https proxy/),
      ]);
      expect(faults.join('')).not.toContain('secretive');
    });

    it('leaves a proxy that only others can use to them if there is no bot', () => {
      expect(faultsOf({ HTTPS_PROXY: 'socks5://proxy.example:1080' })).toEqual([]);
    });
  });
});

describe('what is beside the code', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

  it('is found from the source', () => {
    expect(readVersion()).toBe(version);
    expect(statSync(DICTIONARY_FILE).isFile()).toBe(true);
  });

  it('is found from the compiled code, in any working folder', () => {
    const file = pathToFileURL('dist/src/config.js').href;
    const show = `import(${JSON.stringify(file)}).then((all) => console.log(all.readVersion(), all.DICTIONARY_FILE))`;
    const { stdout } = spawnSync(process.execPath, ['-e', show], {
      cwd: temporaryFolder(),
      encoding: 'utf8',
    });
    expect(stdout).toBe(`${version} ${resolve('dist/dictionary.tsv')}\n`);
  });
});
