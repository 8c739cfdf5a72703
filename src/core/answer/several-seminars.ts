import type { SearchIndex } from '../indexing/search-index.ts';
import { newestFirst } from '../search/newest.ts';
import type { Hit, PassageFilter } from '../search/query.ts';
import { type SearchOptions, searchSteps } from '../search/search.ts';
import type { WeightedQuestion } from '../search/weighted-question.ts';
import { madeOnce, type Steps } from '../steps.ts';
import { ANSWER_DEPTH, type Settings } from '../tuning.ts';

/**
 * A question to several seminars is asked of each by itself, as if there were no other, so that none lends another its
 * statistics. Of more than these, only those are asked in which a search of all of them finds most.
 */
const ASKED_BY_THEMSELVES = 6;

/**
 * The seminars of which a question is asked one by one.
 * @param index of all of them
 */
export function* seminarsToAskSteps(
  index: SearchIndex,
  weighted: WeightedQuestion,
  options: SearchOptions,
  settings: Settings,
): Steps<readonly string[]> {
  const speakersIn = yield* speakersBySeminar.steps(index);
  const wanted = Array.from(speakersIn).flatMap(([id, speakers]) =>
    isWanted(id, speakers, options) ? [id] : [],
  );
  if (wanted.length <= ASKED_BY_THEMSELVES) return wanted;
  const hits = yield* searchSteps(index, weighted, options, settings);
  const found = new Set(hits.map(({ document }) => document.seminar ?? ''));
  return [...found].slice(0, ASKED_BY_THEMSELVES);
}

/** Whether anybody who may be quoted speaks in a seminar that is searched. */
function isWanted(
  id: string,
  speakers: ReadonlySet<string>,
  { seminars, speakers: asked }: PassageFilter,
): boolean {
  if (seminars && !seminars.has(id)) return false;
  return !asked || asked.some((speaker) => speakers.has(speaker));
}

/** So many passages are gone through before a pause. */
const PASSAGES_TOGETHER = 2000;

/** Who speaks in each seminar of an index, in the order of the corpus. */
const speakersBySeminar = madeOnce(function* ({ passages }: SearchIndex): Steps<Map<string, Set<string>>> {
  const found = new Map<string, Set<string>>();
  for (const [at, { seminar = '', speaker }] of passages.entries()) {
    if (at % PASSAGES_TOGETHER === 0) yield;
    const speakers = found.get(seminar) ?? new Set();
    if (speaker) speakers.add(speaker);
    found.set(seminar, speakers);
  }
  return found;
});

/**
 * Joins the hits of several seminars, each in its own order, since scores of different seminars cannot be compared. The next
 * hit is always from the seminar whose next hits have most of the question: in their own words, and with what cues and
 * questions say of them, as much of one as of the other. By their own words alone, a seminar with cues loses 7 first hits in
 * 100 beside two others; with cues alone, one without loses 3. Of those that have equally much, it is from the newest.
 */
export function ofSeveralSeminars(found: readonly (readonly Hit[])[]): Hit[] {
  const rest = found
    .map((hits) => [...hits])
    .sort(([one], [other]) => newestFirst(one?.document, other?.document));
  const joined: Hit[] = [];
  for (;;) {
    const leading = rest
      .filter((hits) => hits.length > 0)
      .reduce<Hit[] | null>((best, hits) => (best && leadOf(best) >= leadOf(hits) ? best : hits), null);
    if (!leading) return joined;
    joined.push(...leading.splice(0, 1));
  }
}

function leadOf(hits: readonly Hit[]): number {
  return Math.max(...hits.slice(0, ANSWER_DEPTH).map(({ share, coverage }) => share + coverage));
}
