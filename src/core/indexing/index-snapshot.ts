import { createHash } from 'node:crypto';
import MiniSearch, { type AsPlainObject } from 'minisearch';
import type { Notion } from '../language/notions.ts';
import { COMMON_PASSAGES, COMMON_SHARE, SNAPSHOT_PASSAGES } from '../tuning.ts';
import { indexSteps } from './build-index.ts';
import type { IndexStats, SearchDocument } from './document.ts';
import {
  type IndexParts,
  MINI_OPTIONS,
  type PlacedDocument,
  type SearchIndex,
  searchIndexOf,
} from './search-index.ts';
import { runToEnd } from './steps.ts';

/** An index as plain data, for a snapshot: everything that takes long to make. */
export interface IndexSnapshot {
  mini: unknown;
  /** The term texts, one behind the other. */
  termTexts: string;
  wordCounts: number[];
  traits: number[];
  frequency: CountsSnapshot;
  translatedOnly: CountsSnapshot;
  /** Terms with their bits in Base64. */
  common: [term: string, bits: string][];
}

/** Where packed indexes are kept between starts. */
export interface IndexSnapshots {
  /** Null where there is none, or none that can be used. */
  read(key: string): IndexSnapshot | null;
  /** Does nothing where it cannot be written. */
  write(key: string, packed: IndexSnapshot): void;
}

/**
 * Raise it whenever the same passages give another packed index: with another way to cut text, or another form. A test
 * knows the present one.
 */
const INDEX_FORMAT = 2;

/**
 * The index of passages: the kept one where it was made of the same, else a new one, which is kept. It pauses after each
 * passage; only packing, reading and writing take long steps, of a second or two with 100,000 passages.
 * @param notions what `parts.terms` was made of
 */
export function* indexWithSnapshotSteps(
  passages: readonly SearchDocument[],
  notions: readonly Notion[],
  snapshots: IndexSnapshots,
  parts: IndexParts,
): Generator<void, SearchIndex> {
  if (passages.length < SNAPSHOT_PASSAGES) return yield* indexSteps(passages, parts);
  const key = yield* keySteps(passages, notions);
  const found = restored(snapshots.read(key), passages, parts);
  if (found) return found;
  const index = yield* indexSteps(passages, parts);
  const fresh = toSnapshot(index);
  yield;
  snapshots.write(key, fresh);
  return index;
}

/** Null where there is nothing to unpack, or another MiniSearch packed it. */
function restored(
  packed: IndexSnapshot | null,
  passages: readonly SearchDocument[],
  parts: IndexParts,
): SearchIndex | null {
  try {
    return packed && fromSnapshot(packed, passages, parts);
  } catch {
    return null;
  }
}

/** What an index is made of, as one number in hexadecimal: the same only for the same passages, notions and settings. */
export function indexKey(passages: readonly SearchDocument[], notions: readonly Notion[]): string {
  return runToEnd(keySteps(passages, notions));
}

function* keySteps(passages: readonly SearchDocument[], notions: readonly Notion[]): Generator<void, string> {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([INDEX_FORMAT, COMMON_PASSAGES, COMMON_SHARE, notions]));
  for (const passage of passages) {
    hash.update(`\n${JSON.stringify(passage)}`);
    yield;
  }
  return hash.digest('hex');
}

/** Counts by term. One long text is read several times faster than many short ones. */
interface CountsSnapshot {
  terms: string;
  counts: number[];
}

/** No term and no term text has it. */
const SNAPSHOT_BREAK = '\u0001';

/** Packs an index. */
export function toSnapshot({ mini, stats }: SearchIndex): IndexSnapshot {
  const { termTexts, wordCounts, traits, frequency, translatedOnly, common } = stats;
  const packed = (counts: ReadonlyMap<string, number>): CountsSnapshot => ({
    terms: [...counts.keys()].join(SNAPSHOT_BREAK),
    counts: [...counts.values()],
  });
  return {
    mini: mini.toJSON(),
    termTexts: termTexts.join(SNAPSHOT_BREAK),
    wordCounts,
    traits,
    frequency: packed(frequency),
    translatedOnly: packed(translatedOnly),
    common: Array.from(common, ([term, bits]) => [term, Buffer.from(bits).toString('base64')]),
  };
}

/**
 * Makes an index of what `toSnapshot` packed.
 * @param packed from these passages, in this order, with these terms: `indexKey` says so
 * @throws Error where it is in another form
 */
export function fromSnapshot(
  packed: IndexSnapshot,
  passages: readonly SearchDocument[],
  parts: IndexParts = {},
): SearchIndex {
  const counts = ({ terms, counts }: CountsSnapshot) => {
    const names = terms.split(SNAPSHOT_BREAK);
    return new Map(counts.map((count, at) => [names[at] ?? '', count]));
  };
  const { wordCounts, traits } = packed;
  const stats: IndexStats = {
    termTexts: packed.termTexts.split(SNAPSHOT_BREAK),
    wordCounts,
    traits,
    frequency: counts(packed.frequency),
    translatedOnly: counts(packed.translatedOnly),
    common: new Map(packed.common.map(([term, bits]) => [term, Buffer.from(bits, 'base64')])),
  };
  const mini = MiniSearch.loadJS<PlacedDocument>(packed.mini as AsPlainObject, MINI_OPTIONS);
  return searchIndexOf(passages, stats, mini, parts);
}
