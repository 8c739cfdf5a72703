import { buildSearchIndex } from './indexing/build-index.ts';
import type { SearchDocument } from './indexing/document.ts';
import { type IndexSnapshots, indexWithSnapshotSteps } from './indexing/index-snapshot.ts';
import type { SearchIndex } from './indexing/search-index.ts';
import { type Dictionary, NO_DICTIONARY } from './language/dictionary.ts';
import { localised } from './language/locale.ts';
import { notionFinderOf } from './language/notions.ts';
import { isModeratorQuestion, type PrecedingQuestion, precedingQuestionsOf } from './passages/moderator.ts';
import { type Passage, passagesOf } from './passages/passages.ts';
import { type EverydayWords, everydayWordsOf } from './search/everyday-words.ts';
import { type NameFinder, nameFinder } from './search/mentions.ts';
import { runToEnd } from './steps.ts';
import { distinctSpeakers } from './transcript/people.ts';
import type { Problem } from './transcript/problem.ts';
import { callNames, nameForms, nameParts } from './transcript/speakers.ts';
import type { Speaker, Transcript } from './transcript/transcript.ts';

/** Everything loaded from the corpus, ready to answer questions. */
export interface Library {
  transcripts: readonly Transcript[];
  /** Every passage by its id, in corpus order. */
  passages: ReadonlyMap<string, Passage>;
  /** Every person once, in corpus order. */
  speakers: readonly Speaker[];
  index: SearchIndex;
  /**
   * The index of one seminar's passages, by its own words and terms alone, so that what stands beside it in the corpus
   * changes nothing. Made when it is first needed.
   */
  indexOf(seminar: string): SearchIndex;
  /** The moderator's question that a passage answers, for the passages that answer one. */
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

/** `libraryOf`, pausing often: a large corpus takes seconds, during which a bot still answers from the previous one. */
export function* librarySteps(
  transcripts: readonly Transcript[],
  dictionary: () => Dictionary = () => NO_DICTIONARY,
  snapshots: IndexSnapshots = { read: () => null, write: () => {} },
): Generator<void, Library> {
  const passages = transcripts.flatMap(passagesOf);
  const precedingQuestions = precedingQuestionsOf(passages);
  const speakers = distinctSpeakers(transcripts);
  const names = distinctiveNames(speakers);
  const notions = [...transcripts.flatMap((transcript) => transcript.notions), ...names];
  const documents = searchDocuments(passages, precedingQuestions);
  const index = yield* indexWithSnapshotSteps(documents, notions, snapshots, {
    notionFinder: notionFinderOf(notions),
    dictionary,
  });
  return {
    transcripts,
    passages: new Map(passages.map((passage) => [passage.id, passage])),
    speakers,
    precedingQuestions,
    index,
    indexOf: indexesOf(transcripts, index, dictionary),
    findNames: findersOf(transcripts, everydayWordsOf(dictionary)),
  };
}

/** So many seminars' own indexes are kept; those of all of them together would take as much memory as the joint one. */
const KEPT_INDEXES = 20;

function indexesOf(
  transcripts: readonly Transcript[],
  joint: SearchIndex,
  dictionary: () => Dictionary,
): Library['indexOf'] {
  const known = new Map<string, SearchIndex>();
  return (seminar) => {
    const transcript = transcripts.find(({ id }) => id === seminar);
    if (!transcript || transcripts.length === 1) return joint;
    const own =
      known.get(seminar) ??
      buildSearchIndex(
        joint.passages.filter((passage) => passage.seminar === seminar),
        {
          notionFinder: notionFinderOf([
            ...transcript.notions,
            ...distinctiveNames(distinctSpeakers([transcript])),
          ]),
          dictionary,
        },
      );
    // The one that was used last is at the end.
    known.delete(seminar);
    known.set(seminar, own);
    const [oldest] = known.keys();
    if (known.size > KEPT_INDEXES && oldest !== undefined) known.delete(oldest);
    return own;
  };
}

/** Finds the speakers of all seminars, or of one: each finder is made when it is first needed. */
function findersOf(
  transcripts: readonly Pick<Transcript, 'id' | 'date' | 'speakers'>[],
  everyday: EverydayWords,
): NameFinder {
  const known = new Map<string | undefined, ReturnType<typeof nameFinder>>();
  return (question, seminar) => {
    const finder =
      known.get(seminar) ??
      nameFinder(
        distinctSpeakers(transcripts.filter(({ id }) => seminar === undefined || id === seminar)),
        everyday,
      );
    known.set(seminar, finder);
    return finder(question);
  };
}

/** Makes any passages searchable, with a finder for their speakers: for texts that are not curated transcripts. */
export function searchablePassages(
  passages: readonly SearchDocument[],
  dictionary: () => Dictionary,
): Pick<Library, 'index' | 'findNames'> {
  const seminars = new Set(passages.map(({ seminar }) => seminar ?? ''));
  const transcripts = Array.from(seminars, (id) => ({
    id,
    date: '',
    speakers: speakersOf(passages.filter(({ seminar }) => (seminar ?? '') === id)),
  }));
  return {
    index: buildSearchIndex(passages, { dictionary }),
    findNames: findersOf(transcripts, everydayWordsOf(dictionary)),
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
    };
  });
}

/** Passages in the form that the index needs, each with the moderator's question that it answers. */
function searchDocuments(
  passages: readonly Passage[],
  precedingQuestions: Library['precedingQuestions'],
): SearchDocument[] {
  return passages.map((passage) => {
    const { id, text, translation, basis, speaker, transcript, segment } = passage;
    const question = precedingQuestions.get(passage)?.question;
    return {
      id,
      text,
      translation,
      cues: transcript.cues.get(segment.id) ?? [],
      speaker: speaker?.id ?? null,
      seminar: transcript.id,
      editorial: basis === 'editorial',
      moderatorQuestion: isModeratorQuestion(passage),
      ...(question && { precedingQuestion: `${question.text}\n${question.translation ?? ''}` }),
    };
  });
}

/** For each speaker the forms of the name, and the parts of it, that nobody else has, so that each identifies them. */
function distinctiveNames(speakers: readonly Speaker[]): string[][] {
  const keysOf = speakers.map((speaker) => new Set(callNames(speaker).map((words) => words.join(''))));
  const bearers = new Map<string, number>();
  for (const keys of keysOf) for (const key of keys) bearers.set(key, (bearers.get(key) ?? 0) + 1);
  return speakers.map((speaker, at) => {
    const parts = Object.values(speaker.names).flatMap(nameParts);
    const others = (key: string) => (bearers.get(key) ?? 0) - (keysOf[at]?.has(key) ? 1 : 0);
    return [...nameForms(speaker), ...parts.filter((part) => part.length > 1)].filter(
      (name) => others(nameParts(name).join('')) === 0,
    );
  });
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
