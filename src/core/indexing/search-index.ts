import { type Dictionary, NO_DICTIONARY } from '../language/dictionary.ts';
import { type NotionFinder, notionFinderOf } from '../language/notions.ts';
import { bigrams, hasHan } from '../language/text.ts';
import { analyseHint, CHINESE, type SearchHints, searchHintsOf, traitOf } from './analyse.ts';
import type { AnswerKind } from './answer-kinds.ts';
import { type Conversations, conversationsIn } from './conversation.ts';
import type { IndexStats, SearchDocument } from './document.ts';
import type { PiecewiseMiniSearch } from './piecewise-mini-search.ts';

/** An index of passages. A passage's position is its place in `passages`, from 0. */
export interface SearchIndex {
  /** Finds passages by their positions. */
  mini: PiecewiseMiniSearch;
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
  /** Null if no seminar is a conversation. */
  conversations: Conversations | null;
}

/**
 * Comes before Chinese terms in MiniSearch, which puts them all in one branch of its tree: a fuzzy search for
 * a Latin word gives that branch up after four characters that differ, instead of going through all of it.
 */
const CHINESE_PREFIX = '\u00b7\u00b7\u00b7\u00b7';

/** What an index is built from besides its passages; by default no notions and no dictionary. */
export type IndexParts = Partial<Pick<SearchIndex, 'notionFinder' | 'dictionary'>>;

/**
 * Puts an index together.
 * @param stats of these passages, in this order
 * @param mini with these passages, in this order
 * @param hints by position, those that are analysed already; the others are analysed when they are needed
 */
export function searchIndexOf(
  passages: readonly SearchDocument[],
  stats: IndexStats,
  mini: SearchIndex['mini'],
  { notionFinder = notionFinderOf([]), dictionary = () => NO_DICTIONARY }: IndexParts,
  hints = new Map<number, SearchHints>(),
): SearchIndex {
  const { wordCounts, traits, frequency: counts, translatedOnly } = stats;
  const meanWords = wordCounts.reduce((sum, count) => sum + count, 0) / (passages.length || 1) || 1;
  const frequency = (term: string) => {
    const count = counts.get(term);
    if (count !== undefined || term.length < 3 || !hasHan(term)) return count ?? 0;
    return Math.min(...bigrams(term).map((pair) => counts.get(pair) ?? 0));
  };
  const rarity = (term: string) => inverseFrequency(passages.length, frequency(term));
  return {
    mini,
    passages,
    stats,
    hints: (position) => {
      const { cues = [], precedingQuestion } = passages[position] ?? {};
      if (cues.length === 0 && !precedingQuestion) return NO_HINTS;
      const known =
        hints.get(position) ??
        searchHintsOf(
          cues.map((cue) => analyseHint(cue, notionFinder).terms),
          analyseHint(precedingQuestion ?? '', notionFinder).terms,
        );
      hints.set(position, known);
      return known;
    },
    hasHints: passages.some(({ cues, precedingQuestion }) => precedingQuestion || (cues && cues.length > 0)),
    hasAnswerKinds: (position, kinds) => kinds.every((kind) => (traits[position] ?? 0) & traitOf(kind)),
    isChinese: (position) => ((traits[position] ?? 0) & CHINESE) !== 0,
    relativeLength: (position) => (wordCounts[position] ?? 0) / meanWords,
    notionFinder,
    dictionary,
    frequency,
    textFrequency: (term) => frequency(term) - (translatedOnly.get(term) ?? 0),
    rarity,
    hasTerm: (term) => counts.has(term),
    conversations: conversationsIn(passages, stats, rarity),
  };
}

const NO_HINTS = searchHintsOf([]);

/** A term as it is indexed in MiniSearch's field `words`. */
export function indexTerm(term: string): string {
  return hasHan(term) ? CHINESE_PREFIX + term : term;
}

/**
 * BM25's inverse document frequency, always above 0.
 * @param size how many passages there are
 * @param containing how many of them contain the term
 */
export function inverseFrequency(size: number, containing: number): number {
  return Math.log(1 + (size - containing + 0.5) / (containing + 0.5));
}
