import type { Steps } from '../steps.ts';
import type { Aligned, Places } from './align-parts.ts';
import type { FrontMatter } from './front-matter.ts';
import type { ParsedTranscript } from './parse.ts';
import type { Problems } from './problem.ts';
import { type Source, sourceSteps } from './source.ts';
import type { FurtherPlace, Segment, Speaker } from './transcript.ts';

/**
 * Leaves the parts of a source out that are nobody's words: those that the front matter leaves out, and those before and
 * after the seminar.
 */
export function* keptSteps(
  source: Source,
  { lines, leftOut }: Pick<FrontMatter['source'], 'lines' | 'leftOut'>,
): Steps<{ kept: Source; leftOut: Places }> {
  const [firstPlace, lastPlace] = lines ?? [0, Number.POSITIVE_INFINITY];
  const out = new Set<number>();
  const ranges = [...leftOut].sort(([a], [b]) => a - b);
  let range = 0;
  let end = 0;
  for (const [at, { place }] of source.parts.entries()) {
    for (; (ranges[range]?.[0] ?? Number.POSITIVE_INFINITY) <= place; range++)
      end = Math.max(end, ranges[range]?.[1] ?? 0);
    if (place <= end || place < firstPlace || place > lastPlace) out.add(place);
    if (at % 1000 === 0) yield;
  }
  if (out.size === 0) return { kept: source, leftOut: out };
  const parts = source.parts.filter(({ place }) => !out.has(place));
  return { kept: yield* sourceSteps(source.unit, parts, source.between), leftOut: out };
}

/** Reports what is left out beyond the end of the source, and the first heading that counts in another unit. */
export function checkPlaces(
  { entries, frontMatter, lineOf }: ParsedTranscript,
  { unit, parts }: Source,
  problems: Problems,
): void {
  const most = parts.at(-1)?.place ?? 0;
  for (const [first, last] of frontMatter.source.leftOut) {
    if (first <= most) continue;
    problems.report(lineOf(['source', 'left-out']), 'left-out-unknown', { unit, first, last, most });
  }
  const other = entries.find((entry) => entry.unit !== unit);
  if (!other) return;
  const { id, line, sourceLine: place, unit: written } = other;
  problems.report(line, 'place-unit', { id, unit, written, place });
}

/** The parts that an entry goes on over, after the one in which its text begins. */
export function furtherPlaces({ entry, start, part }: Aligned, { parts, starts }: Source): FurtherPlace[] {
  const further: FurtherPlace[] = [];
  let known: number | null = null;
  for (let at = part + 1; at < parts.length && (starts[at] ?? 0) < start + entry.text.length; at++) {
    const { place, time, text } = parts[at] ?? { place: 0, time: null, text: '' };
    known = time ?? known;
    if (text !== '') further.push({ start: starts[at] ?? 0, line: place, time: known });
  }
  return further;
}

/** Compares what headings say of time and speaker with what the parts themselves say. */
export interface PartCheck {
  /** @returns when the segment begins, in seconds */
  next(aligned: Aligned, speaker: Speaker | null): Segment['time'];
}

/** @param problems those of the transcript's file */
export function checkParts(source: Source, problems: Problems): PartCheck {
  const { unit, parts, starts } = source;
  /** The part's own label at the beginning of the turn, whatever name is printed in its text. */
  let turnLabel: string | null = null;

  function checkLabels({ entry, start, part }: Aligned, speaker: Speaker | null): void {
    const { id, line, basis, text } = entry;
    if (basis === 'labelled') turnLabel = parts[part]?.label ?? null;
    if (speaker === null || (basis !== 'labelled' && basis !== 'continued')) return;
    const names = [speaker.name, ...speaker.aliases];
    for (let at = part; at < parts.length && (starts[at] ?? 0) < start + text.length; at++) {
      const { label, place } = parts[at] ?? { label: null, place: 0 };
      if (label === null || label === turnLabel || names.some((name) => label.includes(name))) continue;
      const values = { id, speaker: speaker.name, unit, place, label };
      problems.report(line, 'part-label-of-another', values);
      return;
    }
  }

  return {
    next(aligned, speaker) {
      checkLabels(aligned, speaker);
      const { entry, part, isFirst } = aligned;
      const own = parts[part]?.time ?? null;
      if (entry.time === null || own === null) return entry.time ?? own;
      // After other words of the part, these are said between its beginning and the next one's.
      const latest = isFirst ? own : (parts[part + 1]?.time ?? Number.POSITIVE_INFINITY);
      // A heading has whole seconds, the fraction cut, as `clockTime` writes them.
      if (entry.time < wholeSeconds(own) || entry.time > wholeSeconds(latest)) {
        const { id, line, time } = entry;
        const values = { id, unit, place: parts[part]?.place ?? 0, time, found: own };
        problems.report(line, 'time-differs', values);
      }
      return entry.time;
    },
  };
}

function wholeSeconds(time: number): number {
  return Math.max(0, Math.floor(time));
}
