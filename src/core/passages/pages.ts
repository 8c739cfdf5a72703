import { LOCALES, type Localised } from '../language/locale.ts';
import { displayName } from '../transcript/speakers.ts';
import type { Transcript } from '../transcript/transcript.ts';
import type { Passage, PassagesById } from './passages.ts';
import type { Turn } from './turns.ts';

/**
 * How much one page holds, in characters as they are shown. A Discord message takes 4,000; the rest is for the
 * page's own words. No page of the first seminar has an excerpt shortened, in any language.
 */
const PAGE_TEXT = 3700;
/** As many passages as a button carries, and a reader takes in at once. */
const PAGE_PASSAGES = 8;
/** As many turns as a reader looks through at once. */
const PAGE_TURNS = 40;
/** The words around an excerpt that are not its own: number, how the name is known, line, date, mark of a translation. */
const EXCERPT_FRAME = 250;
/** The same for a line of the table of contents. */
const TURN_FRAME = 70;

/** Where a page stands in a row of pages. */
export interface Place<T> {
  /** What is shown: the page, from the item that was asked for to its end. */
  shown: readonly T[];
  /** The number of the page, from 1. */
  page: number;
  count: number;
  /** The first item of the page before; of this page, where it is shown from its middle. Null at the start. */
  previous: T | null;
  /** The first item of the next page; null at the end. */
  next: T | null;
}

/** A seminar's passages, in the order of the source. */
export function passagesIn({ passages }: PassagesById, transcript: Transcript): Passage[] {
  return [...passages.values()].filter((passage) => passage.transcript === transcript);
}

/** Passages in pages for reading: nothing is left out, and nothing comes twice. */
export function pagesOfPassages(passages: readonly Passage[]): Passage[][] {
  return pagesOf(passages, { most: PAGE_PASSAGES, text: PAGE_TEXT - titleLength(passages[0]), lengthOf });
}

/** Turns in pages of a table of contents. */
export function pagesOfTurns(turns: readonly Turn[]): Turn[][] {
  const text = PAGE_TEXT - titleLength(turns[0]?.first);
  const lengthOfTurn = ({ first: { speaker }, opening }: Turn) =>
    TURN_FRAME + longest(opening) + (speaker ? longest(displayName(speaker)) : 0);
  return pagesOf(turns, { most: PAGE_TURNS, text, lengthOf: lengthOfTurn });
}

/** Finds an item among pages, and what stands around it; null where no page has it. */
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
 * Finds where to start reading.
 * @param from a source line (`30`), a segment (`p30b`), a passage (`p30.2`), or either after its seminar's id and a
 *   slash. A line on which nothing is said stands for the next one.
 */
export function startingAt(passages: readonly Passage[], from: string): Passage | null {
  const wanted = from.trim();
  if (/^\d{1,9}$/.test(wanted)) {
    const line = Number(wanted);
    if (line < (passages[0]?.line ?? 0)) return null;
    return passages.find((passage) => passage.line >= line) ?? null;
  }
  return (
    passages.find(({ id, segment, transcript }) =>
      [segment.id, `${transcript.id}/${segment.id}`, id, id.slice(transcript.id.length + 1)].includes(wanted),
    ) ?? null
  );
}

interface Fill<T> {
  /** The most items of a page. */
  most: number;
  /** The most characters of a page; an item that is longer has one to itself. */
  text: number;
  lengthOf: (item: T) => number;
}

/** Fills one page after another. */
function pagesOf<T>(items: readonly T[], { most, text, lengthOf }: Fill<T>): T[][] {
  const pages: T[][] = [];
  let left = 0;
  for (const item of items) {
    const length = lengthOf(item);
    const open = pages.at(-1);
    if (open && open.length < most && length <= left) {
      open.push(item);
    } else {
      pages.push([item]);
      left = text;
    }
    left -= length;
  }
  return pages;
}

/** How much room a passage takes, its translation, speaker and citation with it. */
function lengthOf({ text, translation, speaker, evidence, transcript }: Passage): number {
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

/** The most characters that a text takes where it is shown: each sign may need another before it, to mean nothing. */
function shownLength(text: string): number {
  return text.length + (text.match(/[^\p{L}\p{N}\s]/gu)?.length ?? 0);
}
