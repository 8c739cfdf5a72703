/** How a text differs from its source, where it first does. */
export type Difference =
  /** One character stands for another; empty if it is missing on that side. */
  | { kind: 'character'; has: string; source: string }
  /** The same sign as one character, or as a letter and its mark. */
  | { kind: 'form'; character: string; has: 'one' | 'two' }
  /** Other words, with some of those around them. */
  | { kind: 'words'; has: string; source: string };

/** The first difference between a text and its source. */
export interface FoundDifference {
  difference: Difference;
  /** Where it is in the text (UTF-16). */
  offset: number;
  /** Where it is in the source's text (UTF-16). */
  at: number;
}

/** Where a text should be. */
export interface Whereabouts {
  /** The offsets in the source at which it may start, the likeliest first. */
  starts: readonly number[];
  /** The stretch of the source that is searched for its words. */
  from: number;
  to: number;
}

/** So many characters after a difference have to be the same, so that it is one. */
const SAME_AFTER = 8;
/** So many characters may be too many or missing at one place. */
const SHIFT = 80;
/** A text that begins with so many characters of the source is at its place. */
const SAME_BEFORE = 12;
/** Words are looked for by so many of their characters, at so many places of a text. */
const PROBE = 10;
const PROBES = 16;
/** The source is searched so far. */
const SEARCHED = 20_000;
/** So many characters on each side of a difference are shown. */
const AROUND = 14;
/** So many characters of other words are shown. */
const SHOWN = 48;

/**
 * Finds where a text and its source first differ, if most of it is there. Takes a time that is bounded but for the
 * characters that are the same.
 * @param text what should be in the source, and is not
 * @returns null if the text is another one
 */
export function differenceIn(text: string, source: string, where: Whereabouts): FoundDifference | null {
  const aligned = [...new Set(where.starts)]
    .map((start) => ({ start, same: sameLength(text, source, start) }))
    .sort((one, other) => other.same - one.same);
  for (const { start, same } of aligned) {
    const at = start + same;
    const shift = shiftAfter(text.slice(same), source.slice(at, at + 2 * SHIFT));
    if (shift) return { ...described({ text, offset: same, source, at }, shift), offset: same, at };
  }
  const [best] = aligned;
  if (!best) return null;
  const { same } = best;
  const at = best.start + same;
  const found = probe(text, source, where);
  const isNear = found && found.at >= at && found.at - at <= SHIFT && found.offset >= same;
  if (isNear) {
    const other = { has: found.offset - same, source: found.at - at };
    return { difference: wordsAround({ text, offset: same, source, at }, other), offset: same, at };
  }
  if (same >= Math.min(SAME_BEFORE, Math.ceil(text.length / 2)) && same > 0) {
    const other = { has: AROUND, source: AROUND };
    return { difference: wordsAround({ text, offset: same, source, at }, other), offset: same, at };
  }
  if (!found) return null;
  const before = { text, offset: 0, source, at: Math.max(where.from, found.at - found.offset) };
  const other = { has: found.offset, source: found.at - before.at };
  return { difference: wordsAround(before, other), offset: 0, at: before.at };
}

/** How many characters (UTF-16) a text has in common with the source from a place on, whole code points only. */
function sameLength(text: string, source: string, start: number): number {
  let same = 0;
  while (same < text.length && text.charCodeAt(same) === source.charCodeAt(start + same)) same++;
  const isInside = /[\uD800-\uDBFF]/.test(text.charAt(same - 1)) && same < text.length;
  return isInside ? same - 1 : same;
}

/** How many characters of each side are instead of those of the other. */
interface Shift {
  has: number;
  source: number;
}

/** The smallest change after which a text goes on as its source does; null if there is none. */
function shiftAfter(text: string, source: string): Shift | null {
  const [has, other] = [lengthOfFirst(text), lengthOfFirst(source)];
  if (text === '') return null;
  // At its end, a text has a character more, if the source has no word there.
  if (text.length === has && /^(?:\s|$)/.test(source)) return { has, source: 0 };
  if (goesOn(text, has, source, other)) return { has, source: other };
  for (let length = 1; length <= SHIFT; length++) {
    if (goesOn(text, 0, source, length)) return { has: 0, source: length };
    if (goesOn(text, length, source, 0)) return { has: length, source: 0 };
  }
  for (const [own, ofSource] of OTHER_WORDS) {
    const [mine, its] = [own.exec(text)?.[0].length, ofSource.exec(source)?.[0].length];
    if (mine !== undefined && its !== undefined && goesOn(text, mine, source, its))
      return { has: mine, source: its };
  }
  return null;
}

