import { localised } from '../core/language/locale.ts';
import { shorten } from '../core/language/text.ts';
import { displayName, isCalledModerator } from '../core/transcript/speakers.ts';
import type { Speaker, Transcript } from '../core/transcript/transcript.ts';
import type { Message, Value } from '../messages/message.ts';

/** A seminar's date, or that it has none. */
export function dateOf({ date }: Pick<Transcript, 'date'>): Value {
  return date ?? { key: 'seminar.undated' };
}

/** A seminar's title and date, as texts name it; with the id, if another seminar has the same title and date. */
export function titleOf(transcript: NamedSeminar): { title: Value; date: Value } {
  const { id, title, isNamesake } = transcript;
  const shown: Value = isNamesake ? { key: 'seminar.title-and-id', values: { title, id } } : title;
  return { title: shown, date: dateOf(transcript) };
}

type NamedSeminar = Pick<Transcript, 'id' | 'title' | 'date' | 'isNamesake'>;

/** A seminar by its title and date, if it has one, as one name in a sentence. */
export function seminarNamed(transcript: NamedSeminar): Message {
  const values = titleOf(transcript);
  return transcript.date === null
    ? { key: 'list.item', values: { item: values.title } }
    : { key: 'seminar.named', values };
}

/** In characters, so that a title stands in one line of a phone with its date: a Chinese character is twice as wide. */
const SHORT_TITLE = { en: 28, 'zh-CN': 14, 'zh-TW': 14 } as const;

/** The same in one line of a phone. */
export function seminarInShort({ title, ...others }: NamedSeminar): Message {
  return seminarNamed({
    ...others,
    title: localised((locale) => shorten(title[locale], SHORT_TITLE[locale])),
  });
}

/** A speaker with what the front matter says of them: the role, and that they moderate. */
export function personLine(speaker: Speaker): Message {
  const { role, moderator } = speaker;
  const name = displayName(speaker);
  if (role) {
    const values = { speaker: name, role };
    return { key: moderator ? 'speakers.moderator' : 'speakers.person', values };
  }
  const isTold = moderator && !isCalledModerator(speaker);
  return { key: isTold ? 'speakers.moderator-alone' : 'speakers.person-alone', values: { speaker: name } };
}
