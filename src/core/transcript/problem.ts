/** Something wrong in a corpus file, for the person who can mend it. */
export interface Problem {
  /** As the person would open it, for example `corpus/scsp-chips-2025/transcript.md`. */
  file: string;
  /** From 1. */
  line: number;
  what: string;
  remedy: string;
}

/** A problem on one line: `file:line: what. Remedy.` */
export function describeProblem({ file, line, what, remedy }: Problem): string {
  return `${file}:${line}: ${what} ${remedy}`;
}

/** A broken file can have a fault on each line; the first ones tell what happened. */
const DESCRIBED = 50;

/** The first problems, one a line, and how many more there are. */
export function describeProblems(problems: readonly Problem[]): string[] {
  const lines = problems.slice(0, DESCRIBED).map(describeProblem);
  const more = problems.length - lines.length;
  return more > 0 ? [...lines, `And ${more} more; "npm run check" lists them all.`] : lines;
}

/** Adds problems to others. A broken file can have more of them than `push` takes at once. */
export function addProblems(problems: Problem[], more: readonly Problem[]): void {
  for (const problem of more) problems.push(problem);
}
