import { z } from 'zod';
import { anything, labelField, listOf, partOf, requiredListOf, secondsField, textField } from './fields.ts';
import type { JsonKind } from './kind.ts';
import { wordsAlone } from './segments.ts';
import { inSpans } from './spans.ts';

const segments = listOf({ start: secondsField, duration: secondsField, speaker: labelField });
const schema = z.object({
  words: requiredListOf({ word: textField, punct: textField, start: secondsField, end: secondsField }),
  segmentation: partOf({ segments }),
  punct: anything,
});

/** Kaldi as the BBC runs it: words, and apart from them the segments of the voices. A word is in the one that it is in for longest. */
export const kaldi: JsonKind = {
  id: 'kaldi',
  name: 'Kaldi (JSON)',
  read(value) {
    const parsed = schema.safeParse(value);
    if (!parsed.success || !parsed.data.words.some(({ punct }) => punct !== '')) return null;
    const words = parsed.data.words.map(({ word, punct, start, end }) => ({
      text: punct === '' ? word : punct,
      label: null,
      time: start,
      end,
      isGlued: false,
    }));
    const spans = parsed.data.segmentation.segments.flatMap(({ start, duration, speaker }) =>
      start === null ? [] : [{ start, end: start + (duration ?? 0), speaker }],
    );
    return { utterances: inSpans(words, spans), facts: {} };
  },
};

const voskSchema = z.object({
  result: requiredListOf({ word: textField, start: secondsField, end: secondsField }),
  text: textField,
});

/** Vosk, which is Kaldi too: an object per stretch of speech, with its words. */
export const vosk: JsonKind = {
  id: 'vosk',
  name: 'Vosk (JSON)',
  read(value) {
    const parsed = voskSchema.safeParse(value);
    if (!parsed.success || !parsed.data.result.some(({ word }) => word !== '')) return null;
    const words = parsed.data.result.map(({ word, start, end }) => ({
      text: word,
      label: null,
      time: start,
      end,
      isGlued: false,
    }));
    return { utterances: wordsAlone(parsed.data.text, words), facts: {} };
  },
};
