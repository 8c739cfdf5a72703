import { setImmediate as letOthersRun } from 'node:timers/promises';

/** A long piece of work in steps: it can pause at each `yield`, and returns its result. */
export type Steps<T> = Generator<void, T>;

/**
 * How long work goes on, in milliseconds, until others get a turn. Somebody who waits hardly notices, and a step that
 * takes some time itself still stays well below the 50 ms for which nothing may hold up the answers to others.
 */
const TURN_MS = 10;

/** Does a long piece of work to its end without a pause, and returns its result. */
export function runToEnd<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/**
 * Does a long piece of work in turns with whatever else waits, such as answers to others.
 * @returns its result; rejects with what the work throws
 */
export async function runInTurns<T>(steps: Steps<T>): Promise<T> {
  let since = performance.now();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    if (performance.now() - since < TURN_MS) continue;
    await letOthersRun();
    since = performance.now();
  }
}
