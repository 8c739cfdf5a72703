/** The time so many milliseconds after another, or before it if they are negative. */
export function laterBy(milliseconds: number, time: Date): Date {
  return new Date(time.getTime() + milliseconds);
}
