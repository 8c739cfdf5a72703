import { describe, expect, it } from 'vitest';
import { rankFor } from '../../../src/core/answer/ranking.ts';
import { NO_DICTIONARY } from '../../../src/core/language/dictionary.ts';
import { searchablePassages } from '../../../src/core/library.ts';
import { talks } from '../../short-turns.ts';

/** A vestry meeting: nobody moderates, and a member asks. */
const vestry = searchablePassages(
  [
    { id: 'v1', text: 'The roof of the chapel leaks again over the organ.', speaker: 'Ada' },
    { id: 'v2', text: 'We had it mended in May. Who pays for the next repair?', speaker: 'Ben' },
    { id: 'v3', text: 'The parish does, from the bell fund.', speaker: 'Cleo' },
    { id: 'v4', text: 'Then the bells will have to wait for a year.', speaker: 'Ada' },
    { id: 'v5', text: 'Could we not sell the old organ?', speaker: 'Ben' },
  ].map((passage) => ({ ...passage, seminar: 'vestry' })),
  () => NO_DICTIONARY,
);
const firstOf = (question: string, filter = {}) =>
  rankFor(vestry, { question, ...filter }).hits[0]?.document.id;

describe('a question that was asked at the seminar', () => {
  it('finds what was replied, whoever asked, and whether or not the reply repeats a word of it', () => {
    expect(firstOf('Who pays for the next repair?')).toBe('v3');
    expect(firstOf('who pays for the repair')).toBe('v3');
  });

  it('finds the reply to a moderator’s question', () => {
    const { hits } = rankFor(talks('harbour'), { question: 'Does the harbour ever sleep?' });
    expect(hits[0]?.document).toMatchObject({ id: 'harbour/p3', speaker: 'Inês Ortega' });
  });

  it('comes after everything else once its reply has come before it', () => {
    const ids = rankFor(vestry, { question: 'Who pays for the repair of the roof over the organ?' }).hits.map(
      ({ document }) => document.id,
    );
    expect(ids.indexOf('v3')).toBeGreaterThanOrEqual(0);
    expect(ids.at(-1)).toBe('v2');
  });

  it('can be answered by its reply', () => {
    expect(rankFor(vestry, { question: 'Who pays for the next repair?' }).best?.document.id).toBe('v3');
  });

  it.each([
    'Who asked who pays for the next repair?',
    'the question about the next repair',
    'What was the question about the repair?',
  ])('is itself found by %s', (question) => {
    expect(firstOf(question)).toBe('v2');
  });

  it('has no reply by anybody else if one speaker’s words are wanted', () => {
    expect(firstOf('Who pays for the next repair?', { speakers: ['Ben'] })).toBe('v2');
  });

  it('has none if nobody speaks after it', () => {
    expect(firstOf('Could we sell the old organ?')).toBe('v5');
  });
});
