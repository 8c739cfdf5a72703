import { shorten } from '../language/text.ts';
import type { Steps } from '../steps.ts';
import { MISSES, QUOTED, reportDifference } from './align.ts';
import type { Entry } from './parse.ts';
import type { Problems } from './problem.ts';
import { partAt, type Source } from './source.ts';

/** An entry at its place in a source. */
export interface Aligned {
  entry: Entry;
  /** UTF-16 offset of its text in the source's. */
  start: number;
  /** The part in which its text begins, by its position. */
  part: number;
  /** Whether the part has no words before its label and text. */
  isFirst: boolean;
}

/** What a letter or a digit begins. */
const WORD = /[\p{L}\p{N}]/gu;
/** A time by itself, such as 12:31 or 00:12:31,040. */
const TIME = /\d{1,3}(?::\d\d){1,2}(?:[.,]\d{1,3})?(?![\p{L}\p{N}])/uy;
/** So far back from words the signs are looked at that a text may begin with. */
const SIGNS = 400;
/** So many characters of a text are searched for; then the whole is compared. */
const PROBE = 64;

/**
 * Finds entries in a source, in order: a text may go on over several parts, and so may a label. What has neither letters
 * nor digits, and times, may be in none. Takes a time that is linear in the source and in the entries.
 * @param source without the parts that are left out
 * @param placesLeftOut those of the parts that are
 * @param problems those of the transcript's file
 * @param sourceFile as problems name it
 */
export function* alignPartsSteps(
  entries: readonly Entry[],
  { source, placesLeftOut, sourceFile }: { source: Source; placesLeftOut: Places; sourceFile: string },
  problems: Problems,
): Steps<Aligned[]> {
  const alignment = new Alignment(source, placesLeftOut, problems, problems.in(sourceFile));
  const byPlace = new Map<number, number>();
  for (const [at, { place }] of source.parts.entries()) {
    // Several voices may share a line: the first of them, from which the alignment goes on.
    if (!byPlace.has(place)) byPlace.set(place, at);
    if (at % 1000 === 0) yield;
  }
  const found: Aligned[] = [];
  for (const entry of entries) {
    const aligned = alignment.next(entry, byPlace.get(entry.sourceLine));
    if (aligned) found.push(aligned);
    yield;
  }
  alignment.end();
  return found;
}

/** Whether a place is among some. */
export interface Places {
  has(place: number): boolean;
}

class Alignment {
  readonly #source: Source;
  readonly #leftOut: Places;
  readonly #problems: Problems;
  readonly #ofSource: Problems;
  /** Up to here, everything is in an entry, or need not be. */
  #cursor = 0;
  /** The part of the last entry. */
  #part = 0;
  /** Whether the last entry was not found: what is before the next one is no news then. */
  #isLost = false;
  /** How many texts were not found in the part. */
  #misses = 0;
  /** The heading of the last entry that was looked for. */
  #line = 1;

  constructor(source: Source, leftOut: Places, problems: Problems, ofSource: Problems) {
    this.#source = source;
    this.#leftOut = leftOut;
    this.#problems = problems;
    this.#ofSource = ofSource;
  }

