import type { Localised } from '../language/locale.ts';
import { type Span, sentenceSteps, sentences } from '../language/sentences.ts';
import type { Steps } from '../steps.ts';
import type { Basis, FurtherPlace, Segment, Speaker, Transcript } from '../transcript/transcript.ts';

/**
 * The most characters (UTF-16) in a passage. A longer segment is split into several passages at sentence
 * ends. The longest segment of the first seminar has 289; three excerpts of 700 still fit into one Discord
 * message.
 */
export const PASSAGE_LENGTH = 700;

/** The unit of search and of citation: one segment, or a run of its sentences. */
export interface Passage {
  /**
   * Unique in the corpus: `scsp-chips-2025/p8`, or `scsp-chips-2025/p8.2` for the second passage of a segment
   * that is split.
   */
  id: string;
  transcript: Transcript;
  segment: Segment;
  basis: Basis;
  speaker: Speaker | null;
  evidence: Localised | null;
  /** Verbatim from the source. */
  text: string;
  /** In English; null if there is none for exactly these words. */
  translation: string | null;
  /** UTF-16 offset of `text` in the source file's text. */
  start: number;
  /** Where it begins in the source, from 1: the line, or what the transcript's `unit` says. */
  line: number;
  /** Where it ends. */
  lastLine: number;
  /** When it begins in the recording, in seconds, as far as the source says; null if it says nothing. */
  time: number | null;
  /** The sentences of `text`. */
  sentences: readonly Span[];
}

/** What finds a passage by its id. */
export interface PassagesById {
  /** Every passage by its id, in corpus order. */
  passages: ReadonlyMap<string, Passage>;
}

/** Splits a transcript's segments into passages, in source order. */
export function* passageSteps(transcript: Transcript): Steps<Passage[]> {
  const passages: Passage[] = [];
  for (const segment of transcript.segments) {
    const spans = yield* sentenceSteps(segment.text);
    const runs = sentenceRuns(spans, PASSAGE_LENGTH);
    const translationOf = runs.length > 1 ? yield* translatedRuns(segment, spans) : () => segment.translation;
    for (const [index, { start, end }] of runs.entries()) {
      const text = segment.text.slice(start, end).trimEnd();
      passages.push({
        id: `${transcript.id}/${segment.id}${runs.length > 1 ? `.${index + 1}` : ''}`,
        transcript,
        segment,
        basis: segment.basis,
        speaker: segment.speaker,
        evidence: segment.evidence,
        text,
        translation: translationOf({ start, end }),
        start: segment.start + start,
        ...placesOf(segment, segment.start + start, text.length),
        sentences: yield* sentenceSteps(text),
      });
      yield;
    }
  }
  return passages;
}

/**
 * Reduces a passage to some of its sentences. Its translation is reduced to the same ones, or removed if it
 * is divided into sentences differently.
 * @param first the number of the first sentence to keep, from 0
 * @param last the number of the last sentence to keep, from 0
 * @throws RangeError if the passage has no such sentences
 */
export function sentencesOf(passage: Passage, first: number, last: number): Passage {
  const { id, text, start, translation } = passage;
  const [from, to] = [passage.sentences[first], passage.sentences[last]];
  if (!from || !to || last < first) {
    throw new RangeError(`${id} has no sentences ${first} to ${last}; it has ${passage.sentences.length}.`);
  }
  // Its translation may be divided into sentences differently.
  if (first === 0 && last === passage.sentences.length - 1) return passage;
  const run = text.slice(from.start, to.end).trimEnd();
  const spans = translation === null ? [] : sentences(translation);
  return {
    ...passage,
    text: run,
    start: start + from.start,
    ...placesOf(passage.segment, start + from.start, run.length),
    sentences: sentences(run),
    translation:
      spans.length === passage.sentences.length
        ? (translation?.slice(spans[first]?.start, spans[last]?.end).trimEnd() ?? null)
        : null,
  };
}

/** Where a stretch of a segment begins and ends in the source, and when it begins. */
function placesOf(
  { line, time, further = [] }: Pick<Segment, 'line' | 'time' | 'further'>,
  start: number,
  length: number,
): Pick<Passage, 'line' | 'lastLine' | 'time'> {
  const first = lastUpTo(further, start);
  const last = lastUpTo(further, start + length - 1);
  return { line: first?.line ?? line, lastLine: last?.line ?? line, time: first?.time ?? time };
}

/** The last of some places that starts at an offset or before it. */
function lastUpTo(places: readonly FurtherPlace[], offset: number): FurtherPlace | undefined {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return places[low - 1];
}

/** Groups sentences into runs of at most `length` characters; a longer sentence is a run by itself. */
function sentenceRuns(spans: readonly Span[], length: number): Span[] {
  const runs: Span[] = [];
  for (const { start, end } of spans) {
    const last = runs.at(-1);
    if (last && end - last.start <= length) last.end = end;
    else runs.push({ start, end });
  }
  return runs;
}

/** Translates runs of a segment's sentences; null if its translation is divided into sentences differently. */
function* translatedRuns(
  { translation }: Segment,
  source: readonly Span[],
): Steps<(run: Span) => string | null> {
  const translated = yield* sentenceSteps(translation ?? '');
  if (translation === null || source.length !== translated.length) return () => null;
  const first = new Map(source.map(({ start }, at) => [start, translated[at]?.start]));
  const last = new Map(source.map(({ end }, at) => [end, translated[at]?.end]));
  return ({ start, end }) => translation.slice(first.get(start), last.get(end)).trimEnd();
}
