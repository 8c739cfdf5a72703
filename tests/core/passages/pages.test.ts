import { describe, expect, it } from 'vitest';
import { libraryOf } from '../../../src/core/library.ts';
import {
  pagesOfPassages,
  pagesOfTurns,
  passagesIn,
  placeOf,
  startingSteps,
} from '../../../src/core/passages/pages.ts';
import type { Passage } from '../../../src/core/passages/passages.ts';
import { openingOf, turnStarts } from '../../../src/core/passages/turns.ts';
import { runToEnd } from '../../../src/core/steps.ts';
import type { Transcript } from '../../../src/core/transcript/transcript.ts';
import { atOnce } from '../../at-once.ts';
import { changed, SOURCE, soundSeminar, TRANSCRIPT } from '../../fixtures.ts';

const startingAt = atOnce(startingSteps);

function passagesOfSeminar(transcript: Transcript = soundSeminar()) {
  return passagesIn(libraryOf([transcript]), transcript);
}

/** The tiny seminar with a long line 8. */
function withLine8(text: string) {
  const edit = (file: string) => changed(file, '是的,我同意。', text);
  return soundSeminar({ source: edit(SOURCE), transcript: edit(TRANSCRIPT) });
}
const LONG = Array.from({ length: 400 }, (_, at) => `第${at + 1}座桥更长也更结实,大家都知道。`).join('');

describe('pagesOfPassages', () => {
  it.each([
    ['short', soundSeminar()],
    ['long', withLine8(LONG)],
  ])('has every passage of a %s seminar once, in order', (_, transcript) => {
    const passages = passagesOfSeminar(transcript);
    expect(pagesOfPassages(passages).flat()).toEqual(passages);
  });

  it('has one to eight passages on a page', () => {
    for (const page of pagesOfPassages(passagesOfSeminar(withLine8(LONG)))) {
      expect(page.length).toBeGreaterThan(0);
      expect(page.length).toBeLessThanOrEqual(8);
    }
  });

  it('gives a sentence that is too long for any page a page of its own', () => {
    const passages = passagesOfSeminar(withLine8(`${'桥'.repeat(9000)}。`));
    const page = pagesOfPassages(passages).find((each) => each.some(({ line }) => line === 8));
    expect(page).toHaveLength(1);
  });

  it('has no page if there are no passages', () => {
    expect(pagesOfPassages([])).toEqual([]);
  });
});

describe('placeOf', () => {
  const pages = [['a', 'b'], ['c', 'd'], ['e']];

  it.each([
    ['a', { shown: ['a', 'b'], page: 1, count: 3, previous: null, next: 'c' }],
    ['b', { shown: ['b'], page: 1, count: 3, previous: 'a', next: 'c' }],
    ['c', { shown: ['c', 'd'], page: 2, count: 3, previous: 'a', next: 'e' }],
    ['e', { shown: ['e'], page: 3, count: 3, previous: 'c', next: null }],
    ['z', null],
  ])('finds %s', (item, place) => {
    expect(placeOf(pages, item)).toEqual(place);
  });
});

describe('startingAt', () => {
  const passages = passagesOfSeminar();

  it.each([
    ['1', 'p1'],
    [' 4 ', 'p4'],
    ['p4b', 'p4b'],
    ['bridges/p8', 'p8'],
  ])('reads %j', (from, segment) => {
    expect(startingAt(passages, from)?.segment.id).toBe(segment);
  });

  it('reads a part of a long segment', () => {
    expect(startingAt(passagesOfSeminar(withLine8(LONG)), 'p8.2')?.id).toBe('bridges/p8.2');
  });

  it.each(['0', '10', '-1', '1.5', '', 'p', 'p99', 'other/p1', '9'.repeat(40), '__proto__'])(
    'finds nothing at %j',
    (from) => {
      expect(startingAt(passages, from)).toBeNull();
    },
  );
});

describe('turns', () => {
  const turnsOf = (passages: readonly Passage[]) =>
    turnStarts(passages).map((first) => ({ first, opening: openingOf(first) }));
  const lines = (transcript?: Transcript) =>
    turnsOf(passagesOfSeminar(transcript)).map(({ first }) => [first.line, first.basis]);

  it('starts a turn when the speaker, or how the speaker is known, changes', () => {
    expect(lines()).toEqual([
      [1, 'editorial'],
      [2, 'labelled'],
      [3, 'labelled'],
      [5, 'labelled'],
      [6, 'inferred'],
      [8, 'unknown'],
      [9, 'reported'],
    ]);
  });

  it('keeps a segment in one turn, however long it is', () => {
    expect(lines(withLine8(LONG))).toEqual(lines());
  });

  it('shows the first words, and marks that they are not all', () => {
    const [turn] = turnsOf(passagesOfSeminar(withLine8(LONG))).filter(({ first }) => first.line === 8);
    const opening = turn?.opening['zh-CN'] ?? '';
    expect(opening).toMatch(/ \[…\]$/);
    expect(LONG.startsWith(opening.slice(0, -' […]'.length))).toBe(true);
  });

  it('shows all of a short turn', () => {
    expect(turnsOf(passagesOfSeminar()).map(({ opening }) => opening['zh-CN'])).toContain('木桥便宜。');
  });

  it('shortens an endless word', () => {
    for (const { opening } of turnsOf(passagesOfSeminar(withLine8('a'.repeat(5000)))))
      expect(opening.en.length).toBeLessThanOrEqual(80 + ' […]'.length);
  });
});

describe('pagesOfTurns', () => {
  it('has every turn once, in order', () => {
    const starts = turnStarts(passagesOfSeminar());
    const many = Array.from({ length: 30 }, () => starts).flat();
    const pages = runToEnd(pagesOfTurns(many));
    expect(pages.flat()).toEqual(many);
    expect(pages.length).toBeGreaterThan(1);
  });
});
