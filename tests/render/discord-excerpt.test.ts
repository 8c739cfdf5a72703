import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOCALES, type Locale } from '../../src/core/language/locale.ts';
import { sentences } from '../../src/core/language/sentences.ts';
import { libraryOf } from '../../src/core/library.ts';
import { excerptOf } from '../../src/core/passages/excerpt.ts';
import type { Passage } from '../../src/core/passages/passages.ts';
import { renderMessage } from '../../src/render/discord.ts';
import { partsOf } from '../../src/render/discord-excerpt.ts';
import { PHONE_COLUMNS } from '../../src/render/excerpt-forms.ts';
import { columnsOf } from '../../src/render/wrapping.ts';
import {
  type Block,
  type ExcerptForm,
  quotedAsAnswer,
  quotedInShort,
  type Reply,
} from '../../src/reply/reply.ts';
import { phoneLines } from '../../src/tools/eval/phone-lines.ts';
import { everyComponent } from '../discord/components.ts';
import { refuseInvalidMessage } from '../discord/message-rules.ts';
import { schemas } from '../discord/schemas.ts';
import { bridges, corpus } from '../fixtures.ts';
import { passageSaying } from '../passage-saying.ts';
import { recordedSeminar } from '../recorded-seminar.ts';

/** Two screens of a phone, with the buttons. */
const PHONE_LINES = 40;
const FORMS = [undefined, 'short', 'sentence', 'line'] as const;

const messageOf = (reply: Reply, locale: Locale) =>
  renderMessage(reply, { locale, ownerId: '1', isPublic: true });
const contentsOf = (reply: Reply, locale: Locale = 'en') =>
  everyComponent(messageOf(reply, locale).components).flatMap(({ component }) => component.content ?? []);

/** Passages quoted in one form, each with its first sentence marked. */
function quoting(passages: readonly Passage[], form?: ExcerptForm): Reply {
  const blocks = passages.map((passage): Block => {
    return { kind: 'excerpt', excerpt: excerptOf(passage, 0, 1), ...(form && { form }) };
  });
  return { outcome: 'answered', blocks };
}

const bridge = (segment: string): Passage => {
  const passage = bridges().library.passages.get(`bridges/${segment}`);
  if (!passage) throw new Error(`No ${segment}.`);
  return passage;
};

/** What each excerpt quotes, as the source has it, and whether it is cut at the end. */
function quotationsIn(contents: readonly string[]): { words: string; isCut: boolean }[] {
  return contents
    .flatMap((content) => content.split('\n'))
    .filter((line) => line.startsWith('> '))
    .map((line) => {
      const words = line.slice('> '.length).replace(/\\([\s\S])|\*\*/g, '$1');
      return { words: words.replace(/^\[…\] /, '').replace(/ \[…\]$/, ''), isCut: words.endsWith(' […]') };
    });
}

