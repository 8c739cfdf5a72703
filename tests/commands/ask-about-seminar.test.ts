import { describe, expect, it } from 'vitest';
import { ask } from '../../commands/ask.ts';
import { LOCALES, type Locale } from '../../src/core/language/locale.ts';
import { libraryOf } from '../../src/core/library.ts';
import { renderMessage } from '../../src/render/discord.ts';
import { renderJson } from '../../src/render/json.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import { excerptsOf } from '../../src/reply/reply.ts';
import { bridges, changed, contextOf, FILES, SOURCE, soundSeminar, TRANSCRIPT } from '../fixtures.ts';

const shown = (question: string, locale: Locale = 'en', context = bridges()) =>
  renderTerminal(ask({ question }, context), { locale, colour: false });

/** The tiny seminar so many times, each a month after the one before, with titles of their own. */
const many = (count: number) =>
  contextOf(
    libraryOf(
      Array.from({ length: count }, (_, at) => {
        const date = `${2000 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`;
        return soundSeminar({
          source: SOURCE,
          transcript: changed(
            changed(TRANSCRIPT, 'date: 2024-05-01', `date: ${date}`),
            'en: A panel on bridges',
            `en: A panel on bridge number ${at}`,
          ),
          files: { ...FILES, id: `bridges-${at}` },
        });
      }),
    ),
  );

describe('/ask about the seminar itself', () => {
  it.each([
    [
      'Who were the panelists?',
      ['Max Roy – moderator', 'Jo Lee – an engineer', 'Ida Moe', '(3)', '/speakers'],
    ],
    ['who moderated?', ['moderated by Max Roy']],
    ['When was this?', ['A panel on bridges – 2024-05-01']],
    ['who organised it?', ['The Bridge Club']],
    ['what is it about?', ['steel', '/transcript']],
    ['tl;dr', ['does not write summaries', 'steel', '/transcript', '/speakers', 'Does a steel bridge last?']],
    ['how long is the transcript?', ['10 passages', 'not recorded', '/transcript']],
    ['which seminars are there?', ['A panel on bridges – 2024-05-01']],
    ['where was it?', ['/about']],
    ['help', ['/ask', '/compare', 'Does a steel bridge last?']],
    ['hello', ['Does a steel bridge last?', '/help']],
    ['thanks!', ['You are welcome', '/help']],
  ])('%s', (question, parts) => {
    const text = shown(question);
    for (const part of parts) expect(text).toContain(part);
    const reply = ask({ question }, bridges());
    expect(reply.outcome).toBe('shown');
    expect(excerptsOf(reply)).toEqual([]);
  });

  it.each([
    ['zh-CN', '有哪些嘉宾', '罗麦（Max Roy），主持人'],
    ['zh-TW', '誰主辦的?', '主辦單位：橋樑學會'],
    ['zh-TW', '總結一下', '不寫總結'],
  ] as const)('in %s: %s', (locale, question, part) => {
    expect(shown(question, locale)).toContain(part);
  });

  it('says if no moderator is named', () => {
    const transcript = changed(TRANSCRIPT, '    moderator: true\n', '');
    const context = contextOf(libraryOf([soundSeminar({ transcript })]));
    expect(shown('Who moderated?', 'en', context)).toContain('no moderator is named');
  });

  it('gives a program the words, not an answer', () => {
    const json = renderJson(ask({ question: 'who organised it?' }, bridges()), 'en');
    expect(json).toEqual({
      answered: false,
      kind: 'none',
      excerpts: [],
      reply: 'A panel on bridges, 2024-05-01: Organised by The Bridge Club',
    });
  });

  it('searches as usual if a speaker is given, or other words are in the question', () => {
    expect(ask({ question: 'topics', speaker: 'Jo Lee' }, bridges()).outcome).not.toBe('shown');
    expect(ask({ question: '木桥便宜是谁主持的?' }, bridges()).outcome).not.toBe('shown');
  });

  describe('of several seminars', () => {
    const context = many(30);

    it('tells of the newest, counts the others, and says how to ask about one', () => {
      const text = shown('when was this?', 'en', context);
      expect(text.indexOf('number 29 – 2002-06-01')).toBeLessThan(text.indexOf('number 28 – 2002-05-01'));
      expect(text).toContain('number 26');
      expect(text).not.toContain('number 25');
      expect(text).toContain('More seminars, not shown: 26.');
      expect(text).toContain('for example bridges-29');
      expect(shown('list all speakers', 'en', context)).toContain('Seminars: 30. Speakers: 3.');
    });

    it('tells of the one that is asked about alone', () => {
      const named = shown('Who spoke at "A panel on bridge number 7"?', 'en', context);
      const chosen = renderTerminal(ask({ question: 'Who spoke?', seminar: 'bridges-7' }, context), {
        locale: 'en',
        colour: false,
      });
      for (const text of [named, chosen]) {
        expect(text).toContain('Speakers in A panel on bridge number 7, 2000-08-01 (3):');
        expect(text).not.toContain('number 8');
      }
    });

    it('fits a message of Discord, whatever is asked', () => {
      for (const question of [
        'speakers',
        'moderator',
        'summary',
        'topics',
        'how long is it?',
        'help',
        'hi',
      ]) {
        for (const locale of LOCALES) {
          const { components } = renderMessage(ask({ question }, context), {
            locale,
            ownerId: '100000000000000000',
            isPublic: true,
          });
          expect(JSON.stringify(components).length).toBeLessThan(4000);
        }
      }
    });
  });
});
