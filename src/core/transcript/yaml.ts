import { CST, type Document, isCollection, isMap, isNode, isScalar, isSeq, Lexer, visit } from 'yaml';
import { linesOf, shorten } from '../language/text.ts';
import type { Steps } from '../steps.ts';
import type { Problems } from './problem.ts';
import { faultyLine } from './yaml-lines.ts';
import { readYamlSteps, type YamlPart, type YamlPath } from './yaml-parts.ts';

/** A YAML text that was read. */
export interface ParsedYaml {
  /** What it contains, as plain values. */
  value: unknown;
  /**
   * The line of the file, from 1, of the value that keys and list positions lead to; of the deepest part of the path that
   * is there, since a missing key is reported where it belongs.
   */
  lineOf: (path: readonly (string | number)[]) => number;
}

/** Our deepest value, a form of a speaker's name, lies 5 deep. The parser calls itself once for each level. */
const DEPTH = 16;
/** The first seminar's cues, many for their length, have 15,000 tokens. A token costs about half a kilobyte. */
const TOKENS = 200_000;
/** So many tokens are looked at between two pauses. */
const TOKENS_TOGETHER = 500;
/** Nobody corrects more than this before checking again. */
const REPORTED = 20;
/** So many characters of an offending token or key are quoted. */
const QUOTED = 40;
/** So many of a line that should be written. */
const QUOTED_LINE = 200;

/**
 * Reads YAML as our files use it: plain values, without aliases and tags, nested a few levels deep. A text that is
 * anything else is refused before it is parsed, so that none can take all time or memory. Pauses often: cues for fifty
 * passages take a tenth of a second.
 * @param problems gets what makes the text unusable
 * @param firstLine the line of the file on which the text starts, from 1
 * @returns null if the text cannot be used
 */
export function* yamlSteps(text: string, problems: Problems, firstLine = 1): Steps<ParsedYaml | null> {
  const lexemes = yield* lexemeSteps(text, problems, firstLine);
  if (lexemes === null) return null;
  const { parts, value, lineAt } = yield* readYamlSteps(text, lexemes);
  const lineOfOffset = (offset: number) => firstLine + lineAt(offset) - 1;
  const before = problems.errors.length;
  yield* faultSteps(parts, { text, firstLine, lineAt: lineOfOffset }, problems);
  if (problems.errors.length > before) return null;
  const offsetOf = yield* offsetFinderSteps(parts);
  return {
    value,
    lineOf: (path) => {
      const offset = offsetOf(path);
      return offset === undefined ? firstLine : lineOfOffset(offset);
    },
  };
}

/** Reports what is wrong with parts, as far as anybody corrects it at once. */
function* faultSteps(
  parts: readonly YamlPart[],
  { text, firstLine, lineAt }: { text: string; firstLine: number; lineAt: (offset: number) => number },
  problems: Problems,
): Steps<void> {
  const invalid = parts.flatMap(({ document }) => document.errors).slice(0, REPORTED);
  // One line that is written wrongly makes several faults, often on the lines after it.
  const rewritten = new Set<number>();
  const lines = invalid.length > 0 ? linesOf(text) : [];
  for (const { code, message, pos } of invalid) {
    const line = lineAt(pos[0]);
    const cause = faultyLine(lines, line - firstLine);
    if (cause && rewritten.has(cause.at)) continue;
    if (cause) {
      rewritten.add(cause.at);
      const { fault, write } = cause;
      problems.report(firstLine + cause.at, 'yaml-line', { fault, write: write.slice(0, QUOTED_LINE) });
    } else {
      problems.report(line, 'yaml-invalid', { code, message: message.replace(/\.$/, '') });
    }
  }
  const outermost = new Map<string, Set<string>>();
  let room = REPORTED - invalid.length;
  for (const { path, document } of parts) {
    const known = outermost.get(JSON.stringify(path)) ?? new Set();
    outermost.set(JSON.stringify(path), known);
    for (const { key, offset } of repeatedKeys(document, known)) {
      if (room-- > 0) problems.report(lineAt(offset), 'yaml-key-repeated', { key: shorten(key, QUOTED) });
    }
    yield;
  }
}

/**
 * Makes a function that gives the offset of a value, or of the deepest part of its path that is there. It looks up what
 * the parts consist of, since the library compares a key with every key of a map.
 */
function* offsetFinderSteps(parts: readonly YamlPart[]): Steps<(path: YamlPath) => number | undefined> {
  const values = new Map<string, unknown>();
  for (const { path, before, document } of parts) {
    const { contents } = document;
    const entries = isMap(contents)
      ? contents.items.map(({ key, value }) => [isScalar(key) ? String(key.value) : '', value] as const)
      : isSeq(contents)
        ? contents.items.map((item, at) => [before + at, item] as const)
        : [];
    for (const [key, value] of entries) values.set(JSON.stringify([...path, key]), value);
    yield;
  }
  const offsetAt = (path: YamlPath) => {
    for (let length = path.length; length > 0; length--) {
      const value = values.get(JSON.stringify(path.slice(0, length)));
      const rest = path.slice(length);
      const node = rest.length > 0 && isCollection(value) ? value.getIn(rest, true) : value;
      if ((rest.length === 0 || node !== value) && isNode(node) && node.range) return node.range[0];
    }
    return undefined;
  };
  return (path) => {
    for (let length = path.length; length > 0; length--) {
      const offset = offsetAt(path.slice(0, length));
      if (offset !== undefined) return offset;
    }
    return undefined;
  };
}

/** What the library's lexer makes of a text; null if it must not be parsed, and says why. */
function* lexemeSteps(text: string, problems: Problems, firstLine: number): Steps<string[] | null> {
  const lexemes: string[] = [];
  const depthAfter = nestingCounter();
  let line = firstLine;
  let count = 0;
  let isScalarNext = false;
  for (const token of new Lexer().lex(text)) {
    lexemes.push(token);
    // The text of a scalar comes after a mark, and may look like any other token.
    const type: string | null = isScalarNext ? 'scalar' : CST.tokenType(token);
    isScalarNext = !isScalarNext && type === 'scalar';
    if (isScalarNext) continue;
    if (type === 'alias' || type === 'tag') {
      problems.report(line, 'yaml-alias-or-tag', { found: shorten(token, QUOTED) });
      return null;
    }
    if (depthAfter(token, type) > DEPTH) {
      problems.report(line, 'yaml-too-deep', { most: DEPTH });
      return null;
    }
    if (++count > TOKENS) {
      problems.report(line, 'yaml-too-long', { most: TOKENS });
      return null;
    }
    for (let at = token.indexOf('\n'); at >= 0; at = token.indexOf('\n', at + 1)) line++;
    if (count % TOKENS_TOGETHER === 0) yield;
  }
  return lexemes;
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

/**
 * Each key that its map has already.
 * @param outermost the keys that the outermost map has in earlier parts; gets those of this one
 */
function repeatedKeys(document: Document, outermost: Set<string>): { key: string; offset: number }[] {
  const found: { key: string; offset: number }[] = [];
  visit(document, {
    Map: (_, map) => {
      const seen = map === document.contents ? outermost : new Set<string>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        if (seen.has(name)) found.push({ key: name, offset: key.range?.[0] ?? 0 });
        seen.add(name);
      }
    },
  });
  return found;
}
