import { inverseFrequency, type SearchIndex } from '../indexing/search-index.ts';
import { patternOf } from '../indexing/term-text.ts';
import { type Dictionary, NO_DICTIONARY } from '../language/dictionary.ts';
import { isNumber } from '../language/numbers.ts';
import { bigrams, hasHan, isStopWord, words } from '../language/text.ts';
import type { Steps } from '../steps.ts';
import { FRAGMENT_WEIGHT, NAME_WEIGHT, TELLING_PLACE } from '../tuning.ts';
import { type AskedTerm, type Question, understand } from './question.ts';
import { type RelatedShares, relatedSteps } from './related-words.ts';
import { correctionsOf, type Spellings, spellingsOf } from './spellings.ts';
import type { TermTranslation, TranslatableTerm } from './translatable.ts';

/** A term that counts once, whether a text contains it as asked or in a translation from the dictionary. */
export interface WeightedTerm {
  /** Its parts: the term itself, or its bigrams if no passage contains it as a word. */
  terms: readonly string[];
  /** Each part as `patternOf` returns it. */
  patterns: readonly string[];
  /** Other spellings, each of which stands for all the parts. */
  forms: readonly string[];
  translations: readonly (TermTranslation & { patterns: readonly string[] })[];
  /** How nearly passages have it in words that are used like it; null if none has, or it is a name. */
  related?: RelatedShares | null;
  /** How much it says by itself, 0 to 1: little for a word of everyday language. */
  information?: number;
  /** How much it counts: its rarity among the passages, multiplied by its importance if it is required. */
  weight: number;
}

/** A word or phrase that the dictionary translates. */
export interface TranslatedTerm extends WeightedTerm {
  /** Whether any passage contains one of the translations. */
  isIndexed: boolean;
}

/** A question with its terms weighted for one index. */
export interface WeightedQuestion extends Question {
  /** What an answer has to contain. */
  required: readonly WeightedTerm[];
  /** The question's grams: what a sentence that answers should contain close together. */
  singles: readonly WeightedTerm[];
  pairs: readonly WeightedTerm[];
  /** The question's focus nouns. */
  focusTerms: readonly WeightedTerm[];
  /** Whether the question names somebody or something that no passage mentions. */
  hasUnknownName: boolean;
  /** The numbers, and their unit, without which a passage does not answer, because the question asks for little else. */
  essentialNumbers: readonly WeightedTerm[];
  /** What the dictionary adds. */
  translated: readonly TranslatedTerm[];
  /** Joined and split forms of its words. */
  spellings: Spellings;
  /** The words that misspelt words of it may stand for. */
  corrections: Spellings;
}

/**
 * Splits a question into terms and weights each by its rarity in an index. Pauses often: a question of 300 words takes a
 * tenth of a second.
 * @param text the question, perhaps without the names of speakers
 * @param asWritten the question with its capitals, if `text` has lost them
 * @param withDictionary whether to look words up in the dictionary as well, for passages in the other language
 */
