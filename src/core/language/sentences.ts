import { WINDOW } from './text.ts';

const sentenceSegmenter = new Intl.Segmenter('zh', { granularity: 'sentence' });

/** A stretch of a text, as UTF-16 offsets: `start` inclusive, `end` exclusive. */
export interface Span {
  start: number;
  end: number;
}

/**
 * The sentences of a text as spans that follow one another and together cover it; the white space between two
 * belongs to the first. Sentence ends are Unicode's (UAX 29), which keeps a closing quotation mark with its
 * sentence.
 */
export function sentences(text: string): Span[] {
  const found: Span[] = [];
  let open = false;
  for (const { start, end } of unicodeSentences(text)) {
    const last = found.at(-1);
    if (last && open) last.end = end;
    else found.push({ start, end });
    open = ABBREVIATION_END.test(text.slice(start, end));
  }
  return found;
}

/** What decides where a sentence ends stands in the sentence after it at the latest. */
const SENTENCES_AHEAD = 2;

/** Unicode's sentences, from a window that moves along the text, and grows where it holds too few of them. */
function* unicodeSentences(text: string): Generator<Span> {
  let start = 0;
  let length = WINDOW;
  while (start < text.length) {
    const isLast = start + length >= text.length;
    const found: Span[] = [];
    for (const { index, segment } of sentenceSegmenter.segment(text.slice(start, start + length))) {
      found.push({ start: start + index, end: start + index + segment.length });
      // A window that has grown is left as soon as it can be.
      if (length > WINDOW && found.length > SENTENCES_AHEAD) break;
    }
    const isWhole = isLast && found.at(-1)?.end === text.length;
    const sure = isWhole ? found : found.slice(0, -SENTENCES_AHEAD);
    yield* sure;
    length = sure.length > 0 ? WINDOW : length * 2;
    start = sure.at(-1)?.end ?? start;
  }
}

/** ICU ends a sentence after these. */
const ABBREVIATION_END = /(?:^|[\s("“])(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|St|Jr|No|vs|cf)\.\s+$/u;
