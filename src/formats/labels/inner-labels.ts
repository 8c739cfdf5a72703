import type { Steps } from '../../core/steps.ts';
import type { Piece } from '../format.ts';
import { formOf } from './name-form.ts';
import type { Reading } from './reading.ts';
import type { Marked } from './turns.ts';

const PAUSE_EVERY = 500;
/** No label within a line is longer. */
const LONGEST = 60;
const COLON = /[:：](?=\s|$)/gu;
/** What a sentence, or what is heard, ends with before somebody else is named. */
const ENDED = /(?:[.!?…]["”’)\]]{0,2}|[\])—–]|--|[-,][”"])\s{1,4}$/u;

/**
 * Divides pieces in which another label stands: `Mira: Is it open? Ole: Since May.` in one line. Only names that begin parts
 * of the file, spelled as they are there, are labels within a line, and only after the end of a sentence.
 */
export function* innerLabelSteps(
  pieces: readonly Piece[],
  { parts }: Reading,
  labels: ReadonlyMap<number, Marked>,
): Steps<Piece[]> {
  const known = namesIn(labels);
  if (known.size === 0) return [...pieces];
  if ([...known].some(isCapitals)) yield* addCapitals(pieces, parts, known);
  const result: Piece[] = [];
  /** Whom the last inner label names, until another label. */
  let inner: string | null = null;
  for (const [at, piece] of pieces.entries()) {
    if (at % PAUSE_EVERY === 0) yield;
    if (piece.basis !== 'continued') inner = null;
    const own = inner === null ? piece : { ...piece, name: inner };
    const found =
      piece.basis === 'editorial' ? [] : labelsWithin(parts[piece.part]?.text ?? '', piece, known);
    result.push(...divided(own, found, parts));
    inner = found.at(-1)?.name ?? inner;
  }
  return result;
}

interface Inner {
  start: number;
  end: number;
  printed: string;
  name: string;
}

const isCapitals = (name: string) => /\p{Lu}{2}/u.test(name) && !/\p{Ll}/u.test(name);
const IN_CAPITALS = /(?:^|\s)((?:\p{Lu}[\p{Lu}’'.-]{1,20} ){0,3}\p{Lu}[\p{Lu}’'-]{1,20}):(?=\s)/gu;

/** In a file that has names in capitals, what stands so before a colon twice is one, though it never begins a line. */
function* addCapitals(pieces: readonly Piece[], parts: Reading['parts'], known: Set<string>): Steps<void> {
  const seen = new Set<string>();
  for (const [at, { part, start, end }] of pieces.entries()) {
    if (at % PAUSE_EVERY === 0) yield;
    for (const [, name = ''] of (parts[part]?.text.slice(start, end) ?? '').matchAll(IN_CAPITALS)) {
      const form = formOf(name);
      if (form === 'structure' || form === 'sentence') continue;
      if (seen.has(name)) known.add(name);
      seen.add(name);
    }
  }
}

function namesIn(labels: ReadonlyMap<number, Marked>): Set<string> {
  const names = new Set<string>();
  for (const { candidate, verdict } of labels.values()) {
    const { name, time } = candidate.label;
    if (verdict === 'name' && name !== null && time === null && /^\P{Ll}/u.test(name)) names.add(name);
  }
  return names;
}

function labelsWithin(text: string, { start, end }: Piece, known: ReadonlySet<string>): Inner[] {
  const found: Inner[] = [];
  let from = start;
  for (const { index } of text.slice(0, end).matchAll(COLON)) {
    if (index <= from) continue;
    const label = labelBefore(text, index, from, known);
    if (label === null) continue;
    found.push(label);
    from = label.end;
  }
  return found;
}

/** The longest known name that ends at a colon. */
function labelBefore(text: string, colon: number, from: number, known: ReadonlySet<string>): Inner | null {
  const least = Math.max(from + 1, colon - LONGEST);
  const end = colon + 1 + (/^\s{0,4}/u.exec(text.slice(colon + 1, colon + 5))?.[0].length ?? 0);
  for (let start = least; start < colon; start++) {
    if (!/\s/.test(text.charAt(start - 1))) continue;
    const name = text.slice(start, colon);
    if (!known.has(name)) continue;
    if (!ENDED.test(text.slice(Math.max(from, start - 8), start))) continue;
    return { start, end, printed: text.slice(start, colon + 1), name };
  }
  return null;
}

function divided(piece: Piece, found: readonly Inner[], parts: Reading['parts']): Piece[] {
  const [first] = found;
  if (!first) return [piece];
  const text = parts[piece.part]?.text ?? '';
  const trimmed = (from: number, to: number) => from + text.slice(from, to).trimEnd().length;
  const before: Piece = { ...piece, end: trimmed(piece.start, first.start) };
  const more = found.map(({ end, printed, name }, at): Piece => {
    const { part, time } = piece;
    const until = found[at + 1]?.start ?? piece.end;
    return {
      part,
      start: end,
      end: trimmed(end, until),
      printed,
      name,
      time,
      basis: 'labelled',
      startsParagraph: true,
    };
  });
  return [before, ...more];
}
