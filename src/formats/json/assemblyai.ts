import { z } from 'zod';
import { languageFacts } from '../facts.ts';
import { isRecord, labelField, listOf, millisecondsField, textField } from './fields.ts';
import type { JsonKind } from './kind.ts';
import { wordsAlone } from './segments.ts';
import { lettersOf, type Utterance, type Word } from './utterances.ts';

const words = listOf({
  text: textField,
  start: millisecondsField,
  end: millisecondsField,
  speaker: labelField,
});
const spoken = { text: textField, start: millisecondsField, speaker: labelField, words };
const schema = z.object({
  text: textField,
  words,
  utterances: listOf(spoken),
  paragraphs: listOf(spoken),
  sentences: listOf(spoken),
});

/** Keys that no other recogniser's data has beside its utterances or words. */
const KEYS = [
  'audio_url',
  'acoustic_model',
  'language_model',
  'speech_model',
  'speech_models',
  'speaker_labels',
  'audio_duration',
];

/** AssemblyAI: utterances where voices were told apart, and words; times in milliseconds. */
export const assemblyAi: JsonKind = {
  id: 'assemblyai',
  name: 'AssemblyAI (JSON)',
  read(value) {
    if (!isRecord(value) || !isAssemblyAi(value)) return null;
    const { utterances, paragraphs, sentences, ...whole } = schema.parse(value);
    const all = wordsAlone(whole.text, wordsOf(whole.words));
    const said = lettersOf(all.map(({ text }) => text).join(' '));
    const found = [utterances, paragraphs, sentences]
      .map((list) => list.map(utteranceIn))
      .find(
        (list) =>
          list.length > 0 && (said === '' || said === lettersOf(list.map(({ text }) => text).join(' '))),
      );
    return { utterances: found ?? byWords(whole, all), facts: languageFacts(value.language_code) };
  },
};

/** Where utterances miss words, the words decide if they name speakers; where there are none, the text. */
function byWords(whole: { text: string; words: z.output<typeof words> }, all: Utterance[]): Utterance[] {
  return whole.words.some(({ speaker }) => speaker !== null) ? wordsAlone('', wordsOf(whole.words)) : all;
}

function isAssemblyAi(value: Record<string, unknown>): boolean {
  const lists = [value.utterances, value.paragraphs, value.sentences, value.words].filter(Array.isArray);
  // A file that failed has its keys, and nothing in them.
  if ('audio_url' in value && 'status' in value) return true;
  if (lists.length === 0) return false;
  if (KEYS.some((key) => key in value)) return true;
  const firsts = lists.map(([first]) => first).filter(isRecord);
  const inner = firsts.flatMap(({ words }) => (Array.isArray(words) && isRecord(words[0]) ? [words[0]] : []));
  return [...firsts, ...inner].some((each) => isInMilliseconds(each) && inner.length > 0);
}

function isInMilliseconds({ text, start, end }: Record<string, unknown>): boolean {
  const isWhole = Number.isInteger(start) && Number.isInteger(end);
  return typeof text === 'string' && isWhole && Number(end) - Number(start) >= 40;
}

function utteranceIn({
  text,
  start,
  speaker,
  words,
}: z.output<typeof schema>['utterances'][number]): Utterance {
  return { text, label: speaker, time: start, words: wordsOf(words) };
}

function wordsOf(list: z.output<typeof words>): Word[] {
  return list.map(({ text, start, end, speaker }) => ({
    text,
    label: speaker,
    time: start,
    end,
    isGlued: false,
  }));
}
