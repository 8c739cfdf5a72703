import { CST, type Document, isMap, isScalar, isSeq, Lexer, LineCounter, parseDocument, visit } from 'yaml';
import { shorten } from '../language/text.ts';
import type { Steps } from '../steps.ts';
import type { Problems } from './problem.ts';

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

/**
 * Reads YAML as our files use it: plain values, without aliases and tags, nested a few levels deep. A text that is
 * anything else is refused before it is parsed, so that none can take all time or memory. Pauses often: cues for fifty
 * passages take a tenth of a second.
 * @param problems gets what makes the text unusable
 * @param firstLine the line of the file on which the text starts, from 1
 * @returns null if the text cannot be used
 */
export function* yamlSteps(text: string, problems: Problems, firstLine = 1): Steps<ParsedYaml | null> {
  if (yield* refusedSteps(text, problems, firstLine)) return null;
  const read: ReadPart[] = [];
  for (const part of partsOf(text, firstLine)) {
    read.push(readPart(part));
    yield;
  }
  // What is wrong in a part may be right in the whole, and the other way round.
  const parts = areAlike(read) ? read : [readPart({ text, firstLine })];
  const before = problems.errors.length;
  yield* faultSteps(parts, problems);
  if (problems.errors.length > before) return null;
  const value = joinedValue(parts);
  return { value, lineOf: (path) => lineIn(parts, path) ?? firstLine };
}

/** A part of a text that can be parsed by itself. */
interface Part {
  text: string;
  /** The line of the file on which it starts, from 1. */
  firstLine: number;
}

interface ReadPart extends Part {
  document: Document;
  /** Null if the part has errors. */
  value: unknown;
  /** The line of the file, from 1, for an offset in the part. */
  lineAt: (offset: number) => number;
}

/** A part has at least so many characters, which takes a few milliseconds. */
const PART_LENGTH = 4000;
/** A line on which a key of a map at the outermost level stands. */
const KEY = /^[\p{L}\p{N}_]/u;
/** A line on which an item of a list at the outermost level starts. */
const ITEM = /^- /;
/** A line that cannot start anything at the outermost level: empty, indented, a comment. */
const INSIDE = /^(?:$|[ \r#])/;

/** Cuts a long text before keys or items of its outermost level; one that has anything else there stays whole. */
function partsOf(text: string, firstLine: number): Part[] {
  const lines = text.split('\n');
  const first = lines.find((line) => !/^\s*(?:#|$)/.test(line)) ?? '';
  const isList = ITEM.test(first);
  const starts = isList ? ITEM : KEY;
  const goesOn = (line: string) => INSIDE.test(line) || (!isList && ITEM.test(line));
  const canBeCut = starts.test(first) && lines.every((line) => starts.test(line) || goesOn(line));
  if (text.length < 2 * PART_LENGTH || !canBeCut) return [{ text, firstLine }];
  const parts: Part[] = [];
  let from = 0;
  let length = 0;
  for (const [at, line] of lines.entries()) {
    if (length >= PART_LENGTH && starts.test(line)) {
      parts.push({ text: `${lines.slice(from, at).join('\n')}\n`, firstLine: firstLine + from });
      from = at;
      length = 0;
    }
    length += line.length + 1;
  }
  parts.push({ text: lines.slice(from).join('\n'), firstLine: firstLine + from });
  return parts;
}

function readPart({ text, firstLine }: Part): ReadPart {
  const lineCounter = new LineCounter();
  // The library compares every key with every other one, and quotes the whole line with each error.
  const options = { lineCounter, uniqueKeys: false, prettyErrors: false, logLevel: 'error' } as const;
  const document = parseDocument(text, options);
  const lineAt = (offset: number) => firstLine + Math.max(1, lineCounter.linePos(offset).line) - 1;
  const value: unknown = document.errors.length === 0 ? document.toJS() : null;
  return { text, firstLine, document, value, lineAt };
}

/** Whether parts can be joined: all of them maps without errors, or all of them lists. */
function areAlike(parts: readonly ReadPart[]): boolean {
  if (parts.length === 1) return true;
  const areSound = parts.every(({ document }) => document.errors.length === 0);
  const areMaps = parts.every(({ document }) => isMap(document.contents));
  return areSound && (areMaps || parts.every(({ document }) => isSeq(document.contents)));
}

/** Reports what is wrong with parts, as far as anybody corrects it at once. */
function* faultSteps(parts: readonly ReadPart[], problems: Problems): Steps<void> {
  const invalid = parts.flatMap(({ document, lineAt }) =>
    document.errors.map(({ code, message, pos }) => ({ line: lineAt(pos[0]), code, message })),
  );
  for (const { line, code, message } of invalid.slice(0, REPORTED)) {
    problems.report(line, 'yaml-invalid', { code, message: message.replace(/\.$/, '') });
  }
  const outermost = new Set<string>();
  let room = REPORTED - invalid.length;
  for (const { document, lineAt } of parts) {
    for (const { key, offset } of repeatedKeys(document, outermost)) {
      if (room-- > 0) problems.report(lineAt(offset), 'yaml-key-repeated', { key: shorten(key, QUOTED) });
    }
    yield;
  }
}

function joinedValue(parts: readonly ReadPart[]): unknown {
  const values = parts.map(({ value }) => value);
  const [first] = values;
  if (values.length === 1) return first;
  if (Array.isArray(first)) return values.flat(1);
  return Object.fromEntries(values.flatMap((value) => Object.entries(value as object)));
}

/** The line of a value, or of the deepest part of its path that is there; undefined if none is. */
function lineIn(parts: readonly ReadPart[], path: readonly (string | number)[]): number | undefined {
  const [first, ...rest] = path;
  let before = 0;
  for (const { document, lineAt } of parts) {
    const { contents } = document;
    const isList = isSeq(contents) && typeof first === 'number';
    const own = isList ? [first - before, ...rest] : path;
    if (isSeq(contents)) before += contents.items.length;
    for (let length = own.length; length > 0; length--) {
      const node = document.getIn(own.slice(0, length), true);
      const range = (node as { range?: [number, number, number] } | undefined)?.range;
      if (range) return lineAt(range[0]);
    }
  }
  return undefined;
}

/** Whether a text must not be parsed; says why. */
function* refusedSteps(text: string, problems: Problems, firstLine: number): Steps<boolean> {
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
    if (count % TOKENS_TOGETHER === 0) yield;
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
