import MiniSearch from 'minisearch';
import { escapeRegExp, hasHan, normalise } from '../language/text.ts';
import { callNames, isTitle, nameParts } from '../transcript/speakers.ts';
import type { Speaker } from '../transcript/transcript.ts';
import type { EverydayWords } from './everyday-words.ts';
import { type MentionRole, type NamePlace, rolesOf, withoutNames } from './mention-roles.ts';

/** A name in a question. */
export interface MentionedName {
  /** The name as the question has it. */
  name: string;
  /** Everybody who is called so, in the order of the corpus; at least one. */
  speakers: readonly Speaker[];
  role: MentionRole;
}

/** The speakers named in a question, and the question without their names, normalised. */
export interface NamesFound {
  /** In order of mention. */
  names: readonly MentionedName[];
  /** The question without the names of those who are asked or excluded. */
  withoutAsked: string;
  /** The question without any speaker's name. */
  withoutNames: string;
}

/**
 * Finds speakers in a question, by any form of their names and with small misspellings.
 * @param seminar the id of the only seminar whose speakers count; by default those of all seminars do
 */
export type NameFinder = (question: string, seminar?: string) => NamesFound;

/** Makes a finder for these speakers. */
export function nameFinder(
  speakers: readonly Speaker[],
  everyday: EverydayWords,
): (question: string) => NamesFound {
  const owners = ownersOf(speakers);
  const longestFirst = [...owners.values()].sort((a, b) => b.key.length - a.key.length);
  const pattern =
    longestFirst.length === 0
      ? null
      : new RegExp(longestFirst.map(({ words }) => patternOf(words)).join('|'), 'gu');
  const misspelt = misspeltFinder(longestFirst, everyday);

  return (question) => {
    const text = normalise(question).replace(/\s+/gu, ' ');
    const written = writtenWords(question, text);
    const exact = pattern === null ? [] : exactNames(text, pattern, owners);
    const found = [...exact, ...misspelt(text, exact)]
      .map((name) => ({
        ...name,
        speakers: name.speakers.filter((each) => !isOther(each, name, { text, written, everyday })),
      }))
      .filter((name) => name.speakers.length > 0 && isMeant(name, text, written, everyday))
      .sort((a, b) => a.start - b.start);
    const joined = joinParts(text, found);
    const roles = rolesOf(text, joined);
    const names = joined.map((name, at) => ({ ...name, role: roles[at] ?? 'mentioned' }));
    return {
      names: names.map(({ start, end, speakers, role }) => ({
        name: written.between(start, end) ?? text.slice(start, end),
        speakers,
        role,
      })),
      withoutAsked: withoutNames(
        text,
        names.filter(({ role }) => role !== 'mentioned'),
      ),
      withoutNames: withoutNames(text, names),
    };
  };
}

/** Something that speakers can be called. */
interface CalledName {
  /** Its words, without spaces. */
  key: string;
  words: readonly string[];
  speakers: readonly Speaker[];
}

/** A name in a text. */
interface NameInText extends NamePlace {
  /** What its owners are called; the text may spell it otherwise. */
  called: CalledName;
  speakers: readonly Speaker[];
}

/** Everything that speakers can be called, by its key. */
function ownersOf(speakers: readonly Speaker[]): Map<string, CalledName> {
  const owners = new Map<string, CalledName>();
  for (const speaker of speakers) {
    for (const words of callNames(speaker)) {
      const key = words.join('');
      const known = owners.get(key);
      const most = known && known.words.length > words.length ? known.words : words;
      owners.set(key, { key, words: most, speakers: [...(known?.speakers ?? []), speaker] });
    }
  }
  return owners;
}

/** What may be between two words of a name: spaces, a hyphen, an apostrophe, a dot. */
const JOINT = "[\\s·‧・•.'’‐-]{0,3}";

function patternOf(words: readonly string[]): string {
  const escaped = words.map(escapeRegExp).join(JOINT);
  return words.some(hasHan)
    ? escaped
    : `(?<![\\p{Script=Latin}\\p{N}])${escaped}(?![\\p{Script=Latin}\\p{N}])`;
}

function exactNames(text: string, pattern: RegExp, owners: ReadonlyMap<string, CalledName>): NameInText[] {
  return Array.from(text.matchAll(pattern)).flatMap(({ 0: found, index }) => {
    const called = owners.get(found.replace(/[^\p{L}\p{N}]/gu, ''));
    return called ? [{ called, speakers: called.speakers, start: index, end: index + found.length }] : [];
  });
}

