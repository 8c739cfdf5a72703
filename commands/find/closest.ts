import { answerSteps, type Sources } from '../../src/core/answer/answer.ts';
import { understoodSteps } from '../../src/core/answer/ranking.ts';
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
  excerpts: readonly Excerpt[];
  /** What others say, if those who are asked do not. */
  elsewhere: readonly Excerpt[];
  /** The speakers whose words alone were searched; empty if everybody's were. */
  asked: readonly Speaker[];
}

/**
 * Finds what is closest to the words of a message. A message may talk about other things too, so that no passage
 * answers the whole of it: then its sentences are searched one by one, and the best excerpt for each is taken.
 * @param within the seminars that are searched
 */
export function* closestSteps(
  text: string,
  library: Sources,
  within: Pick<PassageFilter, 'seminar' | 'seminars'>,
): Steps<Found> {
  const words = firstWords(text, QUESTION_WORDS);
  const found = yield* searchSteps(words, { library, within }, PAGE);
  if (found.excerpts.length > 0) return found;
  const spans = sentences(words);
  if (spans.length < 2) return found;
  const parts: Found[] = [];
  for (const { start, end } of spans.slice(0, SENTENCES)) {
    parts.push(yield* searchSteps(words.slice(start, end), { library, within }, 1));
  }
  const each = parts.filter(({ excerpts }) => excerpts.length > 0);
  if (each.length === 0) {
    const searches = [found, ...parts];
    const { asked } = searches.find(({ elsewhere }) => elsewhere.length > 0) ?? found;
    return { ...found, asked, elsewhere: elsewhereOf(searches) };
  }
  const distinct = new Map(each.flatMap(({ excerpts }) => excerpts).map((one) => [one.passage.id, one]));
  const isOfOne = each.every(({ asked }) => asked.length > 0);
  const asked = isOfOne ? [...new Set(each.flatMap((one) => one.asked))] : [];
  return { excerpts: [...distinct.values()].slice(0, PAGE), elsewhere: [], asked };
}

/** What others say on a message or on one of its sentences, each excerpt once. */
function elsewhereOf(searches: readonly Found[]): Excerpt[] {
  const all = searches.flatMap(({ elsewhere }) => elsewhere).map((each) => [each.passage.id, each] as const);
  return [...new Map(all).values()].slice(0, PAGE);
}

function* searchSteps(
  question: string,
  { library, within }: { library: Sources; within: Pick<PassageFilter, 'seminar' | 'seminars'> },
  limit: number,
): Steps<Found> {
  const understood = yield* understoodSteps(library, question, within.seminar);
  const result = yield* answerSteps(library, understood, within, limit);
  return {
    excerpts: result.kind === 'answered' ? result.excerpts : [],
    elsewhere: result.kind === 'refused' && result.reason === 'not-covered' ? result.elsewhere : [],
    asked: understood.asked,
  };
}
