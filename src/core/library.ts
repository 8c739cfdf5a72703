import { buildSearchIndex, indexSteps } from './indexing/build-index.ts';
import type { SearchDocument } from './indexing/document.ts';
import {
  type IndexSnapshots,
  indexWithSnapshotSteps,
  keepSnapshotSteps,
  NO_SNAPSHOTS,
} from './indexing/index-snapshot.ts';
import type { SearchIndex } from './indexing/search-index.ts';
import { type SeminarIndexes, seminarIndexes } from './indexing/seminar-indexes.ts';
import { type Dictionary, NO_DICTIONARY } from './language/dictionary.ts';
import { localised } from './language/locale.ts';
import { type Notion, notionFinderSteps } from './language/notions.ts';
import { sentences } from './language/sentences.ts';
import { type Passage, passageSteps } from './passages/passages.ts';
import {
  type PrecedingQuestion,
  type QuestionsAndReplies,
  questionsAndReplies,
  questionsOf,
} from './passages/questions.ts';
import { type EverydayWords, everydayWordsOf } from './search/everyday-words.ts';
import { type NameFinder, nameFinder, nameFinderSteps } from './search/mentions.ts';
import { madeOnce, runToEnd, type Steps } from './steps.ts';
import { isPerson } from './transcript/anonymous.ts';
import { distinctSpeakers } from './transcript/people.ts';
import type { Problem } from './transcript/problem.ts';
import { callNames, nameForms, nameParts } from './transcript/speakers.ts';
import type { Speaker, Transcript } from './transcript/transcript.ts';

/** Everything loaded from the corpus, ready to answer questions. */
export interface Library extends SeminarIndexes {
  transcripts: readonly Transcript[];
  /** Every passage by its id, in corpus order. */
  passages: ReadonlyMap<string, Passage>;
  /** Every speaker once, in corpus order, those without a name too. */
  speakers: readonly Speaker[];
  index: SearchIndex;
  /** The question that a passage replies to, for the passages that reply to one. */
  precedingQuestions: ReadonlyMap<Passage, PrecedingQuestion>;
  /** Finds the speakers whom a question names. */
  findNames: NameFinder;
}

/**
 * Makes a library from transcripts.
 * @param dictionary for questions in the other language; by default without any words
 * @param snapshots where to keep the index between starts, if it is large; by default nowhere
 */
export function libraryOf(
  transcripts: readonly Transcript[],
  dictionary?: () => Dictionary,
  snapshots?: IndexSnapshots,
): Library {
  return runToEnd(librarySteps(transcripts, dictionary, snapshots));
}

/**
 * `libraryOf`, pausing often: a large corpus takes seconds, during which a bot still answers from the previous one.
 * @param before the previous library: what is known of transcripts that are the same objects, and of passages that are the
 *   same, is taken over, and the index is not kept as a snapshot (`snapshotSteps`). The new library answers as one that is
 *   made from nothing, and the previous one goes on to answer
 */
export function* librarySteps(
  transcripts: readonly Transcript[],
  dictionary: () => Dictionary = () => NO_DICTIONARY,
  snapshots: IndexSnapshots = NO_SNAPSHOTS,
  before?: Library,
): Steps<Library> {
  const passages = new Map<string, Passage>();
  const precedingQuestions = new Map<Passage, PrecedingQuestion>();
  const documents: SearchDocument[] = [];
  for (const transcript of transcripts) {
    const parts = yield* partsOf.steps(transcript);
    for (const [at, passage] of parts.passages.entries()) {
      passages.set(passage.id, passage);
      documents.push(parts.documents[at] as SearchDocument);
      if (at % PASSAGES_TOGETHER === 0) yield;
    }
    for (const [passage, question] of parts.precedingQuestions) precedingQuestions.set(passage, question);
    yield;
  }
  const speakers = distinctSpeakers(transcripts);
  yield;
  const notions = yield* notionSteps(transcripts, speakers);
  const notionFinder = yield* notionFinderSteps(notions);
  const parts = { notionFinder, dictionary };
  const index = before
    ? yield* indexSteps(documents, parts, before.index)
    : yield* indexWithSnapshotSteps(documents, notions, snapshots, parts);
  const everyday = everydayWordsOf(dictionary);
  const { indexOf, prepareSteps } = seminarIndexes(
    transcripts.map(({ id }) => id),
    index,
    {
      dictionary,
      notionSteps: (seminar) => notionSteps(transcripts.filter(({ id }) => id === seminar)),
    },
  );
  const finders = findersOf(transcripts, yield* nameFinderSteps(speakers, everyday), everyday);
  return {
    transcripts,
    passages,
    speakers,
    precedingQuestions,
    index,
    indexOf,
    findNames: finders.findNames,
    *prepareSteps(seminar) {
      yield* prepareSteps(seminar);
      yield* finders.prepareSteps(seminar);
    },
  };
}

