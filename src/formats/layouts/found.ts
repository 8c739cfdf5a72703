import type { SourcePart } from '../../core/transcript/source.ts';
import type { FoundLabel } from '../format.ts';
import { type LineLabel, lineLabelOf } from '../labels/line-label.ts';

const known = new WeakMap<SourcePart, { label: LineLabel | null }>();

/** The start of a part, taken apart once for all layouts. */
export function lineLabelIn(part: SourcePart | undefined): LineLabel | null {
  if (part === undefined) return null;
  const before = known.get(part);
  if (before) return before.label;
  const label = lineLabelOf(part.text);
  known.set(part, { label });
  return label;
}

/** A layout's answer for a label that begins with its part. */
export function found(label: LineLabel, more: Partial<FoundLabel> = {}): FoundLabel[] {
  return [{ start: label.start, end: label.end, name: label.name, time: label.time, ...more }];
}

/** Whether a label takes a part whole, so that the words stand in the parts after it. */
export function fills(label: LineLabel, part: SourcePart | undefined): boolean {
  return label.end === part?.text.length;
}
