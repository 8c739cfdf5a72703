import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ask } from '../../commands/ask.ts';
import { LOCALES, type Locale } from '../../src/core/language/locale.ts';
import { libraryOf } from '../../src/core/library.ts';
import { excerptOf } from '../../src/core/passages/excerpt.ts';
import { sentencesOf } from '../../src/core/passages/passages.ts';
import { renderTerminal, type TerminalStyle } from '../../src/render/terminal.ts';
import type { Reply } from '../../src/reply/reply.ts';
import {
  anyText,
  bridges,
  changed,
  contextOf,
  corpus,
  SOURCE,
  soundSeminar,
  TRANSCRIPT,
} from '../fixtures.ts';
import { passageSaying } from '../passage-saying.ts';

/** Everything that steers a terminal or turns text around, but the line break that we write ourselves. */
const STEERING = /[^\P{Cc}\n]|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

const show = (question: string, locale: Locale = 'en', style: Partial<TerminalStyle> = {}) =>
  renderTerminal(ask({ question, limit: 10 }, bridges()), { locale, colour: false, ...style });

/** The lines of the first excerpt that is shown. */
const linesOfFirst = (...shown: Parameters<typeof show>) =>
  show(...shown)
    .split('\n\n')[1]
    ?.split('\n')
    .map((line) => line.trim());

const TRANSLATED = 'Translated from Chinese, not their own words.';

const threeSentences = () => passageSaying('第一句。第二句长一点。第三句。');

