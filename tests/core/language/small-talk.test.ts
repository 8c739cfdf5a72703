import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRemark, isRequest, isSmallTalk } from '../../../src/core/language/small-talk.ts';
import { anyText } from '../../fixtures.ts';

describe('small talk', () => {
  it.each([
    'lol',
    'Haha yes, exactly!',
    'I agree with that',
    'so true',
    'that’s right',
    'good point',
    'OK cool 👍',
    '哈哈哈',
    '好的',
    '确实有道理',
    '說得太對了',
    '',
  ])('is %j', (words) => {
    expect(isSmallTalk(words)).toBe(true);
  });

  it.each([
    'Miller',
    'I agree with Miller',
    'export controls',
    'exactly which chips',
    'the okapi',
    '出口管制',
    '同意米勒',
    '木桥便宜',
    '3 nm',
  ])('is none in %j', (words) => {
    expect(isSmallTalk(words)).toBe(false);
  });
});

describe('a remark to somebody else', () => {
  it.each([
    'wrong, he never said that',
    'he is wrong',
    'hes wrong',
    'HE IS WRONG',
    'nobody asked',
    'nobody cares about Malaysia',
    'I don\u2019t think that\u2019s what he meant',
    "that's not what he said",
    'thats not true',
    'this is nonsense',
    'you are wrong lol',
    'I agree with Miller',
    'we lost the chip war',
    'that explains the tariffs',
    'never heard of it',
    'I know what he means, he is right',
    'really?',
    'Really? Wow.',
    'is that true?',
    'seriously?',
    'are you sure?',
    'did he really say that?',
    '他错了',
    '他錯了',
    '我觉得不对',
    '我覺得不對',
    '我不懂他在说什么',
    '他们都这么说',
    '大家都知道',
    '这不对',
    '那是胡说',
    '没人问你',
    '真的吗',
    '真的嗎？',
    '真的假的',
    '不会吧',
    '你确定吗？',
  ])('is %j', (words) => {
    expect(isRemark(words)).toBe(true);
  });

  it.each([
    '',
    '?',
    'lol',
    'Miller',
    'Miller is wrong',
    'Miller on Malaysia',
    'He Lifeng',
    'IT security',
    'that Miller quote',
    'this part on chips',
    'what did he say about Malaysia',
    'is it true that Huawei makes 5nm chips?',
    'it was Miller, right?',
    'he is wrong, what did Miller say',
    'I want to know what Miller said',
    'I wonder what Reva thinks',
    'I would like more on Malaysia',
    'show me more from reva',
    'export controls',
    '他怎么看马来西亚',
    '他们谈到了什么',
    '我想知道米勒怎么看',
    '这个规则',
    '那个芯片',
    '我国出口管制',
    '他的立场',
    '真空管',
    '对华出口',
    '木桥便宜',
  ])('is none in %j', (words) => {
    expect(isRemark(words)).toBe(false);
  });
});

describe('a request', () => {
  it.each([
    'show me more from reva',
    'give me estevez',
    'more from Miller',
    'could you show the source of that',
    'tell me about Malaysia',
    'ok, list the speakers',
    'I want to know what Miller said',
    '说说芯片',
    '給我看看米勒',
    '帮我找米勒的话',
    '我想知道米勒怎么看',
  ])('is %j', (words) => {
    expect(isRequest(words)).toBe(true);
  });

  it.each([
    'give me a break',
    'tell me about it',
    'get out',
    'he gave me a reason',
    'Miller',
    '请客',
    '我给他投票',
  ])('is none in %j', (words) => {
    expect(isRequest(words)).toBe(false);
  });

  it('and a remark are never the same words, whatever they are', () => {
    fc.assert(
      fc.property(anyText, (words) => {
        expect(isRemark(words) && isRequest(words)).toBe(false);
      }),
    );
  });
});
