import { z } from 'zod';
import { languageFacts } from '../facts.ts';
import { channelLabel } from './channels.ts';
import {
  anArray,
  anything,
  isRecord,
  labelField,
  listOf,
  partOf,
  secondsField,
  textField,
} from './fields.ts';
import type { JsonKind } from './kind.ts';
import { merged, PAUSE, type Utterance, utteranceOf, utterancesOf, type Word } from './utterances.ts';

const items = listOf({
  id: labelField,
  type: textField,
  start_time: secondsField,
  end_time: secondsField,
  speaker_label: labelField,
  alternatives: listOf({ content: textField }),
});
const segments = listOf({
  start_time: secondsField,
  end_time: secondsField,
  speaker_label: labelField,
  items: listOf({ start_time: secondsField, speaker_label: labelField }),
});
const schema = z.object({
  items,
  transcripts: listOf({ transcript: textField }),
  language_code: anything,
  speaker_labels: partOf({ segments }),
  audio_segments: listOf({ speaker_label: labelField, items: z.array(labelField).catch([]) }),
  channel_labels: partOf({ channels: listOf({ channel_label: labelField, items }) }),
});

type Results = z.output<typeof schema>;
type Item = Results['items'][number];
type Segment = z.output<typeof segments>[number];

/** AWS Transcribe: numbers are texts, punctuation has no times, and who speaks is listed apart from the words. */
export const aws: JsonKind = {
  id: 'aws-transcribe',
  name: 'AWS Transcribe (JSON)',
  read(value) {
    if (!isRecord(value) || !isRecord(value.results)) return null;
    const { results } = value;
    const isAws = ['items', 'transcripts', 'audio_segments'].some(
      (key) => anArray.safeParse(results[key]).success,
    );
    const parsed = isAws ? schema.safeParse(results) : null;
    if (!parsed?.success) return null;
    return { utterances: utterancesIn(parsed.data), facts: languageFacts(parsed.data.language_code) };
  },
};

function utterancesIn(results: Results): Utterance[] {
  const { items, transcripts, channel_labels, audio_segments } = results;
  const channels = channel_labels.channels.filter(({ items }) => items.length > 0);
  if (channels.length > 0)
    return merged(
      channels.map(({ channel_label, items }) =>
        utterancesOf(
          wordsOf(items, (item) => channelLabel(channel_label, item.speaker_label)),
          PAUSE,
        ),
      ),
    );
  if (items.length === 0)
    return transcripts.map(({ transcript }) => ({ text: transcript, label: null, time: null }));
  return byAudioSegments(items, audio_segments) ?? bySpeakerSegments(items, results.speaker_labels.segments);
}

/** By stretches that list the words that are in them, if each word is in one, in order. */
function byAudioSegments(items: readonly Item[], stretches: Results['audio_segments']): Utterance[] | null {
  const ids = stretches.flatMap((stretch) => stretch.items);
  if (ids.length !== items.length || items.some(({ id }, at) => id === null || id !== ids[at])) return null;
  let from = 0;
  return stretches.map((stretch) => {
    const own = items.slice(from, from + stretch.items.length);
    from += stretch.items.length;
    return utteranceOf(
      wordsOf(own, ({ speaker_label }) => speaker_label),
      stretch.speaker_label,
    );
  });
}

/** An utterance per segment: a word is in the segment that lists its time, or else goes by the clock. */
function bySpeakerSegments(items: readonly Item[], segments: readonly Segment[]): Utterance[] {
  const listed = new Map<number, number>();
  segments.forEach((segment, at) => {
    for (const { start_time } of segment.items) if (start_time !== null) listed.set(start_time, at);
  });
  const speakers = new Map(
    segments.flatMap(({ items }) => items.map((item) => [item.start_time, item.speaker_label])),
  );
  const homes: (number | null)[] = [];
  let at = 0;
  const words = wordsOf(items, ({ start_time, speaker_label }) => {
    if (start_time === null) return speaker_label;
    while (at + 1 < segments.length && (segments[at + 1]?.start_time ?? 0) <= start_time) at++;
    const home = listed.get(start_time) ?? (holds(segments[at], start_time) ? at : null);
    homes.push(home);
    const ofSegment = home === null ? null : (segments[home]?.speaker_label ?? null);
    return speaker_label ?? speakers.get(start_time) ?? ofSegment;
  });
  return inHomes(words, homes);
}

function holds(segment: Segment | undefined, time: number): boolean {
  if (segment?.start_time == null || segment.end_time === null) return false;
  return segment.start_time <= time && time <= segment.end_time;
}

/** Divides words where the segment changes, and the speaker; `homes` are of the words with times. */
function inHomes(words: readonly Word[], homes: readonly (number | null)[]): Utterance[] {
  const runs: { home: number | null; words: Word[] }[] = [];
  let next = 0;
  for (const word of words) {
    const last = runs.at(-1);
    const home = word.time === null ? (last?.home ?? null) : (homes[next++] ?? null);
    if (last && last.home === home) last.words.push(word);
    else runs.push({ home, words: [word] });
  }
  return runs.flatMap((run) => utterancesOf(run.words));
}

/** Punctuation has no time; it is of the word before. */
function wordsOf(items: readonly Item[], labelOf: (item: Item) => string | null): Word[] {
  const words: Word[] = [];
  for (const item of items) {
    const isGlued = item.type === 'punctuation' && words.length > 0;
    words.push({
      text: item.alternatives[0]?.content ?? '',
      label: isGlued ? (words.at(-1)?.label ?? null) : labelOf(item),
      time: item.start_time,
      end: item.end_time,
      isGlued,
    });
  }
  return words;
}
