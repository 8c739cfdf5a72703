import { CST, type Document, isScalar, Lexer, LineCounter, parseDocument, visit } from 'yaml';
import { shorten } from '../language/text.ts';
import type { Problems } from './problem.ts';

/** A YAML text that was read, and where its parts are. */
export interface ParsedYaml {
  document: Document;
  /** The line of the file, from 1, for an offset in the text. */
  lineAt: (offset: number) => number;
}

/** Our deepest value, a form of a speaker's name, lies 5 deep. The parser calls itself once for each level. */
const DEPTH = 16;
/** The first seminar's cues, many for their length, have 15,000 tokens. A token costs about half a kilobyte. */
const TOKENS = 200_000;
/** Nobody corrects more than this before checking again. */
const REPORTED = 20;
/** So many characters of an offending token or key are quoted. */
const QUOTED = 40;

/**
 * Reads YAML as our files use it: plain values, without aliases and tags, nested a few levels deep. A text
 * that is anything else is refused before it is parsed, so that none can take all time or memory.
 * @param problems gets what makes the text unusable
 * @param firstLine the line of the file on which the text starts, from 1
 * @returns null if the text cannot be used
 */
export function parseYaml(text: string, problems: Problems, firstLine = 1): ParsedYaml | null {
  if (isRefused(text, problems, firstLine)) return null;
  const before = problems.errors.length;
  const lineCounter = new LineCounter();
  const lineAt = (offset: number) => firstLine + Math.max(1, lineCounter.linePos(offset).line) - 1;
  // The library compares every key with every other one, and quotes the whole line with each error.
  const options = { lineCounter, uniqueKeys: false, prettyErrors: false, logLevel: 'error' } as const;
  const document = parseDocument(text, options);
  for (const { code, message, pos } of document.errors.slice(0, REPORTED)) {
    problems.report(lineAt(pos[0]), 'yaml-invalid', { code, message: message.replace(/\.$/, '') });
  }
  const room = Math.max(0, REPORTED - document.errors.length);
  for (const { key, offset } of repeatedKeys(document).slice(0, room)) {
    problems.report(lineAt(offset), 'yaml-key-repeated', { key: shorten(key, QUOTED) });
  }
  return problems.errors.length > before ? null : { document, lineAt };
}

/** Whether a text must not be parsed; says why. */
function isRefused(text: string, problems: Problems, firstLine: number): boolean {
  const depthAfter = nestingCounter();
  let line = firstLine;
  let count = 0;
  let isScalarNext = false;
  for (const token of new Lexer().lex(text)) {
    // The text of a scalar comes after a mark, and may look like any other token.
    const type: string | null = isScalarNext ? 'scalar' : CST.tokenType(token);
    isScalarNext = !isScalarNext && type === 'scalar';
    if (isScalarNext) continue;
    if (type === 'alias' || type === 'tag') {
      problems.report(line, 'yaml-alias-or-tag', { found: shorten(token, QUOTED) });
      return true;
    }
    if (depthAfter(token, type) > DEPTH) {
      problems.report(line, 'yaml-too-deep', { most: DEPTH });
      return true;
    }
    if (++count > TOKENS) {
      problems.report(line, 'yaml-too-long', { most: TOKENS });
      return true;
    }
    for (let at = token.indexOf('\n'); at >= 0; at = token.indexOf('\n', at + 1)) line++;
  }
  return false;
}

/** Counts how deep values are nested after each token: by brackets, by signs in one line, and by indentation. */
function nestingCounter(): (token: string, type: string | null) => number {
  /** The columns at which the lines above start that the present line is nested in. */
  const columns: number[] = [];
  let brackets = 0;
  let signs = 0;
  let column: number | null = 0;
  return (token, type) => {
    if (token.endsWith('\n')) {
      column = 0;
      signs = 0;
    } else if (type === 'space') {
      if (column !== null) column += token.length;
    } else {
      if (column !== null && brackets === 0 && type !== 'comment') {
        while ((columns.at(-1) ?? -1) >= column) columns.pop();
        columns.push(column);
      }
      column = null;
      if (type === 'flow-map-start' || type === 'flow-seq-start') brackets++;
      if (type === 'flow-map-end' || type === 'flow-seq-end') brackets = Math.max(0, brackets - 1);
      if (type === 'seq-item-ind' || type === 'explicit-key-ind' || type === 'anchor') signs++;
    }
    return columns.length + brackets + signs;
  };
}

/** Each key that its map has already. */
function repeatedKeys(document: Document): { key: string; offset: number }[] {
  const found: { key: string; offset: number }[] = [];
  visit(document, {
    Map: (_, { items }) => {
      const seen = new Set<string>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        if (seen.has(name)) found.push({ key: name, offset: key.range?.[0] ?? 0 });
        seen.add(name);
      }
    },
  });
  return found;
}
