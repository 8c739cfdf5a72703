import { z } from 'zod';
import { languageFacts } from '../facts.ts';
import { channelLabel } from './channels.ts';
import { anything, isRecord, labelField, listOf, secondsField, textField } from './fields.ts';
import type { JsonKind } from './kind.ts';
import { wordsAlone } from './segments.ts';
import { joined, lettersOf, type Utterance, type Word } from './utterances.ts';

/** The words of v1 and v1p1 (`speakerTag`), of v2 (`speakerLabel`), and of the libraries (`speaker_tag`). */
const words = listOf({
  word: textField,
  startTime: secondsField,
  start_time: secondsField,
  startOffset: secondsField,
  start_offset: secondsField,
  endTime: secondsField,
  end_time: secondsField,
  endOffset: secondsField,
  end_offset: secondsField,
  speakerTag: labelField,
  speaker_tag: labelField,
  speakerLabel: labelField,
  speaker_label: labelField,
});
const schema = z.object({
  results: listOf({
    alternatives: listOf({ transcript: textField, words }),
    channelTag: labelField,
    channel_tag: labelField,
    languageCode: anything,
    language_code: anything,
  }),
});

type Result = z.output<typeof schema>['results'][number];

/** Google Speech-to-Text: with speakers, version 1 repeats all words in its last result, and only there says who speaks. */
export const google: JsonKind = {
  id: 'google-speech',
  name: 'Google Speech-to-Text (JSON)',
  read(value) {
    if (!isRecord(value) || !Array.isArray(value.results)) return null;
    if (
      !value.results.some((each) => isRecord(each) && Array.isArray(each.alternatives) && !('type' in each))
    )
      return null;
    const { results } = schema.parse(value);
    const language = languageFacts(...results.map((each) => each.languageCode ?? each.language_code));
    return { utterances: withoutRepetition(results).flatMap(utterancesIn), facts: language };
  },
};

/** The last result alone, if it says all that the others say. */
function withoutRepetition(results: readonly Result[]): Result[] {
  const last = results.at(-1);
  const others = results.slice(0, -1);
  if (!last || others.length === 0 || !wordsOf(last).some(({ label }) => label !== null)) return [...results];
  const before = others.flatMap(wordsOf);
  const sameTimes =
    before.length > 0 &&
    before.length === wordsOf(last).length &&
    wordsOf(last).every(({ time }, at) => time !== null && time === before[at]?.time);
  const repeats = sameTimes || lettersOf(joined(wordsOf(last))) === lettersOf(others.map(textOf).join(' '));
  return repeats ? [last] : [...results];
}

function textOf(result: Result): string {
  const transcript = result.alternatives[0]?.transcript ?? '';
  return transcript === '' ? joined(wordsOf(result)) : transcript;
}

function utterancesIn(result: Result): Utterance[] {
  const channel = result.channelTag ?? result.channel_tag;
  const found = wordsAlone(result.alternatives[0]?.transcript ?? '', wordsOf(result));
  return channel === null || channel === '0'
    ? found
    : found.map((each) => ({ ...each, label: channelLabel(channel, each.label) }));
}

function wordsOf({ alternatives }: Result): Word[] {
  return (alternatives[0]?.words ?? []).map((word) => {
    const tag = word.speakerTag ?? word.speaker_tag ?? word.speakerLabel ?? word.speaker_label;
    return {
      // Japanese words bring their reading with them: 今日|キョウ.
      text: word.word.split('|')[0] ?? '',
      // 0 is what stands there if nobody told the voices apart; they are numbered from 1.
      label: tag === '0' ? null : tag,
      time: word.startTime ?? word.start_time ?? word.startOffset ?? word.start_offset,
      end: word.endTime ?? word.end_time ?? word.endOffset ?? word.end_offset,
      isGlued: false,
    };
  });
}
