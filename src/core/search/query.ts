import type { SearchDocument } from '../indexing/document.ts';
import type { TermText } from '../indexing/term-text.ts';

/** Restricts a search to some passages; an empty filter lets all of them through. */
export interface PassageFilter {
  /**
   * Canonical name: only passages of this speaker, and never one without a named speaker. Null: only passages
   * without a named speaker.
   */
  speaker?: string | null | undefined;
  /** The id of the only seminar to search. */
  seminar?: string | undefined;
}

/** A question as it was asked, and the passages to search for an answer. */
export interface Query extends PassageFilter {
  question: string;
}

/** A passage that a search found. */
export interface Hit {
  document: SearchDocument;
  /** Above 0; only comparable with other hits for the same question. */
  score: number;
  /** How much of what the question asks is in the passage: 0 for nothing, 1 for all of it. Cues can add to that. */
  coverage: number;
  /** The number of the sentence that contains most of the question, from 0; null if none contains any of it. */
  sentence: number | null;
}

/** A passage that may become a hit. */
export interface Candidate {
  /** In the index. */
  position: number;
  document: SearchDocument;
  termText: TermText;
  /**
   * Whether the dictionary may help: question and passage are in different languages, or the passage has a
   * translation.
   */
  isCrossLanguage: boolean;
  score: number;
}
