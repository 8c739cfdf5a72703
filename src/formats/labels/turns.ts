import type { Steps } from '../../core/steps.ts';
import type { LeftOutReason, Piece } from '../format.ts';
import { onlyTime } from '../layouts/teams.ts';
import { clockAt } from './clock.ts';
import { STRUCTURE_WORDS } from './name-words.ts';
import { type Candidate, isWithin, type Reading } from './reading.ts';
import type { Verdict } from './within.ts';

const PAUSE_EVERY = 500;

/** A label and what it turned out to be. */
export interface Marked {
  candidate: Candidate;
  verdict: Verdict;
}

/** What is known before the turns are put together. */
export interface Plan {
  reading: Reading;
  /** By the position of their part. */
  labels: ReadonlyMap<number, Marked>;
  leftOut: Map<number, LeftOutReason>;
  /** Whether a paragraph without a label lacks one, because the file prints one on each. */
  everyGroup: boolean;
  /** Whether parts begin with a time that has no brackets. */
  bareTimes: boolean;
  /** Whether a time stands beside each name, so that one alone stands for a name that is missing. */
  timesNames: boolean;
  /** Whether a time and a name begin nearly each line that has a time, so that a time without a name lacks one. */
  timesLines: boolean;
  /** Whether marks such as `>>` stand where somebody else begins. */
  marksChanges: boolean;
}

/** `labelled` if somebody is known to speak, else `unknown`; with the label that is to be printed before the next words. */
interface State {
  speaks: boolean;
  /** Whom the last label names. */
  name: string | null;
  pending: {
    printed: string;
    name: string | null;
    time: number | null;
    printedIn: number;
    named: boolean;
  } | null;
  /** A time that stands alone before what comes. */
  time: number | null;
  /** Whether the group before asked something, in a turn that began with it. */
  asked: boolean;
}

const WORD = /[\p{L}\p{N}]/u;
const ANSWER =
  /^(?:yes|yeah|yep|no|nope|sure|absolutely|certainly|of course|thank you|thanks|right|exactly|correct|well)\b[,.!]/iu;

/** Puts a file's pieces together; adds what is left out besides. */
export function* pieceSteps(plan: Plan): Steps<Piece[]> {
  const pieces: Piece[] = [];
  const state: State = { speaks: false, name: null, pending: null, time: null, asked: false };
  const { parts } = plan.reading;
  for (let at = 0; at < parts.length; at++) {
    if (at % PAUSE_EVERY === 0) yield;
    const reason = plan.leftOut.get(at);
    if (reason !== undefined) {
      if (reason === 'heading') state.speaks = false;
      continue;
    }
    const marked = plan.labels.get(at);
    if (marked) at += takeLabel(plan, state, at, marked, pieces);
    else takeWords(plan, state, at, pieces);
  }
  return pieces;
}

/** Takes a part that begins with a label. Returns how many further parts the label took. */
function takeLabel(
  plan: Plan,
  state: State,
  at: number,
  { candidate, verdict }: Marked,
  pieces: Piece[],
): number {
  const { parts } = plan.reading;
  const text = parts[at]?.text ?? '';
  const { label } = candidate;
  if (verdict !== 'name') {
    state.speaks = false;
    state.pending = null;
    // A line without a colon may be what somebody says.
    if (WORD.test(text.slice(label.end)) || !/[:：]/u.test(text.slice(0, label.end)))
      pieces.push(pieceAt(plan, state, at, 0));
    else plan.leftOut.set(at, 'note');
    return 0;
  }
  const more = (label.parts ?? 1) - 1;
  if (WORD.test(text.slice(0, label.start))) {
    pieces.push({ ...pieceAt(plan, state, at, 0), end: text.slice(0, label.start).trimEnd().length });
  }
  const printed = [
    text.slice(label.start, label.end),
    ...parts.slice(at + 1, at + 1 + more).map((part) => part.text),
  ]
    .join(' ')
    .trim();
  const named = label.name !== null;
  const goesOn = label.goesOn === 'before';
  if (!goesOn) {
    state.speaks = named;
    state.name = label.name;
  }
  state.pending = { printed, name: label.name, time: label.time, printedIn: at, named: named && !goesOn };
  if (label.end < text.length) pieces.push(pieceAt(plan, state, at, label.end));
  else if (!hasWordsBefore(plan, at + more + 1)) {
    for (let part = at; part <= at + more; part++) plan.leftOut.set(part, 'note');
    // Nothing is said, and yet it is a turn, after which somebody else speaks.
    pieces.push(pieceAt(plan, state, at, label.end));
  }
  return more;
}

/** Whether words come before the next label. */
function hasWordsBefore(plan: Plan, from: number): boolean {
  for (let at = from; at < plan.reading.parts.length; at++) {
    if (plan.labels.has(at)) return false;
    if (!plan.leftOut.has(at) && !onlyTime(plan.reading.parts[at])) return true;
  }
  return false;
}

function takeWords(plan: Plan, state: State, at: number, pieces: Piece[]): void {
  const part = plan.reading.parts[at];
  if (part === undefined) return;
  const alone = onlyTime(part);
  if (alone) {
    plan.leftOut.set(at, 'time');
    state.time = alone.seconds;
    if (plan.timesNames) state.speaks = false;
    return;
  }
  // Between two voices of one caption.
  if (plan.reading.timed && /^[-–—]{1,3}$/u.test(part.text)) {
    plan.leftOut.set(at, 'note');
    return;
  }
  const starts = plan.reading.startsGroup(at);
  if (starts && state.pending === null && !plan.reading.timed && isRemark(part.text)) {
    const [name, printed, time] = [null, null, null];
    const [start, end] = [0, part.text.length];
    pieces.push({ part: at, start, end, printed, name, time, basis: 'editorial', startsParagraph: true });
    return;
  }
  if (starts && state.pending === null && state.speaks && lacksLabel(plan, state, at)) state.speaks = false;
  pieces.push(pieceAt(plan, state, at, timeBefore(plan, part.text, state)));
}

