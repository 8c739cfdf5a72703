import type { Steps } from '../../core/steps.ts';
import type { SourcePart } from '../../core/transcript/source.ts';
import { formOf } from './name-form.ts';
import type { Reading } from './reading.ts';

/** A page has at least this many parts. */
const SHORTEST_PAGE = 8;
/** A head or foot has at most this many signs. */
const LONGEST = 140;
/** So many lines around a page's number may belong to its head and foot. */
const AROUND = 3;
/** On such a share of the pages a head stands. */
const MOST_PAGES = 0.4;
/** No file has more kinds of heads and feet. */
const MOST_HEADS = 20;
const PAUSE_EVERY = 500;
/** A shorter line may be anything. */
const SHORTEST_HEAD = 8;
/** Pages of few lines show by so many numbers that each rise. */
const LEAST_EACH = 3;
/** A head without a number comes so often. */
const LEAST_SAME = 4;
/** One that may be a name stands so often in the middle of a sentence. */
const MOST_WITHIN = 0.6;
/** The longest page is at most so much longer than the shortest. */
const REGULAR = 1.5;
/** `Annual Forum        3`. */
const COLUMN = /\S\s{3,200}\d{1,5}$|^\d{1,5}\s{3,200}\S/u;
const NUMBER = /\d{1,5}/gu;
/** `--- Page 6 ---`, `Column 177`, `5 of 286`: what such a line is, it says itself. */
const SAYS_PAGE =
  /^[\s\-–—=*[(]{0,12}(?:page|column|seite|página)\s\d{1,5}(?:\s(?:of|von|de|\/)\s\d{1,5})?[\s\-–—=*\])]{0,12}$|\b\d{1,5} of (\d{1,5})$/iu;

/** A line that says that it is a page, and stands once. */
const PAGE_ALONE = /^[-–—[( ]{0,4}page \d{1,5}(?: of \d{1,5})?[-–—\]) ]{0,4}$/iu;

/**
 * The parts that are heads and feet of pages: lines that come again at the distance of a page with a number that rises by
 * one, and what comes again beside them.
 */
export function* pageHeadSteps(parts: readonly SourcePart[]): Steps<Set<number>> {
  const heads = new Set<number>();
  const long = new Set<number>();
  for (const positions of yield* numberedLines(parts)) {
    for (const at of positions) heads.add(at);
    if (areLong(positions)) for (const at of positions) long.add(at);
  }
  if (heads.size === 0) return heads;
  for (const at of yield* brokenHeads(parts, heads)) {
    heads.add(at);
    long.add(at);
  }
  // On pages of few lines, what is said stands beside each head.
  const numbers = [...long].toSorted((a, b) => a - b);
  const beside = new Map<string, number[]>();
  const seen = new Set<number>();
  for (const number of numbers) {
    for (let at = number - AROUND; at <= number + AROUND; at++) {
      const text = parts[at]?.text;
      if (text === undefined || text.length > LONGEST || heads.has(at) || seen.has(at)) continue;
      seen.add(at);
      const template = templateOf(text);
      const known = beside.get(template);
      if (known) known.push(at);
      else beside.set(template, [at]);
    }
  }
  for (const positions of beside.values()) {
    // Once on a page, and on nearly every page: what is said may come again, but not so.
    const isHead = positions.length >= 2 && positions.length >= numbers.length * MOST_PAGES;
    if (isHead && positions.length <= numbers.length) for (const at of positions) heads.add(at);
  }
  return heads;
}

/** Whether the pages on which a head stands have many parts. */
function areLong(positions: readonly number[]): boolean {
  const whole = (positions.at(-1) ?? 0) - (positions[0] ?? 0);
  return positions.length > 1 && whole >= (positions.length - 1) * SHORTEST_PAGE;
}

/** Where a head and a foot became one line, the first and the last page have one of them alone. */
function* brokenHeads(parts: readonly SourcePart[], heads: ReadonlySet<number>): Steps<number[]> {
  const templates = [...new Set([...heads].map((at) => templateOf(parts[at]?.text ?? '')))].slice(
    0,
    MOST_HEADS,
  );
  const broken: number[] = [];
  for (const [at, { text }] of parts.entries()) {
    if (at % PAUSE_EVERY === 0) yield;
    const mayBe = text.length <= LONGEST && text.length >= SHORTEST_HEAD && /\d/.test(text) && !heads.has(at);
    if (!mayBe) continue;
    const template = templateOf(text);
    if (templates.some((whole) => whole.startsWith(template) || whole.endsWith(template))) broken.push(at);
  }
  return broken;
}

function templateOf(text: string): string {
  return text.replace(NUMBER, '#').replace(/\s+/gu, ' ');
}

/** Groups of lines that differ in one number alone, which rises by one from page to page. */
function* numberedLines(parts: readonly SourcePart[]): Steps<number[][]> {
  const lines = new Map<string, number[]>();
  for (const [at, { text }] of parts.entries()) {
    if (at % PAUSE_EVERY === 0) yield;
    if (text.length > LONGEST) continue;
    const template = templateOf(text);
    const known = lines.get(template);
    if (known) known.push(at);
    else lines.set(template, [at]);
  }
  yield;
  return [...lines.entries()].flatMap(([template, positions]) =>
    isPageLike(template) && (isNumbered(parts, positions) || isSame(parts, positions)) ? [positions] : [],
  );
}

