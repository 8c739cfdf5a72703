import MiniSearch from 'minisearch';
import type { Locale, Localised } from '../../src/core/language/locale.ts';
import type { Library } from '../../src/core/library.ts';
import { distinctSpeakers } from '../../src/core/transcript/people.ts';
import { callNames, findSpeakers, nameForms, nameParts } from '../../src/core/transcript/speakers.ts';
import type { Speaker, Transcript } from '../../src/core/transcript/transcript.ts';
import { joined } from '../../src/messages/message.ts';
import { failure, type Reply } from '../../src/reply/reply.ts';
import type { Context, Suggestion } from '../command.ts';
import { nameAmong, namesOf } from './people.ts';

/** Finds the seminar that has an id, or says which ids there are. */
export function seminarCalled(id: string, all: readonly Transcript[]): Transcript | Reply {
  const seminars = joined(all.map((each) => each.id));
  return (
    all.find((each) => each.id === id) ??
    failure({ key: 'failure.seminar-unknown', values: { name: id, seminars } })
  );
}

/**
 * Finds the one speaker that a name means, or says why there is not exactly one.
 * @param name any form of the speaker's name, perhaps with a small misspelling
 */
export function speakerCalled(name: string, library: Library): Speaker | Reply {
  const called = speakersCalled(name, library);
  if ('outcome' in called) return called;
  const [found, ...others] = called.speakers;
  if (found && others.length === 0) return found;
  const values = { name, speakers: namesOf(called.speakers.slice(0, NAMED), library) };
  return failure({ key: 'failure.speaker-ambiguous', values });
}

/** A failure names so many speakers, not a whole archive's. */
const NAMED = 10;
/** What share of a name's letters may differ for it to be offered instead. */
const NEAR = 0.4;
/** A failure offers so many names that are like the one that was typed. */
const OFFERED = 3;

/** The speakers whom a name means: one, or all who are called so. */
interface Called {
  speakers: readonly Speaker[];
  /** Whether the name was misspelt, so that somebody else may be meant. */
  isGuess: boolean;
}

/**
 * Finds everybody whom a name means; or says that nobody is called that, and who may be meant.
 * @param name any form of a speaker's name, perhaps with a small misspelling
 * @param seminar the id of the only seminar whose speakers count; by default those of all seminars do
 */
export function speakersCalled(name: string, library: Library, seminar?: string): Called | Reply {
  const all = distinctSpeakers(
    library.transcripts.filter(({ id }) => seminar === undefined || id === seminar),
  );
  const exact = findSpeakers(all, name);
  if (exact.length > 0) return { speakers: exact, isGuess: false };
  // As in a question: "Estevz", "Mr Estevez".
  const found = new Set(library.findNames(name, seminar).names.flatMap(({ speakers }) => speakers));
  const meant = all.filter(({ id }) => [...found].some((each) => each.id === id));
  if (meant.length > 0) return { speakers: meant, isGuess: true };
  const near = nearest(name, all);
  return near.length > 0
    ? failure({ key: 'failure.speaker-nearest', values: { name, speakers: namesOf(near, library) } })
    : failure({ key: 'failure.speaker-unknown', values: { name, speakers: someNames(all, library) } });
}

function someNames(all: readonly Speaker[], library: Library): Localised {
  return namesOf(all.slice(0, NAMED), library);
}

/** The speakers whose names are most like one that nobody has. */
function nearest(name: string, speakers: readonly Speaker[]): Speaker[] {
  const index = new MiniSearch<{ id: number; called: string }>({
    fields: ['called'],
    tokenize: (text) => text.split('\n'),
    searchOptions: { fuzzy: NEAR, prefix: true },
  });
  index.addAll(
    speakers.map((speaker, id) => ({
      id,
      called: callNames(speaker)
        .map((words) => words.join(''))
        .join('\n'),
    })),
  );
  const wanted = [...nameParts(name), nameParts(name).join('')].filter((part) => part.length > 1);
  return index
    .search(wanted.join('\n'))
    .slice(0, OFFERED)
    .flatMap(({ id }) => speakers[id] ?? []);
}

/** Whether a text contains what was typed, whatever its case, its width and the space around it. */
export function containing(typed: string): (text: string) => boolean {
  const form = (text: string) => text.normalize('NFKC').toLowerCase();
  const wanted = form(typed).trim();
  return (text) => form(text).includes(wanted);
}

/** Suggests the seminars whose id or title, in any language, contains what was typed. */
export function suggestSeminars(typed: string, { library }: Context, locale: Locale): Suggestion[] {
  return library.transcripts
    .filter(({ id, title }) => [id, ...Object.values(title)].some(containing(typed)))
    .map(({ id, title }) => ({ name: title[locale], value: id }));
}

/** Suggests the speakers whose name, in any form, contains what was typed. */
export function suggestSpeakers(typed: string, { library }: Context, locale: Locale): Suggestion[] {
  return library.speakers
    .filter((speaker) => nameForms(speaker).some(containing(typed)))
    .map((speaker) => ({ name: suggestedName(speaker, library, locale), value: speaker.id }));
}

/** In one form only; with the role, if somebody else has the same name. */
function suggestedName(speaker: Speaker, library: Library, locale: Locale): string {
  const isShared = library.speakers.some(({ id, name }) => id !== speaker.id && name === speaker.name);
  return isShared ? nameAmong(speaker, library)[locale] : speaker.names[locale];
}
