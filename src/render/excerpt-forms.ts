import type { Locale } from '../core/language/locale.ts';
import { clipQuotation, type Excerpt, fitExcerpt, type Quotation } from '../core/passages/excerpt.ts';
import { shortened } from '../core/passages/question-above.ts';
import { shortExcerpt } from '../core/passages/short-excerpt.ts';
import type { Message } from '../messages/message.ts';
import { questionOf, quotationsOf } from '../reply/attribution.ts';
import type { ExcerptBlock } from '../reply/reply.ts';
import { columnsOf } from './wrapping.ts';

/** How long the words of an excerpt may be. A sentence by itself is shortened only by the last two. */
export interface Lengths {
  /** Of an excerpt that is shown whole, source and translation each, as `measure` says. */
  whole: number;
  /** Of a short one, in columns. */
  short: number;
  /** Of the sentence of one in a line, in columns; a longer one is left out. */
  line: number;
  /** Of a sentence of a short one, in columns. */
  shortSentence: number;
  /** Of any sentence, as `measure` says. */
  sentence: number;
}

/** A phone shows about so many columns in a line. */
export const PHONE_COLUMNS = 46;

/** What is usual where there is room: six lines of a phone around an answer, two for one after it, a sentence cut at twelve. */
export const USUAL: Lengths = {
  whole: Number.POSITIVE_INFINITY,
  short: 6 * PHONE_COLUMNS,
  line: 2 * PHONE_COLUMNS,
  shortSentence: 12 * PHONE_COLUMNS,
  sentence: Number.POSITIVE_INFINITY,
};

/** The words of an excerpt as they are shown. */
export interface ShownWords {
  /** What was asked before, and who asked it; null if it need not be shown. */
  asked: { heading: Message; quotation: Quotation } | null;
  /** In order; empty if the excerpt is only named. */
  runs: readonly Quotation[];
  /** The source, where a translation comes first and the whole is shown. */
  originals: readonly Quotation[];
}

/**
 * The words of an excerpt in its form, within some lengths.
 * @param measure how long a text is when shown
 */
export function shownWords(
  { excerpt, further = [], view, question, form }: ExcerptBlock,
  { locale, lengths, measure }: { locale: Locale; lengths: Lengths; measure: (text: string) => number },
): ShownWords {
  const fitted = (each: Excerpt): Excerpt => {
    if (form === 'short') return shortExcerpt(each, lengths.short, columnsOf);
    return fitExcerpt(each, form === undefined ? lengths.whole / (1 + further.length) : 0, measure);
  };
  const clipped = (each: Quotation) => {
    const short = form === undefined ? each : clipQuotation(each, lengths.shortSentence, columnsOf);
    return clipQuotation(short, lengths.sentence, measure);
  };
  const shown = [excerpt, ...further].map((each) => quotationsOf(fitted(each), locale, view));
  const runs = shown.map(({ first }) => first);
  const isLeftOut = form === 'line' && runs.some(({ text }) => columnsOf(text) > lengths.line);
  const asked = question && questionOf(shortened(question, form ? 0 : lengths.whole), locale);
  return {
    asked: asked && !isLeftOut ? { ...asked, quotation: clipped(asked.quotation) } : null,
    runs: isLeftOut ? [] : runs.map(clipped),
    originals: form === undefined ? shown.flatMap(({ second }) => second ?? []).map(clipped) : [],
  };
}
