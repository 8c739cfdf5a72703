import SearchableMap from 'minisearch/SearchableMap';
import type { NotionFinder } from '../language/notions.ts';
import { hasHan, isStopWord } from '../language/text.ts';
import type { Steps } from '../steps.ts';
import {
  type AnalysedHint,
  type AnalysedText,
  analysePassage,
  bigramsIn,
  type KeptPassage,
} from './analyse.ts';
import { chineseNumbers } from './chinese-numbers.ts';
import type { SearchDocument } from './document.ts';
import { type GrowingNumbers, growingNumbers } from './growing-numbers.ts';
import { type TermNumbers, termNumbers } from './term-numbers.ts';
import { gramsOf } from './term-text.ts';

/**
 * Passages that were indexed together, in the order of their places, from 0. It never changes: what is added to an archive
 * becomes another shard, and all shards are searched as one.
 */
export interface Shard {
  passages: readonly KeptPassage[];
  /** Numbers for all terms: words, bigrams, single characters, tokens of notions. */
  terms: TermNumbers;
  /** By a term's number, how many passages contain it. */
  counts: Uint32Array;
  /** By a term's number, how many of these contain it only in their translation or in a cue. */
  translatedOnly: Uint32Array;
  /** By a term's number, where in `places` the places of the passages begin that have it as a word; the end after the last. */
  starts: Uint32Array;
  places: Uint32Array;
  /** The Latin words, to find those that are like another. */
  vocabulary: SearchableMap<true>;
}

/** What a shard is made from besides passages. */
export interface ShardParts {
  notionFinder: NotionFinder;
  /** Analyses a cue. */
  hintOf(text: string): AnalysedHint;
  /** Whether pairs of stems are counted: only cues are compared by them, and there are many. */
  withPairs: boolean;
}

/** So many numbers are moved before a pause. */
const NUMBERS_TOGETHER = 20_000;

/** Makes a shard of passages, pausing after each. */
export function* shardSteps(documents: readonly SearchDocument[], parts: ShardParts): Steps<Shard> {
  const counted = counting();
  const passages: KeptPassage[] = [];
  for (const document of documents) {
    passages.push(counted.take(document, parts));
    yield;
  }
  const postings = yield* postingSteps(counted, counted.terms.size);
  return yield* shardOfSteps(passages, counted, postings);
}

/** Puts a shard together from its passages, their terms with their counts, and where these are. */
export function* shardOfSteps(
  passages: KeptPassage[],
  {
    terms,
    counts,
    translatedOnly,
  }: { terms: TermNumbers } & Record<'counts' | 'translatedOnly', GrowingNumbers>,
  { starts, places }: Pick<Shard, 'starts' | 'places'>,
): Steps<Shard> {
  return {
    passages,
    terms,
    counts: counts.toArray(terms.size),
    translatedOnly: translatedOnly.toArray(terms.size),
    starts,
    places,
    vocabulary: yield* vocabularySteps(terms, starts),
  };
}

/** Makes the vocabulary of a shard from its terms and from where their places begin. */
function* vocabularySteps(terms: TermNumbers, starts: Uint32Array): Steps<SearchableMap<true>> {
  const vocabulary = new SearchableMap<true>();
  let count = 0;
  for (const [term, number] of terms.entries()) {
    if (starts[number] !== starts[number + 1] && !hasHan(term)) vocabulary.set(term, true);
    if (++count % 100 === 0) yield;
  }
  return vocabulary;
}

/** Sorts the places of words by the words' numbers; those of one word stay in order. */
export function* postingSteps(
  { posted, postedAt }: Pick<Counted, 'posted' | 'postedAt'>,
  size: number,
): Steps<Pick<Shard, 'starts' | 'places'>> {
  const starts = new Uint32Array(size + 1);
  for (let at = 0; at < posted.length; at++) {
    const next = posted.at(at) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
    if (at % NUMBERS_TOGETHER === 0) yield;
  }
  for (let number = 1; number <= size; number++)
    starts[number] = (starts[number] ?? 0) + (starts[number - 1] ?? 0);
  yield;
  const free = starts.slice();
  const places = new Uint32Array(posted.length);
  for (let at = 0; at < posted.length; at++) {
    const number = posted.at(at);
    const to = free[number] ?? 0;
    places[to] = postedAt.at(at);
    free[number] = to + 1;
    if (at % NUMBERS_TOGETHER === 0) yield;
  }
  return { starts, places };
}

