import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DigestOrder, nextSteps, passagesOfDate } from '../../../src/core/digest/selection.ts';
import type { Passage } from '../../../src/core/passages/passages.ts';
import { atOnce } from '../../at-once.ts';
import { bridges } from '../../fixtures.ts';

const nextPassages = atOnce(nextSteps);

/*
 * The order of a digest is a promise that outlives a version. It is written down here once more, in the plainest way: each
 * post looks at all that is left.
 */

function fraction(seed: string, name: string): number {
  return createHash('sha256').update(`${seed}\n${name}`).digest().readUInt32BE() / 2 ** 32;
}

const nameOf = ({ speaker }: Passage) => speaker?.id ?? '';

function placesOf(pool: readonly Passage[], seed: string): Map<Passage, number> {
  const places = new Map<Passage, number>();
  for (const name of new Set(pool.map(nameOf))) {
    const own = pool.filter((passage) => nameOf(passage) === name);
    const shuffled = own.toSorted((a, b) => fraction(seed, a.id) - fraction(seed, b.id));
    for (const [at, passage] of shuffled.entries())
      places.set(passage, (at + fraction(seed, name)) / own.length);
  }
  return places;
}

function promisedNext(pool: readonly Passage[], order: DigestOrder, seen: ReadonlySet<string>): Passage[] {
  const places = placesOf(pool, order.seed);
  const waiting = pool
    .filter(({ id }) => !seen.has(id))
    .sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
  if (!order.fromDifferentSpeakers) return inOrder(pool, waiting.slice(0, order.excerpts));
  const names = [...new Set(waiting.map(nameOf))];
  const left = (name: string) => waiting.filter((passage) => nameOf(passage) === name).length;
  if (order.excerpts > 1) names.sort((a, b) => left(b) - left(a));
  const firsts = names
    .slice(0, order.excerpts)
    .flatMap((name) => waiting.find((passage) => nameOf(passage) === name) ?? []);
  return inOrder(pool, firsts);
}

function inOrder(pool: readonly Passage[], chosen: readonly Passage[]): Passage[] {
  return pool.filter((passage) => chosen.includes(passage));
}

function promisedRound(pool: readonly Passage[], order: DigestOrder): Passage[][] {
  const seen = new Set<string>();
  const posts: Passage[][] = [];
  while (seen.size < pool.length) {
    const post = promisedNext(pool, order, seen);
    for (const { id } of post) seen.add(id);
    posts.push(post);
  }
  return posts;
}

const model = [...bridges().library.passages.values()].find(({ speaker }) => speaker !== null);
const someone = model?.speaker;

/** Passages by a few speakers, and some by nobody who is named. */
const pools = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 40 }).map((speakers) =>
  speakers.flatMap((number, at): Passage[] => {
    if (!model || !someone) return [];
    const speaker = number === 0 ? null : { ...someone, id: `Speaker ${number}` };
    return [{ ...model, id: `bridges/p${at + 1}`, speaker }];
  }),
);
const orders = fc.record({
  seed: fc.string(),
  excerpts: fc.integer({ min: 1, max: 5 }),
  fromDifferentSpeakers: fc.boolean(),
});

describe('the order that a digest promises', () => {
  it('is kept, whatever has been shown', () => {
    fc.assert(
      fc.property(pools, orders, fc.array(fc.nat(45)), (pool, order, shown) => {
        const ids = shown.map((number) => `bridges/p${number + 1}`);
        const seen = new Set<string>();
        for (const id of ids) {
          if (pool.some((passage) => passage.id === id)) seen.add(id);
          if (seen.size === pool.length) seen.clear();
        }
        expect(nextPassages(pool, order, ids)).toEqual(promisedNext(pool, order, seen));
      }),
    );
  });

  it('is kept on every date of a round', () => {
    fc.assert(
      fc.property(pools, orders, (pool, order) => {
        const round = promisedRound(pool, order);
        for (const [day, post] of round.entries()) {
          const date = new Date(day * 86_400_000).toISOString().slice(0, 10);
          expect(passagesOfDate(pool, order, date)).toEqual(post);
        }
      }),
    );
  });

  it('takes no more than in proportion to the passages', () => {
    const reads = (size: number) => {
      let count = 0;
      const pool = Array.from({ length: size }, (_, at): Passage => {
        if (!model || !someone) throw new Error('The tiny seminar has no passage.');
        const speaker = { ...someone, id: `Speaker ${at % 7}` };
        return Object.defineProperty({ ...model, speaker }, 'id', {
          get: () => {
            count++;
            return `bridges/p${at + 1}`;
          },
        });
      });
      const order = { seed: 'x', excerpts: 3, fromDifferentSpeakers: true };
      for (const date of ['2026-01-01', '2026-01-02', '2026-01-03']) passagesOfDate(pool, order, date);
      return count;
    };
    expect(reads(400)).toBeLessThanOrEqual(5 * reads(100));
  });
});
