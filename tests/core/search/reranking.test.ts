import { describe, expect, it } from 'vitest';
import { buildSearchIndex } from '../../../src/core/indexing/build-index.ts';
import { searchFor } from './search-for.ts';

/** Passages of other things, so many that what stands on either side of them is not around one place. */
const between = Array.from({ length: 12 }, (_, at) => ({
  id: `between${at}`,
  text: `Meeting notes were read aloud, item ${at} first.`,
}));

const order = (passages: { id: string; text: string }[], question: string) =>
  searchFor(buildSearchIndex(passages), question).map(({ id }) => id);

describe('of passages with as many of the words asked for', () => {
  it('the one whose subject was named just before comes first', () => {
    const passages = [
      { id: 'mill', text: 'The mill was paid for by the canton.' },
      ...between,
      { id: 'named', text: 'Let us turn to the Lindau ferry.' },
      { id: 'ferry', text: 'The whole thing was paid for by the canton in the end.' },
    ];
    const found = order(passages, 'Who paid for the Lindau ferry, the canton?');
    expect(found).toContain('mill');
    expect(found.indexOf('ferry')).toBeLessThan(found.indexOf('mill'));
  });

  it('passages of another seminar say nothing about one', () => {
    const passages = [
      { id: 'mill', text: 'The mill was paid for by the canton.', seminar: 'one' },
      ...between.map((each) => ({ ...each, seminar: 'one' })),
      { id: 'named', text: 'Let us turn to the Lindau ferry.', seminar: 'one' },
      { id: 'bridge', text: 'The whole thing was paid for by the canton in the end.', seminar: 'other' },
    ];
    const found = order(passages, 'Who paid for the Lindau ferry, the canton?');
    expect(found).toContain('bridge');
    expect(found.indexOf('mill')).toBeLessThan(found.indexOf('bridge'));
  });

  it.each([
    [
      'How many boats did the yard repair?',
      'The yard repaired forty boats in the year that the quay was built anew.',
    ],
    [
      'When did the yard repair the boats?',
      'The yard repaired the boats in 1998, and the quay was built anew.',
    ],
  ])('the one with the kind of answer comes first: %s', (question, text) => {
    const passages = [
      { id: 'mentions', text: 'The yard can repair boats of every kind.' },
      ...between,
      { id: 'says', text },
    ];
    expect(order(passages, question)[0]).toBe('says');
  });
});
