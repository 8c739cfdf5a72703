import MiniSearch, { type Options as MiniSearchOptions } from 'minisearch';
import { type Dictionary, NO_DICTIONARY } from '../language/dictionary.ts';
import { type Terms, termsOf } from '../language/notions.ts';
import { bigrams, hasHan, isStopWord } from '../language/text.ts';
import { COMMON_PASSAGES, COMMON_SHARE } from '../tuning.ts';
import {
  type AnalysedHint,
  analyseHint,
  analysePassage,
  CHINESE,
  joinHints,
  KINDS,
  type SearchHints,
  searchHintsOf,
  WORD_BREAK,
} from './analyse.ts';
import type { Expectation } from './answer-kinds.ts';
import { type Conversation, conversationOf, isConversation } from './conversation.ts';
import type { IndexStats, SearchDocument } from './document.ts';
import { runToEnd } from './steps.ts';

export interface SearchIndex {
  /** Finds passages by their position in `passages`. */
  mini: MiniSearch<PlacedDocument>;
  passages: readonly SearchDocument[];
  documents: ReadonlyMap<string, SearchDocument>;
  stats: IndexStats;
  hints(position: number): SearchHints;
  /** Whether a passage has every one of these kinds of answer. */
  meets(position: number, kinds: readonly Expectation[]): boolean;
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
type Field = (typeof FIELDS)[number];
/**
 * Stands before Chinese terms in MiniSearch, so that they are one branch of its tree: a search for words like a Latin one
 * leaves it after four letters that differ, and need not go through them all.
 */
const CHINESE_BRANCH = '\u00b7\u00b7\u00b7\u00b7';

/** What an index takes besides its passages. */
export type IndexParts = Partial<Pick<SearchIndex, 'terms' | 'dictionary'>>;

/**
 * Builds the index: one field of words. Chinese bigrams are only counted, for scoring: as a field of their own
 * they took three fifths of the memory and most of the time of a question. Translation, cues and the question before
 * are fields of their own, which cost nothing where a passage has none.
 */
export function buildSearchIndex(passages: readonly SearchDocument[], parts: IndexParts = {}): SearchIndex {
  return runToEnd(indexSteps(passages, parts));
}

/** `buildSearchIndex`, pausing after each passage. */
export function* indexSteps(
  passages: readonly SearchDocument[],
  parts: IndexParts = {},
): Generator<void, SearchIndex> {
  const { terms = termsOf([]) } = parts;
  const stats: IndexStats = {
    termTexts: [],
    wordCounts: [],
    traits: [],
    frequency: new Map(),
    translatedOnly: new Map(),
    common: new Map(),
  };
  /** What each passage is found by, words behind one another. */
  const found: Record<Field, string>[] = [];
  const questions = new Map<string, AnalysedHint>();
  const hints = new Map<number, SearchHints>();
  const hasCues = passages.some(({ cues }) => cues && cues.length > 0);
  for (const passage of passages) {
    const cut = analysePassage(passage, terms);
    const cues = (passage.cues ?? []).map((cue) => analyseHint(cue, terms));
    // Several passages answer one question.
    const asked = passage.precedingQuestion
      ? (questions.get(passage.precedingQuestion) ?? analyseHint(passage.precedingQuestion, terms))
      : null;
    if (passage.precedingQuestion && asked) questions.set(passage.precedingQuestion, asked);
    found.push({
      words: cut.words.join(WORD_BREAK),
      cues: joinHints(cues),
      precedingQuestion: joinHints(asked ? [asked] : []),
    });
    if (cues.length > 0 || asked) {
      hints.set(
        found.length - 1,
        searchHintsOf(
          cues.map((cue) => cue.terms),
          asked?.terms,
        ),
      );
    }
    stats.termTexts.push(cut.termText);
    stats.wordCounts.push(cut.wordCount);
    stats.traits.push(cut.traits);
    // Only cues are compared by pairs of stems, which are many.
    const isCounted = (term: string) => hasCues || !isPairOfStems(term);
    const { own, translated } = cut;
    for (const cue of cues) for (const term of cue.terms) translated.add(term);
    for (const term of own) if (isCounted(term)) countIn(stats.frequency, term);
    for (const term of translated) {
      if (own.has(term) || !isCounted(term)) continue;
      countIn(stats.frequency, term);
      countIn(stats.translatedOnly, term);
    }
    yield;
  }
  const commonFrom = Math.max(COMMON_PASSAGES, COMMON_SHARE * passages.length);
  const isCommon = (term: string) => (stats.frequency.get(term) ?? 0) > commonFrom;
  const mini = new MiniSearch<PlacedDocument>(MINI_OPTIONS);
  for (const [position, { words, cues, precedingQuestion }] of found.entries()) {
    const rare: string[] = [];
    for (const term of words.split(WORD_BREAK)) {
      // No question asks for a stop word, and they are much of what there is to index.
      if (isStopWord(term)) continue;
      if (isCommon(term)) setBit(stats.common, term, position, passages.length);
      else rare.push(indexTerm(term));
    }
    mini.add({ id: position, words: rare.join(WORD_BREAK), cues, precedingQuestion });
    yield;
  }
  return searchIndexOf(passages, stats, mini, parts, hints);
}

function setBit(common: Map<string, Uint8Array>, term: string, position: number, size: number): void {
  const bits = common.get(term) ?? new Uint8Array(Math.ceil(size / 8));
  common.set(term, bits);
  bits[position >> 3] = (bits[position >> 3] ?? 0) | (1 << (position & 7));
}

function countIn(counts: Map<string, number>, term: string): void {
  counts.set(term, (counts.get(term) ?? 0) + 1);
}

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
    documents: new Map(passages.map((passage) => [passage.id, passage])),
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
    meets: (position, kinds) => kinds.every((kind) => (traits[position] ?? 0) & (1 << KINDS.indexOf(kind))),
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

function isPairOfStems(term: string): boolean {
  return term.includes(' ');
}

/** A term as MiniSearch has it in the field of words. */
export function indexTerm(term: string): string {
  return hasHan(term) ? CHINESE_BRANCH + term : term;
}

/** BM25's inverse document frequency of what `holding` of `size` passages have, above 0. */
export function inverseFrequency(size: number, holding: number): number {
  return Math.log(1 + (size - holding + 0.5) / (holding + 0.5));
}
