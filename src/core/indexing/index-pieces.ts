import { notionFinderOf } from '../language/notions.ts';
import type { Steps } from '../steps.ts';
import type { AnalysedHint, KeptPassage } from './analyse.ts';
import type { SearchDocument } from './document.ts';
import { type GrowingNumbers, growingNumbers } from './growing-numbers.ts';
import { hintIndexSteps } from './hint-index.ts';
import type { PlacedShard } from './joint-terms.ts';
import { type IndexParts, type SearchIndex, searchIndexSteps } from './search-index.ts';
import { shardOfSteps, type TermCounts } from './shard.ts';
import { type TermNumbers, termNumbers } from './term-numbers.ts';

/** Terms with their counts: all terms joined by `SNAPSHOT_BREAK`, since one long text is read faster than many short ones. */
interface CountedTerms {
  terms: string;
  counts: number[];
  translatedOnly: number[];
}

/** Cues and questions, analysed: each has the numbers of its terms, counted from 0 in `terms`. */
interface HintPiece {
  kind: 'hints';
  /** These may contain anything. */
  texts: string[];
  /** All normalised texts, and all terms, joined by `SNAPSHOT_BREAK`. */
  normalised: string;
  terms: string;
  numbers: Record<'searched' | 'tokens' | 'terms', number[]>[];
}

/** A piece of a snapshot: plain data that is made, written, read and taken over in a few milliseconds. */
export type IndexPiece =
  /** Come before all others. */
  | HintPiece
  /** Comes before the pieces of each shard. */
  | { kind: 'shard' }
  | {
      kind: 'passages';
      /** Their positions in the index; -1 for those that are there no more. */
      positions: number[];
      /** All term texts, and all normalised texts, joined by `SNAPSHOT_BREAK`. */
      termTexts: string;
      normalised: string;
      wordCounts: number[];
      traits: number[];
    }
  /** For each term how many passages have it as a word, and the places of these, as 32-bit numbers in Base64. */
  | ({ kind: 'terms'; lengths: number[]; places: string } & CountedTerms)
  /** How often terms were counted in passages that are there no more. */
  | ({ kind: 'gone' } & CountedTerms);

/** How much is in one piece: each then has at most a few hundred kilobytes. */
const PIECE = { hints: 300, passages: 300, terms: 5000, places: 40_000 };

/** A character that no term, no term text and no normalised text contains. */
const SNAPSHOT_BREAK = '\u0001';

/** The pieces of an index: everything in it that takes long to compute. Each is made when it is asked for. */
export function* piecesOf({
  shards,
  hintIndex,
}: Pick<SearchIndex, 'shards' | 'hintIndex'>): Generator<IndexPiece> {
  const hints = grouped(hintIndex.analysed, () => PIECE.terms / PIECE.hints);
  for (const group of hints) yield hintPiece(group);
  for (const placed of shards) {
    yield { kind: 'shard' };
    yield* passagePieces(placed);
    yield* termPieces(placed);
    for (const group of grouped(placed.gone, () => 1)) {
      const counts = group.map(([, { count }]) => count);
      const translatedOnly = group.map(([, counted]) => counted.translatedOnly);
      yield { kind: 'gone', terms: joined(group.map(([term]) => term)), counts, translatedOnly };
    }
  }
}

function joined(texts: readonly string[]): string {
  return texts.join(SNAPSHOT_BREAK);
}

function hintPiece(hints: readonly [text: string, hint: AnalysedHint][]): HintPiece {
  const known = new Map<string, number>();
  const numberOf = (term: string) => {
    const number = known.get(term) ?? known.size;
    known.set(term, number);
    return number;
  };
  const numbers = hints.map(([, { searched, tokens, terms }]) => ({
    searched: searched.map(numberOf),
    tokens: tokens.map(numberOf),
    terms: Array.from(terms, numberOf),
  }));
  return {
    kind: 'hints',
    texts: hints.map(([text]) => text),
    normalised: joined(hints.map(([, { normalised }]) => normalised)),
    terms: joined([...known.keys()]),
    numbers,
  };
}

function* passagePieces({ shard, positions }: PlacedShard): Generator<IndexPiece> {
  for (let from = 0; from < shard.passages.length; from += PIECE.passages) {
    const passages = shard.passages.slice(from, from + PIECE.passages);
    yield {
      kind: 'passages',
      positions: Array.from(positions.subarray(from, from + passages.length)),
      termTexts: joined(passages.map(({ termText }) => termText)),
      normalised: joined(passages.map(({ normalised }) => normalised)),
      wordCounts: passages.map(({ wordCount }) => wordCount),
      traits: passages.map(({ traits }) => traits),
    };
  }
}

function* termPieces({ shard }: PlacedShard): Generator<IndexPiece> {
  const { terms, counts, translatedOnly, starts, places } = shard;
  const placesOf = (number: number) => places.subarray(starts[number], starts[number + 1]);
  for (const group of grouped(
    terms.entries(),
    ([, number]) => 1 + placesOf(number).length / (PIECE.places / PIECE.terms),
  )) {
    const numbers = group.map(([, number]) => number);
    const bytes = numbers.map((number) => {
      const { buffer, byteOffset, byteLength } = placesOf(number);
      return Buffer.from(buffer, byteOffset, byteLength);
    });
    yield {
      kind: 'terms',
      terms: joined(group.map(([term]) => term)),
      counts: numbers.map((number) => counts[number] ?? 0),
      translatedOnly: numbers.map((number) => translatedOnly[number] ?? 0),
      lengths: numbers.map((number) => placesOf(number).length),
      places: Buffer.concat(bytes).toString('base64'),
    };
  }
}

