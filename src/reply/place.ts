import { clockTime } from '../core/language/clock-time.ts';
import type { Passage } from '../core/passages/passages.ts';
import type { Message } from '../messages/message.ts';
import { momentLink } from './moment-link.ts';

/** What says where a passage is. */
type Placed = Pick<Passage, 'line' | 'time' | 'transcript'>;

/** Where a passage is, in short: "12:31" if its time in the recording is known, else "line 12". */
export function placeInShort({ line, time, transcript: { unit } }: Placed): Message {
  if (time !== null) return { key: 'place.time', values: { time: clockTime(time) } };
  return { key: `place.${unit}`, values: { place: line } };
}

/** The same where it stands alone: "12:31", "line 12 of the source". */
export function placeInSource(passage: Placed): Message {
  if (passage.time !== null) return placeInShort(passage);
  return { key: `place.${passage.transcript.unit}.source`, values: { place: passage.line } };
}

/** The address of the recording at the moment of a passage; null if there is none, or the time is not known. */
export function linkOf({ time, transcript: { recording } }: Placed): string | null {
  return recording === null || time === null ? null : momentLink(recording, time);
}
