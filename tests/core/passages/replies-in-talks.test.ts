import { describe, expect, it } from 'vitest';
import { sentences } from '../../../src/core/language/sentences.ts';
import { questionsAndReplies, type Utterance } from '../../../src/core/passages/questions.ts';

type Line = readonly [voice: string | null, text: string, part?: Utterance['part']];

/** Who replies to what in a talk, by the numbers of its lines: "2<0" if line 2 replies to line 0, "2<0+1" if both ask. */
function repliesIn(lines: readonly Line[]): { replies: string[]; asking: number[] } {
  const places = lines.map((_, at) => at);
  const { asking, questions } = questionsAndReplies(places, (at) => {
    const [voice, text, part = null] = lines[at] ?? [null, ''];
    const seminar = 'talk';
    return {
      text,
      sentences: sentences(text),
      voice,
      part,
      seminar,
      isEditorial: voice === '',
      paragraph: at,
    };
  });
  return {
    replies: Array.from(questions, ([reply, { asked }]) => `${reply}<${asked.join('+')}`),
    asking: [...asking],
  };
}

const REPLY: Line = [
  'Chen',
  'The harbour board pays for the new pier, and it has done so since the old one burnt down.',
];

describe('a question by somebody who does not moderate', () => {
  it.each([
    'Thank you. Ann Bo from the Herald. The pier has cost more each year. So my question is whether the town will pay? Thanks.',
    'Ann Bo, the Herald. I wonder if you could talk about who pays for the pier.',
    'Ann Bo, the Herald. I’d like to ask about the pier, and who is to pay for it.',
    'What is your message to those who cannot pay for the pier? Because they are many.',
    'so um who do you think should pay for the pier now that the old one has burnt down',
    '我想问一下码头的费用由谁来承担。',
    '能不能请您给我们讲讲码头的费用',
    '码头的费用现在是您这边承担吗',
    '您觉得码头的费用应该怎么解决呢。谢谢。',
  ])('is replied to by the next speaker: %s', (question) => {
    expect(repliesIn([['Ann', question], REPLY])).toEqual({ replies: ['1<0'], asking: [0] });
  });

  it.each([
    'Sorry?',
    'Can you hear me?',
    'Right?',
    'What?',
    'The pier is old. Right?',
    '是吗？',
    '听得到吗？',
    '对吧？',
    'Who pays for the pier? I do not know. The board has not said a word since May, and the town waits.',
    'The pier was rebuilt in May. We paid for the wood.',
    '我不知道为什么。',
    '码头去年就修好了，我们都看到了。',
  ])('is none: %s', (text) => {
    expect(repliesIn([['Ann', text], REPLY])).toEqual({ replies: [], asking: [] });
  });

  it('has several passages, and so has the reply', () => {
    const lines: Line[] = [
      ['Ann', 'Ann Bo, the Herald. The pier has cost more each year since it burnt.'],
      ['Ann', 'So who pays for it?'],
      REPLY,
      ['Chen', 'The town pays for the lamps.'],
    ];
    expect(repliesIn(lines)).toEqual({ replies: ['2<1', '3<1'], asking: [0, 1] });
  });

  it('is replied to on both sides of short turns and of editorial words', () => {
    const lines: Line[] = [
      ['Ann', 'So who pays for the new pier?'],
      REPLY,
      ['Ann', 'Yeah.'],
      ['', 'Laughter.'],
      ['Chen', 'The town pays for the lamps.'],
    ];
    expect(repliesIn(lines).replies).toEqual(['1<0', '4<0']);
  });

  it('may be made sure of before it is replied to', () => {
    const lines: Line[] = [
      ['Ann', 'Who pays for the new pier these days?'],
      ['Chen', 'The pier here, or the one at Hale?'],
      ['Ann', 'The one at Hale. Who pays for that?'],
      REPLY,
    ];
    expect(repliesIn(lines)).toEqual({ replies: ['3<0+2'], asking: [0, 1, 2] });
  });

  it('has a short reply, if there is no other', () => {
    const lines: Line[] = [
      ['Ann', 'Does the town pay for the new pier?'],
      ['Chen', 'No.'],
      ['Ann', 'And does the board pay for the lamps?'],
      ['Chen', 'No.'],
      ['Chen', 'The town does, as I said.'],
    ];
    expect(repliesIn(lines).replies).toEqual(['1<0', '3<2', '4<2']);
  });

  it('is handed over to somebody else', () => {
    const lines: Line[] = [
      ['Ann', 'Who should pay for the new pier?'],
      REPLY,
      ['Ann', 'Dora, do you want to add anything?'],
      ['Dora', 'The ferries should pay, since they use it most.'],
    ];
    expect(repliesIn(lines).replies).toEqual(['1<0', '3<0+2']);
  });

  it('is replied to by several people, if they say that they join in', () => {
    const lines: Line[] = [
      ['Ann', 'Who should pay for the new pier?'],
      REPLY,
      ['Dora', 'I’d like to add that the ferries use it most.'],
      ['Eli', 'The weather was fine in May.'],
    ];
    expect(repliesIn(lines).replies).toEqual(['1<0', '2<0']);
  });

  it('may be a reply itself', () => {
    const lines: Line[] = [
      ['Ann', 'Who should pay for the new pier?'],
      [
        'Chen',
        'The ferries use it most, so they should. But I have wondered for years why the town never asked them. Dora, you run the ferries: would you pay?',
      ],
      ['Dora', 'We would, if the pier were longer.'],
    ];
    expect(repliesIn(lines).replies).toEqual(['1<0', '2<1']);
  });

  it('by a label of those who ask needs no mark', () => {
    const lines: Line[] = [['Q', 'Mr. Mayor, on the price of the new pier.', 'asks'], REPLY];
    expect(repliesIn(lines)).toEqual({ replies: ['1<0'], asking: [0] });
  });

  it('is left open by a moderator who calls somebody, and closed by a statement after the reply', () => {
    const lines: Line[] = [
      ['Ann', 'Who should pay for the new pier?'],
      ['Max', 'That one goes to Mr. Chen, I think.', 'moderates'],
      REPLY,
      ['Max', 'Let us go on to the subject of lamps.', 'moderates'],
      ['Chen', 'The lamps were lit in June.'],
    ];
    expect(repliesIn(lines).replies).toEqual(['2<0']);
  });

  it('by somebody without a name is one only if it is little else', () => {
    const long =
      'The pier burnt down in May. It was rebuilt by the board and the town, plank by plank, until August. Who would have thought it of them?';
    expect(
      repliesIn([
        [null, 'Who should pay for the new pier?'],
        [null, 'The ferries should.'],
      ]).replies,
    ).toEqual(['1<0']);
    expect(repliesIn([[null, long], REPLY]).replies).toEqual([]);
  });
});
