import type { Library } from '../library.ts';
import { type Excerpt, excerptOf } from '../passages/excerpt.ts';
import { placeInSentence } from '../passages/place-in-sentence.ts';
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

/** What is found for a question: excerpts that answer it, or that come closest and may not answer it, or none. */
export type Answer = Answered | Closest | Unanswered;

/** Excerpts that answer, best first, and the passages that would have come next but for the limit. */
interface Answered {
  kind: 'answer';
  /** If several speakers were asked, those of one speaker stand together. */
  excerpts: Excerpt[];
  further: PassageReference[];
  /** The ids of the speakers who were asked and only come close. */
  close: readonly string[];
  /** The ids of the speakers who were asked and say nothing on it. */
  silent: readonly string[];
}

/**
 * The excerpts that come closest, best first, at most `CLOSEST_EXCERPTS`: there is nothing worth a look after them. If
 * others answer, only one: nobody should have to read three that may not before one that does.
 */
interface Closest {
  kind: 'closest';
  excerpts: Excerpt[];
  /** What speakers say who were not asked, if it answers: the best excerpt of each, best first. */
  elsewhere: Excerpt[];
}

/**
 * `blank`: there is nothing to search for. `not-covered`: no passage contains enough of what is asked;
 * `nearest` are the ids of the passages that come closest, best first. `elsewhere` is as in `Closest`.
 */
type Unanswered =
  | { kind: 'none'; reason: 'blank' }
  | { kind: 'none'; reason: 'not-covered'; nearest: string[]; elsewhere: Excerpt[] };

/** What speakers say who were not asked, while those who were do not answer. */
export function elsewhereOf(answer: Answer): readonly Excerpt[] {
  return 'elsewhere' in answer ? answer.elsewhere : [];
}

/** The passages that answers quote, and what finds them. */
export type Sources = Searchable & Pick<Library, 'passages'>;

/** More speakers than this are searched together, and not one by one. */
const SEARCHED_ONE_BY_ONE = 8;
/** How many speakers who were not asked are named. */
const ELSEWHERE = 3;
/** The most excerpts that are shown though they may not answer: more would be a list to read through. */
export const CLOSEST_EXCERPTS = 3;

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
 * Answers a question with the passages that contain what it asks, best first, or with those that come closest, or with
 * none. Pauses often.
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
    if (asksForFact && speakers) return { kind: 'none', reason: 'not-covered', nearest: [], elsewhere: [] };
    return longest(sources, question, whose, limit);
  }
  const ranking = yield* rankSteps(sources, question, whose);
  if (ranking.claim === 'answer' && ranking.best)
    return answered(sources, question, ranking, ranking.best, limit);
  const elsewhere = speakers ? yield* saidElsewhereSteps(sources, question, filter, speakers) : [];
  if (ranking.claim === 'closest' && ranking.best) {
    const most = elsewhere.length > 0 ? 1 : Math.min(limit, CLOSEST_EXCERPTS);
    const { shown } = relevantHits(ranking, ranking.best, most);
    return {
      kind: 'closest',
      excerpts: shown.flatMap((hit) => excerptFor(sources, hit, question)),
      elsewhere,
    };
  }
  const nearest = ranking.hits.map(({ document }) => document.id);
  return { kind: 'none', reason: 'not-covered', nearest, elsewhere };
}

function answered(
  sources: Sources,
  question: UnderstoodQuestion,
  ranking: Ranking,
  best: Hit,
  limit: number,
): Answered {
  const { shown, further } = relevantHits(ranking, best, limit);
  return {
    kind: 'answer',
    excerpts: shown.flatMap((hit) => excerptFor(sources, hit, question)),
    further: further.flatMap((hit) => referenceTo(sources, hit)),
    close: [],
    silent: [],
  };
}

/** The hits that have about as much of the question as the best one, best first: those within a limit, and the others. */
function relevantHits({ hits }: Ranking, best: Hit, limit: number): { shown: Hit[]; further: Hit[] } {
  const relevant = hits.filter(({ coverage }) => coverage >= best.coverage * FURTHER_SHARE);
  const shown = relevant.slice(0, limit);
  // The best passage is always shown, however low the limit.
  if (!shown.includes(best)) shown.splice(-1, 1, best);
  return { shown, further: relevant.filter((hit) => !shown.includes(hit)) };
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
  const close: string[] = [];
  for (const id of speakers) {
    const answer = yield* answerSteps(sources, question, { ...filter, speakers: [id] }, limit);
    if (answer.kind === 'answer' && answer.excerpts.length > 0) answers.push({ id, answer });
    if (answer.kind === 'closest') close.push(id);
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
    further.push(...left.map(({ passage, sentence }) => ({ passage, sentence })), ...answer.further);
  }
  const heard = new Set([...answers.map(({ id }) => id), ...close]);
  return { kind: 'answer', excerpts, further, close, silent: speakers.filter((id) => !heard.has(id)) };
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
    .flatMap((hit) => excerptFor(sources, hit, question));
}

function excerptFor(
  { passages }: Sources,
  { document, sentence, score }: Hit,
  { weighted }: UnderstoodQuestion,
): Excerpt[] {
  const passage = passages.get(document.id);
  if (!passage) return [];
  const excerpt = excerptOf(passage, sentence, score);
  const span = sentence === null ? undefined : passage.sentences[sentence];
  const terms = weighted.singles.flatMap((each) => each.terms);
  const place = span ? placeInSentence(passage.text.slice(span.start, span.end), terms) : 0;
  return [place > 0 ? { ...excerpt, place } : excerpt];
}

function referenceTo({ passages }: Sources, { document, sentence }: Hit): PassageReference[] {
  const passage = passages.get(document.id);
  return passage ? [{ passage, sentence }] : [];
}

/**
 * The longest passages of the speakers who are asked, in the seminar's order: "What did Miller say?" asks about nothing
 * in particular. "What did Miller ask?" is answered with the longest of what Miller asked. None if a question asks nobody
 * either.
 */
function longest(
  { passages, index }: Sources,
  { asked, excluded, asksForQuestion }: UnderstoodQuestion,
  filter: PassageFilter,
  limit: number,
): Answer {
  const isOfNobody = asked.length === 0 && excluded.length === 0;
  if (isOfNobody && !asksForQuestion) return { kind: 'none', reason: 'blank' };
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
    return { kind: 'none', reason: 'not-covered', nearest: [], elsewhere: [] };
  const chosen = new Set(
    [...spoken]
      .sort((a, b) => b.text.length - a.text.length || newestFirst(a.transcript, b.transcript))
      .slice(0, limit),
  );
  const excerpts = spoken
    .filter((passage) => chosen.has(passage))
    .map((passage) => excerptOf(passage, questions ? null : 0, 1));
  return { kind: 'answer', excerpts, further: [], close: [], silent: [] };
}
