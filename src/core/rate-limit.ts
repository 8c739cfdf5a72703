/** How often each person may do something. */
export interface RateLimit {
  /** Whether the person has used up what they may do. */
  isSpent(person: string, now: Date): boolean;
  /** Counts one use. */
  spend(person: string, now: Date): void;
}

/**
 * Counts uses in memory alone: nothing of it outlives the process, and people whose uses are over are forgotten
 * at the next one.
 * @param most uses of one person within any stretch of `milliseconds`
 */
export function rateLimit(most: number, milliseconds: number): RateLimit {
  const uses = new Map<string, number[]>();
  const recent = (person: string, now: Date) =>
    (uses.get(person) ?? []).filter((time) => now.getTime() - time < milliseconds);
  return {
    isSpent: (person, now) => recent(person, now).length >= most,
    spend: (person, now) => {
      for (const known of uses.keys()) {
        const left = recent(known, now);
        if (left.length > 0) uses.set(known, left);
        else uses.delete(known);
      }
      uses.set(person, [...(uses.get(person) ?? []), now.getTime()]);
    },
  };
}
