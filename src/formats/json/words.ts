import { z } from 'zod';
import { languageFacts } from '../facts.ts';
import { anything, labelField, requiredListOf, secondsField, textField } from './fields.ts';
import type { JsonKind } from './kind.ts';
import { wordsAlone } from './segments.ts';
import type { Word } from './utterances.ts';

const schema = z.object({
  text: textField,
  words: requiredListOf({
    text: textField,
    word: textField,
    punctuated_word: textField,
    type: textField,
    start: secondsField,
    end: secondsField,
    speaker: labelField,
    speaker_id: labelField,
  }),
  language_code: anything,
  language: anything,
});

type WordFields = z.output<typeof schema>['words'][number];

/** A list of words with times, as ElevenLabs and others write it; some list the blanks between them, too. */
export const wordList: JsonKind = {
  id: 'json-words',
  name: 'JSON with a list of words',
  read(value) {
    const parsed = schema.safeParse(value);
    if (!parsed.success) return null;
    const { text, words, language, language_code } = parsed.data;
    const spoken = words.filter((each) => writtenOf(each).trim() !== '');
    const single = spoken.filter((each) => !/\S\s+\S/.test(writtenOf(each)) || each.type === 'audio_event');
    if (spoken.length === 0 || single.length < spoken.length || spoken.every(({ start }) => start === null))
      return null;
    return { utterances: wordsAlone(text, wordsOf(words)), facts: languageFacts(language_code, language) };
  },
};

function writtenOf({ punctuated_word, word, text }: WordFields): string {
  return [punctuated_word, word].find((each) => each !== '') ?? text;
}

function wordsOf(words: readonly WordFields[]): Word[] {
  const listsBlanks = words.some((each) => each.type === 'spacing');
  return words.map((each) => ({
    text: writtenOf(each),
    label: each.speaker ?? each.speaker_id,
    time: each.start,
    end: each.end,
    isGlued: listsBlanks,
  }));
}
