import { NO_DICTIONARY } from '../language/dictionary.ts';
import { firstWords, hasWords } from '../language/text.ts';
import type { Library } from '../library.ts';
import { type Excerpt, excerptOf } from '../passages/excerpt.ts';
import type { Hit, Query } from '../search/query.ts';
import { isBlank as isBlankQuestion, understand } from '../search/question.ts';
import { search } from '../search/search.ts';
import type { Speaker } from '../transcript/transcript.ts';
import {
  ANSWER_COVERAGE,
  ANSWER_DEPTH,
  FURTHER_SHARE,
  QUESTION_CHARACTERS,
  QUESTION_WORDS,
  SETTINGS,
} from '../tuning.ts';

export type Answer = {
  /** Only the start of the question was searched. */
  questionCut: boolean;
  /** Whose words alone were searched, because the question asks for them. */
  askedSpeaker: Speaker | null;
} /** `further`: what else was found, best first, beyond the number that was asked for. */ & (
  | { kind: 'answered'; excerpts: Excerpt[]; further: Excerpt[] }
  /**
   * `blank`: nothing to search for. `not-covered`: the passages do not hold what is asked; `nearest` are the ids of
   * those that come closest.
   */
  | { kind: 'refused'; reason: 'blank' }
  | { kind: 'refused'; reason: 'not-covered'; nearest: string[] }
);

/** The passages an answer is drawn from, and what finds them. */
export type Sources = Pick<Library, 'index' | 'passages' | 'findNames'>;

/** The number of a question in a list: it asks for nothing. */
const NUMBERING = /^\s*(?:q?\d{1,3}\s*[.)\uFF09\u3001:\uFF1A]|第\d{1,3}题\s*[:\uFF1A]?)\s*/iu;
/** How much of what is left of a long question is looked at, to say whether words are in it. */
const CUT_JUDGED = 20_000;

/** A question as it is searched: its words, whose words it asks for, and how the passages rank. */
export interface Ranking {
  /** The question is nothing but stop words and signs (and, where one is asked, a speaker's name). */
  isBlank: boolean;
  questionCut: boolean;
  askedSpeaker: Speaker | null;
  /** Best first, before any refusal. */
  hits: Hit[];
  /** The best hit that holds enough of the question for an answer; null where the question is refused. */
  best: Hit | null;
}

/** Ranks passages for a question, and says whether the best will do. */
export function rank(
  { index, findNames }: Pick<Sources, 'index' | 'findNames'>,
  query: Query,
  settings = SETTINGS,
): Ranking {
  const start = query.question.trim().slice(0, QUESTION_CHARACTERS);
  const asWritten = firstWords(start.replace(NUMBERING, ''), QUESTION_WORDS);
  const { named, rest: withoutAsked, bare } = findNames(asWritten, query.seminar);
  // In a conversation of many short turns others speak to what one is asked about: their turns come after, and stay.
  const rest = index.conversation ? bare : withoutAsked;
  const asked =
    query.speaker === undefined && !index.conversation
      ? named.find(({ role }) => role === 'asked')
      : undefined;
  const speaker = asked ? asked.speaker.name : query.speaker;
  const isBlank = isBlankQuestion(understand(rest, { terms: index.terms, dictionary: NO_DICTIONARY }));
  const isEditorial = ({ id }: Hit) => index.documents.get(id)?.editorial === true;
  const hits = isBlank
    ? []
    : search(
        index,
        { ...query, question: rest, asWritten, speaker, prefer: named.map((each) => each.speaker.name) },
        settings,
      );
  return {
    isBlank,
    questionCut: hasWords(query.question.trim().replace(NUMBERING, '').slice(asWritten.length, CUT_JUDGED)),
    askedSpeaker: asked?.speaker ?? null,
    hits,
    best:
      hits.slice(0, ANSWER_DEPTH).find((hit) => hit.coverage >= ANSWER_COVERAGE && !isEditorial(hit)) ?? null,
  };
}

/**
 * Answers a question with the passages that hold what it asks, best first, or refuses.
 * @param limit the most excerpts, 1 or more
 * @throws Error when an excerpt is not verbatim in its source, which no corpus that passed its check can cause
 */
export function answer(sources: Sources, query: Query, limit: number): Answer {
  const { isBlank, questionCut, askedSpeaker, hits, best } = rank(sources, query);
  const about = { questionCut, askedSpeaker };
  if (isBlank && askedSpeaker) {
    return {
      ...about,
      kind: 'answered',
      excerpts: mainWords(sources, { ...query, speaker: askedSpeaker.name }, limit),
      further: [],
    };
  }
  if (isBlank) return { ...about, kind: 'refused', reason: 'blank' };
  if (!best) return { ...about, kind: 'refused', reason: 'not-covered', nearest: hits.map(({ id }) => id) };
  const worthy = hits.filter(({ coverage }) => coverage >= best.coverage * FURTHER_SHARE);
  const shown = worthy.slice(0, limit);
  // The passage that answers is among them, however few are wanted.
  if (!shown.includes(best)) shown.splice(-1, 1, best);
  const further = worthy.filter((hit) => !shown.includes(hit));
  const quoted = (chosen: readonly Hit[]) =>
    chosen.flatMap(({ id, sentence, score }) => {
      const passage = sources.passages.get(id);
      return passage ? [excerptOf(passage, sentence, score)] : [];
    });
  return { ...about, kind: 'answered', excerpts: quoted(shown), further: quoted(further) };
}

/** "What did Miller say?" asks for nothing in particular: the speaker's longest passages, in the seminar's order. */
function mainWords({ passages }: Sources, { speaker, seminar }: Query, limit: number): Excerpt[] {
  const spoken = [...passages.values()].filter(
    (passage) =>
      passage.speaker?.name === speaker && (seminar === undefined || passage.transcript.id === seminar),
  );
  const longest = new Set([...spoken].sort((a, b) => b.text.length - a.text.length).slice(0, limit));
  return spoken.filter((passage) => longest.has(passage)).map((passage) => excerptOf(passage, 0, 1));
}
