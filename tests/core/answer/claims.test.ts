import { describe, expect, it } from 'vitest';
import { judged } from '../../../src/core/answer/ranking.ts';
import type { Hit } from '../../../src/core/search/query.ts';
import { ANSWER_COVERAGE, CLOSEST_COVERAGE } from '../../../src/core/tuning.ts';

/** Hits that cover so much of a question, best first; those with a minus are the publisher's own words. */
function hitsCovering(...coverages: readonly number[]): Hit[] {
  return coverages.map((coverage, at) => ({
    document: { id: `p${at}`, text: '', editorial: coverage < 0 },
    coverage: Math.abs(coverage),
    ...{ score: 10 - at, share: 0, sentence: null },
  }));
}

/** What is claimed, and of which hit. */
function claimOf(...coverages: readonly number[]): [claim: string, id: string | undefined] {
  const { claim, best } = judged(hitsCovering(...coverages));
  return [claim, best?.document.id];
}

const NEARLY = 1e-9;

describe('what is claimed of hits', () => {
  it('is an answer from as much of the question on as tuning.ts says', () => {
    expect(claimOf(ANSWER_COVERAGE)).toEqual(['answer', 'p0']);
    expect(claimOf(ANSWER_COVERAGE - NEARLY)).toEqual(['closest', 'p0']);
  });

  it('is that the first comes closest, from as much on as tuning.ts says, and else nothing', () => {
    expect(claimOf(CLOSEST_COVERAGE)).toEqual(['closest', 'p0']);
    expect(claimOf(CLOSEST_COVERAGE - NEARLY)).toEqual(['none', undefined]);
    expect(claimOf()).toEqual(['none', undefined]);
  });

  it('is an answer if the second or the third has enough, but not the fourth', () => {
    expect(claimOf(0, 1)).toEqual(['answer', 'p1']);
    expect(claimOf(0, 0.3, 1)).toEqual(['answer', 'p2']);
    expect(claimOf(0.3, 0, 0, 1)).toEqual(['closest', 'p0']);
  });

  it('is of the first of those that have enough, whichever has most', () => {
    expect(claimOf(ANSWER_COVERAGE, 1, 1)).toEqual(['answer', 'p0']);
  });

  it('is nothing if only a later one comes close: the first is what would be shown', () => {
    expect(claimOf(0.1, 0.3)).toEqual(['none', undefined]);
  });

  it("is never of the publisher's own words", () => {
    expect(claimOf(-1)).toEqual(['none', undefined]);
    expect(claimOf(-1, 0.3)).toEqual(['closest', 'p1']);
    expect(claimOf(-0.3, -0.3, -0.3, 1)).toEqual(['none', undefined]);
  });
});
