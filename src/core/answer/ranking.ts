import { firstWords, hasWords } from '../language/text.ts';
import type { Library } from '../library.ts';
import type { NamedSpeaker } from '../search/mentions.ts';
import type { Hit, PassageFilter, Query } from '../search/query.ts';
import { search } from '../search/search.ts';
import { type WeightedQuestion, weightedQuestion } from '../search/weighted-question.ts';
import type { Speaker } from '../transcript/transcript.ts';
import { ANSWER_COVERAGE, ANSWER_DEPTH, QUESTION_CHARACTERS, QUESTION_WORDS, SETTINGS } from '../tuning.ts';

/** What finds passages: an index, and the speakers whom a question may name. */
export type Searchable = Pick<Library, 'index' | 'findNames'>;

/** A question, understood once for all that is done with it. */
export interface UnderstoodQuestion {
  /** Only its start is searched. */
  isCut: boolean;
  /** The speakers whom it names. */
  named: readonly NamedSpeaker[];
  /** Whose words it asks for ("What does Miller think of …"); null in a conversation, where others may speak to it. */
  askedSpeaker: Speaker | null;
  /** What is searched for: its terms, weighed for the index. */
  weighted: WeightedQuestion;
}

/** The passages for a question. */
export interface Ranking {
  /** Whose words alone were searched because the question asks for them; null where a speaker was chosen. */
  askedSpeaker: Speaker | null;
  /** Best first, before any refusal. */
  hits: Hit[];
  /** The best hit that holds enough of the question for an answer; null where the question is refused. */
  best: Hit | null;
}

/** The number of a question in a list: it asks for nothing. */
const NUMBERING = /^\s*(?:q?\d{1,3}\s*[.)\uFF09\u3001:\uFF1A]|第\d{1,3}题\s*[:\uFF1A]?)\s*/iu;
/** How much of what is left of a long question is looked at, to say whether words are in it. */
const CUT_JUDGED = 20_000;

/**
 * Understands a question: what of it is searched, whom it names, and what its terms weigh in an index.
 * @param question as it was asked
 * @param seminar the one whose speakers it may name; by default those of all
 */
export function understood(
  { index, findNames }: Searchable,
  question: string,
  seminar?: string,
  settings = SETTINGS,
): UnderstoodQuestion {
  const start = question.trim().slice(0, QUESTION_CHARACTERS);
  const asWritten = firstWords(start.replace(NUMBERING, ''), QUESTION_WORDS);
  const { named, rest, bare } = findNames(asWritten, seminar);
  const asked = index.conversation ? undefined : named.find(({ role }) => role === 'asked');
  const left = question.trim().replace(NUMBERING, '').slice(asWritten.length, CUT_JUDGED);
  return {
    isCut: hasWords(left),
    named,
    askedSpeaker: asked?.speaker ?? null,
    // In a conversation of many short turns, those who speak to what somebody is asked about stay in the running.
    weighted: weightedQuestion(index, index.conversation ? bare : rest, {
      asWritten,
      withDictionary: settings.dictionary > 0,
    }),
  };
}

/** Ranks passages for a question, and says whether the best will do. */
export function rank(
  { index }: Pick<Searchable, 'index'>,
  { weighted, named, askedSpeaker: asked }: UnderstoodQuestion,
  filter: PassageFilter = {},
  settings = SETTINGS,
): Ranking {
  const askedSpeaker = filter.speaker === undefined ? asked : null;
  const hits = weighted.isBlank
    ? []
    : search(
        index,
        weighted,
        {
          ...filter,
          speaker: askedSpeaker?.name ?? filter.speaker,
          prefer: named.map(({ speaker }) => speaker.name),
        },
        settings,
      );
  const best = hits
    .slice(0, ANSWER_DEPTH)
    .find(({ coverage, document }) => coverage >= ANSWER_COVERAGE && !document.editorial);
  return { askedSpeaker, hits, best: best ?? null };
}

/** Understands a question and ranks passages for it. */
export function rankFor(sources: Searchable, { question, ...filter }: Query, settings = SETTINGS): Ranking {
  return rank(sources, understood(sources, question, filter.seminar, settings), filter, settings);
}
