import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Command } from '../../commands/command.ts';
import { commands } from '../../commands/index.ts';
import { slashCommand } from '../../commands/shared/slash-command.ts';
import { everyComponent } from '../discord/components.ts';
import { type Guild, isEphemeral, type User, visibleText } from '../discord/stand-in.ts';
import { contextOf, corpus } from '../fixtures.ts';
import { type BotWorld, startBotWorld } from './bot-world.ts';

const texts = { localName: 'command.help.name', description: 'command.help.description' } as const;
const base = { ...texts, options: [] } as const;
const shown = { outcome: 'shown', blocks: [{ kind: 'text', message: { key: 'help.heading' } }] } as const;
const later = <T>(value: T) => new Promise<T>((resolve) => setTimeout(() => resolve(value), 1_800));

const slow: Command = { ...base, name: 'slow', run: () => later(shown) };
const slowFailure: Command = {
  ...base,
  name: 'slowfailure',
  run: () => later({ outcome: 'failed', blocks: [{ kind: 'text', message: { key: 'help.heading' } }] }),
};
const broken: Command = {
  ...base,
  name: 'broken',
  run: () => {
    throw new Error('an error with a secret question in it');
  },
};

const numbered = slashCommand({
  ...texts,
  name: 'numbered',
  options: [{ ...texts, name: 'number', localName: 'option.excerpts.name', type: 'integer', range: [1, 3] }],
  run: () => shown,
});

describe('dispatch', () => {
  let world: BotWorld;
  let guild: Guild;
  let user: User;

  beforeAll(async () => {
    const library = await corpus();
    world = await startBotWorld({
      context: { ...contextOf(library), commands: [...commands, slow, slowFailure, broken, numbered] },
    });
    guild = world.standIn.addGuild();
    user = world.standIn.addUser({ name: 'Ada' });
  });
  afterAll(() => world.close());

  it('keeps in memory neither the asker nor the message whose button was pressed', async () => {
    const invoked = { command: 'ask', options: { question: 'export controls on chips' }, user, guild };
    const message = await world.standIn.invoke(invoked).reply();
    const customId = everyComponent(message.components)
      .flatMap(({ component }) => component.custom_id ?? [])
      .find((id) => id.startsWith('context:'));
    if (customId === undefined) throw new Error('There is no such button.');
    await world.standIn.click({ message, customId, user, guild }).reply();
    const { users, guilds, channels } = world.bot.client;
    expect([...users.cache.keys()]).toEqual([world.standIn.bot.id]);
    expect(guilds.cache.map(({ members }) => members.cache.has(user.id))).toEqual([false]);
    const texts = channels.cache.filter((channel) => channel.isTextBased());
    expect(texts.map(({ messages }) => messages.cache.size)).toEqual([0]);
  });

  it('answers a quick command at once, without deferring', async () => {
    const { type } = await world.standIn.invoke({ command: 'help', user, guild }).acknowledged();
    expect(type).toBe(4);
  });

  it('defers the reply to a slow command', async () => {
    const conversation = world.standIn.invoke({ command: 'slow', user, guild });
    expect((await conversation.acknowledged()).type).toBe(5);
    expect(visibleText(await conversation.reply())).toContain('Commands:');
    expect(conversation.errors).toEqual([]);
  });

  it('shows a failure to the asker alone even after a public deferral', async () => {
    const conversation = world.standIn.invoke({ command: 'slowfailure', user, guild });
    expect((await conversation.acknowledged()).type).toBe(5);
    const told = await conversation.followUp(0);
    expect(isEphemeral(told)).toBe(true);
  });

  it('apologises for an error of its own without showing it, and answers the next question', async () => {
    const apology = await world.standIn.invoke({ command: 'broken', user, guild }).reply();
    expect(isEphemeral(apology)).toBe(true);
    expect(visibleText(apology)).toContain('Something went wrong');
    expect(visibleText(apology)).not.toContain('secret');
    const next = await world.standIn
      .invoke({ command: 'ask', options: { question: 'H800芯片' }, user, guild })
      .reply();
    expect(visibleText(next)).toContain('Alan Estevez');
  });

  it('says what is wrong with a value that only another version of the command takes', async () => {
    const older = {
      name: 'numbered',
      description: 'of an older version',
      options: [{ type: 4, name: 'number', description: 'of any size' }],
    };
    const reply = (number: number) =>
      world.standIn.invoke({ command: older, options: { number }, user, guild }).reply();
    expect(visibleText(await reply(3))).toContain('Commands:');
    const refusal = await reply(4);
    expect(isEphemeral(refusal)).toBe(true);
    expect(visibleText(refusal)).toContain('"excerpts" cannot be "4". Use 1–3');
  });

  it('is polite about a command that it no longer has', async () => {
    const conversation = world.standIn.invoke({
      command: { name: 'older', description: 'of an older version' },
      user,
      guild,
    });
    expect(visibleText(await conversation.reply())).toContain('There is no command /older');
  });

  it.each([
    'remove:1:nobody',
    'remove:2:123456789012345678',
    'x',
    'remove:1:123456789012345678:more',
    'a'.repeat(100),
  ])('is polite about the forged or outdated button %s', async (customId) => {
    const message = await world.standIn
      .invoke({ command: 'ask', options: { question: 'H800芯片' }, user, guild })
      .reply();
    message.components = JSON.parse(JSON.stringify(message.components).replace(/remove:1:\d+/, customId));
    const refusal = await world.standIn.click({ message, customId, user, guild }).reply();
    expect(isEphemeral(refusal)).toBe(true);
    expect(visibleText(refusal)).toContain('no longer works');
    expect(message.deleted).toBe(false);
  });

  it('never logs what was asked, nor the token of an interaction', async () => {
    const mend = world.standIn.fault(({ path }) =>
      path.endsWith('/callback') ? { status: 503 } : undefined,
    );
    world.standIn.invoke({ command: 'ask', options: { question: 'H800芯片' }, user, guild });
    await expect.poll(() => world.log.join('\n'), { timeout: 20_000 }).toContain('apology could not be sent');
    mend();
    expect(world.log.join('\n')).not.toMatch(/interactions\/\d+\/[^/"]+\/callback/);
    expect(world.log.join('\n')).not.toMatch(/H800/);
  });
});
