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
  const parts = forms.flatMap((form) => form.filter((part, at) => isCallable(part, at)));
  const moderating = speaker.moderator ? MODERATING : [];
  const called = [...whole, ...forms.flatMap(surnameOf), ...parts, ...moderating].filter(
    (words) => words.length > 0,
  );
  // Of one name written with and without spaces, the words of the former fit both.
  const fewestFirst = called.sort((a, b) => a.length - b.length);
  return [...new Map(fewestFirst.map((words) => [words.join(''), words])).values()];
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
