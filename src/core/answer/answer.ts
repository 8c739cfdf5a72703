import type { Library } from '../library.ts';
import { type Excerpt, excerptOf } from '../passages/excerpt.ts';
import type { PassageReference } from '../passages/references.ts';
import { newestFirst } from '../search/newest.ts';
import { type Hit, type PassageFilter, passes, type Query } from '../search/query.ts';
import type { Steps } from '../steps.ts';
import { ELSEWHERE_COVERAGE, ELSEWHERE_SHARE, FURTHER_SHARE } from '../tuning.ts';
import {
  idsOf,
  type Ranking,
  rankSteps,
  type Searchable,
  type UnderstoodQuestion,
  understoodSteps,
} from './ranking.ts';

/** The answer to a question, or its refusal. */
export type Answer = Answered | Refused;

/** Excerpts that answer, best first, and the passages that would have come next but for the limit. */
interface Answered {
  kind: 'answered';
  /** If several speakers were asked, those of one speaker stand together. */
  excerpts: Excerpt[];
  further: PassageReference[];
  /** The ids of the speakers who were asked and do not answer. */
  silent: readonly string[];
}

/**
 * `blank`: there is nothing to search for. `not-covered`: no passage contains enough of what is asked;
 * `nearest` are the ids of the passages that come closest, best first. `elsewhere` is what speakers say who were not
 * asked: the best excerpt of each, best first.
 */
type Refused =
  | { kind: 'refused'; reason: 'blank' }
  | { kind: 'refused'; reason: 'not-covered'; nearest: string[]; elsewhere: Excerpt[] };

/** The passages that answers quote, and what finds them. */
export type Sources = Searchable & Pick<Library, 'passages'>;

/** More speakers than this are searched together, and not one by one. */
const SEARCHED_ONE_BY_ONE = 8;
/** How many speakers who were not asked are named. */
const ELSEWHERE = 3;

/** Understands a question and answers it as `answerSteps` does. */
export function* answerForSteps(
  sources: Sources,
  { question, ...filter }: Query,
  limit: number,
): Steps<Answer> {
  const understood = yield* understoodSteps(sources, question, filter.seminar);
  return yield* answerSteps(sources, understood, filter, limit);
}

/**
 * Answers a question with the passages that contain what it asks, best first, or refuses it. Pauses often.
 * @param limit the most excerpts, 1 or more
 * @throws Error if an excerpt is not verbatim in its source, which cannot happen with a checked corpus
 */
export function* answerSteps(
  sources: Sources,
  question: UnderstoodQuestion,
  filter: PassageFilter,
  limit: number,
): Steps<Answer> {
  const speakers = filter.speakers === undefined ? idsOf(question.asked) : filter.speakers;
  const whose = { ...filter, speakers };
  if (speakers && speakers.length > 1 && speakers.length <= SEARCHED_ONE_BY_ONE) {
    const joint = yield* bySpeakerSteps(sources, question, whose, speakers, limit);
    if (joint) return joint;
  }
  if (question.weighted.isBlank) {
    // "How old is Miller?" asks for something that no passage of theirs can be said to tell.
    const asksForFact = question.weighted.answerKinds.some((kind) => kind !== 'response');
    if (asksForFact && speakers)
      return { kind: 'refused', reason: 'not-covered', nearest: [], elsewhere: [] };
    return longest(sources, question, whose, limit);
  }
  const ranking = yield* rankSteps(sources, question, whose);
  if (ranking.claim === 'answer' && ranking.best) return answered(sources, ranking, ranking.best, limit);
  const nearest = ranking.hits.map(({ document }) => document.id);
  const elsewhere = speakers ? yield* saidElsewhereSteps(sources, question, filter, speakers) : [];
  return { kind: 'refused', reason: 'not-covered', nearest, elsewhere };
}

function answered(sources: Sources, { hits }: Ranking, best: Hit, limit: number): Answered {
  const relevant = hits.filter(({ coverage }) => coverage >= best.coverage * FURTHER_SHARE);
  const shown = relevant.slice(0, limit);
  // The passage that answers is always shown, however low the limit.
  if (!shown.includes(best)) shown.splice(-1, 1, best);
  return {
    kind: 'answered',
    excerpts: shown.flatMap((hit) => excerptFor(sources, hit)),
    further: relevant.filter((hit) => !shown.includes(hit)).flatMap((hit) => referenceTo(sources, hit)),
    silent: [],
  };
}

/**
 * Asks each of several speakers, and joins the answers: first those of the speaker whom a search of all of them finds
 * first.
 * @returns null if none of them answers
 */
