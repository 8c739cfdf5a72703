/** How often each person may do something. Times are milliseconds of any one clock. */
export interface RateLimit {
  /** How long until the person may do it again; 0 where they may now. */
  waitOf(person: string, now: number): number;
  /** Counts one use. */
  spend(person: string, now: number): void;
  /** How many people are remembered. */
  remembered(): number;
}

/**
 * Counts uses in memory alone: nothing of it outlives the process, and people whose uses are over are forgotten
 * at the next use of anybody. However many people there are, a use takes the same time.
 * @param most uses of one person within any stretch of `milliseconds`
 */
export function rateLimit(most: number, milliseconds: number): RateLimit {
  // Whoever did something last stands last, so those to forget stand first. Each has their last `most` uses.
  const uses = new Map<string, number[]>();
  const isOver = (time: number | undefined, now: number) => time === undefined || now - time >= milliseconds;
  const forget = (now: number) => {
    for (const [person, times] of uses) {
      if (!isOver(times.at(-1), now)) return;
      uses.delete(person);
    }
  };
  return {
    waitOf: (person, now) => {
      const oldest = uses.get(person)?.at(-most);
      return oldest === undefined || isOver(oldest, now) ? 0 : oldest + milliseconds - now;
    },
    spend: (person, now) => {
      const times = [...(uses.get(person) ?? []), now].slice(-most);
      uses.delete(person);
      uses.set(person, times);
      forget(now);
    },
    remembered: () => uses.size,
  };
}
