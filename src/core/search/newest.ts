import type { SearchDocument } from '../indexing/document.ts';

/** Compares passages for sorting that are equal otherwise: those of the newest seminar first, undated ones last. */
export function newestFirst(
  one: Pick<SearchDocument, 'date'> | undefined,
  other: Pick<SearchDocument, 'date'> | undefined,
): number {
  const [left, right] = [one?.date ?? '', other?.date ?? ''];
  return left === right ? 0 : left > right ? -1 : 1;
}