/** So many items at a time that their sizes reach that of a piece, and what is left over. */
function* grouped<T>(items: Iterable<T>, sizeOf: (item: T) => number): Generator<T[]> {
  let group: T[] = [];
  let size = 0;
  for (const item of items) {
    group.push(item);
    size += sizeOf(item);
    if (size < PIECE.terms) continue;
    yield group;
    group = [];
    size = 0;
  }
  if (group.length > 0) yield group;
}

/** A shard of which not all pieces are there yet. */
interface UnfinishedShard {
  passages: KeptPassage[];
  positions: number[];
  terms: TermNumbers;
  counts: GrowingNumbers;
  translatedOnly: GrowingNumbers;
  lengths: GrowingNumbers;
  places: Uint32Array[];
  gone: TermCounts;
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
  const unfinished: UnfinishedShard[] = [];
  const hints = new Map<string, AnalysedHint>();
  try {
    let piece = pieces.next();
    for (; !piece.done; piece = pieces.next()) {
      if (piece.value.kind === 'hints') takeHints(piece.value, hints);
      else take(piece.value, unfinished);
      yield;
    }
    if (!piece.value || !isComplete(unfinished, passages.length)) return null;
    const shards: PlacedShard[] = [];
    for (const each of unfinished) shards.push(yield* finishedSteps(each));
    const notionFinder = parts.notionFinder ?? notionFinderOf([]);
    const hintIndex = yield* hintIndexSteps(passages, notionFinder, hints);
    return yield* searchIndexSteps(passages, shards, hintIndex, { ...parts, notionFinder });
  } catch {
    // Whether a piece is damaged is known for certain only at the end of all.
    return null;
  } finally {
    pieces.return(false);
  }
}

/** Whether there is a passage at each position. */
function isComplete(shards: readonly UnfinishedShard[], size: number): boolean {
  const isThere = new Uint8Array(size);
  for (const { positions } of shards) for (const position of positions) isThere[position] = 1;
  return !isThere.includes(0);
}

function takeHints(piece: HintPiece, hints: Map<string, AnalysedHint>): void {
  const normalised = piece.normalised.split(SNAPSHOT_BREAK);
  const terms = piece.terms.split(SNAPSHOT_BREAK);
  const termsOf = (numbers: readonly number[]) => numbers.map((number) => terms[number] ?? '');
  for (const [at, text] of piece.texts.entries()) {
    const numbers = piece.numbers[at];
    if (!numbers) throw new RangeError('A hint has no terms.');
    hints.set(text, {
      normalised: normalised[at] ?? '',
      searched: termsOf(numbers.searched),
      tokens: termsOf(numbers.tokens),
      terms: new Set(termsOf(numbers.terms)),
    });
  }
}

function take(piece: Exclude<IndexPiece, HintPiece>, shards: UnfinishedShard[]): void {
  if (piece.kind === 'shard') {
    const [counts, translatedOnly, lengths] = [growingNumbers(), growingNumbers(), growingNumbers()];
    const rest = { terms: termNumbers(), places: [], gone: new Map() };
    shards.push({ passages: [], positions: [], counts, translatedOnly, lengths, ...rest });
    return;
  }
  const shard = shards.at(-1);
  if (!shard) throw new RangeError('A piece belongs to no shard.');
  if (piece.kind === 'passages') takePassages(piece, shard);
  else {
    const { counts, translatedOnly } = piece;
    for (const [at, term] of piece.terms.split(SNAPSHOT_BREAK).entries()) {
      const counted = { count: counts[at] ?? 0, translatedOnly: translatedOnly[at] ?? 0 };
      if (piece.kind === 'gone') {
        shard.gone.set(term, counted);
        continue;
      }
      shard.terms.add(term);
      shard.counts.push(counted.count);
      shard.translatedOnly.push(counted.translatedOnly);
      shard.lengths.push(piece.lengths[at] ?? 0);
    }
    if (piece.kind === 'terms') shard.places.push(numbersIn(piece.places));
  }
}

function takePassages(piece: IndexPiece & { kind: 'passages' }, shard: UnfinishedShard): void {
  const normalised = piece.normalised.split(SNAPSHOT_BREAK);
  for (const [at, termText] of piece.termTexts.split(SNAPSHOT_BREAK).entries()) {
    shard.positions.push(piece.positions[at] ?? -1);
    shard.passages.push({
      termText,
      normalised: normalised[at] ?? '',
      wordCount: piece.wordCounts[at] ?? 0,
      traits: piece.traits[at] ?? 0,
    });
  }
}

/** 32-bit numbers from Base64. They are copied, since they have to begin at a multiple of 4 bytes. */
function numbersIn(base64: string): Uint32Array {
  const bytes = Uint8Array.from(Buffer.from(base64, 'base64'));
  return new Uint32Array(bytes.buffer, 0, Math.floor(bytes.length / 4));
}

function* finishedSteps(shard: UnfinishedShard): Steps<PlacedShard> {
  const { passages, terms, lengths, gone } = shard;
  const starts = new Uint32Array(terms.size + 1);
  for (let number = 0; number < terms.size; number++)
    starts[number + 1] = (starts[number] ?? 0) + lengths.at(number);
  yield;
  const places = new Uint32Array(starts[terms.size] ?? 0);
  let from = 0;
  for (const some of shard.places) {
    places.set(some, from);
    from += some.length;
    yield;
  }
  const positions = Int32Array.from(shard.positions);
  const present = positions.filter((position) => position >= 0);
  yield;
  return {
    positions,
    isInOrder: present.every((position, at) => at === 0 || position > (present[at - 1] ?? 0)),
    gone,
    shard: yield* shardOfSteps(passages, shard, { starts, places }),
  };
}
