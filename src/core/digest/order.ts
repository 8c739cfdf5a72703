import { createHash } from 'node:crypto';
import type { Passage } from '../passages/passages.ts';
import { madeByName, type Steps } from '../steps.ts';

/** The places of passages in a pool, in the order in which a round shows them. */
export type RoundOrder = Uint32Array;

/** So many orders are kept for a pool, each of a digest: at 100,000 passages they take 8 MB. */
const KEPT_ORDERS = 20;
const orders = madeByName<readonly Passage[], RoundOrder>(KEPT_ORDERS);

/**
 * The order of a round through a pool. The seed shuffles each speaker's passages, which are then spread evenly over the
 * round, so that no speaker has all the posts of a week. The same seed gives the same order in every version.
 * @param pool the same list each time, for its orders to be made once
 */
export function roundOrder(pool: readonly Passage[], seed: string): Steps<RoundOrder> {
  return orders(pool, seed, () => shuffled(pool, seed));
}

function* shuffled(pool: readonly Passage[], seed: string): Steps<RoundOrder> {
  const bySpeaker = new Map<string, number[]>();
  const fractions = new Float64Array(pool.length);
  for (const [at, { id, speaker }] of pool.entries()) {
    fractions[at] = hashFraction(seed, id);
    const name = speaker?.id ?? '';
    const own = bySpeaker.get(name);
    if (own) own.push(at);
    else bySpeaker.set(name, [at]);
    yield;
  }
  const places = new Float64Array(pool.length);
  for (const [speaker, own] of bySpeaker) {
    const offset = hashFraction(seed, speaker);
    const sorted = yield* byFraction(own, fractions);
    for (const [rank, at] of sorted.entries()) places[at] = (rank + offset) / own.length;
    yield;
  }
  return yield* byFraction([...pool.keys()], places);
}

/** A number from 0 to 1, the same for the same seed and name. */
function hashFraction(seed: string, name: string): number {
  return createHash('sha256').update(`${seed}\n${name}`).digest().readUInt32BE() / 2 ** 32;
}

/** So many numbers are sorted in one step. */
const SORTED_TOGETHER = 256;

/**
 * Sorts numbers by the fraction that each has in a list; of equal fractions the number that came first comes first. They are
 * first dealt to piles, each of a range of fractions, so that no step takes long.
 * @param fractions 0 to 1, about evenly spread
 */
function* byFraction(numbers: readonly number[], fractions: Float64Array): Steps<Uint32Array> {
  const fractionOf = (number: number) => fractions[number] ?? 0;
  const piles: number[][] = Array.from({ length: Math.ceil(numbers.length / SORTED_TOGETHER) }, () => []);
  for (const number of numbers) {
    const pile = Math.min(piles.length - 1, Math.floor(fractionOf(number) * piles.length));
    piles[pile]?.push(number);
  }
  const sorted = new Uint32Array(numbers.length);
  let at = 0;
  for (const pile of piles) {
    sorted.set(
      pile.sort((a, b) => fractionOf(a) - fractionOf(b)),
      at,
    );
    at += pile.length;
    yield;
  }
  return sorted;
}
