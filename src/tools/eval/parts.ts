import type { Searchable, UnderstoodQuestion } from '../../core/answer/ranking.ts';
import { buildSearchIndex } from '../../core/indexing/build-index.ts';
import type { Conversations } from '../../core/indexing/conversation.ts';
import type { SearchDocument } from '../../core/indexing/document.ts';
import type { SearchIndex } from '../../core/indexing/search-index.ts';
import type { Dictionary } from '../../core/language/dictionary.ts';
import type { WeightedQuestion } from '../../core/search/weighted-question.ts';
import { SETTINGS, type Settings } from '../../core/tuning.ts';
import { ours, plainMiniSearch, type Ranker } from './rankers.ts';
import type { Searched } from './sets.ts';

/** A way to search that is compared with the whole recipe. */
export interface Part {
  name: string;
  /** Makes the search without this part; null if the part does nothing in these passages. */
  without(searched: Searched): Ranker | null;
}

/** The whole recipe, from which each part is left out in turn. */
export function whole({ sources }: Searched): Ranker {
  return ours(sources());
}

const { weights } = SETTINGS;

/** The parts of the recipe, in the order in which they are printed. */
export const PARTS: readonly Part[] = [
  { name: 'MiniSearch as it comes', without: ({ sources }) => plainMiniSearch(sources()) },
  // What a corpus may have besides its transcripts.
  ofDocuments('without cues', 'cues'),
  where(have('cues'), bySettings('without likeness of cues', { cueShare: 0 })),
  {
    name: 'without declared terms',
    without: ({ sourcesWithoutTerms }) => (sourcesWithoutTerms ? ours(sourcesWithoutTerms()) : null),
  },
  ofDocuments('without the translation', 'translation'),
  // Words.
  ofDictionary('without words used alike', { vector: () => null }),
  ofDictionary('without translated words', { chineseFor: () => [], englishFor: () => [] }),
  ofDictionary('without names in dictionary', { isName: () => false }),
  bySettings('without dictionary, words alike', { dictionary: 0 }),
  bySettings('without pairs, exact forms', { weights: { ...weights, exactForms: 0 } }),
  bySettings('without misspellings', { fuzzy: 0 }),
  // The second look at the best.
  bySettings('without the best sentence', { sentenceShare: 0 }),
  bySettings("without passage's characters", { passageShare: { withCues: 0, withoutCues: 0 } }),
  bySettings('without kinds of answers in ranking', { answerKind: 0 }),
  bySettings('without what is around', { surroundings: 0 }),
  // Questions and replies.
  ofDocuments('without question before', 'precedingQuestion'),
  where(
    have('precedingQuestion'),
    bySettings('  its words alone not scored', { weights: { ...weights, precedingQuestion: 0 } }),
  ),
  ofDocuments('without replies first', 'repliesTo'),
  where(have('asks'), bySettings('questions like other passages', { asking: 1 })),
  ofDocuments('without all of the last three', 'precedingQuestion', 'repliesTo', 'asks'),
  ofUnderstood('"What did X ask?" like others', { asksForQuestion: false }),
  // People.
  where(have('speaker'), {
    name: 'without names in questions',
    without: ({ sources }) => ours({ ...sources(), findNames: nobodyNamed }),
  }),
  where(haveConversations, ofUnderstood('without mentioned speakers', { mentioned: [] })),
  // Seminars.
  where(haveSeveralSeminars, {
    name: 'one index for all seminars',
    without: ({ sources }) => {
      const { index, findNames } = sources();
      return ours({ index, findNames });
    },
  }),
  where(haveConversations, {
    name: 'conversations like others',
    without: ({ sources }) => ours(withIndexes(sources(), (index) => ({ ...index, conversations: null }))),
  }),
  ofConversations('  without the turns around', {
    contextScorer: () => () => 0,
    within: () => [],
    contextText: () => '',
  }),
  ofConversations('  without length and opening', { suitability: () => 0 }),
  ofConversations('  without spreading hits', { diversify: (hits) => [...hits] }),
  // What decides between the levels.
  {
    name: 'without kinds of answer',
    without: ({ sources }) =>
      ours(withIndexes(sources(), (index) => ({ ...index, hasAnswerKinds: () => true }))),
  },
  ofQuestion('without kinds of thing', { focusTerms: [] }),
  ofQuestion('without unknown names', { hasUnknownName: false }),
  ofQuestion('without essential numbers', { essentialNumbers: [] }),
];

