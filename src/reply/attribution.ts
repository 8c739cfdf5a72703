import { isSameLanguage, type Locale, languageName, localised } from '../core/language/locale.ts';
import { sentences } from '../core/language/sentences.ts';
import type { Excerpt, Quotation } from '../core/passages/excerpt.ts';
import { askerName, isPerson } from '../core/transcript/anonymous.ts';
import { displayName, isCalledModerator } from '../core/transcript/speakers.ts';
import { hasSpeaker, type Segment, type Speaker } from '../core/transcript/transcript.ts';
import type { Message, Value } from '../messages/message.ts';
import { titleOf } from './front-matter.ts';
import { placeInShort, placeInSource } from './place.ts';
import type { ExcerptBlock, Reply } from './reply.ts';

/** The one place that turns a basis into words: no other code decides whether a name is shown. */
export interface Attribution {
  /** "Alan Estevez", "likely Nazak Nikakhtar", "speaker not named in the source" … */
  speaker: Message;
  /** The role as the front matter gives it; null if it gives none, or nobody is named. */
  role: Message | null;
  /** How the name is known, or why there is none. */
  basis: Message;
}

type Attributed = Pick<Segment, 'basis' | 'speaker' | 'evidence'>;

/**
 * How a passage is attributed. A speaker whom the basis does not support is not named.
 * @param nameOf how a speaker is named, by default by name alone
 */
export function attributionOf(passage: Attributed, nameOf = displayName): Attribution {
  const speaker = hasSpeaker(passage.basis) ? passage.speaker : null;
  return {
    speaker: speakerOf(passage, nameOf),
    role: speaker && roleOf(speaker),
    basis: basisOf(passage),
  };
}

/**
 * The same in few words: the role only of a moderator, who asks rather than answers, and of somebody whose name others
 * have too; the basis only of a name that is inferred, and no more of the evidence than its first clause.
 */
export function shortAttributionOf(
  passage: Attributed,
): Omit<Attribution, 'basis'> & { basis: Message | null } {
  const { speaker, role, basis } = attributionOf(passage);
  const known = hasSpeaker(passage.basis) ? passage.speaker : null;
  const isTelling = known !== null && (known.moderator || known.id !== known.name) && isPerson(known);
  const { evidence } = passage;
  const firstOf = (text: string) => {
    const sentence = text.slice(0, sentences(text)[0]?.end).trim();
    return /^.[^;\uFF1B]*/su.exec(sentence)?.[0].trimEnd() ?? '';
  };
  return {
    speaker,
    role: isTelling ? (known.moderator && role ? { key: 'excerpt.moderator-alone' } : role) : null,
    basis:
      basis.key === 'basis.inferred' && evidence
        ? {
            key: 'basis.inferred.short',
            values: { evidence: localised((locale) => firstOf(evidence[locale])) },
          }
        : null,
  };
}

function roleOf(speaker: Speaker): Message | null {
  const { moderator, role } = speaker;
  if (role) return { key: moderator ? 'excerpt.moderator' : 'excerpt.role', values: { role } };
  return moderator && !isCalledModerator(speaker) ? { key: 'excerpt.moderator-alone' } : null;
}

function speakerOf({ basis, speaker }: Attributed, nameOf: typeof displayName): Message {
  if (basis === 'unknown' || basis === 'editorial') return { key: `attribution.${basis}` };
  if (!speaker) return { key: 'attribution.unknown' };
  return { key: `attribution.${basis}`, values: { speaker: nameOf(speaker) } };
}

function basisOf({ basis, speaker, evidence }: Attributed): Message {
  const label = speaker && !isPerson(speaker) ? speaker.name : null;
  if (label !== null && basis === 'labelled') return { key: 'basis.labelled.label', values: { label } };
  if (label !== null && basis === 'continued') return { key: 'basis.continued.label', values: { label } };
  if (basis !== 'inferred') return { key: `basis.${basis}` };
  return evidence ? { key: 'basis.inferred', values: { evidence } } : { key: 'basis.unknown' };
}

