import { hasHan } from '../language/text.ts';
import type { Speaker } from '../transcript/transcript.ts';
import type { EverydayWords } from './everyday-words.ts';
import type { FoundName } from './other-names.ts';

/** Something that speakers can be called. */
export interface CalledName {
  /** Its words, without spaces. */
  key: string;
  words: readonly string[];
  speakers: readonly Speaker[];
}

/** What may be between two words of a name: spaces, a hyphen, an apostrophe, a dot. */
const JOINT = /^[\s·‧・•.'’‐-]{0,3}$/u;
const JOINTS = /[\s·‧・•.'’‐-]/u;
const MOST_JOINTS = 3;
const WORD = /[\p{Script=Latin}\p{N}\p{M}]+/gu;
const WORD_CHARACTER = /[\p{Script=Latin}\p{N}]/u;
/** Longer names are not looked for, so that a question costs little. */
const MOST_WORDS = 12;
const MOST_CHARACTERS = 40;
/** Shorter names with an "s" are other words as often: "Al", "als". */
const MIN_PLURAL_LENGTH = 3;

/**
 * Finds names that are spelt as speakers are called, the longest first at each place. It looks words up, so that its
 * time does not grow with the number of speakers.
 * @param owners what speakers are called, by its key
 */
export function exactFinder(
  owners: ReadonlyMap<string, CalledName>,
): (text: string, everyday: EverydayWords) => FoundName[] {
  const chinese = [...owners.keys()].filter(hasHan);
  const longest = Math.min(MOST_CHARACTERS, Math.max(0, ...chinese.map((key) => key.length)));
  const first = new Set(chinese.map((key) => key[0]));
  return (text, everyday) => {
    const inChinese = chineseNames(text, owners, first, longest);
    const inLatin = latinNames(text, owners, everyday).filter(
      ({ start, end }) => !inChinese.some((other) => start < other.end && other.start < end),
    );
    return [...inChinese, ...inLatin].sort((one, other) => one.start - other.start);
  };
}

function latinNames(
  text: string,
  owners: ReadonlyMap<string, CalledName>,
  { isStop }: EverydayWords,
): FoundName[] {
  const words = Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({
    word,
    start: index,
    end: index + word.length,
  }));
  const called = (key: string, count: number): CalledName | undefined => {
    const exact = owners.get(key);
    if (exact && exact.words.length >= count) return exact;
    const single = singularOf(key).flatMap((each) => owners.get(each) ?? [])[0];
    return single && single.words.length >= count && !isStop(key) ? single : undefined;
  };
  const found: FoundName[] = [];
  for (let at = 0; at < words.length; ) {
    const [name, count] = longestAt(text, words, at, called);
    if (name) found.push(name);
    at += count;
  }
  return found;
}

/** The longest name that starts with a word, and how many words it has; one word is passed over if there is none. */
function longestAt(
  text: string,
  words: readonly { word: string; start: number; end: number }[],
  at: number,
  called: (key: string, count: number) => CalledName | undefined,
): [name: FoundName | null, count: number] {
  let [name, length]: [FoundName | null, number] = [null, 1];
  let key = '';
  for (let count = 1; count <= MOST_WORDS; count++) {
    const [previous, word] = [words[at + count - 2], words[at + count - 1]];
    if (!word || (count > 1 && previous && !JOINT.test(text.slice(previous.end, word.start)))) break;
    key += word.word;
    const meant = called(key, count);
    if (!meant) continue;
    const start = words[at]?.start ?? 0;
    [name, length] = [{ called: meant, speakers: meant.speakers, start, end: word.end }, count];
  }
  return [name, length];
}

/** What a name may be without the ending of the plural: "millers", "joneses". */
function singularOf(key: string): string[] {
  const without = [
    ...(/(?:[sxz]|[cs]h)es$/u.test(key) ? [key.slice(0, -2)] : []),
    ...(/s$/u.test(key) ? [key.slice(0, -1)] : []),
  ];
  return without.filter((each) => each.length >= MIN_PLURAL_LENGTH);
}

function chineseNames(
  text: string,
  owners: ReadonlyMap<string, CalledName>,
  first: ReadonlySet<string | undefined>,
  longest: number,
): FoundName[] {
  const found: FoundName[] = [];
  for (let start = 0; start < text.length; ) {
    const name = first.has(text[start]) ? chineseNameAt(text, start, owners, longest) : null;
    if (name) found.push(name);
    start = name?.end ?? start + 1;
  }
  return found;
}

function chineseNameAt(
  text: string,
  start: number,
  owners: ReadonlyMap<string, CalledName>,
  longest: number,
): FoundName | null {
  const isLatin = (at: number) => WORD_CHARACTER.test(text[at] ?? '');
  if (isLatin(start) && isLatin(start - 1)) return null;
  let name: FoundName | null = null;
  let key = '';
  let joints = 0;
  for (let at = start; at < text.length && key.length < longest; at++) {
    const character = text[at] ?? '';
    if (JOINTS.test(character)) {
      if (++joints > MOST_JOINTS) break;
      continue;
    }
    joints = 0;
    key += character;
    const called = owners.get(key);
    const goesOn = isLatin(at) && isLatin(at + 1);
    if (called && hasHan(key) && !goesOn) name = { called, speakers: called.speakers, start, end: at + 1 };
  }
  return name;
}
