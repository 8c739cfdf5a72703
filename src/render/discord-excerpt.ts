import type { Locale } from '../core/language/locale.ts';
import type { Excerpt, Quotation } from '../core/passages/excerpt.ts';
import { format, type Message } from '../messages/message.ts';
import { attributionOf, citationOf, shortAttributionOf } from '../reply/attribution.ts';
import { seminarNamed } from '../reply/front-matter.ts';
import { linkOf, placeInShort } from '../reply/place.ts';
import type { ExcerptBlock } from '../reply/reply.ts';
import { type Lengths, type ShownWords, shownWords } from './excerpt-forms.ts';
import { LINK_URL } from './limits.ts';
import { escapeMarkdown, smallPrint, words } from './markdown.ts';
import { markedRuns } from './quotation.ts';

/** A text of a message, perhaps with a button beside it that plays the recording. */
export interface ExcerptPart {
  content: string;
  play?: { label: Message; url: string };
}

interface Shown {
  /** In front of the name, from 1; null for none. */
  number: number | null;
  locale: Locale;
  lengths: Lengths;
}

/** An excerpt in its form, in Discord's Markdown. */
export function excerptParts(block: ExcerptBlock, { number, locale, lengths }: Shown): ExcerptPart[] {
  const shown = shownWords(block, { locale, lengths, measure: lengthShown });
  const numbered = (name: string) => `**${number === null ? '' : `${number}. `}${name}**`;
  const parts = { block, locale, numbered, shown };
  if (block.form === undefined) return wholeParts(parts);
  return block.form === 'line' ? [{ content: lineOf(parts) }] : shortParts(parts);
}

interface Parts {
  block: ExcerptBlock;
  locale: Locale;
  /** The name in bold, behind its number. */
  numbered(name: string): string;
  shown: ShownWords;
}

/** A passage with all that is known of it: the role, how the name is known, where it can be checked. */
function wholeParts({ block: { excerpt }, locale, numbered, shown }: Parts): ExcerptPart[] {
  const { speaker, role, basis } = attributionOf(excerpt.passage);
  const name = numbered(words(speaker, locale));
  const heading = role
    ? format({ key: 'excerpt.heading', values: { speaker: name, role: words(role, locale) } }, locale)
    : name;
  return besidePlay(excerpt, [...askedLines(shown, locale), heading], {
    locale,
    below: [smallPrint(basis, locale), `-# ${citation(excerpt, locale)}`, ...quotation(shown.runs)],
  });
}

/** The answer, under one line that says who and where. */
function shortParts({ block, locale, numbered, shown }: Parts): ExcerptPart[] {
  const { excerpt, namesSeminar } = block;
  const { basis } = shortAttributionOf(excerpt.passage);
  const heading = [shortHeading(excerpt, { locale, numbered })];
  if (namesSeminar) heading.push(smallPrint(seminarNamed(excerpt.passage.transcript), locale));
  return besidePlay(excerpt, [...askedLines(shown, locale), ...heading], {
    locale,
    below: [...quotation(shown.runs), ...(basis ? [smallPrint(basis, locale)] : [])],
  });
}

/** Who and where, with the words if there is room for them. */
function lineOf({ block: { excerpt, namesSeminar }, locale, numbered, shown }: Parts): string {
  const lines = [shortHeading(excerpt, { locale, numbered, isLinked: true })];
  if (namesSeminar) lines.push(smallPrint(seminarNamed(excerpt.passage.transcript), locale));
  lines.push(...quotation(shown.runs));
  return [...askedLines(shown, locale), ...lines].join('\n');
}

function shortHeading(
  { passage }: Excerpt,
  { locale, numbered, isLinked = false }: Pick<Parts, 'locale' | 'numbered'> & { isLinked?: boolean },
): string {
  const { speaker, role } = shortAttributionOf(passage);
  const name = numbered(words(speaker, locale));
  const person = role
    ? format({ key: 'excerpt.heading', values: { speaker: name, role: words(role, locale) } }, locale)
    : name;
  const link = isLinked ? linkOf(passage) : null;
  const place = words(placeInShort(passage), locale);
  return format(
    {
      key: 'excerpt.short',
      values: { speaker: person, place: link === null ? place : `[${place}](<${link}>)` },
    },
    locale,
  );
}

/** Lines of an excerpt: if its moment of a recording is known, a button beside the first ones plays it. */
function besidePlay(
  { passage }: Excerpt,
  heading: readonly string[],
  { locale, below }: { locale: Locale; below: readonly string[] },
): ExcerptPart[] {
  const url = linkOf(passage);
  if (url === null || url.length > LINK_URL) return [{ content: [...heading, ...below].join('\n') }];
  const time = format(placeInShort(passage), locale);
  return [
    { content: heading.join('\n'), play: { label: { key: 'button.play', values: { time } }, url } },
    { content: below.join('\n') },
  ];
}

function askedLines({ asked }: ShownWords, locale: Locale): string[] {
  return asked ? [smallPrint(asked.heading, locale), ...quotation([asked.quotation])] : [];
}

function quotation(runs: readonly Quotation[]): string[] {
  return runs.length === 0 ? [] : [`> ${markedRuns(runs, withHighlights)}`];
}

/** Where an excerpt can be checked; a moment of the recording leads there, without a preview of it. */
function citation(excerpt: Excerpt, locale: Locale): string {
  const link = linkOf(excerpt.passage);
  if (link === null) return words(citationOf(excerpt), locale);
  const marked = `[${words(placeInShort(excerpt.passage), locale)}](<${link}>)`;
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
