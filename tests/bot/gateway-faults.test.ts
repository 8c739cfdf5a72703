import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { connect } from '../../src/bot/client.ts';
import { checkConfig } from '../../src/config.ts';
import { closeCodes } from '../discord/gateway.ts';
import { type Guild, startStandIn, type User, visibleText } from '../discord/stand-in.ts';
import { bridges } from '../fixtures.ts';
import { AT_ONCE, type BotWorld, startBotWorld } from './bot-world.ts';

const REMEDIES = [
  [closeCodes.authenticationFailed, 'Copy the token again'],
  [closeCodes.invalidShard, 'SHARDS=auto'],
  [
    closeCodes.shardingRequired,
    'Sharding is required: the bot is in too many servers for so few connections. Set SHARDS=auto',
  ],
  [closeCodes.invalidVersion, 'Update Rostrum'],
  [closeCodes.invalidIntents, 'Update Rostrum'],
  [closeCodes.disallowedIntents, 'needs no privileged intents'],
] as const;

describe('a gateway that', () => {
  let world: BotWorld;
  let guild: Guild;
  let user: User;
  const unhandled: unknown[] = [];
  const collect = (reason: unknown) => void unhandled.push(reason);

  beforeEach(async () => {
    unhandled.length = 0;
    process.on('unhandledRejection', collect);
    process.on('uncaughtException', collect);
    world = await startBotWorld({ connection: { discord: { ws: AT_ONCE } }, context: bridges() });
    guild = world.standIn.addGuild();
    user = world.standIn.addUser({ name: 'Ada' });
  });
  afterEach(async () => {
    await world.close();
    process.off('unhandledRejection', collect);
    process.off('uncaughtException', collect);
  });

  const answered = async () => {
    const question = { command: 'ask', options: { question: '钢桥耐用吗?' }, user, guild };
    expect(visibleText(await world.standIn.invoke(question).reply())).toContain('Jo Lee');
  };
  const logged = (words: string) =>
    vi.waitFor(() => expect(world.log.join('')).toContain(words), { timeout: 20_000, interval: 10 });

  describe('closes for good', () => {
    it.each(REMEDIES)('after the bot was ready ends the bot with the remedy: %i', async (code, remedy) => {
      world.standIn.gateway.closeForGood(code);
      expect((await world.bot.lost).message).toContain(remedy);
    });

    it.each(REMEDIES)('when the bot identifies ends the bot with the remedy: %i', async (code, remedy) => {
      const standIn = await startStandIn();
      onTestFinished(() => standIn.close());
      standIn.gateway.refusesWith = code;
      const config = checkConfig({ DISCORD_TOKEN: standIn.token, DISCORD_API_URL: standIn.api });
      const connecting = connect(config, world.context, pino({ level: 'silent' }));
      await expect(connecting).rejects.toThrow(remedy);
      expect(unhandled).toEqual([]);
    });
  });

  it.each([1006, 4000, 4001, 4002, 4003, 4005, 4007, 4008, 4009])(
    'closes with %i is connected to again',
    async (code) => {
      if (code === 1006) world.standIn.dropGateway({ resumable: true });
      else world.standIn.gateway.closeWith(code);
      await logged('The connection to Discord is back');
      await answered();
    },
  );

  it('turns connections away for a while is connected to once after that', async () => {
    const { gateway } = world.standIn;
    gateway.isOpen = false;
    world.standIn.dropGateway({ resumable: false });
    await world.standIn.until(() => (gateway.refusals > 3 ? true : undefined), 'some attempts');
    gateway.isOpen = true;
    await logged('The connection to Discord is back');
    expect(gateway.sessions).toHaveLength(1);
    expect(gateway.identifies).toHaveLength(2);
    await answered();
    expect(unhandled).toEqual([]);
  });

  it('turns connections away at the start is waited for', async () => {
    const standIn = await startStandIn();
    onTestFinished(() => standIn.close());
    standIn.gateway.isOpen = false;
    const config = checkConfig({ DISCORD_TOKEN: standIn.token, DISCORD_API_URL: standIn.api });
    const connecting = connect(config, world.context, pino({ level: 'silent' }));
    await standIn.until(() => (standIn.gateway.refusals > 1 ? true : undefined), 'two attempts');
    standIn.gateway.isOpen = true;
    await (await connecting).stop();
    expect(unhandled).toEqual([]);
  });

  describe('sends what discord.js cannot read', () => {
    const interaction = () => {
      const { payload } = world.standIn.lastInteraction;
      return { ...payload, id: '1'.repeat(18) };
    };
    const target = (message: object) => ({
      ...interaction(),
      data: {
        id: '2'.repeat(18),
        name: 'Find in transcript',
        type: 3,
        target_id: '3'.repeat(18),
        resolved: { messages: { 3: { id: '3'.repeat(18), channel_id: guild.channels[0]?.id, ...message } } },
      },
    });

    it.each([
      ['an interaction without data', 'INTERACTION_CREATE', () => ({ ...interaction(), data: null })],
      ['an interaction of an unknown type', 'INTERACTION_CREATE', () => ({ ...interaction(), type: 99 })],
      [
        'an interaction of nobody',
        'INTERACTION_CREATE',
        () => ({ ...interaction(), member: null, user: null }),
      ],
      [
        'a permission that is no number',
        'INTERACTION_CREATE',
        () => ({ ...interaction(), app_permissions: 'secretive' }),
      ],
      ['no interaction', 'INTERACTION_CREATE', () => null],
      ['a message without an author', 'INTERACTION_CREATE', () => target({ author: null })],
      [
        'a message with unknown components',
        'INTERACTION_CREATE',
        () => target({ components: [{ type: 99 }, null] }),
      ],
      [
        'a message with broken embeds',
        'INTERACTION_CREATE',
        () => target({ embeds: [null], attachments: null }),
      ],
      ['a poll without a place', 'INTERACTION_CREATE', () => target({ poll: { answers: null } })],
      [
        'a server with a hole in place of a channel',
        'GUILD_CREATE',
        () => ({ id: '4'.repeat(18), channels: [null] }),
      ],
      ['a server that is none', 'GUILD_UPDATE', () => 'secretive'],
      ['a channel of no type', 'CHANNEL_CREATE', () => ({ id: null, guild_id: guild.id, type: 'secretive' })],
      ['a thread without a server', 'THREAD_CREATE', () => ({ id: '5'.repeat(18), type: 11 })],
      [
        'a list of threads without threads',
        'THREAD_LIST_SYNC',
        () => ({ guild_id: guild.id, threads: null }),
      ],
      ['an unknown event', 'SECRETIVE_EVENT', () => ({ secretive: true })],
    ])('and the bot goes on: %s', async (_name, event, data) => {
      await answered();
      world.standIn.gateway.dispatch(event, data(), guild.id);
      await answered();
      expect(unhandled).toEqual([]);
      expect(world.log.join('')).not.toContain('secretive');
    });

    it('and the log names the event and the error, but nothing of its content', async () => {
      await answered();
      world.standIn.gateway.dispatch(
        'INTERACTION_CREATE',
        { ...interaction(), app_permissions: 'secretive' },
        guild.id,
      );
      await logged('could not be read');
      const line = JSON.parse(world.log.find((each) => each.includes('could not be read')) ?? '');
      expect(line).toMatchObject({ event: 'INTERACTION_CREATE', error: expect.any(String), level: 50 });
      expect(line.at[0]).toMatch(/^at /);
      expect(JSON.stringify(line)).not.toContain('secretive');
    });

    it.each([
      '{',
      '5',
      '{"op":9,"d":null}',
      '{"op":0,"t":"READY","d":null}',
      '{"op":0,"t":"RESUMED","s":"x"}',
    ])('in a packet of its own, and the bot goes on: %s', async (text) => {
      world.standIn.gateway.sendText(text);
      await answered();
      expect(unhandled).toEqual([]);
    });

    it('before it is ready, and the bot becomes ready', async () => {
      const standIn = await startStandIn();
      onTestFinished(() => standIn.close());
      const server = standIn.addGuild();
      standIn.gateway.afterReady = [
        ['INTERACTION_CREATE', { id: '1'.repeat(18), type: 2, data: null }],
        ['GUILD_CREATE', { id: server.id, channels: 5, roles: 5 }],
        ['GUILD_CREATE', { id: '6'.repeat(18), channels: [{ type: 0, id: null, permission_overwrites: 5 }] }],
        ['GUILD_CREATE', null],
      ];
      const config = checkConfig({ DISCORD_TOKEN: standIn.token, DISCORD_API_URL: standIn.api });
      const bot = await connect(config, world.context, pino({ level: 'silent' }));
      await bot.stop();
      expect(unhandled).toEqual([]);
    });
  });
});
