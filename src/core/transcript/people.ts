import type { Localised } from '../language/locale.ts';
import type { Steps } from '../steps.ts';
import { isPerson } from './anonymous.ts';
import { isFullName } from './full-names.ts';
import { newestFirst } from './order.ts';
import type { Problems } from './problem.ts';
import type { Segment, Speaker, Transcript } from './transcript.ts';

/** One person who speaks in several seminars, perhaps under several spellings. */
export interface Person {
  /** The canonical name, in English. */
  name: string;
  /** The name as readers of Chinese write it; by default as the first of the seminars has it. */
  names?: Omit<Localised, 'en'> | undefined;
  /** The names under which the person speaks, by the seminars' ids. */
  seminars: ReadonlyMap<string, string>;
}

/** A speaker of one seminar, and the transcript to which they belong. */
interface Appearance {
  transcript: Transcript;
  speaker: Speaker;
}

/**
 * Tells the people of several seminars apart. Speakers of two seminars are one person if they are declared to be, or if
 * both name and role are the same; without roles, only if the name is a full one. People of one name are two otherwise, and
 * so is whoever has no name. Whoever is one person has one id, one name and every form of it in all the seminars; the role
 * is each seminar's own. Pauses after each seminar.
 * @param declared people in several seminars; the front matter can declare more
 * @returns the transcripts, in the same order, with speakers whose ids are theirs alone
 */
export function* peopleSteps(
  transcripts: readonly Transcript[],
  declared: readonly Person[] = [],
): Steps<Transcript[]> {
  const declarations = yield* declarationSteps(declared);
  const people = yield* groupSteps(appearancesIn(transcripts), (appearance) =>
    identityOf(appearance, declarations),
  );
  const named: ReturnType<typeof personOf>[] = [];
  for (const appearances of people.values()) {
    named.push(personOf(appearances, declarations));
    yield;
  }
  const namesakes = yield* groupSteps(named, ({ name }) => name);
  const known = new Map<Speaker, Speaker>();
  const taken = new Set<string>();
  for (const { appearances, name, names, forms } of named) {
    const id = unusedId(name, namesakes.get(name)?.length === 1, appearances, taken);
    for (const { speaker } of appearances) known.set(speaker, { ...speaker, id, name, names, ...forms });
    yield;
  }
  const identified: Transcript[] = [];
  for (const transcript of transcripts) {
    identified.push(withSpeakers(transcript, known));
    yield;
  }
  return identified;
}

/** What is declared of people, to be looked up. */
interface Declarations {
  /** Who a speaker of a seminar is. */
  of(appearance: Appearance): Person | undefined;
  /** Whether several declared people have a name. */
  isShared(name: string): boolean;
}

function* declarationSteps(declared: readonly Person[]): Steps<Declarations> {
  const bySeminar = new Map<string, Map<string, Person>>();
  for (const person of declared) {
    for (const [seminar, name] of person.seminars) {
      const byName = bySeminar.get(seminar) ?? new Map<string, Person>();
      bySeminar.set(seminar, byName.set(name, person));
    }
    yield;
  }
  const byName = yield* groupSteps(declared, ({ name }) => name);
  return {
    of: ({ transcript, speaker }) => bySeminar.get(transcript.id)?.get(speaker.name),
    isShared: (name) => (byName.get(name)?.length ?? 0) > 1,
  };
}

/** Everybody in each transcript. */
function* appearancesIn(transcripts: readonly Transcript[]): Generator<Appearance> {
  for (const transcript of transcripts)
    for (const speaker of transcript.speakers) yield { transcript, speaker };
}

/** What is the same for two appearances of one person. */
function identityOf(appearance: Appearance, { of, isShared }: Declarations): string {
  const { speaker, transcript } = appearance;
  if (!isPerson(speaker)) return JSON.stringify([speaker.name, { in: transcript.id }]);
  const person = of(appearance);
  const name = person?.name ?? speaker.person;
  if (name === null) {
    const role = speaker.role?.en ?? (isFullName(speaker.name) ? null : { in: transcript.id });
    return JSON.stringify([speaker.name, role]);
  }
  // Two entries of one name are two people, and no two have the same speaker.
  const [first] = person && isShared(name) ? person.seminars : [];
  return JSON.stringify(first ? [name, first] : [name]);
}

/** Under which name a person is shown, and by which forms of it they are found. */
function personOf(appearances: readonly Appearance[], { of }: Declarations) {
  const [first] = appearances as [Appearance, ...Appearance[]];
  const person = of(first);
  const name = person?.name ?? first.speaker.person ?? first.speaker.name;
  // The seminar that spells the name as declared knows best how it is written in Chinese.
  const best = appearances.find(({ speaker }) => speaker.name === name) ?? first;
  const names = { ...best.speaker.names, ...person?.names, en: name };
  const all = appearances.map(({ speaker }) => speaker);
  const forms = {
    aliases: unique(all.flatMap(({ aliases }) => aliases)),
    otherForms: unique(
      all.flatMap((speaker) => [...Object.values(speaker.names), speaker.name, ...speaker.otherForms]),
    ),
  };
  return { appearances, name, names, forms: appearances.length === 1 ? {} : forms };
}

