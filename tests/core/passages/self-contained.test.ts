import { describe, expect, it } from 'vitest';
import { sentences } from '../../../src/core/language/sentences.ts';
import type { Passage } from '../../../src/core/passages/passages.ts';
import { fullThoughts, leansBack, standsAlone } from '../../../src/core/passages/self-contained.ts';
import { bridges } from '../../fixtures.ts';

/** A passage of the tiny seminar with other words. */
function saying(text: string): Passage {
  const passage = bridges().library.passages.get('bridges/p3');
  if (!passage) throw new Error('No p3.');
  return { ...passage, text, sentences: sentences(text) };
}

const THOUGHT = '出口管制确实具有潜在的有效性,但我们在实际操作中仍需更加审慎。';
const ENGLISH =
  'Export controls can work in principle, but those who apply them have to be careful about what they ban.';

describe('leansBack', () => {
  it.each(['但是木桥怕火灾。', '因此,桥会塌。', 'But it burns.', 'However, it burns.', 'Yes.'])(
    'is for an opening that goes on from something: %s',
    (text) => {
      expect(leansBack(text)).toBe(true);
    },
  );

  it.each(['木桥怕火灾。', 'Butter burns.', 'Thatched roofs burn.', 'Sofia burns.'])(
    'is not for an opening of its own: %s',
    (text) => {
      expect(leansBack(text)).toBe(false);
    },
  );
});

describe('standsAlone', () => {
  it('is not for what leans back in translation alone', () => {
    const restrictions = '我们设置的这些限制确实会让他们的技术突破变得更加困难,这一代芯片尤其如此。';
    const passage = saying(restrictions);
    expect(standsAlone(passage, false)).toBe(true);
    const translation = 'These restrictions of ours do make their breakthroughs harder.';
    expect(standsAlone({ ...passage, translation }, false)).toBe(false);
  });

  it('is for an it that points at nothing', () => {
    const text =
      'It took us seventy or eighty years to build this industry, and it may take them no more than fifteen.';
    expect(standsAlone(saying(text), false)).toBe(true);
  });

  it.each([THOUGHT, ENGLISH, `“${THOUGHT}”`])('is for a full thought: %s', (text) => {
    expect(standsAlone(saying(text), false)).toBe(true);
  });

  it.each([
    '但是,',
    '因此,',
    '所以,',
    '他们认为,',
    '这表明,',
    '那时,',
    '此外,',
    '是的,',
    '没错,',
    '我同意,',
    '虽然,',
    '虽然\uFF0C',
    '当然,',
    '让我进一步说明一下。',
    '让我再补充一点。',
    '我想补充的是,',
    '“因此,',
  ])('is not for what opens with a word on what stands before it: %s', (opening) => {
    expect(standsAlone(saying(`${opening}${THOUGHT}`), false)).toBe(false);
  });

  it.each([
    'But ',
    'Therefore ',
    'They say: ',
    'That said, ',
    'It is so: ',
    'Exactly: ',
    'I agree. ',
    'Let me add this: ',
    'Of course: ',
  ])('is not for what opens so in English: %s', (opening) => {
    expect(standsAlone(saying(`${opening}${ENGLISH}`), false)).toBe(false);
  });

  it.each(['虽然', '让我们看看,'])('is for a word that only looks like one: %s', (opening) => {
    expect(standsAlone(saying(`${opening}${THOUGHT}`), false)).toBe(true);
  });

  it.each([
    `DeepSeek的崛起再次证明了这一点。${THOUGHT}`,
    `The bridge across the bay has shown that. ${ENGLISH}`,
  ])('is not for what first ends on what stands before it: %s', (text) => {
    expect(standsAlone(saying(text), false)).toBe(false);
  });

  it('is for what ends on its own words later', () => {
    expect(standsAlone(saying(`${THOUGHT}我们都清楚这一点。`), false)).toBe(true);
  });

  it.each([
    `正如你刚才所说,${THOUGHT}`,
    `${THOUGHT}您刚刚也提到了。`,
    `${ENGLISH} It burns, as you just said.`,
  ])('is not for words to somebody on what they said: %s', (text) => {
    expect(standsAlone(saying(text), false)).toBe(false);
  });

  it.each([`是的,${THOUGHT}`, `绝非如此。${THOUGHT}`, `正如你刚才所说,${THOUGHT}`])(
    'is for an answer that is shown with its question: %s',
    (text) => {
      expect(standsAlone(saying(text), true)).toBe(true);
    },
  );

  it.each([
    '大家好!很高兴来到这里,感谢主办方的邀请,也感谢在座的每一位朋友今天能够抽出宝贵的时间。',
    '谢谢你的介绍,非常感谢你们邀请我来参加今天的这场研讨会。',
    'Good morning everybody, and thank you for having me on this panel, which I have looked forward to for weeks.',
    'Thank you for the kind introduction; it is wonderful to see so many of you in this room tonight.',
  ])('is not for a greeting: %s', (text) => {
    expect(standsAlone(saying(text), true)).toBe(false);
  });

  it('is for a thought after a greeting', () => {
    expect(standsAlone(saying(`大家好。${THOUGHT}`), false)).toBe(true);
  });

  it.each(['木桥怕火灾。', 'Wooden bridges burn.', 'x'.repeat(300).concat('.')])(
    'is not for a few words: %s',
    (text) => {
      expect(standsAlone(saying(text), true)).toBe(false);
    },
  );

  it.each(['。', '!', '?', '\uFF01', '\uFF1F', '!\uFF09', '。”', '.', '…', '.)'])(
    'is for what ends with %s',
    (end) => {
      expect(standsAlone(saying(THOUGHT.replace(/。$/, end)), false)).toBe(true);
    },
  );

  it.each([',', ':', ''])('is not for what breaks off: "%s"', (end) => {
    expect(standsAlone(saying(THOUGHT.replace(/。$/, end)), true)).toBe(false);
  });
});

describe('fullThoughts', () => {
  const long = saying('长'.repeat(100));
  const short = saying('短'.repeat(20));

  it('are the statements that are not much shorter than usual', () => {
    expect(fullThoughts([long, short, long], 0.45)).toEqual([long, long]);
  });

  it('hold no question, and do not measure by one', () => {
    const question = saying(`${'问'.repeat(500)}?`);
    expect(fullThoughts([question, long], 0.9)).toEqual([long]);
  });

  it('are none of none', () => {
    expect(fullThoughts([], 0.45)).toEqual([]);
  });
});
