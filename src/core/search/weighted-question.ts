import { inverseFrequency, type SearchIndex } from '../indexing/search-index.ts';
import { patternOf } from '../indexing/term-text.ts';
import { type Dictionary, NO_DICTIONARY } from '../language/dictionary.ts';
import { bigrams, hasHan } from '../language/text.ts';
import { FRAGMENT_WEIGHT, NAME_WEIGHT } from '../tuning.ts';
import { type AskedTerm, type Candidate, type Question, understand } from './question.ts';

/** A term that counts once, whether a text holds it as asked or in a translation from the dictionary. */
export interface Unit {
  terms: readonly string[];
  /** The same as term texts have them. */
  patterns: readonly string[];
  candidates: readonly (Candidate & { patterns: readonly string[] })[];
  /** How much it tells. */
  weight: number;
}

/** What the dictionary makes of a word or phrase. */
export interface Translated extends Unit {
  /** Whether any passage holds a translation. */
  isHeld: boolean;
}

/** A question with its terms weighed for one index. */
export interface WeightedQuestion extends Question {
  /** What a passage has to hold. */
  required: readonly Unit[];
  /** What a sentence should hold close together. */
  singles: readonly Unit[];
  pairs: readonly Unit[];
  /** Of what it asks which one. */
  focused: readonly Unit[];
  /** It names somebody or something that no passage speaks of. */
  namesAbsent: boolean;
  /** What the dictionary adds. */
  translated: readonly Translated[];
}

/**
 * Cuts a question into terms and weighs each by how much it tells in an index.
 * @param asWritten the question with its capitals, where `text` has lost them
 */
export function weigh(
  index: SearchIndex,
  {
    text,
    asWritten,
    withDictionary,
  }: { text: string; asWritten?: string | undefined; withDictionary: boolean },
): WeightedQuestion {
  const dictionary = withDictionary ? index.dictionary() : NO_DICTIONARY;
  const question = understand(text, {
    terms: index.terms,
    dictionary,
    asWritten,
    isConversation: index.conversation !== null,
  });
  const translated = question.across.map((across): Translated => {
    const candidates = across.candidates.map((each) => ({ ...each, patterns: each.terms.map(patternOf) }));
    // A passage that only a poor translation finds counts in part.
    const holding = sum(candidates.map(({ terms, quality }) => Math.min(1, quality) * fewest(index, terms)));
    const weight =
      across.weight * inverseFrequency(index.passages.length, Math.min(holding, index.passages.length));
    const { terms } = across;
    return { terms, patterns: terms.map(patternOf), candidates, weight, isHeld: holding > 0 };
  });
  const unitOf = (term: string): Unit => {
    const terms = index.knows(term) ? [term] : partsOf(term);
    const across = translated.find((each) => each.terms.includes(term) && each.isHeld);
    const weight = across && !index.knows(term) ? across.weight : mean(terms.map(index.rarity));
    return { terms, patterns: terms.map(patternOf), candidates: across?.candidates ?? [], weight };
  };
  /** Two stems side by side are too rare to be counted: they tell what each of them tells. */
  const pairOf = (pair: string): Unit => {
    const [first = '', second] = pair.split(' ');
    if (second === undefined) return unitOf(pair);
    return {
      terms: [pair],
      patterns: [patternOf(pair)],
      candidates: [],
      weight: (unitOf(first).weight + unitOf(second).weight) / 2,
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
    focused: question.focus.map(unitOf),
    required: question.askedTerms.map((asked) => {
      const unit = unitOf(asked.term);
      return { ...unit, weight: unit.weight * importance(asked, index, dictionary) };
    }),
    singles: question.grams.singles.map(unitOf),
    pairs: question.grams.pairs.map(pairOf),
  };
}

/** Whether the dictionary knows a word as a name, or an English word as nothing but names. */
function isNameIn(dictionary: Dictionary, term: string): boolean {
  if (hasHan(term)) return dictionary.isName(term);
  const candidates = dictionary.chineseFor(term);
  return candidates.length > 0 && candidates.every(({ text }) => dictionary.isName(text));
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
