import MiniSearch from 'minisearch';
import { hasHan, normalise, stemOf } from '../language/text.ts';
import { runToEnd, type Steps } from '../steps.ts';
import { isPerson } from '../transcript/anonymous.ts';
import { callNames } from '../transcript/speakers.ts';
import type { Speaker } from '../transcript/transcript.ts';
import { QUESTION_WORDS } from '../tuning.ts';
import type { EverydayWords } from './everyday-words.ts';
import { type CalledName, exactFinder } from './exact-names.ts';
import { meantNames, type WholeName } from './meant-names.ts';
import { type MentionRole, type NamePlace, rolesOf, withoutNames } from './mention-roles.ts';
import { type FoundName, type NameContext, oursAmong } from './other-names.ts';
import { writtenWords } from './written-words.ts';

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
  return runToEnd(nameFinderSteps(speakers, everyday));
}

/** Nobody asks for the words of more people at once; each name is looked at together with the others. */
const MOST_NAMES = 50;
/** So many words are compared with names that they may misspell; a question has as many at most. */
const COMPARED_WORDS = QUESTION_WORDS;

/** `nameFinder`, pausing after each speaker. */
export function* nameFinderSteps(
  all: readonly Speaker[],
  everyday: EverydayWords,
): Steps<(question: string) => NamesFound> {
  const speakers = all.filter(isPerson);
  const owners = yield* ownersSteps(speakers);
  const longestFirst = [...owners.values()].sort((a, b) => b.key.length - a.key.length);
  const exactIn = exactFinder(owners);
  const misspelt = yield* misspeltFinderSteps(longestFirst, everyday);
  const withTitle = yield* surnameFinderSteps(speakers);
  const inTranslation = yield* translatedNameFinderSteps(speakers, everyday);

  return (question) => {
    const text = normalise(question).replace(/\s+/gu, ' ');
    const written = writtenWords(question, text);
    const inSource = [...exactIn(text, everyday), ...withTitle(text)];
    const exact = [...inSource, ...inTranslation(text, inSource)];
    const found = [...exact, ...misspelt(text, exact)]
      .sort((one, other) => one.start - other.start)
      .slice(0, MOST_NAMES);
    const context: NameContext = { text, written, everyday, found };
    const ours = found
      .map((name) => ({ ...name, speakers: oursAmong(name, context) }))
      .filter(({ speakers }) => speakers.length > 0);
    const joined = meantNames(joinParts(text, ours), context).map((name) => byRole(text, name));
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

/** Everything that speakers can be called, by its key. */
function* ownersSteps(speakers: readonly Speaker[]): Steps<Map<string, CalledName>> {
  const owners = new Map<string, CalledName>();
  for (const speaker of speakers) {
    for (const words of callNames(speaker)) {
      const key = words.join('');
      const known = owners.get(key);
      const most = known && known.words.length > words.length ? known.words : words;
      owners.set(key, { key, words: most, speakers: [...(known?.speakers ?? []), speaker] });
    }
    yield;
  }
  return owners;
}

/** Titles that go with a Chinese surname alone, and not at the start of another word: 王总, but not 总统. */
const CHINESE_TITLES =
  '先生|女士|小姐|教授|博士|老师|院士|律师|医生|主任|局长|处长|行长|部长|校长|院长|经理|老板|董事长|总(?![统理督部量共体裁])|工(?![资作程业人厂])';
/** What may come before a Chinese surname. */
const BEFORE_SURNAME = '(?<=^|[^\\p{Script=Han}]|[和与跟同及问请据让听说是对了向按像除])';
const COMPOUND_SURNAME = /^(?:欧阳|司马|上官|诸葛|司徒|东方|夏侯|皇甫|尉迟|公孙|令狐|慕容|端木|宇文|长孙)/u;

/** Finds Chinese surnames with a title: 王总, 欧阳老师. */
function* surnameFinderSteps(speakers: readonly Speaker[]): Steps<(text: string) => FoundName[]> {
  const owners = new Map<string, Speaker[]>();
  for (const speaker of speakers) {
    const own = Object.values(speaker.names)
      .map(normalise)
      .filter((name) => /^\p{Script=Han}{2,4}$/u.test(name));
    for (const surname of new Set(own.map((name) => COMPOUND_SURNAME.exec(name)?.[0] ?? name.slice(0, 1)))) {
      owners.set(surname, [...(owners.get(surname) ?? []), speaker]);
    }
    yield;
  }
  if (owners.size === 0) return () => [];
  const surnames = [...owners.keys()].sort((a, b) => b.length - a.length).join('|');
  const pattern = new RegExp(`${BEFORE_SURNAME}(${surnames})(?:${CHINESE_TITLES})`, 'gu');
  return (text) =>
    Array.from(text.matchAll(pattern)).map(({ 0: key, 1: surname = '', index: start }) => {
      const owning = owners.get(surname) ?? [];
      return { called: { key, words: [key] }, speakers: owning, start, end: start + key.length };
    });
}

/** In characters, how long a name of somebody foreign is in Chinese, as far as the dictionary has it. */
const TRANSLATED_NAME = { least: 2, most: 6 };

/** Finds in Chinese the names of speakers of whom no Chinese name is known, as the dictionary has them: 鲍威尔 for Powell. */
function* translatedNameFinderSteps(
  speakers: readonly Speaker[],
  everyday: EverydayWords,
): Steps<(text: string, exact: readonly FoundName[]) => FoundName[]> {
  const owners = new Map<string, Speaker[]>();
  for (const speaker of speakers) {
    if (Object.values(speaker.names).some(hasHan)) continue;
    for (const words of callNames(speaker).filter(({ length }) => length === 1)) {
      const stem = stemOf(words[0] ?? '');
      owners.set(stem, [...(owners.get(stem) ?? []), speaker]);
    }
    yield;
  }
  if (owners.size === 0) return () => [];
  const nameAt = (text: string, start: number): FoundName | null => {
    for (let length = TRANSLATED_NAME.most; length >= TRANSLATED_NAME.least; length--) {
      const key = text.slice(start, start + length);
      if (!/^[\p{Script=Han}·]+$/u.test(key)) continue;
      const meant = new Set(everyday.namesMeantBy(key).flatMap((stem) => owners.get(stem) ?? []));
      if (meant.size > 0)
        return { called: { key, words: [key] }, speakers: [...meant], start, end: start + length };
    }
    return null;
  };
  return (text, exact) => {
    const found: FoundName[] = [];
    for (let start = 0; start < text.length; ) {
      const at = start;
      const isTaken = exact.some((name) => at >= name.start && at < name.end);
      const name = isTaken ? null : nameAt(text, start);
      if (name) found.push(name);
      start = name?.end ?? start + 1;
    }
    return found;
  };
}

/** How many edits a misspelt part of a Latin name may have, as a share of its length: "Estevz", "Nikaktar". */
const MISSPELLING = 0.2;
/** Shorter words are too much like one another to be taken for misspelt names. */
const MIN_MISSPELT_LENGTH = 5;
/** No part of a name is longer, and the time of a comparison grows with the square of the length. */
const MAX_NAME_LENGTH = 40;

type MisspeltFinder = (text: string, exact: readonly NamePlace[]) => FoundName[];

/** Finds names in which a letter is wrong, missing or too many, or two have changed places. */
function* misspeltFinderSteps(called: readonly CalledName[], everyday: EverydayWords): Steps<MisspeltFinder> {
  const spelt = called.filter(({ key }) => /^[a-z]+$/.test(key) && key.length >= MIN_MISSPELT_LENGTH);
  const byKey = new Map(spelt.map((each) => [each.key, each]));
  const index = new MiniSearch<{ id: string }>({
    fields: ['id'],
    tokenize: (part) => [part],
    searchOptions: { fuzzy: MISSPELLING },
  });
  for (const { key } of spelt) {
    index.add({ id: key });
    yield;
  }
  const meantBy = (word: string): CalledName | undefined => {
    const swapped = swapsOf(word).flatMap((each) => byKey.get(each) ?? []);
    // Few people get the first letter of a name wrong, and "killer" is not Miller.
    const similar = index.search(word).filter(({ id }) => id[0] === word[0]);
    return swapped[0] ?? byKey.get(similar[0]?.id ?? '');
  };
  const foundAt = (word: string, start: number, exact: readonly NamePlace[]): FoundName[] => {
    const end = start + word.length;
    const key = word.replace(/[^a-z]/g, '');
    const isShort = key.length < MIN_MISSPELT_LENGTH || key.length > MAX_NAME_LENGTH;
    if (isShort || exact.some((name) => start < name.end && name.start < end)) return [];
    if (everyday.isKnown(word)) return [];
    const called = meantBy(key);
    // "Powel" has the stem of Powell, which passages have; "Kafka", which they have too, is no slip for Kavka.
    if (called && stemOf(key) !== stemOf(called.key) && everyday.isSaid(word)) return [];
    return called ? [{ called, speakers: called.speakers, start, end }] : [];
  };
  return (text, exact) =>
    Array.from(text.matchAll(/[a-z]+(?:['’-][a-z]+)*/g))
      .slice(0, COMPARED_WORDS)
      .flatMap(({ 0: run, index: start }) => {
        // "O'Neil" is one word of a name, "Estevz's" is not.
        const compound = run.replace(/['’]s$/, '');
        const whole = /['’-]/.test(compound) ? foundAt(compound, start, exact) : [];
        if (whole.length > 0) return whole;
        return Array.from(run.matchAll(/[a-z]+/g)).flatMap(({ 0: word, index }) =>
          foundAt(word, start + index, exact),
        );
      });
}

/** A word with each two neighbouring letters in each other's place. */
function swapsOf(word: string): string[] {
  return Array.from(
    { length: word.length - 1 },
    (_, at) => word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2),
  );
}

/** Joins parts of one name next to each other: of "Ana B. Miller" only those remain who are called both. */
function joinParts(text: string, names: readonly FoundName[]): WholeName[] {
  const joined: WholeName[] = [];
  for (const name of names) {
    const last = joined.at(-1);
    const isNext = last && /^[\s·‧・]*(?:\p{L}\.\s*)?$/u.test(text.slice(last.end, name.start));
    const both = new Set(isNext ? name.speakers : []);
    const shared = last?.speakers.filter((speaker) => both.has(speaker)) ?? [];
    if (last && shared.length > 0) {
      const parts = [...last.parts, name.called];
      joined[joined.length - 1] = { ...last, parts, end: name.end, speakers: shared };
    } else {
      joined.push({ ...name, parts: [name.called] });
    }
  }
  return joined;
}

/** Of several people of one name, those whose role comes with it: "Miller (historian)", "the historian Miller". */
function byRole(text: string, name: WholeName): WholeName {
  if (name.speakers.length < 2) return name;
  const [before, after] = [text.slice(0, name.start), text.slice(name.end)];
  for (const speaker of name.speakers) {
    for (const role of new Set(Object.values(speaker.role ?? {}).map(normalise))) {
      const follows = /^(?: ?[(（]|,? (?:the |an? )?)(?:the )?/u.exec(after)?.[0] ?? '';
      const isAfter = follows !== '' && startsWithWord(after.slice(follows.length), role);
      const isBefore =
        before.trimEnd().endsWith(role) &&
        !/[\p{Script=Latin}\p{N}]$/u.test(before.trimEnd().slice(0, -role.length));
      if (!isAfter && !isBefore) continue;
      const speakers = name.speakers.filter((each) =>
        Object.values(each.role ?? {})
          .map(normalise)
          .includes(role),
      );
      if (isBefore) return { ...name, speakers, start: before.trimEnd().length - role.length };
      const end = name.end + follows.length + role.length;
      return { ...name, speakers, end: end + (/^[)）]/u.exec(text.slice(end))?.[0].length ?? 0) };
    }
  }
  return name;
}

function startsWithWord(text: string, word: string): boolean {
  return (
    text.startsWith(word) && (hasHan(word) || !/^[\p{Script=Latin}\p{N}]/u.test(text.slice(word.length)))
  );
}