export function* weightedSteps(
  index: SearchIndex,
  text: string,
  { asWritten = text, withDictionary = true }: { asWritten?: string; withDictionary?: boolean } = {},
): Steps<WeightedQuestion> {
  const dictionary = withDictionary ? index.dictionary() : NO_DICTIONARY;
  const question = understand(text, {
    notionFinder: index.notionFinder,
    dictionary,
    asWritten,
    isConversation: index.conversations !== null,
  });
  yield;
  const translated: TranslatedTerm[] = [];
  for (const translatable of question.translatable) {
    translated.push(translatedTerm(index, translatable));
    yield;
  }
  const spellings = spellingsOf(index, question.segments);
  yield;
  const corrections = correctionsFor(index, question, spellings);
  yield;
  const weigh = (term: string): WeightedTerm => {
    const forms = [...(spellings.get(term) ?? []), ...(corrections.get(term) ?? [])];
    const terms = index.hasTerm(term) ? [term] : partsOf(term);
    const translation = translated.find((each) => each.terms.includes(term) && each.isIndexed);
    const known = index.hasTerm(term) || forms.length === 0 ? terms : (forms[0] ?? '').split(' ');
    const weight = translation && !index.hasTerm(term) ? translation.weight : mean(known.map(index.rarity));
    return {
      terms,
      patterns: terms.map(patternOf),
      forms,
      translations: translation?.translations ?? [],
      weight,
    };
  };
  const weighed = new Map<string, WeightedTerm>();
  const weightedTerm = (term: string) => {
    const known = weighed.get(term) ?? weigh(term);
    weighed.set(term, known);
    return known;
  };
  // Pairs of stems are not counted, being so rare, so a pair weighs as much as the mean of its two stems.
  const weightedPair = (pair: string): WeightedTerm => {
    const [first = '', second] = pair.split(' ');
    if (second === undefined) return weightedTerm(pair);
    const [a, b] = [weightedTerm(first), weightedTerm(second)];
    // A pair has the form that both its stems have, if that is one word.
    const joined = a.forms.filter((form) => !form.includes(' ') && b.forms.includes(form));
    const split = pairsOf([first, ...a.forms], [second, ...b.forms]).filter((each) => each !== pair);
    return {
      terms: [pair],
      patterns: [patternOf(pair)],
      forms: [...joined, ...split],
      translations: [],
      weight: (a.weight + b.weight) / 2,
    };
  };
  // A bare number is seldom what a question is about: it is a year, or numbers an item in a list.
  const isUnknownName = ({ term, isName }: AskedTerm) =>
    !isNumber(term) &&
    !CURRENCIES.has(term) &&
    !spellings.has(term) &&
    !corrections.has(term) &&
    (isName || isNameIn(dictionary, term)) &&
    !index.hasTerm(term) &&
    !translated.some(({ terms, isIndexed }) => terms.includes(term) && isIndexed);
  for (const term of [...question.grams.singles, ...question.askedTerms.map((asked) => asked.term)]) {
    weightedTerm(term);
    yield;
  }
  const pairs: WeightedTerm[] = [];
  for (const pair of question.grams.pairs) {
    pairs.push(weightedPair(pair));
    yield;
  }
  const required: WeightedTerm[] = [];
  for (const asked of question.askedTerms) {
    const term = weightedTerm(asked.term);
    const related =
      withDictionary && !asked.isName && !isNumber(asked.term) && !isNameIn(dictionary, asked.term)
        ? yield* relatedSteps(index, asked.term)
        : null;
    required.push({
      ...term,
      related,
      information: informationOf(asked, dictionary),
      weight: term.weight * importance(asked, index, dictionary),
    });
  }
  return {
    ...question,
    translated,
    spellings,
    corrections,
    essentialNumbers: essentialNumbers(question).map(weightedTerm),
    hasUnknownName: question.askedTerms.some(isUnknownName),
    focusTerms: question.focusNouns.map(weightedTerm),
    required,
    singles: question.grams.singles.map(weightedTerm),
    pairs,
  };
}

/** A question of a number and little else is about that number and its unit, unless it is a year. */
function essentialNumbers({ askedTerms }: Question): string[] {
  const numbers = askedTerms.map(({ term }) => term).filter(isNumber);
  if (askedTerms.length - numbers.length > 1) return [];
  const essential = numbers.filter((number) => !YEAR.test(number));
  // 25 minutes are not 25 kilometres.
  const units = askedTerms.map(({ term }) => term).filter((term) => UNITS.has(term));
  return essential.length > 0 ? [...essential, ...units] : [];
}

/** Written in capitals, they are no names. */
const CURRENCIES: ReadonlySet<string> = new Set(words('dollar euro pound yuan yen krone'));

const UNITS: ReadonlySet<string> = new Set(
  words(
    `kilometre centimetre millimetre metre mile inch acre hectare kilogram gram ton pound litre gallon barrel watt kilowatt
    megawatt gigawatt terawatt volt hertz decibel degree hour minute second day week month year decade century`,
  ),
);

const YEAR = /^(?:19|20)\d\d$/;

/**
 * The words that those which no passage has may be misspelt for. A word that the dictionary knows is not
 * misspelt: it is simply not in the passages.
 */
