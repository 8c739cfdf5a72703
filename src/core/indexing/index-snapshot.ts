import { createHash } from 'node:crypto';
import MiniSearch, { type AsPlainObject } from 'minisearch';
import type { Notion } from '../language/notions.ts';
import { runToEnd } from '../steps.ts';
import { COMMON_PASSAGES, COMMON_SHARE, SNAPSHOT_PASSAGES } from '../tuning.ts';
import { indexSteps } from './build-index.ts';
import type { IndexStats, SearchDocument } from './document.ts';
import {
  type IndexParts,
  MINI_OPTIONS,
  type PlacedDocument,
  type SearchIndex,
  searchIndexOf,
} from './search-index.ts';

/** An index as plain data: everything in it that takes long to compute. */
export interface IndexSnapshot {
  mini: unknown;
  /** All term texts, joined by `SNAPSHOT_BREAK`. */
  termTexts: string;
  wordCounts: number[];
  traits: number[];
  frequency: CountsSnapshot;
  translatedOnly: CountsSnapshot;
  /** Common terms with their bits in Base64. */
  common: [term: string, bits: string][];
}

/** Counts by term. One long text is read several times faster than many short ones. */
interface CountsSnapshot {
  /** All terms, joined by `SNAPSHOT_BREAK`. */
  terms: string;
  /** The count of each term, in the same order. */
  counts: number[];
}

/** A character that no term and no term text contains. */
const SNAPSHOT_BREAK = '\u0001';

/** Where snapshots are kept between starts. */
export interface IndexSnapshots {
  /** @returns null if there is no snapshot for the key, or it cannot be used */
  read(key: string): IndexSnapshot | null;
  /** Keeps a snapshot; does nothing if it cannot be written. */
  write(key: string, snapshot: IndexSnapshot): void;
}

/**
 * To be raised whenever the same passages give a different snapshot, because texts are analysed differently
 * or the format has changed. A test knows the present one.
 */
const INDEX_FORMAT = 4;

/**
 * The index of passages: from a snapshot of the very same passages if there is one, or else built, and kept
 * as a snapshot. It pauses after each passage; only restoring, making, reading and writing a snapshot take
 * longer at a stretch: a second or two for 100,000 passages.
 * @param notions those that `parts.notionFinder` was made from
 */
export function* indexWithSnapshotSteps(
  passages: readonly SearchDocument[],
  notions: readonly Notion[],
  snapshots: IndexSnapshots,
  parts: IndexParts,
): Generator<void, SearchIndex> {
  if (passages.length < SNAPSHOT_PASSAGES) return yield* indexSteps(passages, parts);
  const key = yield* keySteps(passages, notions);
  const restored = restoredIndex(snapshots.read(key), passages, parts);
  if (restored) return restored;
  const index = yield* indexSteps(passages, parts);
  const snapshot = toSnapshot(index);
  yield;
  snapshots.write(key, snapshot);
  return index;
}

/** Null if there is no snapshot, or another version of MiniSearch made it. */
function restoredIndex(
  snapshot: IndexSnapshot | null,
  passages: readonly SearchDocument[],
  parts: IndexParts,
): SearchIndex | null {
  try {
    return snapshot && fromSnapshot(snapshot, passages, parts);
  } catch {
    return null;
  }
}

/** A hash, in hexadecimal, of what an index is built from: equal only for equal passages, notions and settings. */
export function indexKey(passages: readonly SearchDocument[], notions: readonly Notion[]): string {
  return runToEnd(keySteps(passages, notions));
}

function* keySteps(passages: readonly SearchDocument[], notions: readonly Notion[]): Generator<void, string> {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([INDEX_FORMAT, COMMON_PASSAGES, COMMON_SHARE, notions]));
  for (const passage of passages) {
    hash.update(`\n${JSON.stringify(passage)}`);
    yield;
  }
  return hash.digest('hex');
}

/** Makes a snapshot of an index. */
export function toSnapshot({ mini, stats }: SearchIndex): IndexSnapshot {
  const { termTexts, wordCounts, traits, frequency, translatedOnly, common } = stats;
  const joined = (counts: ReadonlyMap<string, number>): CountsSnapshot => ({
    terms: [...counts.keys()].join(SNAPSHOT_BREAK),
    counts: [...counts.values()],
  });
  return {
    mini: mini.toJSON(),
    termTexts: termTexts.join(SNAPSHOT_BREAK),
    wordCounts,
    traits,
    frequency: joined(frequency),
    translatedOnly: joined(translatedOnly),
    common: Array.from(common, ([term, bits]) => [term, Buffer.from(bits).toString('base64')]),
  };
}

/**
 * Restores an index from a snapshot.
 * @param snapshot of these passages, in this order, with the same notions; `indexKey` tells whether it is
 * @throws Error if the snapshot is in a format that MiniSearch does not read
 */
export function fromSnapshot(
  snapshot: IndexSnapshot,
  passages: readonly SearchDocument[],
  parts: IndexParts = {},
): SearchIndex {
  const split = ({ terms, counts }: CountsSnapshot) => {
    const names = terms.split(SNAPSHOT_BREAK);
    return new Map(counts.map((count, at) => [names[at] ?? '', count]));
  };
  const { wordCounts, traits } = snapshot;
  const stats: IndexStats = {
    termTexts: snapshot.termTexts.split(SNAPSHOT_BREAK),
    wordCounts,
    traits,
    frequency: split(snapshot.frequency),
    translatedOnly: split(snapshot.translatedOnly),
    common: new Map(snapshot.common.map(([term, bits]) => [term, Buffer.from(bits, 'base64')])),
  };
  const mini = MiniSearch.loadJS<PlacedDocument>(snapshot.mini as AsPlainObject, MINI_OPTIONS);
  return searchIndexOf(passages, stats, mini, parts);
}
