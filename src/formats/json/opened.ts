import type { OpenedSource } from '../format.ts';
import { readDocument } from './document.ts';
import { openedFrom } from './utterances.ts';

/**
 * Reads JSON to its end at once.
 * @param id the kind that it was read as before
 * @throws FormatError if it is no JSON, or of no kind that is known
 */
export function openedJson(text: string, id?: string): OpenedSource {
  const { kind, reading } = readDocument(text, id);
  return { ...openedFrom(reading), format: kind.id };
}
