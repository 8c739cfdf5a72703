import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seminarQuestionIn } from '../../../src/core/answer/seminar-question.ts';
import type { SeminarQuestionKind } from '../../../src/core/answer/seminar-words.ts';
import { anyText, soundSeminar } from '../../fixtures.ts';

const bridges = soundSeminar();
const kindOf = (question: string) => seminarQuestionIn(question, [bridges])?.kind ?? null;

const ASKED: Readonly<Record<SeminarQuestionKind, readonly string[]>> = {
  speakers: [
    'Who are the speakers?',
    'name all participants please',
    'How many panelists took part?',
    'who else was on the panel?',
    'guests?',
    'who was in the round table',
    '与会者有哪些人?',
    '一共几位嘉宾发言?',
    '有誰參加',
    '請列出講者名單',
    '谁出席了这次会议',
  ],
  moderator: [
    'Who was moderating?',
    'the moderator?',
    'Who hosts the discussion?',
    '这场会谁主持?',
    '這場沙龍誰主持',
    '主持人是哪位',
    '請問主持人是誰',
  ],
  organiser: [
    'Who are the organizers?',
    'who was it organised by?',
    '是哪个机构主办的',
    '主辦單位是誰?',
    '由谁组织的?',
  ],
  date: [
    'When was it held?',
    'On what day was the seminar?',
    'date of the event?',
    '会议是哪天开的?',
    '這是什麼時候的研討會?',
    '几月几号开的',
  ],
  summary: [
    'Summarize it for me please',
    'TL;DR',
    'Any key takeaways from the panel?',
    'quick recap pls',
    '帮我概括一下',
    '有摘要吗?',
    '請總結這次討論',
    '要点是什么',
  ],
  length: [
    'How many pages does the transcript have?',
    'how long did the event last?',
    '这份记录有多少字?',
    '研討會開了多久?',
  ],
  topics: [
    'What are the topics?',
    'what did they talk about',
    "what's the discussion about?",
    'tell me about the seminar',
    "what's in the transcript?",
    '介绍一下这场会议',
    'What subjects were discussed?',
    '这次会议谈了什么?',
    '主要議題有哪些',
    '目录',
    '他们聊了哪些话题',
  ],
  about: [
    'Where did the event take place?',
    'what is the source of the transcript?',
    '在哪里举行的?',
    '来源是什么',
  ],
  seminars: [
    'Which panels do you have?',
    'show me all transcripts',
    'How many events are in the archive?',
    '收录了哪些会议?',
    '有什麼研討會',
  ],
  help: [
    'how to use it?',
    'What can I ask you?',
    'show the commands',
    'how does the bot work',
    'what are you?',
    '使用说明',
    '你会做什么?',
    '怎麼提問',
    '有什么功能',
    '幫助',
  ],
  thanks: ['thank you so much', 'thx!', '谢谢你', '多謝', '辛苦了'],
  greeting: ['hello!', 'Good evening', 'hey, anyone there', '您好', '大家好', '哈囉'],
};

describe('a question about a seminar itself', () => {
  it.each(Object.entries(ASKED).flatMap(([kind, asked]) => asked.map((question) => [kind, question])))(
    'asks for %s: %s',
    (kind, question) => {
      expect(kindOf(question)).toBe(kind);
    },
  );

  it.each([
    'How many participants signed the contract?',
    'When did the bridge open?',
    'Who organised the strike?',
    'Who hosts the servers?',
    'What did the moderator say?',
    '主持人说了什么?',
    'Which topics does Lee mention?',
    'Summarise the argument about steel',
    '总结李乔的看法',
    'How can I use wood?',
    'help wanted in steel mills',
    'How long does steel last?',
    '钢桥能用多久?',
    'What commands a high price?',
    'conclusion about wood',
    '木桥是什么时候建的',
    'Who spoke about rust?',
    'who said so?',
    'What did the panel say about bridges?',
    'Who spoke about "A panel on bridges"?',
    'How many speakers agreed on steel?',
    'Who are the speakers on rust?',
    'thanks to whom are bridges cheap?',
    'hello kitty',
    'the date of the treaty',
    'events in Venice',
    'why?',
    'what?',
    '谁?',
    '什么',
    '',
    '?!',
    `list all speakers ${'please '.repeat(100)}`,
  ])('is not %j', (question) => {
    expect(kindOf(question)).toBeNull();
  });

  it('may name a seminar by its title or id', () => {
    for (const question of [
      'Who spoke at A panel on bridges?',
      'summary of "A Panel on Bridges"',
      '《桥梁座谈会》有哪些嘉宾',
      '关于“桥梁座谈会”的记录有多少字?',
      'Who spoke in the discussion on A panel on bridges?',
      '橋樑座談會是誰主辦的?',
      'who took part in the bridges panel?',
      'when was the event on bridges?',
      'When was A panel on bridges held?',
      '谁主持了桥梁座谈会?',
    ])
      expect([question, seminarQuestionIn(question, [bridges])?.named]).toEqual([question, [bridges]]);
    expect(seminarQuestionIn('Who spoke?', [bridges])?.named).toEqual([]);
    expect(kindOf('When were bridges built?')).toBeNull();
  });

  it('is none of our questions about what was said', () => {
    const asked = readFileSync('tests/questions.jsonl', 'utf8').trim().split('\n');
    expect(asked.length).toBeGreaterThan(400);
    for (const line of asked) {
      const { question } = JSON.parse(line) as { question: string };
      expect([question, kindOf(question)]).toEqual([question, null]);
    }
  });

  it('has no word that is not of such questions, in any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(kindOf(`Who spoke about ${text} steel?`)).toBeNull();
        kindOf(text);
      }),
    );
  });
});