describe('renderTerminal', () => {
  it('shows speaker, place, words and evidence of an excerpt', () => {
    expect(linesOfFirst('木桥便宜')).toEqual([
      'Asked by Max Roy (line 5):',
      '我想请问Ida Moe,木桥呢?',
      'likely Ida Moe, line 6',
      '**木桥便宜。**',
      'Why likely: The moderator has just asked Ida Moe by name.',
    ]);
  });

  it('shows speaker, role, basis, words and source of a whole passage', () => {
    expect(linesOfFirst('木桥便宜', 'en', { isWhole: true })).toEqual([
      'Asked by Max Roy (line 5):',
      '我想请问Ida Moe,木桥呢?',
      'likely Ida Moe, an engineer',
      'not named in the source; evidence: The moderator has just asked Ida Moe by name.',
      '**木桥便宜。**',
      'A panel on bridges, 2024-05-01, line 6 of the source',
    ]);
  });

  it('shows whole what is in short or in a line otherwise, and leaves out nothing else', () => {
    const whole = show('木桥', 'en', { isWhole: true });
    const count = (words: RegExp) => whole.match(words)?.length;
    expect(count(/^\d+\. /gm)).toBe(show('木桥').match(/^\d+\. /gm)?.length);
    expect(count(/^ {3}A panel on bridges, 2024-05-01, line \d of the source$/gm)).toBe(count(/^\d+\. /gm));
  });

  it('marks each translated excerpt among others, and not one that is only named', () => {
    const blocks = [
      [passageSaying('第一句。', 'The first.'), 'short'],
      [passageSaying('第二句。'), 'short'],
      [passageSaying(`${'桥'.repeat(92)}。`, `${'A bridge, '.repeat(18)}that is all.`), 'line'],
    ] as const;
    const reply: Reply = {
      outcome: 'answered',
      blocks: blocks.map(([passage, form]) => ({ kind: 'excerpt', excerpt: excerptOf(passage, 0, 1), form })),
    };
    const shown = renderTerminal(reply, { locale: 'en', colour: false });
    expect(shown.trim().split(/\n+/)).toEqual([
      '1. speaker not named in the source, line 8',
      '   **The first.**',
      `   ${TRANSLATED}`,
      '2. speaker not named in the source, line 8',
      '   **第二句。**',
      '3. speaker not named in the source, line 8',
    ]);
  });

  it('names nobody if the source does not', () => {
    expect(linesOfFirst('同意')?.[0]).toBe('speaker not named in the source, line 8');
    expect(linesOfFirst('同意', 'en', { isWhole: true })?.[0]).toBe('speaker not named in the source');
  });

  it('says that an excerpt is reported', () => {
    expect(linesOfFirst('石桥最贵')?.[0]).toBe('Jo Lee, as reported, line 9');
    expect(linesOfFirst('石桥最贵', 'en', { isWhole: true })?.[0]).toBe('Jo Lee, as reported, an engineer');
  });

  it('shows only who and where if the sentence is too long for a line', () => {
    const line = (words: string) => {
      const passage = passageSaying(words);
      const block = { kind: 'excerpt', excerpt: excerptOf(passage, 0, 1), form: 'line' } as const;
      return renderTerminal({ outcome: 'shown', blocks: [block] }, { locale: 'en', colour: false });
    };
    expect(line(`${'桥'.repeat(91)}。`)).toBe(
      `speaker not named in the source, line 8\n   **${'桥'.repeat(91)}。**`,
    );
    expect(line(`${'桥'.repeat(92)}。`)).toBe('speaker not named in the source, line 8');
  });

  it('numbers excerpts from 1', () => {
    const numbers = (show('木桥').match(/^\d+(?=\. )/gm) ?? []).map(Number);
    expect(numbers.length).toBeGreaterThan(1);
    expect(numbers).toEqual(numbers.map((_, at) => at + 1));
  });

  it('numbers the excerpts of a further page from where the page before ended', () => {
    const reply = { ...ask({ question: '木桥', limit: 10 }, bridges()), firstNumber: 4 };
    const shown = renderTerminal(reply, { locale: 'en', colour: false });
    const numbers = (shown.match(/^\d+(?=\. )/gm) ?? []).map(Number);
    expect(numbers.length).toBeGreaterThan(1);
    expect(numbers).toEqual(numbers.map((_, at) => 4 + at));
  });

  it('gives no number to the only excerpt', () => {
    expect(show('同意')).not.toMatch(/^\d+\. /m);
  });

  it('marks the answering sentence alone', () => {
    expect(show('能用一百年')).toContain('钢桥很耐用。**它能用一百年。**');
  });

  it.each(LOCALES)('shows no code for colours without colour, in %s', (locale) => {
    expect(show('木桥', locale)).not.toMatch(STEERING);
  });

  it('marks with bold in place of asterisks with colour', () => {
    const text = show('木桥便宜', 'en', { colour: true });
    expect(text).toContain('\u001B[1m木桥便宜。\u001B[22m');
    expect(text).not.toContain('**');
  });

  it('turns off each style that it turns on', () => {
    const text = show('木桥', 'en', { colour: true });
    const count = (code: string) => text.split(`\u001B[${code}m`).length - 1;
    expect(count('1')).toBeGreaterThan(0);
    expect(count('2')).toBeGreaterThan(0);
    expect(count('22')).toBe(count('1') + count('2'));
  });

  it.each([
    [0, 2, '   第一句。**第二句长一点。**第三句。'],
    [1, 2, '   […] **第二句长一点。**第三句。'],
    [0, 1, '   第一句。**第二句长一点。** […]'],
    [1, 1, '   […] **第二句长一点。** […]'],
  ])('marks where an excerpt is cut: sentences %i to %i', (first, last, words) => {
    const excerpt = excerptOf(sentencesOf(threeSentences(), first, last), 1 - first, 1);
    for (const form of [undefined, 'short'] as const) {
      const block = { kind: 'excerpt', excerpt, ...(form && { form }) } as const;
      const text = renderTerminal({ outcome: 'shown', blocks: [block] }, { locale: 'en', colour: false });
      expect(text.split('\n')).toContain(words);
    }
  });

  it('marks a gap between the sentences of one passage', () => {
    const [first, third] = [0, 2].map((at) => excerptOf(sentencesOf(threeSentences(), at, at), null, 1));
    if (!first || !third) throw new Error('No sentences.');
    const block = { kind: 'excerpt', excerpt: first, further: [third] } as const;
    expect(renderTerminal({ outcome: 'shown', blocks: [block] }, { locale: 'en', colour: false })).toContain(
      '   第一句。 […] 第三句。\n',
    );
  });

  it('tells readers of Traditional Chinese, and nobody else, that excerpts are in Simplified', () => {
    const note = '摘錄依原文以簡體中文呈現。';
    expect(show('木桥', 'zh-TW')).toContain(note);
    expect(show('火锅', 'zh-TW')).not.toContain(note);
    expect(show('木桥', 'zh-CN')).not.toContain('简体中文');
    expect(show('木桥', 'en')).not.toContain('Simplified');
  });

  it('tells Chinese readers last, and once, that the source is not in the language that was spoken', () => {
    const transcript = changed(TRANSCRIPT, 'language: zh-CN', 'language: zh-CN\nspoken: en');
    const context = contextOf(libraryOf([soundSeminar({ transcript })]));
    const lines = renderTerminal(ask({ question: '木桥', limit: 10 }, context), {
      locale: 'zh-CN',
      colour: false,
    }).split('\n');
    const note = '研讨会用英语进行，原文为中文，不是原话。';
    expect(lines.indexOf(note)).toBe(lines.length - 1);
    expect(show('木桥', 'zh-CN')).not.toContain('研讨会用');
  });

  it('shows an English reader the translation alone, and says last that it is one', async () => {
    const reply = ask({ question: '寒蝉效应', limit: 1 }, contextOf(await corpus()));
    const text = renderTerminal(reply, { locale: 'en', colour: false });
    expect(text).toContain('chilling effect');
    expect(text).not.toContain('寒蝉');
    expect(text.split('\n').at(-1)).toBe(TRANSLATED);
  });

  it('shows an English reader the source below the translation of a whole passage', async () => {
    const reply = ask({ question: '寒蝉效应', limit: 1 }, contextOf(await corpus()));
    const text = renderTerminal(reply, { locale: 'en', colour: false, isWhole: true });
    const at = ['chilling effect', 'In the source, in Chinese:', '寒蝉效应', TRANSLATED].map((part) =>
      text.indexOf(part),
    );
    expect(at).not.toContain(-1);
    expect(at).toEqual([...at].sort((a, b) => a - b));
    expect(text.split('\n').at(-1)).toBe(TRANSLATED);
  });

  it('shows a Chinese reader no translation', async () => {
    const reply = ask({ question: '寒蝉效应', limit: 1 }, contextOf(await corpus()));
    for (const isWhole of [false, true])
      expect(renderTerminal(reply, { locale: 'zh-CN', colour: false, isWhole })).not.toContain('chilling');
  });

  it('shows the way on after a refusal: speakers and topics', () => {
    const text = show('火锅');
    expect(text).toContain('Found nothing in the transcript that answers this.');
    expect(text).toContain('Speakers: Max Roy, Jo Lee, and Ida Moe.');
    expect(text).toContain('  - steel');
  });

  it('ends without a line break', () => {
    expect(show('火锅')).not.toMatch(/\n$/);
  });
});

