import { Composer, type CST, type Document, isSeq, LineCounter, Parser, parseDocument } from 'yaml';
import type { Steps } from '../steps.ts';

/** A list or map of a YAML text, or the whole of it, with some of its items. */
export interface YamlPart {
  /** Keys and list positions that lead to the list or map. */
  path: YamlPath;
  /** How many items of a list come before. */
  before: number;
  /** What is read, with offsets in the whole text. Items of a list or map that is read in parts of its own are missing. */
  document: Document;
}

/** Keys and list positions that lead to a value. */
export type YamlPath = readonly (string | number)[];

/** A YAML text, read in parts. */
export interface ReadYaml {
  parts: readonly YamlPart[];
  /** What the text contains, as plain values; null if any part has errors. */
  value: unknown;
  /** The line, from 1, for an offset in the text. */
  lineAt: (offset: number) => number;
}

/** A part has at least so many characters, if there are as many, which takes a few milliseconds. */
const PART_LENGTH = 4000;
/** So many tokens are parsed between two pauses. */
const TOKENS_TOGETHER = 500;
/** The library compares every key with every other one, and quotes the whole line with each error. */
const OPTIONS = { uniqueKeys: false, prettyErrors: false, logLevel: 'error' } as const;

/** What may be around a document. */
const BETWEEN: ReadonlySet<string> = new Set(['comment', 'newline', 'space']);

type Collection = CST.BlockMap | CST.BlockSequence | CST.FlowCollection;
type Item = Collection['items'][number];

/**
 * Reads a YAML text, however long its lists and maps are and however deep they lie, pausing often.
 * @param lexemes what the library's `Lexer` makes of the text
 */
export function* readYamlSteps(text: string, lexemes: readonly string[]): Steps<ReadYaml> {
  const lines = new LineCounter();
  const tokens = yield* tokenSteps(lexemes, lines);
  const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line);
  const [whole, ...others] = tokens.filter(({ type }) => !BETWEEN.has(type));
  const parts: YamlPart[] = [];
  const root = whole?.type === 'document' && others.length === 0 ? whole.value : undefined;
  if (whole?.type === 'document' && isCollection(root)) {
    const value = yield* collectionSteps(root, { parts, path: [], end: text.length, around: whole });
    const isSound = parts.every(({ document }) => document.errors.length === 0);
    return { parts, value: isSound ? value : null, lineAt };
  }
  // A single value, several documents, and what is no YAML.
  const document = parseDocument(text, OPTIONS);
  parts.push({ path: [], before: 0, document });
  return { parts, value: document.errors.length === 0 ? document.toJS() : null, lineAt };
}

function* tokenSteps(lexemes: readonly string[], lines: LineCounter): Steps<CST.Token[]> {
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  const tokens: CST.Token[] = [];
  let count = 0;
  for (const lexeme of lexemes) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (++count % TOKENS_TOGETHER === 0) yield;
  }
  for (const token of parser.end()) tokens.push(token);
  return tokens;
}

/** Where a collection is, and where to put the parts that are read. */
interface Place {
  parts: YamlPart[];
  path: YamlPath;
  /** The offset in the text at which the collection ends at the latest. */
  end: number;
  /** What is around the outermost collection. */
  around: Pick<CST.Document, 'start' | 'end'>;
}

/** Reads a collection in parts, and gives its value as far as the parts have no errors. */
function* collectionSteps(collection: Collection, place: Place): Steps<unknown> {
  const values: unknown[] = [];
  let before = 0;
  const groups = groupsOf(collection, place.end);
  for (const [at, { from, to, inner, end }] of groups.entries()) {
    const isLast = at === groups.length - 1;
    // The empty one in its place shows the library whether a collection may stand there.
    const own = inner && { ...inner };
    if (inner) inner.items = [];
    const document = documentOf({
      type: 'document',
      offset: collection.offset,
      start: at === 0 ? place.around.start : [],
      value: itemsOf(collection, from, to),
      ...(isLast && place.around.end && { end: place.around.end }),
    });
    place.parts.push({ path: place.path, before, document });
    const value: unknown = document.errors.length === 0 ? document.toJS() : null;
    yield;
    const key = Array.isArray(value) ? before : Object.keys(value ?? {})[0];
    if (own && key !== undefined) {
      const path = [...place.path, key];
      const inside = yield* collectionSteps(own, { ...place, path, end, around: { start: [] } });
      values.push(Array.isArray(value) ? [inside] : { [key]: inside });
    } else {
      values.push(value);
    }
    if (isSeq(document.contents)) before += document.contents.items.length;
  }
  if (values.every(Array.isArray)) return values.flat(1);
  return Object.fromEntries(values.flatMap((value) => Object.entries(value ?? {})));
}

function documentOf(token: CST.Document): Document {
  const [document] = new Composer(OPTIONS).compose([token], true, token.offset);
  if (!document) throw new Error('The library has made no document of a part of a YAML text.');
  return document;
}

/** Some items of a collection that are read together. */
interface Group {
  /** The place of the first item, and that after the last. */
  from: number;
  to: number;
  /** The collection that is the value of the only item, if it is to be read by itself. */
  inner?: Collection;
  /** The offset in the text at which they end at the latest. */
  end: number;
}

function groupsOf(collection: Collection, end: number): Group[] {
  const groups: Group[] = [];
  const { items } = collection;
  let length = PART_LENGTH;
  for (const [at, item] of items.entries()) {
    const next = at + 1 < items.length ? offsetOf(items[at + 1], end) : end;
    const own = next - offsetOf(item, next);
    const last = groups.at(-1);
    // An item that is not divided from the one before it is an error that only both together show.
    const isDivided = collection.type !== 'flow-collection' || item.start.some(isComma);
    const isLong = own > 2 * PART_LENGTH && isCollection(item.value);
    if (last && (!isDivided || (length < PART_LENGTH && !isLong))) {
      last.to = at + 1;
      last.end = next;
      length += own;
    } else {
      const inner = isLong && isCollection(item.value) ? item.value : undefined;
      groups.push({ from: at, to: at + 1, end: next, ...(inner && { inner }) });
      length = inner ? PART_LENGTH : own;
    }
  }
  // An empty collection is read, too. What was added to a long item stays with all of it.
  const found = groups.length > 0 ? groups : [{ from: 0, to: 0, end }];
  return found.map(({ inner, ...group }) =>
    inner && group.to - group.from === 1 ? { ...group, inner } : group,
  );
}

function itemsOf(collection: Collection, from: number, to: number): Collection {
  // The library measures how long a key is from there.
  const offset = from > 0 ? offsetOf(collection.items[from], collection.offset) : collection.offset;
  switch (collection.type) {
    case 'block-map':
      return { ...collection, offset, items: collection.items.slice(from, to) };
    case 'block-seq':
      return { ...collection, offset, items: collection.items.slice(from, to) };
    case 'flow-collection': {
      const [first, ...others] = collection.items.slice(from, to);
      const start = first?.start.filter((token) => from === 0 || !isComma(token)) ?? [];
      return { ...collection, offset, items: first ? [{ ...first, start }, ...others] : [] };
    }
  }
}

function isComma({ type }: CST.SourceToken): boolean {
  return type === 'comma';
}

function offsetOf(item: Item | undefined, otherwise: number): number {
  const first = item?.start[0] ?? item?.key ?? item?.sep?.[0] ?? item?.value;
  return first?.offset ?? otherwise;
}

function isCollection(token: CST.Token | null | undefined): token is Collection {
  return token?.type === 'block-map' || token?.type === 'block-seq' || token?.type === 'flow-collection';
}
