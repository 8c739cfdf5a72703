import type { SearchDocument } from '../indexing/document.ts';
import type { TermText } from '../indexing/term-text.ts';

/** Restricts a search to some passages; an empty filter lets all of them through. */
export interface PassageFilter {
  /**
   * Speakers' ids: only their passages, and never one without a named speaker. Null: only passages without a
   * named speaker.
   */
  speakers?: readonly string[] | null | undefined;
  /** Speakers' ids: passages of anybody else who is named. */
  notSpeakers?: readonly string[] | undefined;
  /** The id of the only seminar to search, in its own index if it has one. */
  seminar?: string | undefined;
  /** The ids of the only seminars to search. */
  seminars?: ReadonlySet<string> | undefined;
}

/** Whether a filter lets a passage through. */
export function passes(
  { speakers, notSpeakers, seminar, seminars }: PassageFilter,
  passage: Pick<SearchDocument, 'speaker' | 'seminar'>,
): boolean {
  const speaker = passage.speaker ?? null;
  if (seminar !== undefined && passage.seminar !== seminar) return false;
  if (seminars && !seminars.has(passage.seminar ?? '')) return false;
  if (speakers === null && speaker !== null) return false;
  if (speakers && (speaker === null || !speakers.includes(speaker))) return false;
  return !notSpeakers || (speaker !== null && !notSpeakers.includes(speaker));
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
  /** How much of the question is in the passage's own words, or in words used alike, 0 to 1: comparable among seminars. */
  share: number;
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
