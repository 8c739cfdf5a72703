/**
 * A time in a recording as transcripts write it: 0:05, 12:31, 1:02:03.
 * @param seconds fractions are cut; a program that lets a word begin before the recording means its beginning
 */
export function clockTime(seconds: number): string {
  const two = (value: number) => String(value % 60).padStart(2, '0');
  const whole = Math.max(0, Math.floor(seconds));
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes}:${two(whole)}`;
  return `${Math.floor(minutes / 60)}:${two(minutes)}:${two(whole)}`;
}

/** The seconds of a time that is written in digits: its hours, if it has any, its minutes and seconds, which may have a fraction. */
export function secondsOf(
  hours: string | undefined,
  minutes: string | undefined,
  seconds: string | undefined,
): number {
  return (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60 + Number(seconds ?? 0);
}
