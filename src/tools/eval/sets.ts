import type { Searchable } from '../../core/answer/ranking.ts';
import { libraryOf, searchablePassages } from '../../core/library.ts';
import { runToEnd } from '../../core/steps.ts';
import { peopleSteps } from '../../core/transcript/people.ts';
import { markSameTitles } from '../../core/transcript/same-titles.ts';
import type { Transcript } from '../../core/transcript/transcript.ts';
import { readDictionary } from '../../corpus/dictionary.ts';
import { type Outcome, sampleOf } from './figures.ts';
import type { Query, Ranker } from './rankers.ts';
import type { ReadSet, SeminarQuestion, SeminarSet } from './read-sets.ts';

/** A question, and how to tell which passages answer it; one without an answer has none. */
export interface Asked extends Query, Pick<Outcome, 'unanswerable'> {
  isRight(id: string): boolean;
}

/** What is searched. */
export interface Searched {
  sources(): Searchable;
  /** The same without the terms that seminars declare; null if none does. */
  sourcesWithoutTerms: (() => Searchable) | null;
}

/** Questions that make a row of their own. */
export interface TestSet {
  name: string;
  searched: Searched;
  questions: readonly Asked[];
  /** Whether parts are left out with these questions, and how many of them are asked then. */
  isForParts: boolean;
  asked: readonly Asked[];
  /** Whether it is counted with all the others: no question twice. */
  isCounted: boolean;
}

/** Of other sets than the shipped one at most so many questions are asked for each part that is left out: all would take an hour. */
export const SAMPLE = 100;

/** Asks questions, and tells what became of each. */
export function outcomesOf(questions: readonly Asked[], ranker: Ranker): Outcome[] {
  return questions.map((asked) => outcomeOf(asked, ranker));
}

/** Asks one question. */
export function outcomeOf({ isRight, unanswerable, ...query }: Asked, ranker: Ranker): Outcome {
  const { ids, claim } = ranker(query);
  return { claim, rank: ids.findIndex(isRight), unanswerable };
}

/** The sets to measure: the shipped seminar first, then the others, which are also asked beside it. */
export function testSets(shipped: SeminarSet, others: readonly ReadSet[]): TestSet[] {
  return [
    ...shippedSets(shipped, others),
    ...others.flatMap((each) =>
      each.kind === 'seminars' ? seminarSets(each, shipped) : [retrievalSet(each)],
    ),
  ];
}

function shippedSets(shipped: SeminarSet, others: readonly ReadSet[]): TestSet[] {
  const searched = searchedOf(shipped.transcripts);
  const inPart = (part: SeminarQuestion['part']) => shipped.questions.filter((each) => each.part === part);
  const sets = (['tuning', 'aside'] as const).flatMap((part): TestSet[] => {
    const name = part === 'tuning' ? 'shipped, tuning' : 'shipped, set aside';
    const all = inPart(part);
    const setOf = (language: string, questions: readonly SeminarQuestion[]) =>
      testSet(`  ${language}`, searched, questions.map(together), {});
    return [
      testSet(name, searched, all.map(together), { isForParts: true, isCounted: true }),
      setOf(
        'Chinese',
        all.filter(({ lang }) => lang !== 'en'),
      ),
      setOf(
        'English',
        all.filter(({ lang }) => lang === 'en'),
      ),
    ];
  });
  const seminars = others.filter((each) => each.kind === 'seminars');
  if (seminars.length === 0) return sets;
  const beside = searchedOf([...shipped.transcripts, ...seminars.flatMap(({ transcripts }) => transcripts)]);
  return [...sets, testSet('shipped, beside all others', beside, shipped.questions.map(together), {})];
}

function seminarSets({ name, transcripts, questions }: SeminarSet, shipped: SeminarSet): TestSet[] {
  const searched = searchedOf(transcripts);
  const beside = searchedOf([...transcripts, ...shipped.transcripts]);
  return [
    testSet(`${name}, each alone`, searched, questions.map(alone), {
      isForParts: true,
      isCounted: true,
      most: SAMPLE,
    }),
    ...transcripts.map(({ id }) =>
      testSet(`  ${id}`, searched, questions.filter(({ seminar }) => seminar === id).map(alone), {}),
    ),
    testSet(`${name}, together`, searched, questions.map(together), {}),
    testSet(`${name}, beside shipped`, beside, questions.map(together), {
      isForParts: true,
      most: SAMPLE,
    }),
  ];
}

function retrievalSet({ name, documents, queries }: Extract<ReadSet, { kind: 'retrieval' }>): TestSet {
  const sources = once(() => searchablePassages(documents, readDictionary));
  const questions = queries.map(({ query, seminar, gold }): Asked => {
    const right = new Set(gold);
    return { query, seminar, unanswerable: gold.length > 0 ? null : 'far', isRight: (id) => right.has(id) };
  });
  return testSet(name, { sources, sourcesWithoutTerms: null }, questions, {
    isForParts: true,
    isCounted: true,
    most: SAMPLE,
  });
}

/** @param most so many questions are asked for each part that is left out; by default all */
function testSet(
  name: string,
  searched: Searched,
  questions: readonly Asked[],
  {
    isForParts = false,
    isCounted = false,
    most = questions.length,
  }: { isForParts?: boolean; isCounted?: boolean; most?: number },
): TestSet {
  return { name, searched, questions, isForParts, isCounted, asked: sampleOf(questions, most) };
}

/** A question that names its seminar. */
function alone(question: SeminarQuestion): Asked {
  return { ...together(question), seminar: question.seminar };
}

/** A question to all the seminars that there are. */
function together({ question, seminar, gold, unanswerable }: SeminarQuestion): Asked {
  const right = new Set(gold.map((segment) => `${seminar}/${segment}`));
  return { query: question, unanswerable, isRight: (id) => right.has(segmentOf(id)) };
}

/** The segment of which a passage is a part: `seminar/p7` of `seminar/p7.2`. */
function segmentOf(passage: string): string {
  return passage.replace(/\.\d+$/, '');
}

function searchedOf(transcripts: readonly Transcript[]): Searched {
  const ids = new Set(transcripts.map(({ id }) => id));
  // Who speaks in several of them is one person, as in one corpus.
  const joined = ids.size > 1 ? markSameTitles(runToEnd(peopleSteps(transcripts))) : [...transcripts];
  return {
    sources: once(() => libraryOf(joined, readDictionary)),
    sourcesWithoutTerms: once(() =>
      libraryOf(
        joined.map((transcript) => ({ ...transcript, notions: [] })),
        readDictionary,
      ),
    ),
  };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
