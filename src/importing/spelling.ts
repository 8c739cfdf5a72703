/**
 * How two words differ that differ by one letter: one has a letter more, one has another letter, or two neighbours have
 * changed places. Null if they are equal, or differ by more, or in anything but letters.
 */
export function oneEditApart(one: string, other: string): 'length' | 'letter' | 'order' | null {
  if (one === other) return null;
  const a = [...one];
  const b = [...other];
  if (Math.abs(a.length - b.length) > 1) return null;
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const left = a.slice(start, a.length - end);
  const right = b.slice(start, b.length - end);
  if (![...left, ...right].every((letter) => /\p{L}/u.test(letter))) return null;
  if (left.length + right.length === 1) return 'length';
  if (left.length === 1 && right.length === 1) return 'letter';
  const isSwapped = left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
  return isSwapped ? 'order' : null;
}
