import { describe, expect, it } from 'vitest';
import { type AnswerKind, kindsAskedFor, kindsIn } from '../../../src/core/indexing/answer-kinds.ts';
import { normalise } from '../../../src/core/language/text.ts';

const asked = (question: string) => kindsAskedFor(normalise(question));
const contained = (text: string) => [...kindsIn(normalise(text))];

describe('a question asks for a kind of answer', () => {
  it.each<[AnswerKind, string[]]>([
    [
      'number',
      [
        'How many trams run?',
        'By how much did it shrink?',
        'How old is the pier?',
        'How far is the airport?',
      ],
    ],
    [
      'number',
      [
        'How much did sales grow?',
        'How heavy is the bell?',
        '有多少辆?',
        '港口有多远?',
        '塔有多高?',
        '幾個人?',
      ],
    ],
    ['number', ['How much water does it need?', '来了几名?', '第幾名?']],
    ['share', ['What share of them left?', 'Which percentage is it?', '佔比多少?', '跌了幾成?', '百分之几?']],
    [
      'money',
      [
        'How much did the tunnel cost?',
        'How much does a ticket cost?',
        'How much will they pay?',
        '隧道花了多少钱?',
      ],
    ],
    [
      'money',
      ['How much money was raised?', 'What did the tunnel cost?', '造价是多少?', '罰款多少?', '多少歐元?'],
    ],
    [
      'time',
      [
        'When did it open?',
        'Do you know when it will open? When is it?',
        'Since when is it open?',
        'How soon will it open?',
      ],
    ],
    [
      'time',
      [
        'How long ago was that?',
        'Until when is it closed?',
        'What time does it open?',
        '什么时候开?',
        '何時開放?',
        '几点开?',
      ],
    ],
    [
      'number',
      [
        'How frequently do trams run?',
        '电车多久一次?',
        '多长时间开一次会?',
        '来了几十人?',
        'What is the number of trams?',
      ],
    ],
    ['share', ['What portion left?', 'How big a share is it?', '多大比例?', '什麼比例?']],
    ['money', ['How expensive is a ticket?', "What's the price?", '一张几块钱?', '房租多高?']],
    ['time', ['At what point did it open?', '几月份开的?', '是几时开的?', 'Which quarter was it?']],
    ['duration', ['How much time did it take?']],
    ['date', ['What date is the vote?', 'On which day?', '几号投票?', '哪天投票?', '星期几?']],
    ['duration', ['How long did it take?', 'For how long?', '要多久?', '花了多长时间?', '修了多少年?']],
  ])('%s: %j', (kind, questions) => {
    for (const question of questions)
      expect([question, asked(question)]).toEqual([question, expect.arrayContaining([kind])]);
  });

  it.each<[AnswerKind, string[]]>([
    [
      'money',
      [
        'How much did demand rise?',
        'How much did the level fall?',
        'How much warmer is it?',
        '多少万人参加?',
        '修桥要多少天?',
        '需要多少人?',
      ],
    ],
    ['duration', ['How long ago was that?', '多久以前?', '多久开一次?']],
    ['number', ['How much time did it take?', '古时候几时开?']],
    ['time', ['几时代的人?']],
    ['number', ['How do trams work?', 'Why is the pier old?']],
    ['time', ['What happens when a fan stops?', 'Why then?']],
  ])('which is not %s: %j', (kind, questions) => {
    for (const question of questions)
      expect([question, asked(question)]).not.toEqual([question, expect.arrayContaining([kind])]);
  });
});

