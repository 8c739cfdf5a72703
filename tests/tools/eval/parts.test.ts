import { describe, expect, it } from 'vitest';
import type { SearchDocument } from '../../../src/core/indexing/document.ts';
import { searchablePassages } from '../../../src/core/library.ts';
import { readDictionary } from '../../../src/corpus/dictionary.ts';
import { PARTS, whole } from '../../../src/tools/eval/parts.ts';
import type { Searched } from '../../../src/tools/eval/sets.ts';

function searched(...documents: readonly SearchDocument[]): Searched {
  const sources = searchablePassages(documents, readDictionary);
  return { sources: () => sources, sourcesWithoutTerms: null };
}

function without(name: string, given: Searched) {
  const part = PARTS.find((each) => each.name.trim() === name);
  if (!part) throw new Error(`There is no part ${name}.`);
  return part.without(given);
}

const FERRY = {
  id: 'ferry',
  text: 'The boat crosses as long as the ice is thin.',
  cues: ['Is there a winter service?'],
};
const BREAD = { id: 'bread', text: 'Bread is baked at night.' };

describe('a part', () => {
  it('is left out of the search, and of nothing else', () => {
    const given = searched(FERRY, BREAD);
    const asked = { query: 'Is there a winter service?' };
    const complete = whole(given)(asked);
    expect(complete).toMatchObject({ ids: ['ferry', 'bread'], claim: 'answer' });
    expect(without('without cues', given)?.(asked).claim).not.toBe('answer');
    expect(whole(given)(asked)).toEqual(complete);
  });

  it('is not measured where there is nothing to leave out', () => {
    const idle = PARTS.filter((part) => part.without(searched(BREAD)) === null).map(({ name }) =>
      name.trim(),
    );
    expect(idle).toEqual(
      expect.arrayContaining([
        'without cues',
        'without declared terms',
        'without the translation',
        'without replies first',
        'without names in questions',
        'one index for all seminars',
        'conversations like others',
      ]),
    );
    expect(idle).not.toContain('without words used alike');
  });

  it('of the dictionary is left out where a word stands in the other language', () => {
    const given = searched(BREAD, { id: 'bridge', text: '木桥怕火灾。' });
    const asked = { query: 'What are wooden bridges afraid of?' };
    expect(whole(given)(asked).ids).toEqual(['bridge']);
    expect(without('without dictionary, words alike', given)?.(asked).ids).toEqual([]);
  });

  it('is kept apart in each seminar: none is searched by the statistics of another', () => {
    const given = searched({ ...BREAD, seminar: 'food' }, { ...FERRY, seminar: 'water' });
    const asked = { query: 'When is bread baked?', seminar: 'food' };
    expect(without('one index for all seminars', given)?.(asked).ids).toEqual(['bread']);
  });
});
