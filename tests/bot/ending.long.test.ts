import { afterEach, describe, expect, it } from 'vitest';
import { statusOf } from './bot-process.ts';
import { blackHole, closeAll, PATIENCE, silentGateway, standInForDiscord, started } from './ending-world.ts';

// More of what ending.test.ts has one of each kind of.

/** Two shards without the pause of `npm start`. */
const TWO_SHARDS = 'dist/tests/bot/shard-manager.js';

afterEach(closeAll);

describe('a signal ends the bot with status 0', () => {
  it('while Discord takes connections and never answers', async () => {
    const { api, connections } = await blackHole();
    const bot = started({ DISCORD_TOKEN: 'any', DISCORD_API_URL: api });
    await expect.poll(connections, PATIENCE).toBeGreaterThan(0);
    bot.child.kill('SIGTERM');
    expect(await statusOf(bot), bot.output()).toBe(0);
  });

  it('with all its shards, while the gateway never says hello', async () => {
    const { api, connections } = await silentGateway();
    const bot = started({ DISCORD_TOKEN: 'any', DISCORD_API_URL: api }, TWO_SHARDS);
    await expect.poll(connections, PATIENCE).toBe(2);
    bot.child.kill('SIGTERM');
    // The streams are closed when the last of the processes has ended.
    expect(await statusOf(bot), bot.output()).toBe(0);
  });

  it('after the connection was lost and cannot be made again', async () => {
    const standIn = await standInForDiscord();
    const bot = started({ DISCORD_TOKEN: standIn.token, DISCORD_API_URL: standIn.api });
    await expect.poll(bot.output, PATIENCE).toContain('Connected to Discord');
    standIn.gateway.isOpen = false;
    standIn.dropGateway({ resumable: false });
    await standIn.until(() => (standIn.gateway.refusals > 1 ? true : undefined), 'attempts to connect');
    bot.child.kill('SIGTERM');
    expect(await statusOf(bot), bot.output()).toBe(0);
  });
});

describe('the bot goes on', () => {
  it('though nobody reads its log any more', async () => {
    const standIn = await standInForDiscord();
    const bot = started({ DISCORD_TOKEN: standIn.token, DISCORD_API_URL: standIn.api, LOG_LEVEL: 'debug' });
    bot.child.stderr?.destroy();
    await standIn.until(() => (standIn.gateway.sessions.length > 0 ? true : undefined), 'the bot to connect');
    standIn.dropGateway({ resumable: true });
    await standIn.until(() => (standIn.gateway.resumes > 0 ? true : undefined), 'the bot to come back');
    bot.child.kill('SIGTERM');
    expect(await statusOf(bot)).toBe(0);
  });
});
