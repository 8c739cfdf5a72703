import type { Steps } from '../steps.ts';
import type { KeptPassage } from './analyse.ts';
import { growingNumbers } from './growing-numbers.ts';
import type { PlacedShard } from './joint-terms.ts';
import { postingSteps, shardOfSteps } from './shard.ts';
import { type TermNumbers, termNumbers } from './term-numbers.ts';

/** So many passages or terms are gone through before a pause. */
const TOGETHER = 500;

/**
 * Makes one shard of several, without the passages that are there no more. Nothing is analysed again, so that it takes a
 * small part of the time that making it from passages would.
 */
export function* mergedShardSteps(shards: readonly PlacedShard[]): Steps<PlacedShard> {
  const positions = Int32Array.from(
    shards.flatMap((placed) => Array.from(placed.positions).filter((position) => position >= 0)),
  ).sort();
  yield;
  const placeOf = new Map<number, number>();
  for (const [place, position] of positions.entries()) {
    placeOf.set(position, place);
    if (place % TOGETHER === 0) yield;
  }
  const passages = new Array<KeptPassage>(positions.length);
  const terms = termNumbers();
  const counted = {
    counts: growingNumbers(),
    translatedOnly: growingNumbers(),
    posted: growingNumbers(),
    postedAt: growingNumbers(),
  };
  for (const placed of shards) {
    // By a passage's place in the shard, that in the new one.
    const places = placed.positions.map((position) => placeOf.get(position) ?? -1);
    for (const [at, place] of places.entries()) {
      const passage = placed.shard.passages[at];
      if (place >= 0 && passage) passages[place] = passage;
    }
    yield;
    yield* addTermSteps(placed, places, terms, counted);
  }
  const { starts, places } = yield* postingSteps(counted, terms.size);
  for (let number = 0; number < terms.size; number++) {
    // The passages of one shard may be between those of another.
    places.subarray(starts[number], starts[number + 1]).sort();
    if (number % TOGETHER === 0) yield;
  }
  const shard = yield* shardOfSteps(passages, { terms, ...counted }, { starts, places });
  return { shard, positions, isInOrder: true, gone: new Map() };
}

/** Terms of several shards while they are put together. */
type Counted = Record<'counts' | 'translatedOnly' | 'posted' | 'postedAt', ReturnType<typeof growingNumbers>>;

/** Adds the terms of a shard that are in any of its passages still, with their counts and the new places of passages. */
function* addTermSteps(
  { shard, gone }: PlacedShard,
  places: Int32Array,
  terms: TermNumbers,
  { counts, translatedOnly, posted, postedAt }: Counted,
): Steps<void> {
  let done = 0;
  for (const [term, own] of shard.terms.entries()) {
    if (++done % TOGETHER === 0) yield;
    const before = gone.get(term);
    const count = (shard.counts[own] ?? 0) - (before?.count ?? 0);
    if (count <= 0) continue;
    const number = terms.add(term);
    counts.set(number, counts.at(number) + count);
    const only = (shard.translatedOnly[own] ?? 0) - (before?.translatedOnly ?? 0);
    translatedOnly.set(number, translatedOnly.at(number) + only);
    const end = shard.starts[own + 1] ?? 0;
    for (let at = shard.starts[own] ?? 0; at < end; at++) {
      const place = places[shard.places[at] ?? 0] ?? -1;
      if (place < 0) continue;
      posted.push(number);
      postedAt.push(place);
    }
  }
}
