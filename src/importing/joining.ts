import { type OneEdit, oneLetterApart } from '../core/language/one-edit.ts';
import type { Anonymous } from '../core/transcript/transcript.ts';
import {
  anonymousKind,
  familyAndOffice,
  hasModeratingTitle,
  isChineseName,
  isFamilyFirst,
  isModerating,
  isQuestioner,
  type PrintedName,
  printedName,
  tableForm,
} from './names.ts';
import { type Turn, turnEvidence } from './turn-evidence.ts';

/** A speaker of the table: every spelling that the source has of one name. */
export interface JoinedSpeaker {
  /** The most complete spelling, as printed but for a badge of a meeting tool. */
  name: string;
  /** The printed names, the most frequent first. */
  spellings: readonly string[];
  anonymous: Anonymous | null;
  /** Badges that the name goes without. */
  badges: readonly string[];
}

/** Two speakers who may be one person, and were not joined. */
export interface LookAlike {
  name: string;
  other: string;
}

/** Who speaks, and who may be one person. */
export interface Joined {
  speakers: readonly JoinedSpeaker[];
  lookAlikes: readonly LookAlike[];
}

/** A name in the file, with how often it labels something. */
interface Known extends PrintedName {
  count: number;
  anonymous: Anonymous | null;
  given: string | null;
}

/** Spellings that are one name without a doubt. */
type Group = [Known, ...Known[]];

/** A rare spelling is a slip if the usual one is so many times as frequent. */
const FAR_RARER = 4;
/** A letter too many or too few in a surname is a slip if it is not made more often. */
const FEW_SLIPS = 3;
/** At most so many names are compared each with each; beyond, only the same form joins. */
const MOST_COMPARED = 400;

/**
 * Joins the spellings of one person, where nothing in the source contradicts it.
 * @param turns who speaks, in order, as labels print it, with the words
 * @param present names in a list of those present
 * @param given names that the importing person gives to labels, by the label
 */
export function joinNames(
  turns: readonly Turn[],
  present: readonly string[],
  given: ReadonlyMap<string, string> = new Map(),
): Joined {
  const groups = sameForms(knownNames(turns, given));
  if (groups.length > MOST_COMPARED) return { speakers: groups.map(speakerOf), lookAlikes: [] };
  const evidence = turnEvidence(turns, present);
  const lookAlikes: [Group, Group][] = [];
  const parents = new Map<Group, Group>();
  const rootOf = (group: Group): Group => {
    const parent = parents.get(group);
    return parent ? rootOf(parent) : group;
  };
  for (const [at, one] of groups.entries()) {
    for (const other of groups.slice(0, at)) {
      const likeness = likenessOf(one, other, groups);
      if (likeness === null) continue;
      const isFirstName = hasFirstNameAlone(one[0], other[0]);
      const isApart = membersOf(one, other).some(
        ([a, b]) => evidence.areApart(a, b) || (isFirstName && evidence.areNeighbours(a, b)),
      );
      if (likeness === 'same' && !isApart) parents.set(rootOf(one), rootOf(other));
      if (likeness === 'alike' || isApart) lookAlikes.push([one, other]);
    }
  }
  const joined = new Map<Group, Known[]>();
  for (const group of groups) joined.set(rootOf(group), [...(joined.get(rootOf(group)) ?? []), ...group]);
  const speakers = new Map(Array.from(joined, ([root, all]) => [root, speakerOf(all)]));
  const nameOf = (group: Group) => speakers.get(rootOf(group))?.name ?? group[0].name;
  return {
    speakers: [...speakers.values()],
    lookAlikes: lookAlikes
      .filter(([one, other]) => rootOf(one) !== rootOf(other))
      .map(([one, other]) =>
        countOf(one) <= countOf(other)
          ? { name: nameOf(one), other: nameOf(other) }
          : { name: nameOf(other), other: nameOf(one) },
      ),
  };
}

function membersOf(one: Group, other: Group): [string, string][] {
  return one.flatMap(({ printed }) => other.map((each): [string, string] => [printed, each.printed]));
}

function knownNames(turns: readonly Turn[], given: ReadonlyMap<string, string>): Known[] {
  const counts = new Map<string, number>();
  for (const { name } of turns) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts.keys()];
  const hasQuestioner = names.some(isQuestioner);
  return Array.from(counts, ([printed, count]) => {
    const parsed = printedName(printed);
    const named = given.get(printed) ?? null;
    const anonymous = named === null ? anonymousKind(parsed.name, hasQuestioner) : null;
    return { ...parsed, count, anonymous, given: named };
  });
}

