import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../commands/ask.ts';
import { excerptsOf } from '../../src/reply/reply.ts';
import { type BotWorld, startBotWorld } from '../bot/bot-world.ts';
import { idOf } from '../discord/buttons.ts';
import {
  type Guild,
  isEphemeral,
  type Message,
  permissions,
  type User,
  visibleText,
} from '../discord/stand-in.ts';

describe('/ask in Discord', () => {
  let world: BotWorld;
  let guild: Guild;
  let user: User;

  beforeAll(async () => {
    world = await startBotWorld();
    guild = world.standIn.addGuild({ locale: 'en-US' });
    user = world.standIn.addUser({ name: 'Ada' });
  });
  afterAll(() => world.close());

  const askAs = (options: Record<string, string | boolean>, place: object = { guild }) =>
    world.standIn.invoke({ command: 'ask', options, user, ...place });

  it('answers publicly in a server, with nobody mentioned', async () => {
    const message = await askAs({
      question: 'What two misconceptions are behind "small yard, high fence"?',
    }).reply();
    expect(isEphemeral(message)).toBe(false);
    expect(message.allowedMentionsGiven).toBe(true);
    expect(visibleText(message)).toContain('likely Nazak Nikakhtar');
  });

  it('shows the question, which a channel would not see otherwise', async () => {
    const message = await askAs({ question: 'Are H800 chips still sold in China?' }).reply();
    expect(visibleText(message)).toContain('Question: Are H800 chips still sold in China?');
  });

  it('answers the asker alone when asked to', async () => {
    const message = await askAs({ question: 'Are H800 chips still sold in China?', private: true }).reply();
    expect(isEphemeral(message)).toBe(true);
    expect(visibleText(message)).not.toContain('Remove');
  });

  it('answers in a direct message, and as an app that a user installed', async () => {
    const direct = await askAs({ question: 'H800芯片还在中国卖吗?' }, {}).reply();
    expect(visibleText(direct)).toContain('Alan Estevez');
    const elsewhere = world.standIn.addGuild({ hasBot: false });
    const brought = await askAs(
      { question: 'H800芯片还在中国卖吗?' },
      { guild: elsewhere, userInstall: true },
    ).reply();
    expect(visibleText(brought)).toContain('Alan Estevez');
  });

  describe('is answered in its language, labels too:', () => {
    const WORDS = {
      en: ['Question:', 'Remove'],
      'zh-CN': ['问题：', '上下文'],
      'zh-TW': ['問題：', '前後文'],
    } as const;

    it.each([
      ['a Chinese question in an English server', 'H800芯片还在中国卖吗?', 'en-US', 'en-US', 'zh-CN'],
      ['a Traditional question of a Simplified reader', 'H800晶片還在中國賣嗎?', 'zh-CN', 'zh-CN', 'zh-TW'],
      [
        'an English question of a Chinese reader in a Chinese server',
        'Are H800 chips still sold in China?',
        'zh-CN',
        'zh-TW',
        'en',
      ],
      ['Chinese of either script, as its asker reads it', '米勒', 'zh-TW', 'en-US', 'zh-TW'],
      ['Chinese of either script, as its server does', '米勒', 'en-US', 'zh-TW', 'zh-TW'],
      ["a name, in its asker's own language", 'DeepSeek', 'zh-CN', 'en-US', 'zh-CN'],
      ["a name, before the server's language", 'DeepSeek', 'en-US', 'zh-TW', 'en'],
    ] as const)('%s', async (_, question, own, server, expected) => {
      const place = { guild: world.standIn.addGuild({ locale: server }), locale: own };
      const shown = visibleText(await askAs({ question }, place).reply());
      for (const word of WORDS[expected]) expect(shown).toContain(word);
      const alone = await askAs({ question, private: true }, place).reply();
      expect(isEphemeral(alone)).toBe(true);
      expect(visibleText(alone)).toContain(WORDS[expected][0]);
    });

    it('what is wrong with the request, which its asker alone sees', async () => {
      const options = { question: '出口管制有效吗?', speaker: 'Nobody Known' };
      const failed = await askAs(options).reply();
      expect(isEphemeral(failed)).toBe(true);
      expect(visibleText(failed)).toContain('发言人');
    });

    it('and so is what is close to a text', async () => {
      const options = { text: '出口管制是有效的' };
      const found = await world.standIn.invoke({ command: 'find', options, user, guild }).reply();
      expect(visibleText(found)).toContain('上下文');
    });

    it.each([
      ['出口管制有效吗?', '条摘录'],
      ['出口管制有效嗎?', '則摘錄'],
    ])('and so are its further pages: %s', async (question, label) => {
      const press = (message: Message, name: string) =>
        world.standIn.click({ message, customId: idOf(message, name), user, guild }).reply();
      const second = await press(await askAs({ question }).reply(), 'more');
      expect(visibleText(second)).toContain(label);
      expect(visibleText(await press(second, 'back'))).toContain(label);
    });
  });

  it('keeps the source in its own script and says so once to a Traditional reader', async () => {
    const traditional = world.standIn.addGuild({ locale: 'zh-TW' });
    const text = visibleText(
      await askAs({ question: '中國的AI晶片企業為什麼很難出口晶片?' }, { guild: traditional }).reply(),
    );
    expect(text).toContain('连自用的芯片都供应不足');
    // One note says both that it is not what was spoken, and in which Chinese it is.
    expect(text.match(/^-# 研討會以英文進行，原文為簡體中文，並非原話。$/gm)).toHaveLength(1);
    expect(text).not.toContain('摘錄依原文以簡體中文呈現');
  });

  it.each([
    ['zh-CN', 'H800芯片还在中国卖吗?', '研讨会用英语进行'],
    ['zh-TW', 'H800晶片還在中國賣嗎?', '研討會以英文進行'],
  ])(
    'says once to a reader of %s that the source is not in the language that was spoken',
    async (_, question, note) => {
      const text = visibleText(await askAs({ question }).reply());
      expect(text.split(note)).toHaveLength(2);
      expect(text.split('\n').find((line) => line.includes(note))).toMatch(/^-# /);
    },
  );

  it('shows an English reader the translation, marked as one once and last, and the source at a button', async () => {
    const message = await askAs({ question: 'Are H800 chips still sold in China?' }).reply();
    const text = visibleText(message);
    const mark = '-# Translated from Chinese, not their own words.';
    expect(text).toContain('Nvidia');
    expect(text.split(mark)).toHaveLength(2);
    expect(text.split(mark)[1]).not.toMatch(/^(?:>|\*\*)/m);
    expect(text).not.toContain('英伟达的H800芯片');
    const source = await world.standIn
      .click({ message, customId: idOf(message, 'words'), user, guild })
      .reply();
    expect(visibleText(source)).toContain('英伟达的H800芯片');
    expect(visibleText(source)).not.toContain(mark);
  });

  it('leaves out a speaker whom the option excludes', async () => {
    const question = 'Does DeepSeek show that export controls failed?';
    const reply = ask({ question, speaker: 'everybody except Miller' }, world.context);
    const speakers = excerptsOf(reply).map(({ passage }) => passage.speaker?.name);
    expect(speakers.length).toBeGreaterThan(0);
    expect(speakers).not.toContain('Chris Miller');
  });

  it('says to the asker alone what is wrong with the request', async () => {
    const message = await askAs({ question: 'H800', speaker: 'Bob' }).reply();
    expect(isEphemeral(message)).toBe(true);
    expect(visibleText(message)).toContain('No speaker is called "Bob"');
  });

  it('gives the same excerpts as the terminal', async () => {
    for (const question of [
      '“小院高墙”是基于哪两个误解?',
      'BIS每年发多少许可证?',
      '任期内有没有遗憾?',
      '被技术封锁就能更快突破吗?',
    ]) {
      const inTerminal = excerptsOf(ask({ question }, world.context)).map(({ passage }) => passage.line);
      const inDiscord = visibleText(await askAs({ question }).reply());
      const lines = [...inDiscord.matchAll(/^\*\*.+\*\*.*?(?:, line |第 )(\d+)/gmu)].map(([, line]) =>
        Number(line),
      );
      expect(lines).toEqual(inTerminal);
    }
  });

  it('completes speakers by any form of their names, and seminars by their titles', async () => {
    const suggest = (option: string, value: string, locale = 'en-US') =>
      world.standIn.autocomplete({ command: 'ask', option, value, user, guild, locale });
    expect(await suggest('speaker', 'estev')).toEqual([{ name: 'Alan Estevez', value: 'Alan Estevez' }]);
    expect(await suggest('speaker', '米勒', 'zh-CN')).toEqual([
      { name: '克里斯·米勒', value: 'Chris Miller' },
    ]);
    expect(await suggest('speaker', '')).toHaveLength(5);
    expect((await suggest('seminar', '芯片'))[0]?.value).toBe('scsp-chips-2025');
    expect(await suggest('seminar', 'nothing like it')).toEqual([]);
  });

  it('lists its commands and examples', async () => {
    const text = visibleText(await world.standIn.invoke({ command: 'help', user, guild }).reply());
    expect(text).toContain('/ask');
    expect(text).toContain('small yard, high fence');
  });

  describe('the Remove button', () => {
    const removeIdOf = (message: Message) => idOf(message, 'remove');
    const answered = () => askAs({ question: 'H800芯片还在中国卖吗?' }).reply();

    it('removes the answer for the asker', async () => {
      const message = await answered();
      const conversation = world.standIn.click({ message, customId: removeIdOf(message), user, guild });
      await world.standIn.until(() => (message.deleted ? true : undefined), 'the removal');
      expect(conversation.errors).toEqual([]);
    });

    it('refuses another member and leaves the answer', async () => {
      const message = await answered();
      const other = world.standIn.addUser({ name: 'Bob' });
      const refusal = await world.standIn
        .click({ message, customId: removeIdOf(message), user: other, guild, memberPermissions: 0n })
        .reply();
      expect(isEphemeral(refusal)).toBe(true);
      expect(visibleText(refusal)).toContain('Manage Messages');
      expect(message.deleted).toBe(false);
    });

    it('removes it for a member who manages messages', async () => {
      const message = await answered();
      const keeper = world.standIn.addUser({ name: 'Cleo' });
      world.standIn.click({
        message,
        customId: removeIdOf(message),
        user: keeper,
        guild,
        memberPermissions: permissions.manageMessages,
      });
      await world.standIn.until(() => (message.deleted ? true : undefined), 'the removal');
    });
  });
});
