import { describe, expect, it } from 'vitest';
import { buildSearchIndex } from '../../../src/core/indexing/build-index.ts';
import type { SearchDocument } from '../../../src/core/indexing/document.ts';
import { NO_DICTIONARY } from '../../../src/core/language/dictionary.ts';
import { searchablePassages } from '../../../src/core/library.ts';
import { ANSWER_COVERAGE, CLOSEST_COVERAGE, CONVERSATION } from '../../../src/core/tuning.ts';
import { searchFor } from './search-for.ts';

const FILLERS = [
  'Shall we open a window, it is warm.',
  'Somebody left a bicycle in the corridor.',
  'The minutes of March are signed.',
  'Coffee comes at eleven, I was told.',
  'My train was late once more.',
  'Who keeps the keys to the cellar?',
  'Nobody has called the plumber so far.',
  'The hall is let on Saturday evening.',
];
const PEOPLE = ['Ada', 'Ben', 'Cleo', 'Dan'];

/** A meeting of so many turns about nothing, with some turns in place of others. */
function meeting(
  size: number,
  said: Readonly<Record<number, [string, string]>>,
  seminar = 'm',
): SearchDocument[] {
  return Array.from({ length: size }, (_, at) => {
    const filler = FILLERS[(at * 5) % FILLERS.length] ?? '';
    const [speaker, text] = said[at] ?? [PEOPLE[at % PEOPLE.length] ?? '', filler];
    return { id: `${seminar}${at}`, text, speaker, seminar };
  });
}

describe('a turn of a conversation', () => {
  const firstFor = (passages: SearchDocument[], question: string) =>
    searchFor(buildSearchIndex(passages), question)[0]?.id;

  it('is about what was said before it more than about what is said after it', () => {
    const passages = meeting(60, {
      28: ['Ada', 'Could we sell the chairs?'],
      32: ['Ben', 'The roof leaks, and the roof costs money.'],
      36: ['Ada', 'Could we sell the chairs?'],
    });
    expect(firstFor(passages, 'sell chairs because of the roof')).toBe('m36');
  });

  it('at the opening comes after one where its subject is dealt with', () => {
    const passages = meeting(60, {
      1: ['Ada', 'We will hear about the orchard wall, then have lunch.'],
      40: ['Ben', 'So, the wall of the orchard is to be mended first.'],
    });
    expect(firstFor(passages, 'orchard wall')).toBe('m40');
  });

  it('never scores 0 or less', () => {
    const hits = searchFor(buildSearchIndex(meeting(60, { 0: ['Ada', 'Orchard.'] })), 'orchard');
    expect(hits.map(({ id }) => id)).toEqual(['m0']);
    expect(hits[0]?.score).toBeGreaterThan(0);
  });
});

describe('a speaker who is asked about what others named', () => {
  const passages = meeting(60, {
    30: ['Ada', 'What about the orchard wall?'],
    31: ['Eve', 'Hmm.'],
    32: ['Eve', 'I would rather wait until spring, since frost breaks the mortar.'],
    50: ['Eve', 'Good night, everybody, and come home safely.'],
  });
  const hits = searchFor(buildSearchIndex(passages), 'orchard wall', { speakers: ['Eve'] });

  it('is found next to their words, first where most is said', () => {
    expect(hits.map(({ id }) => id)).toEqual(['m32', 'm31']);
  });

  it('comes closest, and is not said to answer', () => {
    expect(hits[0]?.coverage).toBeGreaterThanOrEqual(CLOSEST_COVERAGE);
    expect(hits[0]?.coverage).toBeLessThan(ANSWER_COVERAGE);
    expect(CONVERSATION.contextCoverage).toBeLessThan(ANSWER_COVERAGE);
  });
});

it('searches one of several seminars in its own index, also for passages that are not curated', () => {
  const passages = [...meeting(20, {}, 'a'), ...meeting(20, {}, 'b')];
  const { indexOf } = searchablePassages(passages, () => NO_DICTIONARY);
  expect(indexOf('b').passages.map(({ id }) => id)).toEqual(passages.slice(20).map(({ id }) => id));
});
