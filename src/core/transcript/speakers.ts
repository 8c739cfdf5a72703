import type { Localised } from '../language/locale.ts';
import { normalise } from '../language/text.ts';
import type { Steps } from '../steps.ts';
import { anonymousName, isPerson } from './anonymous.ts';
import type { Speaker } from './transcript.ts';

/** All forms of a speaker's name: in each language, as printed, and as readers may write it. */
export function nameForms(speaker: Speaker): string[] {
  return [...new Set([...Object.values(speaker.names), ...speaker.aliases, ...speaker.otherForms])];
}

/**
 * A speaker's name for a reader, or what stands in its place. Chinese readers get both forms, since sources print either.
 */
export function displayName(speaker: Speaker): Localised {
  return anonymousName(speaker) ?? bothNames(speaker);
}

function bothNames({ name, names }: Speaker): Localised {
  const both = (own: string) => (own === name ? name : `${own}\uFF08${name}\uFF09`);
  return { en: name, 'zh-CN': both(names['zh-CN']), 'zh-TW': both(names['zh-TW']) };
}

/**
 * Finds whom a person means by a name: any form of it, whatever its case and spacing, or one part of it
 * ("Nazak", "米勒").
 * @returns every speaker that fits: none, one, or several of one name; only those whom it names in full, if it does
 */
export function findSpeakers(speakers: readonly Speaker[], name: string): Speaker[] {
  const chosen = speakers.filter(({ id }) => id === name);
  if (chosen.length > 0) return chosen;
  const wanted = compact(name);
  if (wanted === '') return [];
  const whole = speakers.filter((speaker) => compactNames(speaker).includes(wanted));
  if (whole.length > 0) return whole;
  return speakers.filter((speaker) => callNames(speaker).some((words) => words.join('') === wanted));
}

/** Words before a name that are no part of it. */
const TITLES = new Set(
  'mr mrs ms miss dr prof professor sir dame madam lord lady hon 先生 女士 博士 教授'.split(' '),
);

/** Whether a normalised word is put before names: "Mr", "Dr", 教授. */
export function isTitle(word: string): boolean {
  return TITLES.has(word);
}

/** What whoever moderates can be called. */
const MODERATING = [['moderator'], ['主持人']];

/** Whether somebody is called by nothing but what they do: 主持人, Moderator. */
export function isCalledModerator({ name, moderator }: Pick<Speaker, 'name' | 'moderator'>): boolean {
  return moderator && MODERATING.some((words) => words.join('') === nameParts(name).join(''));
}

/**
 * What a speaker can be called; nothing for whoever has no name: every form of the name, and every part of one that is more than a title or a word such
 * as "the", each as its words, normalised: `siobhan o brien`, `o brien`; `艾伦 埃斯特维兹`, `艾伦`.
 */
export function callNames(speaker: Speaker): readonly (readonly string[])[] {
  const known = knownCallNames.get(speaker) ?? madeCallNames(speaker);
  knownCallNames.set(speaker, known);
  return known;
}

/** Names take long to be normalised, and everybody's are looked through for each name that is typed. */
const knownCallNames = new WeakMap<Speaker, string[][]>();

function madeCallNames(speaker: Speaker): string[][] {
  // A question with "q" or "speaker" in it names nobody.
  if (!isPerson(speaker)) return [];
  const forms = nameForms(speaker).map((form) => partsOf(form));
  const whole = forms.map((parts) => parts.flat());
  const parts = forms.flatMap(callableParts);
  const moderating = speaker.moderator ? MODERATING : [];
  const called = [...whole, ...forms.map(ownPart).flatMap(surnameOf), ...parts, ...moderating].filter(
    (words) => words.length > 0,
  );
  // Of one name written with and without spaces, the words of the former fit both.
  const fewestFirst = called.sort((a, b) => a.length - b.length);
  return [...new Map(fewestFirst.map((words) => [words.join(''), words])).values()];
}

/**
 * What identifies a speaker in a text: the forms of the name, and the parts of it in each language. Neither words for what
 * somebody does ("the president", "Chair" in "Chair Powell") nor where from ("Acme" in "Nick from Acme").
 */
export function identifyingNames(speaker: Speaker): string[] {
  const forms = nameForms(speaker).filter((form) => !isRole(partsOf(form)));
  const parts = Object.values(speaker.names).flatMap((name) => callableParts(partsOf(name)));
  return [...forms, ...parts.map((part) => part.join(''))];
}

/** The parts of a name by which a person can be called, each without its punctuation: `alan`, `obrien`; `艾伦`. */
export function nameParts(name: string): string[] {
  return partsOf(name).map((words) => words.join(''));
}

