import type { ProblemKind, ProblemValues } from '../../core/transcript/problem.ts';

/** A problem in words: whole sentences, each with its full stop. */
export interface ProblemText {
  what: string;
  /** What the reader can do about it. */
  remedy: string;
}

/** The kinds that say how a transcript and its source differ. */
type SourceKind = Extract<
  ProblemKind,
  | `source-${string}`
  | `place-${string}`
  | `part${string}`
  | 'text-differs'
  | 'time-differs'
  | 'left-out-unknown'
>;

/** Their words in one language. */
export type SourceTexts = { [Kind in SourceKind]: (values: ProblemValues[Kind]) => ProblemText };

/** The words of one language for every kind of problem. */
export interface ProblemTexts {
  kinds: { [Kind in ProblemKind]: (values: ProblemValues[Kind]) => ProblemText };
  /** Between two sentences. */
  space: string;
  /** Ends a list that is cut short. */
  more: (count: number) => string;
}
