import { type Excerpt, fitExcerpt } from './excerpt.ts';
import { needsContext } from './self-contained.ts';

/** An answer that is not understood without the sentence before it may be so much longer with it. */
const WITH_CONTEXT = 2;

/**
 * Shortens an excerpt to the sentence that answers and as much around it as makes it understood: a sentence on each side
 * at most, if there is room; the one before, if the answer refers to it, even if there is hardly room. An excerpt without an
 * answering sentence is shortened to its first sentences.
 * @param length the most that source and translation may each measure; the answering sentence by itself is not shortened
 * @param measure how long a text is when shown
 */
export function shortExcerpt(excerpt: Excerpt, length: number, measure: (text: string) => number): Excerpt {
  const { sentence } = excerpt;
  if (sentence === null) return fitExcerpt(excerpt, length, measure);
  const refersBack = sentence > 0 && isUnclearAlone(excerpt);
  const fitted = fitExcerpt(excerpt, length, measure, {
    before: 1,
    after: 1,
    first: refersBack ? 'before' : 'after',
  });
  const hasBefore = fitted.highlights.every(({ start }) => start > 0);
  if (!refersBack || hasBefore) return fitted;
  return fitExcerpt(excerpt, length * WITH_CONTEXT, measure, { before: 1, after: 0, first: 'before' });
}

/** Whether the answering sentence of an excerpt, or its translation, would not be understood without the one before it. */
export function isUnclearAlone(excerpt: Excerpt): boolean {
  const { text, translation } = fitExcerpt(excerpt, 0);
  return [text, translation?.text ?? ''].some(needsContext);
}
