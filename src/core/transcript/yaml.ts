import { CST, type Document, isScalar, Lexer, LineCounter, parseDocument, visit } from 'yaml';

/** What is wrong with a YAML text, without the name of its file. */
export interface YamlFault {
  /** From 1, in the text. */
  line: number;
  what: string;
  remedy: string;
}

/** A YAML text that was read, and where its parts stand. */
export interface ParsedYaml {
  document: Document;
  /** Empty where the document can be used. */
  faults: YamlFault[];
  /** The line, from 1, of an offset in the text. */
  lineAt: (offset: number) => number;
}

/** Our deepest value, a form of a speaker's name, lies 5 deep. The parser calls itself once for each level. */
const DEPTH = 16;
/** The first seminar's cues, many for their length, have 15,000 tokens. A token costs about half a kilobyte. */
const TOKENS = 200_000;
/** Whoever has mended this many looks again. */
const FAULTS = 20;

const REMEDY = 'Compare it with the example in corpus/README.md; a value with a colon needs quotation marks.';

/**
 * Reads YAML as our files use it: plain values, without aliases and tags, nested a few levels deep. A text
 * that is anything else is refused before it is parsed, so that none can take all time or memory.
 */
export function parseYaml(text: string): ParsedYaml {
  const refusal = refused(text);
  const lineCounter = new LineCounter();
  // The library compares every key with every other one, and quotes the whole line with each error.
  const options = { lineCounter, uniqueKeys: false, prettyErrors: false, logLevel: 'error' } as const;
  const document = parseDocument(refusal ? '' : text, options);
  const lineAt = (offset: number) => Math.max(1, lineCounter.linePos(offset).line);
  if (refusal) return { document, faults: [refusal], lineAt };
  const invalid = document.errors.map(({ pos, message }) => ({ offset: pos[0], message }));
  const faults = [...invalid, ...repeatedKeys(document)].slice(0, FAULTS);
  return {
    document,
    faults: faults.map(({ offset, message }) => {
      return { line: lineAt(offset), what: `Not valid YAML: ${message.replace(/\.$/, '')}.`, remedy: REMEDY };
    }),
    lineAt,
  };
}

/** The reason why a text is not parsed; null where it may be. */
function refused(text: string): YamlFault | null {
  const nesting = nestingCounter();
  let line = 1;
  let count = 0;
  let isScalarNext = false;
  for (const token of new Lexer().lex(text)) {
    // The text of a scalar comes after a mark, and may look like any other token.
    const type: string | null = isScalarNext ? 'scalar' : CST.tokenType(token);
    isScalarNext = !isScalarNext && type === 'scalar';
    if (isScalarNext) continue;
    if (type === 'alias' || type === 'tag') {
      const what = `"${token.slice(0, 40)}" is an alias or a tag of YAML, which are not used here.`;
      return {
        line,
        what,
        remedy: 'Write each value out; one that starts with * or ! needs quotation marks.',
      };
    }
    if (nesting(token, type) > DEPTH) {
      const what = `Values are nested more than ${DEPTH} deep.`;
      return { line, what, remedy: 'Write them as the example in corpus/README.md.' };
    }
    if (++count > TOKENS) {
      const what = `The YAML has more than ${TOKENS} words and signs.`;
      return { line, what, remedy: 'Take out what is too much, or split the seminar into several.' };
    }
    for (let at = token.indexOf('\n'); at >= 0; at = token.indexOf('\n', at + 1)) line++;
  }
  return null;
}

/** Counts how deep values are nested after each token: by brackets, by signs in one line, and by indentation. */
function nestingCounter(): (token: string, type: string | null) => number {
  /** The columns at which the lines start that the present one stands below. */
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

/** Each key that stands in its map already. */
function repeatedKeys(document: Document): { offset: number; message: string }[] {
  const found: { offset: number; message: string }[] = [];
  visit(document, {
    Map: (_, { items }) => {
      const seen = new Set<string>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        if (seen.has(name))
          found.push({ offset: key.range?.[0] ?? 0, message: `"${name.slice(0, 40)}" stands twice` });
        seen.add(name);
      }
    },
  });
  return found;
}
