import { hasHan, normalise, words } from '../language/text.ts';

/** In characters. Shorter sentences are shown whole, in Chinese too (sixteen lines of a phone): nobody need know the place. */
const LONG = 360;
/** A stretch of words, in characters: about a line of a phone. */
const STRETCH = 40;
/** So many stretches are looked at together, since what is asked may stand in two of them. */
const TOGETHER = 3;

/**
 * Where in a long sentence it says what is asked: captions without punctuation have sentences of a hundred lines.
 * @param sentence as it is in its source
 * @param terms what is asked, as the index has it
 * @returns the UTF-16 offset of the first of the stretches that have most of the terms; 0 for a short sentence
 */
export function placeInSentence(sentence: string, terms: readonly string[]): number {
  if (sentence.length <= LONG) return 0;
  const stretches = stretchesOf(sentence);
  const found = stretches.map(({ text }) => {
    const normalised = normalise(text);
    const stems = new Set(words(normalised));
    return new Set(terms.filter((term) => (hasHan(term) ? normalised.includes(term) : stems.has(term))));
  });
  let best = { at: 0, count: 0 };
  for (const [first, { start }] of stretches.entries()) {
    const near = found.slice(first, first + TOGETHER);
    const count = new Set(near.flatMap((each) => [...each])).size;
    if (count > best.count && near[0]?.size) best = { at: start, count };
  }
  return best.at;
}

/** A text in stretches that end between words, or between Chinese characters. */
function stretchesOf(text: string): { start: number; text: string }[] {
  const stretches: { start: number; text: string }[] = [];
  let start = 0;
  while (start < text.length) {
    const gap = text.slice(start + STRETCH).search(/[\s,\u3001\uFF0C\p{Script=Han}]/u);
    const end = gap < 0 || start + STRETCH >= text.length ? text.length : start + STRETCH + gap;
    stretches.push({ start, text: text.slice(start, end) });
    start = end;
  }
  return stretches;
}
