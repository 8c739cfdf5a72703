import type { SearchDocument } from '../indexing/document.ts';
import type { TermText } from '../indexing/term-text.ts';

/** Which passages a search is among; all of them, where nothing is set. */
export interface PassageFilter {
  /** Only passages of this speaker (canonical name): never one without a named speaker. Null: only those without. */
  speaker?: string | null | undefined;
  /** Only passages of this seminar. */
  seminar?: string | undefined;
}

/** A question as it was asked, and the passages among which it is searched. */
export interface Query extends PassageFilter {
  question: string;
}

/** A passage that search found. */
export interface Hit {
  document: SearchDocument;
  /** Above 0; only the order within one question means anything. */
  score: number;
  /** How much of what the question asks the passage holds, from 0; 1 is all of it. */
  coverage: number;
  /** Which sentence of the passage holds most of the question, from 0; null where none holds any of it. */
  sentence: number | null;
}

/** A passage that may become a hit. */
export interface Candidate {
  /** Its place in the index. */
  position: number;
  document: SearchDocument;
  termText: TermText;
  /** Question and passage are in different languages, or somebody has translated it: the dictionary may be of use. */
  isCrossLanguage: boolean;
  score: number;
}
