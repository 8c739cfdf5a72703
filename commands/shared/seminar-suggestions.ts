import type { Locale } from '../../src/core/language/locale.ts';
import { nameForm, nameWords } from '../../src/core/language/name-form.ts';
import { hasHan, shorten } from '../../src/core/language/text.ts';
import { readDate } from '../../src/core/language/typed-date.ts';
import { runYielding, type Steps } from '../../src/core/steps.ts';
import { isPerson } from '../../src/core/transcript/anonymous.ts';
import { newestFirst, writtenDates } from '../../src/core/transcript/order.ts';
import { isWithin, type Period } from '../../src/core/transcript/period.ts';
import { nameForms } from '../../src/core/transcript/speakers.ts';
import type { Transcript } from '../../src/core/transcript/transcript.ts';
import type { Context, Suggestion } from '../command.ts';
import { LONGEST_NAME, seminarNames } from './choose.ts';
import { likestSteps, nameSteps } from './matching.ts';

/** Suggests seminars by title, id, date, speakers and organiser: the best match first, of equal ones the newest. */
export function suggestSeminars(typed: string, { library }: Context, locale: Locale): Promise<Suggestion[]> {
  return runYielding(seminarSuggestions(typed.slice(0, LONGEST_NAME), library.transcripts, locale));
}

function* seminarSuggestions(
  typed: string,
  transcripts: readonly Transcript[],
  locale: Locale,
): Steps<Suggestion[]> {
  yield* nameSteps(transcripts, seminarNames);
  const found = yield* foundSteps(typed, [...transcripts].sort(newestFirst));
  return found.map((transcript) => ({
    name: seminarLabel(transcript, locale, SHOWN),
    value: transcript.id,
  }));
}

/** Discord shows so many characters of a suggestion. */
const SHOWN = 100;

/**
 * A seminar with its date, if it has one: "A panel on bridges (2024-05-01)". Of several of one title and date it has the
 * id too.
 * @param length the most characters (UTF-16); only the title is cut
 */
export function seminarLabel(
  { id, title, date, isNamesake }: Transcript,
  locale: Locale,
  length: number,
): string {
  const told = [date ?? [], isNamesake ? id : []].flat();
  if (told.length === 0) return shorten(title[locale], length);
  const brackets = locale === 'en' ? ` (${told.join(', ')})` : `\uFF08${told.join('\uFF0C')}\uFF09`;
  return shorten(title[locale], Math.max(1, length - brackets.length)) + brackets;
}

/**
 * The seminars that have what was typed, best first; or else those with a name like it, if it is misspelt.
 * @param seminars in the order that equally good ones keep
 */
function* foundSteps(typed: string, seminars: readonly Transcript[]): Steps<readonly Transcript[]> {
  const wanted: Wanted = { words: nameWords(typed), form: nameForm(typed), days: daysOf(typed) };
  // What has no letter or digit is a beginning of nothing, unless nothing was typed.
  if (wanted.form === '') return typed.trim() === '' ? seminars : [];
  const ranked: { seminar: Transcript; rank: number }[] = [];
  for (const seminar of seminars) {
    const rank = rankOf(seminar, wanted);
    if (rank !== null) ranked.push({ seminar, rank });
    yield;
  }
  if (ranked.length === 0) return yield* likestSteps(seminars, typed, seminarNames);
  return ranked.sort((one, other) => one.rank - other.rank).map(({ seminar }) => seminar);
}

/** What was typed, as names are compared. */
interface Wanted {
  words: string;
  form: string;
  /** The days of the date, month or year that it is; null if it is none. */
  days: Period | null;
}

function daysOf(typed: string): Period | null {
  const date = readDate(typed);
  return date && 'first' in date ? { from: date.first, until: date.last } : null;
}

/** Names of one kind, as they are compared. */
interface Field {
  words: readonly string[];
  forms: readonly string[];
}

/** Everything that a seminar is found by. */
interface Fields {
  titles: Field;
  id: Field;
  dates: Field;
  speakers: Field;
  organiser: Field;
}

const knownFields = new WeakMap<Transcript, Fields>();

function fieldsOf(seminar: Transcript): Fields {
  const known = knownFields.get(seminar);
  if (known) return known;
  const { id, title, date, organiser, speakers } = seminar;
  const fields = {
    titles: fieldOf(Object.values(title)),
    id: fieldOf([id]),
    dates: fieldOf(date === null ? [] : [date, ...writtenDates(date)]),
    speakers: fieldOf(speakers.filter(isPerson).flatMap(nameForms)),
    organiser: fieldOf(Object.values(organiser ?? {})),
  };
  knownFields.set(seminar, fields);
  return fields;
}

function fieldOf(names: readonly string[]): Field {
  const words = [...new Set(names.map(nameWords))];
  return { words, forms: words.map((each) => each.replaceAll(' ', '')) };
}

/** How well a seminar fits what was typed, from 0, the best; null if it does not. */
function rankOf(seminar: Transcript, wanted: Wanted): number | null {
  const { titles, id, dates, speakers, organiser } = fieldsOf(seminar);
  const { form, words, days } = wanted;
  const all = [titles, id, dates, speakers, organiser];
  const ways = [
    () => titles.forms.includes(form) || id.forms.includes(form) || dates.forms.includes(form),
    () => titles.forms.some((each) => each.startsWith(form)),
    () => hasWord(titles, words),
    () => id.forms.some((each) => each.startsWith(form)) || hasWord(id, words),
    () => (days ? isWithin(seminar, days) : dates.forms.some((each) => each.startsWith(form))),
    () => hasWord(speakers, words),
    () => hasWord(organiser, words),
    () => all.some(({ forms }) => forms.some((each) => each.includes(form))),
    // "chips miller": of one name and of another.
    () => words.split(' ').every((word) => all.some((field) => hasWord(field, word))),
  ];
  const rank = ways.findIndex((isFound) => isFound());
  return rank < 0 ? null : rank;
}

/** Whether a name has words that begin so; Chinese is written without spaces, so there they may stand anywhere. */
function hasWord({ words: names }: Field, words: string): boolean {
  return names.some((name) => (hasHan(words) ? name.includes(words) : ` ${name}`.includes(` ${words}`)));
}
