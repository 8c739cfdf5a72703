import { type Span, sentenceSteps } from '../language/sentences.ts';
import { madeOnce } from '../steps.ts';
import type { Passage } from './passages.ts';

/** At which ends the segment that a quotation is taken from, or its translation, goes on. */
export interface Cut {
  before: boolean;
  after: boolean;
}

/** Words quoted from a text. */
export interface Quotation {
  /** A run of whole sentences, verbatim. */
  text: string;
  cut: Cut;
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
  /** Where in that sentence it says what was asked, if it is long: a UTF-16 offset. */
  place?: number;
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
  const { text, start, transcript } = passage;
  if (transcript.sourceText.slice(start, start + text.length) !== text) {
    throw new Error(`Passage ${passage.id} is not in its source word for word; run "npm run check".`);
  }
  const whole = { text, cut: cutOf(passage), highlights: [], translation: null };
  return fitExcerpt({ passage, sentence, score, ...whole }, Number.POSITIVE_INFINITY);
}

/** What stands where words are left out. */
export const CUT_MARK = '[…]';

/** Words as they are shown: with a mark at each end at which their text goes on. */
export function withMarks(words: string, { before, after }: Cut): string {
  return `${before ? `${CUT_MARK} ` : ''}${words}${after ? ` ${CUT_MARK}` : ''}`;
}

/** At which ends a passage is only a part of its segment. White space counts as nothing. */
export function cutOf({ text, start, segment }: Pick<Passage, 'text' | 'start' | 'segment'>): Cut {
  const at = start - segment.start;
  return {
    before: segment.text.slice(0, Math.max(0, at)).trim() !== '',
    after: segment.text.slice(at + text.length).trim() !== '',
  };
}

/** How much may stand around the sentence that answers. */
export interface Surroundings {
  /** So many sentences at most. */
  before: number;
  after: number;
  /** Which of them is added first. */
  first: 'before' | 'after';
}

/** What follows a sentence explains it more often than what precedes it. */
const ALL_AROUND: Surroundings = {
  before: Number.POSITIVE_INFINITY,
  after: Number.POSITIVE_INFINITY,
  first: 'after',
};

/**
 * Shortens an excerpt to whole sentences around the one that answers.
 * @param length the most that source and translation may each measure; a longer sentence by itself is not
 *   shortened
 * @param measure how long a text is when shown; by default the number of its characters (UTF-16)
 * @param around by default as many sentences as fit
 */
export function fitExcerpt(
  excerpt: Excerpt,
  length: number,
  measure = (text: string) => text.length,
  around = ALL_AROUND,
): Excerpt {
  const { passage, sentence } = excerpt;
  const fit = { length, measure, around };
  const source = quote(passage.text, passage.sentences, sentence, fit);
  const translation = quotedTranslation(passage, sentence, fit);
  // A translation is of exactly the passage's words, so it is a part of the segment's at the same ends.
  const part = cutOf(passage);
  return {
    ...excerpt,
    ...within(source, part),
    translation: translation && within(translation, part),
  };
}

/** A quotation from a passage that is itself only a part of a text. */
function within(quotation: Quotation, part: Cut): Quotation {
  const { before, after } = quotation.cut;
  return { ...quotation, cut: { before: before || part.before, after: after || part.after } };
}

/**
 * Shortens a quotation that is too long even by itself: to as many of its words as fit, the first ones or those from shortly
 * before a place, marked as cut.
 * @param length the most that it may measure, at least 1
 * @param place where in the text it says what matters, a UTF-16 offset; by default at its beginning
 */
export function clipQuotation(
  quotation: Quotation,
  length: number,
  measure = (text: string) => text.length,
  place = 0,
): Quotation {
  const { text, cut, highlights } = quotation;
  if (measure(text) <= length) return quotation;
  const lead = Math.min(LEAD, Math.floor(length * LEAD_SHARE));
  const start = measure(text.slice(0, place)) > length / 2 ? wordEndIn(text, Math.max(0, place - lead)) : 0;
  const left = text.slice(start);
  const from = start + left.length - left.trimStart().length;
  const end = from + lengthThatFits(text.slice(from), length, measure);
  return {
    text: text.slice(from, end),
    cut: { before: cut.before || text.slice(0, from).trim() !== '', after: cut.after || end < text.length },
    highlights: highlights
      .filter((span) => span.start < end && span.end > from)
      .map((span) => ({
        start: Math.max(span.start, from) - from,
        end: Math.min(span.end, end) - from,
      })),
  };
}

