import { hasHan, normalise, words } from '../../core/language/text.ts';

/** A word as it is written, and how often it was counted. */
export interface WordCount {
  word: string;
  count: number;
}

/** Counts of rarer words say little: as often as not they are misspellings, or numbers that stand for "seldom". */
const LEAST_FREQUENCY = 2;
/** The Zipf scale counts occurrences among so many words. */
const ZIPF_WORDS = 1e9;

/**
 * How frequent each stem or Chinese word is, on the Zipf scale (`Dictionary.frequency`); rare ones are left out.
 * What is written as one word in the counts and cut into several by us counts for each of these: a word's frequency is
 * how often our own cut would find it.
 * @param counts words of one language, with how often each occurs in one collection of texts
 * @param isWhole whether a normalised word is looked up as a whole too, though it is cut into several
 */
export function frequenciesIn(
  counts: Iterable<WordCount>,
  isWhole: (word: string) => boolean = () => false,
): Map<string, number> {
  const perWord = new Map<string, number>();
  let total = 0;
  for (const { word, count } of counts) {
    total += count;
    const whole = normalise(word);
    const parts = words(whole);
    if (parts.length > 1 && isWhole(whole)) parts.push(whole);
    for (const part of parts) perWord.set(part, count + (perWord.get(part) ?? 0));
  }
  const frequencies = new Map<string, number>();
  for (const [word, count] of perWord) {
    const frequency = Math.log10((count / total) * ZIPF_WORDS);
    if (frequency >= LEAST_FREQUENCY && isPlain(word)) frequencies.set(word, frequency);
  }
  return frequencies;
}

/** Numbers have forms of their own, and a word of two scripts is too seldom to count. */
function isPlain(word: string): boolean {
  return hasHan(word) ? /^\p{Script=Han}+$/u.test(word) : /^\p{Script=Latin}+$/u.test(word);
}

/**
 * The words of a list that has one in each line with its count behind it, as the segmenter jieba has them: `桥梁 1260 n`.
 * @throws if a line has no count
 */
export function* countsIn(list: string): Generator<WordCount> {
  for (const [at, line] of list.split('\n').entries()) {
    if (line.trim() === '') continue;
    const [word = '', count] = line.split(' ');
    if (!Number.isInteger(Number(count)))
      throw new Error(`Line ${at + 1} of the word list has no count: ${JSON.stringify(line)}.`);
    yield { word, count: Number(count) };
  }
}
