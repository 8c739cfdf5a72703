import { type Excerpt, fitExcerpt, type Quotation } from '../core/excerpt.ts';
import type { Locale } from '../core/transcript.ts';
import { attributionOf, citationOf, quotationsOf, showsSimplified } from './attribution.ts';
import { say } from './catalogue.ts';
import { MESSAGE_TEXT } from './limits.ts';
import { clip, escapeMarkdown } from './markdown.ts';
import type { Block, Message, Reply } from './reply.ts';

/** Component types of Discord's API that replies use. */
export const ComponentType = {
  ActionRow: 1,
  Button: 2,
  TextDisplay: 10,
  Separator: 14,
  Container: 17,
} as const;

export interface TextDisplay {
  type: typeof ComponentType.TextDisplay;
  content: string;
}
export interface Separator {
  type: typeof ComponentType.Separator;
}
export interface Container {
  type: typeof ComponentType.Container;
  components: (TextDisplay | Separator)[];
}

/**
 * The longest that source and translation of an excerpt are shown, tried in turn until the whole reply fits one
 * message. Three excerpts of the first seminar fit whole in Chinese, and in English nearly always.
 */
const EXCERPT_LENGTHS = [Number.POSITIVE_INFINITY, 1200, 1000, 800, 600, 450, 300, 200];

/** A reply as one Components V2 container that keeps within Discord's limits and mentions nobody. */
export function renderDiscord(reply: Reply, locale: Locale): Container {
  const attempts = EXCERPT_LENGTHS.map((length) => () => renderTexts(reply, locale, length));
  const texts = firstThatFits(attempts) ?? [];
  const components = texts.flatMap((content, at) => [
    ...(at > 0 ? [{ type: ComponentType.Separator }] : []),
    { type: ComponentType.TextDisplay, content },
  ]);
  return { type: ComponentType.Container, components };
}

/** The first rendering within the limit; the last one, cut, where none is: a single sentence can be too long. */
function firstThatFits(attempts: readonly (() => string[])[]): string[] | undefined {
  let texts: string[] | undefined;
  for (const attempt of attempts) {
    texts = attempt();
    if (texts.reduce((total, text) => total + text.length, 0) <= MESSAGE_TEXT) return texts;
  }
  const share = Math.floor(MESSAGE_TEXT / (texts?.length || 1));
  return texts?.map((text) => clip(text, share));
}

/** The texts between separators: each excerpt is one, and so is what stands together around them. */
function renderTexts(reply: Reply, locale: Locale, length: number): string[] {
  const texts: string[] = [];
  let together: string[] = [];
  let number = 0;
  const close = () => {
    if (together.length > 0) texts.push(together.join('\n'));
    together = [];
  };
  if (reply.question !== undefined)
    together.push(
      say({ key: 'answer.question', values: { question: reply.question } }, locale, escapeMarkdown),
    );
  for (const block of reply.blocks) {
    if (block.kind === 'excerpt') {
      close();
      number++;
      texts.push(renderExcerpt(block.excerpt, { number, locale, length }));
    } else {
      together.push(renderWords(block, locale));
    }
  }
  if (locale === 'zh-TW' && showsSimplified(reply))
    together.push(smallPrint({ key: 'answer.script' }, locale));
  close();
  return texts;
}

function renderWords(block: Exclude<Block, { kind: 'excerpt' }>, locale: Locale): string {
  switch (block.kind) {
    case 'text':
      return words(block.message, locale);
    case 'note':
      return smallPrint(block.message, locale);
    case 'list':
      return block.items.map((item) => `- ${words(item, locale)}`).join('\n');
  }
}

function renderExcerpt(
  excerpt: Excerpt,
  { number, locale, length }: { number: number; locale: Locale; length: number },
): string {
  const fitted = fitExcerpt(excerpt, length, (text) => escapeMarkdown(text).length);
  const { speaker, role, basis } = attributionOf(excerpt.passage);
  const { first, second } = quotationsOf(fitted, locale);
  const lines = [
    `**${number}. ${words(speaker, locale)}**${role === null ? '' : `, ${words(role, locale)}`}`,
    smallPrint(basis, locale),
    `> ${quoted(first)}`,
  ];
  if (second) lines.push(smallPrint({ key: 'excerpt.translated' }, locale), `> ${quoted(second)}`);
  lines.push(smallPrint(citationOf(excerpt), locale));
  return lines.join('\n');
}

/** A quotation with its answering sentences in bold. */
function quoted({ text, truncated, highlights }: Quotation): string {
  let marked = '';
  let at = 0;
  for (const { start, end } of highlights) {
    marked += `${escapeMarkdown(text.slice(at, start))}**${escapeMarkdown(text.slice(start, end))}**`;
    at = end;
  }
  return `${marked}${escapeMarkdown(text.slice(at))}${truncated ? ' […]' : ''}`;
}

function words(message: Message, locale: Locale): string {
  return say(message, locale, escapeMarkdown);
}

function smallPrint(message: Message, locale: Locale): string {
  return `-# ${words(message, locale)}`;
}