/** So many characters stand before the place around which a text is cut, so that it is understood; of little room a part. */
const LEAD = 60;
const LEAD_SHARE = 1 / 4;

/** How much of a text fits, up to the end of a word. */
function lengthThatFits(text: string, length: number, measure: (text: string) => number): number {
  if (measure(text) <= length) return text.length;
  // Found by halves, since characters differ in width. More than twice the length fits only if much of it is invisible.
  let [kept, most] = [0, Math.min(text.length, Math.floor(2 * length))];
  while (kept < most) {
    const middle = Math.ceil((kept + most) / 2);
    if (measure(text.slice(0, middle)) <= length) kept = middle;
    else most = middle - 1;
  }
  return wordEndIn(text, kept);
}

/** How far back the end of a word is looked for: longer ones are cut inside. */
const WORD_LENGTH = 40;

/** The last place up to `end` where a text can be cut: between words, and never inside a character. */
function wordEndIn(text: string, end: number): number {
  const isInWord = (at: number) => /^[\p{L}\p{N}]{2}$/u.test(text.slice(at - 1, at + 1));
  const isChinese = (at: number) => /\p{Script=Han}/u.test(text.slice(at - 1, at + 1));
  let wordless = end;
  for (let at = end; at > Math.max(0, end - WORD_LENGTH); at--) {
    if (isInCharacter(text, at)) {
      if (at === wordless) wordless--;
    } else if (!isInWord(at) || isChinese(at)) {
      const trimmed = text.slice(0, at).trimEnd();
      if (trimmed !== '') return trimmed.length;
    }
  }
  return wordless;
}

/** Whether a place is between the halves of a character, or before what combines with the one before. */
function isInCharacter(text: string, at: number): boolean {
  return (
    /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1)) ||
    /^(?:\p{M}|\u200D|\p{Emoji_Modifier})/u.test(text.slice(at, at + 2))
  );
}

/** The parameters of `fitExcerpt`. */
interface Fit {
  length: number;
  measure: (text: string) => number;
  around: Surroundings;
}

/** The sentences of a passage's translation: each reply quotes some of the same passages, in several lengths. */
const translatedSentences = madeOnce(({ translation }: Passage) => sentenceSteps(translation ?? ''));

/** Quotes a passage's translation. No sentence is marked if it is divided into sentences differently. */
function quotedTranslation(passage: Passage, sentence: number | null, fit: Fit): Quotation | null {
  const { translation } = passage;
  if (translation === null) return null;
  const spans = translatedSentences.now(passage);
  const isAligned = spans.length === passage.sentences.length;
  return quote(translation, spans, isAligned ? sentence : null, fit);
}

/** Quotes as many whole sentences as fit around one, or from the start if `sentence` is null and none is marked. */
function quote(
  text: string,
  spans: readonly Span[],
  sentence: number | null,
  { length, measure, around }: Fit,
): Quotation {
  const answer = sentence ?? 0;
  let first = answer;
  let last = first;
  const answering = spans[first] ?? { start: 0, end: text.length };
  let { start, end } = answering;
  for (let grown = true; grown; ) {
    grown = false;
    const after = last - answer < around.after ? spans[last + 1] : undefined;
    const before = answer - first < around.before ? spans[first - 1] : undefined;
    for (const next of around.first === 'after' ? [after, before] : [before, after]) {
      if (!next) continue;
      const wider = { start: Math.min(start, next.start), end: Math.max(end, next.end) };
      const isBounded = length < Number.POSITIVE_INFINITY;
      if (isBounded && measure(text.slice(wider.start, wider.end).trimEnd()) > length) continue;
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
    cut: { before: text.slice(0, start).trim() !== '', after: text.slice(end).trim() !== '' },
    highlights: sentence === null || marked === '' ? [] : [highlight],
  };
}
