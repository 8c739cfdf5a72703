import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask as askAtOnce } from '../../commands/ask.ts';
import { excerptsOf } from '../../src/reply/reply.ts';
import { type BotWorld, startBotWorld } from '../bot/bot-world.ts';
import { idOf } from '../discord/buttons.ts';
import { componentTypes } from '../discord/components.ts';
import { type Guild, isEphemeral, type Message, type User, visibleText } from '../discord/stand-in.ts';

/** The lines of the source that are quoted or named, whole or in short. */
const linesOf = (message: Message) =>
  Array.from(
    visibleText(message).matchAll(/^(?:-# .*, line (\d+) of the source|\*\*.+\*\*.*, line (\d+))$/gm),
    ([, whole, short]) => Number(whole ?? short),
  );
const rowsOf = ({ components }: Message) =>
  components.filter(({ type }) => type === componentTypes.actionRow).map((row) => row.components ?? []);
const namesOf = (message: Message) =>
  rowsOf(message).map((row) => row.map(({ custom_id }) => custom_id?.split(':')[0]));
/** Words as they were before Markdown was made harmless, and sentences marked. */
const plain = (message: Message) => visibleText(message).replace(/\*\*|\\(?=[^\p{L}\p{N}\s])/gu, '');
const MISCONCEPTIONS = 'What are the two misconceptions behind small yard, high fence?';
const IN_CHINESE = '“小院高墙”基于哪两个误解?';
/** It asks for whole passages, so that no sentence of any is meant. */
const QUESTIONS = 'What did Swanson ask?';
const headingOf = (message: Message) => visibleText(message).split('\n')[0]?.replace(/^-# /, '');
const numbersOf = (message: Message) =>
  Array.from(visibleText(message).matchAll(/^\*\*(\d+)\. /gm), ([, number]) => Number(number));
const quotedIn = (message: Message) =>
  visibleText(message)
    .match(/^> .+$/gm)
    ?.join('\n') ?? '';
const CONTROLS = 'export controls on AI chips to China';

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
  const press = (message: Message, name: string, by = user, locale = 'en-US') =>
    world.standIn.click({ message, customId: idOf(message, name), user: by, guild, locale });

  it('show the context to anyone, privately, in the order of the seminar', async () => {
    const answer = await ask(MISCONCEPTIONS);
    const context = await press(answer, 'context', other).reply();
    expect(isEphemeral(context)).toBe(true);
    // The question on line 12, the passages before and after line 14, and line 14 itself.
    expect(linesOf(context)).toEqual([12, 13, 14, 15]);
    expect(visibleText(context)).toContain('Ana Swanson');
  });

  it('turn the pages of an answer for the asker, forward and back', async () => {
    const answer = await ask(CONTROLS);
    const first = linesOf(answer);
    expect(first).toHaveLength(3);
    // Only the first excerpt was shown with its words, so the next page begins with the second.
    const second = linesOf(await press(answer, 'more').reply());
    expect(second).toHaveLength(3);
    expect(second.slice(0, 2)).toEqual(first.slice(1));
    const third = linesOf(await press(answer, 'more').reply());
    expect(third.length).toBeGreaterThan(0);
    expect(third.filter((line) => [...first, ...second].includes(line))).toEqual([]);
    expect(linesOf(await press(answer, 'back').reply())).toEqual(second);
    expect(linesOf(await press(answer, 'back').reply())).toEqual(first);
  });

  it('keep the question above each page, and count its excerpts on from the page before', async () => {
    const answer = await ask(CONTROLS);
    expect(headingOf(answer)).toBe(`Question: ${CONTROLS}`);
    expect(numbersOf(answer)).toEqual([1, 2, 3]);
    const second = await press(answer, 'more').reply();
    expect(headingOf(second)).toBe(`Question: ${CONTROLS}`);
    expect(numbersOf(second)).toEqual([2, 3, 4]);
    expect(visibleText(second)).toContain('Excerpts 2 to 4 of 10');
    const third = await press(answer, 'more').reply();
    expect(numbersOf(third)[0]).toBe(5);
    const first = await press(await press(answer, 'back').reply(), 'back').reply();
    expect(headingOf(first)).toBe(`Question: ${CONTROLS}`);
    expect(numbersOf(first)).toEqual([1, 2, 3]);
  });

  it('mark no sentence on further pages of an answer that marks none', async () => {
    const answer = await ask(QUESTIONS);
    expect(quotedIn(answer)).not.toMatch(/\*\*/);
    const second = await press(answer, 'more').reply();
    expect(quotedIn(second)).toMatch(/^> /);
    expect(quotedIn(second)).not.toMatch(/\*\*/);
    expect(quotedIn(await press(second, 'back').reply())).toBe(quotedIn(answer));
    // Other answers mark theirs, on each page.
    expect(quotedIn(await press(await ask(CONTROLS), 'more').reply())).toMatch(/\*\*/);
  });

  it('show every excerpt of a further page with its words', async () => {
    const page = await press(await ask(CONTROLS), 'more').reply();
    const excerpts = visibleText(page)
      .split(/^(?=\*\*\d\. )/m)
      .slice(1);
    expect(excerpts).toHaveLength(3);
    for (const excerpt of excerpts) expect(excerpt).toMatch(/^\*\*\d\. .+, line \d+\n> .*\*\*.+\*\*/);
  });

  it('show the whole passages to anyone, privately, each with role, basis and source', async () => {
    const answer = await ask('H800');
    expect(visibleText(answer)).not.toContain('of the source');
    const whole = await press(answer, 'whole', other).reply();
    expect(isEphemeral(whole)).toBe(true);
    expect(linesOf(whole)).toEqual(linesOf(answer));
    expect(visibleText(whole)).toMatch(/^The whole passages:$/m);
    const passages = excerptsOf(askAtOnce({ question: 'H800' }, world.context)).map(({ passage }) => passage);
    expect(passages.map(({ line }) => line)).toEqual(linesOf(whole));
    for (const { translation } of passages) expect(plain(whole)).toContain(`> ${translation}`);
    expect(visibleText(whole)).not.toContain('[…]');
    expect(visibleText(whole)).toContain(
      ", head of BIS during Trump's first term\n-# not named in the source;",
    );
    const source = await press(answer, 'whole', other, 'zh-CN').reply();
    for (const { text } of passages) expect(plain(source)).toContain(`> ${text}`);
  });

  it('show the only passage by itself, and go on to its context and original', async () => {
    const whole = await press(await ask(MISCONCEPTIONS), 'whole').reply();
    expect(visibleText(whole)).toMatch(/^The whole passage:$/m);
    expect(visibleText(whole)).toContain('**likely Nazak Nikakhtar**, head of BIS');
    expect(namesOf(whole)).toEqual([['context', 'words']]);
    expect(linesOf(await press(whole, 'context').reply())).toEqual([12, 13, 14, 15]);
    expect(visibleText(await press(whole, 'words').reply())).toContain('小院高墙');
  });

  it('show the whole passages of the page that is shown', async () => {
    const page = await press(await ask(CONTROLS), 'more').reply();
    expect(linesOf(await press(page, 'whole').reply())).toEqual(linesOf(page));
  });

  it('are one row, those that are used most first, and the last one removes or shares', async () => {
    const answer = await ask(CONTROLS);
    expect(namesOf(answer)).toEqual([['whole', 'more', 'context', 'words', 'remove']]);
    const page = await press(answer, 'more').reply();
    expect(namesOf(page)).toEqual([['whole', 'more', 'back', 'words', 'remove']]);
    const alone = await ask(CONTROLS, { private: true });
    expect(namesOf(alone)).toEqual([['whole', 'more', 'context', 'words', 'share']]);
    expect(namesOf(await ask(MISCONCEPTIONS))).toEqual([['whole', 'context', 'words', 'remove']]);
  });

  it('do not turn them for anybody else', async () => {
    const answer = await ask(CONTROLS);
    const before = linesOf(answer);
    const refusal = await press(answer, 'more', other).reply();
    expect(isEphemeral(refusal)).toBe(true);
    expect(visibleText(refusal)).toContain('Only the person who asked');
    expect(linesOf(answer)).toEqual(before);
  });

  it('share a private answer, naming who shared it', async () => {
    const answer = await ask(MISCONCEPTIONS, {
      private: true,
    });
    const shared = await press(answer, 'share').reply();
    expect(isEphemeral(shared)).toBe(false);
    expect(visibleText(shared)).toContain('Ada shared this');
    expect(linesOf(shared)).toEqual(linesOf(answer));
    expect(idOf(shared, 'remove')).toContain(user.id);
  });

  it('offer sharing only if the answer is private', async () => {
    const answer = await ask(MISCONCEPTIONS);
    expect(() => idOf(answer, 'share')).toThrow();
  });

  it('show the source alone to an English reader, and the translation to a Chinese one', async () => {
    const answer = await ask(MISCONCEPTIONS);
    const source = visibleText(await press(answer, 'words').reply());
    expect(source).toContain('小院高墙');
    expect(source).not.toContain('two misconceptions');
    const chinese = await press(answer, 'words', other, 'zh-TW').reply();
    expect(visibleText(chinese)).toContain('two misconceptions');
  });

  it.each([
    ['context', '原文第 14 行的上下文：', 'Around line 14 of the source:'],
    ['whole', '完整段落：', 'The whole passage:'],
    ['words', '摘录的英文译文：', 'The same excerpts as printed in the source:'],
  ])(
    'reply to %s in the language of the message to whoever asked, and to others in their own',
    async (name, inChinese, inEnglish) => {
      const english = await ask(MISCONCEPTIONS);
      const chinese = await ask(IN_CHINESE);
      const firstOf = async (message: Message, by: User, locale: string) =>
        visibleText(await press(message, name, by, locale).reply()).split('\n')[0];
      expect(await firstOf(english, user, 'zh-CN')).toBe(inEnglish);
      expect(await firstOf(chinese, user, 'en-US')).toBe(inChinese);
      expect(await firstOf(english, other, 'zh-CN')).toBe(inChinese);
      expect(await firstOf(chinese, other, 'en-US')).toBe(inEnglish);
    },
  );

  it('share in the language of the private answer', async () => {
    const english = await ask(MISCONCEPTIONS, { private: true });
    const shared = await press(english, 'share', user, 'zh-CN').reply();
    expect(visibleText(shared)).toContain('Ada shared this');
    const chinese = await ask(IN_CHINESE, { private: true });
    expect(visibleText(await press(chinese, 'share').reply())).toContain('Ada 分享');
  });

  it('still work after a restart', async () => {
    const answer = await ask(MISCONCEPTIONS);
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

  it.each(['context', 'more', 'whole', 'words', 'share'])(
    'say politely that the passage of %s has changed',
    async (name) => {
      const answer = await ask(MISCONCEPTIONS, { private: true });
      const forged = `${name}:1:${user.id}${name === 'more' ? ':3' : ''}:AAAA0`;
      answer.components = JSON.parse(
        JSON.stringify(answer.components).replace(idOf(answer, 'context'), forged),
      );
      // In the language of the message, whatever the asker's own is.
      const pressed = { message: answer, customId: forged, user, guild, locale: 'zh-CN' };
      const refusal = await world.standIn.click(pressed).reply();
      expect(isEphemeral(refusal)).toBe(true);
      expect(visibleText(refusal)).toContain('so has this passage');
    },
  );
});
