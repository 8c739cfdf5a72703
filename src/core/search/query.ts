import type { SearchDocument } from '../indexing/document.ts';
import type { TermText } from '../indexing/term-text.ts';

export interface Query {
  question: string;
  /** The question with its capitals, where `question` has lost them. */
  asWritten?: string | undefined;
  /** Only passages of this speaker (canonical name): never one without a named speaker. Null: only those without. */
  speaker?: string | null | undefined;
  /** Only passages of this seminar. */
  seminar?: string | undefined;
  /** In a conversation: the speakers whose turns come first, where several are as good. */
  prefer?: readonly string[] | undefined;
}

export interface Hit {
  /** The passage's id. */
  id: string;
  /** Above 0; only the order within one question means anything. */
  score: number;
  /** How much of what the question asks the passage holds, from 0; 1 is all of it. */
  coverage: number;
  /** Which sentence of the passage holds most of the question, from 0; null where none holds any of it. */
  sentence: number | null;
}

/** A passage in the running. */
export interface Contender {
  position: number;
  document: SearchDocument;
  termText: TermText;
  /** Question and passage are in different languages, or somebody has translated it: the dictionary may be of use. */
  isCrossLanguage: boolean;
  score: number;
}
