import type { SourcePart } from '../../core/transcript/source.ts';
import type { LabelLayout } from '../format.ts';
import { clockAt } from '../labels/clock.ts';
import { fills, found, lineLabelIn } from './found.ts';

/** From when to when, as the older documents of Teams have it: `0:0:2.500 --> 0:0:5.0`. */
const RANGE =
  /^(\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,]\d{1,7})?\s?-->\s?\d{1,2}:\d{1,2}:\d{1,2}(?:[.,]\d{1,7})?$/;

function rangeOf(part: SourcePart | undefined): { seconds: number } | undefined {
  const range = part && part.text.length <= 60 ? RANGE.exec(part.text) : null;
  return range ? { seconds: Number(range[1]) * 3600 + Number(range[2]) * 60 + Number(range[3]) } : undefined;
}

/** The time that a part is, with nothing else in it; undefined if it is none. */
export function onlyTime(part: SourcePart | undefined): { seconds: number | null } | undefined {
  if (part === undefined || part.text.length > 60) return undefined;
  const range = rangeOf(part);
  if (range) return range;
  const clock = clockAt(part.text, 0);
  return clock !== null && /^[\s:\-–—]*$/u.test(part.text.slice(clock.end))
    ? { seconds: clock.seconds }
    : undefined;
}

/** A name in a line of its own, its time in the next one: Teams (`0 minutes 5 seconds`), Trint, Sonix. */
export const teams: LabelLayout = {
  name: 'Name and time in two lines (Teams)',
  certain: true,
  labelsIn(parts, at) {
    const label = lineLabelIn(parts[at]);
    if (!label || label.timed !== null || !fills(label, parts[at])) return [];
    const time = onlyTime(parts[at + 1]);
    return time === undefined ? [] : found(label, { time: time.seconds, parts: 2 });
  },
};

/** A time from when to when, a name below it, and below that the words: the older documents of Teams. */
export const teamsRange: LabelLayout = {
  name: 'Times, name and words in lines of their own (Teams)',
  certain: true,
  labelsIn(parts, at) {
    const range = rangeOf(parts[at - 1]);
    const label = range && lineLabelIn(parts[at]);
    const isBeforeWords = parts[at + 1] !== undefined && !rangeOf(parts[at + 1]);
    if (!label || label.timed !== null || !fills(label, parts[at]) || !isBeforeWords) return [];
    return found(label, { time: range.seconds });
  },
};
