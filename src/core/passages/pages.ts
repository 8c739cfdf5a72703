import { LOCALES, type Localised } from '../language/locale.ts';
import { madeOnce, type Steps } from '../steps.ts';
import { displayName } from '../transcript/speakers.ts';
import type { Transcript } from '../transcript/transcript.ts';
import { passageLists, passagesById } from './lists.ts';
import type { Passage, PassagesById } from './passages.ts';
import { passagesAt, placeSteps, readPlaces } from './places.ts';
import { openingOf, turnStarts } from './turns.ts';

/**
 * The most characters of items on a page, as `shownLength` counts them. A Discord message takes 4,000; the
 * rest is for the page's own words. With this, no page of the first seminar shortens an excerpt, in any
 * language.
 */
const PAGE_LENGTH = 3700;
/** The most passages on a page: what one button can carry, and a reader can take in at once. */
const PAGE_PASSAGES = 8;
/** The most turns on a page: what a reader can look through at once. */
const PAGE_TURNS = 40;
/**
 * The most characters around an excerpt: its number, line and date, how its speaker is known, the mark of a
 * translation.
 */
const EXCERPT_FRAME = 250;
/** The most characters around a line of the table of contents. */
const TURN_FRAME = 70;

/** An item's page, and the pages around it. */
export interface Place<T> {
  /** The items to show: the page from the wanted item on. */
  shown: readonly T[];
  /** The number of the page, from 1. */
  page: number;
  /** How many pages there are. */
  count: number;
  /**
   * The first item of the page before, or of this page if it is not shown from its start; null at the start
   * of the first page.
   */
  previous: T | null;
  /** The first item of the next page; null on the last page. */
  next: T | null;
}

/** A seminar's passages, in source order; the same list each time. */
export function passagesIn({ passages }: PassagesById, transcript: Transcript): readonly Passage[] {
  return passageLists.now(passages).ofTranscript.get(transcript) ?? [];
}

/** Divides passages into pages for reading, each passage on exactly one page. */
export function pagesOfPassages(passages: readonly Passage[]): Passage[][] {
  return readingPages.now(passages);
}

/** Those pages, made once for each list of passages. */
export const readingPages = madeOnce<readonly Passage[], Passage[][]>((passages) =>
  pagesOf(passages, {
    maxItems: PAGE_PASSAGES,
    maxLength: PAGE_LENGTH - titleLength(passages[0]),
    lengthOf: lengthOfPassage,
  }),
);

/**
 * Divides turns into pages of a table of contents, each turn on exactly one page.
 * @param firsts the first passage of each turn
 */
export function pagesOfTurns(firsts: readonly Passage[]): Steps<Passage[][]> {
  const maxLength = PAGE_LENGTH - titleLength(firsts[0]);
  const lengthOfTurn = (first: Passage) =>
    TURN_FRAME + longest(openingOf(first)) + (first.speaker ? longest(displayName(first.speaker)) : 0);
  return pagesOf(firsts, { maxItems: PAGE_TURNS, maxLength, lengthOf: lengthOfTurn });
}

/** The pages of a seminar's table of contents, as the first passages of its turns; made once for each list of passages. */
export const contentsPages = madeOnce<readonly Passage[], Passage[][]>(function* (passages) {
  return yield* pagesOfTurns(turnStarts(passages));
});

/** Finds the page with an item, and the pages around it; null if no page has it. */
export function placeOf<T>(pages: readonly (readonly T[])[], item: T): Place<T> | null {
  const at = pages.findIndex((page) => page.includes(item));
  const page = pages[at];
  if (!page) return null;
  const start = page.indexOf(item);
  const before = start > 0 ? page : pages[at - 1];
  return {
    shown: page.slice(start),
    page: at + 1,
    count: pages.length,
    previous: before?.[0] ?? null,
    next: pages[at + 1]?.[0] ?? null,
  };
}

/**
 * Finds the passage at which to start reading.
 * @param passages one seminar's, in source order
 * @param from a place in any form that `readPlaces` takes, such as `30`, `line 30`, `12:31`, `p30b` or `p30.2`; of several, the
 *   first counts. A line on which nothing is said means the next one on which something is.
 * @returns null if there is no such place
 */
export function* startingSteps(passages: readonly Passage[], from: string): Steps<Passage | null> {
  const library = { passages: yield* passagesById.steps(passages) };
  yield* placeSteps(library);
  const [range] = readPlaces(from, library) ?? [];
  if (!range) return null;
  const place = range.from;
  if (!('line' in place)) return passagesAt([{ ...range, to: null }], library)?.passages[0] ?? null;
  if (place.line < (passages[0]?.line ?? 0)) return null;
  return passages.find((passage) => passage.lastLine >= place.line) ?? null;
}

interface PageLimits<T> {
  maxItems: number;
  /** An item that is longer has a page to itself. */
  maxLength: number;
  lengthOf: (item: T) => number;
}

function* pagesOf<T>(items: readonly T[], { maxItems, maxLength, lengthOf }: PageLimits<T>): Steps<T[][]> {
  const pages: T[][] = [];
  let roomLeft = 0;
  for (const item of items) {
    const length = lengthOf(item);
    const page = pages.at(-1);
    if (page && page.length < maxItems && length <= roomLeft) {
      page.push(item);
    } else {
      pages.push([item]);
      roomLeft = maxLength;
    }
    roomLeft -= length;
    yield;
  }
  return pages;
}

/** How long a passage is when shown with its translation, speaker and citation. */
function lengthOfPassage({ text, translation, speaker, evidence, transcript }: Passage): number {
  const about = [transcript.title, evidence, speaker && displayName(speaker), speaker?.role];
  return (
    EXCERPT_FRAME +
    shownLength(text) +
    shownLength(translation ?? '') +
    about.reduce((sum, words) => sum + (words ? longest(words) : 0), 0)
  );
}

function titleLength(passage: Passage | undefined): number {
  return passage ? longest(passage.transcript.title) : 0;
}

function longest(words: Localised): number {
  return Math.max(...LOCALES.map((locale) => shownLength(words[locale])));
}

/** The most characters that a text takes when shown: any punctuation may have to be escaped by another character. */
function shownLength(text: string): number {
  return text.length + (text.match(/[^\p{L}\p{N}\s]/gu)?.length ?? 0);
}