/**
 * What a reader is shown of an excerpt: in English the translation, if there is one, and the source under it; in Chinese
 * the source alone. The `other` view is the other way round.
 */
export function quotationsOf(
  excerpt: Excerpt,
  locale: Locale,
  view?: 'other',
): { first: Quotation; second: Quotation | null } {
  const translated = (locale === 'en') === (view === undefined) ? excerpt.translation : null;
  return translated ? { first: translated, second: excerpt } : { first: excerpt, second: null };
}

/** A question as shown above the reply to it: who asked, and the words in the reader's language. */
export function questionOf(question: Excerpt, locale: Locale): { heading: Message; quotation: Quotation } {
  const { first } = quotationsOf(question, locale);
  const { passage } = question;
  const { speaker } = attributionOf(passage);
  return {
    heading: {
      key: 'excerpt.question',
      values: {
        speaker: (passage.speaker && askerName(passage.speaker)) ?? speaker,
        place: placeInShort(passage),
      },
    },
    quotation: first,
  };
}

/**
 * Where an excerpt can be checked: seminar, date, and the moment in the recording or else the line of the source.
 * @param place how that is shown, if otherwise than in words
 */
export function citationOf({ passage }: Excerpt, place: Value = placeInSource(passage)): Message {
  return { key: 'excerpt.citation', values: { place, ...titleOf(passage.transcript) } };
}

/** What is said of one translated excerpt among others that are not; null if the note below the reply says it of all. */
export function translationMark(block: ExcerptBlock, reply: Reply, locale: Locale): Message | null {
  if (!isTranslated(block, locale) || !isMixed(reply, locale)) return null;
  return {
    key: 'answer.translated',
    values: { language: languageName(block.excerpt.passage.transcript.language) },
  };
}

function isTranslated({ excerpt, view }: ExcerptBlock, locale: Locale): boolean {
  return quotationsOf(excerpt, locale, view).second !== null;
}

function isMixed({ blocks }: Reply, locale: Locale): boolean {
  const shown = blocks.filter((block) => block.kind === 'excerpt');
  return (
    shown.some((each) => isTranslated(each, locale)) && !shown.every((each) => isTranslated(each, locale))
  );
}

/**
 * What a reader should know about the sources, once per reply: that all excerpts are translated, that they are in Simplified
 * Chinese, and that they are not in the language that was spoken.
 */
export function sourceNotes(reply: Reply, locale: Locale): Message[] {
  const shown = reply.blocks.filter((block) => block.kind === 'excerpt');
  const transcripts = (blocks: typeof shown) => blocks.map(({ excerpt }) => excerpt.passage.transcript);
  const translated = isMixed(reply, locale)
    ? []
    : transcripts(shown.filter((each) => isTranslated(each, locale)));
  const asInSource = transcripts(shown.filter((each) => !isTranslated(each, locale)));
  const sources = asInSource.filter(({ spoken, language }) => !isSameLanguage(spoken, language));
  const isSimplified = asInSource.some((each) => each.language === 'zh-CN' && !sources.includes(each));
  const languages = new Map(
    sources.map(({ spoken, language }) => [`${spoken} ${language}`, { spoken, language }]),
  );
  const translatedFrom = new Map(translated.map(({ language }) => [languageName(language).en, language]));
  return [
    ...Array.from(translatedFrom.values(), (language): Message => {
      return { key: 'answer.translated', values: { language: languageName(language) } };
    }),
    ...(locale === 'zh-TW' && isSimplified ? [{ key: 'answer.script' } as const] : []),
    ...Array.from(languages.values(), ({ spoken, language }): Message => {
      return {
        key: 'answer.spoken',
        values: {
          spoken: languageName(spoken),
          // Readers of Traditional Chinese are told that it is not theirs.
          language:
            language === 'zh-CN' && locale === 'zh-TW'
              ? { key: `language.${language}` }
              : languageName(language),
        },
      };
    }),
  ];
}
