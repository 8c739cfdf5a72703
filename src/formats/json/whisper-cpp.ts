import { z } from 'zod';
import { anArray, labelField, listOf, millisecondsField, partOf, secondsField, textField } from './fields.ts';
import { languageFacts } from '../facts.ts';
import type { JsonKind } from './kind.ts';
import { whisperReading } from './segments.ts';

const schema = z.object({
  transcription: anArray.pipe(
    listOf({
      text: textField,
      speaker: labelField,
      offsets: partOf({ from: millisecondsField }),
      timestamps: partOf({ from: secondsField }),
    }),
  ),
  result: partOf({ language: z.unknown() }),
});

/** What whisper.cpp writes into the text where it hears that the voice changes: a mark, and no word. */
const TURN_MARK = '[SPEAKER_TURN]';

/** whisper.cpp: times in milliseconds, and written out. With `-ml 1` each segment is a word or a part of one. */
export const whisperCpp: JsonKind = {
  id: 'whisper-cpp',
  name: 'whisper.cpp (JSON)',
  read(value) {
    const parsed = schema.safeParse(value);
    if (!parsed.success) return null;
    const { transcription, result } = parsed.data;
    const segments = transcription.map(({ text, speaker, offsets, timestamps }) => ({
      text: text.replaceAll(TURN_MARK, ''),
      start: offsets.from ?? timestamps.from,
      end: null,
      // Without a guess it writes a question mark.
      speaker: speaker === '?' ? null : speaker,
      words: [],
    }));
    return whisperReading({ segments, text: '', words: [], language: undefined }, languageFacts(result.language));
  },
};
