/** The words of a question as they were written, for the words of its normalised text. */
export interface WrittenWords {
  /** By the start of the word in the normalised text; undefined too if the capitals of the question say nothing. */
  at(start: number): WrittenWord | undefined;
  /** The words from one place in the normalised text to another, as they were written. */
  between(start: number, end: number): string | undefined;
}

interface WrittenWord {
  /** With its capitals. */
  word: string;
  /** The word before, if nothing but space and the point of an abbreviation is between them. */
  before: WrittenWord | undefined;
  after: string | undefined;
  /** Whether it is the first word of a sentence, whose capital says nothing. */
  isFirst: boolean;
}

const RUN = /[\p{L}\p{N}\p{M}]+/gu;
/** A capital and a small letter: "Turing", but not "AI". */
const CAPITALISED = /^\p{Lu}\p{M}?\p{Ll}/u;
/** Words that are written small in the middle of a sentence, but not in a heading. */
const SMALL = /^(?:did|do|does|say|said|says|think|thinks|about|on|of|is|are|was|the|and|what|how|with)$/iu;
/** A heading has so many words at least. */
const HEADING_WORDS = 3;

/** Whether a word is written as a name is in Latin script. */
export function isCapitalised(word: string): boolean {
  return CAPITALISED.test(word);
}

/**
 * The words of a question as they were written.
 * @param text the question, normalised, with single spaces
 */
export function writtenWords(question: string, text: string): WrittenWords {
  const composed = question.normalize('NFKC');
  const original = [...composed.matchAll(RUN)];
  const normalised = [...text.matchAll(RUN)];
  // The words may have been divided otherwise.
  const isSame = original.length === normalised.length;
  const words = new Map<number, WrittenWord & { start: number }>();
  let before: WrittenWord | undefined;
  for (const [at, { index }] of isSame ? normalised.entries() : []) {
    const [{ 0: word = '', index: start = 0 } = {}, next] = [original[at], original[at + 1]];
    const previous = original[at - 1];
    const gap = previous ? composed.slice((previous.index ?? 0) + previous[0].length, start) : '';
    const isNext = next && /^\s+$/u.test(composed.slice(start + word.length, next.index));
    const written = {
      word,
      start,
      before: /^\.?\s+$/u.test(gap) ? before : undefined,
      after: isNext ? next[0] : undefined,
      isFirst: at === 0 || /[.?!:\n]/u.test(gap),
    };
    words.set(index, written);
    before = written;
  }
  const between = (start: number, end: number) => {
    if (composed.length === text.length) return composed.slice(start, end);
    const last = normalised.findLast(({ index, 0: run }) => index + run.length === end)?.index;
    const [from, to] = [words.get(start), words.get(last ?? -1)];
    return from && to && composed.slice(from.start, to.start + to.word.length);
  };
  const isTelling = /\p{Ll}/u.test(composed) && !isHeading([...words.values()]);
  return { at: (start) => (isTelling ? words.get(start) : undefined), between };
}

/** Whether All Words Have Capitals, as in a Heading. */
function isHeading(words: readonly WrittenWord[]): boolean {
  const inside = words.filter(({ word, isFirst }) => !isFirst && /^\p{L}{2,}$/u.test(word));
  const long = inside.filter(({ word }) => word.length > 3);
  return (
    inside.length >= HEADING_WORDS &&
    inside.some(({ word }) => isCapitalised(word) && SMALL.test(word)) &&
    long.every(({ word }) => /^\p{Lu}/u.test(word))
  );
}
