import { type Locale, type Localised, localised } from '../../src/core/language/locale.ts';
import { nameForm, nameWords } from '../../src/core/language/name-form.ts';
import { hasHan } from '../../src/core/language/text.ts';
import type { Library } from '../../src/core/library.ts';
import { runToEnd, runYielding, type Steps } from '../../src/core/steps.ts';
import { anonymousName, isPerson } from '../../src/core/transcript/anonymous.ts';
import { newestFirst, writtenDates } from '../../src/core/transcript/order.ts';
import { distinctSpeakers } from '../../src/core/transcript/people.ts';
import {
  callNameSteps,
  callNames,
  displayName,
  findSpeakers,
  isTitle,
  nameForms,
} from '../../src/core/transcript/speakers.ts';
import type { Speaker, Transcript } from '../../src/core/transcript/transcript.ts';
import { someOf } from '../../src/messages/message.ts';
import { failure, type Reply } from '../../src/reply/reply.ts';
import type { Context, Suggestion } from '../command.ts';
import { bestMatches, called, nameSteps, nearestSteps } from './matching.ts';
import { isNamesake, nameAmong, namesOf } from './people.ts';
import { suggestionValue } from './suggestion-value.ts';

/** How many seminars an error names; the completion of the option has the others. */
export const NAMED_SEMINARS = 5;

/** Few titles, and few names with their roles, have as many characters; of what is longer, the start says as much. */
export const LONGEST_NAME = 300;

/**
 * Finds the one seminar that is meant, or says why there is not exactly one.
 * @param typed its id, its title in any language, or a part of one that no other seminar has; as completion shows it, too
 */
export function seminarCalled(typed: string, all: readonly Transcript[]): Transcript | Reply {
  return runToEnd(seminarSteps(typed, all));
}

/** `seminarCalled` in steps: the first time, it makes the names by which seminars are found. */
export function* seminarSteps(given: string, transcripts: readonly Transcript[]): Steps<Transcript | Reply> {
  const all = [...transcripts].sort(newestFirst);
  const typed = given.slice(0, LONGEST_NAME);
  yield* nameSteps(all, seminarNames);
  const exact = all.find(({ id }) => id === typed.trim());
  if (exact) return exact;
  const [found, ...others] = called(all, typed, seminarNames);
  if (found && others.length === 0) return found;
  if (found) {
    const seminars = someOf([found, ...others].map(titleAndId), NAMED_SEMINARS, 'some.seminars');
    return failure({ key: 'failure.seminar-ambiguous', values: { name: typed, seminars } });
  }
  const near = yield* nearestSteps(all, typed, seminarNames);
  if (near)
    return failure({ key: 'failure.seminar-near', values: { name: typed, title: near.title, id: near.id } });
  const seminars = someOf(
    all.map(({ id }) => id),
    NAMED_SEMINARS,
    'some.seminars',
  );
  return failure({ key: 'failure.seminar-unknown', values: { name: typed, seminars } });
}

/** All that a seminar can be called. The date tells seminars with the same title apart. */
export function seminarNames({ id, title, date }: Transcript): string[] {
  const titles = Object.values(title);
  if (date === null) return [id, ...titles, ...titles.map((each) => `${each} ${id}`)];
  return [
    ...[id, ...titles, date, ...writtenDates(date)],
    ...titles.flatMap((each) => [`${each} ${date}`, `${each} ${date} ${id}`]),
  ];
}

function titleAndId({ id, title }: Transcript): Localised {
  return localised((locale) =>
    locale === 'en' ? `${title.en} (${id})` : `${title[locale]}\uFF08${id}\uFF09`,
  );
}

/**
 * Finds the one speaker that a name means, or says why there is not exactly one.
 * @param name any form of the speaker's name, perhaps with a small misspelling
 */
export function speakerCalled(name: string, library: Library): Speaker | Reply {
  return runToEnd(speakerSteps(name, library));
}

/** `speakerCalled` in steps. */
export function* speakerSteps(name: string, library: Library): Steps<Speaker | Reply> {
  const meant = yield* speakersSteps(name, library);
  if ('outcome' in meant) return meant;
  const [found, ...others] = meant.speakers;
  if (found && others.length === 0) return found;
  const values = { name, speakers: namesOf(meant.speakers, library) };
  return failure({ key: 'failure.speaker-ambiguous', values });
}

/** The speakers whom a name means: one, or all who are called so. */
interface Called {
  speakers: readonly Speaker[];
  /** Whether the name was misspelt, so that somebody else may be meant. */
  isGuess: boolean;
}

/**
 * Finds everybody whom a name means; or says that nobody is called that, and who may be meant. The first time, it makes
 * the names by which speakers are found.
 * @param given any form of a speaker's name, perhaps with a small misspelling; as completion shows it, too
 * @param transcripts the seminars whose speakers count; by default those of all seminars do
 */
