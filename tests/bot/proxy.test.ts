import http from 'node:http';
import https from 'node:https';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { pino } from 'pino';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { commands } from '../../commands/index.ts';
import { connect } from '../../src/bot/client.ts';
import { main as deploy } from '../../src/bot/deploy.ts';
import { proxyFor } from '../../src/bot/proxy.ts';
import { register } from '../../src/bot/registration.ts';
import { shardCount } from '../../src/bot/shards.ts';
import { checkConfig } from '../../src/config.ts';
import { startProxy, type TestProxy } from '../discord/proxy.ts';
import { gatewayBot } from '../discord/routes-application.ts';
import { type StandIn, startStandIn, visibleText } from '../discord/stand-in.ts';
import { anyText, bridges } from '../fixtures.ts';
import { runHere } from '../programs.ts';
import { AT_ONCE } from './bot-world.ts';

/** Only a proxy can reach it: no such name exists. */
const API = 'http://discord.invalid/api';
const GATEWAY = 'ws://gateway.invalid/gateway';

describe('with a proxy', () => {
  let standIn: StandIn;
  let proxy: TestProxy;
  let log: string[];

  beforeEach(async () => {
    standIn = await startStandIn();
    onTestFinished(() => standIn.close());
    log = [];
    await useProxy();
  });
  async function useProxy(credentials?: string): Promise<void> {
    const started = await startProxy(Number(new URL(standIn.api).port), credentials);
    onTestFinished(() => started.close());
    proxy = started;
  }
  const logger = pino({ level: 'debug' }, { write: (line: string) => void log.push(line) });
  const environment = (more: Record<string, string> = {}) => ({
    DISCORD_TOKEN: standIn.token,
    DISCORD_API_URL: API,
    HTTP_PROXY: proxy.url,
    ...more,
  });
  /** Discord says where its gateway is: at a name that only the proxy can reach, too. */
  const hideGateway = () =>
    standIn.fault(({ path }) =>
      path === '/gateway/bot'
        ? {
            after: { status: 200, body: gatewayBot(GATEWAY, 3) },
          }
        : undefined,
    );
  const start = async (more: Record<string, string> = {}) => {
    const connection = { discord: { ws: AT_ONCE } };
    const bot = await connect(checkConfig(environment(more)), bridges(), logger, undefined, connection);
    onTestFinished(() => bot.stop());
    return bot;
  };
  const answered = async () => {
    const [guild, user] = [standIn.addGuild(), standIn.addUser({ name: 'Ada' })];
    const options = { question: '钢桥耐用吗?' };
    expect(visibleText(await standIn.invoke({ command: 'ask', options, user, guild }).reply())).toContain(
      'Jo Lee',
    );
  };
  const messages = () => log.map((line) => JSON.parse(line).msg);

  it('the bot connects, is told questions and answers them through it', async () => {
    hideGateway();
    await register(commands, checkConfig(environment()));
    await start();
    await answered();
    expect(new Set(proxy.targets)).toEqual(new Set(['discord.invalid:80', 'gateway.invalid:80']));
  });

  it('npm run deploy and the number of shards come through it', async () => {
    hideGateway();
    expect((await runHere(deploy, [], { env: environment() })).status).toBe(0);
    expect(standIn.commands()).toHaveLength(commands.length);
    expect(await shardCount(checkConfig(environment({ SHARDS: 'auto' })), logger)).toBe(3);
    expect(new Set(proxy.targets)).toEqual(new Set(['discord.invalid:80']));
  });

  it('that asks for a name and a password it gives them, and logs neither', async () => {
    await useProxy('ada:p@ss word');
    hideGateway();
    const { host } = proxy;
    await register(commands, checkConfig(environment({ HTTP_PROXY: `http://ada:p%40ss%20word@${host}` })));
    await start({ HTTP_PROXY: `http://ada:p%40ss%20word@${host}` });
    await answered();
    expect(log.join('')).not.toMatch(/p@ss|p%40ss/);
  });

  it.each([
    ['none', '', 'asks for a name and a password (407)'],
    ['wrong ones', 'ada:secretive@', 'does not accept the name and password in its address (407)'],
  ])('that asks for a name and a password says so if it gets %s', async (_name, given, words) => {
    await useProxy('ada:p@ss');
    const { host } = proxy;
    const said = await start({ HTTP_PROXY: `http://${given}${host}` }).catch(({ message }) =>
      String(message),
    );
    expect(said).toContain(`The proxy ${host} ${words}`);
    expect(said).not.toContain('secretive');
    const { status, stderr } = await runHere(deploy, [], {
      env: environment({ HTTP_PROXY: `http://${given}${host}` }),
    });
    expect(status).toBe(1);
    expect(stderr).toContain(`The proxy ${host} ${words}`);
    expect(stderr + log.join('')).not.toContain('secretive');
  });

  it('that refuses a connection is named with what it refuses', async () => {
    proxy.status = 403;
    await expect(start()).rejects.toThrow(
      `The proxy ${proxy.host} refuses a connection to discord.invalid:80 (403)`,
    );
  });

  it('that is not there is named, without its password', async () => {
    await proxy.close();
    const said = await start({ HTTP_PROXY: `http://ada:secretive@${proxy.host}` }).catch(({ message }) =>
      String(message),
    );
    expect(said).toContain(
      `The proxy ${proxy.host} cannot be reached (ECONNREFUSED). Check HTTPS_PROXY or HTTP_PROXY`,
    );
    expect(said).not.toContain('secretive');
  });

  it('that refuses the gateway alone is named too', async () => {
    hideGateway();
    standIn.fault(({ path }) => {
      if (path === '/gateway/bot') proxy.status = 403;
      return undefined;
    });
    await expect(start()).rejects.toThrow('refuses a connection to gateway.invalid:80 (403)');
  });

  it('that goes away for a while is named once, and the bot comes back', async () => {
    hideGateway();
    await register(commands, checkConfig(environment()));
    await start();
    proxy.status = 502;
    const before = proxy.targets.length;
    standIn.dropGateway({ resumable: false });
    await vi.waitFor(() => expect(proxy.targets.length).toBeGreaterThan(before + 2), { timeout: 20_000 });
    proxy.status = 200;
    await vi.waitFor(() => expect(messages()).toContainEqual(expect.stringMatching(/is back/)), {
      timeout: 20_000,
    });
    expect(
      messages().filter((line) => line.includes('gateway.invalid:80 (502)')),
      log.join(''),
    ).toHaveLength(1);
    await answered();
  });

  it('a host in NO_PROXY is reached without it', async () => {
    await start({ DISCORD_API_URL: standIn.api, NO_PROXY: 'example.com, 127.0.0.1' });
    expect(proxy.targets).toEqual([]);
  });

  it('the process sends its other requests as before, and everything once the bot has left', async () => {
    const before = [http.request, https.request];
    hideGateway();
    const bot = await start();
    await expect(fetch(`${standIn.api}/v10/gateway`)).resolves.toMatchObject({ status: 200 });
    await bot.stop();
    expect([http.request, https.request]).toEqual(before);
  });
});

