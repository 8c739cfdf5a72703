import { answerSteps, elsewhereOf, type Sources } from '../../src/core/answer/answer.ts';
import { type Claim, understoodSteps } from '../../src/core/answer/ranking.ts';
import { sentences } from '../../src/core/language/sentences.ts';
import { firstWords } from '../../src/core/language/text.ts';
import type { Excerpt } from '../../src/core/passages/excerpt.ts';
import type { PassageFilter } from '../../src/core/search/query.ts';
import type { Steps } from '../../src/core/steps.ts';
import type { Speaker } from '../../src/core/transcript/transcript.ts';
import { QUESTION_WORDS } from '../../src/core/tuning.ts';
import { PAGE } from '../buttons/answer.ts';

/** How many sentences of a message are searched one by one if the whole of it finds nothing. */
const SENTENCES = 12;
/** No limit on the seminars that are searched. */
export const EVERY_SEMINAR: Pick<PassageFilter, 'seminar' | 'seminars'> = {};

/** What is closest to the words of a message. */
export interface Found {
  /** Whether the excerpts are on what the message says, or may not be; `none` if there are none. */
  claim: Claim;
  excerpts: readonly Excerpt[];
  /** What others say, if those who are asked do not. */
  elsewhere: readonly Excerpt[];
  /** The speakers whose words alone were searched; empty if everybody's were. */
  asked: readonly Speaker[];
}

/**
 * Finds what is closest to the words of a message. A message may talk about other things too, so that no passage
 * answers the whole of it: then its sentences are searched one by one, and the best excerpt for each is taken that answers
 * it, or if none does, what comes closest.
 * @param within the seminars that are searched
 */
export function* closestSteps(
  text: string,
  library: Sources,
  within: Pick<PassageFilter, 'seminar' | 'seminars'>,
): Steps<Found> {
  const words = firstWords(text, QUESTION_WORDS);
  const found = yield* searchSteps(words, { library, within }, PAGE);
  if (found.claim === 'answer') return found;
  const spans = sentences(words);
  if (spans.length < 2) return found;
  const parts: Found[] = [];
  for (const { start, end } of spans.slice(0, SENTENCES)) {
    parts.push(yield* searchSteps(words.slice(start, end), { library, within }, 1));
  }
  const searches = [found, ...parts];
  const answering = parts.filter(({ claim }) => claim === 'answer');
  if (answering.length > 0) return joined('answer', answering);
  const close = found.claim === 'closest' ? [found] : parts.filter(({ claim }) => claim === 'closest');
  const elsewhere = distinct(searches.flatMap((each) => each.elsewhere));
  if (close.length > 0) return { ...joined('closest', close), elsewhere };
  const { asked } = searches.find((each) => each.elsewhere.length > 0) ?? found;
  return { ...found, asked, elsewhere };
}

/** What several searches found, as one. */
function joined(claim: Claim, searches: readonly Found[]): Found {
  const isOfOne = searches.every(({ asked }) => asked.length > 0);
  const asked = isOfOne ? [...new Set(searches.flatMap((each) => each.asked))] : [];
  return { claim, excerpts: distinct(searches.flatMap(({ excerpts }) => excerpts)), elsewhere: [], asked };
}

/** Excerpts, each once, as many as a page has. */
function distinct(excerpts: readonly Excerpt[]): Excerpt[] {
  return [...new Map(excerpts.map((each) => [each.passage.id, each])).values()].slice(0, PAGE);
}

function* searchSteps(
  question: string,
  { library, within }: { library: Sources; within: Pick<PassageFilter, 'seminar' | 'seminars'> },
  limit: number,
): Steps<Found> {
  const understood = yield* understoodSteps(library, question, within.seminar);
  const result = yield* answerSteps(library, understood, within, limit);
  return {
    claim: result.kind,
    excerpts: result.kind === 'none' ? [] : result.excerpts,
    elsewhere: elsewhereOf(result),
    asked: understood.asked,
  };
}