/** How many edits a misspelt part of a Latin name may have, as a share of its length: "Estevz", "Nikaktar". */
const MISSPELLING = 0.2;
/** Shorter words are too much like one another to be taken for misspelt names. */
const MIN_MISSPELT_LENGTH = 5;
/** No part of a name is longer, and the time of a comparison grows with the square of the length. */
const MAX_NAME_LENGTH = 40;

type MisspeltFinder = (text: string, exact: readonly NamePlace[]) => NameInText[];

/** Finds names in which a letter is wrong, missing or too many, or two have changed places. */
function misspeltFinder(called: readonly CalledName[], everyday: EverydayWords): MisspeltFinder {
  const spelt = called.filter(({ key }) => /^[a-z]+$/.test(key) && key.length >= MIN_MISSPELT_LENGTH);
  const byKey = new Map(spelt.map((each) => [each.key, each]));
  const index = new MiniSearch<{ id: string }>({
    fields: ['id'],
    tokenize: (part) => [part],
    searchOptions: { fuzzy: MISSPELLING },
  });
  index.addAll(spelt.map(({ key }) => ({ id: key })));
  const meantBy = (word: string): CalledName | undefined => {
    const swapped = swapsOf(word).flatMap((each) => byKey.get(each) ?? []);
    // Few people get the first letter of a name wrong, and "killer" is not Miller.
    const similar = index.search(word).filter(({ id }) => id[0] === word[0]);
    return swapped[0] ?? byKey.get(similar[0]?.id ?? '');
  };
  return (text, exact) =>
    Array.from(text.matchAll(/[a-z]+/g)).flatMap(({ 0: word, index: start }) => {
      const end = start + word.length;
      const isShort = word.length < MIN_MISSPELT_LENGTH || word.length > MAX_NAME_LENGTH;
      if (isShort || exact.some((name) => start < name.end && name.start < end)) return [];
      if (everyday.isKnown(word)) return [];
      const called = meantBy(word);
      return called ? [{ called, speakers: called.speakers, start, end }] : [];
    });
}

/** A word with each two neighbouring letters in each other's place. */
function swapsOf(word: string): string[] {
  return Array.from(
    { length: word.length - 1 },
    (_, at) => word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2),
  );
}

/** The words of a question as they were written, for the words of its normalised text. */
interface WrittenWords {
  /** By the start of the word in the normalised text. */
  at(start: number): WrittenWord | undefined;
  /** The words from one place in the normalised text to another, as they were written. */
  between(start: number, end: number): string | undefined;
}

interface WrittenWord {
  /** With its capitals. */
  word: string;
  /** Where it is in the question. */
  start: number;
  /** The word before, if nothing but space and the point of an abbreviation is between them. */
  before: WrittenWord | undefined;
  after: string | undefined;
  /** Whether it is the first word of a sentence, whose capital says nothing. */
  isFirst: boolean;
}

const RUN = /[\p{L}\p{N}\p{M}]+/gu;

function writtenWords(question: string, text: string): WrittenWords {
  const composed = question.normalize('NFKC');
  const original = [...composed.matchAll(RUN)];
  const normalised = [...text.matchAll(RUN)];
  // In capitals throughout, they say nothing; and the words may have been divided otherwise.
  const isTelling = original.length === normalised.length && /\p{Ll}/u.test(composed);
  const words = new Map<number, WrittenWord>();
  let before: WrittenWord | undefined;
  for (const [at, { index }] of isTelling ? normalised.entries() : []) {
    const [{ 0: word = '', index: start = 0 } = {}, next] = [original[at], original[at + 1]];
    const previous = original[at - 1];
    const gap = previous ? composed.slice((previous.index ?? 0) + previous[0].length, start) : '';
    const isNext = next && /^\s+$/u.test(composed.slice(start + word.length, next.index));
    const written = {
      word,
      start,
      before: /^\.?\s+$/u.test(gap) ? before : undefined,
      after: isNext ? next[0] : undefined,
      isFirst: at === 0 || /[.?!:\n]/u.test(gap),
    };
    words.set(index, written);
    before = written;
  }
  const between = (start: number, end: number) => {
    const last = normalised.findLast(({ index }) => index < end);
    const [from, to] = [words.get(start), words.get(last?.index ?? start)];
    if (!from || !to || !last) return undefined;
    // A Chinese name ends within what counts as a word here.
    const length = to.word.length === last[0].length ? end - last.index : to.word.length;
    return composed.slice(from.start, to.start + Math.min(length, to.word.length));
  };
  return { at: (start) => words.get(start), between };
}