describe('a question above an answer', () => {
  const postOf = (translation: string | null = null): Reply => {
    const excerpts = ['p5', 'p6', 'p9'].map((segment) => {
      const passage = bridges().library.passages.get(`bridges/${segment}`);
      if (!passage) throw new Error(`No ${segment}.`);
      return excerptOf({ ...passage, translation }, null, 1);
    });
    const [question, answer, other] = excerpts;
    if (!question || !answer || !other) throw new Error('No excerpts.');
    return {
      outcome: 'shown',
      blocks: [
        { kind: 'excerpt', excerpt: answer, question },
        { kind: 'excerpt', excerpt: other },
      ],
    };
  };
  const linesOf = (reply: Reply, locale: Locale) =>
    renderTerminal(reply, { locale, colour: false })
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);

  it('comes before the speaker who answers, with the asker and the line', () => {
    expect(linesOf(postOf(), 'en').slice(0, 3)).toEqual([
      'Asked by Max Roy (line 5):',
      '我想请问Ida Moe,木桥呢?',
      '1. likely Ida Moe, an engineer',
    ]);
  });

  it('is not an excerpt and gets no number', () => {
    expect(linesOf(postOf(), 'en').filter((line) => /^\d+\. /.test(line))).toEqual([
      '1. likely Ida Moe, an engineer',
      '2. Jo Lee, as reported, an engineer',
    ]);
  });

  it('is shown to an English reader in translation alone, and says so', () => {
    const lines = linesOf(postOf('And wood?'), 'en');
    expect(lines.slice(0, 2)).toEqual(['Asked by Max Roy (line 5):', 'And wood?']);
    expect(lines.filter((line) => line.includes('我想请问'))).toEqual([]);
    expect(lines.filter((line) => line === TRANSLATED)).toEqual([lines.at(-1)]);
  });

  it.each([
    ['zh-CN', '罗麦（Max Roy）提问（第 5 行）：'],
    ['zh-TW', '羅麥（Max Roy）提問（第 5 行）：'],
  ] as const)('is shown in its source to a reader of %s', (locale, heading) => {
    expect(linesOf(postOf('And wood?'), locale).slice(0, 2)).toEqual([heading, '我想请问Ida Moe,木桥呢?']);
  });

  it('cannot steer the terminal', () => {
    const hostile = '\u001B[2J\u009B31m\u0007\u202E\u2066';
    const edit = (text: string) => changed(text, '木桥呢?', `木桥${hostile}呢?`);
    const { passages } = libraryOf([soundSeminar({ source: edit(SOURCE), transcript: edit(TRANSCRIPT) })]);
    const [question, answer] = ['p5', 'p6'].map((segment) => passages.get(`bridges/${segment}`));
    if (!question || !answer) throw new Error('No p5 and p6.');
    const block = {
      kind: 'excerpt',
      excerpt: excerptOf(answer, null, 1),
      question: excerptOf(question, null, 1),
    } as const;
    const text = renderTerminal({ outcome: 'shown', blocks: [block] }, { locale: 'en', colour: false });
    expect(text).toContain('木桥\uFFFD');
    expect(text).not.toMatch(STEERING);
  });
});