/** Keeps the index of a library that was made from an earlier one, so that the next start need not build it. */
export function* snapshotSteps({ transcripts, index }: Library, snapshots: IndexSnapshots): Steps<void> {
  yield* keepSnapshotSteps(index, yield* notionSteps(transcripts), snapshots);
}

/** So many passages are taken over before a pause. */
const PASSAGES_TOGETHER = 200;

/** What only depends on one transcript, and stays the same whatever comes and goes beside it. */
interface TranscriptParts {
  passages: readonly Passage[];
  precedingQuestions: Library['precedingQuestions'];
  /** For each passage, in the same order. */
  documents: readonly SearchDocument[];
}

const partsOf = madeOnce(function* (transcript: Transcript): Steps<TranscriptParts> {
  const passages = yield* passageSteps(transcript);
  const found = questionsOf(passages);
  yield;
  const documents: SearchDocument[] = [];
  for (const passage of passages) {
    documents.push(searchDocument(passage, found));
    yield;
  }
  return { passages, precedingQuestions: found.questions, documents };
});

/** Finds the speakers of all seminars, with a finder that is made already, or of one, whose finder is made when needed. */
function findersOf(
  transcripts: readonly Pick<Transcript, 'id' | 'date' | 'speakers'>[],
  ofAll: ReturnType<typeof nameFinder>,
  everyday: EverydayWords,
): {
  findNames: NameFinder;
  /** Makes the finder of one seminar, or of all. */
  prepareSteps(seminar: string | undefined): Steps<typeof ofAll>;
} {
  const known = new Map<string | undefined, typeof ofAll>([[undefined, ofAll]]);
  function* prepareSteps(seminar: string | undefined): Steps<typeof ofAll> {
    const speakers = () => distinctSpeakers(transcripts.filter(({ id }) => id === seminar));
    const finder = known.get(seminar) ?? (yield* nameFinderSteps(speakers(), everyday));
    known.set(seminar, finder);
    return finder;
  }
  return { findNames: (question, seminar) => runToEnd(prepareSteps(seminar))(question), prepareSteps };
}

/** Makes any passages searchable, with a finder for their speakers: for texts that are not curated transcripts. */
export function searchablePassages(
  passages: readonly SearchDocument[],
  dictionary: () => Dictionary,
): Pick<Library, 'index' | 'findNames'> {
  const seminars = new Set(passages.map(({ seminar }) => seminar ?? ''));
  const transcripts = Array.from(seminars, (id) => ({
    id,
    date: null,
    speakers: speakersOf(passages.filter(({ seminar }) => (seminar ?? '') === id)),
  }));
  const everyday = everydayWordsOf(dictionary);
  return {
    index: buildSearchIndex(withQuestions(passages), { dictionary }),
    findNames: findersOf(transcripts, nameFinder(distinctSpeakers(transcripts), everyday), everyday)
      .findNames,
  };
}

/** The speakers of passages, if nothing is known about them but their names. */
function speakersOf(passages: readonly SearchDocument[]): Speaker[] {
  const names = new Set(passages.flatMap(({ speaker }) => speaker ?? []));
  return Array.from(names, (name) => {
    const everywhere = localised(() => name);
    return {
      id: name,
      name,
      names: everywhere,
      role: everywhere,
      moderator: false,
      aliases: [],
      otherForms: [],
      person: null,
      anonymous: null,
    };
  });
}

