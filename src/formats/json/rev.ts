import { z } from 'zod';
import { languageFacts } from '../facts.ts';
import { anything, labelField, listOf, requiredListOf, secondsField, textField } from './fields.ts';
import type { JsonKind } from './kind.ts';
import { utteranceOf } from './utterances.ts';

const schema = z.object({
  monologues: requiredListOf({
    speaker: labelField,
    speaker_name: labelField,
    elements: listOf({ type: textField, value: textField, ts: secondsField, end_ts: secondsField }),
  }),
  speakers: listOf({ id: labelField, name: labelField }),
  language: anything,
});

/** Rev and Rev.ai: monologues of words and punctuation, which holds the blanks; people who transcribe also give names. */
export const rev: JsonKind = {
  id: 'rev',
  name: 'Rev (JSON)',
  read(value) {
    const parsed = schema.safeParse(value);
    if (!parsed.success) return null;
    const { monologues, speakers, language } = parsed.data;
    const names = new Map(speakers.map(({ id, name }) => [id, name]));
    const utterances = monologues.map(({ speaker, speaker_name, elements }) => {
      const hasBlanks = elements.some(({ type, value }) => type === 'punct' && /\s/.test(value));
      const words = elements.map(({ type, value, ts, end_ts }) => ({
        text: value,
        label: null,
        time: ts,
        end: end_ts,
        isGlued: hasBlanks || type === 'punct',
      }));
      return utteranceOf(words, speaker_name ?? names.get(speaker) ?? speaker);
    });
    return { utterances, facts: languageFacts(language) };
  },
};