describe('a passage contains a kind of answer', () => {
  it.each<[AnswerKind, string[]]>([
    [
      'number',
      [
        'Sixteen towns joined.',
        'Seventy of them.',
        'A quarter of them.',
        'It shrank by half.',
        'Dozens came.',
        'A couple of trams.',
      ],
    ],
    [
      'number',
      [
        'Several hundred came.',
        'A dozen.',
        '三分之一的人。',
        '一半走了。',
        '来了几十人。',
        '十几家工厂。',
        '数百人。',
        '两座桥。',
        '好几百。',
        '十四所。',
      ],
    ],
    [
      'number',
      [
        'Nobody.',
        'Once a month.',
        'Every two weeks.',
        'It is weekly.',
        'Low double digits.',
        'A few basis points.',
        'A handful.',
      ],
    ],
    [
      'number',
      [
        '每个月开一次。',
        '隔天开。',
        '一百来号人。',
        '好几个。',
        '沒人反對。',
        '百來個',
        '幾十個',
        '上百家',
        '一两年',
      ],
    ],
    [
      'share',
      [
        'Two percentage points.',
        'Roughly half.',
        'The lion’s share.',
        '三个百分点。',
        '25個基點',
        '大部分。',
        '少数。',
      ],
    ],
    ['money', ['2,095萬。', '几百块。', '两个亿。', 'Ten grand.', '5k a month.']],
    [
      'time',
      [
        'By the end of this week.',
        'In a couple of weeks.',
        'Pretty soon.',
        'In the second half.',
        'In Q3.',
        'Over the summer.',
        'Recently.',
        'At the next meeting.',
        'In the eighties.',
      ],
    ],
    [
      'time',
      [
        '月底发布。',
        '年底前',
        '下半年',
        '这周末之前',
        '过几天',
        '前阵子',
        '三季度',
        '暑假',
        '幾個月之後',
        '最近',
        '国庆节后',
      ],
    ],
    ['date', ['国庆节', '三月中旬', 'At the end of June.', '元旦']],
    ['duration', ['All day.', 'Not long.', '很久。', '一陣子', '不到一个月', '一两年']],
    [
      'money',
      [
        '2.1 million pounds.',
        'Forty euros.',
        '900 rupees.',
        '300 yen.',
        'Five million won: 5 million won.',
        'Ten francs.',
        '80 cents.',
        'EUR 40',
        'NT$300',
        'HK$9',
        '£5',
        '₹5',
      ],
    ],
    [
      'money',
      ['九百英镑。', '三千日元。', '五百台币。', '新臺幣三百元', '八百港幣', '20块', '40 CHF', 'GBP 3'],
    ],
    [
      'time',
      [
        'It opened on Thursday.',
        'Next Monday.',
        'Yesterday.',
        'We vote tonight.',
        'This morning.',
        'Next spring.',
        'In late summer.',
        'In early 2031.',
      ],
    ],
    [
      'time',
      [
        'At noon.',
        'At 7 a.m.',
        'By Saturday.',
        'Last month.',
        'In October.',
        'Three years ago.',
        'Within an hour.',
        'In May.',
        "At six o'clock.",
        'Soon.',
        'In the nineties: 1990s.',
      ],
    ],
    [
      'time',
      [
        '周三开。',
        '星期四。',
        '禮拜五',
        '上个月。',
        '下周。',
        '明年春天。',
        '去年底。',
        '月底。',
        '昨天',
        '今晚。',
        '下午三点',
        '十月',
        '周末',
        '本世纪',
        '不久后',
      ],
    ],
    [
      'date',
      [
        'On 4 June.',
        'May 9.',
        'On Wednesday.',
        'Tomorrow.',
        '6月4日',
        '十月一日',
        '星期六',
        '二十五号',
        '明天',
      ],
    ],
    [
      'duration',
      [
        'For two hours.',
        'Thirty years.',
        'Since April.',
        'It lasted decades.',
        '三个小时。',
        '半年',
        '两周',
        '多年以来',
        'since last autumn',
      ],
    ],
  ])('%s: %j', (kind, texts) => {
    for (const text of texts) expect([text, contained(text)]).toEqual([text, expect.arrayContaining([kind])]);
  });

  it.each<[AnswerKind, string]>([
    ['number', 'The harbour is open to everybody.'],
    ['number', '港口对外开放。'],
    ['money', 'The team won because it trained; prices are free to move, and pounded on.'],
    ['money', '大家一块去看。'],
    ['time', 'You may march there if you like.'.replace('march', 'walk')],
    ['time', '他说得有一点道理。'],
    ['money', '来了两万人。'],
    ['money', '这个万能的办法。'],
    ['number', '这件事不定。'],
    ['number', 'No one knows why, and nobody ever will.'],
    ['duration', 'It opened not long after the flood, and every week it floods.'],
    ['date', 'They may come.'],
    ['duration', 'Since the mayor likes it, we built one.'],
  ])('but not %s: %s', (kind, text) => {
    expect(contained(text)).not.toContain(kind);
  });
});
