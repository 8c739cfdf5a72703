import { describe, expect, it } from 'vitest';
import { ask } from '../../commands/ask.ts';
import { LOCALES, type Locale } from '../../src/core/language/locale.ts';
import { libraryOf } from '../../src/core/library.ts';
import { renderMessage } from '../../src/render/discord.ts';
import { excerptJson } from '../../src/render/json.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import { type Block, type ExcerptForm, excerptsOf, type Reply } from '../../src/reply/reply.ts';
import { everyComponent } from '../discord/components.ts';
import { contextOf } from '../fixtures.ts';
import { recordedSeminar } from '../recorded-seminar.ts';

const QUESTION = 'Where does water come in?';
const replyFrom = (seminar: Parameters<typeof recordedSeminar>[0] = {}) =>
  ask({ question: QUESTION }, contextOf(libraryOf([recordedSeminar(seminar)])));

const FORMS = [undefined, 'short', 'sentence', 'line'] as const;

/** The same reply with its excerpts in one form. */
function inForm(reply: Reply, form: ExcerptForm | undefined): Reply {
  const blocks = reply.blocks.map((block): Block => {
    if (block.kind !== 'excerpt') return block;
    const { form: _, ...whole } = block;
    return form === undefined ? whole : { ...whole, form };
  });
  return { ...reply, blocks };
}

interface Shown {
  seminar?: Parameters<typeof recordedSeminar>[0];
  form?: ExcerptForm;
  locale?: Locale;
}

function componentsOf({ seminar = {}, form, locale = 'en' }: Shown): ReturnType<typeof everyComponent> {
  const reply = inForm(replyFrom(seminar), form);
  return everyComponent(renderMessage(reply, { locale, ownerId: '1', isPublic: false }).components);
}

const inDiscord = (shown: Shown): string =>
  componentsOf(shown)
    .map(({ component }) => component.content ?? '')
    .join('\n');

/** The buttons that lead out of Discord. */
const linksIn = (shown: Shown) =>
  componentsOf(shown).flatMap(({ component }) =>
    'url' in component ? [{ label: component.label, url: component.url }] : [],
  );

const inTerminal = (seminar: Shown['seminar'] = {}, isWhole = false) =>
  renderTerminal(replyFrom(seminar), { locale: 'en', colour: false, isWhole });

