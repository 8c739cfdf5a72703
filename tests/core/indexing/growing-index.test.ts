import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexSteps } from '../../../src/core/indexing/build-index.ts';
import type { SearchDocument } from '../../../src/core/indexing/document.ts';
import { type IndexPiece, piecesOf, restoreSteps } from '../../../src/core/indexing/index-pieces.ts';
import type { SearchIndex } from '../../../src/core/indexing/search-index.ts';
import { type Notion, notionFinderOf } from '../../../src/core/language/notions.ts';
import { runToEnd } from '../../../src/core/steps.ts';
import { COMMON_PASSAGES } from '../../../src/core/tuning.ts';
import { atOnce } from '../../at-once.ts';
import { bridgePassages } from '../bridges.ts';
import { searchFor } from '../search/search-for.ts';

const indexOf = atOnce(indexSteps);

/** Texts that share words, names, numbers and characters, so that each seminar changes what is rare. */
const TEXTS = [
  'The bridge of wood is cheap. Ida Moe said so in 1990.',
  'A wooden bridge rots; stone bridges last for 100 years.',
  '木桥便宜,石桥耐久。莫女士在1990年说过。',
  'Wi-Fi on the ferry? The H800 and the H-800 are the same chip.',
  '芯片的出口管制很有效。',
  'Export controls of chips do work, says Dr. Bado Keliba.',
  'The harbour froze, and the price of flour doubled.',
  'Keliba asked who pays for the contorls.',
];
const QUESTIONS = [
  'Is the bridge of wood or of stone?',
  '木桥为什么便宜?',
  'What did Keliba say about export contrls?',
  'H800 chips',
  'Who pays for the harbour, Ida Moe?',
];
const NOTIONS: Record<string, Notion[]> = {
  a: [['Bado Keliba', 'Keliba']],
  b: [['bridge', '桥'], ['Ida Moe']],
  c: [['chip', '芯片', 'H800'], ['Keliba']],
  d: [],
};

/** What a seminar has: which texts, and whether cues and questions stand with them. */
interface Seminar {
  texts: number[];
  withQuestion: boolean;
  withCues: boolean;
}
type Archive = Partial<Record<string, Seminar>>;

function documentsOf(archive: Archive): SearchDocument[] {
  return Object.entries(archive)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(
      ([
        seminar,
        { texts = [], withQuestion, withCues } = { texts: [], withQuestion: false, withCues: false },
      ]) =>
        texts.map((number, at) => ({
          id: `${seminar}/p${at}`,
          seminar,
          text: TEXTS[number] ?? '',
          translation: number % 3 === 0 ? (TEXTS[(number + 2) % TEXTS.length] ?? '') : null,
          speaker: at % 2 === 0 ? 'Ida Moe' : null,
          ...(withCues && { cues: [`Is number ${number} about a bridge?`] }),
          ...(withQuestion && at > 0 && { precedingQuestion: 'What is cheap, Keliba?' }),
        })),
    );
}

const partsOf = (archive: Archive) => ({
  notionFinder: notionFinderOf(
    Object.keys(archive)
      .sort()
      .flatMap((seminar) => NOTIONS[seminar] ?? []),
  ),
});

/** Everything that search can see of an index. */
function seen(index: SearchIndex) {
  const terms = new Set(
    index.shards.flatMap(({ shard }) => Array.from(shard.terms.entries(), ([term]) => term)),
  );
  return {
    terms: Array.from(terms)
      .sort()
      .map((term) => [
        term,
        index.frequency(term),
        index.textFrequency(term),
        [...index.positionsOf(term)],
        index.isCommon(term),
      ])
      .filter(([, frequency]) => frequency !== 0),
    stats: index.stats,
    hits: QUESTIONS.map((question) => searchFor(index, question)),
    similar: index.similarWords('contrl', 2),
  };
}

