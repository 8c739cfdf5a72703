import { type Dictionary, NO_DICTIONARY } from '../language/dictionary.ts';
import { type NotionFinder, notionFinderOf } from '../language/notions.ts';
import { bigrams, hasHan } from '../language/text.ts';
import type { Steps } from '../steps.ts';
import { CHINESE, type SearchHints, traitOf } from './analyse.ts';
import type { AnswerKind } from './answer-kinds.ts';
import { type Conversations, conversationSteps } from './conversation.ts';
import type { IndexStats, SearchDocument } from './document.ts';
import { type HintIndex, NO_HINTS } from './hint-index.ts';
import { type JointTerms, jointTerms, type PlacedShard } from './joint-terms.ts';

/** An index of passages. A passage's position is its place in `passages`, from 0. */
export interface SearchIndex extends Pick<JointTerms, 'words' | 'positionsOf' | 'isCommon' | 'similarWords'> {
  /** What all of it is put together from. */
  shards: readonly PlacedShard[];
  /** The passages' cues, and the questions that they answer. */
  hintIndex: HintIndex;
  passages: readonly SearchDocument[];
  stats: IndexStats;
  /** A passage's hints; empty if it has none. */
  hints(position: number): SearchHints;
  /** Whether any passage has cues, or answers a moderator's question. */
  hasHints: boolean;
  /** Whether a passage contains every one of these kinds of answer. */
  hasAnswerKinds(position: number, kinds: readonly AnswerKind[]): boolean;
  /** Whether a passage's own text contains Chinese. */
  isChinese(position: number): boolean;
  /** How many different words a passage has, relative to the mean, which is 1. */
  relativeLength(position: number): number;
  /** Finds the notions declared for these passages. */
  notionFinder: NotionFinder;
  /** For questions in the other language; not read before it is needed. */
  dictionary: () => Dictionary;
  /** How many passages contain a term; at most how many, for three or more Chinese characters that are not a word. */
  frequency(term: string): number;
  /** How many of these contain it in their own text, not only in a translation or a cue. */
  textFrequency(term: string): number;
  /**
   * How rare a term is: BM25's inverse document frequency, ln(1 + (N - n + 0.5) / (n + 0.5)), for a term that
   * n of N passages contain.
   */
  rarity(term: string): number;
  /** Whether any passage contains a term. */
  hasTerm(term: string): boolean;
  /** Null unless every seminar of the index is a conversation. */
  conversations: Conversations | null;
}

/** What an index is built from besides its passages; by default no notions and no dictionary. */
export type IndexParts = Partial<Pick<SearchIndex, 'notionFinder' | 'dictionary'>> & {
  /** Cues and questions that are analysed already, with the same notions. */
  knownHints?: HintIndex['analysed'];
};

/**
 * Puts an index together. Pauses after some passages.
 * @param shards which together have each of these passages once
 */
export function* searchIndexSteps(
  passages: readonly SearchDocument[],
  shards: readonly PlacedShard[],
  hintIndex: HintIndex,
  { notionFinder = notionFinderOf([]), dictionary = () => NO_DICTIONARY }: IndexParts,
): Steps<SearchIndex> {
  const stats = yield* statsSteps(passages.length, shards);
  const { wordCounts, traits } = stats;
  const terms = jointTerms(shards, passages.length);
  const meanWords = wordCounts.reduce((sum, count) => sum + count, 0) / (passages.length || 1) || 1;
  yield;
  const frequency = (term: string) => {
    const count = terms.count(term);
    if (count > 0 || term.length < 3 || !hasHan(term)) return count;
    return Math.min(...bigrams(term).map(terms.count));
  };
  const rarity = (term: string) => inverseFrequency(passages.length, frequency(term));
  return {
    shards,
    hintIndex,
    passages,
    stats,
    hints: (position) => hintIndex.hints.get(position) ?? NO_HINTS,
    hasHints: hintIndex.hints.size > 0,
    hasAnswerKinds: (position, kinds) => kinds.every((kind) => (traits[position] ?? 0) & traitOf(kind)),
    isChinese: (position) => ((traits[position] ?? 0) & CHINESE) !== 0,
    relativeLength: (position) => (wordCounts[position] ?? 0) / meanWords,
    notionFinder,
    dictionary,
    frequency,
    textFrequency: (term) => frequency(term) - terms.translatedOnly(term),
    rarity,
    hasTerm: (term) => terms.count(term) > 0,
    words: terms.words,
    positionsOf: terms.positionsOf,
    isCommon: terms.isCommon,
    similarWords: terms.similarWords,
    conversations: yield* conversationSteps(passages, stats, rarity),
  };
}

/** So many passages are gone through before a pause. */
const PASSAGES_TOGETHER = 2000;

function* statsSteps(size: number, shards: readonly PlacedShard[]): Steps<IndexStats> {
  const stats: IndexStats = {
    termTexts: new Array<string>(size).fill(''),
    wordCounts: new Array<number>(size).fill(0),
    traits: new Array<number>(size).fill(0),
  };
  for (const { shard, positions } of shards) {
    for (let place = 0; place < positions.length; place++) {
      if (place % PASSAGES_TOGETHER === 0) yield;
      const position = positions[place] ?? -1;
      const passage = shard.passages[place];
      if (position < 0 || !passage) continue;
      stats.termTexts[position] = passage.termText;
      stats.wordCounts[position] = passage.wordCount;
      stats.traits[position] = passage.traits;
    }
  }
  return stats;
}

/**
 * BM25's inverse document frequency, always above 0.
 * @param size how many passages there are
 * @param containing how many of them contain the term
 */
export function inverseFrequency(size: number, containing: number): number {
  return Math.log(1 + (size - containing + 0.5) / (containing + 0.5));
}
