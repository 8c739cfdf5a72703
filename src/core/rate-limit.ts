/** How often each person may do something. Times are in milliseconds, all by the same clock. */
export interface RateLimit {
  /** How long the person must wait before the next use; 0 if none is needed. */
  waitOf(person: string, now: number): number;
  /** Counts one use by a person. */
  spend(person: string, now: number): void;
  /** How many people have uses that still count. */
  activePeople(): number;
}

/**
 * Counts uses in memory only. People whose uses no longer count are forgotten when anybody next does
 * something, and the time that a use takes does not depend on how many people there are.
 * @param maxUses how many uses one person has within any `period`
 * @param period in milliseconds
 */
export function rateLimit(maxUses: number, period: number): RateLimit {
  // Each person's latest uses, `maxUses` at most. Whoever was active least recently comes first, and is forgotten first.
  const uses = new Map<string, number[]>();
  const isOver = (time: number | undefined, now: number) => time === undefined || now - time >= period;
  const forgetInactive = (now: number) => {
    for (const [person, times] of uses) {
      if (!isOver(times.at(-1), now)) return;
      uses.delete(person);
    }
  };
  return {
    waitOf: (person, now) => {
      const oldest = uses.get(person)?.at(-maxUses);
      return oldest === undefined || isOver(oldest, now) ? 0 : oldest + period - now;
    },
    spend: (person, now) => {
      const times = [...(uses.get(person) ?? []), now].slice(-maxUses);
      // Deleted first, so that the person moves to the end of the map.
      uses.delete(person);
      uses.set(person, times);
      forgetInactive(now);
    },
    activePeople: () => uses.size,
  };
}