export function* speakersSteps(
  given: string,
  library: Library,
  transcripts = library.transcripts,
): Steps<Called | Reply> {
  const name = given.slice(0, LONGEST_NAME);
  const all = distinctSpeakers(transcripts);
  const [only, another] = transcripts;
  const seminar = another ? undefined : only?.id;
  const chosen = all.find(({ id }) => id !== name && suggestionValue(id) === name);
  if (chosen) return { speakers: [chosen], isGuess: false };
  yield* callNameSteps(all);
  yield* nameSteps(all, nameForms);
  const shown: Speaker[] = [];
  for (const speaker of all) {
    if (isShownAs(speaker, name, library)) shown.push(speaker);
    yield;
  }
  const exact = shown.length > 0 ? shown : findSpeakers(all, name);
  if (exact.length === 1) return { speakers: exact, isGuess: false };
  // As in a question: "Estevz", "Mr Estevez".
  const { names } = library.findNames(name, seminar);
  const without = new Set(
    names.filter(({ role }) => role === 'excluded').flatMap(({ speakers }) => speakers.map(({ id }) => id)),
  );
  const others = all.filter((speaker) => isPerson(speaker) && !without.has(speaker.id));
  // "Everybody except Miller".
  if (exact.length === 0 && without.size > 0 && others.length > 0)
    return { speakers: others, isGuess: false };
  const found = names.flatMap(({ speakers }) => speakers);
  const ids = new Set(found.map(({ id }) => id));
  const called = all.filter(({ id }) => ids.has(id));
  const meant = inRole(exact.length > 0 ? exact : called, name, library);
  if (meant.length > 0)
    return { speakers: meant, isGuess: exact.length === 0 && !meant.every((each) => isNamed(each, name)) };
  const near = yield* nearestSteps(all, name, nameForms);
  return near
    ? failure({ key: 'failure.speaker-nearest', values: { name, speakers: nameAmong(near, library) } })
    : speakerUnknown(name, all, library);
}

function speakerUnknown(name: string, all: readonly Speaker[], library: Library): Reply {
  const people = all.filter(isPerson);
  const speakers = people.length > 0 ? people : all;
  if (speakers.length === 0) return failure({ key: 'failure.speakers-none', values: { name } });
  return failure({ key: 'failure.speaker-unknown', values: { name, speakers: namesOf(speakers, library) } });
}

/** Of people of one name, those whose role the text gives too, or a part of it: Lee the engineer. All if it gives none. */
function inRole(speakers: readonly Speaker[], text: string, library: Library): readonly Speaker[] {
  if (speakers.length < 2) return speakers;
  const words = nameWords(library.findNames(text).withoutNames)
    .split(' ')
    .filter((word) => word !== '' && !isTitle(word) && !/^(?:the|an?|of|and|who|is)$/.test(word));
  if (words.length === 0) return speakers;
  const isIn = ({ id }: Speaker) =>
    library.transcripts
      .flatMap((transcript) => transcript.speakers.filter((each) => each.id === id))
      .flatMap(({ role }) => Object.values(role ?? {}).map(nameWords))
      .some((role) =>
        words.every((word) => (hasHan(word) ? role.includes(word) : ` ${role} `.includes(` ${word} `))),
      );
  const theirs = speakers.filter(isIn);
  return theirs.length > 0 ? theirs : speakers;
}

/** Whether a text is what completion or a reply shows for a speaker, perhaps cut off as Discord cuts long names. */
function isShownAs(speaker: Speaker, typed: string, library: Library): boolean {
  const form = nameForm(typed);
  const isCut = typed.trim().endsWith('…');
  const names = shownForms(speaker, library);
  return form !== '' && names.some((name) => name === form || (isCut && name.startsWith(form)));
}

const knownShownForms = new WeakMap<Library['speakers'], WeakMap<Speaker, readonly string[]>>();

/** What is shown for a speaker in a library, as names are compared. */
function shownForms(speaker: Speaker, library: Library): readonly string[] {
  const known = knownShownForms.get(library.speakers) ?? new WeakMap<Speaker, readonly string[]>();
  knownShownForms.set(library.speakers, known);
  const shown = [nameAmong(speaker, library), displayName(speaker)].flatMap((each) => Object.values(each));
  const forms = known.get(speaker) ?? [...new Set(shown)].map(nameForm);
  known.set(speaker, forms);
  return forms;
}

/** Whether a text has one of a speaker's names in it as it is spelt. */
function isNamed(speaker: Speaker, text: string): boolean {
  const form = nameForm(text);
  return callNames(speaker).some((words) => form.includes(nameForm(words.join(''))));
}

/** Whether a text contains what was typed, whatever its case, its width and the space around it. */
export function containing(typed: string): (text: string) => boolean {
  const form = (text: string) => text.normalize('NFKC').toLowerCase();
  const wanted = form(typed).trim();
  return (text) => form(text).includes(wanted);
}

/** Suggests the speakers whose name, in any form, contains what was typed. */
export function suggestSpeakers(typed: string, { library }: Context, locale: Locale): Promise<Suggestion[]> {
  return runYielding(speakerSuggestions(typed, library, locale));
}

function* speakerSuggestions(typed: string, library: Library, locale: Locale): Steps<Suggestion[]> {
  // Of several recordings, nobody knows whose "Speaker 1" is meant.
  const [, second] = library.transcripts;
  const speakers = second ? library.speakers.filter(isPerson) : library.speakers;
  yield* nameSteps(speakers, nameForms);
  return bestMatches(speakers, typed.slice(0, LONGEST_NAME), nameForms).map((speaker) => ({
    name: suggestedName(speaker, library, locale),
    value: suggestionValue(speaker.id),
  }));
}

/** In one form only; with the role, if somebody else has the same name. */
function suggestedName(speaker: Speaker, library: Library, locale: Locale): string {
  if (isNamesake(speaker, library)) return nameAmong(speaker, library)[locale];
  return (anonymousName(speaker) ?? speaker.names)[locale];
}
