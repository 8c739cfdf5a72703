import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answer, answerForSteps } from '../../../src/core/answer/answer.ts';
import { rankFor, understoodSteps } from '../../../src/core/answer/ranking.ts';
import { QUESTION_WORDS } from '../../../src/core/tuning.ts';
import { atOnce } from '../../at-once.ts';
import { anyText, bridges, corpus } from '../../fixtures.ts';

const understoodQuestion = atOnce(understoodSteps);
const answer = atOnce(answerForSteps);

const LIMIT = 3;
const ask = async (
  question: string,
  { speaker, limit = LIMIT }: { speaker?: string; limit?: number } = {},
) => {
  const library = await corpus();
  const { isCut } = understoodQuestion(library, question);
  return { ...answer(library, { question, speakers: speaker ? [speaker] : undefined }, limit), isCut };
};
const excerptsIn = (result: Answer) => (result.kind === 'answer' ? result.excerpts : []);
const idsIn = (result: Answer) => excerptsIn(result).map(({ passage }) => passage.segment.id);

const ANSWERED = [
  '“小院高墙”错在哪里?',
  'DeepSeek是否说明出口管制失效了?',
  '特朗普政府会单边行动吗?',
  '「小院高牆」錯在哪裡?',
  '川普政府會單邊行動嗎?',
  'H800芯片还在中国卖吗?',
  '中國的AI晶片企業為什麼很難出口晶片?',
  '甲骨文',
];

describe('a question that the seminar answers', () => {
  it.each(ANSWERED)('is answered: %s', async (question) => {
    expect((await ask(question)).kind).toBe('answer');
  });

  it.each(ANSWERED)('is answered with words from the stated place in the source: %s', async (question) => {
    for (const { text, passage } of excerptsIn(await ask(question))) {
      const { sourceText } = passage.transcript;
      const line = sourceText.split('\n')[passage.line - 1];
      expect(line).toContain(text);
      expect(sourceText.slice(passage.start, passage.start + text.length)).toBe(text);
    }
  });

  it.each(ANSWERED)('is answered with one whole sentence marked in each excerpt: %s', async (question) => {
    for (const { text, highlights } of excerptsIn(await ask(question))) {
      expect(highlights).toHaveLength(1);
      for (const { start, end } of highlights) {
        expect(start === 0 || /[。?!”;]\s*$/.test(text.slice(0, start)), text.slice(0, start)).toBe(true);
        expect(text.slice(start, end)).toMatch(/^\S[\s\S]*[。?!”]$/);
      }
    }
  });

  it('is answered with the sentence that contains its words marked', async () => {
    const [first] = excerptsIn(await ask('BIS每年发多少许可证?'));
    const [span] = first?.highlights ?? [];
    expect(first?.text.slice(span?.start, span?.end)).toMatch(/^BIS每年发放数以万计的个人许可证/);
  });

  it.each([1, 2, 10])('is answered with at most %d excerpts', async (limit) => {
    const count = excerptsIn(await ask('AI芯片出口管制', { limit })).length;
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThanOrEqual(limit);
  });

  it.each(['中国的芯片', '出口管制', 'BIS每年发多少许可证?'])(
    'has the same first excerpt whatever the limit, if that answers: %s',
    async (question) => {
      const { hits, best } = rankFor(await corpus(), { question });
      expect(best).toBe(hits[0]);
      const [first] = idsIn(await ask(question, { limit: 5 }));
      expect(idsIn(await ask(question, { limit: 1 }))).toEqual([first]);
    },
  );

  it('is answered in the words of the speaker who is chosen', async () => {
    const excerpts = excerptsIn(await ask('中国的芯片', { speaker: 'Reva Goujon', limit: 10 }));
    expect(excerpts.length).toBeGreaterThan(0);
    for (const { passage } of excerpts) expect(passage.speaker?.name).toBe('Reva Goujon');
  });

  it('may be answered by an unknown speaker if no speaker is chosen', async () => {
    const [first] = excerptsIn(await ask('甲骨文公司的声明'));
    expect(first?.passage).toMatchObject({ basis: 'unknown', speaker: null });
  });

  it('is answered with excerpts that count as cut only if less than the segment is shown', async () => {
    for (const { cut, text, passage } of excerptsIn(await ask('出口管制', { limit: 10 })))
      expect(cut.before || cut.after).toBe(text !== passage.segment.text);
  });
});

