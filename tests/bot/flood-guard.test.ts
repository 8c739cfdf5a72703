import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { floodGuard, MOST_AT_ONCE } from '../../src/bot/flood-guard.ts';
import { everyComponent } from '../discord/components.ts';
import {
  type Guild,
  isEphemeral,
  type Message,
  manualClock,
  type User,
  visibleText,
} from '../discord/stand-in.ts';
import { contextOf, corpus } from '../fixtures.ts';
import { type BotWorld, startBotWorld } from './bot-world.ts';

const SLOWED = 'Please wait';
/** How many interactions one person may have here: a tenth of the real limit, for a quick test. */
const MOST_USES = 30;

describe('a person who floods', () => {
  const clock = manualClock(0);
  let world: BotWorld;
  let guild: Guild;
  let searches = 0;

  beforeAll(async () => {
    const context = contextOf(await corpus());
    const commands = context.commands.map((command) =>
      command.kind === 'message' || command.name !== 'ask'
        ? command
        : {
            ...command,
            run: (...given: Parameters<typeof command.run>) => {
              searches += 1;
              return command.run(...given);
            },
          },
    );
    world = await startBotWorld({
      context: { ...context, commands },
      connection: { flood: floodGuard(() => clock.now(), MOST_USES) },
    });
    guild = world.standIn.addGuild();
  });
  afterAll(() => world.close());

  const ask = (user: User, locale = 'en-US'): Promise<Message> =>
    world.standIn
      .invoke({ command: 'ask', options: { question: 'export controls on chips' }, user, guild, locale })
      .reply();
  const type = (user: User) =>
    world.standIn.autocomplete({ command: 'ask', option: 'speaker', value: 'e', user, guild });

  /** Somebody new, who has just done as much as one person may, once every millisecond. */
  async function flooder(): Promise<{ user: User; answer: Message }> {
    await ask(world.standIn.addUser({ name: 'Somebody else' }));
    const user = world.standIn.addUser({ name: 'Flood' });
    const answers: Message[] = [];
    for (let at = 0; at < MOST_USES; at++) {
      answers.push(await ask(user));
      clock.advance(1);
    }
    expect(answers.map(visibleText).filter((text) => text.includes(SLOWED))).toEqual([]);
    return { user, answer: answers[0] as Message };
  }

  it('is asked in private to wait if too many are unanswered, and nothing is searched for', async () => {
    const user = world.standIn.addUser({ name: 'Flood' });
    const before = searches;
    const replies = await Promise.all(Array.from({ length: 3 * MOST_AT_ONCE }, () => ask(user)));
    const slowed = replies.filter((reply) => visibleText(reply).includes(SLOWED));
    expect(slowed.length).toBeGreaterThan(0);
    expect(slowed.every(isEphemeral)).toBe(true);
    expect(searches - before).toBe(replies.length - slowed.length);
    expect(searches - before).toBeGreaterThanOrEqual(MOST_AT_ONCE);
    expect(visibleText(slowed[0] as Message)).toContain('Please wait 1 second and');
    expect(visibleText(await ask(user))).toContain('From the transcript:');
  });

  it('is never asked to wait while alone, after waiting for each answer', async () => {
    clock.advance(10_000);
    const user = world.standIn.addUser({ name: 'Alone' });
    for (let at = 0; at < MOST_USES + 50; at++) expect(visibleText(await ask(user))).not.toContain(SLOWED);
  });

  it('is told in private how long to wait, in their language, and nothing is searched for', async () => {
    const { user } = await flooder();
    const before = searches;
    const expected = {
      'en-US': 'That was a lot at once. Please wait 10 seconds and try again.',
      'zh-CN': '操作太快了，请等 10 秒再试。',
      'zh-TW': '操作太快了，請等 10 秒再試。',
    };
    for (const [locale, words] of Object.entries(expected)) {
      const reply = await ask(user, locale);
      expect(visibleText(reply)).toBe(words);
      expect(isEphemeral(reply)).toBe(true);
    }
    expect(searches).toBe(before);
  });

  it('is not noticed by others', async () => {
    const { user } = await flooder();
    await ask(user);
    const reply = await ask(world.standIn.addUser({ name: 'Ada' }));
    expect(visibleText(reply)).toContain('From the transcript:');
  });

  it('is asked to wait after buttons, menus and completions too', async () => {
    const { user, answer } = await flooder();
    const customId = everyComponent(answer.components)
      .flatMap(({ component }) => component.custom_id ?? [])
      .find((id) => id.startsWith('words:'));
    if (customId === undefined) throw new Error('The message has no such button.');
    const shown = visibleText(answer);
    const pressed = await world.standIn.click({ message: answer, customId, user, guild }).reply();
    expect(visibleText(pressed)).toContain(SLOWED);
    expect(isEphemeral(pressed)).toBe(true);
    expect(visibleText(answer)).toBe(shown);
    const chosen = world.standIn.messageCommand({
      command: 'Find in transcript',
      target: answer,
      user,
      guild,
    });
    expect(visibleText(await chosen.reply())).toContain(SLOWED);
    expect(await type(user)).toEqual([]);
    clock.advance(10_000);
    expect(await type(user)).not.toEqual([]);
  });

  it('may continue as uses grow old, and refused ones do not count', async () => {
    const { user } = await flooder();
    for (let at = 0; at < 5; at++) expect(visibleText(await ask(user))).toContain(SLOWED);
    clock.advance(10_000 - MOST_USES);
    await ask(world.standIn.addUser({ name: 'Somebody else' }));
    expect(visibleText(await ask(user))).toContain('From the transcript:');
    expect(visibleText(await ask(user))).toContain('Please wait 1 second and');
    clock.advance(1);
    expect(visibleText(await ask(user))).toContain('From the transcript:');
  });
});
