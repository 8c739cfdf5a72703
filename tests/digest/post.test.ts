import { describe, expect, it } from 'vitest';
import { EVERYTHING, MOST_EXCERPTS } from '../../src/core/digest/digest.ts';
import { eligiblePassages, orderOf, passagesOfDate } from '../../src/core/digest/selection.ts';
import { LOCALES, type Locale } from '../../src/core/language/locale.ts';
import { sentences } from '../../src/core/language/sentences.ts';
import { excerptOf } from '../../src/core/passages/excerpt.ts';
import { questionAbove } from '../../src/core/passages/question-above.ts';
import { digestPost } from '../../src/digest/post.ts';
import { readCustomId } from '../../src/render/custom-id.ts';
import { renderMessage } from '../../src/render/discord.ts';
import { CUSTOM_ID, MESSAGE_TEXT } from '../../src/render/limits.ts';
import type { Reply } from '../../src/reply/reply.ts';
import { phoneLines } from '../../src/tools/eval/phone-lines.ts';
import { everyComponent } from '../discord/components.ts';
import { MESSAGE_COMPONENTS } from '../discord/limits.ts';
import { bridges, corpus } from '../fixtures.ts';

const OWNER = '1'.repeat(20);

const componentsOf = (reply: Reply, locale: Locale) =>
  everyComponent(renderMessage(reply, { locale, ownerId: OWNER, isPublic: false }).components as never).map(
    ({ component }) => component,
  );
const textsOf = (reply: Reply, locale: Locale) =>
  componentsOf(reply, locale).flatMap(({ content }) => content ?? []);

/** Two screens of a phone, with the buttons. */
const PHONE_LINES = 40;

/** What each excerpt among texts quotes, without its Markdown, and where that is cut. */
function answersIn(texts: readonly string[]): { words: string; cut: { before: boolean; after: boolean } }[] {
  return texts.flatMap((text) => {
    const quoted = text.split('\n').findLast((line) => line.startsWith('> '));
    if (quoted === undefined) return [];
    const words = quoted.slice('> '.length).replace(/\\([\s\S])|\*\*/g, '$1');
    const cut = { before: words.startsWith('[…] '), after: words.endsWith(' […]') };
    return [{ words: words.slice(cut.before ? 4 : 0, cut.after ? -4 : undefined), cut }];
  });
}

/** An answer of the tiny seminar below its question, with a translation for both. */
function answered(translation: string | null = null): Reply {
  const [question, answer] = ['p5', 'p6'].map((segment) => {
    const passage = bridges().library.passages.get(`bridges/${segment}`);
    return passage && excerptOf({ ...passage, translation }, null, 1);
  });
  if (!question || !answer) throw new Error('No p5 and p6.');
  return { outcome: 'shown', blocks: [{ kind: 'excerpt', excerpt: answer, alone: true, question }] };
}

describe('a question above an answer', () => {
  it('comes before the speaker who answers, in small print and as a quotation', () => {
    expect(textsOf(answered(), 'en')[0]?.split('\n').slice(0, 3)).toEqual([
      '-# Asked by Max Roy (line 5):',
      '> 我想请问Ida Moe,木桥呢?',
      '**likely Ida Moe**, an engineer',
    ]);
  });

  it('is shown to an English reader only in translation', () => {
    const texts = textsOf(answered('Of *wood*?'), 'en');
    expect(texts[0]).toContain('-# Asked by Max Roy (line 5):\n> Of \\*wood\\*?\n');
    expect(texts.join('\n')).not.toContain('我想请问');
    expect(texts.at(-1)).toBe('-# Translated from Chinese, not their own words.');
  });

  it.each(['zh-CN', 'zh-TW'] as const)('is shown in the original to a reader of %s', (locale) => {
    const text = textsOf(answered('Of wood?'), locale).join('\n');
    expect(text).toContain('> 我想请问Ida Moe,木桥呢?');
    expect(text).not.toContain('Of wood');
  });
});

describe.each(LOCALES)('a post of a digest in %s', (language) => {
  const MARK = { key: 'k'.repeat(22), occasion: '2026-03-09' };

  it('fits one message and two screens of a phone with as many excerpts as it may have', async () => {
    const library = await corpus();
    const pool = eligiblePassages(library, EVERYTHING);
    for (let day = 1; day <= 28; day++) {
      const date = `2026-02-${String(day).padStart(2, '0')}`;
      const order = orderOf({ ...EVERYTHING, excerpts: MOST_EXCERPTS }, `${language} ${day}`);
      const passages = passagesOfDate(pool, order, date);
      const reply = digestPost({ passages, date, language, mark: MARK }, library);
      const message = renderMessage(reply, { locale: language, ownerId: OWNER, isPublic: false });
      const components = componentsOf(reply, language);
      const text = components.flatMap(({ content }) => content ?? []).join('');
      expect(text.length).toBeLessThanOrEqual(MESSAGE_TEXT);
      expect(components.length).toBeLessThanOrEqual(MESSAGE_COMPONENTS);
      expect(phoneLines(message)).toBeLessThanOrEqual(PHONE_LINES);
      for (const { speaker } of passages) expect(text).toContain(speaker?.names[language]);
    }
  });

  it.each([1, MOST_EXCERPTS])(
    'quotes %i word for word, from the beginning, up to the end of a sentence',
    async (count) => {
      const library = await corpus();
      const pool = eligiblePassages(library, EVERYTHING);
      for (let from = 0; from + count <= pool.length; from += count) {
        const passages = pool.slice(from, from + count);
        const reply = digestPost({ passages, date: '2026-03-09', language, mark: MARK }, library);
        const quoted = answersIn(textsOf(reply, language));
        expect(quoted).toHaveLength(count);
        for (const [at, { text, translation }] of passages.entries()) {
          const whole = language === 'en' ? (translation ?? text) : text;
          const { words = '', cut } = quoted[at] ?? {};
          expect(words).not.toBe('');
          expect(whole.startsWith(words)).toBe(true);
          expect(cut).toEqual({ before: false, after: words !== whole });
          expect(sentences(whole).map(({ end }) => whole.slice(0, end).trimEnd())).toContain(words);
        }
      }
    },
  );

  it('has ids of buttons that Discord accepts, all of them different', async () => {
    const library = await corpus();
    const passages = eligiblePassages(library, EVERYTHING).slice(-MOST_EXCERPTS);
    const reply = digestPost({ passages, date: '2026-03-09', language, mark: MARK }, library);
    const ids = componentsOf(reply, language).flatMap(({ custom_id }) => custom_id ?? []);
    expect(new Set(ids).size).toBe(MOST_EXCERPTS);
    for (const id of ids) {
      expect(id.length).toBeLessThanOrEqual(CUSTOM_ID);
      expect(readCustomId(id)).toMatchObject({ name: 'context' });
    }
  });

  it('has the question above each excerpt that begins a reply and would not be understood alone', async () => {
    const library = await corpus();
    const { precedingQuestions } = library;
    for (const passage of eligiblePassages(library, EVERYTHING)) {
      const reply = digestPost({ passages: [passage], date: '2026-03-09', language, mark: null }, library);
      const text = textsOf(reply, language).join('\n');
      const heading = /^-# (?:Asked by .+ \(line \d+\):|.+提问（第 \d+ 行）：|.+提問（第 \d+ 行）：)\n> /m;
      const isFirst = precedingQuestions.get(passage)?.isFirst ?? false;
      const isUnclear = questionAbove(passage, precedingQuestions) !== null;
      expect(heading.test(text), passage.id).toBe(isFirst && isUnclear);
    }
  });
});
