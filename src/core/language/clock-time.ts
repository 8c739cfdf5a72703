/** A time in a recording as transcripts write it: 0:05, 12:31, 1:02:03. */
export function clockTime(seconds: number): string {
  const [whole, two] = [Math.floor(seconds), (value: number) => String(value % 60).padStart(2, '0')];
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes}:${two(whole)}`;
  return `${Math.floor(minutes / 60)}:${two(minutes)}:${two(whole)}`;
}
