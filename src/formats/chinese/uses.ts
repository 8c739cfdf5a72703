import type { Steps } from '../../core/steps.ts';
import type { SourcePart } from '../../core/transcript/source.ts';
import { acceptedSteps } from './accepted.ts';
import {
  type Candidate,
  candidateAtStart,
  candidatesInside,
  changeAtStart,
  clockOf,
  type LabelStyle,
} from './candidates.ts';
import { HEAD_PARTS, isList } from './lists.ts';
import { comparable, formOf, mayBeCalled, mayBePersonalName } from './names.ts';
import { PARTS_PER_STEP } from './steps.ts';
import { ASKER, simplified, UNASKED } from './vocabulary.ts';

const SENTENCE_END = /[。！？!?…；;”」』~～)）.]$/;

/** The labels that a file uses. */
export interface Labels {
  /** By the position of their part, in order. */
  byPart: ReadonlyMap<number, readonly Candidate[]>;
  style: LabelStyle;
  /** The names in use, as they are compared, with the spelling that came first. */
  names: ReadonlyMap<string, string>;
  /** The parts that begin with what may be a label, though the file does not show that it is one. */
  doubtful: ReadonlySet<number>;
}

/**
 * Finds the labels of a file. What may be a label is one if the file uses it so: as the part that somebody has in the talk, as
 * a name before what may be said, or again and again.
 * @param isPassedOver whether a part is nobody's words
 * @param listed names that the file lists
 */
export function* usedLabelSteps(
  parts: readonly SourcePart[],
  isPassedOver: (at: number) => boolean,
  listed: ReadonlySet<string>,
): Steps<Labels> {
  const heads = yield* headSteps(parts, isPassedOver);
  const style = yield* styleSteps(heads, parts);
  const ofStyle = heads.map((head) => (head && isOfStyle(head, style) ? head : null));
  yield;
  let said = 0;
  for (const at of parts.keys()) if (!isPassedOver(at)) said++;
  yield;
  const accepted = yield* acceptedSteps({ parts, heads: ofStyle, style, said, listed });
  const inner = yield* innerSteps(parts, ofStyle, accepted, isPassedOver);
  const byPart = new Map<number, readonly Candidate[]>();
  for (const [at, { text }] of parts.entries()) {
    if (at % PARTS_PER_STEP === PARTS_PER_STEP - 1) yield;
    if (isPassedOver(at)) continue;
    const head = ofStyle[at];
    const first = head && (head.printed === 'sign' || accepted.has(head.name ?? '')) ? [head] : [];
    const from = first[0]?.end ?? 0;
    const others =
      style === 'before' && inner.size > 0 ? candidatesInside(text, from, (name) => inner.has(name)) : [];
    if (first.length + others.length > 0) byPart.set(at, [...first, ...others]);
  }
  const doubtful = yield* doubtfulSteps(parts, ofStyle, byPart, style);
  return { byPart, style, names: yield* nameSteps(byPart), doubtful };
}

/** What may be a label at the start of each part. */
function* headSteps(
  parts: readonly SourcePart[],
  isPassedOver: (at: number) => boolean,
): Steps<(Candidate | null)[]> {
  const isCaption = parts.some(({ time }) => time !== null);
  const heads: (Candidate | null)[] = [];
  let isBelowTime = false;
  for (const [at, { text }] of parts.entries()) {
    if (at % PARTS_PER_STEP === PARTS_PER_STEP - 1) yield;
    const isTime = text.length < 20 && clockOf(text) !== null;
    const found =
      isTime || isPassedOver(at) ? null : (changeAtStart(text, isCaption) ?? candidateAtStart(text));
    const above = found && !isBelowTime ? aboveTime(found, parts, at) : found;
    heads.push(above && !isCaption && at < HEAD_PARTS && isList(above, text) ? null : above);
    isBelowTime = isTime;
  }
  return heads;
}

/** A name on a line of its own, with its time in the next; in captions that were copied, each line has a time above. */
function aboveTime(found: Candidate, parts: readonly SourcePart[], at: number): Candidate {
  if (found.printed !== 'alone' || found.form === 'none') return found;
  const time = clockOf(parts[at + 1]?.text ?? '');
  if (time === null || clockOf(parts[at + 3]?.text ?? '') !== null) return found;
  return { ...found, printed: 'time', time, isCertain: true };
}

/**
 * The parts that may begin with a label. Where a speaker's label comes again, somebody else had a turn: what looks like a
 * label between them may be theirs.
 */
