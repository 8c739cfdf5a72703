import { type Excerpt, fitExcerpt } from './excerpt.ts';
import { needsContext } from './self-contained.ts';

/**
 * Shortens an excerpt to the sentence that answers and as much around it as makes it understood: a sentence on each side
 * at most, if there is room, and first the one before if the answer refers to it. An excerpt without an answering sentence
 * is shortened to its first sentences.
 * @param length the most that source and translation may each measure; the answering sentence by itself is not shortened
 * @param measure how long a text is when shown
 */
export function shortExcerpt(excerpt: Excerpt, length: number, measure: (text: string) => number): Excerpt {
  const { passage, sentence } = excerpt;
  const span = sentence === null ? undefined : passage.sentences[sentence];
  if (!span) return fitExcerpt(excerpt, length, measure);
  const refersBack = needsContext(passage.text.slice(span.start, span.end));
  return fitExcerpt(excerpt, length, measure, { each: 1, first: refersBack ? 'before' : 'after' });
}