describe('an excerpt in Discord', () => {
  it('is, in short, a line of who and where, its words, and the evidence of a name', () => {
    expect(contentsOf(quoting([bridge('p6')], 'short'))).toEqual([
      '**likely Ida Moe**, line 6\n> **木桥便宜。**',
      '-# Why likely: The moderator has just asked Ida Moe by name.',
    ]);
    expect(contentsOf(quoting([bridge('p2')], 'short'))).toEqual([
      '**Max Roy**, moderator, line 2\n> **JoLee,钢桥耐用吗?**',
    ]);
  });

  it('has, as a whole passage, the role, the basis and the source as well', () => {
    expect(contentsOf(quoting([bridge('p6')]))).toEqual([
      [
        '**likely Ida Moe**, an engineer',
        '-# not named in the source; evidence: The moderator has just asked Ida Moe by name.',
        '-# A panel on bridges, 2024-05-01, line 6 of the source',
        '> **木桥便宜。**',
      ].join('\n'),
    ]);
  });

  it('has a number before the name only if there are several', () => {
    expect(contentsOf(quoting([bridge('p3'), bridge('p8')], 'short'))).toEqual([
      '**1. Jo Lee**, line 3\n> **钢桥很耐用。**它能用一百年。',
      '**2. speaker not named in the source**, line 8\n> **是的,我同意。**',
    ]);
  });

  it('stands with the others that are a line each, with the evidence below words of a likely speaker', () => {
    const [first = '', second = '', ...others] = contentsOf(quoting([bridge('p6'), bridge('p9')], 'line'));
    expect(others).toEqual([]);
    expect(first).toBe('**1. likely Ida Moe**, line 6\n> **木桥便宜。**');
    const [evidence, ...lines] = second.split('\n');
    expect(evidence).toMatch(/^-# Why likely: ./);
    expect(lines).toEqual(['**2. Jo Lee, as reported**, line 9', '> **JoLee表示,石桥最贵。**']);
  });

  it('is only named in a line if it would not be understood there', () => {
    expect(contentsOf(quoting([bridge('p7')], 'line'))).toEqual(['**likely Ida Moe**, line 7']);
  });

  it.each([
    ['short', 1],
    ['line', 1],
    [undefined, 0],
  ] as const)('names the seminar of each, in the form %s, only where it changes', (form, times) => {
    const library = libraryOf([recordedSeminar(), ...bridges().library.transcripts]);
    const excerpts = ['tunnels/p7', 'tunnels/p10', 'bridges/p3'].map((id) => {
      const passage = library.passages.get(id);
      if (!passage) throw new Error(`No ${id}.`);
      return excerptOf(passage, 0, 1);
    });
    const blocks = quotedInShort(excerpts, library, () => form ?? 'short').map((block): Block => {
      const { form: _, ...whole } = block;
      return form === undefined ? whole : block;
    });
    const text = contentsOf({ outcome: 'answered', blocks }).join('\n');
    const count = (title: string) => text.match(new RegExp(`^-# ${title}.*$`, 'gm'))?.length;
    expect(count('An evening on tunnels')).toBe(times === 1 ? 1 : 2);
    expect(count('A panel on bridges')).toBe(1);
  });

  it('is marked as translated below each one among others that are not', () => {
    const [translated, own] = [passageSaying('第一句。', 'The first.'), passageSaying('第二句。')];
    const mark = '-# Translated from Chinese, not their own words.';
    for (const form of ['short', 'line'] as const) {
      const lines = contentsOf(quoting([translated, own], form)).flatMap((content) => content.split('\n'));
      expect(lines).toEqual([
        '**1. speaker not named in the source**, line 8',
        '> **The first.**',
        mark,
        '**2. speaker not named in the source**, line 8',
        '> **第二句。**',
      ]);
    }
    const alike = contentsOf(quoting([translated, translated], 'short')).flatMap((each) => each.split('\n'));
    expect(alike.filter((line) => line === mark)).toHaveLength(1);
    expect(alike.at(-1)).toBe(mark);
  });

  it('does not name the only seminar', () => {
    const excerpts = [excerptOf(bridge('p3'), 0, 1)];
    const blocks = quotedInShort(excerpts, bridges().library);
    expect(contentsOf({ outcome: 'answered', blocks }).join('\n')).not.toContain('A panel on bridges');
  });
});

describe('texts of a message', () => {
  it.each([
    [['a', '> b', 'c'], ['a\n> b\nc']],
    [
      ['> a', '-# b', '-# c'],
      ['> a', '-# b\n-# c'],
    ],
    [
      ['-# a', '> b', '-# c', '> d'],
      ['-# a\n> b', '-# c\n> d'],
    ],
    [
      ['a\n> b', '-# c'],
      ['a\n> b', '-# c'],
    ],
    [[], []],
  ])('%j are parted only between a quotation and the small print below it', (lines, contents) => {
    expect(partsOf(lines).map(({ content }) => content)).toEqual(contents);
  });
});

describe('a reply with excerpts in short', () => {
  const SENTENCE_LINES = 16;
  const CUT_LINES = 10;
  const long = (columns: number) =>
    passageSaying(`${'桥'.repeat(columns / 2 - 1)}。${'钢桥很旧。'.repeat(40)}`);

  it.each(LOCALES)(
    'fits two screens of a phone, verbatim, to the ends of sentences, in %s',
    async (locale) => {
      const library = await corpus();
      const passages = [...library.passages.values()];
      for (let from = 0; from < passages.length; from += 3) {
        const shown = passages.slice(from, from + 3);
        const excerpts = shown.map((passage) => excerptOf(passage, passage.sentences.length - 1, 1));
        for (const quoted of [quotedAsAnswer, quotedInShort]) {
          const reply: Reply = { outcome: 'answered', blocks: quoted(excerpts, library) };
          expect(phoneLines(messageOf(reply, locale))).toBeLessThanOrEqual(PHONE_LINES);
          for (const { words } of quotationsIn(contentsOf(reply, locale))) {
            const ends = passages.flatMap(({ text, translation }) =>
              [text, translation ?? ''].flatMap((whole) =>
                whole.includes(words) ? sentences(whole).map(({ end }) => whole.slice(0, end).trimEnd()) : [],
              ),
            );
            expect(
              ends.some((upTo) => upTo.endsWith(words)),
              words,
            ).toBe(true);
          }
        }
      }
    },
  );

  it('is cut inside a sentence, to ten lines, only if that is longer than sixteen', () => {
    const most = SENTENCE_LINES * PHONE_COLUMNS;
    expect(quotationsIn(contentsOf(quoting([long(most)], 'short')))).toEqual([
      { words: `${'桥'.repeat(most / 2 - 1)}。`, isCut: true },
    ]);
    expect(quotationsIn(contentsOf(quoting([long(most + 2)], 'short')))).toEqual([
      { words: '桥'.repeat((CUT_LINES * PHONE_COLUMNS) / 2), isCut: true },
    ]);
  });

  it('has less around the answers before any of them is cut', () => {
    const ten = long(10 * PHONE_COLUMNS);
    const quoted = quotationsIn(contentsOf(quoting([ten, ten, ten], 'short')));
    expect(quoted.map(({ words }) => words)).toEqual(
      Array(3).fill(`${'桥'.repeat(5 * PHONE_COLUMNS - 1)}。`),
    );
  });

  it('has words in the first of its lines alone, unless one screen of a phone has room for all', () => {
    const sentencesOf = (first: number, ...lines: number[]) => {
      const block = (count: number, form: ExcerptForm): Block => {
        return { kind: 'excerpt', excerpt: excerptOf(long(count * PHONE_COLUMNS), 0, 1), form };
      };
      const blocks = [block(first, 'short'), ...lines.map((count) => block(count, 'line'))];
      const quoted = quotationsIn(contentsOf({ outcome: 'answered', blocks }));
      return quoted.slice(1).map(({ words }) => columnsOf(words) / PHONE_COLUMNS);
    };
    expect(sentencesOf(2, 4)).toEqual([4]);
    expect(sentencesOf(2, 5)).toEqual([]);
    expect(sentencesOf(2, 3, 2)).toEqual([3, 2]);
    expect(sentencesOf(5, 4, 2)).toEqual([4]);
    expect(sentencesOf(5, 2, 4)).toEqual([2]);
    // The first of the lines is it, also if its own sentence is too long for one.
    expect(sentencesOf(8, 5, 4)).toEqual([]);
  });

  it('leaves out the longest sentences of a comparison, and names whose they are', () => {
    const blocks = [12, 11, 10, 9, 1].map((lines): Block => {
      return { kind: 'excerpt', excerpt: excerptOf(long(lines * PHONE_COLUMNS), 0, 1), form: 'sentence' };
    });
    const contents = contentsOf({ outcome: 'answered', blocks });
    expect(contents.join('\n').match(/^\*\*\d\. /gm)).toHaveLength(5);
    const quoted = quotationsIn(contents);
    // The first one is always shown.
    expect(quoted.map(({ words }) => columnsOf(words) / PHONE_COLUMNS)).toEqual([12, 1]);
    expect(phoneLines(messageOf({ outcome: 'answered', blocks }, 'en'))).toBeLessThanOrEqual(PHONE_LINES);
  });

  it('shows whole passages whole, however many lines they are', () => {
    const passage = long(40 * PHONE_COLUMNS);
    expect(quotationsIn(contentsOf(quoting([passage])))).toEqual([
      { words: passage.text, isCut: excerptOf(passage, 0, 1).cut.after },
    ]);
  });

  it('is a message that fits two screens, quotes its sources and says who speaks, whatever is said', () => {
    const written = fc
      .tuple(
        fc.array(
          fc.constantFrom('桥很旧。', 'It fell. ', '@everyone ', '**[a](https://x.y)** ', '漆', '“好。”'),
          {
            minLength: 1,
            maxLength: 8,
          },
        ),
        fc.integer({ min: 1, max: 200 }),
      )
      .map(([parts, times]) => passageSaying(parts.join('').repeat(times).trim()));
    const blocks = fc.array(fc.tuple(written, fc.constantFrom(...FORMS.slice(1))), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(blocks, fc.constantFrom(...LOCALES), (all, locale) => {
        const reply: Reply = {
          outcome: 'answered',
          blocks: all.map(([passage, form]): Block => {
            return { kind: 'excerpt', excerpt: excerptOf(passage, 0, 1), ...(form && { form }) };
          }),
        };
        const message = messageOf(reply, locale);
        refuseInvalidMessage(structuredClone(message), { schema: schemas.channelMessage });
        expect(phoneLines(message)).toBeLessThanOrEqual(PHONE_LINES);
        const contents = contentsOf(reply, locale);
        for (const content of contents) expect(content.trim()).not.toBe('');
        for (const { words } of quotationsIn(contents)) {
          expect(words).not.toBe('');
          const plain = words.replaceAll('\u200B', '');
          expect(all.some(([{ text }]) => text.includes(plain))).toBe(true);
        }
        const speakers = {
          en: 'speaker not named in the source',
          'zh-CN': '原文未注明发言人',
          'zh-TW': '原文未註明講者',
        };
        expect(contents.join('\n').split(speakers[locale])).toHaveLength(all.length + 1);
      }),
      { numRuns: 40 },
    );
  });
});
