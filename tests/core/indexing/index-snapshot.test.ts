import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { buildSearchIndex } from '../../../src/core/indexing/build-index.ts';
import type { SearchDocument } from '../../../src/core/indexing/document.ts';
import { type IndexPiece, piecesOf, restoreSteps } from '../../../src/core/indexing/index-pieces.ts';
import {
  type IndexSnapshots,
  indexKeySteps,
  indexWithSnapshotSteps,
} from '../../../src/core/indexing/index-snapshot.ts';
import type { IndexParts } from '../../../src/core/indexing/search-index.ts';
import { notionFinderOf } from '../../../src/core/language/notions.ts';
import { runToEnd } from '../../../src/core/steps.ts';
import { COMMON_PASSAGES, SNAPSHOT_TEXTS } from '../../../src/core/tuning.ts';
import { atOnce } from '../../at-once.ts';
import { corpus } from '../../fixtures.ts';
import { bridgePassages } from '../bridges.ts';
import { searchFor } from '../search/search-for.ts';

const indexKey = atOnce(indexKeySteps);

const copied = <T>(value: T) => JSON.parse(JSON.stringify(value)) as T;
/** Pieces as a store gives them, which says whether they are whole. */
function* given(pieces: readonly IndexPiece[], areWhole = true): Generator<IndexPiece, boolean> {
  yield* pieces;
  return areWhole;
}
/** An index that there must be. */
function whole<T>(found: T | null): T {
  if (found === null) throw new Error('The pieces are not whole.');
  return found;
}
function restored(pieces: readonly IndexPiece[], passages: readonly SearchDocument[], parts?: IndexParts) {
  return runToEnd(restoreSteps(given(copied(pieces)), passages, parts));
}
const bridges = bridgePassages(COMMON_PASSAGES + 500);
const index = buildSearchIndex(bridges);

describe('a snapshot of an index', () => {
  it('restores an index with the same hits', async () => {
    const { index: seminar, findNames } = await corpus();
    const restoredSeminar = whole(restored([...piecesOf(seminar)], seminar.passages, seminar));
    for (const question of ['小院高墙', 'How long did the US take to build its chip industry?', '輝達的H800'])
      expect(searchFor(restoredSeminar, findNames(question).withoutAsked)).toEqual(
        searchFor(seminar, findNames(question).withoutAsked),
      );
    const restoredBridges = whole(restored([...piecesOf(index)], bridges));
    for (const question of ['bridge in town730', 'wood', 'number 17'])
      expect(searchFor(restoredBridges, question)).toEqual(searchFor(index, question));
  });

  it('is in the present format: raise INDEX_FORMAT whenever it changes', () => {
    const small = buildSearchIndex([
      { id: 'a', text: 'Export controls, H800. 出口管制。', translation: null, cues: ['What is banned?'] },
      { id: 'b', text: '木桥。', translation: 'A wooden bridge.', precedingQuestion: '桥?' },
    ]);
    const json = JSON.stringify([[...piecesOf(small)], indexKey([], [])]);
    expect(createHash('sha256').update(json).digest('hex').slice(0, 16)).toBe('c60aa8beb99d45eb');
  });
});

describe('an index with snapshots', () => {
  /** Keeps snapshots in memory. For each read, `reads` has whether there was one. */
  const snapshotsInMemory = () => {
    const kept = new Map<string, IndexPiece[]>();
    const reads: boolean[] = [];
    const snapshots: IndexSnapshots = {
      *read(key) {
        reads.push(kept.has(key));
        return yield* given(kept.get(key) ?? [], kept.has(key));
      },
      // biome-ignore lint/correctness/useYield: nothing takes long here.
      *write(key, pieces) {
        kept.set(key, copied([...pieces]));
      },
    };
    return { kept, reads, ...snapshots };
  };
  const passages = bridgePassages(SNAPSHOT_TEXTS);
  const parts = { notionFinder: notionFinderOf([]) };

  it('is built once', () => {
    const snapshots = snapshotsInMemory();
    for (const _ of [1, 2]) runToEnd(indexWithSnapshotSteps(passages, [], snapshots, parts));
    expect(snapshots.reads).toEqual([false, true]);
  });

  it.each<[string, SearchDocument[], string[][]]>([
    ['a text', [{ ...bridges[0], id: 'p0', text: 'Another.' }, ...passages.slice(1)], []],
    [
      'a speaker',
      [{ ...bridges[0], id: 'p0', text: bridges[0]?.text ?? '', speaker: 'Jo Lee' }, ...passages.slice(1)],
      [],
    ],
    ['the order', [...passages].reverse(), []],
    ['the notions', passages, [['bridge', '桥']]],
  ])('is built again when %s changes', (_, changed, notions) => {
    const snapshots = snapshotsInMemory();
    runToEnd(indexWithSnapshotSteps(passages, [], snapshots, parts));
    runToEnd(indexWithSnapshotSteps(changed, notions, snapshots, parts));
    expect(snapshots.reads).toEqual([false, false]);
  });

  it.each<[string, (pieces: IndexPiece[]) => IndexPiece[]]>([
    ['lacks a piece', (pieces) => pieces.filter(({ kind }) => kind !== 'passages')],
    [
      'has a piece that is none',
      (pieces) => [{ kind: 'gone', terms: 'bridg', counts: [1], translatedOnly: [0] }, ...pieces],
    ],
  ])('is built and kept again if its snapshot %s', (_, damaged) => {
    const snapshots = snapshotsInMemory();
    runToEnd(indexWithSnapshotSteps(passages, [], snapshots, parts));
    const [[key, pieces] = ['', []]] = snapshots.kept;
    snapshots.kept.set(key, damaged(pieces));
    const index = runToEnd(indexWithSnapshotSteps(passages, [], snapshots, parts));
    expect(searchFor(index, 'stone in town10')[0]?.id).toBe('p10');
    expect(snapshots.kept.get(key)).toEqual(pieces);
  });

  it('is kept for few passages with many cues, which are not analysed again', () => {
    const cues = Array.from({ length: SNAPSHOT_TEXTS }, (_, at) => `Who built bridge ${at}?`);
    const described = [{ id: 'a', text: 'Jo Lee did.', cues, precedingQuestion: '谁建了\u0001桥?\n' }];
    const snapshots = snapshotsInMemory();
    const built = runToEnd(indexWithSnapshotSteps(described, [], snapshots, parts));
    const kept = runToEnd(indexWithSnapshotSteps(described, [], snapshots, parts));
    expect(snapshots.reads).toEqual([false, true]);
    expect(kept.hintIndex).toEqual(built.hintIndex);
    const withOtherWord = (piece: IndexPiece) =>
      piece.kind === 'hints' ? { ...piece, terms: piece.terms.replace('bridg', 'tunnel') } : piece;
    for (const [key, pieces] of snapshots.kept) snapshots.kept.set(key, pieces.map(withOtherWord));
    const changed = runToEnd(indexWithSnapshotSteps(described, [], snapshots, parts));
    expect(changed.hints(0).terms.has('tunnel')).toBe(true);
  });

  it('is not kept if building it takes no time', () => {
    const snapshots = snapshotsInMemory();
    runToEnd(indexWithSnapshotSteps(passages.slice(1), [], snapshots, parts));
    expect(snapshots.reads).toEqual([]);
    expect(snapshots.kept.size).toBe(0);
  });
});
