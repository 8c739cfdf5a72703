import { z } from 'zod';
import { languageFacts } from '../facts.ts';
import { anything, isRecord, labelField, listOf, requiredListOf, secondsField, textField } from './fields.ts';
import type { JsonKind } from './kind.ts';
import { wordsAlone } from './segments.ts';
import { inSpans, type Span } from './spans.ts';
import type { Word } from './utterances.ts';

const schema = z.object({
  text: textField,
  words: requiredListOf({
    text: textField,
    word: textField,
    punctuated_word: textField,
    type: textField,
    start: secondsField,
    start_time: secondsField,
    end: secondsField,
    end_time: secondsField,
    speaker: labelField,
    speaker_id: labelField,
  }),
  paragraphs: listOf({ start: secondsField, end: secondsField, speaker: labelField }),
  language_code: anything,
  language: anything,
});

type WordFields = z.output<typeof schema>['words'][number];

/**
 * A list of words with times, as ElevenLabs and others write it; some list the blanks between them, too. Editors have the
 * speakers apart, by paragraphs.
 */
export const wordList: JsonKind = {
  id: 'json-words',
  name: 'JSON with a list of words',
  read(value) {
    // A list by itself may be one of sentences, in Chinese without a blank: only `word` says that it is none.
    const isList =
      Array.isArray(value) && value.every((each) => isRecord(each) && typeof each.word === 'string');
    const parsed = schema.safeParse(isList ? { words: value } : value);
    if (!parsed.success) return null;
    const { text, words, paragraphs, language, language_code } = parsed.data;
    const spoken = words.filter((each) => writtenOf(each).trim() !== '');
    const single = spoken.filter((each) => !/\S\s+\S/.test(writtenOf(each)) || each.type === 'audio_event');
    if (
      spoken.length === 0 ||
      single.length < spoken.length ||
      spoken.every((each) => startOf(each) === null)
    )
      return null;
    const found = wordsOf(words);
    const spans = paragraphs.flatMap(({ start, end, speaker }): Span[] =>
      start === null || end === null ? [] : [{ start, end, speaker }],
    );
    const isApart = spans.length > 0 && found.every(({ label }) => label === null);
    const utterances = isApart ? inSpans(found, spans) : wordsAlone(text, found);
    return { utterances, facts: languageFacts(language_code, language) };
  },
};

function writtenOf({ punctuated_word, word, text }: WordFields): string {
  return [punctuated_word, word].find((each) => each !== '') ?? text;
}

function startOf({ start, start_time }: WordFields): number | null {
  return start ?? start_time;
}

function wordsOf(words: readonly WordFields[]): Word[] {
  const listsBlanks = words.some((each) => each.type === 'spacing');
  return words.map((each) => ({
    text: writtenOf(each),
    label: each.speaker ?? each.speaker_id,
    time: startOf(each),
    end: each.end ?? each.end_time,
    isGlued: listsBlanks,
  }));
}
