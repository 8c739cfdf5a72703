/** The time so many milliseconds after another, or before it if they are negative. */
export function laterBy(milliseconds: number, time: Date): Date {
  return new Date(time.getTime() + milliseconds);
}

/** How long to wait before another attempt: the wait for so many attempts before it, from 0, of which the last repeats. */
export function waitAfter(count: number, waits: readonly number[]): number {
  return waits[Math.min(count, waits.length - 1)] ?? 0;
}
