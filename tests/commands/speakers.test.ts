import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { speakers } from '../../commands/speakers.ts';
import { excerptsOf } from '../../src/reply/reply.ts';
import { type BotWorld, startBotWorld } from '../bot/bot-world.ts';
import { type Guild, isEphemeral, type User, visibleText } from '../discord/stand-in.ts';

describe('/speakers in Discord', () => {
  let world: BotWorld;
  let guilds: Record<'en-US' | 'zh-CN' | 'zh-TW', Guild>;
  let user: User;

  beforeAll(async () => {
    world = await startBotWorld();
    const guild = (locale: string) => world.standIn.addGuild({ locale });
    guilds = { 'en-US': guild('en-US'), 'zh-CN': guild('zh-CN'), 'zh-TW': guild('zh-TW') };
    user = world.standIn.addUser({ name: 'Ada' });
  });
  afterAll(() => world.close());

  const show = (options: Record<string, string | boolean> = {}, locale: keyof typeof guilds = 'en-US') =>
    world.standIn.invoke({ command: 'speakers', options, user, guild: guilds[locale] }).reply();

  it.each([
    [
      'en-US',
      'head of BIS during',
      /█+░+ 41% of the text with a name; passages: 13, of which only likely: 9/,
    ],
    ['zh-CN', '特朗普首任期内的BIS局长', /█+░+ 占有名字的文字的41%;段落:13,其中只是可能:9/],
    ['zh-TW', '川普首任期內的BIS局長', /█+░+ 佔有名字的文字的41%;段落:13,其中只是可能:9/],
  ] as const)('says who spoke and how much: %s', async (locale, role, amount) => {
    const message = await show({}, locale);
    const line = visibleText(message)
      .split('\n')
      .find((text) => text.includes('Nikakhtar'));
    expect(isEphemeral(message)).toBe(false);
    expect(line).toContain(role);
    expect(line).toMatch(amount);
  });

  it.each([
    [
      'en-US',
      /named in the source 30; likely speaker, with evidence 10; speaker not named 12; .* publisher 15\./,
    ],
    ['zh-CN', /共67段:原文注明发言人30段;可能的发言人\(附依据\)10段;未注明发言人12段;发布者的评论15段/],
    ['zh-TW', /共67段:原文註明發言人30段;可能的發言人\(附依據\)10段;未註明發言人12段;發布者的評論15段/],
  ] as const)(
    'says how many passages are named, likely, unknown and commentary: %s',
    async (locale, counts) => {
      expect(visibleText(await show({}, locale))).toMatch(counts);
    },
  );

  it.each([
    ['en-US', 'More than the other speakers: inference, unilateral'],
    ['zh-CN', '比其他发言人谈得更多的:推理、单边'],
    ['zh-TW', '比其他發言人談得更多的:推論、單邊'],
  ] as const)("says in the reader's language what sets one speaker apart: %s", async (locale, terms) => {
    expect(visibleText(await show({ speaker: '米勒' }, locale))).toContain(terms);
  });

  it.each(['Alan Estevez', 'AlanEsteve', '埃斯特維茲', 'estevez'])(
    'takes any form of a name: %s',
    async (speaker) => {
      expect(visibleText(await show({ speaker }))).toContain('named in the source at the passage: 4');
    },
  );

  it('marks each excerpt whose speaker is only likely', async () => {
    const text = visibleText(await show({ speaker: 'Nazak Nikakhtar' }));
    const likely = excerptsOf(speakers('Nazak Nikakhtar', world.context)).filter(
      ({ passage }) => passage.basis === 'inferred',
    );
    expect(likely.length).toBeGreaterThan(0);
    expect(text.match(/likely Nazak Nikakhtar/g)).toHaveLength(likely.length);
  });

  it.each(['Alan Estevez', 'Nazak Nikakhtar', 'Chris Miller', 'Reva Goujon', 'Ana Swanson'])(
    'quotes %s verbatim',
    async (speaker) => {
      const text = visibleText(await show({ speaker }, 'zh-CN')).replace(/\\|\*\*/g, '');
      const { sourceText } = world.context.library.transcripts[0] ?? { sourceText: '' };
      const quotes = Array.from(text.matchAll(/^> (.*?)(?: \[…\])?$/gm), ([, quote]) => quote ?? '');
      expect(quotes).toHaveLength(speaker === 'Ana Swanson' ? 1 : 3);
      expect(quotes.filter((quote) => !sourceText.includes(quote))).toEqual([]);
    },
  );

  it('answers the asker alone when asked to', async () => {
    expect(isEphemeral(await show({ private: true }))).toBe(true);
  });

  it('says to the asker alone that nobody is called that', async () => {
    const message = await show({ speaker: 'Bob' });
    expect(isEphemeral(message)).toBe(true);
    expect(visibleText(message)).toContain('No speaker is called "Bob"');
  });

  it('completes speakers by any form of their names', async () => {
    const suggested = await world.standIn.autocomplete({
      command: 'speakers',
      option: 'speaker',
      value: '米勒',
      user,
      guild: guilds['zh-CN'],
      locale: 'zh-CN',
    });
    expect(suggested).toEqual([{ name: '克里斯·米勒', value: 'Chris Miller' }]);
  });
});