function* bySpeakerSteps(
  sources: Sources,
  question: UnderstoodQuestion,
  filter: PassageFilter,
  speakers: readonly string[],
  limit: number,
): Steps<Answered | null> {
  const { hits } = yield* rankSteps(sources, question, filter);
  const firstHit = (id: string) => {
    const at = hits.findIndex(({ document }) => document.speaker === id);
    return at < 0 ? hits.length : at;
  };
  const answers: { id: string; answer: Answered }[] = [];
  for (const id of speakers) {
    const answer = yield* answerSteps(sources, question, { ...filter, speakers: [id] }, limit);
    if (answer.kind === 'answered' && answer.excerpts.length > 0) answers.push({ id, answer });
  }
  answers.sort((a, b) => firstHit(a.id) - firstHit(b.id));
  if (answers.length === 0) return null;
  // Each gets an equal share of the limit; what is left over goes to the first ones.
  const shareOf = (at: number) => Math.floor(limit / answers.length) + (at < limit % answers.length ? 1 : 0);
  const excerpts: Excerpt[] = [];
  const further: PassageReference[] = [];
  for (const [at, { answer }] of answers.entries()) {
    excerpts.push(...answer.excerpts.slice(0, shareOf(at)));
    const left = answer.excerpts.slice(shareOf(at));
    further.push(
      ...left.map(({ passage, sentence }) => ({ passage, sentence: sentence ?? 0 })),
      ...answer.further,
    );
  }
  const answering = new Set(answers.map(({ id }) => id));
  return { kind: 'answered', excerpts, further, silent: speakers.filter((id) => !answering.has(id)) };
}

/** What others say, the best excerpt of each, if the speakers who were asked do not. */
function* saidElsewhereSteps(
  sources: Sources,
  question: UnderstoodQuestion,
  filter: PassageFilter,
  speakers: readonly string[],
): Steps<Excerpt[]> {
  const anybody = { ...question, asked: [] };
  const { hits, claim, best } = yield* rankSteps(sources, anybody, {
    ...filter,
    speakers: undefined,
    notSpeakers: speakers,
  });
  if (!best || claim !== 'answer') return [];
  // What is said of people must hold without a look at the excerpt.
  const least = Math.max(ELSEWHERE_COVERAGE, best.coverage * ELSEWHERE_SHARE);
  const said = hits.filter(
    ({ coverage, document }) => coverage >= least && !document.editorial && !document.asks,
  );
  const bySpeaker = new Map(said.toReversed().map((hit) => [hit.document.speaker, hit]));
  return said
    .filter((hit) => bySpeaker.get(hit.document.speaker) === hit)
    .slice(0, ELSEWHERE)
    .flatMap((hit) => excerptFor(sources, hit));
}

function excerptFor({ passages }: Sources, { document, sentence, score }: Hit): Excerpt[] {
  const passage = passages.get(document.id);
  return passage ? [excerptOf(passage, sentence, score)] : [];
}

function referenceTo({ passages }: Sources, { document, sentence }: Hit): PassageReference[] {
  const passage = passages.get(document.id);
  return passage ? [{ passage, sentence: sentence ?? 0 }] : [];
}

/**
 * The longest passages of the speakers who are asked, in the seminar's order: "What did Miller say?" asks about nothing
 * in particular. "What did Miller ask?" is answered with the longest of what Miller asked. Refuses a question that asks
 * nobody either.
 */
function longest(
  { passages, index }: Sources,
  { asked, excluded, asksForQuestion }: UnderstoodQuestion,
  filter: PassageFilter,
  limit: number,
): Answer {
  const isOfNobody = asked.length === 0 && excluded.length === 0;
  if (isOfNobody && !asksForQuestion) return { kind: 'refused', reason: 'blank' };
  const wanted = { ...filter, notSpeakers: filter.notSpeakers ?? idsOf(excluded) };
  const questions = asksForQuestion
    ? new Set(index.passages.flatMap(({ id, asks }) => (asks ? [id] : [])))
    : null;
  const spoken = [...passages.values()].filter(
    ({ id, speaker, transcript }) =>
      passes(wanted, { speaker: speaker?.id ?? null, seminar: transcript.id }) &&
      (questions?.has(id) ?? true),
  );
  if (spoken.length === 0 && questions)
    return { kind: 'refused', reason: 'not-covered', nearest: [], elsewhere: [] };
  const chosen = new Set(
    [...spoken]
      .sort((a, b) => b.text.length - a.text.length || newestFirst(a.transcript, b.transcript))
      .slice(0, limit),
  );
  const excerpts = spoken
    .filter((passage) => chosen.has(passage))
    .map((passage) => excerptOf(passage, questions ? null : 0, 1));
  return { kind: 'answered', excerpts, further: [], silent: [] };
}
