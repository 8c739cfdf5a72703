import { z } from 'zod';
import {
  labelField,
  listOf,
  millisecondsField,
  partOf,
  requiredListOf,
  secondsField,
  textField,
} from './fields.ts';
import type { JsonKind } from './kind.ts';
import { inSpans, type Span } from './spans.ts';
import { utteranceOf, type Word } from './utterances.ts';

const lines = listOf({ line: listOf({ text: textField, startTime: secondsField, endTime: secondsField }) });
const autoEditSchema = z.object({ text: requiredListOf({ speaker: labelField, paragraph: lines }) });

/** autoEdit 2: paragraphs of lines of words, with the speaker that somebody has written to each. */
export const autoEdit: JsonKind = {
  id: 'autoedit',
  name: 'autoEdit (JSON)',
  read(value) {
    const { data } = autoEditSchema.safeParse(value);
    if (!data?.text.some(({ paragraph }) => paragraph.length > 0)) return null;
    const utterances = data.text.map(({ speaker, paragraph }) => {
      const words = paragraph.flatMap(({ line }) =>
        line.map(({ text, startTime, endTime }) => wordOf(text, startTime, endTime)),
      );
      return utteranceOf(words, speaker);
    });
    return { utterances, facts: {} };
  },
};

const paragraphs = requiredListOf({
  SpeakerId: labelField,
  Words: listOf({ Text: textField, Start: millisecondsField, End: millisecondsField }),
});
const tingwuSchema = z.object({ Transcription: partOf({ Paragraphs: paragraphs }) });

/** Tongyi Tingwu: paragraphs of words, with the number of the voice. */
export const tingwu: JsonKind = {
  id: 'tingwu',
  name: 'Tongyi Tingwu (JSON)',
  read(value) {
    const { data } = tingwuSchema.safeParse(value);
    const found = data?.Transcription.Paragraphs ?? [];
    if (!found.some(({ Words }) => Words.length > 0)) return null;
    const utterances = found.map(({ SpeakerId, Words }) =>
      utteranceOf(
        Words.map(({ Text, Start, End }) => ({
          ...wordOf(Text, Start, End),
          isGlued: !/^[A-Za-z]/.test(Text),
        })),
        SpeakerId,
      ),
    );
    return { utterances, facts: {} };
  },
};

const timed = { name: textField, time: secondsField, duration: secondsField };
const oldSpeechmaticsSchema = z.object({ words: requiredListOf(timed), speakers: requiredListOf(timed) });

/** Speechmatics, version 1: words with `name` and `time`, and apart from them the stretches of the voices. */
export const oldSpeechmatics: JsonKind = {
  id: 'speechmatics-1',
  name: 'Speechmatics, version 1 (JSON)',
  read(value) {
    const { data } = oldSpeechmaticsSchema.safeParse(value);
    if (!data?.words.some(({ name, time }) => name !== '' && time !== null)) return null;
    const words = data.words.map(({ name, time, duration }) => ({
      ...wordOf(name, time, (time ?? 0) + (duration ?? 0)),
      isGlued: /^[^\p{L}\p{N}]+$/u.test(name),
    }));
    const spans = data.speakers.flatMap(({ name, time, duration }): Span[] =>
      time === null ? [] : [{ start: time, end: time + (duration ?? 0), speaker: name === '' ? null : name }],
    );
    return { utterances: inSpans(words, spans), facts: {} };
  },
};

function wordOf(text: string, time: number | null, end: number | null): Word {
  return { text, label: null, time, end, isGlued: false };
}
