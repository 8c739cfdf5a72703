import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isSlash } from '../../commands/command.ts';
import { commands } from '../../commands/index.ts';
import { readVersion } from '../../src/config.ts';
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
    ['en-US', 'Special Competitive Studies Project', 'Simplified Chinese', 'Translated into English'],
    ['zh-CN', '美国特别竞争研究项目', '简体中文', '附英文译文'],
    ['zh-TW', '美國特別競爭研究專案', '簡體中文', '附英文譯文'],
  ])('names the sources in %s', async (locale, ...expected) => {
    const text = await shown('about', locale);
    for (const words of [...expected, '2025-03-07', '半导体震撼对决']) expect(text).toContain(words);
  });

  it('explains all six kinds of attribution, and shows what is stored and the versions', async () => {
    const text = (await shown('about', 'en-US')).replace(/\\([\s\S])/g, '$1');
    for (const words of [
      'The name alone',
      'the same turn goes on',
      '"As reported"',
      '"Likely"',
      '"Speaker not named in the source"',
      '"Commentary by the publisher"',
      'Nothing of what people ask is stored',
      'Rostrum 1.2.3, Node v20.0.0',
      `${world.context.library.passages.size} passages`,
    ])
      expect(text).toContain(words);
  });

  it.each(['en-US', 'zh-CN', 'zh-TW'])('lists every command in %s', async (locale) => {
    const text = await shown('help', locale);
    for (const { name } of commands.filter(isSlash)) expect(text).toContain(`/${name}`);
  });

  it('has the version of package.json', () => {
    expect(readVersion()).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version);
  });
});
