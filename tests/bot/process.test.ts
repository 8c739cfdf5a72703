import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { register } from '../../src/bot/registration.ts';
import { checkConfig } from '../../src/config.ts';
import { corpusFolder } from '../corpus-folder.ts';
import { closeCodes } from '../discord/gateway.ts';
import { type StandIn, startStandIn, visibleText } from '../discord/stand-in.ts';
import { changed, SOURCE, TRANSCRIPT } from '../fixtures.ts';
import { PATIENCE } from '../patience.ts';
import { startProgram } from './bot-process.ts';

describe('the bot as a process', () => {
  let standIn: StandIn;

  beforeEach(async () => {
    standIn = await startStandIn();
  });
  afterEach(() => standIn.close());

  it.each(['SIGINT', 'SIGTERM'] as const)('answers, and leaves on %s with status 0', async (signal) => {
    const environment = { DISCORD_TOKEN: standIn.token, DISCORD_API_URL: standIn.api };
    await register(commands, checkConfig(environment));
    const guild = standIn.addGuild();
    const user = standIn.addUser({ name: 'Ada' });
    const bot = startProgram(environment);
    await standIn.connected();
    const reply = await standIn
      .invoke({ command: 'ask', options: { question: '钢桥耐用吗?' }, user, guild })
      .reply();
    expect(visibleText(reply)).toContain('Jo Lee');
    bot.child.kill(signal);
    const { status, output } = await bot.ended;
    expect(status).toBe(0);
    expect(output).not.toContain(standIn.token);
    expect(output).not.toContain('钢桥');
  });

  it('ends with status 1 and says why when Discord closes the connection for good', async () => {
    const bot = startProgram({ DISCORD_TOKEN: standIn.token, DISCORD_API_URL: standIn.api });
    await expect.poll(bot.output, PATIENCE).toContain('Connected to Discord');
    standIn.gateway.closeForGood(closeCodes.authenticationFailed);
    const { status, output } = await bot.ended;
    expect(status).toBe(1);
    expect(output.trim().split('\n').at(-1)).toContain('Discord does not accept DISCORD_TOKEN');
  });

  it('ends with status 1 and says why when Discord refuses it as it identifies', async () => {
    standIn.gateway.refusesWith = closeCodes.shardingRequired;
    const { status, output } = await startProgram({
      DISCORD_TOKEN: standIn.token,
      DISCORD_API_URL: standIn.api,
    }).ended;
    expect(status).toBe(1);
    expect(output.trim().split('\n').at(-1)).toMatch(/^Sharding is required.*Set SHARDS=auto/);
    expect(output).not.toContain('[object Object]');
  });

  it('goes on after an event that cannot be read', async () => {
    const environment = { DISCORD_TOKEN: standIn.token, DISCORD_API_URL: standIn.api };
    await register(commands, checkConfig(environment));
    const [guild, user] = [standIn.addGuild(), standIn.addUser({ name: 'Ada' })];
    const bot = startProgram(environment);
    await expect.poll(bot.output, PATIENCE).toContain('Connected to Discord');
    standIn.gateway.dispatch('INTERACTION_CREATE', { id: '1'.repeat(18), type: 2, data: null }, guild.id);
    standIn.gateway.sendText('{"op":9,"d":null}');
    await expect.poll(bot.output, PATIENCE).toContain('could not be read');
    const options = { question: '钢桥耐用吗?' };
    expect(visibleText(await standIn.invoke({ command: 'ask', options, user, guild }).reply())).toContain(
      'Jo Lee',
    );
    bot.child.kill('SIGTERM');
    expect((await bot.ended).status).toBe(0);
  });

  it('answers from a corpus that changes while it runs', async () => {
    const { folder, write } = corpusFolder();
    const environment = { DISCORD_TOKEN: standIn.token, DISCORD_API_URL: standIn.api, CORPUS_DIR: folder };
    await register(commands, checkConfig(environment));
    const [guild, user] = [standIn.addGuild(), standIn.addUser({ name: 'Ada' })];
    const bot = startProgram(environment);
    await standIn.connected();
    write({
      'bridges/transcript.md': changed(TRANSCRIPT, '木桥便宜。', '木桥不便宜。'),
      'bridges/source.txt': changed(SOURCE, '木桥便宜。', '木桥不便宜。'),
    });
    await expect.poll(bot.output, PATIENCE).toContain('The corpus was read again');
    write({ 'bridges/transcript.md': '' });
    await expect.poll(bot.output, PATIENCE).toContain('bridges/transcript.md:1: ');
    const reply = await standIn
      .invoke({ command: 'ask', options: { question: '木桥便宜吗?' }, user, guild })
      .reply();
    expect(visibleText(reply)).toContain('木桥不便宜。');
    bot.child.kill('SIGTERM');
    expect((await bot.ended).status).toBe(0);
  });

  it.each(['dist/src/main.js', 'dist/src/bot/deploy.js'])(
    'says in one line that the token is wrong: %s',
    async (program) => {
      const { status, output } = await startProgram(
        { DISCORD_TOKEN: 'wrong', DISCORD_API_URL: standIn.api },
        program,
      ).ended;
      expect(status).toBe(1);
      expect(output.trim().split('\n')).toHaveLength(1);
      expect(output).toContain('Discord does not accept DISCORD_TOKEN');
    },
  );

  it('says in one line that Discord is out of reach', async () => {
    const nowhere = standIn.api;
    await standIn.close();
    const { status, output } = await startProgram({ DISCORD_TOKEN: 'any', DISCORD_API_URL: nowhere }).ended;
    expect(status).toBe(1);
    expect(output.trim().split('\n')).toHaveLength(1);
    expect(output).toContain(`cannot be reached at ${nowhere}`);
  });

  it('reports every faulty setting at once and stops', async () => {
    const { status, output } = await startProgram({
      DISCORD_TOKEN: 'my secret',
      DISCORD_GUILD_ID: '5',
      LOG_LEVEL: 'loud',
    }).ended;
    expect(status).toBe(1);
    for (const key of ['DISCORD_TOKEN', 'DISCORD_GUILD_ID', 'LOG_LEVEL']) expect(output).toContain(key);
    expect(output).not.toContain('my secret');
  });
});
