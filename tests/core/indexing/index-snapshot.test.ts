import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { buildSearchIndex } from '../../../src/core/indexing/build-index.ts';
import type { SearchDocument } from '../../../src/core/indexing/document.ts';
import {
  fromSnapshot,
  type IndexSnapshot,
  indexKey,
  indexWithSnapshotSteps,
  toSnapshot,
} from '../../../src/core/indexing/index-snapshot.ts';
import { notionFinderOf } from '../../../src/core/language/notions.ts';
import { runToEnd } from '../../../src/core/steps.ts';
import { COMMON_PASSAGES, SNAPSHOT_PASSAGES } from '../../../src/core/tuning.ts';
import { corpus } from '../../fixtures.ts';
import { bridgePassages } from '../bridges.ts';
import { searchFor } from '../search/search-for.ts';

const copied = <T>(value: T) => JSON.parse(JSON.stringify(value)) as T;
const bridges = bridgePassages(COMMON_PASSAGES + 500);
const index = buildSearchIndex(bridges);

describe('a snapshot of an index', () => {
  it('resnapshotss an index with the same hits', async () => {
    const { index: seminar, findNames } = await corpus();
    const resnapshotsd = fromSnapshot(copied(toSnapshot(seminar)), seminar.passages, seminar);
    for (const question of ['小院高墙', 'How long did the US take to build its chip industry?', '輝達的H800'])
      expect(searchFor(resnapshotsd, findNames(question).withoutAsked)).toEqual(
        searchFor(seminar, findNames(question).withoutAsked),
      );
    const resnapshotsdBridges = fromSnapshot(copied(toSnapshot(index)), bridges);
    for (const question of ['bridge in town730', 'wood', 'number 17'])
      expect(searchFor(resnapshotsdBridges, question)).toEqual(searchFor(index, question));
  });

  it('is in the present format: raise INDEX_FORMAT whenever it changes', () => {
    const small = buildSearchIndex([
      { id: 'a', text: 'Export controls, H800. 出口管制。', translation: null, cues: ['What is banned?'] },
      { id: 'b', text: '木桥。', translation: 'A wooden bridge.', precedingQuestion: '桥?' },
    ]);
    const json = JSON.stringify([toSnapshot(small), indexKey([], [])]);
    expect(createHash('sha256').update(json).digest('hex').slice(0, 16)).toBe('49c5ec9146491d6d');
  });
});

describe('an index with snapshots', () => {
  /** Keeps snapshots in memory. For each read, `reads` has whether there was one. */
  const snapshotsInMemory = () => {
    const kept = new Map<string, IndexSnapshot>();
    const reads: boolean[] = [];
    const read = (key: string) => {
      reads.push(kept.has(key));
      return kept.get(key) ?? null;
    };
    const write = (key: string, snapshot: IndexSnapshot) => void kept.set(key, snapshot);
    return { kept, reads, read, write };
  };
  const passages = bridgePassages(SNAPSHOT_PASSAGES);
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

  it('is built and kept again if its snapshot is in a format that MiniSearch does not read', () => {
    const snapshots = snapshotsInMemory();
    runToEnd(indexWithSnapshotSteps(passages, [], snapshots, parts));
    const [[key, snapshot] = ['', null]] = snapshots.kept;
    snapshots.write(key, { ...copied(snapshot as IndexSnapshot), mini: { serializationVersion: 99 } });
    const index = runToEnd(indexWithSnapshotSteps(passages, [], snapshots, parts));
    expect(searchFor(index, 'stone in town10')[0]?.id).toBe('p10');
    expect(copied(snapshots.kept.get(key))).toEqual(copied(snapshot));
  });

  it('is not kept if building it takes no time', () => {
    const snapshots = snapshotsInMemory();
    runToEnd(indexWithSnapshotSteps(passages.slice(1), [], snapshots, parts));
    expect(snapshots.reads).toEqual([]);
    expect(snapshots.kept.size).toBe(0);
  });
});
