import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  correctionOf,
  PROPOSAL_LENGTH,
  type Proposed,
  REASON_LENGTH,
  revisionOf,
} from '../../../src/core/passages/correction.ts';
import { anyText, bridges, changed, soundSeminar, TRANSCRIPT } from '../../fixtures.ts';

const NOW = new Date('2026-02-03T04:05:06.789Z');
const reported = (written: Partial<Proposed>, id = 'bridges/p6') => {
  const passage = bridges().library.passages.get(id);
  if (!passage) throw new Error(`There is no passage ${id}.`);
  return correctionOf(passage, { speaker: 'Jo Lee', reason: 'He speaks of wood.', ...written }, NOW);
};

describe('a report', () => {
  it('contains the passage with its attribution, the proposal and the time', () => {
    expect(reported({})).toEqual({
      passage: 'bridges/p6',
      line: 6,
      attribution: 'Ida Moe | inferred',
      revision: revisionOf(soundSeminar()),
      time: '2026-02-03T04:05:06Z',
      proposal: 'Jo Lee',
      reason: 'He speaks of wood.',
    });
  });

  it('names nobody if the passage has no speaker', () => {
    expect(reported({}, 'bridges/p8')).toMatchObject({ attribution: 'unknown' });
  });

  it('proposes nobody if the name is empty', () => {
    expect(reported({ speaker: ' ' })).toMatchObject({ proposal: null });
  });

  it('is a single line', () => {
    expect(reported({ reason: ' one\r\n\n two\u2028three\t' })).toMatchObject({ reason: 'one two three' });
  });

  it.each([
    [{ speaker: 'x'.repeat(PROPOSAL_LENGTH + 1) }, 'speaker-long'],
    [{ reason: 'x'.repeat(REASON_LENGTH + 1) }, 'reason-long'],
    [{ reason: ' \n ' }, 'reason-missing'],
    [{ speaker: 'Jo\u0000Lee' }, 'signs'],
    [{ speaker: 'Jo \u202EeeL' }, 'signs'],
    [{ reason: '\u001B[31mred' }, 'signs'],
    [{ reason: '\uD800' }, 'signs'],
  ])('cannot be made from %j', (written, fault) => {
    expect(reported(written)).toBe(fault);
  });

  it('counts characters as people do', () => {
    expect(reported({ speaker: '𠮷'.repeat(PROPOSAL_LENGTH) })).toMatchObject({
      proposal: '𠮷'.repeat(PROPOSAL_LENGTH),
    });
  });

  it('accepts any text or says what is wrong with it', () => {
    fc.assert(
      fc.property(anyText, anyText, (speaker, reason) => {
        const made = reported({ speaker, reason });
        if (typeof made === 'string') return;
        expect(made.reason).not.toMatch(/[\p{Cc}\p{Cs}]/u);
        expect(Array.from(made.proposal ?? '').length).toBeLessThanOrEqual(PROPOSAL_LENGTH);
      }),
    );
  });
});

describe('the revision', () => {
  it.each([
    ['### p9 | line 9 | Jo Lee | reported', '### p9 | line 9 | Ida Moe | reported'],
    ['### p4b | line 4 | editorial', '### p4b | line 4 | unknown'],
    ['### p8 | line 8 | unknown', '### p8z | line 8 | unknown'],
  ])('changes with "%s"', (from, to) => {
    const transcript = changed(TRANSCRIPT, from, to);
    expect(revisionOf(soundSeminar({ transcript }))).not.toBe(revisionOf(soundSeminar()));
  });

  it('does not change with the title', () => {
    const transcript = changed(TRANSCRIPT, 'en: A panel on bridges', 'en: Bridges');
    expect(revisionOf(soundSeminar({ transcript }))).toBe(revisionOf(soundSeminar()));
  });
});
