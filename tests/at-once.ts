import { runToEnd, type Steps } from '../src/core/steps.ts';

/** What works in steps, without a pause: a test has nobody else to serve. */
export function atOnce<Args extends unknown[], Result>(
  steps: (...args: Args) => Steps<Result>,
): (...args: Args) => Result {
  return (...args) => runToEnd(steps(...args));
}