function isNumbered(parts: readonly SourcePart[], positions: readonly number[]): boolean {
  if (!/\d/.test(parts[positions[0] ?? 0]?.text ?? '')) return false;
  return risesByOne(parts, positions) || risesEach(parts, positions) || saysPage(parts, positions);
}

/** Pages of few lines: the number rises each time, and stands in a column of its own or in the middle of a sentence. */
function risesEach(parts: readonly SourcePart[], positions: readonly number[]): boolean {
  if (positions.length < LEAST_EACH) return false;
  const isApart = positions.every((at, index) => index === 0 || at - (positions[index - 1] ?? 0) > 1);
  if (!isApart || risenIn(parts, positions) < positions.length - 1) return false;
  return positions.every((at) => COLUMN.test(parts[at]?.text ?? '')) || interruptions(parts, positions) > 0;
}

/** What comes again without a number, in the middle of sentences or each time after as many lines. */
function isSame(parts: readonly SourcePart[], positions: readonly number[]): boolean {
  const text = parts[positions[0] ?? 0]?.text ?? '';
  if (positions.length < LEAST_SAME || text.length < SHORTEST_HEAD || !/^[\p{Lu}\d]/u.test(text))
    return false;
  if (!text.includes(' ') || /[.!?…:,]["”’)\]]?$/u.test(text) || /^[[(]/u.test(text)) return false;
  if (positions.some((at) => parts[at]?.text !== text || parts[at]?.time !== null)) return false;
  const form = formOf(text);
  const mayBeName = form === 'full' || form === 'single' || form === 'role';
  const within = interruptions(parts, positions);
  if (within >= (mayBeName ? positions.length * MOST_WITHIN : 2)) return true;
  return !mayBeName && /\d/u.test(text) && isRegular(positions.map((at) => parts[at]?.place ?? 0));
}

/** How often a sentence begins above a line and goes on below it. */
function interruptions(parts: readonly SourcePart[], positions: readonly number[]): number {
  return positions.filter((at) => at > 0 && isOpenBetween(parts[at - 1]?.text, parts[at + 1]?.text)).length;
}

/** Whether a sentence goes on from one text to the next. */
function isOpenBetween(above: string | undefined, below: string | undefined): boolean {
  return /[\p{L}\p{N},’'-]$/u.test(above ?? '') && /^\p{Ll}/u.test(below ?? '');
}

/** Whether lines stand about as far from each other as pages do; the last page may be short. */
function isRegular(places: readonly number[]): boolean {
  const apart = places
    .slice(1)
    .map((place, at) => place - (places[at] ?? 0))
    .slice(0, -1);
  const least = Math.min(...apart);
  return least >= SHORTEST_PAGE && Math.max(...apart) <= least * REGULAR;
}

/**
 * Which paragraphs begin: not one that goes on with a sentence over the end of a page.
 * @param heads the positions of heads and feet of pages
 */
export function overPages(reading: Reading, heads: ReadonlySet<number>): Reading {
  if (heads.size === 0) return reading;
  const { parts } = reading;
  const going = new Set<number>();
  for (const head of heads) {
    const next = head + 1;
    if (heads.has(next) || next >= parts.length) continue;
    let above = head;
    while (heads.has(above)) above--;
    if (isOpenBetween(parts[above]?.text, parts[next]?.text)) going.add(next);
  }
  const startsGroup = (at: number) => !going.has(at) && reading.startsGroup(at);
  return {
    ...reading,
    startsGroup,
    setting: (at) => ({ ...reading.setting(at), startsGroup: startsGroup(at) }),
  };
}

/** A bare time is none, nor is a line with a label's colon. */
function isPageLike(template: string): boolean {
  return !/#:#/.test(template) && !/^[^#]*\p{L}:\s/u.test(template);
}

/** Whether lines say that they are pages, and their numbers rise. */
function saysPage(parts: readonly SourcePart[], positions: readonly number[]): boolean {
  const texts = positions.map((at) => parts[at]?.text ?? '');
  const found = texts.map((text) => SAYS_PAGE.exec(text));
  if (texts.length === 1) return PAGE_ALONE.test(texts[0] ?? '');
  if (texts.length < 2 || found.some((match) => match === null || match[1] !== found[0]?.[1])) return false;
  const column = found[0]?.[1] === undefined ? -1 : -2;
  const numbers = texts.map((text) => Number((text.match(NUMBER) ?? []).at(column)));
  return numbers.every((number, at) => at === 0 || number > (numbers[at - 1] ?? 0));
}

function risesByOne(parts: readonly SourcePart[], positions: readonly number[]): boolean {
  if (positions.length < 2) return false;
  const apart = positions.every(
    (at, index) =>
      index === 0 ||
      at - (positions[index - 1] ?? 0) >= SHORTEST_PAGE ||
      (index > 2 && index === positions.length - 1),
  );
  if (!apart) return false;
  // Two pages alone are few: their numbers have to say that they are ones.
  if (positions.length === 2 && !/\bof\b|page/iu.test(parts[positions[0] ?? 0]?.text ?? '')) return false;
  return risenIn(parts, positions) >= Math.ceil((positions.length - 1) * 0.8);
}

/** How often a number in the same column is one more than in the line before. */
function risenIn(parts: readonly SourcePart[], positions: readonly number[]): number {
  const rows = positions.map((at) => (parts[at]?.text.match(NUMBER) ?? []).map(Number));
  const risen = (rows[0] ?? []).map(
    (_, column) =>
      rows.filter((row, at) => at > 0 && row[column] === (rows[at - 1]?.[column] ?? 0) + 1).length,
  );
  return Math.max(0, ...risen);
}
