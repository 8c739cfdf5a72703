import { normalise } from './text.ts';

/**
 * The words of a name as names are compared: small letters without accents, Simplified Chinese, single spaces for all
 * that is no letter or digit.
 */
export function nameWords(name: string): string {
  return normalise(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The same without spaces, for names that people write together or apart. */
export function nameForm(name: string): string {
  return nameWords(name).replaceAll(' ', '');
}
