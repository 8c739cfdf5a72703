import type { Dictionary } from '../language/dictionary.ts';
import { CHINESE_STOP_WORDS } from '../language/stop-words.ts';
import { bigrams, hasHan, isStopWord } from '../language/text.ts';

/** A word or phrase of a question with its translations, which together count as one term. */
export interface TranslatableTerm {
  /** The question's terms that are translated: the words of an English phrase, or a Chinese word and its bigrams. */
  terms: readonly string[];
  translations: readonly TermTranslation[];
  /** How much it counts, above 0 and at most 1: a phrase counts more than its single words. */
  weight: number;
}

/** One of several translations. */
export interface TermTranslation {
  /** The terms that a passage must contain. */
  terms: readonly string[];
  /** How well it fits, above 0 and at most 1. */
  quality: number;
}

/** The longest phrases to look up: English ones in words, Chinese ones in characters. */
const PHRASE_WORDS = 3;
const PHRASE_CHARACTERS = 8;
/** What the single words of a phrase count, if the phrase counts 1. */
const PART_WEIGHT = 0.5;
/** What a lone Chinese character counts: it has all the meanings of all the words that it occurs in. */
const LONE_WEIGHT = 0.5;

/**
 * Translations of English words, those of a phrase before those of its words: "export control" is more than
 * "export" and "control".
 * @param searchWords a question's words without stop words, Latin ones as stems
 */
export function translatableEnglish(
  searchWords: readonly string[],
  dictionary: Dictionary,
): TranslatableTerm[] {
  const found: TranslatableTerm[] = [];
  const add = (terms: readonly string[], weight: number) => {
    const translations = dictionary.chineseFor(terms.join(' ')).map(({ text, quality }) => ({
      terms: [text],
      quality: text.length === 1 ? quality * LONE_WEIGHT : quality,
    }));
    if (translations.length > 0) found.push({ terms, translations, weight });
    return translations.length > 0;
  };
  for (let at = 0; at < searchWords.length; ) {
    let length = Math.min(PHRASE_WORDS, searchWords.length - at);
    while (length > 1 && !add(searchWords.slice(at, at + length), 1)) length--;
    for (const word of searchWords.slice(at, at + length)) {
      if (!hasHan(word)) add([word], length > 1 ? PART_WEIGHT : 1);
    }
    at += length;
  }
  return found;
}

/**
 * Translations of Chinese, split into the longest words that the dictionary has.
 * @param question normalised, without question phrases
 */
export function translatableChinese(question: string, dictionary: Dictionary): TranslatableTerm[] {
  const found: TranslatableTerm[] = [];
  for (const [run] of question.matchAll(/\p{Script=Han}+/gu)) {
    for (let at = 0; at < run.length; ) {
      let length = Math.min(PHRASE_CHARACTERS, run.length - at);
      while (length > 1 && dictionary.englishFor(run.slice(at, at + length)).length === 0) length--;
      const word = run.slice(at, at + length);
      const translations = CHINESE_STOP_WORDS.has(word)
        ? []
        : dictionary
            .englishFor(word)
            .map(({ text, quality }) => ({
              terms: text.split(' ').filter((word) => !isStopWord(word)),
              quality,
            }))
            .filter(({ terms }) => terms.length > 0);
      if (translations.length > 0) {
        found.push({ terms: [word, ...bigrams(word)], translations, weight: length === 1 ? LONE_WEIGHT : 1 });
      }
      at += length;
    }
  }
  return found;
}
