import { z } from 'zod';
import { languageFacts } from '../facts.ts';
import {
  anything,
  labelField,
  millisecondsField,
  partOf,
  requiredListOf,
  secondsField,
  textField,
} from './fields.ts';
import type { JsonKind } from './kind.ts';
import { whisperReading } from './segments.ts';

const schema = z.object({
  transcription: requiredListOf({
    text: textField,
    speaker: labelField,
    offsets: partOf({ from: millisecondsField }),
    timestamps: partOf({ from: secondsField }),
  }),
  result: partOf({ language: anything }),
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
    return whisperReading(
      { segments: whole(segments), text: '', words: [], language: undefined },
      languageFacts(result.language),
    );
  },
};

interface Piece {
  text: string;
  speaker: string | null;
}

/** What goes on with the word before it: " Un", "believ", "able", ".". */
const GOES_ON = /^[\p{Ll}\p{N}\p{P}]/u;
const LONGEST_PIECE = 30;

/** Puts words together again whose pieces are segments of their own: a blank before a piece begins a word. */
function whole<Segment extends Piece>(segments: readonly Segment[]): Segment[] {
  const begin = segments.filter(({ text }) => /^\s\S/.test(text)).length;
  const arePieces = begin > 0 && segments.every(({ text }) => text.length < LONGEST_PIECE);
  if (!arePieces) return [...segments];
  const found: Segment[] = [];
  for (const segment of segments) {
    const last = found.at(-1);
    const goesOn = last?.speaker === segment.speaker && GOES_ON.test(segment.text) && /\S$/.test(last.text);
    if (last && goesOn) found[found.length - 1] = { ...last, text: last.text + segment.text };
    else found.push(segment);
  }
  return found;
}
