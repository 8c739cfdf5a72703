// Node reads all that is imported by name before it runs anything, and one that is too old stops at this package's regular
// expressions: so it would never come to node-version.js, which says what is wrong.
const { default: stringWidth } = await import('string-width');

/** Codes that turn bold or dim text on and off again. */
const ESCAPE = '\u001B';
const STYLES = new RegExp(`(${ESCAPE}\\[\\d+m)`);
const END_OF_STYLE = `${ESCAPE}[22m`;

/** Signs that begin no line. Some are not called punctuation, and a wide space is as good as a break. */
const NOT_FIRST = /^[\p{Pe}\p{Pf}\p{Po}\p{Pd}\u2103\u3005\u30FC\u3000\uFF5E]/u;
/** Signs that end no line. An amount stands with its currency. */
const NOT_LAST = /^[\p{Ps}\p{Pi}\p{Sc}]/u;
/** Signs that open as well as close: they stay with what is on either side. */
const EITHER = /^["'*]/;

/** A line's indentation, and the dash of an item or the number of an excerpt. */
const BEGINNING = /^( *)((?:- |\d{1,4}\. )?)/;

/** Indentation may take up this part of a line, so that there is room for words. */
const MOST_INDENTED = 1 / 4;

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** What is never broken: a word, or a Chinese character with the punctuation that belongs to it. */
interface Piece {
  /** With codes for styles. */
  text: string;
  /** In columns. */
  width: number;
  /** The spaces before it, which go if a line begins with it. */
  gap: string;
}

interface Character {
  text: string;
  /** In columns. */
  width: number;
}

const NOTHING: Character = { text: '', width: 0 };

/**
 * Breaks lines where a terminal would cut through words: at spaces and between Chinese characters, but not before closing
 * punctuation nor after opening. A line goes on below its own first word, behind its indentation, dash or number. Bold
 * and dim text goes on, but not through the indentation. A word that is longer than a line is left whole. What is broken
 * already stays as it is.
 * @param columns the width of the terminal in columns, at least 1; a Chinese character or an emoji takes two
 */
export function wrapped(text: string, columns: number): string {
  return (
    text
      .split('\n')
      // Nothing takes more than two columns for each unit of UTF-16.
      .map((line) => (line.length * 2 > columns ? broken(line, columns) : line))
      .join('\n')
  );
}

function broken(line: string, columns: number): string {
  const [, before = '', mark = ''] = BEGINNING.exec(line) ?? [];
  const indent = before.slice(0, Math.floor(columns * MOST_INDENTED));
  const hang = ' '.repeat(indent.length + mark.length);
  const pieces = piecesOf(line.slice(before.length));
  const width = pieces.reduce((total, piece) => total + piece.gap.length + piece.width, before.length);
  if (width <= columns) return line;
  let style = '';
  let filled = indent.length;
  let lines = indent;
  for (const { text, width, gap } of pieces) {
    const isFirst = filled <= hang.length;
    if (!isFirst && filled + gap.length + width > columns) {
      lines += `${style === '' ? '' : END_OF_STYLE}\n${hang}${style}${text}`;
      filled = hang.length + width;
    } else {
      lines += gap + text;
      filled += gap.length + width;
    }
    style = styleAfter(text, style);
  }
  return lines;
}

/** The code of the style that is on after a text, empty if none is. */
function styleAfter(text: string, before: string): string {
  const [last = before] = text
    .split(STYLES)
    .filter((_, at) => at % 2 === 1)
    .slice(-1);
  return last === END_OF_STYLE ? '' : last;
}

/** Cuts a line wherever it may be broken. */
function piecesOf(line: string): Piece[] {
  const pieces: Piece[] = [];
  let piece: Piece = { text: '', width: 0, gap: '' };
  let last = NOTHING;
  // A style that begins goes with what follows.
  let begun = '';
  const cut = (gap: string) => {
    if (piece.text !== '') pieces.push(piece);
    piece = { text: '', width: 0, gap };
    last = NOTHING;
  };
  for (const [at, part] of line.split(STYLES).entries()) {
    if (at % 2 === 1) {
      if (part === END_OF_STYLE) piece.text += part;
      else begun += part;
      continue;
    }
    for (const segment of charactersOf(part)) {
      if (segment === ' ') {
        cut(piece.text === '' ? `${piece.gap} ` : ' ');
        continue;
      }
      const next = { text: segment, width: widthOf(segment) };
      if (mayBreak(last, next)) cut('');
      piece.text += begun + segment;
      piece.width += next.width;
      begun = '';
      last = next;
    }
  }
  piece.text += begun;
  cut('');
  return pieces;
}

/** So many UTF-16 units are handed to the segmenter at once: it takes long for each character of a long text. */
const SEGMENTED = 200;

/** The characters of a text as people count them. */
function charactersOf(text: string): string[] {
  return text
    .split(/(?=[ -~\p{Script=Han}\u3001-\u3029\uFF01-\uFF5E])/u)
    .flatMap((part) => (part.length === 1 ? part : segmentsOf(part)));
}

/** The characters of a text, segmented in windows. The last character of a window may go on, and begins the next. */
function segmentsOf(text: string): string[] {
  const found: string[] = [];
  let [from, length] = [0, SEGMENTED];
  while (from < text.length) {
    const window = Array.from(characters.segment(text.slice(from, from + length)), ({ segment }) => segment);
    const isLast = from + length >= text.length;
    const whole = isLast ? window : window.slice(0, -1);
    for (const character of whole) {
      found.push(character);
      from += character.length;
    }
    length = whole.length === 0 ? 2 * length : SEGMENTED;
  }
  return found;
}

/** Most texts have nothing but these: ASCII, Chinese with its marks, curly quotation marks and dashes. */
const PLAIN = /^[ -~\u00B7\u2013-\u201D\u2026\p{Script=Han}\u3001-\u3011\uFF01-\uFF5E]*$/u;
/** Those of them that take two columns, as pairs of UTF-16 units too. */
const WIDE = /[\p{Script=Han}\u3001-\u3011\uFF01-\uFF5E]/gu;

/** The columns that a text takes in one line: a Chinese character or an emoji takes two. */
export function columnsOf(text: string): number {
  if (PLAIN.test(text)) {
    const wide = text.match(WIDE) ?? [];
    // A rare character is a pair already.
    return text.length + wide.filter((character) => character.length === 1).length;
  }
  return charactersOf(text).reduce(
    (total, character) => total + (character === ' ' ? 1 : widthOf(character)),
    0,
  );
}

/** The columns of one character. Most are ASCII or Chinese, and string-width takes its time. */
function widthOf(character: string): number {
  if (/^[!-~]$/.test(character)) return 1;
  return /^\p{Script=Han}$/u.test(character) ? 2 : stringWidth(character);
}

/** Whether a line may end between two characters that have no space between them: one of them must be wide. */
function mayBreak(before: Character, after: Character): boolean {
  if (before.text === '' || Math.max(before.width, after.width) < 2) return false;
  return !(
    NOT_LAST.test(before.text) ||
    NOT_FIRST.test(after.text) ||
    EITHER.test(before.text) ||
    EITHER.test(after.text)
  );
}
