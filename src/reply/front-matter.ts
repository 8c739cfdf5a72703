import { displayName } from '../core/transcript/speakers.ts';
import type { Speaker, Transcript } from '../core/transcript/transcript.ts';
import type { Message, Value } from '../messages/message.ts';

/** A seminar's date, or that it has none. */
export function dateOf({ date }: Pick<Transcript, 'date'>): Value {
  return date ?? { key: 'seminar.undated' };
}

/** A seminar's title and date, as texts name it. */
export function titleOf(transcript: Pick<Transcript, 'title' | 'date'>): { title: Value; date: Value } {
  return { title: transcript.title, date: dateOf(transcript) };
}

/** A speaker with what the front matter says of them: the role, and that they moderate. */
export function personLine(speaker: Speaker): Message {
  const { role, moderator } = speaker;
  const name = displayName(speaker);
  if (role) {
    const values = { speaker: name, role };
    return { key: moderator ? 'speakers.moderator' : 'speakers.person', values };
  }
  return { key: moderator ? 'speakers.moderator-alone' : 'speakers.person-alone', values: { speaker: name } };
}
