import type { SourcePart } from '../../core/transcript/source.ts';
import type { FoundLabel, LabelLayout, OpenedSource, PartSetting } from '../format.ts';
import { sameName } from './name-form.ts';

const LIST_ITEM = /^(?:[-•*]|\d{1,2}[.)])\s/u;

/** What may be a label, where a layout found it. */
export interface Candidate {
  /** The position of its part. */
  part: number;
  label: FoundLabel;
  /** Its name, as `sameName` has it; empty if it names nobody. */
  key: string;
  startsGroup: boolean;
  inCode: boolean;
  /** Whether its part has nothing but it. */
  alone: boolean;
  /** Whether its part is an item of a list. */
  listed: boolean;
  /** What follows it in its part. */
  value: string;
}

/** A file's parts, with what is asked of them again and again. */
export interface Reading {
  parts: readonly SourcePart[];
  opened: OpenedSource;
  /** Whether parts have times of their own, as captions do: then nothing in them is a heading. */
  timed: boolean;
  startsGroup(at: number): boolean;
  setting(at: number): PartSetting;
}

/** What a container found, ready to be read for labels. */
export function readingOf(opened: OpenedSource): Reading {
  const { parts } = opened.source;
  const starts = opened.groups === undefined ? null : new Set(opened.groups);
  const startsGroup = (at: number) => starts === null || starts.has(at);
  return {
    parts,
    opened,
    timed: parts.some(({ time }) => time !== null),
    startsGroup,
    setting: (at) => ({ startsGroup: startsGroup(at), look: opened.looks?.get(at) }),
  };
}

/** Whether a part belongs to what stands above it: an item of a list, or code. */
export function isWithin(reading: Reading, part: number): boolean {
  const { look } = reading.setting(part);
  return look?.code === true || isListed(reading, part);
}

function isListed({ parts, setting }: Reading, part: number): boolean {
  return setting(part).look?.listItem === true || LIST_ITEM.test(parts[part]?.text ?? '');
}

/** Somebody begins here, and nobody can say who. */
const NOBODY: FoundLabel = { start: 0, end: 0, name: null, time: null };
/** `Dr. SAL-` and nothing else. */
const BROKEN_NAME = /^(?:\p{Lu}[\p{L}.’']{0,20} ){0,3}\p{Lu}[\p{Lu}’']{0,20}-$/u;

/** Whether a label is the rest of a name that was broken at the end of the line above. */
function isRest({ name, start, time }: FoundLabel, above: SourcePart | undefined): boolean {
  return start === 0 && time === null && name !== null && /\p{Lu}-$/u.test(above?.text ?? '');
}

/** Whether a part is the first half of a name, the other half of which a layout finds in the part below. */
function isBeforeRest({ parts, setting }: Reading, layout: LabelLayout, part: number): boolean {
  const text = parts[part]?.text ?? '';
  if (text.length > 60 || !BROKEN_NAME.test(text) || part + 1 >= parts.length) return false;
  return layout.labelsIn(parts, part + 1, setting(part + 1)).some((label) => isRest(label, parts[part]));
}

/** What a layout finds in a part. */
export function candidatesIn(reading: Reading, layout: LabelLayout, part: number): Candidate[] {
  const { parts } = reading;
  const text = parts[part]?.text ?? '';
  const setting = reading.setting(part);
  const found = isBeforeRest(reading, layout, part)
    ? [NOBODY]
    : layout.labelsIn(parts, part, setting).map((label) => (isRest(label, parts[part - 1]) ? NOBODY : label));
  return found.map((label) => ({
    part,
    label,
    key: label.name === null ? '' : sameName(label.name),
    startsGroup: reading.startsGroup(part),
    inCode: setting.look?.code === true,
    alone: label.end >= text.length,
    listed: isListed(reading, part),
    value: text.slice(label.end, label.end + 80),
  }));
}
