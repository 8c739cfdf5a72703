import type { Excerpt } from '../core/answer.ts';
import { displayName } from '../core/speakers.ts';
import type { Localised, Segment } from '../core/transcript.ts';
import type { Message, Reply } from './reply.ts';
import { excerptsOf } from './reply.ts';

/** The one place that turns a basis into words: no other code decides whether a name is shown. */
export interface Attribution {
  /** "Alan Estevez", "likely Nazak Nikakhtar", "speaker not named in the source" … */
  speaker: Message;
  /** The role as the source gives it; null where nobody is named. */
  role: Localised | Message | null;
  /** How the name is known, or why there is none. */
  basis: Message;
}

export function attributionOf({
  basis,
  speaker,
  evidence,
}: Pick<Segment, 'basis' | 'speaker' | 'evidence'>): Attribution {
  const values = { ...(speaker && { speaker: displayName(speaker) }), ...(evidence && { evidence }) };
  const role = speaker?.moderator
    ? { key: 'excerpt.moderator' as const, values: { role: speaker.role } }
    : (speaker?.role ?? null);
  return { speaker: { key: `attribution.${basis}`, values }, role, basis: { key: `basis.${basis}`, values } };
}

/** Where an excerpt can be checked: line of the source, seminar, date. */
export function citationOf({ passage }: Excerpt): Message {
  const { title, date } = passage.transcript;
  return { key: 'excerpt.citation', values: { line: passage.line, title, date } };
}

/** Whether a reader of Traditional Chinese has to be told that the excerpts are in Simplified. */
export function showsSimplified(reply: Reply): boolean {
  return excerptsOf(reply).some(({ passage }) => passage.transcript.language === 'zh-CN');
}
