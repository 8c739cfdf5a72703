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
import { runToEnd } from '../../../src/core/indexing/steps.ts';
import { termsOf } from '../../../src/core/language/notions.ts';
import { COMMON_PASSAGES, SNAPSHOT_PASSAGES } from '../../../src/core/tuning.ts';
import { corpus } from '../../fixtures.ts';
import { bridgePassages } from '../bridges.ts';
import { searchFor } from '../search/search-for.ts';

const copied = <T>(value: T) => JSON.parse(JSON.stringify(value)) as T;
const bridges = bridgePassages(COMMON_PASSAGES + 500);
const index = buildSearchIndex(bridges);

describe('a packed index', () => {
  it('gives the same hits when it is unpacked', async () => {
    const { index: whole, findNames } = await corpus();
    const again = fromSnapshot(copied(toSnapshot(whole)), whole.passages, whole);
    for (const question of ['小院高墙', 'How long did the US take to build its chip industry?', '輝達的H800'])
      expect(searchFor(again, findNames(question).rest)).toEqual(searchFor(whole, findNames(question).rest));
    const bridgesAgain = fromSnapshot(copied(toSnapshot(index)), bridges);
    for (const question of ['bridge in town730', 'wood', 'number 17'])
      expect(searchFor(bridgesAgain, question)).toEqual(searchFor(index, question));
  });

  it('is what this version of the format says: whoever changes it raises INDEX_FORMAT', () => {
    const small = buildSearchIndex([
      { id: 'a', text: 'Export controls, H800. 出口管制。', translation: null, cues: ['What is banned?'] },
      { id: 'b', text: '木桥。', translation: 'A wooden bridge.', precedingQuestion: '桥?' },
    ]);
    const packed = JSON.stringify([toSnapshot(small), indexKey([], [])]);
    expect(createHash('sha256').update(packed).digest('hex').slice(0, 16)).toBe('7c0cc521ad181898');
  });
});

describe('a kept index', () => {
  /** Keeps in memory what it is given. */
  const keeper = () => {
    const kept = new Map<string, IndexSnapshot>();
    const reads: boolean[] = [];
    const read = (key: string) => {
      reads.push(kept.has(key));
      return kept.get(key) ?? null;
    };
    return { kept, reads, read, write: (key: string, packed: IndexSnapshot) => void kept.set(key, packed) };
  };
  const passages = bridgePassages(SNAPSHOT_PASSAGES);
  const options = { terms: termsOf([]) };

  it('is built once', () => {
    const store = keeper();
    for (const _ of [1, 2]) runToEnd(indexWithSnapshotSteps(passages, [], store, options));
    expect(store.reads).toEqual([false, true]);
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
  ])('is built anew when %s changes', (_, changed, notions) => {
    const store = keeper();
    runToEnd(indexWithSnapshotSteps(passages, [], store, options));
    runToEnd(indexWithSnapshotSteps(changed, notions, store, options));
    expect(store.reads).toEqual([false, false]);
  });

  it('is built anew, and kept anew, where it is in a form that MiniSearch does not read', () => {
    const store = keeper();
    runToEnd(indexWithSnapshotSteps(passages, [], store, options));
    const [[key, packed] = ['', null]] = store.kept;
    store.write(key, { ...copied(packed as IndexSnapshot), mini: { serializationVersion: 99 } });
    const index = runToEnd(indexWithSnapshotSteps(passages, [], store, options));
    expect(searchFor(index, 'stone in town10')[0]?.id).toBe('p10');
    expect(copied(store.kept.get(key))).toEqual(copied(packed));
  });

  it('is not kept where building takes no time', () => {
    const store = keeper();
    runToEnd(indexWithSnapshotSteps(passages.slice(1), [], store, options));
    expect(store.reads).toEqual([]);
    expect(store.kept.size).toBe(0);
  });
});
