import type { Locale } from '../core/language/locale.ts';
import type { Excerpt, Quotation } from '../core/passages/excerpt.ts';
import { displayName } from '../core/transcript/speakers.ts';
import type { Segment } from '../core/transcript/transcript.ts';
import { inEachLanguage, type Message } from '../messages/message.ts';
import { excerptsOf, type Reply } from './reply.ts';

/** The one place that turns a basis into words: no other code decides whether a name is shown. */
export interface Attribution {
  /** "Alan Estevez", "likely Nazak Nikakhtar", "speaker not named in the source" … */
  speaker: Message;
  /** The role as the source gives it; null where nobody is named. */
  role: Message | null;
  /** How the name is known, or why there is none. */
  basis: Message;
}

/** How a passage is attributed. */
export function attributionOf({
  basis,
  speaker,
  evidence,
}: Pick<Segment, 'basis' | 'speaker' | 'evidence'>): Attribution {
  const values = { ...(speaker && { speaker: displayName(speaker) }), ...(evidence && { evidence }) };
  const role = speaker && {
    key: speaker.moderator ? ('excerpt.moderator' as const) : ('excerpt.role' as const),
    values: { role: speaker.role },
  };
  return { speaker: { key: `attribution.${basis}`, values }, role, basis: { key: `basis.${basis}`, values } };
}

/**
 * What a reader is shown of an excerpt: an English reader the translation first and what was translated under
 * it, a Chinese reader the source; the `other` view is the other way.
 */
export function quotationsOf(
  excerpt: Excerpt,
  locale: Locale,
  view?: 'other',
): { first: Quotation; second: Quotation | null } {
  const translated = (locale === 'en') === (view === undefined) ? excerpt.translation : null;
  return translated ? { first: translated, second: excerpt } : { first: excerpt, second: null };
}

/** What is shown of a moderator's question above its answer: whose it is, and its words in the reader's language. */
export function questionOf(question: Excerpt, locale: Locale): { heading: Message; quotation: Quotation } {
  const { first, second } = quotationsOf(question, locale);
  const { passage } = question;
  const speaker = inEachLanguage(attributionOf(passage).speaker);
  return {
    heading: {
      key: second ? 'excerpt.question.translated' : 'excerpt.question',
      values: { speaker, line: passage.line },
    },
    quotation: first,
  };
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