describe('the moment of an excerpt', () => {
  it.each([
    ['en', 'Play from 1:10'],
    ['zh-CN', '从 1:10 播放'],
    ['zh-TW', '從 1:10 播放'],
  ] as const)('is a button beside a short excerpt in Discord, in %s', (locale, label) => {
    expect(linksIn({ form: 'short', locale })).toEqual([{ label, url: 'https://youtu.be/abc?t=70' }]);
    expect(inDiscord({ form: 'short', locale })).toMatch(/^\*\*.*\*\*[,\uFF0C] ?1:10$/m);
    expect(inDiscord({ form: 'short', locale })).not.toContain('](');
  });

  it.each(LOCALES)('is a link without a preview beside any other in Discord, in %s', (locale) => {
    for (const form of [undefined, 'sentence', 'line'] as const) {
      const shown = { locale, ...(form && { form }) };
      expect(inDiscord(shown)).toContain('[1:10](<https://youtu.be/abc?t=70>)');
      expect(linksIn(shown)).toEqual([]);
    }
    expect(inDiscord({ locale })).toContain('2024-06-02');
  });

  it('is the same whatever is asked for: what answers comes as a button', () => {
    const { components } = renderMessage(replyFrom(), { locale: 'en', ownerId: '1', isPublic: false });
    expect(everyComponent(components).filter(({ component }) => 'url' in component)).toHaveLength(1);
  });

  it('is a link where the address is too long for a button', () => {
    const recording = (length: number) => `https://example.org/${'a'.repeat(length - 29)}.mp4`;
    const fits = { form: 'short', seminar: { recording: recording(512) } } as const;
    expect(linksIn(fits)).toMatchObject([{ url: `${recording(512)}#t=70` }]);
    const long = { form: 'short', seminar: { recording: recording(513) } } as const;
    expect(linksIn(long)).toEqual([]);
    expect(inDiscord(long)).toContain(`, [1:10](<${recording(513)}#t=70>)\n`);
  });

  it('is an address below the words in the terminal, and after the time of a whole passage', () => {
    expect(inTerminal()).toMatch(/, 1:10\n.*\n {3}https:\/\/youtu\.be\/abc\?t=70$/);
    expect(inTerminal({}, true)).toContain(
      'An evening on tunnels, 2024-06-02, 1:10 https://youtu.be/abc?t=70',
    );
  });

  it('leaves as much room for words, however long its address is', () => {
    const quotedWith = (recording: string) => {
      const reply = inForm(replyFrom({ recording }), 'short');
      const [block] = reply.blocks.filter(({ kind }) => kind === 'excerpt');
      const three = { ...reply, blocks: block ? [block, block, block] : [] };
      const { components } = renderMessage(three, { locale: 'en', ownerId: '1', isPublic: false });
      return everyComponent(components).flatMap(
        ({ component }) => component.content?.match(/^> .*$/gm) ?? [],
      );
    };
    const quoted = quotedWith('https://youtu.be/abc');
    expect(quoted).toHaveLength(3);
    expect(quotedWith(`https://example.org/${'a'.repeat(600)}.mp4`)).toEqual(quoted);
  });

  it('is the time alone without a recording', () => {
    const seminar = { recording: null };
    expect(inTerminal(seminar)).toMatch(/^speaker not named in the source, 1:10$/m);
    expect(inTerminal(seminar, true)).toMatch(/An evening on tunnels, 2024-06-02, 1:10$/m);
    expect(inDiscord({ seminar })).toMatch(/^-# An evening on tunnels, 2024-06-02, 1:10$/m);
    expect(inDiscord({ seminar, form: 'short' })).toMatch(/^\*\*speaker not named in the source\*\*, 1:10$/m);
    expect(linksIn({ seminar, form: 'short' })).toEqual([]);
  });

  it('is the place without a time', () => {
    for (const unit of ['line', 'paragraph', 'part'] as const) {
      const seminar = { timed: false, unit };
      expect(inTerminal(seminar, true)).toMatch(new RegExp(`, ${unit} 10 of the source$`, 'm'));
      expect(inTerminal(seminar)).toMatch(new RegExp(`, ${unit} 10$`, 'm'));
      for (const form of FORMS) {
        const shown = { seminar, ...(form && { form }) };
        expect(inDiscord(shown)).toMatch(new RegExp(`, ${unit} 10(?: of the source)?$`, 'm'));
        expect(inDiscord(shown)).not.toContain('](');
        expect(linksIn(shown)).toEqual([]);
      }
    }
  });

  it('cannot end its link', () => {
    const seminar = { recording: `"https://example.org/a)b|c*d\`e'f(g.mp4"` };
    const url = 'https://example.org/a%29b%7Cc%2Ad%60e%27f%28g.mp4#t=70';
    for (const form of [undefined, 'sentence', 'line'] as const)
      expect(inDiscord({ seminar, ...(form && { form }) })).toContain(`[1:10](<${url}>)`);
    expect(linksIn({ seminar, form: 'short' })).toMatchObject([{ url }]);
  });

  it('is there for programs, with the place and what it counts', () => {
    const [excerpt] = excerptsOf(replyFrom());
    expect(excerpt && excerptJson(excerpt, 'en').source).toEqual({
      title: 'An evening on tunnels',
      date: '2024-06-02',
      line: 10,
      place: 10,
      unit: 'line',
      time: 70.8,
      link: 'https://youtu.be/abc?t=70',
    });
  });
});
