/** How two words differ by one character: one has one more, one has another, or two neighbours have changed places. */
export type OneEdit = 'length' | 'letter' | 'order';

/**
 * How two words differ that differ by one character. Null if they are equal, or differ by more.
 * @param isMeant whether a character may be the one; by default any
 */
export function oneEditApart(
  one: string,
  other: string,
  isMeant: (character: string) => boolean = () => true,
): OneEdit | null {
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
  if (![...left, ...right].every(isMeant)) return null;
  if (left.length + right.length === 1) return 'length';
  if (left.length === 1 && right.length === 1) return 'letter';
  const isSwapped = left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
  return isSwapped ? 'order' : null;
}

/** How two words differ that differ by one letter, and in nothing else: `Speaker 1` is not `Speaker 2`. */
export function oneLetterApart(one: string, other: string): OneEdit | null {
  return oneEditApart(one, other, (character) => /\p{L}/u.test(character));
}