describe('hostile text', () => {
  const HOSTILE = '\u001B[2J\u009B31m\u0007\u202E\u2066';

  it('in the transcript cannot steer the terminal', () => {
    const edit = (text: string) => changed(text, '是的,我同意。', `是的,${HOSTILE}我同意。`);
    const context = contextOf(
      libraryOf([soundSeminar({ source: edit(SOURCE), transcript: edit(TRANSCRIPT) })]),
    );
    const text = renderTerminal(ask({ question: '同意' }, context), { locale: 'en', colour: false });
    expect(text).toContain('我同意');
    expect(text).not.toMatch(STEERING);
  });

  it.each([
    ['evidence', 'The moderator has just asked'],
    ['a role', 'en: an engineer, zh-CN: 工程师, zh-TW: 工程師 }\n    aliases: []'],
    ['a title', 'A panel on bridges'],
  ])('in %s cannot steer the terminal', (_, place) => {
    // In YAML the escape code must be written as one; in evidence it can be as it is.
    const hostile = place.startsWith('The') ? `${HOSTILE}${place}` : undefined;
    const transcript = hostile
      ? changed(TRANSCRIPT, place, hostile)
      : changed(TRANSCRIPT, place, place.replace(/A panel on bridges|an engineer/, '"\\e[2J\\x07hostile"'));
    const context = contextOf(libraryOf([soundSeminar({ transcript })]));
    const reply = ask({ question: '木桥便宜' }, context);
    const [short, whole] = [false, true].map((isWhole) =>
      renderTerminal(reply, { locale: 'en', colour: false, isWhole }),
    );
    expect(whole).toContain('\uFFFD');
    for (const text of [short, whole]) expect(text).not.toMatch(STEERING);
  });

  it('in the name of a speaker or seminar that is asked for cannot steer the terminal', () => {
    for (const input of [
      { question: 'x', speaker: HOSTILE },
      { question: 'x', seminar: HOSTILE },
    ])
      expect(renderTerminal(ask(input, bridges()), { locale: 'en', colour: false })).not.toMatch(STEERING);
  });

  it('of any kind in question and names cannot steer the terminal', () => {
    const context = bridges();
    fc.assert(
      fc.property(anyText, anyText, fc.constantFrom(...LOCALES), (question, speaker, locale) => {
        for (const input of [{ question }, { question, speaker }, { question: '木桥', seminar: speaker }])
          expect(renderTerminal(ask(input, context), { locale, colour: false })).not.toMatch(STEERING);
      }),
    );
  });
});
