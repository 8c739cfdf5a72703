import { type SourcePart, sourceOf } from '../core/transcript/source.ts';
import { isText } from './encoding.ts';
import type { Container, Facts, Look, OpenedSource } from './format.ts';
import { statedFacts } from './labels/stated-facts.ts';
import { frontMatterOf } from './markdown/front-matter.ts';
import { inlineText } from './markdown/inline.ts';
import { TAG_NAME } from './markdown/tag-name.ts';

const LINE_END = /\r\n|[\n\r\u2028\u2029]/u;
const HEADING = /^ {0,3}(#{1,6})\s{0,9}(?=[^\s#])/u;
const RULE = /^ {0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})$/u;
const FENCE = /^ {0,3}(?:`{3,}|~{3,})/u;
const QUOTE = /^ {0,3}(?:>\s?){1,9}/u;
const LIST_ITEM = /^\s{0,20}(?:[*+]|-|\d{1,3}[.)])\s{1,4}(?=\S)/u;
/** A link, and nothing else. */
const LINK = /^\[[^[\]]{1,200}\]\([^()\s]{1,500}\)$/u;
const TABLE_RULE = /^[\s:|-]+$/u;
const SIGN =
  /(?:^|\n) {0,3}(?:#{1,6}\s?\p{L}|[^\n*]{0,20}\*\*[^*\n]{1,80}\*\*|__[^_\n]{1,80}__|[*-] |> |\|[^\n|]{1,200}\|)|\]\((?:https?:|\/|#|mailto:)|\\[[\]_*]|^---\n/u;

/** `<nick> words` at the start of a line, in the log of a chat: no tag. */
const CHAT_LINE = /(?:^|\n)[^\n<]{0,40}<([@+%~&]?[^<>\s/]{1,40})> (?=\S)/gu;
const CHAT_LINES = 3;

function isChatLog(text: string): boolean {
  let lines = 0;
  for (const [, nick = ''] of text.matchAll(CHAT_LINE)) if (!TAG_NAME.test(nick)) lines++;
  return lines >= CHAT_LINES;
}

/** Markdown: its marks are taken off, and what is a picture, a comment or a rule is no part. */
export const markdown: Container = {
  id: 'markdown',
  name: 'Markdown',
  recognises: ({ text }) =>
    text !== null && isText(text) && SIGN.test(text.slice(0, 20_000)) && !isChatLog(text.slice(0, 20_000)),
  async read({ text }) {
    return openMarkdown((text ?? '').replace(/^\uFEFF/u, '').replaceAll('\0', ''));
  },
};

/** Markdown as a source: a part is a line that has text. */
function openMarkdown(text: string): OpenedSource {
  const lines = text.split(LINE_END);
  const { facts: head, length } = frontMatterOf(lines);
  const parts: SourcePart[] = [];
  const groups: number[] = [];
  const looks = new Map<number, Look>();
  let starts = true;
  let comment = false;
  let code = false;
  for (let index = length; index < lines.length; index++) {
    const line = withoutComment(lines[index] ?? '', comment);
    comment = line.open;
    const read = readLine(line.text);
    if (read === null) {
      if (FENCE.test(line.text)) code = !code;
      starts = true;
      continue;
    }
    if (starts || read.starts) groups.push(parts.length);
    const look = code ? asCode(read.look) : read.look;
    if (look !== undefined) looks.set(parts.length, look);
    parts.push({ place: index + 1, text: read.text, label: null, time: null });
    starts = look?.heading !== undefined;
  }
  const facts: Facts = { ...statedFacts(parts), ...titleOf(parts, looks), ...head };
  return { source: sourceOf('line', parts), facts, notes: [], groups, looks };
}

/** In code nothing is a heading, nor an item of a list. */
function asCode(look: Look | undefined): Look {
  return { ...(look?.strong !== undefined && { strong: look.strong }), code: true };
}

interface ReadLine {
  text: string;
  look: Look | undefined;
  /** Whether it is a paragraph of its own. */
  starts: boolean;
}

/** A line without its marks; null if nothing is left. */
function readLine(line: string): ReadLine | null {
  if (
    line.trim() === '' ||
    RULE.test(line) ||
    FENCE.test(line) ||
    (TABLE_RULE.test(line) && line.includes('--'))
  )
    return null;
  const unquoted = line.replace(QUOTE, '');
  const heading = HEADING.exec(unquoted);
  const item = heading ? null : LIST_ITEM.exec(unquoted);
  const body = unquoted.slice((heading ?? item)?.[0].length ?? 0);
  const isRow = /^\|/u.test(body.trim()) && body.trim().length > 1 && body.trimEnd().endsWith('|');
  const row = isRow ? body.trim().slice(1, -1) : body;
  const { text, strong } = inlineText(row.trimEnd().replace(/\s#{1,6}$/u, ''));
  if (text === '') return null;
  const look: Look = {
    ...(heading && { heading: (heading[1] ?? '').length }),
    ...(item && { listItem: true }),
    ...(item && LINK.test(body.trim()) && { link: true }),
    ...(strong > 0 && { strong }),
  };
  const starts = heading !== null || item !== null || row !== body || /(?: {2}|\\)$/u.test(line);
  return { text, starts, look: Object.keys(look).length > 0 ? look : undefined };
}

function titleOf(parts: readonly SourcePart[], looks: ReadonlyMap<number, Look>): Facts {
  const [first] = [...looks].filter(([, look]) => look.heading === 1);
  const title = first === undefined ? undefined : parts[first[0]]?.text;
  return title === undefined ? {} : { title };
}

/** A line without what is in an HTML comment, and whether one goes on after it. */
function withoutComment(line: string, inside: boolean): { text: string; open: boolean } {
  let text = '';
  let rest = line;
  let open = inside;
  while (rest !== '') {
    const mark = rest.indexOf(open ? '-->' : '<!--');
    if (mark === -1) return { text: open ? text : text + rest, open };
    if (!open) text += rest.slice(0, mark);
    rest = rest.slice(mark + (open ? 3 : 4));
    open = !open;
  }
  return { text, open };
}
