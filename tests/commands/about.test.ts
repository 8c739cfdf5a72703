import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isSlash } from '../../commands/command.ts';
import { commands } from '../../commands/index.ts';
import { readVersion } from '../../src/config.ts';
import { format } from '../../src/messages/message.ts';
import { type BotWorld, startBotWorld } from '../bot/bot-world.ts';
import { type User, visibleText } from '../discord/stand-in.ts';

describe('/about and /help in Discord', () => {
  let world: BotWorld;
  let user: User;

  beforeAll(async () => {
    world = await startBotWorld();
    user = world.standIn.addUser({ name: 'Ada' });
  });
  afterAll(() => world.close());

  const shown = async (command: string, locale: string) => {
    const guild = world.standIn.addGuild({ locale });
    return visibleText(await world.standIn.invoke({ command, user, guild }).reply());
  };

  it.each([
    ['en-US', 'Special Competitive Studies Project', 'Simplified Chinese', 'English translation'],
    ['zh-CN', '美国特别竞争研究项目', '简体中文', '附英文译文'],
    ['zh-TW', '美國特別競爭研究計畫', '簡體中文', '附英文翻譯'],
  ])('names the sources in %s', async (locale, ...expected) => {
    const text = await shown('about', locale);
    for (const words of [...expected, '2025-03-07', '半导体震撼对决']) expect(text).toContain(words);
  });

  it('explains all six kinds of attribution, and shows what is stored and the versions', async () => {
    const text = (await shown('about', 'en-US')).replace(/\\([\s\S])/g, '$1');
    for (const words of [
      'A name alone',
      'continues the turn of a named speaker',
      '"As reported"',
      '"Likely"',
      '"Speaker not named in the source"',
      '"Publisher\'s own words"',
      'Questions are not stored',
      'Rostrum 1.2.3, Node v20.0.0',
      `${world.context.library.passages.size} passages`,
    ])
      expect(text).toContain(words);
  });

  it.each([
    ['en-US', 'en'],
    ['zh-CN', 'zh-CN'],
    ['zh-TW', 'zh-TW'],
  ] as const)('lists every command, by the name that Discord shows, in %s', async (discordLocale, locale) => {
    const text = await shown('help', discordLocale);
    for (const { localName } of commands.filter(isSlash))
      expect(text).toContain(`/${format({ key: localName }, locale)} `);
  });

  it('has the version of package.json', () => {
    expect(readVersion()).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version);
  });
});
