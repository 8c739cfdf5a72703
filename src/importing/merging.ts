import type { Entry } from '../core/transcript/parse.ts';
import { partAt, type Source } from '../core/transcript/source.ts';
import type { Recording } from '../formats/format.ts';
import type { DraftSegment } from './draft.ts';
import type { Drafted } from './draft-of.ts';
import { type Corrections, renamedSpeakers } from './earlier.ts';
import { inOrder, withIds } from './segments.ts';
import { keptParts } from './spans.ts';

/** A segment with what a person has written about it. */
export interface MergedSegment extends DraftSegment {
  evidence: Entry['evidence'];
  /** The correction that it comes from; null for the importer's own. */
  from: Entry | null;
}

/** What became of the corrections. */
export interface Merged {
  segments: readonly MergedSegment[];
  kept: readonly Entry[];
  /** Corrections of words that the new file has not, or not with that label. */
  lost: readonly Entry[];
}

/** Short texts such as "Yes." are looked for near the words before them, in characters. */
const NEAR = 3000;
const SHORT = 30;

/** Leaves out of a recording what a person left out of the one before it, and puts back what that person put back. */
export function withLeftOut(
  recording: Recording,
  { leftOut, putBack }: Pick<Corrections, 'leftOut' | 'putBack'>,
): Recording {
  const [out, back] = [countsOf(leftOut), countsOf(putBack)];
  const changed = new Map(recording.leftOut);
  for (const [at, { text }] of recording.opened.source.parts.entries()) {
    if (changed.has(at)) {
      if (takeOne(back, text)) changed.delete(at);
    } else if (takeOne(out, text)) changed.set(at, 'note');
  }
  return { ...recording, leftOut: changed };
}

function countsOf(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

function takeOne(counts: Map<string, number>, text: string): boolean {
  const count = counts.get(text) ?? 0;
  if (count > 0) counts.set(text, count - 1);
  return count > 0;
}

/**
 * Puts the corrections of an earlier transcript into a new draft, wherever the new file has the same words.
 * @param recording the new file, without what is left out of both
 * @param without corrections that are known not to fit
 */
export function mergedSegments(
  { draft }: Drafted,
  recording: Recording,
  { entries, frontMatter }: Corrections,
  without: ReadonlySet<Entry>,
): Merged {
  const source = keptParts(recording).source;
  const renamed = renamedSpeakers(draft, frontMatter.speakers);
  const kept: Entry[] = [];
  const lost: Entry[] = [];
  const placed: { entry: Entry; start: number; end: number; labelStart: number }[] = [];
  let cursor = 0;
  for (const { entry, isCorrected } of entries) {
    const start = placeOf(source.text, entry.text, cursor);
    const labelStart = start === null ? null : labelStartOf(source, entry, start, cursor);
    const fits = start !== null && labelStart !== null && !without.has(entry);
    if (start !== null) cursor = start + entry.text.length;
    if (!isCorrected) continue;
    if (!fits) {
      lost.push(entry);
      continue;
    }
    kept.push(entry);
    placed.push({ entry, start, end: cursor, labelStart });
  }
  const own = draft.segments.map(
    (segment): MergedSegment => ({
      ...segment,
      speaker: segment.speaker === null ? null : (renamed.get(segment.speaker) ?? segment.speaker),
      evidence: null,
      from: null,
    }),
  );
  const segments = [
    ...own.flatMap((segment) => outside(segment, placed, source)),
    ...placed.map(({ entry, start }) => correctedSegment(entry, start, source)),
  ].sort((a, b) => a.start - b.start);
  return { segments: withEvidence(withIds(inOrder(segments))), kept, lost };
}

/** Evidence that is taken from another segment, by the id that this has now. */
function withEvidence(segments: readonly MergedSegment[]): MergedSegment[] {
  const ids = new Map(segments.flatMap(({ id, from }) => (from === null ? [] : [[from.id, id] as const])));
  return segments.map((segment) => {
    const { evidence } = segment;
    if (evidence === null || !('as' in evidence)) return segment;
    return { ...segment, evidence: { as: ids.get(evidence.as) ?? evidence.as } };
  });
}

/** Where a text is in another, from a place on; null if it is not there. */
function placeOf(text: string, searched: string, from: number): number | null {
  const end = searched.length < SHORT ? Math.min(text.length, from + NEAR) : text.length;
  for (let at = text.indexOf(searched, from); at >= 0 && at + searched.length <= end; ) {
    const [before, after] = [
      text.slice(at - 1, at),
      text.slice(at + searched.length, at + searched.length + 1),
    ];
    if (!isInWord(before + searched.charAt(0)) && !isInWord(searched.slice(-1) + after)) return at;
    at = text.indexOf(searched, at + 1);
  }
  return null;
}

function isInWord(two: string): boolean {
  return /^(?:(?!\p{Script=Han})[\p{L}\p{N}]){2}$/u.test(two);
}

/** Where the label of a text starts that is printed before it; the text's own start if it has none; null if it is gone. */
function labelStartOf(source: Source, { label }: Entry, start: number, from: number): number | null {
  if (label === null) return start;
  if (source.parts[partAt(source, start)]?.label === label) return start;
  const before = source.text.slice(from, start).trimEnd();
  return before.endsWith(label.trim()) ? from + before.length - label.trim().length : null;
}

function correctedSegment(entry: Entry, start: number, source: Source): MergedSegment {
  const { basis, label, text, speakerName, evidence } = entry;
  const part = source.parts[partAt(source, start)];
  const place = part?.place ?? 1;
  return {
    id: '',
    place,
    time: part?.time ?? entry.time,
    basis,
    speaker: speakerName,
    label,
    text,
    start,
    evidence,
    from: entry,
  };
}

/** What of a segment no correction has. */
function outside(
  segment: MergedSegment,
  placed: readonly { start: number; end: number; labelStart: number }[],
  source: Source,
): MergedSegment[] {
  const end = segment.start + segment.text.length;
  const rests: MergedSegment[] = [];
  let at = segment.start;
  const rest = (to: number) => {
    const text = source.text.slice(at, to);
    const start = at + (text.length - text.trimStart().length);
    if (text.trim() === '' || !/[\p{L}\p{N}]/u.test(text)) return;
    const isFirst = start === segment.start;
    const part = source.parts[partAt(source, start)];
    const basis = !isFirst && segment.basis === 'labelled' ? 'continued' : segment.basis;
    const place = part?.place ?? segment.place;
    const time = isFirst ? segment.time : (part?.time ?? null);
    rests.push({
      ...segment,
      basis,
      label: isFirst ? segment.label : null,
      place,
      time,
      text: text.trim(),
      start,
    });
  };
  for (const { start, end: placedEnd, labelStart } of overlapping(placed, segment.start, end)) {
    if (labelStart > at) rest(Math.min(labelStart, end));
    at = Math.max(at, Math.min(placedEnd, end));
    if (start >= end) break;
  }
  if (at < end) rest(end);
  return rests;
}

/** Those of some stretches, which rise, that have a part of a stretch in them. */
function overlapping<Stretch extends { end: number; labelStart: number }>(
  placed: readonly Stretch[],
  start: number,
  end: number,
): Stretch[] {
  let [low, high] = [0, placed.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((placed[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const found: Stretch[] = [];
  for (let at = low; at < placed.length; at++) {
    const stretch = placed[at];
    if (!stretch || stretch.labelStart >= end) break;
    found.push(stretch);
  }
  return found;
}
