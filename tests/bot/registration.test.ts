import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { register } from '../../src/bot/registration.ts';
import { explainDiscordError } from '../../src/bot/startup-error.ts';
import { checkConfig } from '../../src/config.ts';
import { type StandIn, startStandIn } from '../discord/stand-in.ts';

describe('registration of commands', () => {
  let standIn: StandIn;
  const names = commands.map(({ name }) => name);

  beforeEach(async () => {
    standIn = await startStandIn();
  });
  afterEach(() => standIn.close());

  const configFor = (extra: Record<string, string> = {}) =>
    checkConfig({ DISCORD_TOKEN: standIn.token, DISCORD_API_URL: standIn.api, ...extra });

  it('adds every command, with names and descriptions in three languages', async () => {
    const result = await register(commands, configFor());
    expect(result).toEqual({ added: names, changed: [], removed: [], unchanged: [] });
    const ask = JSON.stringify(standIn.commands().find(({ name }) => name === 'ask'));
    expect(ask).toContain('提问');
    expect(ask).toContain('講者');
  });

  it('changes nothing when repeated', async () => {
    await register(commands, configFor());
    const puts = () => standIn.requests.filter(({ method }) => method === 'PUT').length;
    const before = puts();
    expect(await register(commands, configFor())).toEqual({
      added: [],
      changed: [],
      removed: [],
      unchanged: names,
    });
    expect(puts()).toBe(before);
  });

  it('says what changed and what was removed', async () => {
    standIn.registerCommands([
      { name: 'ask', description: 'an older ask' },
      { name: 'gone', description: 'no longer ours' },
    ]);
    const result = await register(commands, configFor());
    expect(result.changed).toEqual(['ask']);
    expect(result.removed).toEqual(['gone']);
    expect(
      standIn
        .commands()
        .map(({ name }) => name)
        .sort(),
    ).toEqual([...names].sort());
  });

  it('registers in one server only, if the settings say so', async () => {
    const guild = standIn.addGuild();
    await register(commands, configFor({ DISCORD_GUILD_ID: guild.id }));
    expect(
      standIn
        .commands(guild)
        .map(({ name }) => name)
        .sort(),
    ).toEqual([...names].sort());
    expect(standIn.commands()).toEqual([]);
  });

  it('explains that the bot has no access to a server', async () => {
    const config = configFor({ DISCORD_GUILD_ID: '123456789012345678' });
    const error: unknown = await register(commands, config).catch((reason: unknown) => reason);
    const { message } = explainDiscordError(error, config);
    expect(message).toContain('DISCORD_GUILD_ID');
    expect(message).toContain('applications.commands');
  });

  it('explains that Discord does not accept a token', async () => {
    const config = configFor({ DISCORD_TOKEN: 'wrong' });
    const error: unknown = await register(commands, config).catch((reason: unknown) => reason);
    expect(explainDiscordError(error, config).message).toContain('DISCORD_TOKEN');
    expect(explainDiscordError(error, config).message).not.toContain('wrong');
  });
});
