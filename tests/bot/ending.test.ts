import { closeSync, existsSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { register } from '../../src/bot/registration.ts';
import { checkConfig } from '../../src/config.ts';
import { EVERYTHING } from '../../src/core/digest/digest.ts';
import { digestsIn } from '../../src/store/digests.ts';
import { storeIn } from '../../src/store/store.ts';
import { type StandIn, visibleText } from '../discord/stand-in.ts';
import { temporaryFolder } from '../store/temporary.ts';
import { type RunningProgram, statusOf } from './bot-process.ts';
import { blackHole, closeAll, PATIENCE, silentGateway, standInForDiscord, started } from './ending-world.ts';

const MINUTE = 60_000;
/** Later than the time in which a second signal counts as the same one. */
const NEXT_SIGNAL_MS = 1300;

afterEach(closeAll);

/** The bot on a stand-in, with a digest that is due. */
async function botWithDigest(standIn: StandIn): Promise<RunningProgram> {
  const DATA_DIR = temporaryFolder();
  const store = storeIn(DATA_DIR);
  const guild = standIn.addGuild();
  const due = new Date(Date.now() - 2 * MINUTE);
  await digestsIn(store).add(
    {
      ...EVERYTHING,
      key: 'ending00',
      server: guild.id,
      channel: guild.channels[0]?.id ?? '',
      time: due.toISOString().slice(11, 16),
      zone: 'UTC',
      days: '1234567',
      language: 'en',
      since: new Date(Date.now() - 10 * MINUTE),
    },
    1,
  );
  store.close();
  return started({ DISCORD_TOKEN: standIn.token, DISCORD_API_URL: standIn.api, DATA_DIR });
}

const isPost = ({ method, path }: { method: string; path: string }) =>
  method === 'POST' && path.endsWith('/messages');

describe('a signal ends the bot with status 0', () => {
  it.each([
    ['it waits to hear the number of shards', blackHole, { SHARDS: 'auto' }, 'SIGINT'],
    ['the gateway never says hello', silentGateway, { SHARDS: '1' }, 'SIGINT'],
  ] as const)('while %s', async (_, discord, environment, signal) => {
    const { api, connections } = await discord();
    const bot = started({ DISCORD_TOKEN: 'any', DISCORD_API_URL: api, ...environment });
    await expect.poll(connections, PATIENCE).toBeGreaterThan(0);
    bot.child.kill(signal);
    expect(await statusOf(bot), bot.output()).toBe(0);
  });

  it('while Discord does not answer a post, after it has left in order', async () => {
    const standIn = await standInForDiscord();
    const hold = standIn.hold(isPost);
    const bot = await botWithDigest(standIn);
    await hold.arrived();
    await expect.poll(bot.output, PATIENCE).toContain('Connected to Discord');
    bot.child.kill('SIGTERM');
    expect(await statusOf(bot), bot.output()).toBe(0);
    expect(standIn.gateway.sessions).toEqual([]);
  });

  it('after the post in progress, if Discord takes it in time, when the terminal is closed', async () => {
    const standIn = await standInForDiscord();
    const hold = standIn.hold(isPost);
    const bot = await botWithDigest(standIn);
    await hold.arrived();
    await expect.poll(bot.output, PATIENCE).toContain('Connected to Discord');
    bot.child.kill('SIGHUP');
    await expect.poll(bot.output, PATIENCE).toContain('leaving Discord');
    hold.release();
    expect(await statusOf(bot), bot.output()).toBe(0);
    expect(bot.output()).toContain('A digest was posted.');
  });

  it('at once if a second one comes, though not if Ctrl-C comes twice', async () => {
    const standIn = await standInForDiscord();
    const hold = standIn.hold(isPost);
    const bot = await botWithDigest(standIn);
    await hold.arrived();
    await expect.poll(bot.output, PATIENCE).toContain('Connected to Discord');
    bot.child.kill('SIGINT');
    await expect.poll(bot.output, PATIENCE).toContain('leaving Discord');
    bot.child.kill('SIGINT');
    await sleep(NEXT_SIGNAL_MS);
    expect(bot.child.exitCode).toBeNull();
    bot.child.kill('SIGINT');
    expect(await statusOf(bot), bot.output()).toBe(0);
    // It had no time to say goodbye.
    expect(standIn.gateway.sessions).toHaveLength(1);
  });
});

describe('the bot goes on', () => {
  it.skipIf(!existsSync('/dev/full'))('though the log cannot be written', async () => {
    const standIn = await standInForDiscord();
    const environment = { DISCORD_TOKEN: standIn.token, DISCORD_API_URL: standIn.api };
    await register(commands, checkConfig(environment));
    const [guild, user] = [standIn.addGuild(), standIn.addUser({ name: 'Ada' })];
    const full = openSync('/dev/full', 'w');
    const bot = started({ ...environment, LOG_LEVEL: 'debug', LOGLEVEL: 'info' }, undefined, full);
    closeSync(full);
    await standIn.until(() => (standIn.gateway.sessions.length > 0 ? true : undefined), 'the bot to connect');
    const reply = await standIn
      .invoke({ command: 'ask', options: { question: '钢桥耐用吗?' }, user, guild })
      .reply();
    expect(visibleText(reply)).toContain('Jo Lee');
    bot.child.kill('SIGTERM');
    expect(await statusOf(bot)).toBe(0);
  });

  it('though nothing can be stored, and says so', async () => {
    const standIn = await standInForDiscord();
    const file = join(temporaryFolder(), 'data');
    writeFileSync(file, '');
    const bot = started({ DISCORD_TOKEN: standIn.token, DISCORD_API_URL: standIn.api, DATA_DIR: file });
    await expect.poll(bot.output, PATIENCE).toContain('Connected to Discord');
    const [first = ''] = bot.output().split('\n');
    expect(JSON.parse(first)).toMatchObject({
      level: 40,
      msg: expect.stringMatching(/^Nothing can be stored in .*data is a file\).*Set DATA_DIR/),
    });
  });
});

describe('without a token', () => {
  it('a service ends with status 1 and says why', async () => {
    const bot = started({ NODE_ENV: 'production', DISCORD_TOKN: 'my-secret' });
    expect(await statusOf(bot)).toBe(1);
    expect(bot.output().split('\n').slice(0, 2)).toEqual([
      expect.stringMatching(/^DISCORD_TOKEN is not set/),
      expect.stringMatching(
        /^DISCORD_TOKN in the environment is not a setting; DISCORD_TOKEN is probably meant/,
      ),
    ]);
    expect(bot.output()).not.toContain('my-secret');
  });
});
