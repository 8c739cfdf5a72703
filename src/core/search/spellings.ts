import type { SearchIndex } from '../indexing/search-index.ts';
import { isAbbreviation, isJoined, patternOf } from '../indexing/term-text.ts';
import { isNumber } from '../language/numbers.ts';
import { hasHan, isStopWord, stemOf, type WordSegment, withoutAccents } from '../language/text.ts';
import { POSTINGS_BUDGET } from '../tuning.ts';
import { forEachPassageWith } from './postings.ts';

/**
 * Other forms in which passages have the words of a question, by the question's term: a stem, or two stems
 * with a space between them that stand next to one another.
 */
export type Spellings = ReadonlyMap<string, readonly string[]>;

/** A Latin word or a number of a question. */
interface Word {
  /** As it is written, or the token of a number. */
  written: string;
  /** Its stems. */
  parts: readonly string[];
}

/**
 * Finds the words that passages write together and the question apart, or the other way round: wifi, Wi-Fi,
 * wi fi; H800, H-800, H 800. A hyphenated word is indexed both ways, so only these are left.
 * @param segments those of the question
 */
export function spellingsOf(index: SearchIndex, segments: Iterable<WordSegment>): Spellings {
  const found = new Map<string, string[]>();
  const add = (term: string, form: string) => {
    if (!isStopWord(term) && term !== form) found.set(term, [...(found.get(term) ?? []), form]);
  };
  let before: Word | null = null;
  let between = '';
  const budget = { postings: POSTINGS_BUDGET };
  for (const { segment, parts } of segments) {
    const [first] = parts;
    if (first === undefined) {
      between += segment;
      continue;
    }
    const word: Word | null = hasHan(first) ? null : { written: isNumber(first) ? first : segment, parts };
    if (before && word && (between === ' ' || isJoined(before.written, between, word.written))) {
      const joined = joinedOf(index, before, between, word);
      if (joined !== null) for (const part of [...before.parts, ...word.parts]) add(part, joined);
    }
    const plain = segment.replaceAll('.', '');
    if (isAbbreviation(segment) && index.hasTerm(plain)) add(first, plain);
    for (const form of writtenOtherwise(segment, first)) if (index.hasTerm(form)) add(first, form);
    if (word && parts.length === 1)
      for (const form of splitsOf(index, word.written, budget)) add(first, form);
    before = word;
    between = '';
  }
  return found;
}

/** "Half" and ¾ may stand as a decimal in a passage, 0.75 as three quarters, and FY26 as FY2026. */
function writtenOtherwise(segment: string, term: string): string[] {
  const year = /^fy(20)?(\d\d)$/.exec(term);
  if (year) return [year[1] ? `fy${year[2]}` : `fy20${year[2]}`];
  if (/^0\.\d{1,2}$/.test(term)) return [`${Math.round(Number(term) * 100)}%`];
  const isPart = term.endsWith('%') && !/%|\u2030|per|pct|成|[百千万]分之/u.test(segment);
  return isPart ? [String(Number(term.slice(0, -1)) / 100)] : [];
}

/** Particles, the only stop words that are part of other words: "start up", "build out". */
const PARTICLES = new Set(['up', 'off', 'on', 'in', 'out', 'over', 'down', 'under', 'through', 'by']);
const LONGEST_JOINED = 40;
const JOINABLE = /^[a-z\d.]+$/;

/** The stem of two words written as one, if passages have it. */
function joinedOf(index: SearchIndex, a: Word, between: string, b: Word): string | null {
  const written = a.written + b.written;
  if (!JOINABLE.test(written) || written.length > LONGEST_JOINED) return null;
  if (isNumber(a.written) && isNumber(b.written)) return null;
  // The "A" of A 380 and of A/C is no article.
  const isName = isNumber(a.written) || isNumber(b.written) || between !== ' ';
  const isPart = ({ written }: Word) =>
    PARTICLES.has(written) || !isStopWord(stemOf(written)) || (isName && written.length === 1);
  const stem = stemOf(written);
  return isPart(a) && isPart(b) && index.hasTerm(stem) && !isStopWord(stem) ? stem : null;
}

/** How many postings the words of a question may still cost. */
interface Budget {
  postings: number;
}

const SPLITTABLE = /^[a-z\d.]{2,30}$/;
/** Shorter words of letters are not taken apart, nor are letters split off: "carbon" is no "c arbon". */
const MIN_SPLIT_LENGTH = 4;

