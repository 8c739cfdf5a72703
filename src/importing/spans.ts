import { type Span, sentences } from '../core/language/sentences.ts';
import { partAt, type Source, sourceOf } from '../core/transcript/source.ts';
import type { Piece, Recording } from '../formats/format.ts';

/** A piece of a recording with its place in the text of the source. */
export interface Said {
  piece: Piece;
  /** UTF-16 offsets in the text of the source; no white space at the ends. */
  start: number;
  end: number;
}

/** A recording without what is nobody's words. */
export interface Kept {
  /** The parts that are somebody's. */
  source: Source;
  /** In order; each word of `source` in exactly one, but for labels. */
  said: readonly Said[];
}

/** A letter or a digit: what a transcript may not lose. */
const WORD = /[\p{L}\p{N}]/u;
const WORDLESS = /[^\p{L}\p{N}]/gu;

/**
 * The pieces of a recording by their places in the text of the parts that are not left out. Words that are in no piece and
 * no label become pieces of an unknown speaker: a reader of labels may err, but no word is lost.
 */
export function keptOf(recording: Recording): Kept {
  const { source, positions } = keptParts(recording);
  const said: Said[] = [];
  let at = 0;
  for (const piece of recording.pieces) {
    const part = positions.get(piece.part);
    if (part === undefined) continue;
    const offset = source.starts[part] ?? 0;
    const start = canBeLabel(piece) ? piece.start : printedStart(source, part, piece);
    const found = trimmed(source.text, Math.max(offset + start, at), offset + piece.end);
    if (found === null) continue;
    const label = canBeLabel(piece) ? piece.printed : null;
    said.push(...lostWords(source, at, found.start, label), { piece: { ...piece, part }, ...found });
    at = found.end;
  }
  said.push(...lostWords(source, at, source.text.length, null));
  return { source, said };
}

/** The parts of a recording that are not left out, and the position of each among them. */
export function keptParts({ leftOut, opened }: Pick<Recording, 'leftOut' | 'opened'>): {
  source: Source;
  positions: ReadonlyMap<number, number>;
} {
  const { unit, parts, between } = opened.source;
  const positions = new Map<number, number>();
  const kept = parts.filter((_, at) => {
    if (leftOut.has(at)) return false;
    positions.set(at, positions.size);
    return true;
  });
  return { source: sourceOf(unit, kept, between), positions };
}

/** Whether a transcript can say what is printed before a piece: a segment that reports has no label, and for one that goes on a time is none. */
export function canBeLabel({ basis, printed }: Piece): boolean {
  if (printed === null || !WORD.test(printed)) return false;
  return basis === 'labelled' || basis === 'unknown' || (basis === 'continued' && !IS_TIME.test(printed));
}

const IS_TIME = /^[\s\\([【]{0,4}\d{1,3}(?::\d{2}){1,2}(?:[.,]\d{1,3})?[\s\])】–—|-]{0,6}$/u;

/** Where the words of a piece start if a transcript cannot have what is printed before them as a label: it is text then. */
function printedStart({ parts }: Source, part: number, { start, printed }: Piece): number {
  if (printed === null || !WORD.test(printed) || IS_TIME.test(printed)) return start;
  const at = parts[part]?.text.slice(0, start).lastIndexOf(printed) ?? -1;
  return at < 0 ? start : at;
}

function trimmed(text: string, start: number, end: number): Span | null {
  const words = text.slice(start, Math.max(start, end));
  const begins = start + (words.length - words.trimStart().length);
  const ends = start + words.trimEnd().length;
  return begins < ends ? { start: begins, end: ends } : null;
}

interface PartSpan extends Span {
  part: number;
}

/** The words between two pieces that are no label. */
function lostWords(source: Source, from: number, to: number, printed: string | null): Said[] {
  if (from >= to || !WORD.test(source.text.slice(from, to))) return [];
  const between = partsBetween(source, from, to);
  const lost = printed === null ? between : withoutLabel(source, between, printed);
  return lost
    .filter(({ start, end }) => {
      const words = source.text.slice(start, end);
      return WORD.test(words) && !IS_TIME.test(words);
    })
    .map(({ start, end, part }) => ({ piece: unknownPiece(source, part, start, end), start, end }));
}

function unknownPiece(source: Source, part: number, start: number, end: number): Piece {
  const offset = source.starts[part] ?? 0;
  const nobody = { printed: null, name: null, time: null, basis: 'unknown', startsParagraph: true } as const;
  return { part, start: start - offset, end: end - offset, ...nobody };
}

/** The stretches of parts in a stretch of the text. */
function partsBetween(source: Source, from: number, to: number): PartSpan[] {
  const spans: PartSpan[] = [];
  for (let part = Math.max(0, partAt(source, from)); part < source.parts.length; part++) {
    const start = source.starts[part] ?? 0;
    if (start >= to) break;
    const end = start + (source.parts[part]?.text.length ?? 0);
    const span = trimmed(source.text, Math.max(start, from), Math.min(end, to));
    if (span) spans.push({ ...span, part });
  }
  return spans;
}

/** The stretches without those at their end that print a label. */
function withoutLabel(source: Source, spans: readonly PartSpan[], printed: string): PartSpan[] {
  let rest = printed.replace(WORDLESS, '');
  const kept = [...spans];
  while (rest !== '') {
    const last = kept.pop();
    if (!last) break;
    const text = source.text.slice(last.start, last.end);
    // A time before the words is neither theirs nor the label's.
    if (IS_TIME.test(text) && !rest.endsWith(text.replace(WORDLESS, ''))) continue;
    const words = text.replace(WORDLESS, '');
    if (rest.endsWith(words)) {
      rest = rest.slice(0, rest.length - words.length);
      continue;
    }
    const at = text.lastIndexOf(printed);
    if (at < 0) return [...spans];
    const before = trimmed(source.text, last.start, last.start + at);
    if (before) kept.push({ ...before, part: last.part });
    break;
  }
  return kept;
}

/** A stretch is divided at sentence ends into so many characters, as passages are. */
const LENGTH = 600;
/** A rest that is shorter goes with what is before it. */
const SHORT = 150;

/**
 * Divides a stretch of the source's text at sentence ends. A sentence that goes on for long, as in captions without
 * punctuation, is divided where one of its pieces begins.
 * @param joints where pieces begin in it, rising
 */
export function dividedSpan(text: string, { start, end }: Span, joints: readonly number[]): Span[] {
  if (end - start <= LENGTH + SHORT) return [{ start, end }];
  const ends = sentences(text.slice(start, end)).map((sentence) => start + sentence.end);
  const spans: Span[] = [];
  let from = start;
  let before = start;
  let joint = 0;
  const cutAt = (at: number) => {
    const span = trimmed(text, from, at);
    if (span) spans.push(span);
    from = at;
  };
  for (const sentenceEnd of ends) {
    if (sentenceEnd - from > LENGTH && before > from) cutAt(before);
    while (sentenceEnd - from > LENGTH + SHORT) {
      while ((joints[joint] ?? end) <= from) joint++;
      let cut = joints[joint];
      while ((joints[joint + 1] ?? end) <= from + LENGTH) cut = joints[++joint];
      if (cut === undefined || cut >= sentenceEnd) break;
      cutAt(cut);
    }
    before = sentenceEnd;
  }
  const last = spans.at(-1);
  if (last && end - from < SHORT) last.end = end;
  else cutAt(end);
  return spans;
}