/** Terms while they are being counted, passage by passage. */
interface Counted {
  terms: TermNumbers;
  counts: GrowingNumbers;
  translatedOnly: GrowingNumbers;
  /** For each different word of each passage, its number and the passage's place. */
  posted: GrowingNumbers;
  postedAt: GrowingNumbers;
  /** Analyses the next passage and counts its terms. */
  take(document: SearchDocument, parts: ShardParts): KeptPassage;
}

function counting(): Counted {
  const terms = termNumbers();
  const [counts, translatedOnly, posted, postedAt] = [
    growingNumbers(),
    growingNumbers(),
    growingNumbers(),
    growingNumbers(),
  ];
  // For each term the last passage that had it, in any way and as a word of any text and of the source; from 1.
  const [seen, seenAsWord, seenInSource] = [growingNumbers(), growingNumbers(), growingNumbers()];
  const stopWords = growingNumbers();
  let mark = 0;
  let inTranslation = false;

  const count = (number: number) => {
    if (seen.at(number) === mark) return;
    seen.set(number, mark);
    counts.set(number, counts.at(number) + 1);
    if (inTranslation) translatedOnly.set(number, translatedOnly.at(number) + 1);
  };
  const countTerm = (term: string) => count(terms.add(term));
  /** Counts a word, and notes its place unless it is a stop word, which no question has. */
  const countWord = (word: string) => {
    const number = terms.add(word);
    count(number);
    if (seenAsWord.at(number) === mark) return number;
    seenAsWord.set(number, mark);
    if (stopWords.at(number) === 0) stopWords.set(number, isStopWord(word) ? 1 : 2);
    if (stopWords.at(number) === 1) return number;
    posted.push(number);
    postedAt.push(mark - 1);
    return number;
  };
  const characters = chineseNumbers(terms);
  /** Counts what a text has besides its words. */
  const countRest = ({ joined, tokens, termText, normalised }: AnalysedText, withPairs: boolean) => {
    for (const word of joined) countWord(word);
    for (const token of tokens) countWord(token);
    if (!withPairs && PLAIN.test(normalised)) characters.forEach(termText, count);
    else {
      const { singles, pairs } = gramsOf(termText);
      for (const term of bigramsIn(normalised)) countTerm(term);
      for (const term of singles) countTerm(term);
      for (const term of pairs) if (withPairs || !term.includes(' ')) countTerm(term);
    }
  };
  const take = (document: SearchDocument, { notionFinder, hintOf, withPairs }: ShardParts): KeptPassage => {
    const analysed = analysePassage(document, notionFinder);
    const cues = (document.cues ?? []).map(hintOf);
    mark++;
    inTranslation = false;
    let wordCount = 0;
    for (const text of analysed.source) {
      for (const word of text.words) {
        const number = countWord(word);
        if (seenInSource.at(number) === mark) continue;
        seenInSource.set(number, mark);
        wordCount++;
      }
      countRest(text, withPairs);
    }
    for (const token of analysed.tokens) countWord(token);
    inTranslation = true;
    for (const text of analysed.translation) {
      for (const word of text.words) countWord(word);
      countRest(text, withPairs);
    }
    for (const { terms: cueTerms } of cues) for (const term of cueTerms) countTerm(term);
    return {
      termText: analysed.termText,
      normalised: [analysed.normalised, ...cues.map(({ normalised }) => normalised)].join('\n'),
      wordCount,
      traits: analysed.traits,
    };
  };
  return { terms, counts, translatedOnly, posted, postedAt, take };
}

/** A text in which the single units of a term text are its words and its characters, and the pairs its bigrams. */
const PLAIN = /^[\u4E00-\u9FFF\n -~\u3001\u3002\u2026\u2014\u3008-\u3011]*$/;
/** The counts of a term in some passages: with it, and only in a translation or a cue. */
export type TermCounts = Map<string, { count: number; translatedOnly: number }>;

/** Counts the terms of passages, as they were counted when they were indexed. Pauses after each. */
export function* termCountSteps(documents: readonly SearchDocument[], parts: ShardParts): Steps<TermCounts> {
  const { terms, counts, translatedOnly, take } = counting();
  for (const document of documents) {
    take(document, parts);
    yield;
  }
  const found: TermCounts = new Map();
  for (const [term, number] of terms.entries()) {
    found.set(term, { count: counts.at(number), translatedOnly: translatedOnly.at(number) });
    if (number % 1000 === 0) yield;
  }
  return found;
}
