import { describe, expect, it } from 'vitest';
import { answerForSteps } from '../../../src/core/answer/answer.ts';
import { asksForQuestion, asksForReply } from '../../../src/core/answer/asks-for-question.ts';
import { rankFor } from '../../../src/core/answer/ranking.ts';
import { NO_DICTIONARY } from '../../../src/core/language/dictionary.ts';
import { normalise } from '../../../src/core/language/text.ts';
import { searchablePassages } from '../../../src/core/library.ts';
import { atOnce } from '../../at-once.ts';
import { bridges } from '../../fixtures.ts';

const answerFor = atOnce(answerForSteps);

describe('a question that asks for a question', () => {
  it.each([
    'What did Nick Timiraos ask?',
    'Who asked about tariffs?',
    'Which reporter asked about tariffs?',
    'What did the audience ask about tolls?',
    'What was Powell asked about recession?',
    'What questions were asked about chips?',
    'Steve Liesman’s question',
    'What did Reva want to know from Alan?',
    'Did anyone ask about crypto?',
    '记者问了什么?',
    '鲍威尔被问到什么?',
    '谁问了关税的事?',
    '瑞娃想从艾伦那里知道什么',
    '誰提問了關稅?',
    '記者問了什麼\uFF1F',
    '有人问过性能吗?',
    '姜宁提了哪些问题?',
    '主持人的问题是什么',
  ])('is one: %s', (question) => {
    expect(asksForQuestion(normalise(question))).toBe(true);
  });

  it.each([
    'What did Powell say when asked about tariffs?',
    'How did Powell respond to the question about tariffs?',
    'Who answered the question about tariffs?',
    'Who asked for more funding?',
    'Ask Miller about chips',
    'Can I ask what the rate is?',
    'What is the question of sovereignty about?',
    'Is AI out of the question?',
    'What problems does the Fed face?',
    '这个问题怎么解决?',
    '请问什么是CUDA?',
    '想问一下芯片怎么造',
    '我想知道什么是HBM',
    '鲍威尔被问到关税时怎么说?',
    '他们遇到什么问题',
    '访问量多少',
    '问题的关键是什么',
  ])('is none: %s', (question) => {
    expect(asksForQuestion(normalise(question))).toBe(false);
  });
});

/** A hearing: two people ask, and one replies with the words of their questions. */
const hearing = searchablePassages(
  [
    {
      id: 'h1',
      text: 'Ada Moss, the Herald. Who pays for the tolls on the new bridge?',
      speaker: 'Ada Moss',
    },
    {
      id: 'h2',
      text: 'The tolls on the new bridge pay for the bridge, and nobody else pays.',
      speaker: 'Cleo Hart',
    },
    { id: 'h3', text: 'I wonder if you could talk about ferries. Thanks.', speaker: 'Ben Low' },
    { id: 'h4', text: 'The ferries go on as they did, every day but Sunday.', speaker: 'Cleo Hart' },
    { id: 'h5', text: 'The bridge opens in May, and the tolls begin in June.', speaker: 'Cleo Hart' },
  ].map((passage) => ({ ...passage, seminar: 'hearing' })),
  () => NO_DICTIONARY,
);
const firstOf = (question: string) => rankFor(hearing, { question }).hits[0]?.document.id;

describe('who asks', () => {
  it('for a question gets it before its reply', () => {
    expect(firstOf('Who asked about the tolls on the new bridge?')).toBe('h1');
    expect(firstOf('Which reporter asked about ferries?')).toBe('h3');
    expect(firstOf('What was Cleo Hart asked about tolls?')).toBe('h1');
  });

  it('the same gets the reply, whose words the question need not be among', () => {
    expect(firstOf('Who pays for the tolls on the new bridge?')).toBe('h2');
    expect(firstOf('Can you talk about ferries?')).toBe('h4');
    expect(firstOf('What did Cleo Hart say when asked about ferries?')).toBe('h4');
  });

  it('what somebody asked gets the questions, and none if there is none', () => {
    const { library } = bridges();
    const answer = answerFor(library, { question: 'What did Max Roy ask?' }, 3);
    expect(answer.kind === 'answer' && answer.excerpts.map(({ passage }) => passage.id)).toEqual([
      'bridges/p2',
      'bridges/p5',
    ]);
    expect(answerFor(library, { question: 'What did Jo Lee ask?' }, 3)).toMatchObject({
      kind: 'none',
      reason: 'not-covered',
    });
    expect(answerFor(library, { question: '罗麦问了什么?' }, 3).kind).toBe('answer');
  });

  it('what was replied to somebody gets the replies, and not the words of who asked', () => {
    expect(asksForReply('rossi asked about tolls, so what did she say?')).toBe(true);
    expect(asksForReply('how did she answer when rossi asked about tolls?')).toBe(true);
    expect(
      asksForReply('\u7f57\u9ea6\u95ee\u8fc7\u4ef7\u94b1\uff0c\u5bf9\u65b9\u600e\u4e48\u56de\u7b54?'),
    ).toBe(true);
    expect(asksForReply('what did rossi say about tolls?')).toBe(false);
    const { library } = bridges();
    const answer = answerFor(library, { question: 'Max Roy asked about 木桥, what did she answer?' }, 3);
    const speakers = 'excerpts' in answer ? answer.excerpts.map(({ passage }) => passage.speaker?.name) : [];
    expect(speakers[0]).toBe('Ida Moe');
  });
});
