import type { SearchIndex } from '../../../src/core/indexing/search-index.ts';
import { type SearchOptions, searchSteps } from '../../../src/core/search/search.ts';
import { weightedSteps } from '../../../src/core/search/weighted-question.ts';
import { atOnce } from '../../at-once.ts';

const search = atOnce(searchSteps);
const weightedQuestion = atOnce(weightedSteps);

/** The hits for a question as typed, each with the id of its passage in place of the passage. */
export function searchFor(index: SearchIndex, question: string, options: SearchOptions = {}) {
  return search(index, weightedQuestion(index, question), options).map(({ document, ...hit }) => ({
    ...hit,
    id: document.id,
  }));
}