/** The two stems, next to one another in a passage, that a word is the joined form of. */
function splitsOf(index: SearchIndex, written: string, budget: Budget): string[] {
  if (!SPLITTABLE.test(written) || isNumber(written)) return [];
  const found: string[] = [];
  for (let at = 1; at < written.length; at++) {
    const [left, right] = [written.slice(0, at), written.slice(at)];
    if (!isSeam(left, right)) continue;
    const a = stemOf(left);
    if (!index.hasTerm(a) || isStopWord(a)) continue;
    const b = stemOf(right);
    if (!index.hasTerm(b) || isStopWord(b)) continue;
    const rarer = index.frequency(a) < index.frequency(b) ? a : b;
    if (index.frequency(rarer) > budget.postings) continue;
    budget.postings -= index.frequency(rarer);
    if (areNeighbours(index, rarer, [left, right], [a, b])) found.push(`${a} ${b}`);
  }
  return found;
}

const DIGIT_END = /\d$/;
const DIGIT_START = /^\d/;
const LETTERS = /^[a-z]{2,}$/;

/** Whether a word may be split here: between letters and digits, or between letters that are enough for two words. */
function isSeam(left: string, right: string): boolean {
  if (DIGIT_END.test(left) !== DIGIT_START.test(right)) return !left.endsWith('.') && !right.startsWith('.');
  // The "e" of e-mail is the one letter that is joined to words.
  return (
    (LETTERS.test(left) || left === 'e') &&
    LETTERS.test(right) &&
    left.length + right.length >= MIN_SPLIT_LENGTH
  );
}

/** Words may end differently in passages; two letters of the second have to be there. */
const LONGEST_ENDING = 3;

/**
 * Whether the words stand next to one another in a passage, with nothing but a space or a hyphen between
 * them.
 * @param rarer the stem that fewer passages have
 */
function areNeighbours(
  index: SearchIndex,
  rarer: string,
  [left, right]: [string, string],
  [a, b]: [string, string],
): boolean {
  const pattern = patternOf(`${a} ${b}`);
  const start = right.slice(0, Math.max(2, right.length - LONGEST_ENDING));
  let found = false;
  forEachPassageWith(index, rarer, (position) => {
    // Stop words between the two are not in the term text.
    if (found || !index.stats.termTexts[position]?.includes(pattern)) return;
    const { text = '', translation } = index.passages[position] ?? {};
    const written = withoutAccents(`${text}\n${translation ?? ''}`.toLowerCase());
    found = written.includes(`${left} ${start}`) || written.includes(`${left}-${start}`);
  });
  return found;
}

const CORRECTABLE = /^[a-z]{5,30}$/;
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz';
/** Words as short as this are one letter from too many others. */
const SHORTEST_CORRECTION = 4;

/**
 * The stems in passages that a word becomes if one mistake is mended: two letters that changed places, or a
 * letter too many, missing or wrong. Of these kinds, the first that gives any. Few people get the first
 * letter wrong.
 * @param written in lower case; a word that no passage has
 * @param isName whether it is a name: another letter makes it another name
 */
export function correctionsOf(index: SearchIndex, written: string, isName: boolean): string[] {
  if (!CORRECTABLE.test(written)) return [];
  const places = Array.from(written, (_, at) => at);
  const kinds: (() => string[])[] = [
    () =>
      places.map((at) => written.slice(0, at) + swapped(written.slice(at, at + 2)) + written.slice(at + 2)),
    () => places.slice(1).map((at) => written.slice(0, at) + written.slice(at + 1)),
    () => places.flatMap((at) => inserted(written, at + 1, isName ? (written[at] ?? '') : ALPHABET)),
    () => (isName ? [] : places.slice(1).flatMap((at) => inserted(written, at, ALPHABET, at + 1))),
  ];
  for (const variants of kinds) {
    const stems = new Set(variants().map(stemOf));
    const found = [...stems].filter(
      (stem) => stem.length >= SHORTEST_CORRECTION && !isStopWord(stem) && index.hasTerm(stem),
    );
    if (found.length > 0) return found;
  }
  return [];
}

function swapped(two: string): string {
  return two.slice(1) + two.slice(0, 1);
}

/** A word with each of these letters at a place, in place of what stands up to `end`. */
function inserted(word: string, at: number, letters: string, end = at): string[] {
  return Array.from(letters, (letter) => word.slice(0, at) + letter + word.slice(end));
}