function* doubtfulSteps(
  parts: readonly SourcePart[],
  heads: readonly (Candidate | null)[],
  byPart: Labels['byPart'],
  style: LabelStyle,
): Steps<ReadonlySet<number>> {
  const doubtful = new Set<number>();
  let speaker: string | null = null;
  let between: number[] = [];
  for (const [at, head] of heads.entries()) {
    if (at % PARTS_PER_STEP === PARTS_PER_STEP - 1) yield;
    const labels = byPart.get(at);
    if (labels) {
      const next = labels[0]?.name ?? null;
      if (next !== null && next === speaker && style === 'before')
        for (const one of between) doubtful.add(one);
      speaker = labels.at(-1)?.name ?? null;
      between = [];
    } else if (head) {
      const isApart = head.end >= (parts[at]?.text.length ?? 0) && head.printed === 'colon';
      const mayBe = head.name !== null && mayBeCalled(head.name);
      if (mayBeLabel(head) || (isApart && mayBe)) doubtful.add(at);
      else if (mayBe) between.push(at);
    }
  }
  return doubtful;
}

/** A label that the file does not show to be one: perhaps a person, or a question that somebody else asks. */
function mayBeLabel({ form, name, isMarked }: Candidate): boolean {
  if (isMarked && form === 'maybe') return true;
  if (form === 'maybe' && name !== null && mayBePersonalName(name)) return true;
  return form === 'name' || form === 'person' || UNASKED.test(simplified(name ?? ''));
}

function* nameSteps(byPart: Labels['byPart']): Steps<Map<string, string>> {
  const names = new Map<string, string>();
  const seen = new Set<string>();
  let looked = 0;
  for (const labels of byPart.values()) {
    if (looked++ % PARTS_PER_STEP === PARTS_PER_STEP - 1) yield;
    for (const { name } of labels) {
      if (name === null || seen.has(name)) continue;
      seen.add(name);
      const key = comparable(name);
      if (!names.has(key)) names.set(key, name);
    }
  }
  return names;
}

/** Which way of printing labels has most of them. Two ways at once are one and chance. */
function* styleSteps(heads: readonly (Candidate | null)[], parts: readonly SourcePart[]): Steps<LabelStyle> {
  let timed = 0;
  let before = 0;
  let alone = 0;
  for (const [at, head] of heads.entries()) {
    if (at % PARTS_PER_STEP === PARTS_PER_STEP - 1) yield;
    if (!head || head.form === 'none') continue;
    const weight = head.form === 'maybe' || head.form === 'person' ? 0.5 : 1;
    if (head.printed === 'time') timed += weight;
    else if (head.printed === 'alone') alone += weight < 1 || !isFollowed(heads, parts, at) ? 0 : 1;
    else if (head.printed !== 'sign') before += weight;
  }
  if (timed > 0 && timed >= before / 2) return 'timed';
  return alone > 2 && alone > before * 3 ? 'alone' : 'before';
}

/** Whether words of speech may follow a line that is nothing but a label. */
function isFollowed(heads: readonly (Candidate | null)[], parts: readonly SourcePart[], at: number): boolean {
  const next = parts[at + 1]?.text;
  const head = heads[at + 1];
  if (next === undefined) return false;
  return !(head?.form === 'name' || head?.form === 'role') && (next.length > 8 || SENTENCE_END.test(next));
}

function isOfStyle({ printed }: Candidate, style: LabelStyle): boolean {
  if (style === 'timed') return printed === 'time' || printed === 'sign';
  if (style === 'alone') return printed === 'alone' || printed === 'colon';
  return printed === 'colon' || printed === 'brackets' || printed === 'sign';
}

/** The names that stand as labels inside of parts: those of the file, and an answer to a question on the same line. */
function* innerSteps(
  parts: readonly SourcePart[],
  heads: readonly (Candidate | null)[],
  accepted: ReadonlySet<string>,
  isPassedOver: (at: number) => boolean,
): Steps<ReadonlySet<string>> {
  if (accepted.size === 0) return accepted;
  const found = new Map<string, number>();
  for (const [at, { text }] of parts.entries()) {
    if (at % PARTS_PER_STEP === PARTS_PER_STEP - 1) yield;
    const head = heads[at];
    if (isPassedOver(at) || head?.name == null || !accepted.has(head.name)) continue;
    const inside = candidatesInside(text, head.end, (name) => accepted.has(name) || isPartOfTalk(name));
    const isExchange = ASKER.test(simplified(head.name));
    for (const { name } of inside) {
      if (name !== null) found.set(name, (found.get(name) ?? 0) + (isExchange || accepted.has(name) ? 2 : 1));
    }
  }
  return new Set([...found].filter(([, count]) => count > 1).map(([name]) => name));
}

function isPartOfTalk(name: string): boolean {
  const form = formOf(name);
  return form === 'role' || form === 'name';
}