describe('without a proxy', () => {
  it('nothing is replaced', async () => {
    const before = [http.request, https.request];
    const standIn = await startStandIn();
    const config = checkConfig({ DISCORD_TOKEN: standIn.token, DISCORD_API_URL: standIn.api });
    const bot = await connect(config, bridges(), pino({ level: 'silent' }));
    expect([http.request, https.request]).toEqual(before);
    expect(bot.client.options.rest?.agent ?? null).toBeNull();
    await bot.stop();
    await standIn.close();
  });
});

it('undici is the one that discord.js sends requests with', () => {
  const ours = createRequire(import.meta.url);
  const discord = createRequire(ours.resolve('discord.js'));
  const rest = createRequire(discord.resolve('@discordjs/rest'));
  expect(ours.resolve('undici')).toBe(rest.resolve('undici'));
});

describe('the proxy for an address', () => {
  const settings = (NO_PROXY?: string) => ({
    HTTPS_PROXY: new URL('http://secure.example:3128'),
    HTTP_PROXY: new URL('http://plain.example:3128'),
    NO_PROXY,
  });
  const hostFor = (address: string, exceptions?: string) =>
    proxyFor(new URL(address), settings(exceptions))?.hostname;

  it.each([
    ['https://discord.com/api', 'secure.example'],
    ['wss://gateway.discord.gg', 'secure.example'],
    ['http://127.0.0.1:80/api', 'plain.example'],
    ['ws://127.0.0.1/', 'plain.example'],
  ])('is that of its scheme: %s', (address, host) => {
    expect(hostFor(address)).toBe(host);
  });

  it('is none if only the other scheme has one', () => {
    const only = { HTTPS_PROXY: undefined, HTTP_PROXY: new URL('http://plain.example'), NO_PROXY: undefined };
    expect(proxyFor(new URL('https://discord.com'), only)).toBeUndefined();
  });

  it.each([
    ['https://discord.com', 'discord.com'],
    ['https://discord.com', 'DISCORD.com'],
    ['https://discord.com', '.discord.com'],
    ['https://discord.com', '*.com'],
    ['https://cdn.discord.com', 'discord.com'],
    ['https://discord.com.', 'discord.com'],
    ['https://discord.com', 'a.example,discord.com'],
    ['https://discord.com', 'a.example  discord.com'],
    ['https://discord.com', ' , discord.com:443'],
    ['https://discord.com', '*'],
    ['http://127.0.0.1:8080', '127.0.0.1'],
    ['http://127.0.0.1:8080', '127.0.0.1:8080'],
    ['http://10.1.2.3', '10.0.0.0/8'],
    ['http://[::1]:8080', '::1'],
    ['http://[::1]:8080', '[::1]:8080'],
    ['http://[fd00::7]', 'fd00::/8'],
  ])('is none for %s with NO_PROXY=%s', (address, exceptions) => {
    expect(hostFor(address, exceptions)).toBeUndefined();
  });

  it.each([
    ['https://notdiscord.com', 'discord.com'],
    ['https://discord.com', 'cdn.discord.com'],
    ['https://discord.com', 'discord.com:8443'],
    ['https://discord.com', ''],
    ['https://discord.com', '.'],
    ['https://discord.com', '10.0.0.0/8'],
    ['http://11.1.2.3', '10.0.0.0/8'],
    ['http://10.1.2.3', '10.0.0.0/99'],
    ['http://10.1.2.3', '2.3'],
  ])('is there for %s with NO_PROXY=%s', (address, exceptions) => {
    expect(hostFor(address, exceptions)).toBeDefined();
  });

  it('can be told whatever NO_PROXY says', () => {
    fc.assert(
      fc.property(anyText, (exceptions) => {
        expect(() => hostFor('https://discord.com', exceptions)).not.toThrow();
      }),
    );
  });
});
