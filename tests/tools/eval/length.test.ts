import { describe, expect, it } from 'vitest';
import { type Reply, text } from '../../../src/reply/reply.ts';
import { digests, lengthLines, lengthOf, quantile } from '../../../src/tools/eval/length.ts';
import { bridges } from '../../fixtures.ts';

describe('a quantile', () => {
  it.each([
    [[], 0.5, 0],
    [[7], 0.9, 7],
    [[3, 1, 2], 0.5, 2],
    [[4, 3, 2, 1], 0.5, 2],
    [[10, 9, 8, 7, 6, 5, 4, 3, 2, 1], 0.9, 9],
    [[3, 1, 2], 1, 3],
  ])('of %j at %d is %d', (numbers, share, found) => {
    expect(quantile(numbers, share)).toBe(found);
  });
});

describe('the length of replies', () => {
  it('is counted for each language and outcome, in three tables', () => {
    const lines = lengthLines(['Does a steel bridge last?', '钢桥耐用吗?', '火锅'], bridges());
    expect(lines.filter((line) => /^[A-Z]{3}/.test(line)).map((line) => line.split(/[ ,]/)[0])).toEqual([
      'ANSWERS',
      'COMPARISONS',
      'DIGESTS',
    ]);
    expect(lines.filter((line) => /^(?:en|zh-CN|zh-TW) +all +\d/.test(line))).toHaveLength(9);
    expect(lines.find((line) => /^zh-TW +all +3 /.test(line))).toBeDefined();
  });

  it('is that of a reply as everybody sees it, with the button that removes it', () => {
    const reply: Reply = {
      outcome: 'shown',
      blocks: [text({ key: 'answer.question', values: { question: '42' } })],
    };
    expect(lengthOf(reply, 'en')).toEqual({ outcome: 'shown', lines: 2, characters: 'Question: 42'.length });
    expect(lengthOf(reply, 'zh-TW').characters).toBe('問題：42'.length);
  });

  it('is measured of a post for each day', () => {
    const posts = digests(bridges().library);
    expect(new Set(posts.map(({ blocks: [heading] }) => JSON.stringify(heading))).size).toBe(60);
  });
});
