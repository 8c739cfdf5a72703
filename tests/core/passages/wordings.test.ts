import { describe, expect, it } from 'vitest';
import {
  comparable,
  passagesQuotedInSteps,
  passagesSayingSteps,
} from '../../../src/core/passages/wordings.ts';
import { atOnce } from '../../at-once.ts';
import { bridges, corpus } from '../../fixtures.ts';

const passagesQuotedIn = atOnce(passagesQuotedInSteps);
const passagesSaying = atOnce(passagesSayingSteps);

const passages = [...bridges().library.passages.values()];
const ids = (found: readonly { id: string }[]) => found.map(({ id }) => id.replace(/.*\//, ''));

describe('comparable', () => {
  it.each([
    ['Wood,  STEEL\n“stone”', 'wood steel stone'],
    ['\uFF37ood \uFF0C 木桥', 'wood木桥'],
    ['木 桥 便宜。', '木桥便宜'],
    ['**Wood** — e\u0301 3.5', 'wood é 3 5'],
  ])('reads %j as %j', (text, form) => {
    expect(comparable(text)).toBe(form);
  });
});

describe('passagesSaying', () => {
  it.each([
    ['木桥便宜', ['p6']],
    ['“木桥便宜。”', ['p6']],
    ['木 桥 便 宜', ['p6']],
    ['木橋便宜', ['p6']],
    ['钢桥很耐用 […] 一百年', ['p3']],
    ['钢桥很耐用…能用', ['p3']],
    ['一百年 […] 钢桥很耐用', []],
    ['jolee', ['p2', 'p9']],
    ['ida', ['p5']],
    ['id', []],
    ['id…', ['p5']],
    ['da', []],
    ['?!', []],
  ])('finds %j in %j', (typed, found) => {
    expect(ids(passagesSaying(typed, passages))).toEqual(found);
  });

  it('finds the words of a translation', async () => {
    const all = [...(await corpus()).passages.values()];
    for (const passage of all.slice(0, 12)) {
      const words = (passage.translation ?? '').split(' ').slice(2, 12).join(' ').toUpperCase();
      expect(passagesSaying(words, all)).toContain(passage);
    }
  });
});

describe('passagesQuotedIn', () => {
  it('finds an excerpt that was pasted with what stands around it', async () => {
    const all = [...(await corpus()).passages.values()];
    const passage = all.find(({ id }) => id.endsWith('/p14'));
    const pasted = `**1. somebody** > […] ${passage?.text.slice(passage.sentences[1]?.start)} -# a title`;
    expect(ids(passagesQuotedIn(pasted, all))).toEqual(['p14']);
    expect(passagesQuotedIn('我同意', passages)).toEqual([]);
  });
});
