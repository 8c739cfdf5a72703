/** Characters that show nothing, by their code points; each language names them in this order. */
export const UNSEEN: readonly (number | undefined)[] = [0x20, 0xa0, 0x3000, 0x09, 0x200b, 0xad, 0x202f];

/** What shows nothing by itself: spaces, control characters, marks. */
const INVISIBLE = /[\p{Z}\p{C}\p{Default_Ignorable_Code_Point}]/u;

/**
 * A character as it looks, with its code point: "’ (U+2019)", "space (U+0020)".
 * @param names those of the characters of `UNSEEN`, in their order
 * @param brackets what is around the code point
 */
export function namedCharacter(
  character: string,
  names: readonly string[],
  brackets: readonly [open: string, close: string],
): string {
  const codes = Array.from(character, (each) => each.codePointAt(0) ?? 0);
  const code = codes.map((each) => `U+${each.toString(16).toUpperCase().padStart(4, '0')}`).join(' ');
  const name = names[UNSEEN.indexOf(codes[0])];
  const isMark = /^\p{M}/u.test(character);
  const shown = name ?? (INVISIBLE.test(character) ? '' : `${isMark ? '\u25CC' : ''}${character}`);
  return shown === '' ? code : `${shown}${brackets[0]}${code}${brackets[1]}`;
}
