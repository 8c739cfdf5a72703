import { describe, expect, it } from 'vitest';
import { libraryOf } from '../../../src/core/library.ts';
import { sentencesOf } from '../../../src/core/passages/passages.ts';
import { passagesAt, readPlaces } from '../../../src/core/passages/places.ts';
import { soundSeminar } from '../../fixtures.ts';
import { recordedSeminar } from '../../recorded-seminar.ts';

const recorded = libraryOf([recordedSeminar()]);
const both = libraryOf([soundSeminar(), recordedSeminar()]);

const idsAt = (typed: string, library = recorded) => {
  const places = readPlaces(typed, library);
  const at = places && passagesAt(places, library);
  return (
    at && [...(at.isChoice ? ['one of'] : []), ...at.passages.map(({ id }) => id.replace('tunnels/', ''))]
  );
};

describe('a time that a person gives', () => {
  it.each([
    ['12:31', ['p10']],
    ['at 12:31', ['p10']],
    ['(12:31)', ['p10']],
    ['\uFF11\uFF12\uFF1A\uFF13\uFF11', ['p10']],
    ['在 12:31', ['p10']],
    ['0:05', ['p4']],
    ['0:00', ['p4']],
    ['00:00:59', ['p4']],
    ['1:10', ['one of', 'p7', 'p10']],
    ['1:02:03', ['p16']],
    ['62:03', ['p16']],
    ['1:05:00', ['p16']],
    ['0:05-1:10', ['p4', 'p7', 'p10']],
    ['12:31, 1:02:03', ['p10', 'p16']],
  ])('is the passage that is said at %s', (typed, ids) => {
    expect(idsAt(typed)).toEqual(ids);
  });

  it.each(['2:00:00', '12:99', '1:75:00'])('is none: %s', (typed) => expect(idsAt(typed)).toBeNull());

  it('is in the seminar that has times, or that is named', () => {
    expect(idsAt('12:31', both)).toEqual(['p10']);
    expect(idsAt('tunnels/12:31', both)).toEqual(['p10']);
    expect(idsAt('An evening on tunnels, 2024-06-02, 12:31', both)).toEqual(['p10']);
    expect(idsAt('“An evening on tunnels”，2024-06-02，12:31', both)).toEqual(['p10']);
    expect(idsAt('bridges 12:31', both)).toBeNull();
  });

  it('means nothing where nothing has a time', () => {
    expect(readPlaces('12:31', libraryOf([soundSeminar()]))).toBeNull();
    expect(readPlaces('12:31', libraryOf([recordedSeminar({ timed: false })]))).toBeNull();
  });
});

describe('a place inside of a passage', () => {
  it('is the passage that goes on over it', () => {
    expect(idsAt('line 13')).toEqual(['p10']);
    expect(idsAt('lines 13 to 16')).toEqual(['p10', 'p16']);
    expect(idsAt('line 14')).toBeNull();
  });

  it.each(['paragraph 13', 'Paragraph 10', '第 13 段'])('may be a paragraph: %s', (typed) => {
    expect(idsAt(typed, libraryOf([recordedSeminar({ unit: 'paragraph' })]))).toEqual(['p10']);
  });

  it.each(['part 13', '第 13 部分', '13'])('may be a part: %s', (typed) => {
    expect(idsAt(typed, libraryOf([recordedSeminar({ unit: 'part' })]))).toEqual(['p10']);
  });

  it('is where its sentences begin, with their time', () => {
    const passage = recorded.passages.get('tunnels/p10') ?? expect.fail();
    expect(passage).toMatchObject({ line: 10, lastLine: 13, time: 70.8 });
    expect(sentencesOf(passage, 1, 1)).toMatchObject({ line: 13, lastLine: 13, time: 751.9 });
    expect(sentencesOf(passage, 0, 0)).toMatchObject({ line: 10, lastLine: 10, time: 70.8 });
  });
});
