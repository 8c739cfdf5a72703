import { isRecord } from './fields.ts';
import type { JsonKind } from './kind.ts';
import { whisperReading, whisperSchema } from './segments.ts';

/** Whisper, as its command line writes it: segments without speakers. Its many relatives write the same. */
export const whisper: JsonKind = { id: 'whisper', name: 'Whisper (JSON)', read: readWhisper };

/** whisper-timestamped: as Whisper, with words that are called `text`. */
export const whisperTimestamped: JsonKind = {
  id: 'whisper-timestamped',
  name: 'whisper-timestamped (JSON)',
  read: (value) => (hasSegment(value, isTimestamped) ? readWhisper(value) : null),
};

function readWhisper(value: unknown) {
  if (!hasSegment(value, (segment) => 'text' in segment || 'words' in segment)) return null;
  // Speakers under another name than Whisper's relatives use: a list of some other program.
  if (hasSegment(value, (segment) => Object.keys(segment).some(isOtherSpeaker))) return null;
  const parsed = whisperSchema.safeParse(value);
  return parsed.success ? whisperReading(parsed.data) : null;
}

function hasSegment(value: unknown, isIt: (segment: Record<string, unknown>) => boolean): boolean {
  if (!isRecord(value) || !Array.isArray(value.segments)) return false;
  return value.segments.some((each) => isRecord(each) && isIt(each));
}

function isTimestamped({ words }: Record<string, unknown>): boolean {
  const [first] = Array.isArray(words) ? words : [];
  return isRecord(first) && 'text' in first && !('word' in first) && 'confidence' in first;
}

function isOtherSpeaker(key: string): boolean {
  return (
    key !== 'speaker' && /^(?:speaker|author$|participant)/i.test(key) && !/turn|confidence|score/i.test(key)
  );
}
