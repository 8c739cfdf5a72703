import { describe, expect, it } from 'vitest';
import { understand } from '../../../src/core/search/question.ts';
import { readDictionary } from '../../../src/corpus/dictionary.ts';
import { lightLibrary, lightSeminar } from '../../light-seminars.ts';

const BRIEFING = `title: The levy briefing
speakers:
  - { name: Jonas Pavell, otherForms: [CHAIR PAVELL] }
  - { name: THE PRESIDENT }
  - { name: Nell Torvik, otherForms: [Nell from Quayside] }
  - { name: Mark Dunmore }
  - { name: Olga Chenge }
  - { name: Will Harrow }
  - { name: Tove Kafka }`;

const library = lightLibrary(
  lightSeminar('levy', BRIEFING, [
    ['Jonas Pavell', 'The levy will not change. You can mark that down. Kavka runs the gate.'],
    ['THE PRESIDENT', 'The president of the port sets the levy.'],
    ['Nell Torvik', 'What would the power plant pay?'],
    ['Mark Dunmore', 'Half of it.'],
    ['Olga Chenge', 'Ask the chair.'],
    ['Will Harrow', 'We shall see.'],
    ['Tove Kafka', 'Yes.'],
  ]),
);

const named = (question: string) =>
  library.findNames(question).names.flatMap(({ speakers }) => speakers.map(({ id }) => id));
const namesIn = (question: string) =>
  understand(question, { notionFinder: library.index.notionFinder, dictionary: readDictionary() })
    .askedTerms.filter(({ isName }) => isName)
    .map(({ term }) => term);

describe('a label', () => {
  it.each([
    ['What did the chair say about the levy?', []],
    ['Who is from Quayside?', []],
    ['What did Quayside say?', []],
    ['What did Chair Pavell say about the levy?', ['Jonas Pavell']],
    ['What did Pavell say about the levy?', ['Jonas Pavell']],
    ['What did Nell from Quayside ask?', ['Nell Torvik']],
    ['What did the president say about the levy?', ['THE PRESIDENT']],
  ])('has names, and words that are none by themselves: %s', (question, ids) => {
    expect(named(question)).toEqual(ids);
  });

  it.each([
    'what is the levy',
    'could the president raise the levy',
    'where can i mark the levy',
    'what will it cost',
    'does the chair pay',
  ])('makes no name of a usual word: %s', (question) => {
    expect(namesIn(question)).toEqual([]);
  });

  it.each(['what did pavell pay', 'is nell torvik here', 'is harrow here'])(
    'makes one of a name: %s',
    (question) => {
      expect(namesIn(question)).toHaveLength(1);
    },
  );
});

describe('a word that is nearly a name', () => {
  it.each(['How will it change?', 'What does kavka run?', 'What did power plants say?'])(
    'is none if it is a usual one, or is said: %s',
    (question) => {
      expect(named(question)).toEqual([]);
    },
  );

  it('is one if nothing else is known of it', () => {
    expect(named('What did Pavel say?')).toEqual(['Jonas Pavell']);
    expect(named('What did Torvk say?')).toEqual(['Nell Torvik']);
  });
});
