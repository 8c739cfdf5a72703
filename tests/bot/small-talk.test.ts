import { describe, expect, it } from 'vitest';
import { isSmallTalk } from '../../src/bot/small-talk.ts';

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
