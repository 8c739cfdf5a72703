import { HIDDEN_CHARACTERS } from '../core/language/text.ts';
import { CUT_MARK } from '../core/passages/excerpt.ts';

/** Signs with a meaning in Markdown; and the mark of a cut, which has none unless what follows makes it a link. */
const MARKED = /\[…\](?!\()|[\\*_~`|[\]<]/g;

/**
 * Makes a text harmless in a Discord message without changing how it reads: Markdown shows as written, nothing mentions
 * anybody, addresses are not links, and no direction mark reverses the text.
 */
export function escapeMarkdown(text: string): string {
  return visible(text)
    .replace(MARKED, (found) => (found === CUT_MARK ? found : `\\${found}`))
    .replace(/:\/\//g, '\\://')
    .replace(/@(everyone|here)/gi, '@\u200B$1')
    .replace(/^(\s*)([#>+-])/, '$1\\$2')
    .replace(/^(\s*\d+)\./, '$1\\.');
}

/** Replaces control characters and direction marks, which can break a line or reverse the text, by a visible sign. */
export function visible(text: string): string {
  return text.replace(HIDDEN_CHARACTERS, '\uFFFD');
}

/** The start of an escaped text, at most `length` UTF-16 units, never inside an escape or a character. */
export function clip(escaped: string, length: number): string {
  if (escaped.length <= length) return escaped;
  let end = 0;
  for (const [unit] of escaped.matchAll(/\\[\s\S]|[\uD800-\uDBFF][\uDC00-\uDFFF]|[\s\S]/g)) {
    if (end + unit.length > length - 1) break;
    end += unit.length;
  }
  return `${escaped.slice(0, end)}…`;
}
