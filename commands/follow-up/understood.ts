import { isEmptyOfSubject } from '../../src/core/language/follow-up.ts';
import { PLACE, type Topic, topicOf, withPlaceFilled } from '../../src/core/language/follow-up-topic.ts';
import { scriptOf } from '../../src/core/language/language-of-words.ts';
import type { Locale } from '../../src/core/language/locale.ts';
import { localeOf, questionLanguage } from '../../src/core/language/question-language.ts';
import { hasHan, hasWords, shorten } from '../../src/core/language/text.ts';
import type { Library } from '../../src/core/library.ts';
import type { MentionedName } from '../../src/core/search/mentions.ts';
import type { Speaker } from '../../src/core/transcript/transcript.ts';
import { format, joined } from '../../src/messages/message.ts';
import type { EarlierAnswer } from '../command.ts';
import { isNamesake, nameAmong } from '../shared/people.ts';

/** In characters: a heading is no place for more of an earlier question. */
const LONGEST_QUESTION = 160;

/** What an earlier question was about, and whose words it asked for. */
export interface EarlierTopic {
  /** Null if it has nothing but names: "Who is Estevez?" */
  topic: Topic | null;
  /** The names of those who were asked, and of those who were left out. */
  asked: readonly MentionedName[];
  excluded: readonly MentionedName[];
  /** The question with other names in place of those; null if it names nobody. */
  withNames(names: string): string | null;
}

/** Takes an earlier question apart. */
export function earlierTopic(question: string, { findNames }: Pick<Library, 'findNames'>): EarlierTopic {
  const own = ownNames(question, findNames(question).names);
  const masked = withPlaces(question, own).replace(QUOTED_PLACE, PLACE);
  return {
    topic: topicOf(masked),
    asked: own.filter(({ role }) => role !== 'excluded'),
    excluded: own.filter(({ role }) => role === 'excluded'),
    withNames: (names) => (own.length > 0 ? withPlaceFilled(masked, names) : null),
  };
}

/** What would be looked for word for word, if it stayed around another name. */
const QUOTED_PLACE = new RegExp(`["“”'‘’「『《]${PLACE}["“”'‘’」』》]`, 'gu');

/** The names that are no part of what a question is about. "Who is Estevez?" is about nothing else. */
function ownNames(question: string, names: readonly MentionedName[]): readonly MentionedName[] {
  const own = names.filter(({ role }) => role !== 'mentioned');
  const isOfNames = isEmptyOfSubject(withPlaces(question, names).replaceAll(PLACE, ' '));
  return own.length === 0 && isOfNames ? names : own;
}

/** A text with a place in the place of each name; what stands for one already goes, so that it is not taken for one. */
export function withPlaces(text: string, names: readonly Pick<MentionedName, 'name'>[]): string {
  let masked = '';
  let rest = text.replaceAll(PLACE, ' ');
  for (const { name } of names) {
    const at = rest.toLowerCase().indexOf(name.toLowerCase());
    if (at < 0 || name === '') continue;
    masked += rest.slice(0, at) + PLACE;
    rest = rest.slice(at + name.length);
  }
  return masked + rest;
}

/** The speakers whom names mean, as a heading in a language has them; a name that several people bear, as it was typed. */
export function namesTyped(
  names: readonly MentionedName[],
  locale: Locale,
  library: Pick<Library, 'speakers'>,
): string {
  const own = names.map(({ name, speakers: [speaker, ...others] }) =>
    speaker && others.length === 0 ? headingName(speaker, locale, library) : name,
  );
  return joined([...new Set(own)])[locale];
}

/** The names of speakers, as a heading in a language has them. */
export function namesOfSpeakers(
  speakers: readonly Speaker[],
  locale: Locale,
  library: Pick<Library, 'speakers'>,
): string {
  return joined(speakers.map((speaker) => headingName(speaker, locale, library)))[locale];
}

/** One form of a name; with the role if others have the same name, by which the heading is read again. */
function headingName(speaker: Speaker, locale: Locale, library: Pick<Library, 'speakers'>): string {
  if (isNamesake(speaker, library)) return nameAmong(speaker, library)[locale];
  return locale === 'en' ? speaker.name : speaker.names[locale];
}

const HEADINGS = {
  about: { topic: 'follow-up.about', question: 'follow-up.about.question' },
  others: { topic: 'follow-up.others', question: 'follow-up.others.question' },
  everybody: { topic: 'follow-up.everybody', question: 'follow-up.everybody.question' },
} as const;

/** How it is put what some speakers are asked about, or `others` than these. */
export function onTopic(
  who: 'about' | 'others',
  speaker: string,
  { kind, words }: Topic,
  locale: Locale,
): string {
  const values = { speaker, topic: shorten(words, LONGEST_QUESTION) };
  return format({ key: HEADINGS[who][kind], values }, locale);
}

/** How it is put what everybody is asked about. */
export function everybodyOn({ kind, words }: Topic, locale: Locale): string {
  return format(
    { key: HEADINGS.everybody[kind], values: { topic: shorten(words, LONGEST_QUESTION) } },
    locale,
  );
}

/** How two topics are put together, or a topic with an earlier question. */
export function together(words: string, topic: Topic, locale: Locale): string {
  const key = topic.kind === 'topic' ? 'follow-up.together' : 'follow-up.together.question';
  return format({ key, values: { words, topic: topic.words } }, locale);
}

/**
 * The language of a follow-up: that of its words, or that of the earlier question if it has none of its own, or that in which
 * the answer was. Where characters do not tell the script, it goes on in that of the question, or of the answer.
 * @param own its words without names and topics
 */
export function languageOfFollowUp(own: string, { question, locale }: EarlierAnswer): Locale {
  const settings = locale === undefined ? [] : [locale];
  if (!hasHan(own)) return hasWords(own) ? 'en' : localeOf(questionLanguage(question ?? ''), settings);
  return scriptOf(own) ?? scriptOf(question ?? '') ?? localeOf('zh', settings);
}