/** A capital and a small letter: "Turing", but not "AI". */
const CAPITALISED = /^\p{Lu}\p{M}?\p{Ll}/u;

/**
 * Whether one part of a speaker's name belongs to the name of somebody else: neither "Alan Turing" nor "Steve
 * Miller" is one of our speakers. In Latin script another capitalised word is next to it; in Chinese, a dot joins it
 * to another part.
 */
function isOther(
  speaker: Speaker,
  { called, start, end }: NameInText,
  { text, written, everyday }: { text: string; written: WrittenWords; everyday: EverydayWords },
): boolean {
  const forms = Object.values(speaker.names);
  if (forms.some((form) => nameParts(form).join('') === called.key)) return false;
  if (called.words.some(hasHan))
    return /^[·‧・•]/u.test(text.slice(end)) || /[·‧・•]$/u.test(text.slice(0, start));
  const own = new Set(callNames(speaker).flat());
  const isOwn = (word: string) => own.has(normalise(word));
  const { after, before } = written.at(start) ?? {};
  if (after && CAPITALISED.test(after) && !isOwn(after)) return true;
  if (!before || !CAPITALISED.test(before.word) || isOwn(before.word)) return false;
  const given = normalise(before.word);
  if (isTitle(given)) return false;
  return before.isFirst ? everyday.isName(given) : !everyday.isKnown(given);
}

/** What comes around a name that is also an everyday word, where only a person can be meant. */
const SAYS = 'says?|said|thinks?|thought|believes?|believed|argues?|argued|mentions?|mentioned';
const DOES =
  'recommends?|recommended|suggests?|suggested|discuss|discussed|claims?|claimed|wants?|wanted|asks?|asked|answers?|answered|responds?|responded|explains?|explained';
const BEFORE_PERSON = /(?:\b(?:according to|asks?|quotes?|who is|who was|who['’]s) (?:the )?|谁是)$/u;
const ASKS_WHAT_IS_SAID = /\b(?:did|does|do|would|has|have|had) (?:the )?$/u;
const SAYS_LATER = new RegExp(`^\\s(?:[a-z]+\\s){0,2}(?:${SAYS}|${DOES})\\b`, 'u');
const AFTER_PERSON = new RegExp(
  `^(?:\\s(?:${SAYS})\\b|['’]s?\\s(?:views?|opinions?|positions?|stance|take|words|point|argument)\\b)`,
  'u',
);
const AFTER_CHINESE_PERSON =
  /^(?:是谁|怎么|如何|对|说|讲|认为|觉得|谈|提|表示|问|指出|强调|主张|的(?:看法|观点|立场|态度|意见|发言|话|说法))/u;

/** What nobody but a moderator is called; a transcript declares it as a form of the name. */
const MODERATORS = new Set(['moderator', 'themoderator', '主持人', '主持']);

/**
 * Whether a name is meant as one. Everyday words ("mark", "the president", 高峰) are, if they are written with a
 * capital inside a sentence, or if what is around them says so.
 */
function isMeant(
  { called, start, end }: NameInText,
  text: string,
  written: WrittenWords,
  everyday: EverydayWords,
): boolean {
  if (!called.words.every(everyday.isEveryday)) return true;
  if (called.words.length > 1 && !called.words.some(everyday.isStop)) return true;
  if (MODERATORS.has(called.key) && called.speakers.every(({ moderator }) => moderator)) return true;
  const [before, after] = [text.slice(0, start), text.slice(end)];
  if (called.words.some(hasHan)) return AFTER_CHINESE_PERSON.test(after);
  const first = written.at(start);
  if (first && !first.isFirst && CAPITALISED.test(first.word)) return true;
  return (
    AFTER_PERSON.test(after) ||
    BEFORE_PERSON.test(before) ||
    (ASKS_WHAT_IS_SAID.test(before) && SAYS_LATER.test(after))
  );
}

/** Joins parts of one name next to each other: of "Ana B. Miller" only those remain who are called both. */
function joinParts(text: string, names: readonly NameInText[]): NameInText[] {
  const joined: NameInText[] = [];
  for (const name of names) {
    const last = joined.at(-1);
    const shared = last?.speakers.filter((speaker) => name.speakers.includes(speaker)) ?? [];
    if (last && shared.length > 0 && /^[\s·‧・]*(?:\p{L}\.\s*)?$/u.test(text.slice(last.end, name.start))) {
      joined[joined.length - 1] = { ...last, end: name.end, speakers: shared };
    } else {
      joined.push(name);
    }
  }
  return joined;
}