function correctionsFor(
  index: SearchIndex,
  { segments, askedTerms }: Question,
  spellings: Spellings,
): Spellings {
  const found = new Map<string, string[]>();
  const names = new Set(askedTerms.filter(({ isName }) => isName).map(({ term }) => term));
  const unknown = new Map(segments.flatMap(({ segment, parts: [stem] }) => (stem ? [[stem, segment]] : [])));
  for (const term of unknown.keys())
    if (index.hasTerm(term) || spellings.has(term) || isStopWord(term)) unknown.delete(term);
  for (const [term, written] of [...unknown].slice(0, MOST_CORRECTED)) {
    if (index.dictionary().chineseFor(term).length > 0) continue;
    const corrections = correctionsOf(index, written, names.has(term));
    if (corrections.length > 0) found.set(term, corrections);
  }
  return found;
}

/** How many words of a question are corrected: each takes some five hundred attempts. */
const MOST_CORRECTED = 12;

/** Two stems next to one another in each of their forms. */
function pairsOf(first: readonly string[], second: readonly string[]): string[] {
  return first.length * second.length > MOST_PAIRS
    ? []
    : first.flatMap((a) => second.map((b) => `${a} ${b}`)).filter((pair) => pair.split(' ').length === 2);
}

const MOST_PAIRS = 9;

function translatedTerm(index: SearchIndex, translatable: TranslatableTerm): TranslatedTerm {
  const { terms } = translatable;
  const translations = translatable.translations.map((translation) => ({
    ...translation,
    patterns: translation.terms.map(patternOf),
  }));
  // A passage that only a poor translation finds counts in part.
  const frequency = sum(
    translations.map(({ terms, quality }) => Math.min(1, quality) * translationFrequency(index, terms)),
  );
  const size = index.passages.length;
  const weight = translatable.weight * inverseFrequency(size, Math.min(frequency, size));
  return { terms, patterns: terms.map(patternOf), forms: [], translations, weight, isIndexed: frequency > 0 };
}

/**
 * The most passages that can contain a translation: as many as contain its rarest term. It is 0 if a term is
 * a lone Chinese character, which says nothing by itself because it occurs in many other words.
 */
function translationFrequency({ textFrequency }: SearchIndex, terms: readonly string[]): number {
  if (terms.some((term) => term.length === 1 && hasHan(term))) return 0;
  return Math.min(...terms.map(textFrequency));
}

/** A Chinese word that no passage contains as a word is judged by its bigrams, so that half of the word counts half. */
function partsOf(term: string): string[] {
  const pairs = bigrams(term);
  return pairs.length === 0 ? [term] : pairs;
}

/** Whether the dictionary knows a Chinese word as a name, or translates an English word by names only. */
function isNameIn(dictionary: Dictionary, term: string): boolean {
  if (hasHan(term)) return dictionary.isName(term);
  const translations = dictionary.chineseFor(term);
  return translations.length > 0 && translations.every(({ text }) => dictionary.isName(text));
}

/**
 * What a term's rarity is multiplied by to give its weight. Chinese that neither the passages nor the
 * dictionary have as a word is taken for a name if it has three characters or more, and otherwise for a
 * fragment of two words.
 */
function importance({ term, isName }: AskedTerm, index: SearchIndex, dictionary: Dictionary): number {
  if (isName || isNameIn(dictionary, term)) return NAME_WEIGHT;
  if (index.hasTerm(term) || !hasHan(term) || dictionary.englishFor(term).length > 0) return 1;
  return term.length > 2 ? NAME_WEIGHT : FRAGMENT_WEIGHT;
}

/** How much a term says by itself: less, the more frequent it is anywhere; all for a name, a number or an unknown word. */
function informationOf({ term, isName }: AskedTerm, dictionary: Dictionary): number {
  const place = isName || isNumber(term) ? null : dictionary.place(term);
  return place === null ? 1 : Math.min(1, Math.log(place) / Math.log(TELLING_PLACE));
}

/** The mean of numbers; 0 if there are none. */
export function mean(numbers: readonly number[]): number {
  return sum(numbers) / (numbers.length || 1);
}

/** The sum of numbers. */
export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
