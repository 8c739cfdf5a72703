import { type Span, sentences } from '../language/sentences.ts';
import type { Passage } from './passages.ts';

/** Words quoted from a text. */
export interface Quotation {
  /** A run of whole sentences, verbatim. */
  text: string;
  /** Whether the text that it is taken from goes on before or after it. */
  truncated: boolean;
  /** The sentences that answer, as UTF-16 offsets into `text`. */
  highlights: readonly Span[];
}

/** A quotation from a passage. */
export interface Excerpt extends Quotation {
  passage: Passage;
  /** From its translation; null if it has none. */
  translation: Quotation | null;
  /** The number of the passage's sentence that answers, from 0; null if none is marked. */
  sentence: number | null;
  /** The hit's score; only comparable with others of the same answer. */
  score: number;
}

/**
 * Quotes a passage whole.
 * @param sentence the number of its sentence that answers, from 0; null to mark none
 * @param score its score as a hit; any number if it is not one
 * @throws Error if the passage is not verbatim in its source, which cannot happen with a checked corpus
 */
export function excerptOf(passage: Passage, sentence: number | null, score: number): Excerpt {
  const { text, start, segment, transcript } = passage;
  if (transcript.sourceText.slice(start, start + text.length) !== text) {
    throw new Error(`Passage ${passage.id} is not in its source word for word; run "npm run check".`);
  }
  return fitExcerpt(
    { passage, sentence, score, text, truncated: text !== segment.text, highlights: [], translation: null },
    Number.POSITIVE_INFINITY,
  );
}

/**
 * Shortens an excerpt to whole sentences around the one that answers.
 * @param length the most that source and translation may each measure; a longer sentence by itself is not
 *   shortened
 * @param measure how long a text is when shown; by default the number of its characters (UTF-16)
 */
export function fitExcerpt(
  excerpt: Excerpt,
  length: number,
  measure = (text: string) => text.length,
): Excerpt {
  const { passage, sentence } = excerpt;
  const source = quote(passage.text, passage.sentences, sentence, { length, measure });
  const isWholeSegment = passage.text === passage.segment.text;
  return {
    ...excerpt,
    ...source,
    truncated: source.truncated || !isWholeSegment,
    translation: quotedTranslation(passage, sentence, { length, measure }),
  };
}

/** The parameters of `fitExcerpt`. */
interface Fit {
  length: number;
  measure: (text: string) => number;
}

/** Quotes a passage's translation. No sentence is marked if it is divided into sentences differently. */
function quotedTranslation(passage: Passage, sentence: number | null, fit: Fit): Quotation | null {
  const { translation } = passage;
  if (translation === null) return null;
  const spans = sentences(translation);
  const isAligned = spans.length === passage.sentences.length;
  return quote(translation, spans, isAligned ? sentence : null, fit);
}

/** Quotes as many whole sentences as fit around one, or from the start if `sentence` is null and none is marked. */
function quote(
  text: string,
  spans: readonly Span[],
  sentence: number | null,
  { length, measure }: Fit,
): Quotation {
  let first = sentence ?? 0;
  let last = first;
  const answering = spans[first] ?? { start: 0, end: text.length };
  let { start, end } = answering;
  // What follows explains an answer more often than what precedes it, so a sentence is added there first.
  for (let grown = true; grown; ) {
    grown = false;
    for (const next of [spans[last + 1], spans[first - 1]]) {
      if (!next) continue;
      const wider = { start: Math.min(start, next.start), end: Math.max(end, next.end) };
      if (measure(text.slice(wider.start, wider.end).trimEnd()) > length) continue;
      if (next.start > start) last++;
      else first--;
      ({ start, end } = wider);
      grown = true;
    }
  }
  const shown = text.slice(start, end).trimEnd();
  const marked = text.slice(answering.start, answering.end).trimEnd();
  const highlight = { start: answering.start - start, end: answering.start - start + marked.length };
  return {
    text: shown,
    truncated: shown !== text,
    highlights: sentence === null || marked === '' ? [] : [highlight],
  };
}
