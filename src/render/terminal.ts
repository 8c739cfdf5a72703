import type { Excerpt } from '../core/answer.ts';
import type { Locale } from '../core/transcript.ts';
import { attributionOf, citationOf, showsSimplified } from './attribution.ts';
import { say } from './catalogue.ts';
import type { Block, Message, Reply } from './reply.ts';

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
  if (style.locale === 'zh-TW' && showsSimplified(reply))
    parts.push(renderBlock({ kind: 'note', message: { key: 'answer.script' } }, 0, style));
  return parts.join('\n');
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
      return renderExcerpt(block.excerpt, number, style);
  }
}

function renderExcerpt(excerpt: Excerpt, number: number, style: TerminalStyle): string {
  const { speaker, role, basis } = attributionOf(excerpt.passage);
  const roleText = role === null ? null : 'key' in role ? plain(role, style) : printable(role[style.locale]);
  const source = [plain(basis, style), plain(citationOf(excerpt), style)];
  if (excerpt.truncated) source.push(say({ key: 'excerpt.truncated' }, style.locale));
  return [
    '',
    `${number}. ${bold(plain(speaker, style), style)}${roleText === null ? '' : `, ${roleText}`}`,
    ...source.map((line) => `   ${dim(line, style)}`),
    `   ${quotation(excerpt, style)}`,
    '',
  ].join('\n');
}

/** The excerpt with the answering sentences marked: bold where the terminal can, between asterisks elsewhere. */
function quotation({ text, truncated, highlights }: Excerpt, style: TerminalStyle): string {
  let marked = '';
  let at = 0;
  for (const { start, end } of highlights) {
    const sentence = printable(text.slice(start, end));
    marked += printable(text.slice(at, start)) + (style.colour ? bold(sentence, style) : `**${sentence}**`);
    at = end;
  }
  marked += printable(text.slice(at));
  return truncated ? `${marked} […]` : marked;
}

function plain(message: Message, { locale }: TerminalStyle): string {
  return say(message, locale, printable);
}

/** Control characters, which could steer the terminal, and direction marks as visible signs. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '\uFFFD');
}

function bold(text: string, { colour }: TerminalStyle): string {
  return colour ? `\u001B[1m${text}\u001B[22m` : text;
}

function dim(text: string, { colour }: TerminalStyle): string {
  return colour ? `\u001B[2m${text}\u001B[22m` : text;
}
