import type { Dictionary } from '../language/dictionary.ts';
import { type Notion, notionFinderOf } from '../language/notions.ts';
import { runInTurns, runToEnd, type Steps } from '../steps.ts';
import type { Transcript } from '../transcript/transcript.ts';
import { indexSteps } from './build-index.ts';
import type { SearchIndex } from './search-index.ts';

/** The index of each seminar, by its own words and terms alone, so that what stands beside it changes nothing. */
export interface SeminarIndexes {
  /** One seminar's own index; made at once if `prepare` has not made it. */
  indexOf(seminar: string): SearchIndex;
  /**
   * Makes one seminar's own index in turns with other work, so that `indexOf` has it at once: a large seminar takes
   * seconds. Does nothing without a seminar.
   */
  prepare(seminar: string | undefined): Promise<void>;
}

/** So many seminars' own indexes are kept; those of all of them together would take as much memory as the joint one. */
const KEPT_INDEXES = 20;

/**
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
  const inTheMaking = new Map<string, Promise<SearchIndex>>();

  const transcriptOf = (seminar: string) =>
    transcripts.length === 1 ? undefined : transcripts.find(({ id }) => id === seminar);
  const steps = (transcript: Transcript): Steps<SearchIndex> => {
    const passages = joint.passages.filter(({ seminar }) => seminar === transcript.id);
    return indexSteps(passages, { notionFinder: notionFinderOf(notionsOf(transcript)), dictionary });
  };
  const keep = (seminar: string, own: SearchIndex) => {
    // The one that was used last is at the end.
    known.delete(seminar);
    known.set(seminar, own);
    const [oldest] = known.keys();
    if (known.size > KEPT_INDEXES && oldest !== undefined) known.delete(oldest);
    return own;
  };
  return {
    indexOf: (seminar) => {
      const transcript = transcriptOf(seminar);
      return transcript ? keep(seminar, known.get(seminar) ?? runToEnd(steps(transcript))) : joint;
    },
    prepare: async (seminar) => {
      const transcript = seminar === undefined ? undefined : transcriptOf(seminar);
      if (!transcript || known.has(transcript.id)) return;
      const making = inTheMaking.get(transcript.id) ?? runInTurns(steps(transcript));
      inTheMaking.set(transcript.id, making);
      keep(transcript.id, await making.finally(() => inTheMaking.delete(transcript.id)));
    },
  };
}
