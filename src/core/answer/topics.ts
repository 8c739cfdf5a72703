import type { SearchIndex } from '../indexing/search-index.ts';
import type { Localised } from '../language/locale.ts';
import type { Library } from '../library.ts';
import { search } from '../search/search.ts';
import { weightedQuestion } from '../search/weighted-question.ts';
import type { Speaker } from '../transcript/transcript.ts';
import { ANSWER_COVERAGE } from '../tuning.ts';

/** How many of the best passages stand for a topic, and for a question that is near it. */
const NEAR = 5;

/** The topics on which a speaker has something to say, in the order given. */
export function topicsOf(
  { index }: Pick<Library, 'index'>,
  topics: readonly Localised[],
  speaker: Speaker,
): Localised[] {
  return topics.filter((topic) => {
    const [best] = search(index, weightedQuestion(index, topic.en), { speaker: speaker.name });
    return best !== undefined && best.coverage >= ANSWER_COVERAGE;
  });
}

/**
 * The topics with those nearest to a question first: those that share most of their best passages with it. Where
 * nothing is near, in the order given.
 * @param passages the ids of the passages nearest to the question, best first
 */
export function nearestTopics(
  { index }: Pick<Library, 'index'>,
  topics: readonly Localised[],
  passages: readonly string[],
): Localised[] {
  const near = new Set(passages.slice(0, NEAR));
  const shared = (topic: Localised) => bestOf(topic, index).filter((id) => near.has(id)).length;
  return topics
    .map((topic) => ({ topic, shared: shared(topic) }))
    .sort((a, b) => b.shared - a.shared)
    .map(({ topic }) => topic);
}

const known = new WeakMap<Localised, { index: SearchIndex; best: string[] }>();

/** The ids of a topic's best passages; they change only with the index. */
function bestOf(topic: Localised, index: SearchIndex): string[] {
  const before = known.get(topic);
  if (before?.index === index) return before.best;
  const best = search(index, weightedQuestion(index, topic.en))
    .slice(0, NEAR)
    .map(({ document }) => document.id);
  known.set(topic, { index, best });
  return best;
}
