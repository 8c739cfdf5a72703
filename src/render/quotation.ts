import { CUT_MARK, type Quotation, withMarks } from '../core/passages/excerpt.ts';

/**
 * Runs of one text as they are shown: in order, with a mark in each gap and at each end at which the text goes on.
 * @param show shows the words of one run, without marks of cuts
 */
export function markedRuns(runs: readonly Quotation[], show: (run: Quotation) => string): string {
  return withMarks(runs.map(show).join(` ${CUT_MARK} `), {
    before: runs[0]?.cut.before ?? false,
    after: runs.at(-1)?.cut.after ?? false,
  });
}
