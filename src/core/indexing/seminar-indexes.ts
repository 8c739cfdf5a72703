import type { Dictionary } from '../language/dictionary.ts';
import { type Notion, notionFinderOf } from '../language/notions.ts';
import { runToEnd, type Steps } from '../steps.ts';
import type { Transcript } from '../transcript/transcript.ts';
import { indexSteps } from './build-index.ts';
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
 * @param joint of all seminars' passages
 * @param notionsOf a seminar's own notions
 */
export function seminarIndexes(
  transcripts: readonly Transcript[],
  joint: SearchIndex,
  {
    dictionary,
    notionsOf,
  }: { dictionary: () => Dictionary; notionsOf: (transcript: Transcript) => Notion[] },
): SeminarIndexes {
  const known = new Map<string, SearchIndex>();

  function ownSteps(transcript: Transcript): Steps<SearchIndex> {
    const passages = joint.passages.filter(({ seminar }) => seminar === transcript.id);
    return indexSteps(passages, { notionFinder: notionFinderOf(notionsOf(transcript)), dictionary });
  }

  function* steps(seminar: string): Steps<SearchIndex> {
    const transcript = transcripts.length > 1 && transcripts.find(({ id }) => id === seminar);
    if (!transcript) return joint;
    const own = known.get(seminar) ?? (yield* ownSteps(transcript));
    // The one that was used last is at the end.
    known.delete(seminar);
    known.set(seminar, own);
    const [oldest] = known.keys();
    if (known.size > KEPT_INDEXES && oldest !== undefined) known.delete(oldest);
    return own;
  }

  return {
    indexOf: (seminar) => runToEnd(steps(seminar)),
    *prepareSteps(seminar) {
      if (seminar !== undefined) yield* steps(seminar);
    },
  };
}