function bySettings(name: string, changed: Partial<Settings>): Part {
  return { name, without: ({ sources }) => ours(sources(), { settings: { ...SETTINGS, ...changed } }) };
}

/** A part that does nothing unless the passages have something. */
function where(needed: (sources: Searchable) => boolean, { name, without }: Part): Part {
  return { name, without: (searched) => (needed(searched.sources()) ? without(searched) : null) };
}

type OptionalField = 'cues' | 'translation' | 'precedingQuestion' | 'repliesTo' | 'asks' | 'speaker';

/** Whether any passage has one of these. */
function have(...fields: readonly OptionalField[]): (sources: Searchable) => boolean {
  const isGiven = (value: SearchDocument[OptionalField]) =>
    Array.isArray(value) ? value.length > 0 : Boolean(value);
  return ({ index }) => index.passages.some((passage) => fields.some((field) => isGiven(passage[field])));
}

function haveSeveralSeminars({ index }: Searchable): boolean {
  return seminarsOf(index).length > 1;
}

function haveConversations({ index, indexOf }: Searchable): boolean {
  return seminarsOf(index).some((seminar) => (indexOf?.(seminar) ?? index).conversations !== null);
}

function seminarsOf({ passages }: SearchIndex): string[] {
  return [...new Set(passages.map(({ seminar }) => seminar ?? ''))];
}

function nobodyNamed(question: string): ReturnType<Searchable['findNames']> {
  return { names: [], withoutAsked: question, withoutNames: question };
}

/** Without some of what documents have. */
function ofDocuments(name: string, ...fields: readonly OptionalField[]): Part {
  const stripped = (document: SearchDocument): SearchDocument => {
    const rest = { ...document };
    for (const field of fields) delete rest[field];
    return rest;
  };
  return where(have(...fields), {
    name,
    without: ({ sources }) =>
      ours(
        withIndexes(sources(), ({ passages, notionFinder, dictionary }) =>
          buildSearchIndex(passages.map(stripped), { notionFinder, dictionary }),
        ),
      ),
  });
}

function ofDictionary(name: string, changed: Partial<Dictionary>): Part {
  return {
    name,
    without: ({ sources }) =>
      ours(
        withIndexes(sources(), (index) => {
          const dictionary = { ...index.dictionary(), ...changed };
          return { ...index, dictionary: () => dictionary };
        }),
      ),
  };
}

function ofConversations(name: string, changed: Partial<Conversations>): Part {
  return where(haveConversations, {
    name,
    without: ({ sources }) =>
      ours(
        withIndexes(sources(), (index) =>
          index.conversations ? { ...index, conversations: { ...index.conversations, ...changed } } : index,
        ),
      ),
  });
}

/** Changes what a question was taken for. */
function ofUnderstood(name: string, changed: Partial<UnderstoodQuestion>): Part {
  return {
    name,
    without: ({ sources }) => ours(sources(), { understood: (question) => ({ ...question, ...changed }) }),
  };
}

/** Changes the terms of a question, in whatever index it is asked. */
function ofQuestion(name: string, changed: Partial<WeightedQuestion>): Part {
  const understood = (question: UnderstoodQuestion): UnderstoodQuestion => ({
    ...question,
    weighted: { ...question.weighted, ...changed },
    *weightedIn(index) {
      return { ...(yield* question.weightedIn(index)), ...changed };
    },
  });
  return { name, without: ({ sources }) => ours(sources(), { understood }) };
}

/** The same sources with each index changed, once. */
function withIndexes(sources: Searchable, change: (index: SearchIndex) => SearchIndex): Searchable {
  const known = new WeakMap<SearchIndex, SearchIndex>();
  const changed = (index: SearchIndex) => {
    const made = known.get(index) ?? change(index);
    known.set(index, made);
    return made;
  };
  const { indexOf, findNames } = sources;
  return {
    findNames,
    get index() {
      return changed(sources.index);
    },
    ...(indexOf && { indexOf: (seminar: string) => changed(indexOf(seminar)) }),
  };
}