/** A passage in the form that the index needs, with the question that it replies to. */
function searchDocument(passage: Passage, found: QuestionsAndReplies): SearchDocument {
  const { id, text, translation, basis, speaker, transcript, segment } = passage;
  return {
    id,
    text,
    translation,
    cues: transcript.cues.get(segment.id) ?? [],
    speaker: speaker?.id ?? null,
    seminar: transcript.id,
    date: transcript.date,
    editorial: basis === 'editorial',
    ...askedAndReplied(passage, found),
  };
}

/** What the index needs to know about questions. */
function askedAndReplied<T extends Pick<SearchDocument, 'id' | 'text' | 'translation'>>(
  passage: T,
  { asking, questions }: QuestionsAndReplies<T>,
): Pick<SearchDocument, 'asks' | 'precedingQuestion' | 'repliesTo'> {
  const asked = questions.get(passage)?.asked;
  return {
    ...(asking.has(passage) && { asks: true }),
    ...(asked && { precedingQuestion: wordsOf(asked), repliesTo: asked.map(({ id }) => id) }),
  };
}

/** The words of the passages that ask, and their translation. With the sentences that ask alone, fewer are found. */
function wordsOf(asked: readonly Pick<SearchDocument, 'text' | 'translation'>[]): string {
  const own = asked.map(({ text }) => text).join(' ');
  return `${own}\n${asked.map(({ translation }) => translation ?? '').join(' ')}`;
}

/** Passages that carry a speaker's name at most, with what they ask and reply to. */
function withQuestions(passages: readonly SearchDocument[]): SearchDocument[] {
  const found = questionsAndReplies(passages, (passage) => ({
    text: passage.text,
    sentences: sentences(passage.text),
    voice: passage.speaker ?? null,
    part: null,
    seminar: passage.seminar ?? '',
    isEditorial: passage.editorial === true,
    paragraph: passage,
  }));
  return passages.map((passage) => ({ ...askedAndReplied(passage, found), ...passage }));
}

/** The terms of seminars, and the names of their speakers. */
function* notionSteps(
  transcripts: readonly Transcript[],
  speakers = distinctSpeakers(transcripts),
): Steps<Notion[]> {
  const names = yield* distinctiveNamesSteps(speakers.filter(isPerson));
  return [...transcripts.flatMap(({ notions }) => notions), ...names];
}

/** For each speaker the forms of the name, and the parts of it, that nobody else has, so that each identifies them. */
function* distinctiveNamesSteps(speakers: readonly Speaker[]): Steps<string[][]> {
  const keysOf: Set<string>[] = [];
  for (const speaker of speakers) {
    keysOf.push(new Set(callNames(speaker).map((words) => words.join(''))));
    yield;
  }
  const bearers = new Map<string, number>();
  for (const keys of keysOf) for (const key of keys) bearers.set(key, (bearers.get(key) ?? 0) + 1);
  const names: string[][] = [];
  for (const [at, speaker] of speakers.entries()) {
    const parts = Object.values(speaker.names).flatMap(nameParts);
    const others = (key: string) => (bearers.get(key) ?? 0) - (keysOf[at]?.has(key) ? 1 : 0);
    names.push(
      [...nameForms(speaker), ...parts.filter((part) => part.length > 1)].filter(
        (name) => others(nameParts(name).join('')) === 0,
      ),
    );
    yield;
  }
  return names;
}

/** What answers come from, and why it is not what the files are now. */
export interface Served {
  /** The corpus as it last was sound. Replaced whole when the files change, so a caller takes it once per answer. */
  library: Library;
  /** What is wrong with the corpus files now, if `library` is older than they are. */
  corpusFault?: CorpusFault | undefined;
}

/** Why questions cannot be answered from the corpus files as they are. */
export interface CorpusFault {
  /** When the files were first found to be faulty. */
  since: Date;
  /** Their files are named from the folder that contains the corpus: `corpus/bridges/transcript.md`. */
  problems: readonly Problem[];
}
