import { describe, expect, it } from 'vitest';
import { isWithin, nearestTo, seminarsWithin } from '../../../src/core/transcript/period.ts';
import { markSameTitles } from '../../../src/core/transcript/same-titles.ts';
import { lightSeminar } from '../../light-seminars.ts';

const seminar = (id: string, head: string) =>
  lightSeminar(id, `${head}\nspeakers: [Bo Park]`, [['Bo Park', 'A word.']]);
const old = seminar('old', 'title: Quays\ndate: 2020-01-31');
const recent = seminar('recent', 'title: Quays\ndate: 2024-05-01');
const undated = seminar('undated', 'title: Quays');
const ALL = [old, recent, undated];

describe('a period', () => {
  it.each([
    [null, null, ['old', 'recent', 'undated']],
    ['2020-01-31', null, ['old', 'recent']],
    ['2020-02-01', null, ['recent']],
    [null, '2020-01-31', ['old']],
    [null, '2020-01-30', []],
    ['2024-05-01', '2024-05-01', ['recent']],
  ])('from %s until %s has %j', (from, until, ids) => {
    expect(seminarsWithin(ALL, { from, until }).map(({ id }) => id)).toEqual(ids);
  });

  it('has no seminar without a date, unless it has no limit', () => {
    expect(isWithin(undated, { from: null, until: null })).toBe(true);
    expect(isWithin(undated, { from: '0001-01-01', until: '9999-12-31' })).toBe(false);
  });

  it.each([
    ['2021-01-01', '2021-12-31', ['old', 'recent']],
    ['2025-01-01', null, ['recent']],
    [null, '2019-12-31', ['old']],
  ])('without seminars, from %s until %s, is nearest to %j', (from, until, ids) => {
    expect(nearestTo(ALL, { from, until }).map(({ id }) => id)).toEqual(ids);
  });
});

describe('seminars of one title', () => {
  const marked = (...all: Parameters<typeof markSameTitles>[0]) =>
    markSameTitles(all).flatMap(({ id, isNamesake }) => (isNamesake ? [id] : []));

  it('are marked if they have one date too, or none', () => {
    expect(marked(...ALL)).toEqual([]);
    expect(marked(...ALL, seminar('twin', 'title: quays\ndate: 2024-05-01'))).toEqual(['recent', 'twin']);
    expect(marked(...ALL, seminar('other', 'title: Quays'))).toEqual(['undated', 'other']);
  });

  it('lose the mark with the other, and stay as they are otherwise', () => {
    const [one] = markSameTitles([undated, seminar('other', 'title: Quays')]);
    expect(one?.isNamesake).toBe(true);
    expect(markSameTitles([one ?? undated])).toEqual([undated]);
    expect(markSameTitles(ALL)[0]).toBe(old);
  });
});
