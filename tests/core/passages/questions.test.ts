import { describe, expect, it } from 'vitest';
import { type Passage, passageSteps } from '../../../src/core/passages/passages.ts';
import { isQuestion, type PrecedingQuestion, questionsOf } from '../../../src/core/passages/questions.ts';
import { atOnce } from '../../at-once.ts';
import { changed, corpus, soundSeminar, TRANSCRIPT } from '../../fixtures.ts';

const passagesOf = atOnce(passageSteps);

const SEMINAR = 'scsp-chips-2025';

describe('isQuestion', () => {
  it.each(['钢桥耐用吗?', '钢桥耐用吗\uFF1F', 'Does it last?', '他问:“钢桥耐用吗?”', '钢桥很耐用。木桥呢?'])(
    'accepts what ends in a question: %s',
    (text) => {
      expect(isQuestion({ text })).toBe(true);
    },
  );

  it.each(['钢桥很耐用。', '木桥呢?我不知道。'])('rejects what ends in a statement: %s', (text) => {
    expect(isQuestion({ text })).toBe(false);
  });
});

describe('the question that a passage answers', () => {
  const asked = async (segment: string) => {
    const { passages, precedingQuestions } = await corpus();
    const passage = passages.get(`${SEMINAR}/${segment}`);
    return passage && precedingQuestions.get(passage);
  };

  it.each([
    ['p5', 'p4'],
    ['p13', 'p12'],
    ['p31', 'p30'],
    ['p47b', 'p47'],
    ['p53', 'p52'],
  ])('is the one before it: %s', async (answer, question) => {
    expect(await asked(answer)).toMatchObject({ question: { segment: { id: question } }, isFirst: true });
  });

  it.each([
    ['p6', 'p4'],
    ['p16', 'p12'],
    ['p34', 'p30'],
  ])('stays the same for the whole turn, even across commentary: %s', async (answer, question) => {
    expect(await asked(answer)).toMatchObject({ question: { segment: { id: question } }, isFirst: false });
  });

  it.each(['p7', 'p11', 'p18', 'p36', 'p48', 'p51'])(
    'does not exist after a change of speaker: %s',
    async (answer) => {
      expect(await asked(answer)).toBeUndefined();
    },
  );

  it.each(['p35b'])('does not exist after a statement by the moderator: %s', async (answer) => {
    expect(await asked(answer)).toBeUndefined();
  });

  it('does not exist for commentary or for the moderator’s own words', async () => {
    for (const passage of questionsOf((await corpus()).passages.values()).questions.keys()) {
      expect(passage.basis, passage.id).not.toBe('editorial');
      expect(passage.speaker?.moderator, passage.id).not.toBe(true);
    }
  });

  const IDA = /- evidence .*\n- evidence .*\n- evidence .*\n/;
  const nameless = (transcript: string) =>
    changed(transcript, '### p6 | line 6 | Ida Moe | inferred', '### p6 | line 6 | unknown').replace(IDA, '');
  const askedIn = (transcript: string) => {
    const all = questionsOf(passagesOf(soundSeminar({ transcript }))).questions;
    return Array.from(all, ([passage, { question, isFirst }]: [Passage, PrecedingQuestion]) => [
      passage.segment.id,
      question.segment.id,
      isFirst,
    ]);
  };

  it('is found for each turn of the tiny seminar', () => {
    expect(askedIn(TRANSCRIPT)).toEqual([
      ['p3', 'p2', true],
      ['p4', 'p2', false],
      ['p6', 'p5', true],
      ['p7', 'p5', false],
    ]);
  });

  it('is found only for the first passage of a run without names', () => {
    const both = nameless(TRANSCRIPT).replace(
      '### p7 | line 7 | Ida Moe | inferred\n- evidence: as p6\n',
      '### p7 | line 7 | unknown\n',
    );
    expect(askedIn(both).slice(2)).toEqual([['p6', 'p5', true]]);
  });

  it('is not found for a named speaker after a passage without a name', () => {
    const first = nameless(TRANSCRIPT).replace(
      '- evidence: as p6',
      '- evidence (en): a\n- evidence (zh-CN): b\n- evidence (zh-TW): c',
    );
    expect(askedIn(first).slice(2)).toEqual([['p6', 'p5', true]]);
  });

  /** The tiny seminar from its second question on, with some of its segments given to the moderator. */
  const saidByModerator = (...ids: string[]) => {
    const passages = passagesOf(soundSeminar());
    const moderator = passages.find(({ speaker }) => speaker?.moderator)?.speaker;
    if (!moderator) throw new Error('No moderator.');
    const said = passages
      .slice(passages.findIndex(({ segment }) => segment.id === 'p5'))
      .map((passage) => (ids.includes(passage.segment.id) ? { ...passage, speaker: moderator } : passage));
    return Array.from(questionsOf(said).questions, ([{ segment }, { question, isFirst }]) => [
      segment.id,
      question.segment.id,
      isFirst,
    ]);
  };

  it('stays open while the moderator goes on after asking', () => {
    expect(saidByModerator('p6')).toEqual([['p7', 'p5', true]]);
  });

  it('is closed by a statement that the moderator makes after an answer', () => {
    expect(saidByModerator('p7')).toEqual([['p6', 'p5', true]]);
  });

  it('is not carried over to the next seminar', () => {
    const [question, answer] = passagesOf(soundSeminar()).slice(1, 3);
    if (!question || !answer) throw new Error('No p2 and p3.');
    const elsewhere = { ...answer, transcript: { ...answer.transcript, id: 'other' } };
    expect(questionsOf([question, elsewhere]).questions.size).toBe(0);
    expect(questionsOf([question, answer]).questions.size).toBe(1);
  });
});
