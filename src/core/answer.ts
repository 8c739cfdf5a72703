import type { Passage } from './passages.ts';
import { type Hit, type Query, search } from './search.ts';
import type { SearchIndex } from './search-index.ts';
import type { Span } from './text.ts';
import { firstWords, hasWords, questionTerms } from './text.ts';
import { ANSWER_COVERAGE, FURTHER_COVERAGE, QUESTION_WORDS } from './tuning.ts';

/** A quotation from one passage. */
export interface Excerpt {
  passage: Passage;
  /** Verbatim: a run of whole sentences of the passage. */
  text: string;
  /** The segment goes on before or after `text`. */
  truncated: boolean;
  /** The sentences that answer, as UTF-16 offsets into `text`. */
  highlights: readonly Span[];
  score: number;
}

export type Answer =
  | { kind: 'answered'; excerpts: Excerpt[]; questionCut: boolean }
  /** `blank`: nothing to search for. `not-covered`: the passages do not hold what is asked. */
  | { kind: 'refused'; reason: 'blank' | 'not-covered'; questionCut: boolean };

/** The passages an answer is drawn from. */
export interface Sources {
  index: SearchIndex;
  passages: ReadonlyMap<string, Passage>;
}

/**
 * Answers a question with the passages that hold what it asks, best first, or refuses.
 * @param limit the most excerpts, 1 or more
 * @throws Error when an excerpt is not verbatim in its source, which no corpus that passed its check can cause
 */
export function answer({ index, passages }: Sources, query: Query, limit: number): Answer {
  const question = firstWords(query.question, QUESTION_WORDS);
  const questionCut = question.length < query.question.trim().length;
  const { words, bigrams } = questionTerms(question);
  if (!hasWords(question) || words.length + bigrams.length === 0)
    return { kind: 'refused', reason: 'blank', questionCut };

  const hits = search(index, { ...query, question });
  const best = hits.find(({ id, coverage }) => isSpoken(passages.get(id)) && coverage >= ANSWER_COVERAGE);
  if (!best) return { kind: 'refused', reason: 'not-covered', questionCut };
  const excerpts = hits
    .filter((hit) => hit === best || hit.coverage >= FURTHER_COVERAGE)
    .slice(0, limit)
    .flatMap((hit) => {
      const passage = passages.get(hit.id);
      return passage ? [excerptOf(passage, hit)] : [];
    });
  return { kind: 'answered', excerpts, questionCut };
}

/** The publisher's commentary answers nothing by itself. */
function isSpoken(passage: Passage | undefined): boolean {
  return passage !== undefined && passage.basis !== 'editorial';
}

function excerptOf(passage: Passage, { score, sentence }: Hit): Excerpt {
  const { text, start, segment } = passage;
  if (passage.transcript.sourceText.slice(start, start + text.length) !== text) {
    throw new Error(`The passage ${passage.id} is not in its source word for word; run "npm run check".`);
  }
  const answering = passage.sentences[sentence];
  return {
    passage,
    text,
    truncated: text !== segment.text,
    highlights: answering ? [trimmed(text, answering)] : [],
    score,
  };
}

/** A sentence's span without the white space that follows it. */
function trimmed(text: string, { start, end }: Span): Span {
  return { start, end: start + text.slice(start, end).trimEnd().length };
}
