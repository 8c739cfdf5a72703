/** Long work in steps: it pauses wherever something else may be done before it goes on. Returns its result at the end. */
export type Steps<Result> = Generator<void, Result>;

/** Runs a long piece of work to its end without a pause, and returns its result. */
export function runToEnd<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/**
 * How long work goes on before everything else has its turn, in milliseconds: a tenth of the longest time for which the
 * process may be deaf (50 ms), since one step may take longer than planned.
 */
const TURN_MS = 5;

/** Those who wait for their turn. One of them has it at a time, so that many together hold the process no longer. */
const waiting: (() => void)[] = [];

function ownTurn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    if (waiting.length === 1) setImmediate(nextTurn);
  });
}

function nextTurn(): void {
  waiting.shift()?.();
  if (waiting.length > 0) setImmediate(nextTurn);
}

/**
 * Runs a long piece of work to its end, and lets everything else have its turn after some milliseconds. The clock decides
 * when it pauses, and nothing else.
 * @returns the result; rejected with what a step throws
 */
export async function runYielding<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    await ownTurn();
    const end = performance.now() + TURN_MS;
    let step = steps.next();
    while (!step.done && performance.now() < end) step = steps.next();
    if (step.done) return step.value;
  }
}

/** Something that is made of a thing once, when it is first needed, and kept for as long as the thing is. */
export interface MadeOnce<Key extends object, Made> {
  /** Gives it at once; makes it without a pause if it is not there yet. */
  now(key: Key): Made;
  /** Gives it in steps, for use inside of longer work. */
  steps(key: Key): Steps<Made>;
  /** Makes it in turns with everything else. Whoever asks meanwhile waits for the same. */
  soon(key: Key): Promise<Made>;
}

/** Has something made once of each thing. What is made must not change, and only depend on the thing. */
export function madeOnce<Key extends object, Made>(make: (key: Key) => Steps<Made>): MadeOnce<Key, Made> {
  const known = new WeakMap<Key, { made: Made }>();
  const coming = new WeakMap<Key, Promise<Made>>();
  function* steps(key: Key): Steps<Made> {
    const before = known.get(key);
    if (before) return before.made;
    const made = yield* make(key);
    known.set(key, { made });
    return made;
  }
  return {
    steps,
    now: (key) => runToEnd(steps(key)),
    soon: (key) => {
      const before = coming.get(key);
      if (before) return before;
      const made = runYielding(steps(key)).finally(() => coming.delete(key));
      coming.set(key, made);
      return made;
    },
  };
}

/**
 * Has several things made of one, each under a name of its own, and keeps them for as long as the one is.
 * @param most so many of each one's things are kept, those that were used last; by default all of them
 * @returns gives what has a name, and makes it if it is not there. It must only depend on the one and the name
 */
export function madeByName<Key extends object, Made extends object>(
  most = Number.POSITIVE_INFINITY,
): (key: Key, name: string, make: () => Steps<Made>) => Steps<Made> {
  const known = new WeakMap<Key, Map<string, Made>>();
  return function* (key, name, make) {
    const byName = known.get(key) ?? new Map<string, Made>();
    known.set(key, byName);
    const made = byName.get(name) ?? (yield* make());
    // The one that was used last is at the end.
    byName.delete(name);
    byName.set(name, made);
    const [oldest] = byName.keys();
    if (byName.size > most && oldest !== undefined) byName.delete(oldest);
    return made;
  };
}
