import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { type Context, type Input, isSlash } from '../../commands/command.ts';
import { commands } from '../../commands/index.ts';
import { seminarCalled, suggestSpeakers } from '../../commands/shared/choose.ts';
import { suggestSeminars } from '../../commands/shared/seminar-suggestions.ts';
import { chat } from '../../src/cli/chat.ts';
import { LOCALES, type Locale } from '../../src/core/language/locale.ts';
import { renderMessage } from '../../src/render/discord.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import type { Reply } from '../../src/reply/reply.ts';
import { everyComponent } from '../discord/components.ts';
import { refuseInvalidMessage } from '../discord/message-rules.ts';
import { schemas } from '../discord/schemas.ts';
import { contextOf } from '../fixtures.ts';
import { largeArchive, NAMES } from '../large-archive.ts';

/** What fits a phone without much scrolling. */
const MOST_LINES = 40;

const context: Context = contextOf(largeArchive());
const { transcripts } = context.library;

function run(name: string, input: Input): Promise<Reply> {
  const command = commands.filter(isSlash).find((each) => each.name === name);
  if (!command) throw new Error(`There is no command ${name}.`);
  return Promise.resolve(command.run(input, context));
}

function wordsInDiscord(reply: Reply, locale: Locale): string {
  const message = renderMessage(reply, { locale, ownerId: '123456789012345678', isPublic: true });
  refuseInvalidMessage(structuredClone(message), { schema: schemas.channelMessage });
  return everyComponent(structuredClone(message.components))
    .map(({ component }) => component.content ?? '')
    .join('\n');
}

const namedIn = (words: string) => NAMES.filter((name) => words.includes(name));
const idsIn = (words: string) => words.match(/round-\d+/g) ?? [];

describe.each(LOCALES)('in an archive of 31 seminars with 162 speakers, in %s', (locale) => {
  it.each([
    ['speakers', {}],
    ['speakers', { speaker: NAMES[4] }],
    ['about', {}],
    ['help', {}],
    ['ask', { question: 'Which vineyards were rebuilt in stone?' }],
    ['ask', { question: 'Why do penguins not fly over Antarctica?' }],
    ['ask', { question: '?!' }],
    ['ask', { question: 'stone', seminar: 'Round' }],
    ['ask', { question: 'stone', seminar: 'Mississippi' }],
    ['ask', { question: 'stone', seminar: 'Rond 7 on tunnles' }],
    ['ask', { question: 'Gil on penguins' }],
    ['ask', { question: 'Who spoke?' }],
    ['ask', { question: 'Who is Gil?' }],
    ['ask', { question: 'Who was there?', seminar: 'round-1' }],
    ['ask', { question: 'When were the seminars?' }],
    ['compare', { question: 'Which harbours were rebuilt in stone?' }],
    ['compare', { question: 'Why do penguins not fly?' }],
    ['compare', { question: 'stone', seminar: 'Round' }],
    ['speakers', { speaker: 'Gil' }],
    ['speakers', { speaker: 'Nobody Here' }],
    ['quote', { passage: 'Gil' }],
    ['quote', { passage: 'p3' }],
    ['quote', { passage: 'round-1/p1-p162' }],
    ['quote', { passage: 'penguins' }],
    ['transcript', {}],
    ['transcript', { from: 'p1' }],
    ['transcript', { from: 'Gil' }],
    ['transcript', { seminar: 'round-1', from: 'stone' }],
    ['transcript', { seminar: 'round-1' }],
    ['transcript', { seminar: 'Mississippi' }],
  ] as [string, Input][])('/%s %j ends', async (name, input) => {
    const reply = await run(name, input);
    for (const words of [wordsInDiscord(reply, locale), renderTerminal(reply, { locale, colour: false })]) {
      expect(words.split('\n').length).toBeLessThanOrEqual(MOST_LINES);
      expect(namedIn(words).length).toBeLessThanOrEqual(30);
      expect(idsIn(words).length).toBeLessThanOrEqual(10);
    }
  });

  it('the welcome of the chat ends', async () => {
    const [stdin, stdout] = [new PassThrough(), new PassThrough({ encoding: 'utf8' })];
    stdin.end();
    await chat(context, { stdin, stdout, env: { LANG: `${locale.replace('-', '_')}.UTF-8` } });
    const welcome = String(stdout.read());
    expect(welcome.length).toBeLessThan(300);
    expect(welcome).toMatch(/28/);
  });

  it('says how many there are besides, and how to see them', async () => {
    const said = wordsInDiscord(await run('ask', { question: 'Why do penguins not fly?' }), locale);
    expect(said).toMatch(/154/);
    expect(said).toMatch(/option "speaker"|“发言人”选项|「講者」選項/);
    const unknown = wordsInDiscord(await run('ask', { question: 'stone', seminar: 'Nile' }), locale);
    expect(unknown).toMatch(/26/);
    expect(unknown).toMatch(/option "seminar"|“研讨会”选项|「研討會」選項/);
  });

  it('names a topic once that many seminars have', async () => {
    const said = wordsInDiscord(await run('ask', { question: 'Why do penguins not fly?' }), locale);
    const topic = { en: '- stone', 'zh-CN': '- 石头', 'zh-TW': '- 石頭' }[locale];
    expect(said.split(topic)).toHaveLength(2);
  });

  it('completion begins with what begins so', async () => {
    const names = async (typed: string) =>
      (await suggestSpeakers(typed, context, locale)).map(({ value }) => value);
    expect((await names('gil'))[0]).toBe('Gil Adler');
    expect(await names('dvorak')).toHaveLength(9);
    expect((await names('Hana Gómez'))[0]).toBe('Hana Gómez');
    expect((await suggestSeminars('round 3', context, locale))[0]?.value).toBe('round-3');
  });
});

describe('a seminar is meant', () => {
  const meant = (typed: string) => {
    const found = seminarCalled(typed, transcripts);
    return 'outcome' in found ? null : found.id;
  };

  it.each([
    ['round-7', 'round-7'],
    [' Round 7 on tunnels ', 'round-7'],
    ['ROUND 7', 'round-7'],
    ['7 on tun', 'round-7'],
    ['31', 'round-31'],
    ['x', null],
    ['r', null],
    ['round_12', 'round-12'],
    ['第12轮圆桌', 'round-12'],
    ['第 12 輪圓桌', 'round-12'],
    ['Ｒｏｕｎｄ　１２', 'round-12'],
    ['12 on quarries', 'round-12'],
    ['Round 12 on q…', 'round-12'],
    ['2024-05-05', 'round-5'],
    ['5 May 2024', 'round-5'],
    ['Aug 8, 2024', 'round-8'],
    ['2024年10月10日', 'round-10'],
    ['2024/5/5', 'round-5'],
    ['May 2024', null],
    ['windmills', null],
    ['Nile', null],
  ])('by %j: %s', (typed, id) => {
    expect(meant(typed)).toBe(id);
  });

  it('by what completion shows, in every language', async () => {
    for (const locale of LOCALES)
      for (const { name, value } of await suggestSeminars('', context, locale))
        expect(meant(name)).toBe(value);
  });
});
