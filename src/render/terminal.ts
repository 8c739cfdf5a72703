import util from 'node:util';
import { type Locale, languageName } from '../core/language/locale.ts';
import { visible } from '../core/language/visible.ts';
import type { Excerpt, Quotation } from '../core/passages/excerpt.ts';
import { format, type Message } from '../messages/message.ts';
import {
  attributionOf,
  citationOf,
  shortAttributionOf,
  sourceNotes,
  translationMark,
} from '../reply/attribution.ts';
import { seminarNamed } from '../reply/front-matter.ts';
import { linkOf, placeInShort } from '../reply/place.ts';
import { type Block, type ExcerptBlock, type Reply, understoodHeading } from '../reply/reply.ts';
import { type ShownWords, shownWords, USUAL } from './excerpt-forms.ts';
import { markedRuns } from './quotation.ts';
import { columnsOf } from './wrapping.ts';

export interface TerminalStyle {
  locale: Locale;
  /** Whether escape codes for bold and dim text may be used. */
  colour: boolean;
  /** Every passage whole, with its role, basis and source, and a translation above the source. */
  isWhole?: boolean;
}

/** A reply as text for a terminal, without a line break at its end. */
export function renderTerminal({ blocks, ...reply }: Reply, style: TerminalStyle): string {
  const shown = style.isWhole ? blocks.map(whole) : blocks;
  const isOnlyOne = shown.filter(({ kind }) => kind === 'excerpt').length === 1;
  let number = (reply.firstNumber ?? 1) - 1;
  const parts = shown.map((block) => {
    if (block.kind !== 'excerpt') return renderWords(block, style);
    number++;
    const mark = translationMark(block, { ...reply, blocks: shown }, style.locale);
    return renderExcerpt(block, { number: block.alone || isOnlyOne ? null : number, mark, style });
  });
  const understood: string[] =
    reply.isUnderstood && reply.question !== undefined
      ? [bold(plain(understoodHeading(reply.question), style), style)]
      : [];
  const notes = sourceNotes({ ...reply, blocks: shown }, style.locale).map((message) =>
    dim(plain(message, style), style),
  );
  return [...understood, ...parts, ...notes].join('\n');
}

/** A block with its excerpt whole. */
function whole(block: Block): Block {
  if (block.kind !== 'excerpt') return block;
  const { form: _, ...all } = block;
  return all;
}

function renderWords(block: Exclude<Block, ExcerptBlock>, style: TerminalStyle): string {
  switch (block.kind) {
    case 'text':
      return plain(block.message, style);
    case 'note':
      return dim(plain(block.message, style), style);
    case 'list':
      return block.items.map((item) => `  - ${plain(item, style)}`).join('\n');
  }
}

function renderExcerpt(
  block: ExcerptBlock,
  { number, mark, style }: { number: number | null; mark: Message | null; style: TerminalStyle },
): string {
  const { excerpt, form } = block;
  const shown = shownWords(block, { locale: style.locale, lengths: USUAL, measure: columnsOf });
  const quoted = (runs: readonly Quotation[]) => markedRuns(runs, (run) => withHighlights(run, style));
  const numbered = (speaker: Message) =>
    `${number === null ? '' : `${number}. `}${bold(plain(speaker, style), style)}`;
  const { asked } = shown;
  const before = asked ? [dim(plain(asked.heading, style), style), `   ${quoted([asked.quotation])}`] : [];
  const { heading, below } =
    form === undefined || form === 'source'
      ? wholeLines(excerpt, shown, { style, numbered, quoted })
      : shortLines(block, shown, { style, numbered, quoted });
  if (mark && shown.runs.length > 0) below.push(dim(plain(mark, style), style));
  const lines = [...before, heading, ...below.map((line) => `   ${line}`)];
  return (form === 'line' ? lines : ['', ...lines]).join('\n');
}

interface Lines {
  heading: string;
  below: string[];
}

interface Wording {
  style: TerminalStyle;
  /** A name behind its number. */
  numbered(speaker: Message): string;
  quoted(runs: readonly Quotation[]): string;
}

function wholeLines(
  excerpt: Excerpt,
  { runs, originals }: ShownWords,
  { style, numbered, quoted }: Wording,
): Lines {
  const { speaker, role, basis } = attributionOf(excerpt.passage);
  const below = [dim(plain(basis, style), style), ...(runs.length > 0 ? [quoted(runs)] : [])];
  if (originals.length > 0) {
    const language = languageName(excerpt.passage.transcript.language);
    below.push(
      dim(plain({ key: 'excerpt.original', values: { language } }, style), style),
      quoted(originals),
    );
  }
  const link = linkOf(excerpt.passage);
  const cited = plain(citationOf(excerpt), style);
  below.push(dim(link === null ? cited : `${cited} ${visible(link)}`, style));
  return { heading: withRole(numbered(speaker), role, style), below };
}

function shortLines(
  { excerpt, namesSeminar }: ExcerptBlock,
  { runs }: ShownWords,
  { style, numbered, quoted }: Wording,
): Lines {
  const { speaker, role, basis } = shortAttributionOf(excerpt.passage);
  const person = withRole(numbered(speaker), role, style);
  const place = plain(placeInShort(excerpt.passage), style);
  const link = linkOf(excerpt.passage);
  return {
    heading: format({ key: 'excerpt.short', values: { speaker: person, place } }, style.locale),
    below: [
      ...(namesSeminar ? [dim(plain(seminarNamed(excerpt.passage.transcript), style), style)] : []),
      ...(runs.length > 0 ? [quoted(runs)] : []),
      ...(basis && runs.length > 0 ? [dim(plain(basis, style), style)] : []),
      ...(link === null ? [] : [dim(visible(link), style)]),
    ],
  };
}

function withRole(name: string, role: Message | null, style: TerminalStyle): string {
  if (role === null) return name;
  return format(
    { key: 'excerpt.heading', values: { speaker: name, role: plain(role, style) } },
    style.locale,
  );
}

/** A quotation's words with its answering sentences marked: in bold if the terminal can, else between asterisks. */
function withHighlights({ text, highlights }: Quotation, style: TerminalStyle): string {
  let marked = '';
  let at = 0;
  for (const { start, end } of highlights) {
    const sentence = visible(text.slice(start, end));
    marked += visible(text.slice(at, start)) + (style.colour ? bold(sentence, style) : `**${sentence}**`);
    at = end;
  }
  return marked + visible(text.slice(at));
}

function plain(message: Message, { locale }: TerminalStyle): string {
  return format(message, locale, { clean: visible, names: 'typed' });
}

// Whether codes may be used is the style's to say, not the process's own output.
const ALWAYS = { validateStream: false };

function bold(text: string, { colour }: TerminalStyle): string {
  return colour ? util.styleText('bold', text, ALWAYS) : text;
}

function dim(text: string, { colour }: TerminalStyle): string {
  return colour ? util.styleText('dim', text, ALWAYS) : text;
}
