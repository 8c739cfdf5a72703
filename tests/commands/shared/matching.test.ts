import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestMatches, called, nearestSteps } from '../../../commands/shared/matching.ts';
import { runToEnd } from '../../../src/core/steps.ts';
import { anyText } from '../../fixtures.ts';

const RIVERS = [
  { names: ['The upper Danube', 'Donau'] },
  { names: ['A day on the Rhône', 'Rhone day'] },
  { names: ['Rhine', '萊茵河', 'Rhein'] },
  { names: ['Rhine and Moselle: wine on slopes'] },
];
const [danube, rhone, rhine, moselle] = RIVERS;
const namesOf = ({ names }: { names: string[] }) => names;

describe('bestMatches', () => {
  it.each([
    ['rhine', [rhine, moselle]],
    ['Rh', [rhone, rhine, moselle]],
    ['RHONE', [rhone]],
    ['ｄａｎｕｂｅ', [danube]],
    ['莱茵', [rhine]],
    ['wine on', [moselle]],
    ['lope', [moselle]],
    ['', RIVERS],
    ['  ', RIVERS],
    ['?!', []],
    ['Nile', []],
  ])('of %j are in order', (typed, found) => {
    expect(bestMatches(RIVERS, typed, namesOf)).toEqual(found);
  });

  it('has first what is called exactly so, then what begins so, then a word that begins so', () => {
    const items = ['marsh', 'old Mars', 'Mars', 'Mars rover'].map((name) => ({ names: [name] }));
    expect(bestMatches(items, 'mars', namesOf).flatMap(namesOf)).toEqual([
      'Mars',
      'marsh',
      'Mars rover',
      'old Mars',
    ]);
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(anyText, (typed) => {
        expect(RIVERS).toEqual(expect.arrayContaining(bestMatches(RIVERS, typed, namesOf)));
      }),
    );
  });
});

describe('called', () => {
  it.each([
    ['rhine', [rhine]],
    ['the  Upper-Danube', [danube]],
    ['莱茵河', [rhine]],
    ['Rhine and Mos…', [moselle]],
    ['A day on…', [rhone]],
    ['A day...', [rhone]],
    ['The…Danube', [danube]],
    ['moselle', [moselle]],
    ['rhin', [rhine, moselle]],
    ['slopes', [moselle]],
    ['on', [rhone, moselle]],
    ['rh', []],
    ['lopes', []],
    ['莱', []],
    ['茵河', [rhine]],
    ['', []],
    ['…', []],
    ['Nile', []],
  ])('%j is or are', (typed, found) => {
    expect(called(RIVERS, typed, namesOf)).toEqual(found);
  });
});

describe('nearestSteps', () => {
  it.each([
    ['upper Danub', danube],
    ['the uper danube', danube],
    ['Moselle and Rhine', moselle],
    ['day at the Rhone', rhone],
  ])('to %j is the one meant', (typed, found) => {
    expect(runToEnd(nearestSteps(RIVERS, typed, namesOf))).toBe(found);
  });

  it.each(['', 'x', 'Mississippi', '长江', '?'])('is nothing to %j', (typed) => {
    expect(runToEnd(nearestSteps(RIVERS, typed, namesOf))).toBeUndefined();
  });
});
