import type { SearchResult } from 'minisearch';
import type { IndexedDocument, SearchDocument, SearchIndex } from './search-index.ts';
import { bigrams, hasHan, type QuestionTerms, questionTerms } from './text.ts';
import { BM25, SECOND_LOOK, SENTENCE_SHARE_WEIGHT } from './tuning.ts';

export interface Query {
  question: string;
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
  /** How much of what the question asks the passage holds, 0 to 1, weighed by rarity. */
  coverage: number;
  /** Which sentence of the passage holds most of the question, from 0. */
  sentence: number;
}

/**
 * Ranks passages for a question, best first: speakers' passages, then the publisher's commentary. Whether the
 * best is good enough to show is for `answer` to say.
 * @returns at most `SECOND_LOOK` hits; none where the question is nothing but stop words
 */
export function search(index: SearchIndex, query: Query): Hit[] {
  const terms = questionTerms(query.question);
  const candidates = firstLook(index, terms, query);
  const best = candidates[0]?.score ?? 1;
  const hits = candidates.slice(0, SECOND_LOOK).map(({ document, score }) => {
    const sentence = bestSentence(index, terms, document);
    return {
      id: document.id,
      score: score / best + SENTENCE_SHARE_WEIGHT * sentence.share,
      coverage: coverage(index, terms, document),
      sentence: sentence.index,
      editorial: document.editorial === true,
    };
  });
  return hits
    .sort((a, b) => Number(a.editorial) - Number(b.editorial) || b.score - a.score)
    .map(({ editorial: _, ...hit }) => hit);
}

interface Candidate {
  document: IndexedDocument;
  score: number;
}

function firstLook(index: SearchIndex, terms: QuestionTerms, { speaker, seminar }: Query): Candidate[] {
  const wanted = (document: SearchDocument | undefined) =>
    (speaker === undefined || document?.speaker === speaker) &&
    (seminar === undefined || document?.seminar === seminar);
  const all = [...new Set([...terms.words, ...terms.bigrams])];
  const results = index.mini.search('', {
    tokenize: () => all,
    processTerm: (term) => term,
    bm25: BM25,
    filter: ({ id }) => wanted(index.documents.get(id)),
  });
  return results
    .map((result) => ({ document: index.documents.get(result.id), score: bm25Sum(result) }))
    .filter((candidate): candidate is Candidate => candidate.document !== undefined)
    .sort((a, b) => b.score - a.score);
}

/**
 * MiniSearch multiplies the sum of BM25 scores by the number of matched terms, which favours long passages.
 * Dividing it out again is worth 1.2 points on the Chinese sets.
 */
function bm25Sum({ score, queryTerms }: SearchResult): number {
  return score / (queryTerms.length || 1);
}

/** The sentence that holds the largest share of the question's bigrams and Latin words, weighed by rarity. */
function bestSentence(index: SearchIndex, terms: QuestionTerms, document: IndexedDocument) {
  const asked = new Set([...terms.bigrams, ...terms.words.filter((word) => !hasHan(word))]);
  const total = sum([...asked].map(index.rarity)) || 1;
  let best = { index: 0, share: 0 };
  for (const [at, held] of document.sentenceTerms.entries()) {
    const share = sum([...asked].filter((term) => held.has(term)).map(index.rarity)) / total;
    if (share > best.share) best = { index: at, share };
  }
  return best;
}

/** The share of the question's notions that a passage holds, weighed by rarity. */
function coverage(index: SearchIndex, terms: QuestionTerms, document: IndexedDocument): number {
  const asked = terms.notions.length > 0 ? terms.notions : terms.words;
  const weights = asked.map((notion) => mean(partsOf(notion, index).map(index.rarity)));
  const held = asked.map((notion) =>
    mean(partsOf(notion, index).map((part) => Number(document.terms.has(part)))),
  );
  const total = sum(weights) || 1;
  return sum(weights.map((weight, at) => weight * (held[at] ?? 0))) / total;
}

/** A notion that no passage has as a word is judged by its bigrams, so that a Chinese word half held counts half. */
function partsOf(notion: string, index: SearchIndex): string[] {
  const pairs = bigrams(notion);
  return index.knows(notion) || pairs.length === 0 ? [notion] : pairs;
}

function mean(numbers: readonly number[]): number {
  return sum(numbers) / (numbers.length || 1);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
