import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BotWorld, startBotWorld } from '../bot/bot-world.ts';
import { idOf } from '../discord/buttons.ts';
import { type Guild, isEphemeral, type Message, type User, visibleText } from '../discord/stand-in.ts';

const linesOf = (message: Message) =>
  Array.from(visibleText(message).matchAll(/^-# .*, line (\d+) of the source$/gm), ([, line]) =>
    Number(line),
  );

describe('the buttons under an answer', () => {
  let world: BotWorld;
  let guild: Guild;
  let user: User;
  let other: User;

  beforeAll(async () => {
    world = await startBotWorld();
    guild = world.standIn.addGuild();
    user = world.standIn.addUser({ name: 'Ada' });
    other = world.standIn.addUser({ name: 'Bob' });
  });
  afterAll(() => world.close());

  const ask = (question: string, options: object = {}) =>
    world.standIn.invoke({ command: 'ask', options: { question, ...options }, user, guild }).reply();
  const press = (message: Message, name: string, by = user) =>
    world.standIn.click({ message, customId: idOf(message, name), user: by, guild });

  it('show the context to anyone, privately, in the order of the seminar', async () => {
    const answer = await ask('What are the two misconceptions behind small yard, high fence?');
    const context = await press(answer, 'context', other).reply();
    expect(isEphemeral(context)).toBe(true);
    // The question on line 12, the passages before and after line 14, and line 14 itself.
    expect(linesOf(context)).toEqual([12, 13, 14, 15]);
    expect(visibleText(context)).toContain('Ana Swanson');
  });

  it('turn the pages of an answer for the asker, forward and back', async () => {
    const answer = await ask('export controls on AI chips to China');
    const first = linesOf(answer);
    expect(first).toHaveLength(3);
    const second = await press(answer, 'more').reply();
    expect(linesOf(second).some((line) => first.includes(line))).toBe(false);
    const again = await press(second, 'back').reply();
    expect(linesOf(again)).toEqual(first);
  });

  it('do not turn them for anybody else', async () => {
    const answer = await ask('export controls on AI chips to China');
    const before = linesOf(answer);
    const refusal = await press(answer, 'more', other).reply();
    expect(isEphemeral(refusal)).toBe(true);
    expect(visibleText(refusal)).toContain('Only the person who asked');
    expect(linesOf(answer)).toEqual(before);
  });

  it('share a private answer, naming who shared it', async () => {
    const answer = await ask('What are the two misconceptions behind small yard, high fence?', {
      private: true,
    });
    const shared = await press(answer, 'share').reply();
    expect(isEphemeral(shared)).toBe(false);
    expect(visibleText(shared)).toContain('Ada shared this');
    expect(linesOf(shared)).toEqual(linesOf(answer));
    expect(idOf(shared, 'remove')).toContain(user.id);
  });

  it('offer sharing only if the answer is private', async () => {
    const answer = await ask('What are the two misconceptions behind small yard, high fence?');
    expect(() => idOf(answer, 'share')).toThrow();
  });

  it('show the source alone to an English reader, and the translation to a Chinese one', async () => {
    const answer = await ask('What are the two misconceptions behind small yard, high fence?');
    const source = visibleText(await press(answer, 'words').reply());
    expect(source).toContain('小院高墙');
    expect(source).not.toContain('two misconceptions');
    const chinese = world.standIn.click({
      message: answer,
      customId: idOf(answer, 'words'),
      user,
      guild,
      locale: 'zh-TW',
    });
    expect(visibleText(await chinese.reply())).toContain('two misconceptions');
  });

  it('still work after a restart', async () => {
    const answer = await ask('What are the two misconceptions behind small yard, high fence?');
    const customId = idOf(answer, 'context');
    const restarted = await startBotWorld();
    const place = { user: restarted.standIn.addUser({ name: 'Ada' }), guild: restarted.standIn.addGuild() };
    const message = await restarted.standIn
      .invoke({ command: 'ask', options: { question: 'H800' }, ...place })
      .reply();
    message.components = JSON.parse(
      JSON.stringify(message.components).replace(idOf(message, 'context'), customId),
    );
    const context = await restarted.standIn.click({ message, customId, ...place }).reply();
    expect(linesOf(context)).toContain(14);
    await restarted.close();
  });

  it.each(['context', 'more', 'words', 'share'])(
    'say politely that the passage of %s has changed',
    async (name) => {
      const answer = await ask('H800芯片还在中国卖吗?', { private: true });
      const forged = `${name}:1:${user.id}${name === 'more' ? ':3' : ''}:AAAA0`;
      answer.components = JSON.parse(
        JSON.stringify(answer.components).replace(idOf(answer, 'context'), forged),
      );
      const refusal = await world.standIn.click({ message: answer, customId: forged, user, guild }).reply();
      expect(isEphemeral(refusal)).toBe(true);
      expect(visibleText(refusal)).toContain('so has this passage');
    },
  );
});