/** `[laughter]`, `(Applause.)`: what whoever wrote it down remarks, alone in its paragraph. Others say whole sentences so. */
function isRemark(text: string): boolean {
  if (/^\[[^[\]]{1,60}\]\.?$/u.test(text)) return /\p{L}/u.test(text);
  const inside = /^\((?<remark>[^()]{1,40})\)\.?$/u.exec(text)?.groups?.remark;
  return inside !== undefined && STRUCTURE_WORDS.has(inside.replace(/\.$/u, '').toLowerCase());
}

function lacksLabel(plan: Plan, state: State, at: number): boolean {
  const { everyGroup, timesLines, reading } = plan;
  if (everyGroup) return !isWithin(reading, at);
  const text = reading.parts[at]?.text ?? '';
  if (timesLines && clockAt(text.slice(0, 60), 0) !== null) return true;
  if (reading.timed && mayBeAnother(plan, at)) return true;
  return state.asked && ANSWER.test(text);
}

/** After so many seconds in which nothing is said, nobody knows who goes on. */
const SILENCE = 10;
/** So long takes a word at most, and a sign of a script without spaces, in seconds: captions say only when they begin. */
const LONGEST_WORD = 0.5;
const LONGEST_SIGN = 0.3;

const ASKS = /[?？]["”’)\]]{0,2}$/u;

/** Whether a caption without a label comes after a long silence, or after a question, which somebody else may answer. */
function mayBeAnother({ reading: { parts }, marksChanges }: Plan, at: number): boolean {
  const [before, part] = [parts[at - 1], parts[at]];
  if (!before || !part) return false;
  // One question after another may be the same person's.
  if (!marksChanges && ASKS.test(before.text) && !ASKS.test(part.text)) return true;
  if (before.time === null || part.time === null) return false;
  let first = at - 1;
  while (first > 0 && parts[first - 1]?.time === before.time) first--;
  const said = parts.slice(first, at).reduce((sum, { text }) => sum + longestOf(text), 0);
  return part.time - before.time - said >= SILENCE;
}

function longestOf(text: string): number {
  const signs = text.match(/\p{Lo}/gu)?.length ?? 0;
  return Math.max(text.split(/\s+/u).length * LONGEST_WORD, signs * LONGEST_SIGN);
}

/** Whether lines that begin with a time have a name after it, but for a few. */
export function hasTimedLines(labels: ReadonlyMap<number, Marked>, { parts }: Reading): boolean {
  let named = 0;
  let bare = 0;
  for (const [at, { text }] of parts.entries()) {
    const clock = clockAt(text.slice(0, 60), 0);
    if (clock === null || clock.end >= text.length) continue;
    if (labels.get(at)?.verdict === 'name') named++;
    else bare++;
  }
  return named > 1 && bare * 2 <= named;
}

/** Whether marks without a name stand where somebody else begins. */
export function hasMarks(labels: ReadonlyMap<number, Marked>): boolean {
  return [...labels.values()].some(({ verdict, candidate }) => verdict === 'name' && candidate.key === '');
}

/** So many parts that begin with a time, and such a share of all, show that times stand before words. */
const TIMED = { count: 3, share: 0.4 };

/** Whether nearly all names stand alone in their lines with a time beside them. */
export function hasTimedNames(labels: ReadonlyMap<number, Marked>): boolean {
  const named = [...labels.values()].filter(({ verdict }) => verdict === 'name');
  const timed = named.filter(({ candidate: { alone, label } }) => alone && label.time !== null);
  return named.length > 1 && timed.length >= named.length * 0.9;
}

/** Whether the parts of a file begin with times that have no brackets. */
export function hasBareTimes({ parts }: Reading): boolean {
  const timed = parts.filter(({ text }) => /^\d/.test(text) && clockAt(text.slice(0, 60), 0) !== null).length;
  return timed >= TIMED.count && timed >= TIMED.share * parts.length;
}

/** Where the words of a part begin that has a time before them. */
function timeBefore({ bareTimes, timesLines }: Plan, text: string, state: State): number {
  if (!bareTimes && !timesLines && !/^\\?[[(]/.test(text)) return 0;
  const clock = clockAt(text.slice(0, 60), 0);
  if (clock === null || clock.end >= text.length) return 0;
  state.time = clock.seconds;
  return clock.end + (/^\s{0,9}(?:[|–—-]\s{1,9})?/u.exec(text.slice(clock.end))?.[0].length ?? 0);
}

/** The words of a part from a position on, with what is known of them. */
function pieceAt(plan: Plan, state: State, at: number, start: number): Piece {
  const part = plan.reading.parts[at];
  const text = part?.text ?? '';
  const { pending } = state;
  const starts = pending !== null || state.time !== null || plan.reading.startsGroup(at);
  const piece: Piece = {
    part: at,
    start,
    end: text.length,
    printed: pending?.printed || (start > 0 ? text.slice(0, start).trim() : null),
    ...(pending !== null && pending.printedIn !== at && { printedIn: pending.printedIn }),
    name: pending?.named || state.speaks ? state.name : null,
    time: pending?.time ?? state.time ?? part?.time ?? null,
    basis: pending?.named ? 'labelled' : state.speaks ? 'continued' : 'unknown',
    startsParagraph: starts,
  };
  state.asked = pending?.named === true && /\?["”’)]?$/u.test(text) && text.length < 600;
  state.pending = null;
  state.time = null;
  return piece;
}
