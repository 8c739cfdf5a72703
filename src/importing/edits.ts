import type { Doubt } from './doubts.ts';
import type { Draft, DraftSegment } from './draft.ts';
import type { LookAlike } from './joining.ts';
import type { Share } from './shares.ts';

/** One thing that a person can change, and that would help. */
export type Edit =
  | { kind: 'nobody'; file: string; line: number }
  | { kind: 'introduced'; name: string; sentence: string; option: string }
  | { kind: 'voice'; name: string; share: number }
  | { kind: 'join'; name: string; other: string }
  | { kind: 'doubt'; file: string; line: number; sentence: string }
  | { kind: 'title' }
  | { kind: 'date' };

/** What edits are found in. */
interface Editable {
  draft: Draft;
  lookAlikes: readonly LookAlike[];
  /** The transcript's file, as the person would open it. */
  file: string;
  /** The line of it that has the heading of a segment, by its id. */
  lineOf: (segment: string) => number;
  shares: readonly Share[];
  doubts: readonly Doubt[];
}

/** A voice that says less than this, in per cent, need not be named. */
const HEARD = 5;

/** The edits that would help most, the best first; for each thing that is wrong the easiest way to put it right. */
export function editsFor({ draft, lookAlikes, file, lineOf, shares, doubts }: Editable): Edit[] {
  const [first] = draft.segments;
  const nobody: Edit[] =
    draft.speakers.length === 0 && first ? [{ kind: 'nobody', file, line: lineOf(first.id) }] : [];
  const anonymous = new Map(draft.speakers.map(({ name, anonymous: kind }) => [name, kind]));
  const introductions = new Map<string, Doubt>();
  for (const doubt of doubts) {
    const { speaker } = doubt.segment;
    const isVoice = speaker !== null && anonymous.get(speaker) === 'voice';
    if (isVoice && doubt.kind === 'introduces' && !introductions.has(speaker))
      introductions.set(speaker, doubt);
  }
  const voices = shares
    .filter(({ name, share }) => anonymous.get(name) === 'voice' && share >= HEARD)
    .map(({ name, share }): Edit => {
      const said = introductions.get(name);
      if (!said?.name) return { kind: 'voice', name, share };
      return { kind: 'introduced', name, sentence: said.sentence, option: `${name}=${said.name}` };
    });
  const joins = lookAlikes.map(({ name, other }): Edit => ({ kind: 'join', name, other }));
  const places = doubts
    .filter((doubt) => !introductions.has(doubt.segment.speaker ?? ''))
    .map(({ segment, sentence }): Edit => ({ kind: 'doubt', file, line: lineOf(segment.id), sentence }));
  const facts: Edit[] = [
    ...(draft.titleFrom === 'file-name' ? [{ kind: 'title' } as const] : []),
    ...(draft.date === null ? [{ kind: 'date' } as const] : []),
  ];
  const unnamed = draft.speakers.length === 0 ? null : longestUnnamed(draft);
  const stretch: Edit[] = unnamed
    ? [{ kind: 'doubt', file, line: lineOf(unnamed.id), sentence: unnamed.text }]
    : [];
  return [
    ...nobody,
    ...voices.slice(0, 2),
    ...joins.slice(0, 1),
    ...stretch,
    ...places.slice(0, 2),
    ...facts,
  ];
}

/** A stretch that nobody is named for is worth a look if it has so many characters. */
const LONG = 600;

/** The first segment of the longest stretch that nobody is named for; null if all are short. */
function longestUnnamed({ segments }: Draft): DraftSegment | null {
  const runs: { first: DraftSegment; length: number }[] = [];
  let isOpen = false;
  for (const segment of segments) {
    if (segment.basis === 'editorial') continue;
    const run = runs.at(-1);
    const { length } = segment.text;
    if (segment.speaker !== null) isOpen = false;
    else if (isOpen && run) run.length += length;
    else {
      runs.push({ first: segment, length });
      isOpen = true;
    }
  }
  const [longest] = runs.sort((a, b) => b.length - a.length);
  return longest && longest.length >= LONG ? longest.first : null;
}
