import type { Dictionary } from '../language/dictionary.ts';
import { type Notion, notionFinderSteps } from '../language/notions.ts';
import { madeByName, runToEnd, type Steps } from '../steps.ts';
import { partialIndexSteps } from './build-index.ts';
import type { SearchIndex } from './search-index.ts';

/** The index of each seminar, by its own words and terms alone, so that what stands beside it changes nothing. */
export interface SeminarIndexes {
  /** One seminar's own index; made at once if it is not there. The joint one if there is no other seminar. */
  indexOf(seminar: string): SearchIndex;
  /**
   * Makes one seminar's own index in steps, so that `indexOf` has it at once: for a large seminar it takes seconds. Does
   * nothing without a seminar.
   */
  prepareSteps(seminar: string | undefined): Steps<void>;
}

/** So many seminars' own indexes are kept; those of all of them together would take as much memory as the joint one. */
const KEPT_INDEXES = 20;

/**
 * Makes each seminar's own index when it is first needed.
 * @param joint of the passages of all these seminars
 * @param notionSteps makes a seminar's own notions
 */
export function seminarIndexes(
  seminars: readonly string[],
  joint: SearchIndex,
  {
    dictionary,
    notionSteps,
  }: { dictionary: () => Dictionary; notionSteps: (seminar: string) => Steps<readonly Notion[]> },
): SeminarIndexes {
  const own = madeByName<SearchIndex, SearchIndex>(KEPT_INDEXES);

  function* ownSteps(seminar: string): Steps<SearchIndex> {
    const passages = joint.passages.filter((passage) => passage.seminar === seminar);
    yield;
    const notionFinder = yield* notionFinderSteps(yield* notionSteps(seminar));
    return yield* partialIndexSteps(passages, { notionFinder, dictionary }, joint);
  }

  function* steps(seminar: string): Steps<SearchIndex> {
    if (seminars.length === 1 || !seminars.includes(seminar)) return joint;
    return yield* own(joint, seminar, () => ownSteps(seminar));
  }

  return {
    indexOf: (seminar) => runToEnd(steps(seminar)),
    *prepareSteps(seminar) {
      if (seminar !== undefined) yield* steps(seminar);
    },
  };
}
