import { sentences } from '../../core/language/sentences.ts';
import { type SourcePart, sourceOf } from '../../core/transcript/source.ts';
import type { Facts, Note, OpenedSource } from '../format.ts';

/** A word as a recogniser gives it. */
export interface Word {
  text: string;
  label: string | null;
  /** Where it begins and ends in the recording, in seconds. */
  time: number | null;
  end: number | null;
  /** Whether nothing is between it and the word before, as with punctuation. */
  isGlued: boolean;
}

/** What one voice says at once, as a file gives it. */
export interface Utterance {
  text: string;
  /** Whom the file names; null if it does not. */
  label: string | null;
  /** In seconds. */
  time: number | null;
  /** Its words, which tell the times in a long one. */
  words?: readonly Word[];
}

/** What a kind of data says. */
export interface Reading {
  utterances: readonly Utterance[];
  facts: Facts;
  /** What a person should know; each is about the start. */
  notes?: readonly string[];
}

/** From this length (UTF-16) what one voice says is divided, so that a citation says when it was said. */
const LONG = 1_000;
/** How long a division is at least. */
const SHORTEST = 400;
/** A silence after which something new may begin, in seconds. */
export const PAUSE = 0.7;

/** Letters and digits alone, to compare texts that were formatted differently. */
export function lettersOf(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

const WIDE_END = /[\u2E80-\u30FF\u3400-\u9FFF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFFEF]$/;
const WIDE_START = /^[\u2E80-\u30FF\u3400-\u9FFF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFFEF]/;

/** Words as one text: with a space between two, unless they bring their own or are Chinese. */
export function joined(words: readonly Word[]): string {
  const texts: string[] = [];
  let last = '';
  for (const { text, isGlued } of words) {
    if (text === '') continue;
    const isClose = isGlued || last === '' || /\s$/.test(last) || /^\s/.test(text);
    if (!isClose && !(WIDE_END.test(last) && WIDE_START.test(text))) texts.push(' ');
    texts.push(text);
    last = text;
  }
  return texts.join('');
}

/**
 * Words as utterances: a new one begins where the label changes.
 * @param pause if it is given, a new one also begins after a silence of so many seconds
 */
export function utterancesOf(words: readonly Word[], pause = Number.POSITIVE_INFINITY): Utterance[] {
  const runs: Word[][] = [];
  let last: Word | undefined;
  for (const word of words) {
    const gap = (word.time ?? 0) - (last?.end ?? last?.time ?? word.time ?? 0);
    const goesOn = last && last.label === word.label && (word.isGlued || gap < pause);
    if (goesOn) runs.at(-1)?.push(word);
    else runs.push([word]);
    last = word;
  }
  return runs.map((run) => utteranceOf(run, run[0]?.label ?? null));
}

/** Words that one voice says, as an utterance. */
export function utteranceOf(words: readonly Word[], label: string | null): Utterance {
  return { text: joined(words), label, time: firstTime(words), words };
}

/** When the first word with a time begins. */
export function firstTime(words: readonly Word[]): number | null {
  return words.find(({ time }) => time !== null)?.time ?? null;
}

/** What is said on several channels, by time; what has no time follows what is before it. */
export function merged(channels: readonly (readonly Utterance[])[]): Utterance[] {
  const timed = channels.flatMap((utterances) => {
    let last = 0;
    return utterances.map((utterance) => {
      last = utterance.time ?? last;
      return { utterance, last };
    });
  });
  return timed.sort((a, b) => a.last - b.last).map(({ utterance }) => utterance);
}

/** What is read: a part per utterance, or several if it is long. Parts are numbered from 1; empty utterances count. */
export function openedFrom({ utterances, facts, notes = [] }: Reading): OpenedSource {
  const parts: SourcePart[] = [];
  const groups: number[] = [];
  let place = 0;
  for (const utterance of utterances) {
    const found = divided(utterance);
    if (found.length === 0) place++;
    else groups.push(parts.length);
    for (const { text, time } of found) parts.push({ place: ++place, text, label: utterance.label, time });
  }
  const start = parts[0]?.place ?? 1;
  const about: Note[] = notes.map((text) => ({ place: start, text }));
  const opened = { source: sourceOf('part', parts, ' '), facts, notes: about };
  return groups.length < parts.length ? { ...opened, groups } : opened;
}

interface Stretch {
  text: string;
  time: number | null;
}

function divided({ text: written, time, words = [] }: Utterance): Stretch[] {
  const text = clean(written);
  if (text === '') return [];
  if (text.length <= LONG) return [{ text, time }];
  const timed = placesOf(words, text);
  const cuts = cutsIn(text, timed);
  let next = 0;
  return cuts.map((start, at) => {
    const end = cuts[at + 1] ?? text.length;
    while (next < timed.length && (timed[next]?.at ?? 0) < start) next++;
    const first = timed[next];
    const begins = first && first.at < end ? first.time : null;
    return { text: text.slice(start, end).trim(), time: at === 0 ? (time ?? begins) : begins };
  });
}

/** In one line, with nothing that cannot be written to a file. */
function clean(text: string): string {
  return text
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .replaceAll(/\p{Surrogate}/gu, '\uFFFD')
    .trim();
}

/** Where a long text is divided: at sentences, or in one that is long itself at silences, or else at blanks. Begins with 0. */
function cutsIn(text: string, timed: readonly TimedPlace[]): number[] {
  const cuts = [0];
  const add = (at: number, least: number) => {
    if (at - (cuts.at(-1) ?? 0) >= least) cuts.push(at);
  };
  let next = 0;
  for (const { start, end } of sentences(text)) {
    add(start, SHORTEST);
    if (end - start <= LONG) continue;
    while (next < timed.length && (timed[next]?.at ?? 0) <= start) next++;
    for (; next < timed.length && (timed[next]?.at ?? 0) < end; next++) {
      const { at, isAfterPause } = timed[next] ?? { at: 0, isAfterPause: false };
      add(at, isAfterPause ? SHORTEST : LONG);
    }
    for (let at = (cuts.at(-1) ?? 0) + LONG; at < end; at = (cuts.at(-1) ?? 0) + LONG) {
      const blank = text.indexOf(' ', at);
      if (blank === -1 || blank >= end - 1) break;
      cuts.push(blank + 1);
    }
  }
  return cuts;
}

interface TimedPlace {
  /** Where the word stands in the text. */
  at: number;
  time: number;
  isAfterPause: boolean;
}

/** How far ahead a word is looked for, where a text and its words differ. */
const WINDOW = 120;

/** Where in a text its words with times stand; one that is not found is passed over. */
function placesOf(words: readonly Word[], text: string): TimedPlace[] {
  const places: TimedPlace[] = [];
  const lower = text.toLowerCase();
  let from = 0;
  let end: number | null = null;
  for (const word of words) {
    const written = clean(word.text).toLowerCase();
    const found = written === '' ? -1 : lower.slice(from, from + WINDOW + written.length).indexOf(written);
    if (found !== -1) {
      const at = from + found;
      from = at + written.length;
      // Where a word begins, and not inside of one: "i" is in "hide".
      const isStart =
        at === 0 || !/[\p{L}\p{N}]{2}/u.test(text.slice(at - 1, at + 1)) || WIDE_START.test(written);
      if (word.time !== null && isStart)
        places.push({ at, time: word.time, isAfterPause: end !== null && word.time - end >= PAUSE });
    }
    end = word.end ?? end;
  }
  return places;
}
