import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ask } from '../commands/ask.ts';
import { LOCALES } from '../src/core/language/locale.ts';
import { hasSpeaker } from '../src/core/transcript/transcript.ts';
import { renderMessage } from '../src/render/discord.ts';
import { renderJson } from '../src/render/json.ts';
import { renderTerminal } from '../src/render/terminal.ts';
import { excerptsOf } from '../src/reply/reply.ts';
import { contextOf, corpus } from './fixtures.ts';

interface Question {
  id: string;
  set: 'tuning' | 'aside';
  lang: 'en' | 'zh' | 'zh-Hant';
  question: string;
  gold: string[];
  speaker: string | null;
}

const questions = readFileSync('tests/questions.jsonl', 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Question);
const source = readFileSync('corpus/scsp-chips-2025/source.txt', 'utf8');
const library = await corpus();
const names = library.speakers.map(({ name }) => name);

/** What /ask replies, with as many excerpts as it can give, to each of our questions. */
const replies = questions.map((question) => ({
  ...question,
  reply: ask({ question: question.question, limit: 10 }, contextOf(library)),
}));

describe('the replies to all our questions', () => {
  it('quote the source word for word, with sentences marked inside the quotation', () => {
    for (const { reply } of replies) {
      for (const { text, highlights } of excerptsOf(reply)) {
        expect(source).toContain(text);
        for (const { start, end } of highlights) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }
    }
  });

  it('name nobody if the source names nobody, and otherwise somebody who is declared', () => {
    for (const { reply } of replies) {
      const json = renderJson(reply, 'en');
      if ('error' in json) throw new Error(json.error);
      for (const { speaker, attribution, evidence } of json.excerpts) {
        const named = attribution !== 'unknown' && attribution !== 'editorial';
        expect(named ? names : [null]).toContain(speaker);
        if (!['inferred', 'reported'].includes(attribution)) expect(evidence).toBeNull();
        if (attribution === 'inferred') expect(evidence).not.toBeNull();
      }
    }
  });

  it('mark what is inferred as likely, in every language, and never name unknown or commentary', () => {
    const likely = { en: 'likely ', 'zh-CN': '可能是', 'zh-TW': '可能是' };
    for (const { reply } of replies) {
      for (const excerpt of excerptsOf(reply)) {
        const { basis, speaker } = excerpt.passage;
        expect(speaker !== null).toBe(hasSpeaker(basis));
        const alone = { outcome: 'answered' as const, blocks: [{ kind: 'excerpt' as const, excerpt }] };
        for (const locale of LOCALES) {
          const [heading = ''] = renderTerminal(alone, { locale, colour: false }).trim().split('\n');
          expect(heading.includes(likely[locale])).toBe(basis === 'inferred');
          expect(names.some((name) => heading.includes(name))).toBe(hasSpeaker(basis));
        }
      }
    }
  });

  it('fit a message of Discord in every language', () => {
    for (const { reply } of replies) {
      for (const locale of LOCALES) {
        const { components } = renderMessage(reply, {
          locale,
          ownerId: '100000000000000000',
          isPublic: true,
        });
        const contents = JSON.stringify(components).match(/"content":"(?:[^"\\]|\\.)*"/g) ?? [];
        const length = contents.reduce(
          (sum, content) => sum + (JSON.parse(`{${content}}`) as { content: string }).content.length,
          0,
        );
        expect(length).toBeLessThanOrEqual(4000);
      }
    }
  });

  it('give only words of the speaker whom a question asks for', () => {
    for (const { reply, speaker, gold } of replies) {
      if (speaker === null || gold.length === 0 || reply.outcome === 'refused') continue;
      // What others say, if the speaker does not answer, is told apart.
      const own = reply.blocks.filter((block) => block.kind === 'excerpt' && !block.isElsewhere);
      for (const { passage } of excerptsOf({ blocks: own })) expect(passage.speaker?.name).toBe(speaker);
    }
  });
});

describe('the questions set aside', () => {
  const aside = replies.filter(({ set }) => set === 'aside');
  /**
   * The share of questions that have an answer whose first `depth` excerpts contain one, whether they are claimed to
   * answer or only to come closest; a refusal contains none.
   */
  const share = (isWanted: (question: Question) => boolean, depth: number) => {
    const answerable = aside.filter((question) => question.gold.length > 0 && isWanted(question));
    const found = answerable.filter(({ reply, gold }) =>
      excerptsOf(reply)
        .slice(0, depth)
        .some(({ passage }) => gold.includes(passage.segment.id)),
    );
    return found.length / answerable.length;
  };
  const isEnglish = ({ lang }: Question) => lang === 'en';
  const isChinese = ({ lang }: Question) => lang !== 'en';

  it('are answered by the first excerpt, refusals counted as misses', () => {
    expect(share(isChinese, 1)).toBeGreaterThanOrEqual(0.85);
    expect(share(isEnglish, 1)).toBeGreaterThanOrEqual(0.88);
  });

  it('are answered by one of the first three, refusals counted as misses', () => {
    expect(share(isChinese, 3)).toBeGreaterThanOrEqual(0.9);
    expect(share(isEnglish, 3)).toBeGreaterThanOrEqual(0.95);
  });
});
