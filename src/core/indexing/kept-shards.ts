import type { NotionFinder } from '../language/notions.ts';
import type { Steps } from '../steps.ts';
import type { SearchDocument } from './document.ts';
import type { PlacedShard } from './joint-terms.ts';
import type { SearchIndex } from './search-index.ts';
import { type ShardParts, type TermCounts, termCountSteps } from './shard.ts';

/** What of an index can be used for other passages. */
export interface KeptShards {
  shards: PlacedShard[];
  /** Shards that are to be merged with the new one, so that there are few. */
  merged: PlacedShard[];
  /** The positions of the passages that are in none of all these shards, ascending. */
  missing: Int32Array;
}

/** A shard that is not much larger than what is new becomes one with it, so that there are few; up to so many passages. */
const MADE_AGAIN = 4000;
const MUCH_LARGER = 2;
/** So many passages are compared before a pause. */
const PASSAGES_TOGETHER = 500;

/**
 * Takes over the shards of an index, with what is known of the passages that are the same.
 * @param changed finds the notions that are not the same
 * @param parts those that the index was made from
 */
export function* keptShardSteps(
  passages: readonly SearchDocument[],
  before: SearchIndex,
  changed: NotionFinder,
  parts: ShardParts,
): Steps<KeptShards> {
  const moved = yield* movedSteps(passages, before.passages);
  const stays: (PlacedShard & { left: number[]; count: number })[] = [];
  // How many more passages are gone than are left.
  let moreGone = 0;
  for (const placed of before.shards) {
    const positions = new Int32Array(placed.positions.length).fill(-1);
    const left: number[] = [];
    let [count, last, isInOrder] = [0, -1, true];
    // Entries of an array make an array each, which is most of the time here.
    for (let place = 0; place < positions.length; place++) {
      if (place % PASSAGES_TOGETHER === 0) yield;
      const from = placed.positions[place] ?? -1;
      if (from < 0) continue;
      const to = moved[from] ?? -1;
      if (to < 0 || isChanged(placed.shard.passages[place]?.normalised ?? '', changed)) left.push(from);
      else {
        positions[place] = to;
        isInOrder &&= to > last;
        last = to;
        count++;
      }
    }
    moreGone += positions.length - 2 * count;
    stays.push({ ...placed, positions, isInOrder, left, count });
  }
  if (moreGone > MADE_AGAIN) return nothingKept(passages.length);
  const isPresent = new Uint8Array(passages.length);
  let missing = passages.length - stays.reduce((total, { count }) => total + count, 0);
  const shards: PlacedShard[] = [];
  const merged: PlacedShard[] = [];
  for (const { shard, positions, isInOrder, gone, left, count } of stays.toSorted(
    (a, b) => a.count - b.count,
  )) {
    if (count === 0) continue;
    const isSmall = missing > 0 && count <= MUCH_LARGER * missing && count + missing <= MADE_AGAIN;
    if (isSmall) missing += count;
    // To count what is gone takes as long as to analyse what is left.
    if (isSmall && left.length > 0) continue;
    const documents = left.map((position) => before.passages[position] as SearchDocument);
    const more = yield* termCountSteps(documents, parts);
    const placed = isSmall ? merged : shards;
    placed.push({ shard, positions, isInOrder, gone: yield* sumSteps(gone, more) });
    for (const position of positions) if (position >= 0) isPresent[position] = 1;
    yield;
  }
  return { shards, merged, missing: missingFrom(isPresent) };
}

/** What is kept of an index if nothing is, for so many passages. */
export function nothingKept(size: number): KeptShards {
  return { shards: [], merged: [], missing: missingFrom(new Uint8Array(size)) };
}

/**
 * The positions of the passages that are not there yet, ascending.
 * @param isPresent 1 for each that is
 */
function missingFrom(isPresent: Uint8Array): Int32Array {
  const missing = new Int32Array(isPresent.length);
  let count = 0;
  for (let position = 0; position < isPresent.length; position++) {
    if (isPresent[position] === 0) missing[count++] = position;
  }
  return missing.slice(0, count);
}

function isChanged(normalised: string, changed: NotionFinder): boolean {
  return changed.forms.size > 0 && changed.isIn(normalised);
}

/** By the position of an earlier passage, that of the one with its id and its words; -1 if there is none. */
function* movedSteps(
  passages: readonly SearchDocument[],
  before: readonly SearchDocument[],
): Steps<Int32Array> {
  const moved = new Int32Array(before.length).fill(-1);
  const earlier = yield* seminarSteps(before);
  for (const [seminar, { from, to }] of yield* seminarSteps(passages)) {
    const old = earlier.get(seminar);
    if (!old) continue;
    // Mostly nothing has changed, and the passages stand at the same places.
    let byId: Map<string, number> | null = null;
    for (let position = from; position < to; position++) {
      if (position % PASSAGES_TOGETHER === 0) yield;
      const passage = passages[position] as SearchDocument;
      let at = old.from + position - from;
      if (at >= old.to || before[at]?.id !== passage.id) {
        byId ??= new Map(before.slice(old.from, old.to).map(({ id }, place) => [id, old.from + place]));
        at = byId.get(passage.id) ?? -1;
      }
      const other = before[at];
      if (other && isSame(passage, other)) moved[at] = position;
    }
  }
  return moved;
}

/** Where the passages of each seminar are: from a position up to before another. */
function* seminarSteps(
  passages: readonly SearchDocument[],
): Steps<Map<string, { from: number; to: number }>> {
  const found = new Map<string, { from: number; to: number }>();
  let last: string | null = null;
  let place = { from: 0, to: 0 };
  for (let position = 0; position < passages.length; position++) {
    if (position % PASSAGES_TOGETHER === 0) yield;
    const seminar = passages[position]?.seminar ?? '';
    if (seminar !== last) {
      place = found.get(seminar) ?? { from: position, to: position };
      found.set(seminar, place);
      last = seminar;
    }
    place.to = position + 1;
  }
  return found;
}

/** Whether two passages are analysed to the same result. */
function isSame(one: SearchDocument, other: SearchDocument): boolean {
  if (one === other) return true;
  const [cues, otherCues] = [one.cues ?? [], other.cues ?? []];
  return (
    one.text === other.text &&
    (one.translation ?? null) === (other.translation ?? null) &&
    cues.length === otherCues.length &&
    cues.every((cue, at) => cue === otherCues[at])
  );
}

function* sumSteps(one: TermCounts, other: TermCounts): Steps<TermCounts> {
  if (other.size === 0) return one;
  const sum: TermCounts = new Map(one);
  yield;
  for (const [term, { count, translatedOnly }] of other) {
    const before = sum.get(term) ?? { count: 0, translatedOnly: 0 };
    sum.set(term, { count: before.count + count, translatedOnly: before.translatedOnly + translatedOnly });
  }
  yield;
  return sum;
}
