import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { search } from '../../src/core/search.ts';
import {
  buildSearchIndex,
  indexKey,
  keptIndex,
  type PackedIndex,
  packIndex,
  type SearchDocument,
  unpackIndex,
} from '../../src/core/search-index.ts';
import { termsOf } from '../../src/core/terms.ts';
import { COMMON_PASSAGES, JUDGED, SETTINGS, SNAPSHOT_PASSAGES } from '../../src/core/tuning.ts';
import { corpus } from '../fixtures.ts';

const copied = <T>(value: T) => JSON.parse(JSON.stringify(value)) as T;

/** Passages that all speak of bridges, every tenth of one in a town of its own. */
const many = (size: number): SearchDocument[] =>
  Array.from({ length: size }, (_, at) => ({
    id: `p${at}`,
    text: at % 10 === 0 ? `A bridge of stone in town${at}.` : `A bridge of wood, number ${at}.`,
    speaker: at % 100 === 0 ? 'Ida Moe' : null,
  }));
const bridges = many(COMMON_PASSAGES + 500);
const index = buildSearchIndex(bridges);
const first = (question: string) => search(index, { question })[0]?.id;

describe('an index of many passages', () => {
  it('keeps common terms as bits and rare ones in MiniSearch', () => {
    expect([...index.cuttings.common.keys()].sort()).toEqual(['bridg', 'number', 'wood']);
    expect(index.frequency('bridg')).toBe(bridges.length);
  });

  it('finds a passage by its rare word, whatever else is asked', () => {
    expect(first('Is the bridge of town730 of stone or of wood?')).toBe('p730');
  });

  it('finds passages by a common word alone', () => {
    expect(search(index, { question: 'bridge' })).toHaveLength(SETTINGS.secondLook);
  });

  it('finds a misspelt word', () => {
    const few = buildSearchIndex([
      ...bridges,
      { id: 'x', text: 'The Maastricht treaty. 马斯特里赫特条约。' },
    ]);
    expect(search(few, { question: 'Maastrich' })[0]?.id).toBe('x');
  });

  it('finds what a filter leaves behind many others', () => {
    const hits = search(index, { question: 'bridge', speaker: 'Ida Moe' });
    expect(hits.length).toBeGreaterThan(0);
    expect(hits.length).toBeLessThan(JUDGED);
    for (const { id } of hits) expect(Number(id.slice(1)) % 100).toBe(0);
  });
});

describe('a packed index', () => {
  it('gives the same hits when it is unpacked', async () => {
    const { index: whole, findNames } = await corpus();
    const again = unpackIndex(copied(packIndex(whole)), whole.passages, whole);
    for (const question of ['小院高墙', 'How long did the US take to build its chip industry?', '輝達的H800'])
      expect(search(again, { question: findNames(question).rest })).toEqual(
        search(whole, { question: findNames(question).rest }),
      );
    const bridgesAgain = unpackIndex(copied(packIndex(index)), bridges);
    for (const question of ['bridge in town730', 'wood', 'number 17'])
      expect(search(bridgesAgain, { question })).toEqual(search(index, { question }));
  });

  it('is what this version of the format says: whoever changes it raises INDEX_FORMAT', () => {
    const small = buildSearchIndex([
      { id: 'a', text: 'Export controls, H800. 出口管制。', translation: null, cues: ['What is banned?'] },
      { id: 'b', text: '木桥。', translation: 'A wooden bridge.', asked: '桥?' },
    ]);
    const packed = JSON.stringify([packIndex(small), indexKey([], [])]);
    expect(createHash('sha256').update(packed).digest('hex').slice(0, 16)).toBe('3a84fed87ecdce5c');
  });
});

describe('a kept index', () => {
  /** Keeps in memory what it is given. */
  const keeper = () => {
    const kept = new Map<string, PackedIndex>();
    const reads: boolean[] = [];
    const read = (key: string) => {
      reads.push(kept.has(key));
      return kept.get(key) ?? null;
    };
    return { kept, reads, read, write: (key: string, packed: PackedIndex) => void kept.set(key, packed) };
  };
  const passages = many(SNAPSHOT_PASSAGES);
  const options = { terms: termsOf([]) };

  it('is built once', () => {
    const store = keeper();
    for (const _ of [1, 2]) keptIndex(passages, [], store, options);
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
    keptIndex(passages, [], store, options);
    keptIndex(changed, notions, store, options);
    expect(store.reads).toEqual([false, false]);
  });

  it('is not kept where building takes no time', () => {
    const store = keeper();
    keptIndex(passages.slice(1), [], store, options);
    expect(store.reads).toEqual([]);
    expect(store.kept.size).toBe(0);
  });
});
