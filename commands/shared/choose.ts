import { type Locale, type Localised, localised } from '../../src/core/language/locale.ts';
import { shorten } from '../../src/core/language/text.ts';
import { displayName, findSpeakers, nameForms } from '../../src/core/transcript/speakers.ts';
import type { Speaker, Transcript } from '../../src/core/transcript/transcript.ts';
import { joined, someOf } from '../../src/messages/message.ts';
import { failure, type Reply } from '../../src/reply/reply.ts';
import type { Context, Suggestion } from '../command.ts';
import { bestMatches, called, nearest } from './matching.ts';

/** How many seminars an error names; the completion of the option has the others. */
const NAMED_SEMINARS = 5;

/**
 * Finds the one seminar that is meant, or says why there is not exactly one.
 * @param typed its id, its title in any language, or a part of one that no other seminar has; as completion shows it, too
 */
export function seminarCalled(typed: string, all: readonly Transcript[]): Transcript | Reply {
  const exact = all.find(({ id }) => id === typed.trim());
  if (exact) return exact;
  const [found, ...others] = called(all, typed, seminarNames);
  if (found && others.length === 0) return found;
  if (found) {
    const seminars = someOf([found, ...others].map(titleAndId), NAMED_SEMINARS, 'some.seminars');
    return failure({ key: 'failure.seminar-ambiguous', values: { name: typed, seminars } });
  }
  const near = nearest(all, typed, seminarNames);
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
function seminarNames({ id, title, date }: Transcript): string[] {
  const titles = Object.values(title);
  return [id, ...titles, date, ...titles.map((each) => `${each} ${date}`)];
}

function titleAndId({ id, title }: Transcript): Localised {
  return localised((locale) =>
    locale === 'en' ? `${title.en} (${id})` : `${title[locale]}\uFF08${id}\uFF09`,
  );
}

/**
 * Finds the one speaker that a name means, or says why there is not exactly one.
 * @param name any form of the speaker's name
 * @param offered the speakers to name if nobody is called that
 */
export function speakerCalled(
  name: string,
  speakers: readonly Speaker[],
  offered: readonly Speaker[] = speakers,
): Speaker | Reply {
  const [found, ...others] = findSpeakers(speakers, name);
  if (!found) {
    const values = { name, speakers: joined(offered.map(displayName)) };
    return failure({ key: 'failure.speaker-unknown', values });
  }
  if (others.length > 0) {
    const values = { name, speakers: joined([found, ...others].map(displayName)) };
    return failure({ key: 'failure.speaker-ambiguous', values });
  }
  return found;
}

/** Whether a text contains what was typed, whatever its case, its width and the space around it. */
export function containing(typed: string): (text: string) => boolean {
  const form = (text: string) => text.normalize('NFKC').toLowerCase();
  const wanted = form(typed).trim();
  return (text) => form(text).includes(wanted);
}

/** Suggests the seminars whose id, date or title, in any language, contains what was typed. */
export function suggestSeminars(typed: string, { library }: Context, locale: Locale): Suggestion[] {
  const titles = library.transcripts.map(({ title }) => title[locale]);
  const isShared = (title: string) => titles.indexOf(title) !== titles.lastIndexOf(title);
  return bestMatches(library.transcripts, typed, seminarNames).map(({ id, title, date }) => ({
    name: isShared(title[locale]) ? `${shorten(title[locale], TITLE_BEFORE_DATE)} ${date}` : title[locale],
    value: id,
  }));
}

/** Discord shows 100 characters of a suggestion; the date needs eleven. */
const TITLE_BEFORE_DATE = 88;

/** Suggests the speakers whose name, in any form, contains what was typed. */
export function suggestSpeakers(typed: string, { library }: Context, locale: Locale): Suggestion[] {
  return bestMatches(library.speakers, typed, nameForms).map(({ name, names }) => ({
    name: names[locale],
    value: name,
  }));
}
