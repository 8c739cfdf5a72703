import type { SearchIndex } from '../indexing/search-index.ts';
import type { Dictionary } from '../language/dictionary.ts';
import { hasHan, isStopWord, stemOf, words } from '../language/text.ts';

/** Tells the words of everyday language from those that occur in names alone. */
export interface EverydayWords {
  /** Whether a normalised word may be meant as such, even if it is somebody's name: "mark", "young", 高峰. */
  isEveryday(word: string): boolean;
  /** Whether a normalised word is a stop word. */
  isStop(word: string): boolean;
  /** Whether a normalised word is known at all, except as a name: such a word is no misspelling. */
  isKnown(word: string): boolean;
  /** Whether a passage has a normalised word, or another form of it: such a word is no misspelling of a name with another stem. */
  isSaid(word: string): boolean;
  /** Whether a normalised word is known as a name, and as nothing else. */
  isName(word: string): boolean;
  /** The stems of the names that a Chinese name stands for: 鲍威尔 → powel; none for a word that is no name. */
  namesMeantBy(word: string): string[];
  /** Whether the dictionary has a Chinese word, be it a name or not. */
  isWord(word: string): boolean;
  /** Whether a normalised word is so short that it may be an abbreviation, and no stop word: "ng", "ai". */
  isShort(word: string): boolean;
}

/** A translation this good gives one of a word's own meanings, rather than a saying in which it occurs. */
const GOOD = 0.7;
/** One meaning can be a rare one ("miller", "lee"); everyday words have several. */
const EVERYDAY_MEANINGS = 2;
/** Everyday words for which the dictionary has one translation or none. */
const FURTHER = new Set(
  'rose drew dean woods fields june april church ruby basil rosemary daisy robin baron bishop sandy'.split(
    ' ',
  ),
);
/** Shorter Latin words are abbreviations as often as names: "AI", "IT". */
const MIN_NAME_LENGTH = 3;

/**
 * Everyday words, as far as stop words and a dictionary tell.
 * @param said the index of the passages; by default none is known
 */
export function everydayWordsOf(
  dictionary: () => Dictionary,
  said: Pick<SearchIndex, 'hasTerm'> = { hasTerm: () => false },
): EverydayWords {
  const meanings = (word: string) =>
    hasHan(word)
      ? dictionary()
          .englishFor(word)
          .filter(() => !dictionary().isName(word))
      : dictionary()
          .chineseFor(words(word).join(' '))
          .filter(({ text, quality }) => quality >= GOOD && !dictionary().isName(text));
  const isStop = (word: string) => words(word).every(isStopWord);
  const isEveryday = (word: string) =>
    isStop(word) ||
    (hasHan(word)
      ? meanings(word).length > 0
      : word.length < MIN_NAME_LENGTH || FURTHER.has(word) || meanings(word).length >= EVERYDAY_MEANINGS);
  return {
    isEveryday,
    isStop,
    isKnown: (word) => isStop(word) || meanings(word).length > 0,
    isSaid: (word) => said.hasTerm(stemOf(word)),
    isName: (word) => {
      if (hasHan(word)) return dictionary().isName(word);
      const all = dictionary().chineseFor(words(word).join(' '));
      return !isStop(word) && all.length > 0 && meanings(word).length === 0;
    },
    namesMeantBy: (word) =>
      dictionary().isName(word)
        ? dictionary()
            .englishFor(word)
            .map(({ text }) => text)
        : [],
    isWord: (word) => dictionary().englishFor(word).length > 0,
    isShort: (word) => !hasHan(word) && word.length < MIN_NAME_LENGTH && !isStop(word),
  };
}
