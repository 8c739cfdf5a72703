import { setTimeout as sleep } from 'node:timers/promises';
import { startedBy } from './started-by.js';

/**
 * How long the bot may take to leave, in milliseconds. Docker kills after ten seconds, and a person after about five. One
 * of several shards has less, so that the process that started it can still see how it ended.
 */
const LEAVE_MS = 4000;
const SHARD_LEAVE_MS = 3500;
/**
 * Ctrl-C in a terminal comes twice, from the terminal and from npm, and a shard hears of it from its manager too. Only a
 * signal later than this, in milliseconds, is a person who does not want to wait.
 */
const SAME_REQUEST_MS = 1000;
/** How often to look whether npm is still there, in milliseconds. */
const LOOK_MS = 500;

/** Who started this process, as src/start.js saw it before the build: npm may be gone by the time that anybody looks again. */
const STARTED_BY = process.env.ROSTRUM_STARTED_BY ?? startedBy();
// The processes that this one starts are not npm's.
delete process.env.ROSTRUM_STARTED_BY;

const WHY = {
  SIGINT: 'Received SIGINT',
  SIGTERM: 'Received SIGTERM',
  SIGHUP: 'Received SIGHUP',
  disconnect: 'The first process has ended',
};

/**
 * What asks the process to end: a signal; that the process that started it is gone, if it is one of several shards; or
 * that npm is gone. From then on the process has a few seconds, and then ends with what it has as exit status, by default
 * 0. A second signal ends it at once.
 * @returns what asked, as the beginning of a sentence
 */
export function askedToEnd(): Promise<string> {
  return new Promise((resolve) => {
    let since: number | undefined;
    const ask = (why: string) => {
      if (since !== undefined) {
        if (performance.now() - since > SAME_REQUEST_MS) process.exit();
        return;
      }
      since = performance.now();
      endSoon();
      resolve(why);
    };
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const)
      process.on(name, () => ask(WHY[name]));
    if (process.connected === false) ask(WHY.disconnect);
    void npmIsGone().then(() => ask('npm has ended'));
  });
}

/**
 * Ends the process in a few seconds, whatever is still open then: a connection or a request would keep it alive for as
 * long as it likes. It ends earlier if nothing is.
 */
export function endSoon(): void {
  setTimeout(() => process.exit(), process.connected === undefined ? LEAVE_MS : SHARD_LEAVE_MS).unref();
}

/**
 * Resolves when npm, which started this process by `npm start`, has ended without telling it; otherwise never. It does not
 * keep the process alive.
 */
export async function npmIsGone(): Promise<void> {
  // `npm_lifecycle_event` is the name of the script that npm runs.
  if (process.env.npm_lifecycle_event !== 'start') return new Promise(() => {});
  while (startedBy() === STARTED_BY) await sleep(LOOK_MS, undefined, { ref: false });
}

/** Waits for some work, but no longer than so many milliseconds; then it goes on by itself. */
export async function atMost(milliseconds: number, work: Promise<unknown>): Promise<void> {
  const enough = new AbortController();
  const { signal } = enough;
  try {
    await Promise.race([work, sleep(milliseconds, undefined, { signal })]);
  } finally {
    enough.abort();
  }
}