  /**
   * Finds the next entry.
   * @param first the position of the first part that has the place in its heading
   */
  next(entry: Entry, first: number | undefined): Aligned | null {
    const part = first === undefined ? undefined : this.#unread(first);
    this.#line = entry.line;
    if (part === undefined || !this.#isInOrder(entry, part)) {
      if (part === undefined) this.#reportPlace(entry);
      this.#isLost = true;
      return null;
    }
    if (part !== this.#part) this.#misses = 0;
    this.#part = part;
    // Nobody means the tenth wrong text of one part.
    if (this.#misses > MISSES) return null;
    if (this.#isLost) this.#cursor = Math.max(this.#cursor, this.#source.starts[part] ?? 0);
    const label = this.#labelOf(entry, part);
    const from = label ? label.start + label.length : this.#cursor;
    const start = this.#textOf(entry, part, from);
    if (start === null) {
      this.#isLost = true;
      this.#misses++;
      return null;
    }
    const found = partAt(this.#source, start);
    const isLabelThere = label !== null && partAt(this.#source, label.start) === part;
    if (found !== part && !isLabelThere) this.#reportOtherPlace(entry, found);
    this.#cursor = start + entry.text.length;
    this.#isLost = false;
    const isFirst = (label?.start ?? start) <= wordFrom(this.#source.text, this.#source.starts[found] ?? 0);
    return { entry, start, part: found, isFirst };
  }

  /** Reports what is after the last entry. */
  end(): void {
    if (!this.#isLost) this.#reportGap(this.#cursor, this.#source.text.length);
  }

  /** Of the parts with one place, the first that is not read to its end. */
  #unread(first: number): number {
    const { parts, starts } = this.#source;
    let part = first;
    while (
      parts[part + 1]?.place === parts[first]?.place &&
      (starts[part] ?? 0) + (parts[part]?.text.length ?? 0) <= this.#cursor
    ) {
      part++;
    }
    return part;
  }

  #isInOrder({ id, line }: Entry, part: number): boolean {
    if (part >= this.#part) return true;
    const { unit, parts } = this.#source;
    const [place = 0, previous = 0] = [parts[part]?.place, parts[this.#part]?.place];
    this.#problems.report(line, 'place-order', { id, unit, place, previous });
    return false;
  }

  /** Where the label of an entry is printed; null if it has none, or its part has the label in a field of its own. */
  #labelOf({ label, line }: Entry, part: number): { start: number; length: number } | null {
    const own = this.#source.parts[part]?.label ?? null;
    const printed = label?.trim() ?? '';
    if (label === null || own === printed || own === label) return null;
    const { length } = printed;
    const expected = this.#expected(printed, this.#cursor);
    if (expected !== null) return { start: expected, length };
    const later = this.#search(printed, part, this.#cursor);
    if (later !== null) {
      if (!this.#isLost) this.#reportGap(this.#cursor, later);
      return { start: later, length };
    }
    const { unit, parts } = this.#source;
    const values = { label, unit, place: parts[part]?.place ?? 0, found: own && shorten(own, QUOTED) };
    this.#problems.report(line, 'part-label-missing', values);
    this.#isLost = true;
    return null;
  }

  /** Where the text of an entry is; null, and a problem, if it is not there. */
  #textOf(entry: Entry, part: number, from: number): number | null {
    const expected = this.#expected(entry.text, from);
    if (expected !== null) return expected;
    const later = this.#search(entry.text, part, from);
    if (later !== null && !isInWord(this.#source.text, later)) {
      if (!this.#isLost) this.#reportGap(from, later);
      return later;
    }
    this.#cursor = this.#reportMissing(entry, part, from) ?? from;
    return null;
  }

  /** Where a text is, if nothing that has to be in an entry is before it. */
  #expected(text: string, from: number): number | null {
    const source = this.#source.text;
    const word = wordFrom(source, from);
    const likely = word - wordFrom(text, 0);
    if (likely >= from && source.startsWith(text, likely)) return likely;
    // It may begin with a time, or have no words at all.
    for (let start = Math.max(from, word - SIGNS); start <= word; start++) {
      if (source.startsWith(text, start)) return start;
    }
    return null;
  }

  /** Where a text begins in a part, but not before a place; null if it does not. */
  #search(text: string, part: number, from: number): number | null {
    const { text: source, starts, parts } = this.#source;
    const start = starts[part] ?? 0;
    const end = start + (parts[part]?.text.length ?? 0);
    const searched = source.slice(Math.max(start, from), end + PROBE);
    const probe = text.slice(0, PROBE);
    let at = searched.indexOf(probe);
    for (let tries = 0; at >= 0 && tries < MISSES; tries++) {
      const found = Math.max(start, from) + at;
      if (found >= end) return null;
      if (source.startsWith(text, found)) return found;
      at = searched.indexOf(probe, at + 1);
    }
    return null;
  }

  /**
   * Reports a text that is not in the source: where it differs, if it is there in most of its words.
   * @returns up to where the source has it; null if it is not there
   */
  #reportMissing(entry: Entry, part: number, from: number): number | null {
    const { text, unit, starts, parts } = this.#source;
    const [start = 0, place = 0] = [starts[part], parts[part]?.place];
    const begin = Math.max(start, from);
    const aligned = wordFrom(text, begin) - wordFrom(entry.text, 0);
    const skipped = begin + (/^\s{0,9}/.exec(text.slice(begin, begin + 9))?.[0].length ?? 0);
    const candidates = [skipped, aligned].filter((each) => each >= begin);
    const end = begin + (parts[part]?.text.length ?? 0) + entry.text.length;
    const where = { starts: candidates, from: begin, to: end };
    const placeAt = (at: number) => {
      const found = Math.max(0, partAt(this.#source, Math.min(at, text.length - 1)));
      return { place: parts[found]?.place ?? place, start: starts[found] ?? start };
    };
    const there = reportDifference(entry, { text, where, unit, place, start }, this.#problems, placeAt);
    if (there === null) this.#problems.report(entry.line, 'part-text-missing', { id: entry.id, unit, place });
    return there;
  }

  /** Reports what is between two places and has to be in an entry. */
  #reportGap(from: number, to: number): void {
    const { text, unit, starts, parts } = this.#source;
    const word = wordFrom(text, from);
    if (word >= to) return;
    const shown = shorten(text.slice(Math.max(from, word), Math.min(to, word + 2 * QUOTED)).trim(), QUOTED);
    const [first, last] = [partAt(this.#source, word), partAt(this.#source, to - 1)];
    const isWhole =
      (starts[first] ?? 0) >= from && (starts[last] ?? 0) + (parts[last]?.text.length ?? 0) <= to;
    if (!isWhole) {
      this.#problems.report(this.#line, 'text-not-covered', { text: shown });
      return;
    }
    const places = { first: parts[first]?.place ?? 1, last: parts[last]?.place ?? 1 };
    const line = unit === 'line' ? places.first : 1;
    this.#ofSource.report(line, 'parts-not-covered', { unit, ...places, text: shown });
  }

  #reportPlace({ id, sourceLine: place, line }: Entry): void {
    const { unit, parts } = this.#source;
    if (this.#leftOut.has(place)) {
      this.#problems.report(line, 'place-left-out', { id, unit, place });
      return;
    }
    let [low, high] = [0, parts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((parts[middle]?.place ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    const nearest = [parts[low - 1], parts[low]].flatMap((part) => part?.place ?? []);
    this.#problems.report(line, 'place-unknown', { id, unit, place, nearest });
  }

  #reportOtherPlace({ id, sourceLine: place, line }: Entry, part: number): void {
    const { unit, parts } = this.#source;
    this.#problems.report(line, 'place-differs', { id, unit, place, found: parts[part]?.place ?? 0 });
  }
}

/** Whether a place is inside of a word that is written with letters, not Chinese characters. */
function isInWord(text: string, at: number): boolean {
  return /^(?:(?!\p{Script=Han})[\p{L}\p{N}]){2}$/u.test(text.slice(at - 1, at + 1));
}

/** The first place from one on with a letter or a digit that is not a part of a time. */
function wordFrom(text: string, from: number): number {
  let at = from;
  for (;;) {
    WORD.lastIndex = at;
    const word = WORD.exec(text)?.index;
    if (word === undefined) return text.length;
    TIME.lastIndex = word;
    // What is left of a word is no time.
    if ((word === at && isInWord(text, word)) || !TIME.test(text)) return word;
    at = TIME.lastIndex;
  }
}
