import type { TermText } from './term-text.ts';

/** What the index needs to know of a passage. Any JSON line of a retrieval set fits, and so does a passage. */
export interface SearchDocument {
  id: string;
  text: string;
  /** The same in the other language. */
  translation?: string | null;
  /** Questions that it answers; searched, never shown. */
  cues?: readonly string[];
  /** The canonical name, where the passage carries one. */
  speaker?: string | null;
  seminar?: string;
  /** The publisher's own words: ranked after every speaker's. */
  editorial?: boolean;
  /** A moderator's question. */
  moderatorQuestion?: boolean;
  /** The moderator's question that this passage answers. */
  precedingQuestion?: string;
}

/** What is counted and kept when passages are indexed; a snapshot holds it, so it is plain data. */
export interface IndexStats {
  /** For each passage in order: its text and translation, a line a sentence. */
  termTexts: TermText[];
  /** For each passage: how many different words its text has. */
  wordCounts: number[];
  /** For each passage: a bit for each kind of answer that it has, and one for Chinese. */
  traits: number[];
  /** How many passages hold a term (a word, a bigram, a single character, a notion's token). */
  frequency: Map<string, number>;
  /** How many of these hold it in their translation or a cue alone. */
  translatedOnly: Map<string, number>;
  /** Which passages are found by a common term: a bit for each, the lowest of a byte first. */
  common: Map<string, Uint8Array>;
}
