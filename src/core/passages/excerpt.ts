import { type Span, sentences } from '../language/sentences.ts';
import type { Passage } from './passages.ts';

/** Words quoted from one text. */
export interface Quotation {
  /** A run of whole sentences, verbatim. */
  text: string;
  /** The text it is taken from goes on before or after it. */
  truncated: boolean;
  /** The sentences that answer, as UTF-16 offsets into `text`. */
  highlights: readonly Span[];
}

/** A quotation from one passage, with its translation where the seminar has one. */
export interface Excerpt extends Quotation {
  passage: Passage;
  translation: Quotation | null;
  /** Which sentence of the passage answers, from 0; null where none is marked. */
  sentence: number | null;
  /** Of the search; only the order within one answer means anything. */
  score: number;
}

/**
 * Quotes a passage whole.
 * @param sentence which of its sentences answers, from 0; null to mark none
 * @throws Error when the passage is not verbatim in its source, which no corpus that passed its check can cause
 */
export function excerptOf(passage: Passage, sentence: number | null, score: number): Excerpt {
  const { text, start, segment, transcript } = passage;
  if (transcript.sourceText.slice(start, start + text.length) !== text) {
    throw new Error(`The passage ${passage.id} is not in its source word for word; run "npm run check".`);
  }
  return fitExcerpt(
    { passage, sentence, score, text, truncated: text !== segment.text, highlights: [], translation: null },
    Number.POSITIVE_INFINITY,
  );
}

/**
 * Shortens an excerpt to whole sentences around the one that answers.
 * @param length the most that source and translation may each measure; a single longer sentence stays whole
 * @param measure how long a text is where it will be shown, by default its characters
 */
export function fitExcerpt(
  excerpt: Excerpt,
  length: number,
  measure = (text: string) => text.length,
): Excerpt {
  const { passage, sentence } = excerpt;
  const source = unmarkedWithout(
    sentence,
    quote(passage.text, passage.sentences, sentence ?? 0, { length, measure }),
  );
  const whole = passage.text === passage.segment.text;
  return {
    ...excerpt,
    ...source,
    truncated: source.truncated || !whole,
    translation: translationOf(passage, sentence, { length, measure }),
  };
}

interface Fit {
  length: number;
  measure: (text: string) => number;
}

/** The same sentences of the translation; where translator and source cut differently, no sentence is marked. */
function translationOf(passage: Passage, sentence: number | null, fit: Fit): Quotation | null {
  const { translation } = passage;
  if (translation === null) return null;
  const spans = sentences(translation);
  const aligned = spans.length === passage.sentences.length;
  const marked = aligned ? sentence : null;
  return unmarkedWithout(marked, quote(translation, spans, marked ?? 0, fit));
}

/** A quotation whose sentence is marked only where one answers. */
function unmarkedWithout(sentence: number | null, quotation: Quotation): Quotation {
  return sentence === null ? { ...quotation, highlights: [] } : quotation;
}

function quote(text: string, spans: readonly Span[], focus: number, { length, measure }: Fit): Quotation {
  const answering = spans[focus] ?? { start: 0, end: text.length };
  let first = focus;
  let last = focus;
  let { start, end } = answering;
  // What follows explains more often than what stands before, so a sentence is added there first.
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
  return { text: shown, truncated: shown !== text, highlights: marked === '' ? [] : [highlight] };
}
