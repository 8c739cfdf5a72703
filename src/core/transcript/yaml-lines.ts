/** What is wrong with a line that is no YAML, in the kinds of faults that people make by hand. */
export const LINE_FAULTS = [
  'tab',
  'wide-colon',
  'no-space',
  'no-colon',
  'colon-in-value',
  'open-quote',
  'reserved-mark',
  'indented',
] as const;
export type LineFault = (typeof LINE_FAULTS)[number];

/** A line that a person has to write anew. */
export interface FaultyLine {
  /** Its place among the lines, from 0. */
  at: number;
  fault: LineFault;
  /** The line as it should be. */
  write: string;
}

/** A longer line is not what somebody wrote by hand, and looking through it takes time. */
const LINE_LENGTH = 500;

/** A parser notices most faults on the same line, or on the next one that is not empty. */
const NEAR = 2;

/** What comes before a value: white space, the mark of a list's item, a key with its colon. */
const KEY = /^(\s*(?:- +)?)([\w-]+)(\s*:\s+)(\S.*)$/;

/**
 * Finds the line that makes a text no YAML, near the one at which the parser noticed.
 * @param at where it noticed, from 0; the cause is there or before
 */
export function faultyLine(lines: readonly string[], at: number): FaultyLine | null {
  const last = Math.min(at, lines.length - 1);
  for (let near = last; near >= 0; near--) {
    const found = faultOf(lines, near);
    // Only a quotation that is not closed is noticed long after it.
    if (found && (last - near <= NEAR || found.fault === 'open-quote')) return { at: near, ...found };
  }
  // What is indented too far is noticed on the line before it.
  const next = faultOf(lines, at + 1);
  return next && { at: at + 1, ...next };
}

function faultOf(lines: readonly string[], at: number): Omit<FaultyLine, 'at'> | null {
  const line = (lines[at] ?? '').trimEnd();
  if (line.length > LINE_LENGTH || line.trim() === '' || line.trimStart().startsWith('#')) return null;
  if (/^ *\t/.test(line)) return { fault: 'tab', write: withoutTabs(line) };
  const wide = /^(\s*(?:- +)?\w[\w-]*)\s*\uFF1A\s*(\S.*)?$/u.exec(line);
  if (wide) return { fault: 'wide-colon', write: `${wide[1]}: ${plain(wide[2] ?? '')}`.trimEnd() };
  const glued = /^(\s*(?:- +)?[a-zA-Z-]+):(?![\s/])(.+)$/.exec(line);
  if (glued) return { fault: 'no-space', write: `${glued[1]}: ${plain(glued[2] ?? '')}` };
  const bare = /^([a-zA-Z][a-zA-Z-]*)(?: +(\S.*)?)?$/.exec(line);
  if (bare && !line.includes(': ') && !line.endsWith(':'))
    return { fault: 'no-colon', write: `${bare[1]}: ${plain(bare[2] ?? '')}`.trimEnd() };
  return valueFaultOf(line) ?? indentFaultOf(line, lines[at - 1] ?? '');
}

/** What is wrong with the value behind a key or the mark of a list's item. */
function valueFaultOf(line: string): Omit<FaultyLine, 'at'> | null {
  const [, before = '', key = '', colon = '', value = ''] =
    KEY.exec(line) ?? /^(\s*- +)()()(\S.*)$/.exec(line) ?? [];
  if (value === '') return null;
  const write = (text: string) => ({ write: `${before}${key}${colon}${quoted(text)}` });
  const quote = /^["']/.exec(value)?.[0];
  if (quote !== undefined) {
    const closing = value.indexOf(quote, 1);
    if (closing < 0) return { fault: 'open-quote', ...write(value.slice(1)) };
    const goesOn = /^\s+[^\s#]/.test(value.slice(closing + 1)) && !value.endsWith(quote);
    return goesOn ? { fault: 'reserved-mark', ...write(value) } : null;
  }
  if (/^[@`%]|^\[[^\]]*\] *[^\s#]/.test(value)) return { fault: 'reserved-mark', ...write(value) };
  const isFlow = /^[[{]/.test(value);
  return key !== '' && !isFlow && /:(?:\s|$)/.test(value)
    ? { fault: 'colon-in-value', ...write(value) }
    : null;
}

/** A key further in than the key with a value above it. */
function indentFaultOf(line: string, above: string): Omit<FaultyLine, 'at'> | null {
  const indent = (text: string) => text.length - text.trimStart().length;
  const isDeeper = indent(line) > indent(above);
  if (!isDeeper || !/^\s*[\w-]+:/.test(line) || !/^\s*[\w-]+: +[^\s|>#]/.test(above)) return null;
  return { fault: 'indented', write: ' '.repeat(indent(above)) + line.trim() };
}

function withoutTabs(line: string): string {
  const [space = ''] = /^\s*/.exec(line) ?? [];
  return space.replaceAll('\t', '  ') + line.trimStart();
}

/** A value as YAML takes it: in quotation marks if it needs them. */
export function plain(value: string): string {
  if (value === '') return '';
  const isSafe = /^[\p{L}\p{N}(“「《][^\n]*$/u.test(value) && !/:(?:\s|$)|\s#|^[\d.,+-]+$/.test(value);
  const isWord = /^(?:true|false|null|yes|no|on|off)$/i.test(value);
  return isSafe && !isWord ? value : quoted(value);
}

function quoted(value: string): string {
  if (value.includes('"') && !value.includes("'")) return `'${value}'`;
  return `"${value.replace(/["\\]/g, '\\$&')}"`;
}
