import type { Steps } from '../steps.ts';
import { type IndexStats, noStats, type SearchDocument } from './document.ts';
import { type MiniHead, PiecewiseMiniSearch, type Postings } from './piecewise-mini-search.ts';
import { type IndexParts, type SearchIndex, searchIndexOf } from './search-index.ts';

/** A piece of a snapshot: plain data that is made, written, read and taken over in a few milliseconds. */
export type IndexPiece =
  | { kind: 'head'; head: MiniHead }
  | {
      kind: 'passages';
      /** All term texts, joined by `SNAPSHOT_BREAK`. */
      termTexts: string;
      wordCounts: number[];
      traits: number[];
      fieldLengths: number[][];
    }
  | {
      kind: 'frequency' | 'translatedOnly';
      /** All terms, joined by `SNAPSHOT_BREAK`: one long text is read several times faster than many short ones. */
      terms: string;
      /** The count of each term, in the same order. */
      counts: number[];
    }
  /** Common terms with their bits in Base64. */
  | { kind: 'common'; bits: [term: string, bits: string][] }
  | { kind: 'postings'; postings: [term: string, postings: Postings][] };

/** How much is in one piece: each then has at most a few hundred kilobytes. */
const PIECE = { passages: 500, counts: 5000, commonBytes: 200_000, postings: 5000 };

/** A character that no term and no term text contains. */
const SNAPSHOT_BREAK = '\u0001';

/** The pieces of an index: everything in it that takes long to compute. Each is made when it is asked for. */
export function* piecesOf({ mini, stats, passages }: SearchIndex): Generator<IndexPiece> {
  const { termTexts, wordCounts, traits, frequency, translatedOnly, common } = stats;
  yield { kind: 'head', head: mini.head };
  for (let from = 0; from < passages.length; from += PIECE.passages) {
    const to = Math.min(passages.length, from + PIECE.passages);
    yield {
      kind: 'passages',
      termTexts: termTexts.slice(from, to).join(SNAPSHOT_BREAK),
      wordCounts: wordCounts.slice(from, to),
      traits: traits.slice(from, to),
      fieldLengths: Array.from({ length: to - from }, (_, at) => mini.fieldLengths(from + at)),
    };
  }
  for (const [kind, counted] of [
    ['frequency', frequency] as const,
    ['translatedOnly', translatedOnly] as const,
  ]) {
    for (const counts of grouped(counted, PIECE.counts)) {
      const terms = counts.map(([term]) => term).join(SNAPSHOT_BREAK);
      yield { kind, terms, counts: counts.map(([, count]) => count) };
    }
  }
  for (const terms of grouped(common, PIECE.commonBytes, ([, bits]) => bits.length)) {
    yield { kind: 'common', bits: terms.map(([term, bits]) => [term, Buffer.from(bits).toString('base64')]) };
  }
  const countOf = ([, postings]: [string, Postings]) =>
    Object.values(postings).reduce((total, counts) => total + Object.keys(counts).length, 1);
  for (const postings of grouped(mini.postings(), PIECE.postings, countOf)) {
    yield { kind: 'postings', postings };
  }
}

/** So many of some items at a time that their sizes reach a sum, and what is left over. */
function* grouped<T>(items: Iterable<T>, together: number, sizeOf = (_: T) => 1): Generator<T[]> {
  let group: T[] = [];
  let size = 0;
  for (const item of items) {
    group.push(item);
    size += sizeOf(item);
    if (size < together) continue;
    yield group;
    group = [];
    size = 0;
  }
  if (group.length > 0) yield group;
}

/**
 * Puts an index together from its pieces, pausing after each.
 * @param pieces of these passages, in this order, with the same notions; they return whether they are whole
 * @returns null if they are not
 */
export function* restoreSteps(
  pieces: Generator<IndexPiece, boolean>,
  passages: readonly SearchDocument[],
  parts: IndexParts = {},
): Steps<SearchIndex | null> {
  const mini = new PiecewiseMiniSearch();
  const stats = noStats();
  try {
    let piece = pieces.next();
    for (; !piece.done; piece = pieces.next()) {
      take(piece.value, stats, mini);
      yield;
    }
    const isWhole = piece.value && stats.termTexts.length === passages.length;
    return isWhole ? searchIndexOf(passages, stats, mini, parts) : null;
  } catch {
    // Whether a piece is damaged is known for certain only at the end of all.
    return null;
  } finally {
    pieces.return(false);
  }
}

function take(piece: IndexPiece, stats: IndexStats, mini: PiecewiseMiniSearch): void {
  switch (piece.kind) {
    case 'head':
      mini.head = piece.head;
      break;
    case 'passages':
      for (const lengths of piece.fieldLengths) mini.addLengths(mini.documentCount, lengths);
      stats.termTexts.push(...piece.termTexts.split(SNAPSHOT_BREAK));
      stats.wordCounts.push(...piece.wordCounts);
      stats.traits.push(...piece.traits);
      break;
    case 'frequency':
    case 'translatedOnly': {
      const names = piece.terms.split(SNAPSHOT_BREAK);
      for (const [at, count] of piece.counts.entries()) stats[piece.kind].set(names[at] ?? '', count);
      break;
    }
    case 'common':
      for (const [term, bits] of piece.bits) stats.common.set(term, Buffer.from(bits, 'base64'));
      break;
    case 'postings':
      for (const [term, postings] of piece.postings) mini.addPostings(term, postings);
  }
}
