import type { Steps } from '../../core/steps.ts';
import type { Piece } from '../format.ts';
import { type Clock, clockAt } from './clock.ts';
import type { Reading } from './reading.ts';

const PAUSE_EVERY = 500;
/** A time in brackets; a verse or a vote may stand in round ones. */
const OPENING = /\\?[[【](?=\s?\d)/gu;
/** So many times in brackets, and such a share of them no earlier than the one before, are those of the recording. */
const REGULAR = { count: 2, share: 0.9 };

interface InnerTime extends Clock {
  start: number;
}

/**
 * Takes the times in brackets out of pieces: `It is old. [00:36]` or `[00:36] It is old.`, where a file has them again and
 * again. What follows one begins at it; what it follows ends there.
 */
export function* innerTimeSteps(pieces: readonly Piece[], { parts }: Reading): Steps<Piece[]> {
  const found: InnerTime[][] = [];
  for (const [at, { part, start, end }] of pieces.entries()) {
    if (at % PAUSE_EVERY === 0) yield;
    found.push(timesIn(parts[part]?.text ?? '', start, end));
  }
  if (!areRegular(found.flat())) return [...pieces];
  return pieces.flatMap((piece, at) => divided(piece, found[at] ?? [], parts[piece.part]?.text ?? ''));
}

function timesIn(text: string, from: number, to: number): InnerTime[] {
  const times: InnerTime[] = [];
  for (const { index } of text.slice(0, to).matchAll(OPENING)) {
    if (index < from) continue;
    const clock = clockAt(text.slice(index, Math.min(to, index + 40)), 0);
    if (clock?.seconds != null) times.push({ start: index, end: index + clock.end, seconds: clock.seconds });
  }
  return times;
}

function areRegular(times: readonly InnerTime[]): boolean {
  const rising = times.filter(({ seconds }, at) => (seconds ?? 0) >= (times[at - 1]?.seconds ?? 0));
  return times.length >= REGULAR.count && rising.length >= times.length * REGULAR.share;
}

const WORD = /[\p{L}\p{N}]/u;

function divided(piece: Piece, times: readonly InnerTime[], text: string): Piece[] {
  if (times.length === 0) return [piece];
  const divisions: Piece[] = [];
  let next: Piece = piece;
  for (const { start, end, seconds } of times) {
    const before = text.slice(next.start, start);
    if (WORD.test(before)) {
      divisions.push({ ...next, end: next.start + before.trimEnd().length });
      next = { ...goingOn(piece), start: end, time: seconds };
    } else next = { ...next, start: end, time: divisions.length > 0 ? seconds : (next.time ?? seconds) };
  }
  // A label may have nothing but a time after it, and its words in the next line.
  if (WORD.test(text.slice(next.start, piece.end)) || divisions.length === 0) divisions.push(next);
  return divisions.map((each) => ({ ...each, start: skipBlanks(text, each.start, each.end) }));
}

function skipBlanks(text: string, start: number, end: number): number {
  const words = text.slice(start, end);
  return start + words.length - words.trimStart().length;
}

/** What goes on after a piece in the same part. */
function goingOn(piece: Piece): Piece {
  const { printedIn: _, ...rest } = piece;
  const basis = piece.basis === 'labelled' ? 'continued' : piece.basis;
  return { ...rest, printed: null, basis, startsParagraph: false };
}
