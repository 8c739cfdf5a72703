import { z } from 'zod';
import { languageFacts } from '../facts.ts';
import type { Facts } from '../format.ts';
import { anything, labelField, listOf, requiredListOf, secondsField, textField } from './fields.ts';
import {
  firstTime,
  joined,
  lettersOf,
  type Reading,
  type Utterance,
  utteranceOf,
  utterancesOf,
  type Word,
} from './utterances.ts';

/** The words of Whisper and its relatives: whisper-timestamped has `text` where the others have `word`. */
export const WHISPER_WORD = {
  word: textField,
  text: textField,
  start: secondsField,
  end: secondsField,
  speaker: labelField,
};
const whisperWords = listOf(WHISPER_WORD);

/** The segments of Whisper and its relatives. */
const WHISPER_SEGMENT = {
  text: textField,
  start: secondsField,
  end: secondsField,
  speaker: labelField,
  words: whisperWords,
};

/** What Whisper and its relatives write: other keys are theirs. */
export const whisperSchema = z.object({
  segments: requiredListOf(WHISPER_SEGMENT),
  text: textField,
  language: anything,
  words: whisperWords,
});

type Segment = z.output<typeof whisperSchema>['segments'][number];

/** Words as `whisperWords` reads them. */
export function wordsOf(words: z.output<typeof whisperWords>): Word[] {
  return words.map(({ word, text, start, end, speaker }) => ({
    text: word === '' ? text : word,
    label: speaker,
    time: start,
    end,
    isGlued: false,
  }));
}

/** What a file in the manner of Whisper says. Words that stand beside the segments are read if there are no segments. */
export function whisperReading(value: z.output<typeof whisperSchema>, facts: Facts = {}): Reading {
  const { segments, words, text } = value;
  const isSpoken = segments.some((each) => each.text.trim() !== '' || each.words.length > 0);
  const utterances = isSpoken ? segments.flatMap(utterancesIn) : wordsAlone(text, wordsOf(words));
  return { utterances, facts: { ...languageFacts(value.language), ...facts } };
}

/** A text and its words beside it: the text has the punctuation, and the words the times and, at times, the speakers. */
export function wordsAlone(text: string, words: readonly Word[]): Utterance[] {
  const labels = new Set(words.map(({ label }) => label));
  const isText = text.trim() !== '' && labels.size <= 1;
  if (!isText) return words.length > 0 ? utterancesOf(words) : lines(text, [], null);
  return lines(text, words, words[0]?.label ?? null);
}

function lines(text: string, words: readonly Word[], label: string | null): Utterance[] {
  return [{ text, label, time: firstTime(words), words }];
}

/** A segment, or by its words several ones if they name several speakers. */
function utterancesIn(segment: Segment): Utterance[] {
  const { text, start, speaker } = segment;
  const words = wordsOf(segment.words);
  const labels = new Set(words.flatMap(({ label }) => (label === null ? [] : [label])));
  const labelled = labels.size > 1 ? byWords(text, withNeighbours(words, speaker)) : null;
  if (labelled) return labelled;
  const ofWords =
    words.length > 0 && words.every(({ label }) => label !== null) ? (words[0]?.label ?? null) : null;
  const label = speaker ?? ofWords;
  return [{ text: text.trim() === '' ? joined(words) : text, label, time: start ?? firstTime(words), words }];
}

/** A word without a speaker, as numbers are, is of the speaker on both sides of it, or of the segment's at its end. */
function withNeighbours(words: readonly Word[], ofSegment: string | null): Word[] {
  const after: (string | null)[] = new Array(words.length).fill(ofSegment);
  for (let at = words.length - 2; at >= 0; at--) after[at] = words[at + 1]?.label ?? after[at + 1] ?? null;
  let before = ofSegment;
  return words.map((word, at) => {
    if (word.label !== null) {
      before = word.label;
      return word;
    }
    return { ...word, label: before === after[at] ? before : null };
  });
}

/** The text of a segment, divided where its words change the speaker; null if text and words say different things. */
function byWords(text: string, words: readonly Word[]): Utterance[] | null {
  const runs = utterancesOf(words);
  if (text.trim() === '') return runs;
  if (lettersOf(text) !== lettersOf(joined(words))) return null;
  const starts: number[] = [];
  let from = 0;
  for (const word of words) {
    const at = text.indexOf(word.text.trim(), from);
    if (at === -1) return runs;
    starts.push(at);
    from = at + word.text.trim().length;
  }
  let first = 0;
  return runs.map((run) => {
    const own = run.words ?? [];
    const start = first === 0 ? 0 : starts[first];
    first += own.length;
    return { ...utteranceOf(own, run.label), text: text.slice(start, starts[first]) };
  });
}
