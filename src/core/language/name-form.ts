import { normalise } from './text.ts';

/** Letters that no accent can be taken from. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
};

/**
 * The words of a name as names are compared: small letters without accents, Simplified Chinese, single spaces for all
 * that is no letter or digit.
 */
export function nameWords(name: string): string {
  return normalise(name)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[øłđıæœß]/gu, (letter) => PLAIN_LETTERS[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The same without spaces, for names that people write together or apart. */
export function nameForm(name: string): string {
  return nameWords(name).replaceAll(' ', '');
}
