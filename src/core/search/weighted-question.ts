import { inverseFrequency, type SearchIndex } from '../indexing/search-index.ts';
import { patternOf } from '../indexing/term-text.ts';
import { type Dictionary, NO_DICTIONARY } from '../language/dictionary.ts';
import { bigrams, hasHan } from '../language/text.ts';
import { FRAGMENT_WEIGHT, NAME_WEIGHT } from '../tuning.ts';
import { type AskedTerm, type Question, type TermTranslation, understand } from './question.ts';

/** A term that counts once, whether a text holds it as asked or in a translation from the dictionary. */
export interface WeightedTerm {
  terms: readonly string[];
  /** The same as term texts have them. */
  patterns: readonly string[];
  translations: readonly (TermTranslation & { patterns: readonly string[] })[];
  /** How much it tells. */
  weight: number;
}

/** What the dictionary makes of a word or phrase. */
export interface TranslatedTerm extends WeightedTerm {
  /** Whether any passage holds a translation. */
  isHeld: boolean;
}

/** A question with its terms weighed for one index. */
export interface WeightedQuestion extends Question {
  /** What a passage has to hold. */
  required: readonly WeightedTerm[];
  /** What a sentence should hold close together. */
  singles: readonly WeightedTerm[];
  pairs: readonly WeightedTerm[];
  /** Of what it asks which one. */
  focused: readonly WeightedTerm[];
  /** It names somebody or something that no passage speaks of. */
  namesAbsent: boolean;
  /** What the dictionary adds. */
  translated: readonly TranslatedTerm[];
}

/**
 * Cuts a question into terms and weighs each by how much it tells in an index.
 * @param asWritten the question with its capitals, if `text` has lost them
 * @param withDictionary whether words are looked up in the dictionary too, for passages in the other language
 */
export function weightedQuestion(
  index: SearchIndex,
  text: string,
  { asWritten = text, withDictionary = true }: { asWritten?: string; withDictionary?: boolean } = {},
): WeightedQuestion {
  const dictionary = withDictionary ? index.dictionary() : NO_DICTIONARY;
  const question = understand(text, {
    terms: index.terms,
    dictionary,
    asWritten,
    isConversation: index.conversation !== null,
  });
  const translated = question.translatable.map((translatable): TranslatedTerm => {
    const translations = translatable.translations.map((each) => ({
      ...each,
      patterns: each.terms.map(patternOf),
    }));
    // A passage that only a poor translation finds counts in part.
    const holding = sum(
      translations.map(({ terms, quality }) => Math.min(1, quality) * fewest(index, terms)),
    );
    const weight =
      translatable.weight * inverseFrequency(index.passages.length, Math.min(holding, index.passages.length));
    const { terms } = translatable;
    return { terms, patterns: terms.map(patternOf), translations, weight, isHeld: holding > 0 };
  });
  const weightedTermOf = (term: string): WeightedTerm => {
    const terms = index.knows(term) ? [term] : partsOf(term);
    const held = translated.find((each) => each.terms.includes(term) && each.isHeld);
    const weight = held && !index.knows(term) ? held.weight : mean(terms.map(index.rarity));
    return { terms, patterns: terms.map(patternOf), translations: held?.translations ?? [], weight };
  };
  /** Two stems side by side are too rare to be counted: they tell what each of them tells. */
  const pairOf = (pair: string): WeightedTerm => {
    const [first = '', second] = pair.split(' ');
    if (second === undefined) return weightedTermOf(pair);
    return {
      terms: [pair],
      patterns: [patternOf(pair)],
      translations: [],
      weight: (weightedTermOf(first).weight + weightedTermOf(second).weight) / 2,
    };
  };
  // A bare number is seldom who or what a question is about: a year, a list's number.
  const isAbsent = ({ term, isName }: AskedTerm) =>
    !/^\d+$/.test(term) &&
    (isName || isNameIn(dictionary, term)) &&
    !index.knows(term) &&
    !translated.some(({ terms, isHeld }) => terms.includes(term) && isHeld);
  return {
    ...question,
    translated,
    namesAbsent: question.askedTerms.some(isAbsent),
    focused: question.focus.map(weightedTermOf),
    required: question.askedTerms.map((asked) => {
      const term = weightedTermOf(asked.term);
      return { ...term, weight: term.weight * importance(asked, index, dictionary) };
    }),
    singles: question.grams.singles.map(weightedTermOf),
    pairs: question.grams.pairs.map(pairOf),
  };
}

/** Whether the dictionary knows a word as a name, or an English word as nothing but names. */
function isNameIn(dictionary: Dictionary, term: string): boolean {
  if (hasHan(term)) return dictionary.isName(term);
  const translations = dictionary.chineseFor(term);
  return translations.length > 0 && translations.every(({ text }) => dictionary.isName(text));
}

/**
 * How much a notion counts beside its rarity. What neither the passages nor the dictionary have is a name where it has
 * three Chinese characters or more, else a chance cut between two words.
 */
function importance({ term, isName }: AskedTerm, index: SearchIndex, dictionary: Dictionary): number {
  if (isName || isNameIn(dictionary, term)) return NAME_WEIGHT;
  if (index.knows(term) || !hasHan(term) || dictionary.englishFor(term).length > 0) return 1;
  return term.length > 2 ? NAME_WEIGHT : FRAGMENT_WEIGHT;
}

/** A Chinese word that no passage has as a word is judged by its bigrams, so that half a word counts half. */
function partsOf(term: string): string[] {
  const pairs = bigrams(term);
  return pairs.length === 0 ? [term] : pairs;
}

/**
 * How many passages hold a translation: as many as hold its rarest term, at most. A lone Chinese character is part of
 * many words: it shows nothing by itself.
 */
function fewest({ ownFrequency }: SearchIndex, terms: readonly string[]): number {
  if (terms.some((term) => term.length === 1 && hasHan(term))) return 0;
  return Math.min(...terms.map(ownFrequency));
}

/** The mean of numbers; 0 of none. */
export function mean(numbers: readonly number[]): number {
  return sum(numbers) / (numbers.length || 1);
}

/** The sum of numbers. */
export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
