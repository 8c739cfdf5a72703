import { type Excerpt, excerptOf, fitExcerpt } from './excerpt.ts';
import type { Passage } from './passages.ts';
import type { PrecedingQuestion } from './questions.ts';
import { isReplyUnderstoodAlone } from './self-contained.ts';

/** The most characters of a question above a reply, since people come for the reply. */
const QUESTION_LENGTH = 400;

/**
 * The question to show above a passage: the one that it replies to, if it would not be understood alone.
 * @param questions of the library
 * @returns shortened to whole sentences around the last one that asks; null if none is needed, or there is none
 * @throws Error if the question is not verbatim in its source, which cannot happen with a checked corpus
 */
export function questionAbove(
  passage: Passage,
  questions: ReadonlyMap<Passage, PrecedingQuestion>,
): Excerpt | null {
  const preceding = questions.get(passage);
  if (!preceding || isReplyUnderstoodAlone(passage)) return null;
  return shortened(excerptOf(preceding.question, preceding.sentence, 1), QUESTION_LENGTH);
}

/**
 * A question, shortened to whole sentences around the one that asks, with none marked.
 * @param length the most that it may measure; a longer sentence by itself is not shortened
 * @param measure how long a text is when shown; by default the number of its characters
 */
export function shortened(question: Excerpt, length: number, measure?: (text: string) => number): Excerpt {
  const { translation, ...fitted } = fitExcerpt(question, Math.min(length, QUESTION_LENGTH), measure);
  return { ...fitted, highlights: [], translation: translation && { ...translation, highlights: [] } };
}
