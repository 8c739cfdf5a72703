import type { Logger } from 'pino';
import type { Holder, Lock } from '../store/lock.ts';

/** How often to try whether the other bot has ended. */
const AGAIN_MS = 30_000;

/**
 * Says that another bot runs with the same DATA_DIR: somebody started it twice. When that one ends, this one takes its
 * place, so that a third is told of it.
 * @param againMs how often to try whether the other bot has ended, in milliseconds
 * @returns when it has looked for the first time, what ends the watch and gives the lock back
 */
export async function watchForAnother(
  lock: Lock,
  { now, log, againMs = AGAIN_MS }: { now: () => Date; log: Logger; againMs?: number },
): Promise<() => void> {
  let timer: NodeJS.Timeout | undefined;
  let isTold = false;
  let isOver = false;
  const look = async () => {
    try {
      const holder = await lock.take(now());
      if (holder === 'taken') {
        if (isTold) log.info('The other bot with this DATA_DIR has ended.');
        return;
      }
      if (!isTold) log.warn(lineOn(holder));
      isTold = true;
    } catch (error) {
      // A folder that cannot be written to is reported when something is to be stored.
      log.debug({ err: error }, 'Nobody knows whether another bot runs with this DATA_DIR.');
    }
    if (!isOver) timer = setTimeout(() => void look(), againMs).unref();
  };
  await look();
  return () => {
    isOver = true;
    clearTimeout(timer);
    lock.release();
  };
}

function lineOn(holder: Holder | null): string {
  const who = holder
    ? `process ${holder.process} on the host ${holder.host}, since ${holder.since.toISOString()}`
    : 'a process that has only just begun';
  return `Another bot runs with this DATA_DIR: ${who}. Each command is carried out and each digest posted once, but stop one of them: replies of the slower one are refused by Discord.`;
}
