import MiniSearch from 'minisearch';
import {
  type Claim,
  rankSteps,
  type Searchable,
  type UnderstoodQuestion,
  understoodSteps,
} from '../../core/answer/ranking.ts';
import { runToEnd } from '../../core/steps.ts';
import { SETTINGS, type Settings } from '../../core/tuning.ts';

/** What is asked: of one seminar, or of all that there are. */
export interface Query {
  query: string;
  seminar?: string | undefined;
}

/** What a search finds for one question: the ids of passages, best first, and what it claims of them. */
export type Ranker = (asked: Query) => { ids: string[]; claim: Claim };

/**
 * Our search, as /ask runs it.
 * @param settings by default the shipped ones
 * @param understood changes what was understood of a question; by default it stays as it is
 */
export function ours(
  sources: Searchable,
  {
    settings = SETTINGS,
    understood = (question) => question,
  }: { settings?: Settings; understood?: (question: UnderstoodQuestion) => UnderstoodQuestion } = {},
): Ranker {
  return ({ query, seminar }) => {
    const question = understood(runToEnd(understoodSteps(sources, query, seminar, settings)));
    const { hits, claim } = runToEnd(rankSteps(sources, question, { seminar }, settings));
    return { ids: hits.map(({ document }) => document.id), claim };
  };
}

/** MiniSearch without any of our work: text and translation, its own tokenizer and settings. It claims whatever it finds. */
export function plainMiniSearch({ index: { passages } }: Searchable): Ranker {
  const index = new MiniSearch<{ id: number }>({ fields: ['text', 'translation'] });
  index.addAll(passages.map(({ text, translation }, id) => ({ id, text, translation })));
  return ({ query, seminar }) => {
    const found = index.search(query).map(({ id }) => passages[Number(id)]);
    const ids = found.flatMap((each) =>
      each && (seminar === undefined || each.seminar === seminar) ? [each.id] : [],
    );
    return { ids, claim: ids.length === 0 ? 'none' : 'answer' };
  };
}
