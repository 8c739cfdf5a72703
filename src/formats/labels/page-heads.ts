import type { Steps } from '../../core/steps.ts';
import type { SourcePart } from '../../core/transcript/source.ts';

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
const NUMBER = /\d{1,5}/gu;
/** `--- Page 6 ---`, `Column 177`, `5 of 286`: what such a line is, it says itself. */
const SAYS_PAGE =
  /^[\s\-–—=*[(]{0,12}(?:page|column|seite|página)\s\d{1,5}(?:\s(?:of|von|de|\/)\s\d{1,5})?[\s\-–—=*\])]{0,12}$|\b\d{1,5} of (\d{1,5})$/iu;

/**
 * The parts that are heads and feet of pages: lines that come again at the distance of a page with a number that rises by
 * one, and what comes again beside them.
 */
export function* pageHeadSteps(parts: readonly SourcePart[]): Steps<Set<number>> {
  const heads = new Set<number>();
  for (const positions of yield* numberedLines(parts)) {
    for (const at of positions) heads.add(at);
  }
  if (heads.size === 0) return heads;
  for (const at of yield* brokenHeads(parts, heads)) heads.add(at);
  const numbers = [...heads].toSorted((a, b) => a - b);
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
    if (text.length > LONGEST || !/\d/.test(text)) continue;
    const template = templateOf(text);
    const known = lines.get(template);
    if (known) known.push(at);
    else lines.set(template, [at]);
  }
  yield;
  return [...lines.entries()].flatMap(([template, positions]) =>
    isPageLike(template) && (risesByOne(parts, positions) || saysPage(parts, positions)) ? [positions] : [],
  );
}

/** A bare time is none, nor is a line with a label's colon. */
function isPageLike(template: string): boolean {
  return !/#:#/.test(template) && !/^[^#]*\p{L}:\s/u.test(template);
}

/** Whether lines say that they are pages, and their numbers rise. */
function saysPage(parts: readonly SourcePart[], positions: readonly number[]): boolean {
  const texts = positions.map((at) => parts[at]?.text ?? '');
  const found = texts.map((text) => SAYS_PAGE.exec(text));
  if (texts.length < 2 || found.some((match) => match === null || match[1] !== found[0]?.[1])) return false;
  const column = found[0]?.[1] === undefined ? -1 : -2;
  const numbers = texts.map((text) => Number((text.match(NUMBER) ?? []).at(column)));
  return numbers.every((number, at) => at === 0 || number > (numbers[at - 1] ?? 0));
}

function risesByOne(parts: readonly SourcePart[], positions: readonly number[]): boolean {
  if (positions.length < 2) return false;
  const apart = positions.every(
    (at, index) => index === 0 || at - (positions[index - 1] ?? 0) >= SHORTEST_PAGE,
  );
  if (!apart) return false;
  // Two pages alone are few: their numbers have to say that they are ones.
  if (positions.length === 2 && !/\bof\b|page/iu.test(parts[positions[0] ?? 0]?.text ?? '')) return false;
  const rows = positions.map((at) => (parts[at]?.text.match(NUMBER) ?? []).map(Number));
  const least = Math.ceil((rows.length - 1) * 0.8);
  return (rows[0] ?? []).some((_, column) => {
    const rises = rows.filter((row, at) => at > 0 && row[column] === (rows[at - 1]?.[column] ?? 0) + 1);
    return rises.length >= least;
  });
}
