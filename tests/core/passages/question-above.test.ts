import { describe, expect, it } from 'vitest';
import { libraryOf } from '../../../src/core/library.ts';
import { type Excerpt, excerptOf } from '../../../src/core/passages/excerpt.ts';
import { questionAbove, shortened } from '../../../src/core/passages/question-above.ts';
import { isReplyUnderstoodAlone } from '../../../src/core/passages/self-contained.ts';
import { excerptsOf, quotedAsAnswer, quotedInShort } from '../../../src/reply/reply.ts';
import { bridges, changed, corpus, SOURCE, soundSeminar, TRANSCRIPT } from '../../fixtures.ts';

describe('a reply', () => {
  it.each([
    'Export controls can work in principle, but those who apply the rules have to be careful about what to ban.',
    '出口管制确实具有潜在的有效性,但我们在实际操作中仍需更加审慎,否则企业会受到伤害。',
  ])('is understood alone: %s', (text) => {
    expect(isReplyUnderstoodAlone({ text, translation: null })).toBe(true);
  });

  it.each([
    'No.',
    'The town does.',
    'Well, the town has paid for the pier since the old one burnt down, and so have the ferries.',
    'I don’t know. There’s no plan of the board to do anything of the kind before the end of May.',
    'Nobody in the town has ever asked for this before, so the board would have to look at the books.',
    '我觉得应该是的,因为现在技术发展得很快,大家都先看能不能用开源的方案解决。',
    '对,其实难度也不是很大,大家把接口互相说一说,然后把原理聊一聊就可以了。',
  ])('is not: %s', (text) => {
    expect(isReplyUnderstoodAlone({ text, translation: null })).toBe(false);
  });

  it('has the question above it, once, and not if that is shown as well', () => {
    const { library } = bridges();
    const excerpts = ['p5', 'p6', 'p7', 'p3', 'p4'].map((id) => {
      const passage = library.passages.get(`bridges/${id}`);
      if (!passage) throw new Error(`No ${id}.`);
      return excerptOf(passage, null, 1);
    });
    for (const quoted of [quotedInShort, quotedAsAnswer]) {
      const blocks = quoted(excerpts, library);
      expect(blocks.map(({ question }) => question?.passage.id)).toEqual([
        undefined,
        undefined,
        undefined,
        'bridges/p2',
        undefined,
      ]);
      expect(blocks.map(({ opensReply }) => opensReply)).toEqual([
        undefined,
        undefined,
        undefined,
        true,
        undefined,
      ]);
      expect(excerptsOf({ blocks })).toEqual(excerpts);
    }
  });

  it('has it above its beginning even if a later part comes before', () => {
    const cheap = `这${'木桥很便宜,'.repeat(20)}好。`;
    const edit = (file: string) => changed(file, '木桥便宜。', cheap);
    const library = libraryOf([soundSeminar({ source: edit(SOURCE), transcript: edit(TRANSCRIPT) })]);
    const [beginning, later] = ['p6', 'p7'].map((id) => {
      const passage = library.passages.get(`bridges/${id}`);
      if (!passage) throw new Error(`No ${id}.`);
      return excerptOf(passage, null, 1);
    });
    if (!beginning || !later) throw new Error('No p6 and p7.');
    const asked = (...excerpts: Excerpt[]) =>
      quotedInShort(excerpts, library).map(({ question, opensReply }) => [question?.passage.id, opensReply]);
    expect(asked(later, beginning)).toEqual([
      ['bridges/p5', undefined],
      ['bridges/p5', true],
    ]);
    expect(asked(beginning, later)).toEqual([
      ['bridges/p5', true],
      [undefined, undefined],
    ]);
  });

  it('has none that is not verbatim, marked, or longer than it need be', async () => {
    const { passages, precedingQuestions } = await corpus();
    let shown = 0;
    for (const passage of passages.values()) {
      const question = questionAbove(passage, precedingQuestions);
      if (!question) continue;
      shown++;
      expect(question.passage.text).toContain(question.text);
      expect(question.highlights).toEqual([]);
      expect(question.text.length).toBeLessThanOrEqual(400);
    }
    expect(shown).toBeGreaterThan(3);
  });

  it('has one as short as it is measured, but never less than the sentence that asks', async () => {
    const { precedingQuestions } = await corpus();
    const double = (text: string) => 2 * text.length;
    for (const { question, sentence } of precedingQuestions.values()) {
      const whole = excerptOf(question, sentence, 1);
      const asks = whole.highlights.map(({ start, end }) => whole.text.slice(start, end)).join('');
      for (const length of [0, 80, 200]) {
        const short = shortened(whole, length, double);
        expect(question.text).toContain(short.text);
        expect(short.text).toContain(asks);
        if (short.text !== asks) expect(double(short.text)).toBeLessThanOrEqual(length);
        expect([short.highlights, short.translation?.highlights ?? []]).toEqual([[], []]);
      }
    }
  });
});
