import { createHash } from 'node:crypto';
import type { Notion } from '../language/notions.ts';
import type { Steps } from '../steps.ts';
import { COMMON_PASSAGES, COMMON_SHARE, SNAPSHOT_TEXTS } from '../tuning.ts';
import { indexSteps } from './build-index.ts';
import type { SearchDocument } from './document.ts';
import { type IndexPiece, piecesOf, restoreSteps } from './index-pieces.ts';
import type { IndexParts, SearchIndex } from './search-index.ts';

/** Where snapshots are kept between starts, a piece at a time. */
export interface IndexSnapshots {
  /** @returns the pieces for a key; they return whether they are whole, which nothing is if there are none */
  read(key: string): Generator<IndexPiece, boolean>;
  /** Keeps pieces, pausing after each; does nothing if they cannot be written. */
  write(key: string, pieces: Iterable<IndexPiece>): Steps<void>;
}

/** Keeps nothing. */
export const NO_SNAPSHOTS: IndexSnapshots = {
  // biome-ignore lint/correctness/useYield: there are no pieces.
  *read() {
    return false;
  },
  *write() {},
};

/**
 * To be raised whenever the same passages give a different snapshot, because texts are analysed differently
 * or the format has changed. A test knows the present one.
 */
const INDEX_FORMAT = 8;

/**
 * The index of passages: from a snapshot of the very same passages if there is one, or else built, and kept
 * as a snapshot. It pauses after each passage and each piece of a snapshot.
 * @param notions those that `parts.notionFinder` was made from
 */
export function* indexWithSnapshotSteps(
  passages: readonly SearchDocument[],
  notions: readonly Notion[],
  snapshots: IndexSnapshots,
  parts: IndexParts,
): Steps<SearchIndex> {
  if (!isWorthKeeping(passages)) return yield* indexSteps(passages, parts);
  const key = yield* indexKeySteps(passages, notions);
  const restored = yield* restoreSteps(snapshots.read(key), passages, parts);
  if (restored) return restored;
  const index = yield* indexSteps(passages, parts);
  yield* snapshots.write(key, piecesOf(index));
  return index;
}

/**
 * Keeps an index as a snapshot, if it is large: one that was made from an earlier one, so that nobody waits for this.
 * @param notions those that its finder was made from
 */
export function* keepSnapshotSteps(
  index: SearchIndex,
  notions: readonly Notion[],
  snapshots: IndexSnapshots,
): Steps<void> {
  if (!isWorthKeeping(index.passages)) return;
  yield* snapshots.write(yield* indexKeySteps(index.passages, notions), piecesOf(index));
}

/** Whether an index takes longer to build than to read. */
function isWorthKeeping(passages: readonly SearchDocument[]): boolean {
  const texts = passages.reduce((total, { cues = [] }) => total + 1 + cues.length, 0);
  return texts >= SNAPSHOT_TEXTS;
}

/** A hash, in hexadecimal, of what an index is built from: equal only for equal passages, notions and settings. */
export function* indexKeySteps(
  passages: readonly SearchDocument[],
  notions: readonly Notion[],
): Steps<string> {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([INDEX_FORMAT, COMMON_PASSAGES, COMMON_SHARE, notions]));
  for (const passage of passages) {
    hash.update(`\n${JSON.stringify(passage)}`);
    yield;
  }
  return hash.digest('hex');
}