/** A name without titles, in its parts, and each part in the words that a hyphen or an apostrophe joins. */
function partsOf(name: string): string[][] {
  return normalise(name)
    .split(/[\s·‧・•]+/u)
    .map((part) => part.match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter((part) => part.length > 0 && !isTitle(part.join('')));
}

/** Parts of names by which nobody is called alone. */
const PARTICLES = new Set(
  'the of and a de da do dos das del della der den des di du el la las le los ten ter van von y e zu zur jr sr ii iii iv'.split(
    ' ',
  ),
);

/** "Do" and "Van" are first names, too. */
const FIRST_NAMES = new Set(['do', 'di', 'le', 'van', 'von']);

/** What comes after them in a label is where somebody is from: "Nick from Acme", "Mira Holt of the Harbour Office". */
const BEFORE_PLACES = new Set('from of at with for'.split(' '));

/** What somebody does, as labels have it before a name, or in the place of one. "King" and "Dean" are surnames as well. */
const ROLES = new Set(
  `chair chairman chairwoman chairperson president vice deputy acting interim secretary undersecretary senator representative
  congressman congresswoman congressperson delegate governor mayor minister premier chancellor ambassador commissioner director
  judge justice general admiral colonel captain lieutenant sergeant officer attorney counsel chief executive ceo cfo cto coo
  madam mister moderator host cohost facilitator interviewer interviewee interpreter translator operator analyst reporter
  journalist correspondent press media guest panelist panellist participant attendee member audience speaker voice presenter
  lecturer teacher student witness questioner questions question answer male female unidentified unknown king queen prince
  princess bishop pope father dean major`.split(/\s+/),
);
/** Of one letter and numbers no name consists: "Speaker 1", "Reporter A". */
const NUMBERING = /^(?:\p{N}{1,3}|[a-z])$/u;

/** Whether all of a name says what somebody does: "The President", "Mr. Chair", "Speaker 1". "King" alone is a name. */
function isRole(form: readonly (readonly string[])[]): boolean {
  const parts = form.map((part) => part.join(''));
  const isBare = parts.length > 1 || !SURNAMES_TOO.has(parts[0] ?? '');
  return (
    isBare &&
    parts.length > 0 &&
    parts.every((part) => ROLES.has(part) || PARTICLES.has(part) || NUMBERING.test(part))
  );
}

const SURNAMES_TOO = new Set('king queen prince bishop pope dean major judge justice chancellor'.split(' '));

/** A label without where somebody is from. */
function ownPart(form: readonly string[][]): readonly string[][] {
  const at = form.findIndex((part, index) => index > 0 && BEFORE_PLACES.has(part.join('')));
  return at < 0 ? form : form.slice(0, at);
}

/** The parts of a name that are names by themselves. A role before a name is none, nor is any part of a role. */
function callableParts(form: readonly string[][]): string[][] {
  if (isRole(form)) return [];
  const own = ownPart(form);
  const isBeforeName = (at: number) => own.slice(at + 1).some((part) => !PARTICLES.has(part.join('')));
  return own.filter((part, at) => isCallable(part, at) && !(ROLES.has(part.join('')) && isBeforeName(at)));
}

function isCallable(part: readonly string[], at: number): boolean {
  const name = part.join('');
  if (name.length < 2 || /^\p{N}+$/u.test(name)) return false;
  return !PARTICLES.has(name) || (at === 0 && FIRST_NAMES.has(name));
}

/** A surname with its particles, if it has any: "van der Berg". */
function surnameOf(form: readonly (readonly string[])[]): string[][] {
  const at = form.findIndex((part, index) => index > 0 && PARTICLES.has(part.join('')));
  const isWhole = at > 0 && at < form.length - 1;
  return isWhole ? [form.slice(at).flat()] : [];
}

/** Makes, in steps, what finding speakers by their names needs to know of each. */
export function* callNameSteps(speakers: readonly Speaker[]): Steps<void> {
  for (const speaker of speakers) {
    callNames(speaker);
    compactNames(speaker);
    yield;
  }
}

const knownCompactNames = new WeakMap<Speaker, string[]>();

/** A speaker's names in each language, as `compact` writes them. */
function compactNames(speaker: Speaker): string[] {
  const known = knownCompactNames.get(speaker) ?? Object.values(speaker.names).map(compact);
  knownCompactNames.set(speaker, known);
  return known;
}

function compact(name: string): string {
  return normalise(name).replace(/[^\p{L}\p{N}]/gu, '');
}
