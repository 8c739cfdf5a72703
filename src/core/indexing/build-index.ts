import { type NotionFinder, notionFinderOf, notionFinderSteps } from '../language/notions.ts';
import { runToEnd, type Steps } from '../steps.ts';
import { type AnalysedHint, analyseHint } from './analyse.ts';
import type { SearchDocument } from './document.ts';
import { type HintIndex, hintIndexSteps, keptHintSteps } from './hint-index.ts';
import type { PlacedShard } from './joint-terms.ts';
import { type KeptShards, keptShardSteps, nothingKept } from './kept-shards.ts';
import { mergedShardSteps } from './merged-shards.ts';
import { type IndexParts, type SearchIndex, searchIndexSteps } from './search-index.ts';
import { type ShardParts, shardSteps } from './shard.ts';

/**
 * Builds the index of passages. Words of the text and of the translation are looked up together; cues and the
 * question before a passage have an index of their own, which costs nothing for a passage that has none. Chinese
 * bigrams are only counted, for scoring: as words they took three fifths of the memory and most of the time
 * of a question.
 */
export function buildSearchIndex(passages: readonly SearchDocument[], parts: IndexParts = {}): SearchIndex {
  return runToEnd(indexSteps(passages, parts));
}

/**
 * `buildSearchIndex`, pausing after each passage.
 * @param before an index of other passages, or of some of these: what it knows of those that are the same is kept. It does
 *   not change, and the result answers as one that was built from nothing
 */
export function* indexSteps(
  passages: readonly SearchDocument[],
  parts: IndexParts = {},
  before?: SearchIndex,
): Steps<SearchIndex> {
  const notionFinder = parts.notionFinder ?? notionFinderOf([]);
  const withPairs = hasCues(passages);
  const isKept = before && hasCues(before.passages) === withPairs;
  const changed = before ? yield* changedNotionSteps(before.notionFinder, notionFinder) : notionFinderOf([]);
  const known = before
    ? yield* keptHintSteps(before.hintIndex.analysed, changed)
    : (parts.knownHints ?? new Map<string, AnalysedHint>());
  const hintIndex = yield* hintIndexSteps(passages, notionFinder, known);
  const shardParts = shardPartsOf(notionFinder, hintIndex, withPairs);
  const kept = isKept
    ? yield* keptShardSteps(
        passages,
        before,
        changed,
        shardPartsOf(before.notionFinder, before.hintIndex, withPairs),
      )
    : nothingKept(passages.length);
  const shards = [...kept.shards, ...(yield* newShardSteps(passages, kept, shardParts))];
  return yield* searchIndexSteps(passages, shards, hintIndex, { ...parts, notionFinder });
}

function hasCues(passages: readonly SearchDocument[]): boolean {
  return passages.some(({ cues }) => cues && cues.length > 0);
}

function shardPartsOf(notionFinder: NotionFinder, { analysed }: HintIndex, withPairs: boolean): ShardParts {
  return { notionFinder, withPairs, hintOf: (text) => analysed.get(text) ?? analyseHint(text, notionFinder) };
}

/**
 * `buildSearchIndex` in steps, of some passages of an index, with other notions. Only what is known of their cues is kept:
 * shards of all passages would be searched longer.
 */
export function* partialIndexSteps(
  passages: readonly SearchDocument[],
  parts: IndexParts & Pick<SearchIndex, 'notionFinder'>,
  { notionFinder, hintIndex }: SearchIndex,
): Steps<SearchIndex> {
  const changed = yield* changedNotionSteps(notionFinder, parts.notionFinder);
  return yield* indexSteps(passages, {
    ...parts,
    knownHints: yield* keptHintSteps(hintIndex.analysed, changed),
  });
}

/** A shard of the passages that no other shard has, merged with those that are to be; none if there are no such passages. */
function* newShardSteps(
  passages: readonly SearchDocument[],
  { missing, merged }: Pick<KeptShards, 'missing' | 'merged'>,
  parts: ShardParts,
): Steps<PlacedShard[]> {
  if (missing.length === 0) return merged;
  const documents = Array.from(missing, (position) => passages[position] as SearchDocument);
  const shard = yield* shardSteps(documents, parts);
  const placed = { shard, positions: missing, isInOrder: true, gone: new Map() };
  return [merged.length > 0 ? yield* mergedShardSteps([...merged, placed]) : placed];
}

/** Finds the notions that only one of two finders knows, or that they take for different ones. */
function* changedNotionSteps(before: NotionFinder, after: NotionFinder): Steps<NotionFinder> {
  const changed: string[][] = [];
  for (const [form, token] of before.forms) if (after.forms.get(form) !== token) changed.push([form]);
  yield;
  for (const form of after.forms.keys()) if (!before.forms.has(form)) changed.push([form]);
  yield;
  return yield* notionFinderSteps(changed);
}
