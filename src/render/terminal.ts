import util from 'node:util';
import type { Locale } from '../core/language/locale.ts';
import { visible } from '../core/language/visible.ts';
import type { Quotation } from '../core/passages/excerpt.ts';
import { format, type Message } from '../messages/message.ts';
import { attributionOf, citationOf, questionOf, quotationsOf, sourceNotes } from '../reply/attribution.ts';
import { linkOf } from '../reply/place.ts';
import type { Block, Reply } from '../reply/reply.ts';
import { markedRuns } from './quotation.ts';

export interface TerminalStyle {
  locale: Locale;
  /** Whether escape codes for bold and dim text may be used. */
  colour: boolean;
}

/** A reply as text for a terminal, without a line break at its end. */
export function renderTerminal(reply: Reply, style: TerminalStyle): string {
  let number = 0;
  const parts = reply.blocks.map((block) => {
    if (block.kind === 'excerpt') number++;
    return renderBlock(block, number, style);
  });
  const notes = sourceNotes(reply, style.locale).map((message) => dim(plain(message, style), style));
  return [...parts, ...notes].join('\n');
}

function renderBlock(block: Block, number: number, style: TerminalStyle): string {
  switch (block.kind) {
    case 'text':
      return plain(block.message, style);
    case 'note':
      return dim(plain(block.message, style), style);
    case 'list':
      return block.items.map((item) => `  - ${plain(item, style)}`).join('\n');
    case 'excerpt':
      return renderExcerpt(block, number, style);
  }
}

function renderExcerpt(
  { excerpt, further = [], view, alone, question }: Extract<Block, { kind: 'excerpt' }>,
  number: number,
  style: TerminalStyle,
): string {
  const { speaker, role, basis } = attributionOf(excerpt.passage);
  const shown = [excerpt, ...further].map((each) => quotationsOf(each, style.locale, view));
  const quoted = (runs: readonly Quotation[]) => markedRuns(runs, (run) => withHighlights(run, style));
  const lines = [dim(plain(basis, style), style), quoted(shown.map(({ first }) => first))];
  const originals = shown.flatMap(({ second }) => second ?? []);
  if (originals.length > 0)
    lines.push(dim(plain({ key: 'excerpt.translated' }, style), style), quoted(originals));
  const link = linkOf(excerpt.passage);
  const cited = plain(citationOf(excerpt), style);
  lines.push(dim(link === null ? cited : `${cited} ${visible(link)}`, style));
  const name = `${alone ? '' : `${number}. `}${bold(plain(speaker, style), style)}`;
  const heading = role
    ? format({ key: 'excerpt.heading', values: { speaker: name, role: plain(role, style) } }, style.locale)
    : name;
  const asked = question && questionOf(question, style.locale);
  const before = asked ? [dim(plain(asked.heading, style), style), `   ${quoted([asked.quotation])}`] : [];
  return ['', ...before, heading, ...lines.map((line) => `   ${line}`)].join('\n');
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