const seminar = fc.record({
  texts: fc.array(fc.nat(TEXTS.length - 1), { minLength: 1, maxLength: 12 }),
  withQuestion: fc.boolean(),
  withCues: fc.constant(false),
});
const change = fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.option(seminar, { nil: undefined }));

describe('an index that grows', () => {
  it('answers to the last digit as one built at once, whatever came and went before', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        let archive: Archive = {};
        let index: SearchIndex | undefined;
        for (const [id, next] of changes) {
          const { [id]: _, ...others } = archive;
          archive = next ? { ...others, [id]: next } : others;
          index = indexOf(documentsOf(archive), partsOf(archive), index);
        }
        expect(index && seen(index)).toEqual(seen(indexOf(documentsOf(archive), partsOf(archive))));
      }),
      { numRuns: 60 },
    );
  });

  const large = bridgePassages(COMMON_PASSAGES + 5500).map((passage) => ({ ...passage, seminar: 'large' }));
  const small = documentsOf({ small: { texts: [0, 1, 2, 3], withQuestion: true, withCues: false } });
  const first = indexOf(large);
  const grown = indexOf(
    [...large.slice(0, 1000), ...large.slice(1001), ...small],
    partsOf({ c: undefined }),
    first,
  );

  it('keeps what it knows of a large archive, and looks at nothing but what is new', () => {
    expect(grown.shards).toHaveLength(2);
    expect(grown.shards[0]?.shard).toBe(first.shards[0]?.shard);
    expect(grown.shards[1]?.shard.passages).toHaveLength(small.length);
    expect(grown.frequency('number')).toBe(first.frequency('number'));
  });

  it('leaves the index that is being served as it was', () => {
    const before = seen(first);
    indexOf([...small, ...large.slice(3)], partsOf({ c: undefined }), first);
    expect(seen(first)).toEqual(before);
  });

  it('begins anew once most of what it keeps is gone, or the first cue comes', () => {
    expect(indexOf(small, {}, first).shards).toHaveLength(1);
    const cued = documentsOf({ small: { texts: [0], withQuestion: false, withCues: true } });
    const index = indexOf([...large, ...cued], {}, first);
    expect(index.shards).toHaveLength(1);
    expect(index.frequency('wood bridg') + index.frequency('number 17')).toBeGreaterThan(0);
  });

  it('merges small shards, without what has gone from them', () => {
    const seminarOf = (...texts: number[]): Seminar => ({ texts, withQuestion: false, withCues: false });
    const all = documentsOf({ a: seminarOf(5, 6, 7, 2), b: seminarOf(0, 1, 2, 3, 4), c: seminarOf(1, 5, 0) });
    const of = (...ids: string[]) => all.filter((document) => ids.includes(document.seminar ?? ''));
    const fewer = indexOf(of('b', 'c'), {}, indexOf(all));
    expect(fewer.shards[0]?.gone.size).toBeGreaterThan(0);
    const index = indexOf([...of('b'), ...of('a'), ...of('c')], {}, fewer);
    expect(index.shards.map(({ shard, gone }) => [shard.passages.length, gone.size])).toEqual([[12, 0]]);
    expect(seen(index)).toEqual(seen(indexOf([...of('b'), ...of('a'), ...of('c')])));
  });

  it('is restored from its snapshot, and goes on to grow', () => {
    function* given(pieces: readonly IndexPiece[]): Generator<IndexPiece, boolean> {
      yield* JSON.parse(JSON.stringify(pieces));
      return true;
    }
    const passages = [...large.slice(1), ...small];
    const index = indexOf(passages, {}, first);
    const restored = runToEnd(restoreSteps(given([...piecesOf(index)]), passages));
    if (!restored) throw new Error('The pieces are not whole.');
    expect(seen(restored)).toEqual(seen(index));
    const fewer = passages.slice(0, -2);
    expect(seen(indexOf(fewer, {}, restored))).toEqual(seen(indexOf(fewer)));
  });
});
