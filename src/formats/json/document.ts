import { FormatError } from '../format.ts';
import { isRecord } from './fields.ts';
import type { JsonKind } from './kind.ts';
import { JSON_KINDS } from './kinds.ts';
import { listed } from './listed.ts';
import { plainText } from './openai.ts';
import type { Reading } from './utterances.ts';

/** A value that was read, and by which kind. */
export interface KindReading {
  kind: JsonKind;
  reading: Reading;
}

/** What people know of the kinds. */
const KNOWN =
  'Whisper, WhisperX, OpenAI, AssemblyAI, Deepgram, AWS Transcribe, Google, Azure, Rev, Speechmatics, Kaldi, or with a list of texts and speakers';

/** How deep inside of other objects, and among how many, a transcript is looked for: `{"data": {"result": {…}}}`. */
const DEEPEST = 5;
const MOST_VALUES = 2_000;

/**
 * Reads JSON of any kind that is known.
 * @param id the kind that it was read as before, so that a check reads it in the same way
 * @throws FormatError if it is no JSON, or of no kind that is known, with the keys that were seen
 */
export function readDocument(text: string, id?: string): KindReading {
  const value = parsed(text);
  const kinds = JSON_KINDS.filter((kind) => id === undefined || kind.id === id);
  // What fits anything with texts in it has to wait until nothing fits exactly, however deep.
  const isVague = (kind: JsonKind) => kind === listed || kind === plainText;
  const rounds = [kinds.filter((kind) => !isVague(kind)), ...kinds.filter(isVague).map((kind) => [kind])];
  for (const round of rounds) {
    const found = longest(value, round);
    if (found) return found;
  }
  const [asked] = id === undefined ? [] : kinds;
  if (asked)
    throw new FormatError(
      `The file is not ${asked.name} any more: it is ${described(value)}. Put it back as it was imported, or import it again.`,
    );
  const empty = kinds.find((kind) => !isVague(kind) && kind.read(value) !== null);
  if (empty)
    throw new FormatError(`The file is ${empty.name}, but there are no words in it: ${described(value)}.`);
  throw new FormatError(
    `The file is JSON, but of no kind that is known: ${described(value)}. Save the transcript as text, VTT or SRT, or as JSON of ${KNOWN}.`,
  );
}

/** The transcript nearest to the outside; of several at one depth the longest, with a note. */
function longest(value: unknown, kinds: readonly JsonKind[]): KindReading | null {
  let level: unknown[] = [value];
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth++) {
    const found = level.flatMap((each) => reading(each, kinds) ?? []);
    const [best] = found.sort((a, b) => lengthOf(b) - lengthOf(a));
    if (best) return found.length === 1 ? best : withNote(best, found.length);
    level = level.flatMap(inside).slice(0, MOST_VALUES);
  }
  return null;
}

function inside(value: unknown): unknown[] {
  if (isRecord(value))
    return Object.values(value).filter((each) => typeof each === 'object' && each !== null);
  return Array.isArray(value) && value.length === 1 ? value : [];
}

/** A value as the first kind reads it that finds words in it; a list as all that is in it, one after the other. */
function reading(value: unknown, kinds: readonly JsonKind[]): KindReading | null {
  for (const kind of kinds) {
    const found = kind.read(value) ?? allOf(value, kind);
    if (found && lengthOf({ kind, reading: found }) > 0) return { kind, reading: found };
  }
  return null;
}

function allOf(value: unknown, kind: JsonKind): Reading | null {
  if (!Array.isArray(value) || value.length < 2) return null;
  const all: Reading[] = [];
  for (const each of value) {
    const found = kind.read(each);
    if (!found) return null;
    all.push(found);
  }
  return { utterances: all.flatMap(({ utterances }) => utterances), facts: all[0]?.facts ?? {} };
}

function lengthOf({ reading: { utterances } }: KindReading): number {
  return utterances.reduce((length, { text }) => length + text.trim().length, 0);
}

function withNote(best: KindReading, count: number): KindReading {
  const note = `The file has ${count} transcripts, and the longest was read. Import the others from files of their own.`;
  return { ...best, reading: { ...best.reading, notes: [...(best.reading.notes ?? []), note] } };
}

/** The keys of a value for people, at most two levels deep. */
function described(value: unknown): string {
  if (Array.isArray(value))
    return `a list of ${value.length}${value.length > 0 ? `, of which the first is ${described(value[0])}` : ''}`;
  if (!isRecord(value)) return value === null ? 'null' : `a ${typeof value}`;
  const keys = Object.keys(value);
  if (keys.length === 0) return 'an object without keys';
  const shown = keys.slice(0, 8).map((key) => `"${key.slice(0, 40)}"`);
  return `an object with ${keys.length === 1 ? 'the key' : 'the keys'} ${shown.join(', ')}${keys.length > 8 ? ` and ${keys.length - 8} more` : ''}`;
}

function parsed(text: string): unknown {
  const json = text.replace(/^\uFEFF/, '');
  try {
    return JSON.parse(json);
  } catch (error) {
    const value = parsedLeniently(json);
    if (value !== undefined) return value;
    throw new FormatError(
      `The file begins like JSON, but it cannot be read as such${whereIn(json, error)}. It may have been cut off: save it again.`,
    );
  }
}

/** JSON as Python writes it, with NaN, or with a value on each line; undefined if it is neither. */
function parsedLeniently(json: string): unknown {
  const plain = withoutNaN(json);
  try {
    return JSON.parse(plain);
  } catch {
    const lines = plain.split('\n').filter((line) => line.trim() !== '');
    if (lines.length < 2) return undefined;
    try {
      return lines.map((line): unknown => JSON.parse(line));
    } catch {
      return undefined;
    }
  }
}

/** Puts null for what is a number to Python and not to JSON: NaN, Infinity and -Infinity outside of texts. */
function withoutNaN(json: string): string {
  if (!/NaN|Infinity/.test(json)) return json;
  const pieces: string[] = [];
  let from = 0;
  while (from < json.length) {
    const quote = json.indexOf('"', from);
    const end = quote === -1 ? json.length : quote;
    pieces.push(json.slice(from, end).replaceAll(/-?(?:NaN|Infinity)\b/g, 'null'));
    if (quote === -1) break;
    from = endOfText(json, quote);
    pieces.push(json.slice(quote, from));
  }
  return pieces.join('');
}

/** Where the text that begins with the quotation mark at an offset has ended. */
function endOfText(json: string, start: number): number {
  for (let at = start + 1; at < json.length; at++) {
    const char = json[at];
    if (char === '\\') at++;
    else if (char === '"') return at + 1;
  }
  return json.length;
}

function whereIn(json: string, error: unknown): string {
  const position = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined;
  const at = position === undefined ? json.length : Number(position);
  return ` from line ${json.slice(0, at).split('\n').length} on`;
}