/** Groups names that differ in case, spaces, accents and badges alone, or that were given one name. */
function sameForms(names: readonly Known[]): Group[] {
  const groups = new Map<string, Group>();
  const givenByForm = new Set(names.flatMap(({ given }) => (given === null ? [] : [given])));
  for (const name of names) {
    const plain = `${name.title} ${name.form || name.printed} ${name.role}`;
    const key = name.given ?? (givenByForm.has(name.name) ? name.name : plain);
    const group = groups.get(key);
    if (group) group.push(name);
    else groups.set(key, [name]);
  }
  return [...groups.values()];
}

/** Whether two groups are one person as far as their names go, may be one, or are not. */
function likenessOf(one: Group, other: Group, all: readonly Group[]): 'same' | 'alike' | null {
  const [a] = one;
  const [b] = other;
  if (a.anonymous || b.anonymous || a.given !== null || b.given !== null) return null;
  const others = all.filter((group) => group !== one && group !== other && !group[0].anonymous);
  return (
    likeRoles(a, b, others) ??
    likeOffice(a, b, others) ??
    likeOffice(b, a, others) ??
    likeParts(a, b, others) ??
    likeParts(b, a, others) ??
    likeSpelling(a, b, countOf(one), countOf(other))
  );
}

/** `主持人` and `主持人Ana Swanson`: one, if nobody else is so called. */
function likeRoles(a: Known, b: Known, others: readonly Group[]): 'same' | 'alike' | null {
  const [role, named] = isModerating(a) ? [a, b] : [b, a];
  if (!isModerating(role) || !hasModeratingTitle(named)) return null;
  const bearers = others.filter(([each]) => hasModeratingTitle(each) && each.form !== named.form);
  return bearers.length === 0 ? 'same' : 'alike';
}

/** `陈部长` and `陈建仁部长`: one, if nobody else of that family name has that office. */
function likeOffice(part: Known, whole: Known, others: readonly Group[]): 'same' | 'alike' | null {
  const called = familyAndOffice(part);
  if (called === null || familyAndOffice(whole) !== null) return null;
  const { family, office } = called;
  const isBearer = (each: Known) =>
    isChineseName(each) && each.form.startsWith(family) && (each.title === office || each.role === office);
  if (!isBearer(whole)) return null;
  const isAnother = (each: Known) => each.form !== whole.form && isBearer(each);
  return others.some((group) => group.some(isAnother)) ? 'alike' : 'same';
}

/** Whether one of two names is the first name of the other and nothing else. */
function hasFirstNameAlone(a: Known, b: Known): boolean {
  const [part, whole] = a.words.length < b.words.length ? [a, b] : [b, a];
  return part.words.length === 1 && whole.words.length > 1 && part.words[0] === whole.words[0];
}

/** A name with and without its title, its first name or its surname; `part` has less. */
function likeParts(part: Known, whole: Known, others: readonly Group[]): 'same' | 'alike' | null {
  if (part.role !== '' && whole.role !== '' && part.role !== whole.role) return null;
  const sameCore = part.form === whole.form && part.form !== '';
  // "Ann Lee (Steel)" may be another Ann Lee, or this one with her office.
  if (sameCore && part.words.length > 1) return part.role === whole.role ? 'same' : 'alike';
  const [first = '', ...rest] = whole.words;
  const last = rest.at(-1);
  if (sameCore && isChineseName(part)) {
    if (part.role !== whole.role) return 'alike';
    return part.title === '' || whole.title === '' || part.title === whole.title ? 'same' : 'alike';
  }
  if (sameCore) {
    // "Mr. Holt" and "Ms. Holt" are two people; "Holt" may be either.
    if (part.title !== '' && whole.title !== '') return contradict(part.title, whole.title) ? null : 'alike';
    return others.some(([each]) => each.words.at(-1) === part.words[0]) ? 'alike' : 'same';
  }
  if (part.role !== whole.role && part.role !== '') return null;
  const [only] = part.words;
  if (part.words.length !== 1 || only === undefined || only.length < 2 || last === undefined) return null;
  if (only !== first && only !== last) return null;
  if (part.title !== '' && whole.title !== '' && contradict(part.title, whole.title)) return null;
  const bearers = others.filter(
    ([each]) => each.form !== whole.form && each.words.length > 1 && each.words.includes(only),
  );
  // "Dr. Ruiz" and "Ruiz" are Ana Ruiz, if nobody is "Ms. Ruiz" besides.
  const titles = [whole, part, ...others.map(([each]) => each).filter(({ form }) => form === part.form)];
  const differ = new Set(titles.map(({ title }) => title).filter((title) => title !== ''));
  return bearers.length === 0 && differ.size < 2 ? 'same' : 'alike';
}

