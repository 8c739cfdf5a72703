import { isRecord } from './fields.ts';
import type { JsonKind } from './kind.ts';
import { whisperReading, whisperSchema } from './segments.ts';

/**
 * faster-whisper's segments as programs write them out: older ones as plain lists, `[id, seek, start, end, text, …, words]`, and
 * words as `[start, end, word, probability]`; beside them, what was found of the recording.
 */
export const fasterWhisper: JsonKind = {
  id: 'faster-whisper',
  name: 'faster-whisper (JSON)',
  read(value) {
    const segments = segmentsIn(value);
    if (!segments) return null;
    const info = isRecord(value) && isRecord(value.info) ? value.info : {};
    const parsed = whisperSchema.safeParse({ language: info.language, segments: segments.map(named) });
    return parsed.success ? whisperReading(parsed.data) : null;
  },
};

function segmentsIn(value: unknown): unknown[] | null {
  if (Array.isArray(value)) return value.length > 0 && value.every(isTuple) ? value : null;
  if (!isRecord(value) || !Array.isArray(value.segments)) return null;
  return 'info' in value || value.segments.some(isTuple) ? value.segments : null;
}

function isTuple(value: unknown): value is unknown[] {
  if (!Array.isArray(value)) return false;
  return typeof value[2] === 'number' && typeof value[3] === 'number' && typeof value[4] === 'string';
}

function named(segment: unknown): unknown {
  if (!isTuple(segment)) return segment;
  const [, , start, end, text] = segment;
  const words = segment.find((each) => Array.isArray(each) && each.some(Array.isArray));
  return { start, end, text, words: Array.isArray(words) ? words.map(namedWord) : [] };
}

function namedWord(word: unknown): unknown {
  if (!Array.isArray(word)) return word;
  const [start, end, text] = word;
  return { start, end, word: text };
}
