import type { Logger } from 'pino';
import type { Library } from '../core/library.ts';
import type { DigestStore } from '../store/digests.ts';
import type { Delivery } from './delivery.ts';

/** What the program stores and times digests with. */
export interface DigestParts {
  store: DigestStore;
  now: () => Date;
  /**
   * Milliseconds by a clock that nobody sets. By it and by Discord's, `now` is watched, as the clock of a machine has to
   * be; without it `now` is trusted.
   */
  steady?: () => number;
  timing: Timing;
}

/** The scheduler's times, in milliseconds. */
export interface Timing {
  /** A post that is later than this is given up. */
  catchUp: number;
  /** The longest sleep. After it the scheduler notices a clock that was set, and digests of other processes. */
  longestSleep: number;
  /** How long to wait before each further attempt; the last wait repeats. */
  waits: readonly number[];
}

/** What posting needs besides: the connection to Discord, and what is posted. */
export interface SchedulerParts extends DigestParts {
  delivery: Delivery;
  /** The library as it is at this moment. */
  library: () => Library;
  /** Discord's id of the bot. */
  botId: string;
  /** Whether this process posts the digests of a server. With several shards each serves its own servers. */
  isOurs: (server: string) => boolean;
  log: Logger;
}
