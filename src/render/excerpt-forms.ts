import type { Locale } from '../core/language/locale.ts';
import { clipQuotation, type Excerpt, fitExcerpt, type Quotation } from '../core/passages/excerpt.ts';
import { shortened } from '../core/passages/question-above.ts';
import { isReplyUnderstoodAlone } from '../core/passages/self-contained.ts';
import { isUnclearAlone, shortExcerpt } from '../core/passages/short-excerpt.ts';
import type { Message } from '../messages/message.ts';
import { questionOf, quotationsOf } from '../reply/attribution.ts';
import type { ExcerptBlock, ExcerptForm } from '../reply/reply.ts';
import { columnsOf } from './wrapping.ts';

/** How long the words of an excerpt may be. A sentence that is too long by itself is cut only by the last two. */
export interface Lengths {
  /** Of an excerpt that is shown whole, source and translation each, as `measure` says. */
  whole: number;
  /** Of a short one, in columns. */
  short: number;
  /** Of the sentence of a later one, in columns; a longer one is left out. */
  sentence: number;
  /** Of the sentence of one in a line, in columns; a longer one is left out. */
  line: number;
  /** How many of those in a line have words at all, from the first; a terminal has room for all. */
  linesWithWords: number;
  /** Of the answering sentence of a short one, in columns. */
  shortSentence: number;
  /** Of any quotation, as `measure` says. */
  quotation: number;
}

/** So many columns a phone shows in a line of a message, at Discord's usual size; a Chinese character takes two. */
export const PHONE_COLUMNS = 46;

/** What is usual where there is room. No sentence that somebody said as one is longer than sixteen lines of a phone. */
export const USUAL: Lengths = {
  whole: Number.POSITIVE_INFINITY,
  short: 5 * PHONE_COLUMNS,
  sentence: Number.POSITIVE_INFINITY,
  line: 4 * PHONE_COLUMNS,
  linesWithWords: 1,
  shortSentence: 16 * PHONE_COLUMNS,
  quotation: Number.POSITIVE_INFINITY,
};
/** An excerpt of which no sentence is known to answer, or about which nobody has asked, is eight lines instead of five. */
const UNSURE = 1.6;
/** Longer ones are what a recogniser wrote without an end: so much of them is read in one go. */
const CUT_SENTENCE = 10 * PHONE_COLUMNS;
/** A sentence of a line and a half says something even if it refers to what was said before. */
const LEAST = 1.5 * PHONE_COLUMNS;
/** A question above an answer: two lines, so that it does not push the answer off the screen. In columns, as the above. */
const ASKED = 2 * PHONE_COLUMNS;

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
 * @param isFirst whether it is the first of its reply, so that its words are not left out
 * @param measure how long a text is when shown
 */
export function shownWords(
  { excerpt, further = [], view, alone, question, opensReply, form }: ExcerptBlock,
  {
    locale,
    lengths,
    isFirst = true,
    measure,
  }: { locale: Locale; lengths: Lengths; isFirst?: boolean; measure: (text: string) => number },
): ShownWords {
  const fitted = (each: Excerpt): Excerpt => {
    if (form === 'short') {
      const isSure = each.sentence !== null && !alone;
      return shortExcerpt(each, (isSure ? 1 : UNSURE) * lengths.short, columnsOf);
    }
    return fitExcerpt(each, form === undefined ? lengths.whole / (1 + further.length) : 0, measure);
  };
  const clipped = (each: Quotation, place = 0) => {
    const isTooLong = form !== undefined && columnsOf(each.text) > lengths.shortSentence;
    const most = Math.min(lengths.shortSentence, CUT_SENTENCE);
    const short = isTooLong ? clipQuotation(each, most, columnsOf, place) : each;
    return clipQuotation(short, lengths.quotation, measure, short === each ? place : 0);
  };
  const fit = [excerpt, ...further].map(fitted);
  const shown = fit.map((each) => quotationsOf(each, locale, view));
  const runs = shown.map(({ first }) => first);
  const most = mostOf(excerpt, form, lengths, isFirst);
  const isLeftOut =
    runs.some(({ text }) => columnsOf(text) > most) ||
    (form === 'line' && (excerpt.sentence === null || isTooLittle(excerpt, runs)));
  const asked =
    question && (form === undefined || (form === 'short' && opensReply && isNeeded(fit)))
      ? questionOf(shortenedFor(question, form), locale)
      : null;
  return {
    asked: asked && { ...asked, quotation: clipped(asked.quotation) },
    runs: isLeftOut || form === 'source' ? [] : runs.map((run, at) => clipped(run, placeIn(run, fit[at]))),
    originals:
      form === undefined ? shown.flatMap(({ second }) => second ?? []).map((each) => clipped(each)) : [],
  };
}

/** How long the words of an excerpt may be without being left out, in columns. */
function mostOf(
  { sentence }: Excerpt,
  form: ExcerptForm | undefined,
  lengths: Lengths,
  isFirst: boolean,
): number {
  if (form === 'line') return lengths.line;
  const isInList = form === 'sentence' || (form === 'short' && sentence !== null);
  return isInList && !isFirst ? lengths.sentence : Number.POSITIVE_INFINITY;
}

/** Where a quotation of the source says what was asked; 0, its beginning, in a translation. */
function placeIn(run: Quotation, excerpt: Excerpt | undefined): number {
  const [answer] = run.highlights;
  return run === excerpt && answer ? answer.start + (excerpt.place ?? 0) : 0;
}

/** Whether a sentence is so short that it says nothing to somebody who has not read what it refers to. */
function isTooLittle(excerpt: Excerpt, runs: readonly Quotation[]): boolean {
  return runs.every(({ text }) => columnsOf(text) < LEAST) && isUnclearAlone(excerpt);
}

/** Whether a short answer needs the question: it is how the reply begins, and would not be understood alone. */
function isNeeded([first]: readonly Excerpt[]): boolean {
  if (!first) return false;
  const { text, sentences } = first.passage;
  const isBeginning = text.indexOf(first.text) <= (sentences[1]?.start ?? 0);
  return (
    isBeginning && !isReplyUnderstoodAlone({ text: first.text, translation: first.translation?.text ?? null })
  );
}

function shortenedFor(question: Excerpt, form: ExcerptForm | undefined): Excerpt {
  return form === undefined ? question : shortened(question, ASKED, columnsOf);
}