const MALE = new Set(['mr', 'sir', 'lord', 'chairman', 'congressman']);
const FEMALE = new Set(['mrs', 'ms', 'miss', 'dame', 'lady', 'madam', 'chairwoman', 'congresswoman']);

function contradict(one: string, other: string): boolean {
  return (MALE.has(one) && FEMALE.has(other)) || (FEMALE.has(one) && MALE.has(other));
}

/** Names that differ by one letter. */
function likeSpelling(a: Known, b: Known, countA: number, countB: number): 'same' | 'alike' | null {
  const words = editedWords(a, b);
  if (words === null) return null;
  const [one, other, edit] = words;
  const shorter = Math.min(one.length, other.length);
  if (shorter < 4) return null;
  const rare = Math.min(countA, countB);
  const isSlip = rare * FAR_RARER <= Math.max(countA, countB);
  // Ivanov and Ivanova, Daniel and Daniela.
  const isOtherForm = edit === 'length' && (one === `${other}a` || other === `${one}a`);
  const hasFirstName = a.words.length > 1;
  const isFewer = edit !== 'letter' && hasFirstName && rare <= FEW_SLIPS;
  const isCertain = Math.max(one.length, other.length) >= 6 && shorter >= 6 && !isOtherForm;
  return isCertain && (isSlip || isFewer) ? 'same' : 'alike';
}

/** The one word in which two names differ, if they differ in one and by one letter. */
function editedWords(a: Known, b: Known): [string, string, OneEdit] | null {
  if (a.role !== b.role || (a.title !== b.title && a.title !== '' && b.title !== '')) return null;
  if (a.words.length !== b.words.length) return null;
  const different = a.words.flatMap((word, at): [string, string][] =>
    word === b.words[at] ? [] : [[word, b.words[at] ?? '']],
  );
  const [pair, ...more] = different;
  if (!pair || more.length > 0) return null;
  const edit = oneLetterApart(...pair);
  return edit && [...pair, edit];
}

function countOf(group: readonly Known[]): number {
  return group.reduce((sum, { count }) => sum + count, 0);
}

function speakerOf(names: readonly Known[]): JoinedSpeaker {
  const sorted = names.toSorted((a, b) => b.count - a.count);
  const [first] = sorted;
  const given = sorted.find((each) => each.given !== null)?.given;
  const best = first && names.length === 1 ? tableForm(first) : mostComplete(sorted);
  return {
    name: given ?? best ?? '',
    spellings: sorted.map(({ printed }) => printed),
    anonymous: first?.anonymous ?? null,
    badges: [...new Set(sorted.flatMap(({ badges }) => badges))],
  };
}

/**
 * The spelling with the most words, in their natural order, and accents; of equals one that is not all capitals, and the
 * most frequent. A title or a role that not all have is left out.
 */
function mostComplete(sorted: readonly Known[]): string {
  const named = sorted.filter((each) => !isModerating(each));
  const spellings = (named.length > 0 ? named : sorted).map((each) => {
    const hasTitle = each.title !== '' && named.some(({ title }) => title === '');
    const hasRole = each.role !== '' && named.some(({ role }) => role === '');
    const shown = shownName(hasTitle || hasRole ? each.core : tableForm(each));
    const isNatural = isFamilyFirst(each) ? 0 : 1;
    const spaces = shown.split(/\s+/u).length;
    return {
      shown,
      count: each.count,
      words: isChineseName(each) ? 1 : each.words.length,
      spaces,
      isNatural,
    };
  });
  const marks = (text: string) => text.normalize('NFD').match(/\p{M}/gu)?.length ?? 0;
  const isMixed = (text: string) => (text !== text.toUpperCase() && text !== text.toLowerCase() ? 1 : 0);
  spellings.sort(
    (a, b) =>
      b.words - a.words ||
      b.isNatural - a.isNatural ||
      b.spaces - a.spaces ||
      isMixed(b.shown) - isMixed(a.shown) ||
      b.count - a.count ||
      marks(b.shown) - marks(a.shown) ||
      b.shown.length - a.shown.length,
  );
  return spellings[0]?.shown ?? '';
}

/** A name without pictures, and a Chinese one without spaces. */
function shownName(name: string): string {
  const plain = name
    .replace(/\p{Extended_Pictographic}|[\u{1F3FB}-\u{1F3FF}]|\u200D|\uFE0F/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  if (!/\p{L}/u.test(plain)) return name;
  return /^[\p{Script=Han}\s]{2,6}$/u.test(plain) && plain.length < 6 ? plain.replace(/\s/gu, '') : plain;
}