const ONE_WORD = /^\S{0,40}/;
const TWO_WORDS = /^\S{0,40}\s+\S{1,40}/;
/** How many words stand for how many. */
const OTHER_WORDS = [
  [ONE_WORD, ONE_WORD],
  [ONE_WORD, TWO_WORDS],
  [TWO_WORDS, ONE_WORD],
  [TWO_WORDS, TWO_WORDS],
] as const;

function lengthOfFirst(text: string): number {
  return (text.codePointAt(0) ?? 0) > 0xffff ? 2 : 1;
}

/** Fewer characters are the same by chance. */
const LEAST_SAME = 3;

/** Whether a text from one place on is the source from another; what is left of the text has to be something. */
function goesOn(text: string, from: number, source: string, at: number): boolean {
  if (from > text.length || at > source.length) return false;
  const rest = text.slice(from, from + SAME_AFTER);
  const isOne = from === lengthOfFirst(text) && at === lengthOfFirst(source);
  return (rest.length >= LEAST_SAME || isOne) && source.startsWith(rest, at);
}

/** The first stretch of a text that is in the source, as long as it is there; null if none of those tried is. */
function probe(
  text: string,
  source: string,
  { from, to }: Whereabouts,
): { offset: number; at: number } | null {
  const searched = source.slice(from, Math.min(to, from + SEARCHED));
  const step = Math.max(PROBE, Math.ceil((text.length - PROBE) / PROBES));
  for (let offset = 0; offset + PROBE <= text.length; offset += step) {
    const at = searched.indexOf(text.slice(offset, offset + PROBE));
    if (at < 0) continue;
    let back = 0;
    while (back < offset && back < at && text[offset - back - 1] === searched[at - back - 1]) back++;
    return { offset: offset - back, at: from + at - back };
  }
  return null;
}

/** A place in a text, and the one in its source. */
interface Place {
  text: string;
  offset: number;
  source: string;
  at: number;
}

/** A difference with where it is: that of a sign in two characters begins with its letter. */
function described(place: Place, shift: Shift): Pick<FoundDifference, 'difference'> {
  const form = formOf(place);
  if (form) return { difference: form };
  const { text, offset, source, at } = place;
  const has = text.slice(offset, offset + shift.has);
  const other = source.slice(at, at + shift.source);
  const isOne = [has, other].every((side) => side.length <= lengthOfFirst(side || ' '));
  // A letter more or less is better seen in its word.
  if (isOne && (has !== '' || isSign(other)) && (other !== '' || isSign(has))) {
    return { difference: { kind: 'character', has, source: other } };
  }
  return { difference: wordsAround(place, shift) };
}

function isSign(character: string): boolean {
  return !/[\p{L}\p{N}\p{M}]/u.test(character);
}

/** A letter with its marks. */
const LETTER = /^\P{M}\p{M}{1,8}|^\P{M}/u;

/** Whether the two sides have one sign in different forms; the difference may be in its mark. */
function formOf({ text, offset, source, at }: Place): Difference | null {
  for (const back of [0, 1]) {
    if (back > Math.min(offset, at)) return null;
    const has = LETTER.exec(text.slice(offset - back, offset - back + 16))?.[0] ?? '';
    const other = LETTER.exec(source.slice(at - back, at - back + 16))?.[0] ?? '';
    if (has !== other && has !== '' && has.normalize('NFC') === other.normalize('NFC')) {
      // Some signs, such as that of the ohm, are another character in the normal form, and not more of them.
      return has.length === other.length
        ? { kind: 'character', has, source: other }
        : { kind: 'form', character: has.normalize('NFC'), has: has.length > other.length ? 'two' : 'one' };
    }
  }
  return null;
}

/** What stands on each side, with some of the words around it. */
function wordsAround({ text, offset, source, at }: Place, shift: Shift): Difference {
  const before = text.slice(0, offset).slice(-AROUND);
  // A word is not cut, if there is room.
  const start = /^\S{0,12}\s/.exec(before)?.[0].length ?? 0;
  const from = offset - before.length + (offset > AROUND && start < before.length ? start : 0);
  return {
    kind: 'words',
    has: quoted(text, from, offset + shift.has),
    source: quoted(source, from - offset + at, at + shift.source),
  };
}

/** A stretch of a text up to the end of its last word, in short. */
function quoted(text: string, from: number, to: number): string {
  const end = to + (/^\S{0,16}/.exec(text.slice(to, to + AROUND))?.[0].length ?? 0);
  const words = text.slice(from, end + 1).trim();
  const characters = Array.from(words);
  return characters.length > SHOWN ? `${characters.slice(0, SHOWN).join('')}…` : words;
}
