import type { SourcePart } from '../../core/transcript/source.ts';
import type { LabelLayout } from '../format.ts';
import { clockAt } from '../labels/clock.ts';
import { fills, found, lineLabelIn } from './found.ts';

/** The time that a part is, with nothing else in it; undefined if it is none. */
export function onlyTime(part: SourcePart | undefined): { seconds: number | null } | undefined {
  if (part === undefined || part.text.length > 60) return undefined;
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
