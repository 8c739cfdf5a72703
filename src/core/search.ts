import type { SearchResult } from 'minisearch';
import { type Question, understand } from './question.ts';
import type { IndexedDocument, SearchDocument, SearchIndex } from './search-index.ts';
import { bigrams, hasHan, isStopWord } from './text.ts';
import { CUE_HELD, NAME_WEIGHT, SETTINGS, type Settings, UNMET_FACTOR } from './tuning.ts';

export interface Query {
  question: string;
  /** The question with its capitals, where `question` has lost them. */
  asWritten?: string | undefined;
  /** Only passages of this speaker (canonical name): never one without a named speaker. */
  speaker?: string | undefined;
  /** Only passages of this seminar. */
  seminar?: string | undefined;
}

export interface Hit {
  /** The passage's id. */
  id: string;
  /** Above 0; only the order within one question means anything. */
  score: number;
  /** How much of what the question asks the passage holds, 0 to 1, weighed by rarity; names count most. */
  coverage: number;
  /** Which sentence of the passage holds most of the question, from 0. */
  sentence: number;
}

/**
 * Ranks passages for a question, best first: speakers' passages, then the publisher's commentary. Whether the
 * best is good enough to show is for `answer` to say.
 * @returns at most `secondLook` hits; none where the question is nothing but stop words
 */
export function search(index: SearchIndex, query: Query, settings: Settings = SETTINGS): Hit[] {
  const question = understand(query.question, index.terms, query.asWritten);
  const candidates = firstLook(index, question, query, settings);
  const best = candidates[0]?.score ?? 1;
  return candidates
    .slice(0, settings.secondLook)
    .map(({ document, score }) => {
      const sentence = bestShare(index, question, document.sentenceTerms);
      const cue = Math.max(0, ...document.cueTerms.map((cueTerms) => likeness(index, question, cueTerms)));
      const closeness = settings.sentenceShare * sentence.share + settings.cueShare * cue;
      const factor = document.moderatorQuestion ? settings.moderatorQuestion : 1;
      return {
        id: document.id,
        score: (score / best + closeness) * factor,
        coverage: coverage(index, question, document),
        sentence: sentence.index,
      };
    })
    .sort((a, b) => rank(index, a.id) - rank(index, b.id) || b.score - a.score);
}

/** The publisher's words come after everybody else's. */
function rank(index: SearchIndex, id: string): number {
  return index.documents.get(id)?.editorial ? 1 : 0;
}

interface Candidate {
  document: IndexedDocument;
  score: number;
}

function firstLook(
  index: SearchIndex,
  question: Question,
  { speaker, seminar }: Query,
  settings: Settings,
): Candidate[] {
  const wanted = (document: SearchDocument | undefined) =>
    (speaker === undefined || document?.speaker === speaker) &&
    (seminar === undefined || document?.seminar === seminar);
  const terms = [...new Set([...question.words, ...question.bigrams])];
  const results = index.mini.search('', {
    tokenize: () => terms,
    processTerm: (term) => term,
    bm25: settings.bm25,
    boost: settings.weights,
    fields: Object.entries(settings.weights).flatMap(([field, weight]) => (weight > 0 ? [field] : [])),
    filter: ({ id }) => wanted(index.documents.get(id)),
  });
  return results
    .map((result) => ({ document: index.documents.get(result.id), score: bm25Sum(result, settings) }))
    .filter((candidate): candidate is Candidate => candidate.document !== undefined)
    .sort((a, b) => b.score - a.score);
}

function bm25Sum({ score, queryTerms }: SearchResult, { matchedTermsDividedOut }: Settings): number {
  return matchedTermsDividedOut ? score / (queryTerms.length || 1) : score;
}

/** Which of several sets of terms holds the largest share of the question, weighed by rarity. */
function bestShare(index: SearchIndex, question: Question, sets: readonly ReadonlySet<string>[]) {
  const asked = new Set([...question.bigrams, ...question.words.filter((word) => !hasHan(word))]);
  const total = sum([...asked].map(index.rarity)) || 1;
  let best = { index: 0, share: 0 };
  for (const [at, held] of sets.entries()) {
    const share = sum([...asked].filter((term) => held.has(term)).map(index.rarity)) / total;
    if (share > best.share) best = { index: at, share };
  }
  return best;
}

/** How alike a question and a cue are, 0 to 1: the cosine of their terms, weighed by rarity. */
function likeness(index: SearchIndex, question: Question, cue: ReadonlySet<string>): number {
  const square = (term: string) => index.rarity(term) ** 2;
  const asked = [...question.bigrams, ...question.words.filter((word) => !hasHan(word))];
  const common = sum(asked.filter((term) => cue.has(term)).map(square));
  if (common === 0) return 0;
  const told = [...cue].filter((term) => !isStopWord(term) && (!hasHan(term) || term.length === 2));
  return common / Math.sqrt(sum(asked.map(square)) * sum(told.map(square)));
}

/** The share of the question's notions that a passage holds. */
function coverage(index: SearchIndex, { notions, expected }: Question, document: IndexedDocument): number {
  let total = 0;
  let held = 0;
  for (const { term, isName } of notions) {
    const parts = partsOf(term, index);
    const weight = mean(parts.map(index.rarity)) * (isName ? NAME_WEIGHT : 1);
    total += weight;
    held += weight * mean(parts.map((part) => heldBy(document, part)));
  }
  const met = expected.every((kind) => document.meets.has(kind));
  return (held / (total || 1)) * (met ? 1 : UNMET_FACTOR);
}

function heldBy({ terms, cueTerms, askedTerms }: IndexedDocument, term: string): number {
  if (terms.has(term)) return 1;
  if (askedTerms.has(term) || cueTerms.some((cue) => cue.has(term))) return CUE_HELD;
  return 0;
}

/** A notion that no passage has as a word is judged by its bigrams, so that a Chinese word half held counts half. */
function partsOf(term: string, index: SearchIndex): string[] {
  const pairs = bigrams(term);
  return index.knows(term) || pairs.length === 0 ? [term] : pairs;
}

function mean(numbers: readonly number[]): number {
  return sum(numbers) / (numbers.length || 1);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
