import type { TermText } from './term-text.ts';

/** What the index needs to know about a passage. A line of a public retrieval set fits as well as a passage does. */
export interface SearchDocument {
  id: string;
  text: string;
  /** The same words in the other language. */
  translation?: string | null;
  /** Questions that the passage answers: searched but never shown. */
  cues?: readonly string[];
  /** The speaker's id, if the passage carries a name. */
  speaker?: string | null;
  seminar?: string;
  /** The seminar's date (YYYY-MM-DD), if it has one: of passages that fit equally, the newest comes first. */
  date?: string | null;
  /** The publisher's own words, which are ranked after those of every speaker. */
  editorial?: boolean;
  /** The passage is itself a question by the moderator. */
  moderatorQuestion?: boolean;
  /** The moderator's question that the passage answers, and its translation. */
  precedingQuestion?: string;
}

/** What indexing counts and keeps about passages: plain data, so that a snapshot can store it. */
export interface IndexStats {
  /** For each passage, in order: its text and translation, a sentence on each line. */
  termTexts: TermText[];
  /** For each passage: how many different words its text has. */
  wordCounts: number[];
  /** For each passage: one bit for each kind of answer that it contains, and one for Chinese (see `traitOf`). */
  traits: number[];
  /** How many passages contain a term: a word, a bigram, a single character, the token of a notion. */
  frequency: Map<string, number>;
  /** How many of these contain it only in their translation or in a cue. */
  translatedOnly: Map<string, number>;
  /** The passages that contain a common term: one bit each, the lowest bit of a byte first. */
  common: Map<string, Uint8Array>;
}

/** What is counted and kept about no passage, to be added to. */
export function noStats(): IndexStats {
  return {
    termTexts: [],
    wordCounts: [],
    traits: [],
    frequency: new Map(),
    translatedOnly: new Map(),
    common: new Map(),
  };
}