/**
 * The name; for people of one name also the role, or without one the seminar, and for those of one role both. A label that
 * is no name always has its seminar: in another one it is somebody else's.
 */
function unusedId(
  name: string,
  isAlone: boolean,
  appearances: readonly Appearance[],
  taken: Set<string>,
): string {
  const latest = latestOf(appearances);
  const possible = isPerson(latest.speaker)
    ? [...(isAlone ? [name] : []), ...idsBesideName(name, latest)]
    : [idInSeminar(name, latest)];
  const id = possible.find((each) => !taken.has(each));
  taken.add(id ?? name);
  return id ?? name;
}

/** The ids that tell somebody apart from others of one name, the best first. */
function idsBesideName(
  name: string,
  { speaker, transcript }: Pick<Appearance, 'speaker'> & InSeminar,
): string[] {
  const { role } = speaker;
  return role
    ? [`${name} (${role.en})`, `${name} (${role.en}), ${transcript.id}`]
    : [idInSeminar(name, { transcript })];
}

interface InSeminar {
  transcript: Pick<Transcript, 'id'>;
}

function idInSeminar(name: string, { transcript }: InSeminar): string {
  return `${name} (${transcript.id})`;
}

function withSpeakers(transcript: Transcript, known: ReadonlyMap<Speaker, Speaker>): Transcript {
  const current = (speaker: Speaker) => known.get(speaker) ?? speaker;
  const segments = transcript.segments.map(
    (segment): Segment => (segment.speaker ? { ...segment, speaker: current(segment.speaker) } : segment),
  );
  return { ...transcript, speakers: transcript.speakers.map(current), segments };
}

/** What tells who spoke in which seminar last. */
type Seminar = Pick<Transcript, 'id' | 'date' | 'speakers'>;

/**
 * Everybody who speaks in some transcripts, each person once, in the order in which the transcripts name them; with the
 * role of the latest of these seminars.
 */
export function distinctSpeakers(transcripts: readonly Seminar[]): Speaker[] {
  const latest = new Map<string, { speaker: Speaker; transcript: Seminar }>();
  for (const transcript of transcripts) {
    for (const speaker of transcript.speakers) {
      const known = latest.get(speaker.id);
      if (!known || newestFirst(transcript, known.transcript) < 0)
        latest.set(speaker.id, { speaker, transcript });
    }
  }
  return Array.from(latest.values(), ({ speaker }) => speaker);
}

/** The people among those who speak in some transcripts, as `distinctSpeakers` gives them. */
export function distinctPeople(transcripts: readonly Seminar[]): Speaker[] {
  return distinctSpeakers(transcripts).filter(isPerson);
}

/**
 * Who has an id that may have been stored while the corpus was another one: an id has a person's role only while somebody
 * else has the same name.
 * @returns undefined if nobody has it, or several people may have had it
 */
export function personWithId(transcripts: readonly Seminar[], id: string): Speaker | undefined {
  const all = distinctSpeakers(transcripts);
  const exact = all.find((speaker) => speaker.id === id);
  if (exact) return exact;
  const had = new Set<string>();
  for (const transcript of transcripts) {
    for (const speaker of transcript.speakers.filter(isPerson)) {
      const { name } = speaker;
      if ([name, ...idsBesideName(name, { speaker, transcript })].includes(id)) had.add(speaker.id);
    }
  }
  return had.size === 1 ? all.find((speaker) => had.has(speaker.id)) : undefined;
}

/**
 * Reports people of one name in several seminars of whom nothing says whether they are one person. Pauses often.
 * @param transcripts from `peopleSteps`
 * @param problems those of the file that can say it
 */
export function* namesakeSteps(
  transcripts: readonly Transcript[],
  declared: readonly Person[],
  problems: Problems,
): Steps<void> {
  const people = Array.from(appearancesIn(transcripts)).filter(({ speaker }) => isPerson(speaker));
  const namesakes = yield* groupSteps(people, ({ speaker }) => speaker.name);
  const declaredNames = new Set(declared.map(({ name }) => name));
  for (const [name, appearances] of namesakes) {
    const byId = new Map(appearances.map(({ transcript, speaker }) => [speaker.id, transcript.id]));
    // Whoever has declared one of them knows of the others.
    const isDeclared = declaredNames.has(name) || appearances.some(({ speaker }) => speaker.person !== null);
    if (byId.size > 1 && !isDeclared) {
      const roles = appearances.filter(({ speaker }) => speaker.role !== null).length;
      const some = roles > 0 ? 'role-missing' : 'short-name';
      const reason = roles === appearances.length ? 'roles' : some;
      problems.report(1, 'namesakes-undeclared', { name, seminars: [...byId.values()].slice(0, 2), reason });
    }
    yield;
  }
}

function latestOf(appearances: readonly Appearance[]): Appearance {
  const [first, ...others] = appearances as [Appearance, ...Appearance[]];
  return others.reduce(
    (latest, each) => (newestFirst(each.transcript, latest.transcript) < 0 ? each : latest),
    first,
  );
}

function* groupSteps<T>(items: Iterable<T>, keyOf: (item: T) => string): Steps<Map<string, T[]>> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
    yield;
  }
  return groups;
}

function unique(items: readonly string[]): string[] {
  return [...new Set(items)];
}
