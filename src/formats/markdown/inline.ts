/** A line's text without marks, and how many signs at its start are set off by them. */
export interface Inline {
  text: string;
  strong: number;
}

const TAG = /^<\/?[a-zA-Z][^<>]{0,300}>/u;
const AUTOLINK = /^<((?:https?|mailto):[^<>\s]{1,500})>/u;
const ENTITY = /^&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|(\w{2,8}));/u;
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
};
const ESCAPED = /^\\([!-/:-@[-`{-~])/u;

/** The text of a line of Markdown: emphasis, code marks, links, pictures and tags are taken off; entities are decoded. */
export function inlineText(line: string): Inline {
  let text = '';
  let strong = 0;
  let open = '';
  let at = 0;
  while (at < line.length) {
    const step = stepAt(line, at, text);
    if (step.mark !== undefined) {
      if (open === '' && /^[\d:.,\s()[\]–—-]*$/u.test(text.slice(0, 30)) && strong === 0) open = step.mark;
      else if (open === step.mark) {
        strong = text.trimStart().length;
        open = '';
      }
    }
    text += step.text;
    at += step.length;
  }
  const trimmed = text.trim();
  return { text: trimmed, strong: Math.min(strong, trimmed.length) };
}

interface Step {
  text: string;
  length: number;
  /** The mark of emphasis that it is. */
  mark?: string;
}

function stepAt(line: string, at: number, before: string): Step {
  const sign = line.charAt(at);
  if (sign === '\\') {
    const escaped = ESCAPED.exec(line.slice(at, at + 2));
    return escaped ? { text: escaped[1] ?? '', length: 2 } : { text: sign, length: 1 };
  }
  if (sign === '*' || sign === '_') return emphasisAt(line, at, before);
  if (sign === '`') return { text: '', length: runOf(line, at, '`') };
  if (sign === '~' && line.charAt(at + 1) === '~') return { text: '', length: 2 };
  if (sign === '!' && line.charAt(at + 1) === '[') return pictureAt(line, at);
  if (sign === '[') return linkAt(line, at);
  if (sign === '<') return tagAt(line, at);
  if (sign === '&') return entityAt(line, at);
  return { text: sign, length: 1 };
}

function runOf(line: string, at: number, sign: string): number {
  let end = at;
  while (line.charAt(end) === sign) end++;
  return end - at;
}

/** A star or underscore is emphasis beside a word; within a word an underscore is none, nor is one with space on both sides. */
function emphasisAt(line: string, at: number, before: string): Step {
  const sign = line.charAt(at);
  const length = runOf(line, at, sign);
  const left = before.slice(-1);
  const right = line.charAt(at + length);
  const inWord = /[\p{L}\p{N}]/u.test(left) && /[\p{L}\p{N}]/u.test(right);
  const alone = /^\s?$/u.test(left) && /^\s?$/u.test(right);
  if (length > 3 || alone || (sign === '_' && inWord)) return { text: line.slice(at, at + length), length };
  return { text: '', length, mark: sign.repeat(length) };
}

/** A link's text or target has no more signs; each bracket that opens costs as many. */
const LONGEST_LINK = 400;

/** Where a bracket that opens at a position closes, within a bound; -1 if it does not. */
function closing(line: string, at: number, open: string, close: string): number {
  let depth = 0;
  for (let end = at; end < line.length && end < at + LONGEST_LINK; end++) {
    const sign = line.charAt(end);
    if (sign === '\\') end++;
    else if (sign === open) depth++;
    else if (sign === close && --depth === 0) return end;
  }
  return -1;
}

function pictureAt(line: string, at: number): Step {
  const end = closing(line, at + 1, '[', ']');
  if (end === -1 || line.charAt(end + 1) !== '(') return { text: '!', length: 1 };
  const target = closing(line, end + 1, '(', ')');
  return target === -1 ? { text: '!', length: 1 } : { text: '', length: target + 1 - at };
}

function linkAt(line: string, at: number): Step {
  const end = closing(line, at, '[', ']');
  const next = line.charAt(end + 1);
  if (end === -1 || (next !== '(' && next !== '[')) return { text: '[', length: 1 };
  const target = closing(line, end + 1, next, next === '(' ? ')' : ']');
  if (
    target === -1 ||
    (next === '(' &&
      /\s\S+\s\S/u.test(line.slice(end + 2, target)) &&
      !/["']/.test(line.slice(end + 2, target)))
  ) {
    return { text: '[', length: 1 };
  }
  return { text: inlineText(line.slice(at + 1, end)).text, length: target + 1 - at };
}

function tagAt(line: string, at: number): Step {
  const rest = line.slice(at, at + 510);
  const link = AUTOLINK.exec(rest);
  if (link) return { text: link[1] ?? '', length: link[0].length };
  const tag = TAG.exec(rest);
  if (!tag) return { text: '<', length: 1 };
  const bold = /^<\/?(?:b|strong|i|em)>$/iu.test(tag[0]);
  return {
    text: /^<br/iu.test(tag[0]) ? ' ' : '',
    length: tag[0].length,
    ...(bold && { mark: tag[0].replace('/', '') }),
  };
}

function entityAt(line: string, at: number): Step {
  const entity = ENTITY.exec(line.slice(at, at + 12));
  if (!entity) return { text: '&', length: 1 };
  const [whole, decimal, hexadecimal, name] = entity;
  const code =
    decimal !== undefined
      ? Number(decimal)
      : hexadecimal !== undefined
        ? Number.parseInt(hexadecimal, 16)
        : null;
  if (code !== null)
    return { text: code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole, length: whole.length };
  return { text: NAMED[name ?? ''] ?? whole, length: whole.length };
}
