import { withoutChat } from '../language/chat.ts';
import { firstWords, hasWords } from '../language/text.ts';
import type { Library } from '../library.ts';
import type { NamedSpeaker } from '../search/mentions.ts';
import type { Hit, PassageFilter, Query } from '../search/query.ts';
import { search } from '../search/search.ts';
import { type WeightedQuestion, weightedQuestion } from '../search/weighted-question.ts';
import type { Speaker } from '../transcript/transcript.ts';
import { ANSWER_COVERAGE, ANSWER_DEPTH, QUESTION_CHARACTERS, QUESTION_WORDS, SETTINGS } from '../tuning.ts';

/** What it takes to search: an index, and a finder for the speakers whom a question may name. */
export type Searchable = Pick<Library, 'index' | 'findNames'>;

/** A question, understood once for all the searches that it leads to. */
export interface UnderstoodQuestion {
  /** Whether only the start of the question is searched. */
  isCut: boolean;
  /** The speakers whom it names. */
  named: readonly NamedSpeaker[];
  /**
   * Whose words it asks for ("What does Miller think of …"). Null in a conversation, where others may answer
   * as well.
   */
  askedSpeaker: Speaker | null;
  /** What is searched for: its terms, weighted for the index. */
  weighted: WeightedQuestion;
}

/** Passages ranked for a question. */
export interface Ranking {
  /**
   * The only speaker whose words were searched, because the question asks for them; null if it does not, or
   * the filter decides.
   */
  askedSpeaker: Speaker | null;
  /** Best first, whether or not the question is refused. */
  hits: Hit[];
  /** The best hit that contains enough of the question to answer it; null if the question is to be refused. */
  best: Hit | null;
}

/** The number of a question in a list, which is not part of what it asks. */
const NUMBERING = /^\s*(?:q?\d{1,3}\s*[.)\uFF09\u3001:\uFF1A]|第\d{1,3}题\s*[:\uFF1A]?)\s*/iu;
/** How many characters of the rest of a long question are examined to see whether any words were cut off. */
const EXAMINED_REST = 20_000;

/**
 * Understands a question: which part of it is searched, whom it names, and how much its terms weigh in an
 * index.
 * @param question as it was asked
 * @param seminar the id of the seminar whose speakers it may name; by default it may name any speaker
 */
export function understoodQuestion(
  { index, findNames }: Searchable,
  question: string,
  seminar?: string,
  settings = SETTINGS,
): UnderstoodQuestion {
  const start = question.trim().slice(0, QUESTION_CHARACTERS);
  const asWritten = firstWords(start.replace(NUMBERING, ''), QUESTION_WORDS);
  const { named, withoutAsked, withoutNames } = findNames(asWritten, seminar);
  const asked = index.conversation ? undefined : named.find(({ role }) => role === 'asked');
  // In a conversation, turns of others that deal with what one person is asked about must be found as well.
  const text = index.conversation ? withoutNames : withoutAsked;
  const rest = question.trim().replace(NUMBERING, '').slice(asWritten.length, EXAMINED_REST);
  return {
    isCut: hasWords(rest),
    named,
    askedSpeaker: asked?.speaker ?? null,
    weighted: weightedQuestion(index, withoutChat(text, asked !== undefined), {
      asWritten,
      withDictionary: settings.dictionary > 0,
    }),
  };
}

/**
 * Ranks passages for a question, and decides whether one of them answers it.
 * @param filter its speaker, if it has one, takes precedence over the speaker whom the question asks
 */
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
          preferredSpeakers: named.map(({ speaker }) => speaker.name),
        },
        settings,
      );
  const best = hits
    .slice(0, ANSWER_DEPTH)
    .find(({ coverage, document }) => coverage >= ANSWER_COVERAGE && !document.editorial);
  return { askedSpeaker, hits, best: best ?? null };
}

/** Understands a question and ranks passages for it, in one step. */
export function rankFor(sources: Searchable, { question, ...filter }: Query, settings = SETTINGS): Ranking {
  return rank(sources, understoodQuestion(sources, question, filter.seminar, settings), filter, settings);
}
