import { z } from 'zod';
import { anything, isRecord, requiredListOf, textField } from './fields.ts';
import type { JsonKind } from './kind.ts';
import { WHISPER_WORD, whisperReading, whisperSchema, wordsAlone, wordsOf } from './segments.ts';

/** OpenAI's `diarized_json`: a voice is a name that was given, or a letter. The text above repeats it all, with labels. */
export const openAiDiarized: JsonKind = {
  id: 'openai-diarized',
  name: 'OpenAI diarized_json',
  read(value) {
    if (!isRecord(value) || !Array.isArray(value.segments)) return null;
    const isDiarized = value.segments.some(
      (each) => isRecord(each) && String(each.type).startsWith('transcript.text'),
    );
    const parsed = isDiarized ? whisperSchema.safeParse(value) : null;
    return parsed?.success ? whisperReading({ ...parsed.data, words: [] }) : null;
  },
};

const wordsSchema = z.object({ text: z.string(), words: requiredListOf(WHISPER_WORD), duration: anything });

/** OpenAI's `verbose_json`, with segments, or with words alone. */
export const openAiVerbose: JsonKind = {
  id: 'openai-verbose',
  name: 'OpenAI verbose_json',
  read(value) {
    if (!isRecord(value) || value.task === undefined) return null;
    const segments = whisperSchema.safeParse(value);
    if (segments.success) return whisperReading(segments.data);
    const words = wordsSchema.safeParse(value);
    if (!words.success || value.duration === undefined) return null;
    return { utterances: wordsAlone(words.data.text, wordsOf(words.data.words)), facts: {} };
  },
};

/** A text and nothing else, as OpenAI's `json` is. */
export const plainText: JsonKind = {
  id: 'json-text',
  name: 'JSON with one text',
  read(value) {
    if (!isRecord(value)) return null;
    const text = textField.parse(value.text ?? value.transcript);
    if (!/\s/.test(text.trim()) || hasAny(value.segments)) return null;
    return {
      utterances: text.split(/\n+/).map((line) => ({ text: line, label: null, time: null })),
      facts: {},
    };
  },
};

function hasAny(list: unknown): boolean {
  return Array.isArray(list) && list.length > 0;
}
