import type MiniSearch from 'minisearch';
import type { Options as MiniSearchOptions } from 'minisearch';
import { type Dictionary, NO_DICTIONARY } from '../language/dictionary.ts';
import { type Terms, termsOf } from '../language/notions.ts';
import { bigrams, hasHan } from '../language/text.ts';
import { analyseHint, CHINESE, KINDS, type SearchHints, searchHintsOf, WORD_BREAK } from './analyse.ts';
import type { AnswerKind } from './answer-kinds.ts';
import { type Conversation, conversationOf, isConversation } from './conversation.ts';
import type { IndexStats, SearchDocument } from './document.ts';

export interface SearchIndex {
  /** Finds passages by their position in `passages`. */
  mini: MiniSearch<PlacedDocument>;
  passages: readonly SearchDocument[];
  stats: IndexStats;
  hints(position: number): SearchHints;
  /** Whether a passage has every one of these kinds of answer. */
  hasKinds(position: number, kinds: readonly AnswerKind[]): boolean;
  /** How many different words a passage has, where 1 is the mean. */
  relativeLength(position: number): number;
  /** Whether a passage's own text has Chinese characters. */
  isChinese(position: number): boolean;
  /** Whether any passage has cues or a question before it. */
  hasHints: boolean;
  /** The notions declared for these passages. */
  terms: Terms;
  /** For questions in the other language; read when first needed. */
  dictionary: () => Dictionary;
  /** How many passages hold a term; for Chinese of three characters or more that is no word: at most how many. */
  frequency(term: string): number;
  /** How many of these hold it in their own text. */
  ownFrequency(term: string): number;
  /**
   * How much a term tells: BM25's inverse document frequency, ln(1 + (N - n + 0.5) / (n + 0.5)), highest for a
   * term that no passage holds.
   */
  rarity(term: string): number;
  /** Whether any passage holds a term. */
  knows(term: string): boolean;
  /** What is to know of a conversation of many short turns; null where the passages are none. */
  conversation: Conversation | null;
}

/** A passage as MiniSearch gets it: by its position, since numbers take less room than ids, and load faster. */
export interface PlacedDocument extends Record<Field, string> {
  id: number;
}

const FIELDS = ['words', 'cues', 'precedingQuestion'] as const;
export type Field = (typeof FIELDS)[number];
/**
 * Stands before Chinese terms in MiniSearch, so that they are one branch of its tree: a search for words like a Latin one
 * leaves it after four letters that differ, and need not go through them all.
 */
const CHINESE_BRANCH = '\u00b7\u00b7\u00b7\u00b7';

/** What an index takes besides its passages. */
export type IndexParts = Partial<Pick<SearchIndex, 'terms' | 'dictionary'>>;

/**
 * An index of what was counted and kept.
 * @param hints those that are cut already
 */
export function searchIndexOf(
  passages: readonly SearchDocument[],
  stats: IndexStats,
  mini: SearchIndex['mini'],
  { terms = termsOf([]), dictionary = () => NO_DICTIONARY }: IndexParts,
  hints = new Map<number, SearchHints>(),
): SearchIndex {
  const { wordCounts, traits, frequency: counted, translatedOnly: countedInTranslationOnly } = stats;
  const usual = wordCounts.reduce((sum, count) => sum + count, 0) / (passages.length || 1) || 1;
  const frequency = (term: string) => {
    const count = counted.get(term);
    if (count !== undefined || term.length < 3 || !hasHan(term)) return count ?? 0;
    return Math.min(...bigrams(term).map((pair) => counted.get(pair) ?? 0));
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
          cues.map((cue) => analyseHint(cue, terms).terms),
          analyseHint(precedingQuestion ?? '', terms).terms,
        );
      hints.set(position, known);
      return known;
    },
    hasKinds: (position, kinds) =>
      kinds.every((kind) => (traits[position] ?? 0) & (1 << KINDS.indexOf(kind))),
    isChinese: (position) => ((traits[position] ?? 0) & CHINESE) !== 0,
    hasHints: passages.some(({ cues, precedingQuestion }) => precedingQuestion || (cues && cues.length > 0)),
    relativeLength: (position) => (wordCounts[position] ?? 0) / usual,
    terms,
    dictionary,
    frequency,
    ownFrequency: (term) => frequency(term) - (countedInTranslationOnly.get(term) ?? 0),
    rarity,
    knows: (term) => counted.has(term),
    conversation: isConversation(passages, stats) ? conversationOf(passages, stats, rarity) : null,
  };
}

const NO_HINTS = searchHintsOf([]);

/** How MiniSearch takes passages; it has to be told again when it is loaded. */
export const MINI_OPTIONS: MiniSearchOptions<PlacedDocument> = {
  fields: [...FIELDS],
  // A field that is not there takes no room.
  extractField: (document: PlacedDocument, field: string) =>
    (field === 'id' ? document.id : document[field as Field] || undefined) as string,
  tokenize: (joined: string) => joined.split(WORD_BREAK),
  processTerm: (term: string) => term,
};

/** A term as MiniSearch has it in the field of words. */
export function indexTerm(term: string): string {
  return hasHan(term) ? CHINESE_BRANCH + term : term;
}

/** BM25's inverse document frequency of what `holding` of `size` passages have, above 0. */
export function inverseFrequency(size: number, holding: number): number {
  return Math.log(1 + (size - holding + 0.5) / (holding + 0.5));
}
