import type { Locale } from '../core/language/locale.ts';
import { visible } from '../core/language/visible.ts';
import { CUT_MARK } from '../core/passages/excerpt.ts';
import { format, type Message } from '../messages/message.ts';

/** Signs with a meaning in Markdown; and the mark of a cut, which has none unless what follows makes it a link. */
const MARKED = /\[…\](?!\()|[\\*_~`|[\]<]/g;
/**
 * A colon that begins an address or may begin an emoji's name, `:smile:`, which the client draws as the emoji whoever sent
 * it, and whose end may be in the words that follow. The client's names are Latin, and none is two digits: times by
 * themselves stay as they are.
 */
const COLON = /:(?=\/\/|[\p{Script=Latin}\d+-])(?<!\d:(?=\d\d(?![\p{Script=Latin}\d_+-])))/gu;
/** Where an invitation to a server begins, which the client finds without `https://` too. */
const INVITATION = /(discord(?:app)?\.[a-z]{2,3})\//gi;

/**
 * Makes a text harmless in a Discord message without changing how it reads: Markdown shows as written, nothing mentions
 * anybody, addresses are not links, names of emoji stay names, and nothing in it is hidden.
 */
export function escapeMarkdown(text: string): string {
  return visible(text)
    .replace(MARKED, (found) => (found === CUT_MARK ? found : `\\${found}`))
    .replace(COLON, '\\:')
    .replace(INVITATION, '$1\\/')
    .replace(/@(everyone|here)/gi, '@\u200B$1')
    .replace(/^(\s*)([#>+-])/, '$1\\$2')
    .replace(/^(\s*\d+)\./, '$1\\.');
}

/** What an escaped text says: what `escapeMarkdown` was given, without what `visible` takes out of it. */
export function unescapeMarkdown(escaped: string): string {
  return escaped.replace(/\\([\s\S])/g, '$1').replace(/@\u200B/g, '@');
}

/** A link that is ours, with its words: they are never long. */
const LINK = /\[([^[\]\n]{1,80})\]\(<[^<>\n]{1,2000}>\)/g;

/** A text of ours with the words of its links alone: their addresses are not shown. */
export function withoutAddresses(content: string): string {
  return content.replace(LINK, '$1');
}

/** Where a cut goes through an emoji: a joiner with nothing to join, or a flag's tags without their end. */
const UNFINISHED = /(?:\u200D|\u{1F3F4}[\u{E0020}-\u{E007E}]+)$/u;

/** The start of an escaped text, at most `length` UTF-16 units, never inside an escape, a character or the tags of a flag. */
export function clip(escaped: string, length: number): string {
  if (escaped.length <= length) return escaped;
  let end = 0;
  for (const [unit] of escaped.matchAll(/\\[\s\S]|[\uD800-\uDBFF][\uDC00-\uDFFF]|[\s\S]/g)) {
    if (end + unit.length > length - 1) break;
    end += unit.length;
  }
  return `${escaped.slice(0, end).replace(UNFINISHED, '')}…`;
}

/** A message in Discord's Markdown, its values harmless. */
export function words(message: Message, locale: Locale): string {
  return format(message, locale, { clean: escapeMarkdown });
}

/** The same in small print. */
export function smallPrint(message: Message, locale: Locale): string {
  return `-# ${words(message, locale)}`;
}
