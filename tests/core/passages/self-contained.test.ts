import { describe, expect, it } from 'vitest';
import { sentences } from '../../../src/core/language/sentences.ts';
import type { Passage } from '../../../src/core/passages/passages.ts';
import { fullThoughts, isSelfContained, opensMidThought } from '../../../src/core/passages/self-contained.ts';
import { bridges } from '../../fixtures.ts';

/** A passage of the tiny seminar, but with these words. */
function saying(text: string): Passage {
  const passage = bridges().library.passages.get('bridges/p3');
  if (!passage) throw new Error('No p3.');
  return { ...passage, text, sentences: sentences(text) };
}

const THOUGHT = '出口管制确实具有潜在的有效性,但我们在实际操作中仍需更加审慎。';
const ENGLISH =
  'Export controls can work in principle, but those who apply them have to be careful about what they ban.';

describe('opensMidThought', () => {
  it.each(['但是木桥怕火灾。', '因此,桥会塌。', 'But it burns.', 'However, it burns.', 'Yes.'])(
    'is true of an opening that continues a thought: %s',
    (text) => {
      expect(opensMidThought(text)).toBe(true);
    },
  );

  it.each(['木桥怕火灾。', 'Butter burns.', 'Thatched roofs burn.', 'Sofia burns.'])(
    'is false of an opening that starts a thought: %s',
    (text) => {
      expect(opensMidThought(text)).toBe(false);
    },
  );
});

describe('isSelfContained', () => {
  it('rejects what refers back only in translation', () => {
    const restrictions = '我们设置的这些限制确实会让他们的技术突破变得更加困难,这一代芯片尤其如此。';
    const passage = saying(restrictions);
    expect(isSelfContained(passage, false)).toBe(true);
    const translation = 'These restrictions of ours do make their breakthroughs harder.';
    expect(isSelfContained({ ...passage, translation }, false)).toBe(false);
  });

  it('accepts an "it" that refers to nothing', () => {
    const text =
      'It took us seventy or eighty years to build this industry, and it may take them no more than fifteen.';
    expect(isSelfContained(saying(text), false)).toBe(true);
  });

  it.each([THOUGHT, ENGLISH, `“${THOUGHT}”`])('accepts a full thought: %s', (text) => {
    expect(isSelfContained(saying(text), false)).toBe(true);
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
  ])('rejects an opening that refers to what came before: %s', (opening) => {
    expect(isSelfContained(saying(`${opening}${THOUGHT}`), false)).toBe(false);
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
  ])('rejects such an opening in English: %s', (opening) => {
    expect(isSelfContained(saying(`${opening}${ENGLISH}`), false)).toBe(false);
  });

  it.each(['虽然', '让我们看看,'])('accepts an opening that only looks like one: %s', (opening) => {
    expect(isSelfContained(saying(`${opening}${THOUGHT}`), false)).toBe(true);
  });

  it.each([
    `DeepSeek的崛起再次证明了这一点。${THOUGHT}`,
    `The bridge across the bay has shown that. ${ENGLISH}`,
  ])('rejects a first sentence that ends by referring to what came before: %s', (text) => {
    expect(isSelfContained(saying(text), false)).toBe(false);
  });

  it('accepts a later sentence that refers to the passage itself', () => {
    expect(isSelfContained(saying(`${THOUGHT}我们都清楚这一点。`), false)).toBe(true);
  });

  it.each([
    `正如你刚才所说,${THOUGHT}`,
    `${THOUGHT}您刚刚也提到了。`,
    `${ENGLISH} It burns, as you just said.`,
  ])('rejects a reference to what somebody has just said: %s', (text) => {
    expect(isSelfContained(saying(text), false)).toBe(false);
  });

  it.each([`是的,${THOUGHT}`, `绝非如此。${THOUGHT}`, `正如你刚才所说,${THOUGHT}`])(
    'accepts an answer that is shown with its question: %s',
    (text) => {
      expect(isSelfContained(saying(text), true)).toBe(true);
    },
  );

  it.each([
    '大家好!很高兴来到这里,感谢主办方的邀请,也感谢在座的每一位朋友今天能够抽出宝贵的时间。',
    '谢谢你的介绍,非常感谢你们邀请我来参加今天的这场研讨会。',
    'Good morning everybody, and thank you for having me on this panel, which I have looked forward to for weeks.',
    'Thank you for the kind introduction; it is wonderful to see so many of you in this room tonight.',
  ])('rejects a greeting: %s', (text) => {
    expect(isSelfContained(saying(text), true)).toBe(false);
  });

  it('accepts a thought after a greeting', () => {
    expect(isSelfContained(saying(`大家好。${THOUGHT}`), false)).toBe(true);
  });

  it.each(['木桥怕火灾。', 'Wooden bridges burn.', 'x'.repeat(300).concat('.')])(
    'rejects a few words: %s',
    (text) => {
      expect(isSelfContained(saying(text), true)).toBe(false);
    },
  );

  it.each(['。', '!', '?', '\uFF01', '\uFF1F', '!\uFF09', '。”', '.', '…', '.)'])(
    'accepts what ends with %s',
    (end) => {
      expect(isSelfContained(saying(THOUGHT.replace(/。$/, end)), false)).toBe(true);
    },
  );

  it.each([',', ':', ''])('rejects what breaks off: "%s"', (end) => {
    expect(isSelfContained(saying(THOUGHT.replace(/。$/, end)), true)).toBe(false);
  });
});

describe('fullThoughts', () => {
  const long = saying('长'.repeat(100));
  const short = saying('短'.repeat(20));

  it('are the statements that are not much shorter than the mean', () => {
    expect(fullThoughts([long, short, long], 0.45)).toEqual([long, long]);
  });

  it('contain no question, and ignore the length of questions', () => {
    const question = saying(`${'问'.repeat(500)}?`);
    expect(fullThoughts([question, long], 0.9)).toEqual([long]);
  });

  it('are none if there are no passages', () => {
    expect(fullThoughts([], 0.45)).toEqual([]);
  });
});
