import { describe, expect, it } from 'vitest';
import { buildSearchIndex, indexSteps } from '../../../src/core/indexing/build-index.ts';
import { runToEnd } from '../../../src/core/steps.ts';
import { talks } from '../../short-turns.ts';
import { searchFor } from '../search/search-for.ts';

describe("a seminar's own index", () => {
  it('is made in steps once, and is the one that is searched', () => {
    const library = talks('harbour', 'orchard');
    expect([...library.prepareSteps('harbour')].length).toBeGreaterThan(5);
    const ready = library.indexOf('harbour');
    expect(new Set(ready.passages.map(({ seminar }) => seminar))).toEqual(new Set(['harbour']));
    expect([...library.prepareSteps('harbour')]).toEqual([]);
    expect(library.indexOf('harbour')).toBe(ready);
  });

  it('has the same words whether it was made in steps or is made at once', () => {
    const [prepared, atOnce] = [talks('harbour', 'orchard'), talks('harbour', 'orchard')];
    runToEnd(prepared.prepareSteps('orchard'));
    expect(prepared.indexOf('orchard').stats).toEqual(atOnce.indexOf('orchard').stats);
  });

  it('is the joint one if there is no other seminar, or none of that name', () => {
    const alone = talks('harbour');
    runToEnd(alone.prepareSteps('harbour'));
    expect(alone.indexOf('harbour')).toBe(alone.index);
    const two = talks('harbour', 'orchard');
    runToEnd(two.prepareSteps(undefined));
    runToEnd(two.prepareSteps('nowhere'));
    expect(two.indexOf('nowhere')).toBe(two.index);
  });
});

it('compares a cue with a question by how rare its words are in the index that is asked', () => {
  const described = [
    { id: 'a', text: 'Jo Lee did.', cues: ['Who built the wooden bridge?'] },
    { id: 'b', text: 'In May.', cues: ['When was the ferry sold?'] },
  ];
  const more = ['Wooden boats.', 'Wooden carts.', 'Wooden oars.'].map((text, at) => ({ id: `${at}`, text }));
  const before = buildSearchIndex(described);
  searchFor(before, 'wooden bridge');
  const grown = runToEnd(indexSteps([...described, ...more], {}, before));
  expect(searchFor(grown, 'wooden bridge')).toEqual(
    searchFor(buildSearchIndex([...described, ...more]), 'wooden bridge'),
  );
});
