import type { Library } from '../library.ts';
import { type Excerpt, excerptOf } from '../passages/excerpt.ts';
import type { PassageReference } from '../passages/references.ts';
import type { Hit, PassageFilter, Query } from '../search/query.ts';
import type { Speaker } from '../transcript/transcript.ts';
import { FURTHER_SHARE } from '../tuning.ts';
import { rank, type Searchable, type UnderstoodQuestion, understoodQuestion } from './ranking.ts';

/** The answer to a question, or its refusal. */
export type Answer = {
  /** Whether only the start of the question was searched. */
  questionCut: boolean;
  /** The only speaker whose words were searched, because the question asks for them. */
  askedSpeaker: Speaker | null;
} & (Answered | Refused);

/** Excerpts that answer, best first, and the passages that would have come next but for the limit. */
interface Answered {
  kind: 'answered';
  excerpts: Excerpt[];
  further: PassageReference[];
}

/**
 * `blank`: there is nothing to search for. `not-covered`: no passage contains enough of what is asked;
 * `nearest` are the ids of the passages that come closest, best first.
 */
type Refused =
  | { kind: 'refused'; reason: 'blank' }
  | { kind: 'refused'; reason: 'not-covered'; nearest: string[] };

/** The passages that answers quote, and what finds them. */
export type Sources = Searchable & Pick<Library, 'passages'>;

/**
 * Answers a question with the passages that contain what it asks, best first, or refuses it.
 * @param limit the most excerpts, 1 or more
 * @throws Error if an excerpt is not verbatim in its source, which cannot happen with a checked corpus
 */
export function answer(sources: Sources, { question, ...filter }: Query, limit: number): Answer {
  return answerTo(sources, understoodQuestion(sources, question, filter.seminar), filter, limit);
}

/** `answer` to a question that is understood already. */
export function answerTo(
  sources: Sources,
  question: UnderstoodQuestion,
  filter: PassageFilter,
  limit: number,
): Answer {
  const { askedSpeaker, hits, best } = rank(sources, question, filter);
  const about = { questionCut: question.isCut, askedSpeaker };
  if (question.weighted.isBlank) {
    if (!askedSpeaker) return { ...about, kind: 'refused', reason: 'blank' };
    const excerpts = longestExcerpts(sources, { ...filter, speaker: askedSpeaker.name }, limit);
    return { ...about, kind: 'answered', excerpts, further: [] };
  }
  if (!best) {
    const nearest = hits.map(({ document }) => document.id);
    return { ...about, kind: 'refused', reason: 'not-covered', nearest };
  }
  const relevant = hits.filter(({ coverage }) => coverage >= best.coverage * FURTHER_SHARE);
  const shown = relevant.slice(0, limit);
  // The passage that answers is always shown, however low the limit.
  if (!shown.includes(best)) shown.splice(-1, 1, best);
  return {
    ...about,
    kind: 'answered',
    excerpts: shown.flatMap((hit) => excerptFor(sources, hit)),
    further: relevant.filter((hit) => !shown.includes(hit)).flatMap((hit) => referenceTo(sources, hit)),
  };
}

function excerptFor({ passages }: Sources, { document, sentence, score }: Hit): Excerpt[] {
  const passage = passages.get(document.id);
  return passage ? [excerptOf(passage, sentence, score)] : [];
}

function referenceTo({ passages }: Sources, { document, sentence }: Hit): PassageReference[] {
  const passage = passages.get(document.id);
  return passage ? [{ passage, sentence: sentence ?? 0 }] : [];
}

/** A speaker's longest passages, in the seminar's order: "What did Miller say?" asks about nothing in particular. */
function longestExcerpts(
  { passages }: Sources,
  { speaker, seminar }: PassageFilter,
  limit: number,
): Excerpt[] {
  const spoken = [...passages.values()].filter(
    (passage) =>
      passage.speaker?.name === speaker && (seminar === undefined || passage.transcript.id === seminar),
  );
  const longest = new Set([...spoken].sort((a, b) => b.text.length - a.text.length).slice(0, limit));
  return spoken.filter((passage) => longest.has(passage)).map((passage) => excerptOf(passage, 0, 1));
}
