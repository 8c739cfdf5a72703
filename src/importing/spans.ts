import { type Span, sentences } from '../core/language/sentences.ts';
import type { Source } from '../core/transcript/source.ts';
import type { Piece, Recording } from '../formats/format.ts';

/** A piece of a recording with its place in the text of the source. */
export interface Said {
  piece: Piece;
  /** UTF-16 offsets in the text of the source; no white space at the ends. */
  start: number;
  end: number;
}

/** A letter or a digit: what a transcript may not lose. */
const WORD = /[\p{L}\p{N}]/u;
const WORDLESS = /[^\p{L}\p{N}]/gu;

/**
 * The pieces of a recording by their places in the text. Words that no piece, no label and no left-out part has become
 * pieces of an unknown speaker: a reader of labels may err, but no word is lost.
 */
export function saidIn(recording: Recording): Said[] {
  const { source } = recording.opened;
  const said: Said[] = [];
  let at = 0;
  for (const piece of recording.pieces) {
    const part = source.parts[piece.part];
    if (!part) continue;
    const offset = source.starts[piece.part] ?? 0;
    const found = trimmed(source.text, offset + piece.start, offset + piece.end);
    if (found === null) continue;
    const start = Math.max(found.start, at);
    if (start >= found.end) continue;
    said.push(...lostWords(recording, at, start, piece.printed), { piece, start, end: found.end });
    at = found.end;
  }
  return [...said, ...lostWords(recording, at, source.text.length, null)];
}

function trimmed(text: string, start: number, end: number): Span | null {
  const words = text.slice(start, end);
  const begins = start + (words.length - words.trimStart().length);
  const ends = end - (words.length - words.trimEnd().length);
  return begins < ends ? { start: begins, end: ends } : null;
}

/** The words between two pieces that are neither left out nor a label. */
function lostWords(recording: Recording, from: number, to: number, printed: string | null): Said[] {
  const { source } = recording.opened;
  if (from >= to || !WORD.test(source.text.slice(from, to))) return [];
  let parts = keptBetween(recording, from, to);
  if (printed !== null) parts = withoutLabel(source, parts, printed);
  return parts
    .filter(({ start, end }) => WORD.test(source.text.slice(start, end)))
    .map(({ start, end, part }) => ({
      piece: {
        part,
        start: start - (source.starts[part] ?? 0),
        end: end - (source.starts[part] ?? 0),
        printed: null,
        name: null,
        time: null,
        basis: 'unknown',
        startsParagraph: true,
      },
      start,
      end,
    }));
}

interface PartSpan extends Span {
  part: number;
}

/** The stretches of parts in a stretch of the text that are not left out. */
function keptBetween({ opened: { source }, leftOut }: Recording, from: number, to: number): PartSpan[] {
  const spans: PartSpan[] = [];
  for (let part = partAt(source, from); part < source.parts.length; part++) {
    const start = source.starts[part] ?? 0;
    if (start >= to) break;
    if (leftOut.has(part)) continue;
    const span = trimmed(
      source.text,
      Math.max(start, from),
      Math.min(start + (source.parts[part]?.text.length ?? 0), to),
    );
    if (span) spans.push({ ...span, part });
  }
  return spans;
}

/** The stretches without those at their end that print a label. */
function withoutLabel(source: Source, spans: readonly PartSpan[], printed: string): PartSpan[] {
  let rest = printed.replace(WORDLESS, '');
  const kept = [...spans];
  while (rest !== '' && kept.length > 0) {
    const last = kept.pop();
    if (!last) break;
    const text = source.text.slice(last.start, last.end);
    const words = text.replace(WORDLESS, '');
    if (rest.endsWith(words)) {
      rest = rest.slice(0, rest.length - words.length);
      continue;
    }
    const at = text.lastIndexOf(printed);
    if (at > 0) {
      const before = trimmed(source.text, last.start, last.start + at);
      if (before) kept.push({ ...before, part: last.part });
    } else if (at < 0) {
      return [...spans];
    }
    break;
  }
  return kept;
}

/** The position of the part that has a place in the text, or of the one before it. */
export function partAt({ starts }: Source, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
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
