import type { Locale } from '../../src/core/language/locale.ts';
import { displayName, findSpeakers, nameForms } from '../../src/core/transcript/speakers.ts';
import type { Speaker, Transcript } from '../../src/core/transcript/transcript.ts';
import { joined } from '../../src/messages/message.ts';
import { failure, type Reply } from '../../src/reply/reply.ts';
import type { Context, Suggestion } from '../command.ts';

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
    .map(({ name, names }) => ({ name: names[locale], value: name }));
}
