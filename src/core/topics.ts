import type { Library } from './library.ts';
import { search } from './search.ts';
import type { Localised, Speaker } from './transcript.ts';
import { ANSWER_COVERAGE } from './tuning.ts';

/** How many of the best passages stand for a topic, and for a question that is near it. */
const NEAR = 5;

/** The topics on which a speaker has something to say, in the order given. */
export function topicsOf(
  { index }: Pick<Library, 'index'>,
  topics: readonly Localised[],
  speaker: Speaker,
): Localised[] {
  return topics.filter((topic) => {
    const [best] = search(index, { question: topic.en, speaker: speaker.name });
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
  const shared = (topic: Localised) =>
    search(index, { question: topic.en })
      .slice(0, NEAR)
      .filter(({ id }) => near.has(id)).length;
  return topics
    .map((topic) => ({ topic, shared: shared(topic) }))
    .sort((a, b) => b.shared - a.shared)
    .map(({ topic }) => topic);
}
