import { type Locale, type Localised, localised } from '../../core/language/locale.ts';
import { visible } from '../../core/language/visible.ts';
import type { Problem, ProblemKind } from '../../core/transcript/problem.ts';
import { en } from './en.ts';
import type { ProblemText, ProblemTexts } from './texts.ts';
import { zhCN } from './zh-CN.ts';
import { zhTW } from './zh-TW.ts';

const TEXTS: Readonly<Record<Locale, ProblemTexts>> = { en, 'zh-CN': zhCN, 'zh-TW': zhTW };

/** A problem with its remedy, in the words of one language. */
export function problemText<Kind extends ProblemKind>(
  { kind, values }: Problem<Kind>,
  locale: Locale,
): ProblemText {
  return TEXTS[locale].kinds[kind](values);
}

/** What is wrong and the remedy, each in every language. */
export function localisedProblem(problem: Problem): { what: Localised; remedy: Localised } {
  const part = (name: keyof ProblemText) => localised((locale) => problemText(problem, locale)[name]);
  return { what: part('what'), remedy: part('remedy') };
}

/** A problem on one line: `file:line: what remedy`, or `file:line:column: …` if the column is known. */
export function describeProblem(problem: Problem, locale: Locale): string {
  const { what, remedy } = problemText(problem, locale);
  // A file's name and what is quoted of it are somebody's, and may break the line.
  const column = 'column' in problem.values ? `:${problem.values.column}` : '';
  return visible(`${problem.file}:${problem.line}${column}: ${what}${TEXTS[locale].space}${remedy}`);
}

/** A broken file can have a problem on each line; the first ones say enough. */
const DESCRIBED = 50;

/** The first problems, one a line, and how many more there are. */
export function describeProblems(problems: readonly Problem[], locale: Locale): string[] {
  const lines = problems.slice(0, DESCRIBED).map((problem) => describeProblem(problem, locale));
  const more = problems.length - lines.length;
  return more > 0 ? [...lines, TEXTS[locale].more(more)] : lines;
}
