import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { speakersReply } from '../../commands/speakers.ts';
import { excerptsOf } from '../../src/reply/reply.ts';
import { atOnce } from '../at-once.ts';
import { type BotWorld, startBotWorld } from '../bot/bot-world.ts';
import { idOf } from '../discord/buttons.ts';
import { type Guild, isEphemeral, type User, visibleText } from '../discord/stand-in.ts';

const speakers = atOnce(speakersReply);

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
    ['en-US', 'head of BIS during', /█+░+ 41%; passages: 13, only likely: 9/],
    ['zh-CN', '特朗普首任期内的BIS局长', /█+░+ 41%，13 段（其中 9 段为推测）/],
    ['zh-TW', '川普第一任期的 BIS 局長', /█+░+ 41%，13 段（其中 9 段為推測）/],
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
      /67 passages: 30 named in the source, 10 likely \(with evidence\), 12 without a name, 15 the publisher's own words\./,
    ],
    ['zh-CN', /共 67 段：原文注明 30 段，推测（附依据）10 段，未注明 12 段，编者的话 15 段/],
    ['zh-TW', /共 67 段：原文註明 30 段，推測（附依據）10 段，未註明 12 段，編者的話 15 段/],
  ] as const)('says how many passages are named, likely, unknown and editorial: %s', async (locale, told) => {
    expect(visibleText(await show({}, locale))).toMatch(told);
  });

  it.each([
    ['en-US', 'Speaks more than the others about: inference, unilateral'],
    ['zh-CN', '比其他发言人更常谈到：推理、单边'],
    ['zh-TW', '比其他講者更常談到：推論、單邊'],
  ] as const)("says in the reader's language what sets one speaker apart: %s", async (locale, terms) => {
    expect(visibleText(await show({ speaker: '米勒' }, locale))).toContain(terms);
  });

  it.each(['Alan Estevez', 'AlanEsteve', '埃斯特維茲', 'estevez'])(
    'takes any form of a name: %s',
    async (speaker) => {
      expect(visibleText(await show({ speaker }))).toContain('named in the source at the passage: 4');
    },
  );

  it('shows the whole passages of one speaker at a button, and their original', async () => {
    const message = await show({ speaker: 'Estevez' });
    const passages = excerptsOf(speakers('Estevez', world.context)).map(({ passage }) => passage);
    expect(passages.length).toBeGreaterThan(0);
    const shown = await Promise.all(
      ['whole', 'words'].map(async (name) => {
        const press = { message, customId: idOf(message, name), user, guild: guilds['en-US'] };
        const reply = await world.standIn.click(press).reply();
        expect(isEphemeral(reply)).toBe(true);
        return visibleText(reply).replace(/\\|\*\*/g, '');
      }),
    );
    for (const { text, translation } of passages) {
      expect(shown[0]).toContain(`> ${translation}`);
      expect(shown[1]).toContain(`> ${text}`);
    }
    expect(shown[1]).not.toContain(passages[0]?.translation);
  });

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
      const quotes = Array.from(
        text.matchAll(/^> (?:\[…\] )?(.*?)(?: \[…\])?$/gm),
        ([, quote]) => quote ?? '',
      );
      expect(text.match(/^(?:\d\. )?.+，第 \d+ 行$/gm)).toHaveLength(speaker === 'Ana Swanson' ? 1 : 3);
      const questions = text.match(/^-# .+提问（第 \d+ 行）：$/gm) ?? [];
      const excerpts = excerptsOf(speakers(speaker, world.context));
      expect(quotes).toHaveLength(excerpts.length + questions.length);
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
