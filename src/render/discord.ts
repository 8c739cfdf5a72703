import type { Locale } from '../core/language/locale.ts';
import { visible } from '../core/language/visible.ts';
import { clipQuotation, type Excerpt, fitExcerpt, type Quotation } from '../core/passages/excerpt.ts';
import { shortened } from '../core/passages/question-above.ts';
import { format, type Message } from '../messages/message.ts';
import { attributionOf, citationOf, questionOf, quotationsOf, sourceNotes } from '../reply/attribution.ts';
import { linkOf, placeInShort } from '../reply/place.ts';
import type { Action, Block, Reply } from '../reply/reply.ts';
import { customId } from './custom-id.ts';
import { BUTTON_LABEL, MESSAGE_TEXT, ROW_BUTTONS } from './limits.ts';
import { clip, escapeMarkdown } from './markdown.ts';
import { markedRuns } from './quotation.ts';

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

export interface ActionRow {
  type: typeof ComponentType.ActionRow;
  components: { type: typeof ComponentType.Button; style: number; label: string; custom_id: string }[];
}

/** Discord's flag for messages made of components alone. */
const IS_COMPONENTS_V2 = 1 << 15;
/** Grey: buttons are not what people come for. */
const SECONDARY = 2;

/** What is sent for a reply, as Discord's API takes it. */
export interface DiscordMessage {
  flags: typeof IS_COMPONENTS_V2;
  components: (Container | ActionRow)[];
}

/** For whom a reply is rendered. */
export interface Audience {
  locale: Locale;
  /** Who asked for it: the owner of its buttons. */
  ownerId: string;
  /** Everybody in the channel sees it, and its owner can remove it. */
  isPublic: boolean;
}

/** A reply as a message: its words, with its buttons below. */
export function renderMessage(reply: Reply, { locale, ownerId, isPublic }: Audience): DiscordMessage {
  const remove: Action[] = isPublic ? [{ name: 'remove', label: { key: 'button.remove' }, args: [] }] : [];
  const buttons = [...(reply.actions ?? []), ...remove].map((action) => ({
    type: ComponentType.Button,
    style: SECONDARY,
    label: clip(format(action.label, locale, { clean: visible }), BUTTON_LABEL),
    custom_id: customId(action, ownerId),
  }));
  const rows = Array.from({ length: Math.ceil(buttons.length / ROW_BUTTONS) }, (_, row): ActionRow => {
    const components = buttons.slice(row * ROW_BUTTONS, (row + 1) * ROW_BUTTONS);
    return { type: ComponentType.ActionRow, components };
  });
  return { flags: IS_COMPONENTS_V2, components: [renderContainer(reply, locale), ...rows] };
}

/**
 * How long the source and the translation of an excerpt may be, in characters, tried in turn until the reply fits into
 * one message. Three excerpts of the first seminar fit whole in Chinese, and nearly always in English. 0 leaves the
 * answering sentence alone, so that even a comparison of many speakers is cut at sentence ends.
 */
const EXCERPT_LENGTHS = [Number.POSITIVE_INFINITY, 1200, 1000, 800, 600, 450, 300, 200, 0];

/**
 * How long a quotation may be at most, in characters, tried in turn if the answering sentences by themselves do not fit
 * into one message. They are then cut inside, which is marked.
 */
const SENTENCE_LENGTHS = [2000, 1200, 800, 500, 300, 200, 100, 50];

/** How long the parts of an excerpt may be, in characters. */
interface Lengths {
  /** Source and translation, each; a longer sentence by itself is not shortened. */
  excerpt: number;
  /** Any quotation, even a single sentence. */
  sentence: number;
}

/** The words of a reply, within Discord's limits. */
function renderContainer(reply: Reply, locale: Locale): Container {
  const lengths: Lengths[] = [
    ...EXCERPT_LENGTHS.map((excerpt) => ({ excerpt, sentence: Number.POSITIVE_INFINITY })),
    ...SENTENCE_LENGTHS.map((sentence) => ({ excerpt: 0, sentence })),
  ];
  const texts = firstThatFits(lengths.map((each) => () => renderTexts(reply, locale, each))) ?? [];
  const components = texts.flatMap((parts, at) => [
    ...(at > 0 ? [{ type: ComponentType.Separator }] : []),
    ...parts.map((content) => ({ type: ComponentType.TextDisplay, content })),
  ]);
  return { type: ComponentType.Container, components };
}

/** The first rendering within the limit. If none is, because other words than excerpts are too long, the last one, cut. */
function firstThatFits(attempts: readonly (() => string[][])[]): string[][] | undefined {
  let texts: string[][] | undefined;
  for (const attempt of attempts) {
    texts = attempt();
    if (texts.flat().reduce((total, text) => total + text.length, 0) <= MESSAGE_TEXT) return texts;
  }
  const share = Math.floor(MESSAGE_TEXT / (texts?.flat().length || 1));
  return texts?.map((parts) => parts.map((text) => clip(text, share)));
}

/** The texts between separators, each in its parts: one for each excerpt, and one for the blocks between two excerpts. */
function renderTexts(reply: Reply, locale: Locale, lengths: Lengths): string[][] {
  const texts: string[][] = [];
  let together: string[] = [];
  let number = 0;
  const close = () => {
    if (together.length > 0) texts.push([together.join('\n')]);
    together = [];
  };
  if (reply.question !== undefined)
    together.push(words({ key: 'answer.question', values: { question: reply.question } }, locale));
  for (const block of reply.blocks) {
    if (block.kind === 'excerpt') {
      close();
      number++;
      texts.push(renderExcerpt(block, { number, locale, lengths }));
    } else {
      together.push(renderWords(block, locale));
    }
  }
  together.push(...sourceNotes(reply, locale).map((note) => smallPrint(note, locale)));
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

type ExcerptBlock = Extract<Block, { kind: 'excerpt' }>;

/** An excerpt in one part, or in two if it has a translation above the source. */
function renderExcerpt(
  { excerpt, further = [], view, alone, question }: ExcerptBlock,
  { number, locale, lengths }: { number: number; locale: Locale; lengths: Lengths },
): string[] {
  const fitted = (each: Excerpt) => fitExcerpt(each, lengths.excerpt / (1 + further.length), lengthShown);
  const shown = [excerpt, ...further].map((each) => quotationsOf(fitted(each), locale, view));
  const { speaker, role, basis } = attributionOf(excerpt.passage);
  const name = `**${alone ? '' : `${number}. `}${words(speaker, locale)}**`;
  const heading = role
    ? format({ key: 'excerpt.heading', values: { speaker: name, role: words(role, locale) } }, locale)
    : name;
  const quoted = (runs: readonly Quotation[]) =>
    `> ${markedRuns(
      runs.map((run) => clipQuotation(run, lengths.sentence, lengthShown)),
      withHighlights,
    )}`;
  const asked = question && questionOf(shortened(question, lengths.excerpt), locale);
  const quote = [
    ...(asked ? [smallPrint(asked.heading, locale), quoted([asked.quotation])] : []),
    heading,
    smallPrint(basis, locale),
    `-# ${citation(excerpt, locale)}`,
    quoted(shown.map(({ first }) => first)),
  ];
  const originals = shown.flatMap(({ second }) => second ?? []);
  if (originals.length === 0) return [quote.join('\n')];
  return [quote.join('\n'), `${smallPrint({ key: 'excerpt.translated' }, locale)}\n${quoted(originals)}`];
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

function words(message: Message, locale: Locale): string {
  return format(message, locale, { clean: escapeMarkdown });
}

function smallPrint(message: Message, locale: Locale): string {
  return `-# ${words(message, locale)}`;
}