describe('a question on another subject', () => {
  it.each([
    '主办方提供停车位吗?',
    '苹果公司的新手机什么时候发布?',
    '量子计算机有多少个量子比特?',
    '请推荐一家火锅店',
    '今天天气怎么样?',
    '明天会下雨吗?',
    '怎么做红烧肉?',
    '比特币的价格是多少?',
    '請推薦一部電影',
    'How tall is Mount Everest?',
    'Who won the Oscar for best picture?',
    '怎麼織毛衣?',
    'How do I knit a sweater?',
  ])('is not claimed to be answered: %s', async (question) => {
    const { kind, isCut } = await ask(question);
    expect(kind).not.toBe('answer');
    expect(isCut).toBe(false);
  });

  it.each(['怎么做红烧肉?', '明天会下雨吗?', '怎么养多肉植物?', 'What do penguins eat?'])(
    'has no excerpts if nothing of it is said: %s',
    async (question) => {
      expect(await ask(question)).toMatchObject({ kind: 'none', reason: 'not-covered', elsewhere: [] });
    },
  );

  it('is not answered if only the publisher mentions it', async () => {
    // Only p49b has 全球治理, and only p4b of the tiny seminar 优点; both are commentary.
    expect((await ask('全球治理')).kind).not.toBe('answer');
    expect(answer(bridges().library, { question: '优点' }, LIMIT).kind).toBe('none');
  });

  it('is refused if the chosen speaker never mentions it', async () => {
    expect((await ask('甲骨文', { speaker: 'Chris Miller' })).kind).toBe('none');
  });

  it.each([
    ['Markdown', '# 标题 **粗体** [链接](http://x) `code` ||spoiler||'],
    ['SQL', "'; DROP TABLE segments; SELECT * FROM users WHERE 1=1 --"],
    ['a regular expression', '(?:a+)+$ [[:alpha:]]* ^.*$'],
    ['names of object properties', '__proto__ constructor toString hasOwnProperty'],
  ])('is not claimed to be answered: %s', async (_, question) => {
    expect((await ask(question)).kind).not.toBe('answer');
  });
});

describe('a question with nothing to search for', () => {
  it.each([
    ['nothing', ''],
    ['white space', ' \n\t\u3000'],
    ['punctuation', '?!…。、“”'],
    ['emoji', '\u{1F600}\u{1F389}\u{1F468}\u200D\u{1F469}\u200D\u{1F467}'],
    ['English stop words', 'What is it that they said?'],
    ['Chinese stop words', '这是什么呢?'],
    ['control characters', '\u0000\u0007\u001B\u009F'],
    ['direction marks', '\u200F\u202E\u2066\u2069'],
    ['lone surrogates', '\uDC00\uD800'],
  ])('is refused as blank: %s', async (_, question) => {
    expect(await ask(question)).toMatchObject({ kind: 'none', reason: 'blank', isCut: false });
  });
});

describe('a question with junk around its words', () => {
  const PLAIN = 'H800芯片';

  it.each([
    ['direction marks', '\u202EH800\u200F芯片\u202C'],
    ['control characters', '\u0007H800芯片\u001B'],
    ['zero-width marks', 'H8\u200B00芯\u200B片'],
    ['lone surrogates', '\uD800H800芯片\uDC00'],
    ['emoji', '\u{1F600}H800芯片\u{1F389}'],
    ['Markdown', '**H800芯片**'],
  ])('is answered like the same question without it: %s', async (_, question) => {
    expect(idsIn(await ask(question))).toEqual(idsIn(await ask(PLAIN)));
  });
});

describe('a long question', () => {
  const WORD = 'xyzzy ';

  it('is searched to its 300th word, and says so', async () => {
    expect(await ask(WORD.repeat(QUESTION_WORDS + 1))).toMatchObject({ isCut: true });
  });

  it('is not cut at 300 words', async () => {
    expect(await ask(WORD.repeat(QUESTION_WORDS))).toMatchObject({ isCut: false });
  });

  it('finds what is within the first 300 words', async () => {
    const result = await ask(`${'寒蝉效应 '}${'的 '.repeat(QUESTION_WORDS)}`);
    expect(result).toMatchObject({ kind: 'answer', isCut: true });
  });

  it('does not find what comes after them', async () => {
    expect(await ask(`${'的 '.repeat(QUESTION_WORDS)}寒蝉效应`)).toMatchObject({
      kind: 'none',
      reason: 'blank',
      isCut: true,
    });
  });

  it.each([
    ['Chinese', '出口管制'.repeat(1500)],
    ['Latin words', 'chips '.repeat(1000)],
    ['one word', 'a'.repeat(6000)],
    ['punctuation', '?'.repeat(6000)],
  ])('of 6,000 characters never throws: %s', async (_, question) => {
    expect((await ask(question)).kind).toMatch(/^(answer|closest|none)$/);
  });

  it('of 6,000 Chinese characters is cut and answered', async () => {
    expect(await ask('出口管制有效吗'.repeat(858))).toMatchObject({ kind: 'answer', isCut: true });
  });
});

describe('for any text', () => {
  it('what is shown quotes the source, and a refusal has a reason', async () => {
    const library = await corpus();
    fc.assert(
      fc.property(anyText, (question) => {
        const result = answer(library, { question }, LIMIT);
        if (result.kind === 'none') expect(['blank', 'not-covered']).toContain(result.reason);
        const excerpts = result.kind === 'none' ? [] : result.excerpts;
        expect(excerpts.length > 0).toBe(result.kind !== 'none');
        expect(excerpts.length).toBeLessThanOrEqual(LIMIT);
        for (const { text, passage } of excerpts)
          expect(passage.transcript.sourceText.slice(passage.start, passage.start + text.length)).toBe(text);
      }),
    );
  });
});

describe('a passage that is not in its source', () => {
  it('is not shown', async () => {
    const library = await corpus();
    const forged = [...library.passages].map(
      ([id, passage]) => [id, { ...passage, text: `${passage.text}!` }] as const,
    );
    expect(() => answer({ ...library, passages: new Map(forged) }, { question: '寒蝉效应' }, 1)).toThrow(
      'scsp-chips-2025/p38 is not in its source word for word',
    );
  });
});
