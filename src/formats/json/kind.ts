import type { Reading } from './utterances.ts';

/** A kind of JSON in which recognisers of speech, and programs around them, write what was said. */
export interface JsonKind {
  /** As `source.format` writes it. */
  id: string;
  /** For people: "Deepgram (JSON)". */
  name: string;
  /** Reads a value of this kind; null if it is of another. */
  read(value: unknown): Reading | null;
}
