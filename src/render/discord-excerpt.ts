import type { Locale } from '../core/language/locale.ts';
import type { Excerpt, Quotation } from '../core/passages/excerpt.ts';
import type { Passage } from '../core/passages/passages.ts';
import { format, type Message } from '../messages/message.ts';
import { attributionOf, citationOf, shortAttributionOf } from '../reply/attribution.ts';
import { seminarInShort } from '../reply/front-matter.ts';
import { linkOf, placeInShort } from '../reply/place.ts';
import type { ExcerptBlock } from '../reply/reply.ts';
import { type Lengths, type ShownWords, shownWords } from './excerpt-forms.ts';
import { LINK_URL } from './limits.ts';
import { escapeMarkdown, smallPrint, words } from './markdown.ts';
import { markedRuns } from './quotation.ts';

/** A text of a message, perhaps with a button beside it that plays the recording. */
export interface ExcerptPart {
  content: string;
  play?: Play;
}

interface Play {
  label: Message;
  url: string;
}

interface Shown {
  /** In front of the name, from 1; null for none. */
  number: number | null;
  locale: Locale;
  lengths: Lengths;
  /** It is the first one of its reply, whose words are never left out. */
  isFirst: boolean;
  /** What is said of it alone: that it is translated, if others are not. */
  mark: Message | null;
}

/** An excerpt in its form, in Discord's Markdown. */
export function excerptParts(
  block: ExcerptBlock,
  { number, locale, lengths, isFirst, mark }: Shown,
): ExcerptPart[] {
  const shown = shownWords(block, { locale, lengths, isFirst, measure: lengthShown });
  const numbered = (name: string) => `**${number === null ? '' : `${number}. `}${name}**`;
  const asked = shown.asked
    ? [smallPrint(shown.asked.heading, locale), ...quotation([shown.asked.quotation])]
    : [];
  const parts = { block, locale, numbered, shown };
  const isWhole = block.form === undefined || block.form === 'source';
  const { heading, below } = isWhole ? wholeLines(parts) : shortLines(parts);
  if (mark && shown.runs.length > 0) below.push(smallPrint(mark, locale));
  const play = playing(block, locale);
  if (play === null) return partsOf([...asked, ...heading, ...below]);
  return [{ content: [...asked, ...heading].join('\n'), play }, ...partsOf(below)];
}

/** Lines as texts of a message: small print would not be small in the text of the quotation above it. */
export function partsOf(lines: readonly string[]): ExcerptPart[] {
  const parts: string[][] = [];
  for (const line of lines) {
    const part = parts.at(-1);
    if (part && !(isQuoted(part.at(-1)) && line.startsWith('-# '))) part.push(line);
    else parts.push([line]);
  }
  return parts.map((part) => ({ content: part.join('\n') }));
}

function isQuoted(line: string | undefined): boolean {
  return line?.split('\n').at(-1)?.startsWith('> ') === true;
}

interface Parts {
  block: ExcerptBlock;
  locale: Locale;
  /** The name in bold, behind its number. */
  numbered(name: string): string;
  shown: ShownWords;
}

interface Lines {
  heading: string[];
  below: string[];
}

/** A passage with all that is known of it: the role, how the name is known, where it can be checked. */
function wholeLines({ block: { excerpt }, locale, numbered, shown }: Parts): Lines {
  const { speaker, role, basis } = attributionOf(excerpt.passage);
  return {
    heading: [withRole(numbered(words(speaker, locale)), role, locale)],
    below: [smallPrint(basis, locale), `-# ${citation(excerpt, locale)}`, ...quotation(shown.runs)],
  };
}

/** The words under one line that says who and where; the basis of a name that is not plain. */
function shortLines({ block, locale, numbered, shown }: Parts): Lines {
  const { passage } = block.excerpt;
  const { speaker, role, basis } = shortAttributionOf(passage);
  const person = withRole(numbered(words(speaker, locale)), role, locale);
  const place = playing(block, locale) === null ? linkedPlace(passage, locale) : placeOf(passage, locale);
  const seminar = block.namesSeminar ? [smallPrint(seminarInShort(passage.transcript), locale)] : [];
  return {
    heading: [format({ key: 'excerpt.short', values: { speaker: person, place } }, locale), ...seminar],
    below: [...quotation(shown.runs), ...(basis && shown.runs.length > 0 ? [smallPrint(basis, locale)] : [])],
  };
}

function withRole(name: string, role: Message | null, locale: Locale): string {
  if (role === null) return name;
  return format({ key: 'excerpt.heading', values: { speaker: name, role: words(role, locale) } }, locale);
}

/** What a button beside a short excerpt plays; null if no moment of a recording is known. More than a few have no room. */
function playing({ excerpt: { passage }, form }: ExcerptBlock, locale: Locale): Play | null {
  const url = form === 'short' ? linkOf(passage) : null;
  if (url === null || url.length > LINK_URL) return null;
  return { label: { key: 'button.play', values: { time: placeOf(passage, locale) } }, url };
}

function placeOf(passage: Passage, locale: Locale): string {
  return words(placeInShort(passage), locale);
}

/** Where a passage is; a moment of the recording leads there, without a preview of it. */
function linkedPlace(passage: Passage, locale: Locale): string {
  const link = linkOf(passage);
  return link === null ? placeOf(passage, locale) : `[${placeOf(passage, locale)}](<${link}>)`;
}

function quotation(runs: readonly Quotation[]): string[] {
  return runs.length === 0 ? [] : [`> ${markedRuns(runs, withHighlights)}`];
}

/** Where an excerpt can be checked. */
function citation(excerpt: Excerpt, locale: Locale): string {
  if (linkOf(excerpt.passage) === null) return words(citationOf(excerpt), locale);
  const marked = linkedPlace(excerpt.passage, locale);
  // The link is ours; everything else is made harmless.
  const clean = (value: string) => (value === marked ? marked : escapeMarkdown(value));
  return format(citationOf(excerpt, marked), locale, { clean });
}

function lengthShown(text: string): number {
  return escapeMarkdown(text).length;
}

/** The words of a quotation with its answering sentences in bold. */
function withHighlights({ text, highlights }: Quotation): string {
  let marked = '';
  let at = 0;
  for (const { start, end } of highlights) {
    marked += `${escapeMarkdown(text.slice(at, start))}**${escapeMarkdown(text.slice(start, end))}**`;
    at = end;
  }
  return marked + escapeMarkdown(text.slice(at));
}
