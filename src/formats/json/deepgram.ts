import { z } from 'zod';
import { languageFacts } from '../facts.ts';
import { channelLabel, joinedTexts } from './channels.ts';
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
import { wordsAlone } from './segments.ts';
import { lettersOf, merged, PAUSE, type Utterance, utterancesOf, type Word } from './utterances.ts';

const words = listOf({
  word: textField,
  punctuated_word: textField,
  start: secondsField,
  end: secondsField,
  speaker: labelField,
});
const paragraph = listOf({
  speaker: labelField,
  start: secondsField,
  sentences: listOf({ text: textField, start: secondsField }),
});
const alternatives = listOf({ transcript: textField, words, paragraphs: partOf({ paragraphs: paragraph }) });
const channels = listOf({ alternatives, detected_language: anything });
const utterances = listOf({
  transcript: textField,
  start: secondsField,
  speaker: labelField,
  channel: labelField,
  words,
});
const schema = z.object({
  results: z.object({ channels, utterances }),
});

type Alternative = z.output<typeof alternatives>[number];
type Spoken = z.output<typeof utterances>[number];

/**
 * Deepgram: by utterances where they are whole, else by paragraphs, else by words; these disagree at times about who speaks, since
 * utterances are what one voice says. Several channels are told apart, since each numbers its speakers from 0.
 */
export const deepgram: JsonKind = {
  id: 'deepgram',
  name: 'Deepgram (JSON)',
  read(value) {
    if (!isRecord(value) || !isRecord(value.results)) return null;
    const { results } = value;
    const [first] = Array.isArray(results.utterances) ? results.utterances : [];
    if (!anArray.safeParse(results.channels).success && !(isRecord(first) && 'transcript' in first))
      return null;
    const parsed = schema.safeParse(value);
    return parsed.success ? reading(parsed.data) : null;
  },
};

function reading({ results }: z.output<typeof schema>) {
  const best = results.channels.map(({ alternatives: [first] }) => first);
  const numbers = new Set(results.utterances.map(({ channel }) => channel ?? '0'));
  const areMany = Math.max(best.length, numbers.size) > 1;
  const all = best.map((alternative, at) => ({
    at,
    alternative,
    spoken: spokenOn(results.utterances, at, best.length),
  }));
  const areWhole = all.every(({ alternative, spoken }) => isWhole(spoken, alternative));
  const facts = languageFacts(results.channels[0]?.detected_language);
  if (results.utterances.length > 0 && areWhole)
    return { utterances: results.utterances.map((each) => utteranceIn(each, areMany)), facts };
  const found = all.map(({ at, alternative }) => onChannel(alternative, areMany ? at : null));
  return { utterances: merged(found), facts };
}

function spokenOn(all: readonly Spoken[], at: number, channels: number): Spoken[] {
  return channels <= 1 ? [...all] : all.filter(({ channel }) => channel === String(at));
}

function isWhole(spoken: readonly Spoken[], alternative: Alternative | undefined): boolean {
  if (!alternative) return true;
  const said =
    alternative.words.length > 0 ? joinedTexts(alternative.words.map(wordText)) : alternative.transcript;
  return lettersOf(spoken.map(({ transcript }) => transcript).join(' ')) === lettersOf(said);
}

function utteranceIn({ transcript, start, speaker, channel, words }: Spoken, areMany: boolean): Utterance {
  const label = areMany ? channelLabel(channel, speaker) : speaker;
  return { text: transcript, label, time: start, words: wordsOf(words) };
}

function onChannel(alternative: Alternative | undefined, channel: number | null): Utterance[] {
  if (!alternative) return [];
  const labelOf = (speaker: string | null) =>
    channel === null ? speaker : channelLabel(String(channel), speaker);
  const words = wordsOf(alternative.words).map((word) => ({ ...word, label: labelOf(word.label) }));
  const said = words.length > 0 ? joinedTexts(words.map(({ text }) => text)) : alternative.transcript;
  const paragraphs = alternative.paragraphs.paragraphs.map(({ speaker, start, sentences }) => ({
    text: sentences.map(({ text }) => text).join(' '),
    label: labelOf(speaker),
    time: start ?? sentences[0]?.start ?? null,
    words: sentences.map(({ text, start }) => ({
      text,
      label: null,
      time: start,
      end: start,
      isGlued: false,
    })),
  }));
  if (paragraphs.length > 0 && lettersOf(paragraphs.map(({ text }) => text).join(' ')) === lettersOf(said))
    return paragraphs;
  if (words.length === 0) return [{ text: alternative.transcript, label: labelOf(null), time: null }];
  return channel === null ? wordsAlone('', words) : utterancesOf(words, PAUSE);
}

function wordText({ word, punctuated_word }: Alternative['words'][number]): string {
  return punctuated_word === '' ? word : punctuated_word;
}

function wordsOf(list: Alternative['words']): Word[] {
  return list.map((each) => ({
    text: wordText(each),
    label: each.speaker,
    time: each.start,
    end: each.end,
    isGlued: false,
  }));
}
