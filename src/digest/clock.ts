import { AHEAD_MS } from '../store/mending.ts';
import type { SchedulerParts } from './parts.ts';
import { laterBy } from './times.ts';

/** A clock that moves further than this from one that only runs forward was set, or the machine slept. */
const JUMP_MS = 10 * 60_000;
/** A clock that differs by more from Discord's is wrong. Then a time that is further ahead was never right. */
const MOST_WRONG_MS = AHEAD_MS;

/** If Discord does not say the time at the start, nothing waits for it again for so long. */
const UNANSWERED_MS = 60_000;

/** Watches whether the clock of this machine is right. */
export interface ClockWatch {
  /**
   * Whether the clock can be trusted. Asks Discord for the time at first, whenever the clock was set or the machine
   * slept, and while the clock is wrong. If Discord cannot be asked, a clock that was not set is trusted.
   */
  isRight(): Promise<boolean>;
  /** The time by the clock, put right by as much as it was wrong when Discord was last asked. */
  now(): Date;
  /** How often the clock was found right after it may have been wrong. */
  timesFound(): number;
}

type WatchParts = Pick<SchedulerParts, 'now' | 'steady' | 'delivery' | 'log'>;

/**
 * A wrong clock (a year ahead after a fault of NTP, a year behind before NTP answers) would post what is not due, or end
 * what is still needed; so nothing is done by it.
 */
export function clockWatch({ steady, ...parts }: WatchParts): ClockWatch {
  return steady ? discordWatch({ steady, ...parts }) : backwardsWatch(parts);
}

/** Trusts a clock. What it shows after it was set back is right, so that times which lie ahead of that were not. */
function backwardsWatch({ now, log }: Pick<WatchParts, 'now' | 'log'>): ClockWatch {
  let last = 0;
  let timesFound = 1;
  return {
    isRight: () => {
      const shown = now().getTime();
      if (shown < last - MOST_WRONG_MS) {
        timesFound++;
        log.warn(`The clock was set back from ${new Date(last).toISOString()} to ${now().toISOString()}.`);
      }
      last = shown;
      return Promise.resolve(true);
    },
    now,
    timesFound: () => timesFound,
  };
}

function discordWatch({ now, steady, delivery, log }: WatchParts & { steady: () => number }): ClockWatch {
  let last: { shown: number; steady: number } | undefined;
  let state: 'new' | 'right' | 'set' | 'wrong' = 'new';
  let asking: Promise<boolean> | undefined;
  let wrongByMs = 0;
  let timesFound = 0;
  let isWaiting = false;
  let unansweredAt = Number.NEGATIVE_INFINITY;

  const ask = async (): Promise<boolean> => {
    const time = await delivery.time();
    if (time === 'unreachable') {
      unansweredAt = steady();
      if (state === 'set' && !isWaiting) {
        isWaiting = true;
        log.warn('The clock was set, and Discord cannot be asked for the time. Digests wait until it can.');
      }
      return state === 'new';
    }
    isWaiting = false;
    const wasWrong = state === 'wrong';
    const differenceMs = time === 'unsaid' ? 0 : time.getTime() - now().getTime();
    const isWrong = Math.abs(differenceMs) > MOST_WRONG_MS;
    state = isWrong ? 'wrong' : 'right';
    wrongByMs = isWrong ? differenceMs : 0;
    if (!isWrong) timesFound++;
    if (isWrong && !wasWrong) log.error(lineOn(now(), laterBy(differenceMs, now())));
    if (wasWrong && !isWrong) log.info('The clock of this machine is right again; digests go on.');
    return !isWrong;
  };

  return {
    isRight: () => {
      const present = { shown: now().getTime(), steady: steady() };
      const passed = last && { shown: present.shown - last.shown, steady: present.steady - last.steady };
      last = present;
      if (passed && Math.abs(passed.shown - passed.steady) > JUMP_MS && state === 'right') state = 'set';
      const isTrusted = state === 'new' && steady() - unansweredAt < UNANSWERED_MS;
      if (state === 'right' || isTrusted) return Promise.resolve(true);
      asking ??= ask().finally(() => {
        asking = undefined;
      });
      return asking;
    },
    now: () => laterBy(wrongByMs, now()),
    timesFound: () => timesFound,
  };
}

function lineOn(shown: Date, right: Date): string {
  return `The clock of this machine shows ${shown.toISOString()}, but Discord's ${right.toISOString()}. No digests are posted until it is right: set it, and let a time service (NTP) keep it. If it is, a proxy before Discord has a wrong clock.`;
}
