import { endsInside } from '../core/language/sentences.ts';
import { partAt, type Source } from '../core/transcript/source.ts';
import type { Basis } from '../core/transcript/transcript.ts';
import type { DraftSegment } from './draft.ts';
import { canBeLabel, dividedSpan, type Kept, type Said } from './spans.ts';

/** What `segmentsOf` needs to know of the people. */
export interface Voices {
  /** The name in the table for a name as printed. */
  speakerOf(name: string): string | undefined;
  /** Whether each label may be another person, as with `Q`. */
  isSeveral(speaker: string): boolean;
}

/** Pieces that are one stretch of speech. */
interface Run {
  said: [Said, ...Said[]];
  end: number;
}

/** A file in which so many captions end a sentence has each of them said by itself. */
const WHOLE_SENTENCES = 0.95;
const SENTENCE_END = /[.!?。！？…]["'”’)\]」』）]*$/u;
/** Nobody is silent for so long in the middle of what is said, in seconds. */
const SILENCE = 8;
/** So many characters a second are spoken slowly. */
const SLOW = { latin: 8, wide: 2.5 };
const WIDE = /[\u2E80-\u9FFF]/u;
/** A paragraph that is broken into lines is divided if it is longer. */
const LONG_PARAGRAPH = 1200;

/**
 * Divides a recording into segments: a paragraph each, and captions of one turn joined at sentence ends, never across
 * what may be a change of speaker, or a silence.
 */
export function segmentsOf({ source, said }: Kept, voices: Voices): DraftSegment[] {
  const isCaption = source.parts.filter(({ time }) => time !== null).length * 2 > source.parts.length;
  const hasLabels = said.some(({ piece }) => piece.name !== null);
  const endsSentence = said.filter(({ start, end }) =>
    SENTENCE_END.test(source.text.slice(start, end).slice(-6)),
  );
  const isWhole = endsSentence.length >= said.length * WHOLE_SENTENCES;
  const joins = joinerOf(source, { isCaption, isDoubtful: hasLabels || isWhole }, voices);
  const runs: Run[] = [];
  for (const each of said) {
    const run = runs.at(-1);
    const last = run?.said.at(-1);
    if (run && last && joins(last, each)) {
      run.said.push(each);
      run.end = each.end;
    } else runs.push({ said: [each], end: each.end });
  }
  return withIds(inOrder(runs.flatMap((run) => segmentsOfRun(run, source, isCaption, voices))));
}

/** Whether the words of one piece go on from those of the piece before it. */
function joinerOf(
  source: Source,
  { isCaption, isDoubtful }: { isCaption: boolean; isDoubtful: boolean },
  { isSeveral, speakerOf }: Voices,
): (before: Said, next: Said) => boolean {
  const isSameTurn = ({ piece: before }: Said, { piece: next }: Said) => {
    const [one, other] = [speakerOf(before.name ?? ''), speakerOf(next.name ?? '')];
    if (one !== other) return false;
    if (next.printed !== null) {
      // The same voice tag on each caption is one voice; text between the words is not.
      const own = source.parts[next.part]?.label ?? null;
      if (one === undefined || own === null || before.basis !== 'labelled') return false;
      return next.basis === 'labelled' && next.name === before.name && !isSeveral(one);
    }
    return next.basis === (before.basis === 'labelled' ? 'continued' : before.basis);
  };
  return (before, next) => {
    if (!isSameTurn(before, next)) return false;
    const between = source.text.slice(before.end, next.start);
    if (between.trim() !== '') return false;
    // A line break in a part itself would break the line of the transcript.
    if (/[\r\n]/.test(between)) return false;
    if (before.piece.part === next.piece.part) return !next.piece.startsParagraph;
    if (!isCaption) return !next.piece.startsParagraph;
    const words = source.text.slice(before.start, before.end);
    const isOpen =
      !SENTENCE_END.test(words.slice(-6)) || endsInside(words, source.text.slice(next.start, next.end));
    if (next.piece.basis === 'unknown' && isDoubtful && !isOpen) return false;
    return !isSilence(source, before, next, words);
  };
}

function isSilence(source: Source, before: Said, next: Said, words: string): boolean {
  const [from, to] = [timeOf(source, before), timeOf(source, next)];
  if (from === null || to === null) return false;
  return to - from - words.length / (WIDE.test(words) ? SLOW.wide : SLOW.latin) > SILENCE;
}

function timeOf(source: Source, { piece }: Said): number | null {
  return source.parts[piece.part]?.time ?? piece.time;
}

function segmentsOfRun(run: Run, source: Source, isCaption: boolean, { speakerOf }: Voices): DraftSegment[] {
  const [first] = run.said;
  const { piece } = first;
  const whole = { start: first.start, end: run.end };
  const isLines = run.said.length > 1 && run.end - first.start > LONG_PARAGRAPH;
  const joints = run.said.map(({ start }) => start);
  const spans = isCaption || isLines ? dividedSpan(source.text, whole, joints) : [whole];
  const speaker = piece.name === null ? null : (speakerOf(piece.name) ?? null);
  const isNamed = speaker !== null && piece.basis !== 'unknown' && piece.basis !== 'editorial';
  const basis = isNamed || piece.basis === 'editorial' ? piece.basis : 'unknown';
  const label = canBeLabel(piece) ? piece.printed : null;
  return spans.map(({ start, end }, at) => {
    const part = partAt(source, start);
    const time = source.parts[part]?.time ?? (at === 0 ? piece.time : null);
    const isFirst = at === 0;
    return {
      id: '',
      place: source.parts[part]?.place ?? 1,
      time,
      basis: basis === 'labelled' && !(isFirst && label !== null) ? 'continued' : basis,
      speaker: isNamed ? speaker : null,
      label: isFirst ? label : null,
      text: source.text.slice(start, end),
      start,
    };
  });
}

/** What of a segment says whether a turn goes on. */
interface Attributed {
  basis: Basis;
  speaker: string | null;
}

/** Nobody goes on who has not begun: such a segment is of an unknown speaker. */
export function inOrder<Segment extends Attributed>(segments: readonly Segment[]): Segment[] {
  let turn: Attributed | null = null;
  return segments.map((segment) => {
    const goesOn =
      turn?.speaker === segment.speaker && (turn?.basis === 'labelled' || turn?.basis === 'continued');
    const sound: Segment =
      segment.basis === 'continued' && !goesOn ? { ...segment, basis: 'unknown', speaker: null } : segment;
    if (sound.basis !== 'editorial') turn = sound;
    return sound;
  });
}

/** Gives each segment an id: `p12`, and `p12b` for the next that begins in the same part. */
export function withIds<Segment extends Pick<DraftSegment, 'id' | 'place'>>(
  segments: readonly Segment[],
): Segment[] {
  const counts = new Map<number, number>();
  return segments.map((segment) => {
    const count = counts.get(segment.place) ?? 0;
    counts.set(segment.place, count + 1);
    return { ...segment, id: `p${segment.place}${letters(count)}` };
  });
}

/** Nothing, b, c, … z, aa, ab, … */
function letters(count: number): string {
  let text = '';
  // Like the columns of a spreadsheet, of which the first is never used.
  for (let rest = count === 0 ? 0 : count + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    text = String.fromCharCode(97 + ((rest - 1) % 26)) + text;
  return text;
}
