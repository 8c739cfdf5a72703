import { z } from 'zod';
import { languageFacts } from '../facts.ts';
import { channelLabel } from './channels.ts';
import {
  anything,
  labelField,
  listOf,
  millisecondsField,
  requiredListOf,
  secondsField,
  secondsIn,
  textField,
} from './fields.ts';
import type { JsonKind } from './kind.ts';
import type { Utterance } from './utterances.ts';

const TICKS_PER_SECOND = 10_000_000;

const batchSchema = z.object({
  recognizedPhrases: requiredListOf({
    channel: labelField,
    speaker: labelField,
    offset: secondsField,
    offsetInTicks: anything.transform((value) => secondsIn(value, TICKS_PER_SECOND)),
    locale: anything,
    nBest: listOf({ display: textField, lexical: textField }),
  }),
});
const fastSchema = z.object({
  phrases: requiredListOf({
    channel: labelField,
    speaker: labelField,
    offsetMilliseconds: millisecondsField,
    offset: millisecondsField,
    locale: anything,
    text: textField,
  }),
});

/** Azure Speech: phrases, from a batch or at once. */
export const azure: JsonKind = {
  id: 'azure-speech',
  name: 'Azure Speech (JSON)',
  read(value) {
    const batch = batchSchema.safeParse(value);
    if (batch.success) {
      const phrases = batch.data.recognizedPhrases.map(({ nBest: [best], ...phrase }) => ({
        ...phrase,
        text: best?.display || best?.lexical || '',
        time: phrase.offset ?? phrase.offsetInTicks,
      }));
      return readingOf(phrases);
    }
    const fast = fastSchema.safeParse(value);
    if (!fast.success) return null;
    return readingOf(
      fast.data.phrases.map((phrase) => ({ ...phrase, time: phrase.offsetMilliseconds ?? phrase.offset })),
    );
  },
};

interface Phrase {
  text: string;
  channel: string | null;
  speaker: string | null;
  time: number | null;
  locale?: unknown;
}

function readingOf(phrases: readonly Phrase[]) {
  const areMany = new Set(phrases.map(({ channel }) => channel)).size > 1;
  const utterances: Utterance[] = phrases.map(({ text, channel, speaker, time }) => ({
    text,
    label: areMany ? channelLabel(channel, speaker) : speaker,
    time,
  }));
  return { utterances, facts: languageFacts(phrases[0]?.locale) };
}
