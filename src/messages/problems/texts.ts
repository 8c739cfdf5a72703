import type { ProblemKind, ProblemValues } from '../../core/transcript/problem.ts';

/** A problem in words: whole sentences, each with its full stop. */
export interface ProblemText {
  what: string;
  /** What the reader can do about it. */
  remedy: string;
}

/** The words of one language for every kind of problem. */
export interface ProblemTexts {
  kinds: { [Kind in ProblemKind]: (values: ProblemValues[Kind]) => ProblemText };
  /** Between two sentences. */
  space: string;
  /** Ends a list that is cut short. */
  more: (count: number) => string;
}
