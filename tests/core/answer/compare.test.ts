import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerForSteps } from '../../../src/core/answer/answer.ts';
import { compareSteps } from '../../../src/core/answer/compare.ts';
import { atOnce } from '../../at-once.ts';
import { anyText, bridges, corpus } from '../../fixtures.ts';

const answer = atOnce(answerForSteps);
const compare = atOnce(compareSteps);

const compared = async (question: string, unnamedLimit = 2) => {
  const library = await corpus();
  return compare(library, question, { speakers: library.speakers, unnamedLimit });
};
const linesBySpeaker = ({ answering }: Awaited<ReturnType<typeof compared>>) =>
  Object.fromEntries(answering.map(({ speaker, excerpt }) => [speaker.name, excerpt.passage.line]));

describe('a comparison', () => {
  it('has the best excerpt of each speaker who answers', async () => {
    // 13: "export controls do have potential effectiveness"; 5: "not an insurmountable barrier".
    expect(linesBySpeaker(await compared('Do export controls work?'))).toMatchObject({
      'Nazak Nikakhtar': 13,
      'Alan Estevez': 5,
    });
  });

  it('has both speakers who disagree on the question', async () => {
    // Chris Miller on line 48 expects unilateral steps; Alan Estevez on line 51 says when the US avoids them.
    const lines = linesBySpeaker(await compared('美国会采取单边行动吗?'));
    expect(lines['Alan Estevez']).toBe(51);
    expect([48, 49]).toContain(lines['Chris Miller']);
  });

  it('has every speaker once, as answering, close or silent', async () => {
    const { speakers } = await corpus();
    for (const question of ['Do export controls work?', '甲骨文', 'H800芯片还在中国卖吗?']) {
      const { answering, close, silent } = await compared(question);
      const names = [...[...answering, ...close].map(({ speaker }) => speaker), ...silent].map(
        ({ name }) => name,
      );
      expect(names.toSorted()).toEqual(speakers.map(({ name }) => name).toSorted());
    }
  });

  it('quotes each speaker as an answer by that speaker alone would', async () => {
    const library = await corpus();
    const question = 'Do export controls work?';
    for (const { speaker, excerpt } of (await compared(question)).answering) {
      const alone = answer(library, { question, speakers: [speaker.id] }, 1);
      expect(alone.kind === 'answer' && alone.excerpts[0]?.passage.id).toBe(excerpt.passage.id);
    }
  });

  it('begins with the speaker of the best answer', async () => {
    const library = await corpus();
    for (const question of [
      'Do export controls work?',
      'H800芯片还在中国卖吗?',
      '被技术封锁就能更快突破吗?',
    ]) {
      const best = answer(library, { question }, 1);
      const first = best.kind === 'answer' ? best.excerpts[0]?.passage.speaker?.name : undefined;
      expect(first).toBeDefined();
      expect((await compared(question)).answering[0]?.speaker.name).toBe(first);
    }
  });

  it('lists passages without a named speaker separately', async () => {
    // Only line 20, whose speaker is unknown, mentions Oracle.
    const { answering, close, silent, unnamed } = await compared('甲骨文公司的声明');
    expect(answering).toEqual([]);
    expect([...close, ...silent]).toHaveLength(5);
    expect(unnamed.map(({ passage }) => passage.segment.id)).toContain('p20');
  });

  it.each([1, 2])('has at most %d excerpts without a named speaker, though there are more', async (limit) => {
    // Lines 18, 20 and 27, all by unknown speakers, are about the AI diffusion rule.
    expect((await compared('AI扩散规则', limit)).unnamed).toHaveLength(limit);
  });

  it('leaves out commentary, which nobody at the seminar said', async () => {
    // Only p49b has 全球治理, and it is editorial.
    const { answering, unnamed } = await compared('全球治理');
    expect([...answering, ...unnamed]).toEqual([]);
  });

  it('does not count a moderator’s question as an answer', async () => {
    // Max Roy asks on line 2 whether a steel bridge lasts; Jo Lee answers on line 3.
    const { library } = bridges();
    const { answering, silent } = compare(library, '钢桥耐用吗?', {
      speakers: library.speakers,
      unnamedLimit: 2,
    });
    expect(answering.map(({ speaker }) => speaker.name)).toEqual(['Jo Lee']);
    expect(silent.map(({ name }) => name)).toContain('Max Roy');
  });

  it('has all who answer even if the question asks one of them, who comes first', async () => {
    const { answering } = await compared('What does Miller think of export controls?');
    expect(answering[0]?.speaker.name).toBe('Chris Miller');
    expect(answering.length).toBeGreaterThan(1);
  });

  it('is blank if there is nothing to search for', async () => {
    expect(await compared('这是什么呢?')).toMatchObject({ isBlank: true, answering: [], unnamed: [] });
  });

  it('quotes each speaker verbatim, and names nobody for the other excerpts, whatever the question', async () => {
    const library = await corpus();
    fc.assert(
      fc.property(anyText, (question) => {
        const { answering, close, unnamed, unnamedClose } = compare(library, question, {
          speakers: library.speakers,
          unnamedLimit: 2,
        });
        const named = [...answering, ...close];
        const others = [...unnamed, ...unnamedClose];
        for (const { speaker, excerpt } of named) expect(excerpt.passage.speaker).toBe(speaker);
        for (const { passage } of others) expect(passage).toMatchObject({ basis: 'unknown', speaker: null });
        for (const { text, passage } of [...named.map(({ excerpt }) => excerpt), ...others])
          expect(passage.transcript.sourceText.slice(passage.start, passage.start + text.length)).toBe(text);
      }),
      { numRuns: 30 },
    );
  });
});
