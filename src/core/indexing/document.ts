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
  /** The passage only puts a question to somebody, or nearly so. */
  asks?: boolean;
  /** The words of the question that the passage replies to, whoever asked it, and their translation. */
  precedingQuestion?: string;
  /** The ids of the passages that ask it. */
  repliesTo?: readonly string[];
}

/** What indexing keeps about passages, in their order. */
export interface IndexStats {
  /** For each passage: its text and translation, a sentence on each line. */
  termTexts: TermText[];
  /** For each passage: how many different words its text has. */
  wordCounts: number[];
  /** For each passage: one bit for each kind of answer that it contains, and one for Chinese (see `traitOf`). */
  traits: number[];
}
