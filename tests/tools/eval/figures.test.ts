import { describe, expect, it } from 'vitest';
import { difference, figuresOf, meanOf, type Outcome, sampleOf } from '../../../src/tools/eval/figures.ts';

function outcome(
  claim: Outcome['claim'],
  rank: number,
  unanswerable: Outcome['unanswerable'] = null,
): Outcome {
  return { claim, rank, unanswerable };
}

const TEN: readonly Outcome[] = [
  outcome('answer', 0),
  outcome('answer', 2),
  outcome('answer', 3),
  outcome('closest', 0),
  outcome('closest', -1),
  // Ranked first, and not shown.
  outcome('none', 0),
  outcome('answer', -1, 'near'),
  outcome('closest', -1, 'near'),
  outcome('none', -1, 'far'),
  outcome('closest', -1, 'far'),
];

describe('the figures of a set', () => {
  it('count what is shown, as the answer or as the closest, of the questions with an answer', () => {
    const { answerable, first, three, denied, wrong } = figuresOf(TEN);
    expect({ answerable, first, three, denied, wrong }).toEqual({
      answerable: 6,
      first: 2 / 6,
      three: 3 / 6,
      denied: 1 / 6,
      wrong: 1 / 6,
    });
  });

  it('tell how much of what is claimed at each level answers, questions without an answer among it', () => {
    expect(figuresOf(TEN).levels).toEqual({
      answer: { count: 4, first: 1 / 4, three: 2 / 4 },
      closest: { count: 4, first: 1 / 4, three: 1 / 4 },
    });
  });

  it('tell far and near questions without an answer apart', () => {
    const { far, near, unanswerable } = figuresOf(TEN);
    expect(far).toEqual({ count: 2, answer: 0, closest: 1 / 2, none: 1 / 2 });
    expect(near).toEqual({ count: 2, answer: 1 / 2, closest: 1 / 2, none: 0 });
    expect(unanswerable).toEqual({ count: 4, answer: 1 / 4, closest: 2 / 4, none: 1 / 4 });
  });

  it('are no shares where there are no questions', () => {
    const { first, wrong, levels, far } = figuresOf([]);
    expect([first, wrong, levels.answer.three, far.answer]).toEqual([null, null, null, null]);
  });
});

describe('shares of several sets', () => {
  it('have a mean in which each set counts once, if it has the figure', () => {
    expect(meanOf([0.5, null, 1])).toBe(0.75);
    expect(meanOf([null])).toBeNull();
    expect(meanOf([])).toBeNull();
  });

  it('are compared where both are known', () => {
    expect(difference(0.5, 0.75)).toBe(-0.25);
    expect(difference(null, 0.75)).toBeNull();
    expect(difference(0.5, null)).toBeNull();
  });
});

describe('a sample', () => {
  it('is spread over all of the items, in their order', () => {
    expect(sampleOf([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 4)).toEqual([0, 2, 5, 7]);
  });

  it('is all of them if they are few', () => {
    expect(sampleOf([0, 1], 2)).toEqual([0, 1]);
  });
});
