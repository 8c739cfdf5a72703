import { describe, expect, it } from 'vitest';
import { EVERYTHING, MOST_EXCERPTS } from '../../src/core/digest/digest.ts';
import { eligiblePassages, orderOf, passagesOfDate } from '../../src/core/digest/selection.ts';
import { LOCALES, type Locale } from '../../src/core/language/locale.ts';
import { excerptOf } from '../../src/core/passages/excerpt.ts';
import { questionAbove } from '../../src/core/passages/question-above.ts';
import { digestPost } from '../../src/digest/post.ts';
import { readCustomId } from '../../src/render/custom-id.ts';
import { renderMessage } from '../../src/render/discord.ts';
import { CUSTOM_ID, MESSAGE_TEXT } from '../../src/render/limits.ts';
import type { Reply } from '../../src/reply/reply.ts';
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
      '-# Max Roy asked (line 5 of the source):',
      '> 我想请问Ida Moe,木桥呢?',
      '**likely Ida Moe**, an engineer',
    ]);
  });

  it('is shown to an English reader only in translation', () => {
    const texts = textsOf(answered('Of *wood*?'), 'en');
    expect(texts[0]).toContain(
      'translated from the Chinese report, not the original words):\n> Of \\*wood\\*?',
    );
    expect(texts.join('\n')).not.toContain('我想请问');
  });

  it.each(['zh-CN', 'zh-TW'] as const)('is shown in the original to a reader of %s', (locale) => {
    const text = textsOf(answered('Of wood?'), locale).join('\n');
    expect(text).toContain('> 我想请问Ida Moe,木桥呢?');
    expect(text).not.toContain('Of wood');
  });
});

describe.each(LOCALES)('a post of a digest in %s', (language) => {
  const MARK = { key: 'k'.repeat(22), occasion: '2026-03-09' };

  it('fits one message with as many excerpts as it may have, and quotes them whole', async () => {
    const library = await corpus();
    const pool = eligiblePassages(library, EVERYTHING);
    for (let day = 1; day <= 28; day++) {
      const date = `2026-02-${String(day).padStart(2, '0')}`;
      const order = orderOf({ ...EVERYTHING, excerpts: MOST_EXCERPTS }, `${language} ${day}`);
      const passages = passagesOfDate(pool, order, date);
      const reply = digestPost({ passages, date, language, mark: MARK }, library);
      const components = componentsOf(reply, language);
      const text = components.flatMap(({ content }) => content ?? []).join('');
      expect(text.length).toBeLessThanOrEqual(MESSAGE_TEXT);
      expect(components.length).toBeLessThanOrEqual(MESSAGE_COMPONENTS);
      for (const { speaker } of passages) expect(text).toContain(speaker?.names[language]);
      if (language !== 'en')
        for (const each of passages) expect(text.replace(/\\([\s\S])/g, '$1')).toContain(each.text);
    }
  });

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

  it('has the question of each excerpt that would not be understood alone', async () => {
    const library = await corpus();
    const { precedingQuestions } = library;
    for (const passage of eligiblePassages(library, EVERYTHING)) {
      const reply = digestPost({ passages: [passage], date: '2026-03-09', language, mark: null }, library);
      const text = textsOf(reply, language).join('\n');
      const heading = /asked \(line|提问（|提問（/;
      expect(heading.test(text), passage.id).toBe(questionAbove(passage, precedingQuestions) !== null);
    }
  });
});
