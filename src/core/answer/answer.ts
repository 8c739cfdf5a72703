import type { Library } from '../library.ts';
import { type Excerpt, excerptOf } from '../passages/excerpt.ts';
import type { PassageReference } from '../passages/references.ts';
import type { Hit, PassageFilter, Query } from '../search/query.ts';
import type { Speaker } from '../transcript/transcript.ts';
import { FURTHER_SHARE } from '../tuning.ts';
import { rank, type Searchable, type UnderstoodQuestion, understood } from './ranking.ts';

/** What became of a question. */
export type Answer = {
  /** Only the start of the question was searched. */
  questionCut: boolean;
  /** Whose words alone were searched, because the question asks for them. */
  askedSpeaker: Speaker | null;
} & (Answered | Refused);

/** Excerpts that answer, best first, and what else was found beyond the number that was asked for. */
interface Answered {
  kind: 'answered';
  excerpts: Excerpt[];
  further: PassageReference[];
}

/**
 * `blank`: there is nothing to search for. `not-covered`: no passage holds enough of what is asked; `nearest` are the
 * ids of those that come closest, best first.
 */
type Refused =
  | { kind: 'refused'; reason: 'blank' }
  | { kind: 'refused'; reason: 'not-covered'; nearest: string[] };

/** The passages an answer is drawn from, and what finds them. */
export type Sources = Searchable & Pick<Library, 'passages'>;

/**
 * Answers a question with the passages that hold what it asks, best first, or refuses.
 * @param limit the most excerpts, 1 or more
 * @throws Error when an excerpt is not verbatim in its source, which no corpus that passed its check can cause
 */
export function answer(sources: Sources, { question, ...filter }: Query, limit: number): Answer {
  return answerTo(sources, understood(sources, question, filter.seminar), filter, limit);
}

/** `answer`, to a question that is understood already. */
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
    const excerpts = mainWords(sources, { ...filter, speaker: askedSpeaker.name }, limit);
    return { ...about, kind: 'answered', excerpts, further: [] };
  }
  if (!best) {
    const nearest = hits.map(({ document }) => document.id);
    return { ...about, kind: 'refused', reason: 'not-covered', nearest };
  }
  const worthy = hits.filter(({ coverage }) => coverage >= best.coverage * FURTHER_SHARE);
  const shown = worthy.slice(0, limit);
  // The passage that answers is among them, however few are wanted.
  if (!shown.includes(best)) shown.splice(-1, 1, best);
  return {
    ...about,
    kind: 'answered',
    excerpts: shown.flatMap((hit) => quoted(sources, hit)),
    further: worthy.filter((hit) => !shown.includes(hit)).flatMap((hit) => referenceTo(sources, hit)),
  };
}

function quoted({ passages }: Sources, { document, sentence, score }: Hit): Excerpt[] {
  const passage = passages.get(document.id);
  return passage ? [excerptOf(passage, sentence, score)] : [];
}

function referenceTo({ passages }: Sources, { document, sentence }: Hit): PassageReference[] {
  const passage = passages.get(document.id);
  return passage ? [{ passage, sentence: sentence ?? 0 }] : [];
}

/** "What did Miller say?" asks for nothing in particular: the speaker's longest passages, in the seminar's order. */
function mainWords({ passages }: Sources, { speaker, seminar }: PassageFilter, limit: number): Excerpt[] {
  const spoken = [...passages.values()].filter(
    (passage) =>
      passage.speaker?.name === speaker && (seminar === undefined || passage.transcript.id === seminar),
  );
  const longest = new Set([...spoken].sort((a, b) => b.text.length - a.text.length).slice(0, limit));
  return spoken.filter((passage) => longest.has(passage)).map((passage) => excerptOf(passage, 0, 1));
}
