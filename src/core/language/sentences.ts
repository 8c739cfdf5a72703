import { SEGMENTER_WINDOW } from './text.ts';

const sentenceSegmenter = new Intl.Segmenter('zh', { granularity: 'sentence' });

/** Part of a text, as UTF-16 offsets: `start` inclusive, `end` exclusive. */
export interface Span {
  start: number;
  end: number;
}

/**
 * Splits a text into sentences: adjacent spans that together cover all of it. White space between two
 * sentences belongs to the first. Sentences end where Unicode says (UAX 29), so a closing quotation mark
 * stays with its sentence, but not after a title or an abbreviation such as "Mr.".
 */
export function sentences(text: string): Span[] {
  const found: Span[] = [];
  let isUnfinished = false;
  for (const { start, end } of unicodeSentences(text)) {
    const last = found.at(-1);
    if (last && isUnfinished) last.end = end;
    else found.push({ start, end });
    isUnfinished = ABBREVIATION_END.test(text.slice(start, end));
  }
  return found;
}

/**
 * The last sentence in a window may be cut off, and where the one before it ends may depend on it: both are
 * read again.
 */
const LOOKAHEAD_SENTENCES = 2;

/** Unicode's sentences, read through a window that moves along the text and grows if it has too few of them. */
function* unicodeSentences(text: string): Generator<Span> {
  let start = 0;
  let length = SEGMENTER_WINDOW;
  while (start < text.length) {
    const isLast = start + length >= text.length;
    const found: Span[] = [];
    for (const { index, segment } of sentenceSegmenter.segment(text.slice(start, start + length))) {
      found.push({ start: start + index, end: start + index + segment.length });
      // A window that has grown is slow, so it is left as soon as possible.
      if (length > SEGMENTER_WINDOW && found.length > LOOKAHEAD_SENTENCES) break;
    }
    const isComplete = isLast && found.at(-1)?.end === text.length;
    const certain = isComplete ? found : found.slice(0, -LOOKAHEAD_SENTENCES);
    yield* certain;
    length = certain.length > 0 ? SEGMENTER_WINDOW : length * 2;
    start = certain.at(-1)?.end ?? start;
  }
}

/** ICU ends a sentence after these abbreviations. */
const ABBREVIATION_END = /(?:^|[\s("“])(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|St|Jr|No|vs|cf)\.\s+$/u;
