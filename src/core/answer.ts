import { type Excerpt, excerptOf } from './excerpt.ts';
import type { Passage } from './passages.ts';
import { type Query, search } from './search.ts';
import type { SearchIndex } from './search-index.ts';
import { firstWords, hasWords, questionTerms } from './text.ts';
import { ANSWER_COVERAGE, FURTHER_COVERAGE, QUESTION_WORDS } from './tuning.ts';

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
      return passage ? [excerptOf(passage, hit.sentence, hit.score)] : [];
    });
  return { kind: 'answered', excerpts, questionCut };
}

/** The publisher's commentary answers nothing by itself. */
function isSpoken(passage: Passage | undefined): boolean {
  return passage !== undefined && passage.basis !== 'editorial';
}
