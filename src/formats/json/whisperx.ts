import { isRecord } from './fields.ts';
import type { JsonKind } from './kind.ts';
import { whisperReading, whisperSchema } from './segments.ts';

/** WhisperX: segments, whose words may name a speaker each; one segment can hold a question and its answer. */
export const whisperX: JsonKind = {
  id: 'whisperx',
  name: 'WhisperX (JSON)',
  read(value) {
    if (!isRecord(value) || !('word_segments' in value || hasSpeaker(value.segments))) return null;
    const parsed = whisperSchema.safeParse(value);
    return parsed.success ? whisperReading(parsed.data) : null;
  },
};

function hasSpeaker(segments: unknown): boolean {
  if (!Array.isArray(segments)) return false;
  return segments.some((each) => isRecord(each) && 'speaker' in each && 'text' in each && !('type' in each));
}
