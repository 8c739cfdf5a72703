import { type NotionFinder, notionFinderOf } from '../language/notions.ts';
import { isStopWord } from '../language/text.ts';
import { runToEnd, type Steps } from '../steps.ts';
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
import { type IndexStats, noStats, type SearchDocument } from './document.ts';
import { type Field, PiecewiseMiniSearch } from './piecewise-mini-search.ts';
import { type IndexParts, indexTerm, type SearchIndex, searchIndexOf } from './search-index.ts';

/**
 * Builds the index of passages. Words of the text and of the translation share one field; cues and the
 * question before a passage have fields of their own, which cost nothing for a passage that has none. Chinese
 * bigrams are only counted, for scoring: as a field they took three fifths of the memory and most of the time
 * of a question.
 */
export function buildSearchIndex(passages: readonly SearchDocument[], parts: IndexParts = {}): SearchIndex {
  return runToEnd(indexSteps(passages, parts));
}

/** `buildSearchIndex`, pausing after each passage. */
export function* indexSteps(passages: readonly SearchDocument[], parts: IndexParts = {}): Steps<SearchIndex> {
  const { stats, fields, hints } = yield* analysisSteps(passages, parts.notionFinder ?? notionFinderOf([]));
  const mini = yield* miniSearchSteps(fields, stats);
  return searchIndexOf(passages, stats, mini, parts, hints);
}

/** What is known of passages once each has been analysed; `stats.common` is still empty. */
interface Analysis {
  stats: IndexStats;
  /** For each passage: the text of every field, with `WORD_BREAK` between words. */
  fields: Record<Field, string>[];
  /** By position, for the passages that have any. */
  hints: Map<number, SearchHints>;
}

function* analysisSteps(passages: readonly SearchDocument[], notionFinder: NotionFinder): Steps<Analysis> {
  const stats = noStats();
  const fields: Analysis['fields'] = [];
  const hints: Analysis['hints'] = new Map();
  const questions = new Map<string, AnalysedHint>();
  // Only cues are compared by pairs of stems, and there are many of those.
  const hasCues = passages.some(({ cues }) => cues && cues.length > 0);
  const isCounted = (term: string) => hasCues || !isPairOfStems(term);

  for (const [position, passage] of passages.entries()) {
    const { words, wordCount, textTerms, translationTerms, termText, traits } = analysePassage(
      passage,
      notionFinder,
    );
    const cues = (passage.cues ?? []).map((cue) => analyseHint(cue, notionFinder));
    // Several passages may answer the same question.
    const question = passage.precedingQuestion
      ? (questions.get(passage.precedingQuestion) ?? analyseHint(passage.precedingQuestion, notionFinder))
      : null;
    if (passage.precedingQuestion && question) questions.set(passage.precedingQuestion, question);
    fields.push({
      words: words.join(WORD_BREAK),
      cues: joinHints(cues),
      precedingQuestion: joinHints(question ? [question] : []),
    });
    if (cues.length > 0 || question) {
      hints.set(
        position,
        searchHintsOf(
          cues.map(({ terms }) => terms),
          question?.terms,
        ),
      );
    }
    stats.termTexts.push(termText);
    stats.wordCounts.push(wordCount);
    stats.traits.push(traits);
    for (const cue of cues) for (const term of cue.terms) translationTerms.add(term);
    for (const term of textTerms) if (isCounted(term)) increment(stats.frequency, term);
    for (const term of translationTerms) {
      if (textTerms.has(term) || !isCounted(term)) continue;
      increment(stats.frequency, term);
      increment(stats.translatedOnly, term);
    }
    yield;
  }
  return { stats, fields, hints };
}

/** Puts rare terms into MiniSearch, and common ones into `stats.common`. */
function* miniSearchSteps(
  fields: Analysis['fields'],
  { frequency, common }: IndexStats,
): Steps<PiecewiseMiniSearch> {
  const commonFrom = Math.max(COMMON_PASSAGES, COMMON_SHARE * fields.length);
  const isCommon = (term: string) => (frequency.get(term) ?? 0) > commonFrom;
  const mini = new PiecewiseMiniSearch();
  for (const [position, { words, cues, precedingQuestion }] of fields.entries()) {
    const rare: string[] = [];
    for (const term of words.split(WORD_BREAK)) {
      // Questions have no stop words, which are much of what there is to index.
      if (isStopWord(term)) continue;
      if (isCommon(term)) setBit(common, term, position, fields.length);
      else rare.push(indexTerm(term));
    }
    mini.add({ id: position, words: rare.join(WORD_BREAK), cues, precedingQuestion });
    yield;
  }
  return mini;
}

function setBit(common: Map<string, Uint8Array>, term: string, position: number, size: number): void {
  const bits = common.get(term) ?? new Uint8Array(Math.ceil(size / 8));
  common.set(term, bits);
  bits[position >> 3] = (bits[position >> 3] ?? 0) | (1 << (position & 7));
}

function increment(counts: Map<string, number>, term: string): void {
  counts.set(term, (counts.get(term) ?? 0) + 1);
}

function isPairOfStems(term: string): boolean {
  return term.includes(' ');
}
