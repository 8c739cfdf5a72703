import { describe, expect, it } from 'vitest';
import { buildSearchIndex } from '../../../src/core/indexing/build-index.ts';
import { COMMON_PASSAGES, MAX_CANDIDATES, SETTINGS } from '../../../src/core/tuning.ts';
import { bridgePassages } from '../bridges.ts';
import { searchFor } from '../search/search-for.ts';

const bridges = bridgePassages(COMMON_PASSAGES + 500);
const index = buildSearchIndex(bridges);
const firstId = (question: string) => searchFor(index, question)[0]?.id;

describe('an index of many passages', () => {
  it('tells common terms from rare ones', () => {
    const terms = index.shards.flatMap(({ shard }) => Array.from(shard.terms.entries(), ([term]) => term));
    expect(terms.filter(index.isCommon).sort()).toEqual(['bridg', 'number', 'wood']);
    expect(index.frequency('bridg')).toBe(bridges.length);
  });

  it('finds a passage by its rare word, whatever else the question contains', () => {
    expect(firstId('Is the bridge of town730 of stone or of wood?')).toBe('p730');
  });

  it('finds passages by nothing but a common word', () => {
    expect(searchFor(index, 'bridge')).toHaveLength(SETTINGS.reranked);
  });

  it('finds a misspelt word', () => {
    const withTreaty = buildSearchIndex([
      ...bridges,
      { id: 'x', text: 'The Maastricht treaty. 马斯特里赫特条约。' },
    ]);
    expect(searchFor(withTreaty, 'Maastrich')[0]?.id).toBe('x');
  });

  it('finds the few passages that a filter lets through', () => {
    const hits = searchFor(index, 'bridge', { speakers: ['Ida Moe'] });
    expect(hits.length).toBeGreaterThan(0);
    expect(hits.length).toBeLessThan(MAX_CANDIDATES);
    for (const { id } of hits) expect(Number(id.slice(1)) % 100).toBe(0);
  });
});
