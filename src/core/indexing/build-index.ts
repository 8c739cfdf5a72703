import MiniSearch from 'minisearch';
import { termsOf } from '../language/notions.ts';
import { isStopWord } from '../language/text.ts';
import { COMMON_PASSAGES, COMMON_SHARE } from '../tuning.ts';
import {
  type AnalysedHint,
  analyseHint,
  analysePassage,
  joinHints,
  type SearchHints,
  searchHintsOf,
  WORD_BREAK,
} from './analyse.ts';
import type { IndexStats, SearchDocument } from './document.ts';
import {
  type Field,
  type IndexParts,
  indexTerm,
  MINI_OPTIONS,
  type PlacedDocument,
  type SearchIndex,
  searchIndexOf,
} from './search-index.ts';
import { runToEnd } from './steps.ts';

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

function isPairOfStems(term: string): boolean {
  return term.includes(' ');
}
