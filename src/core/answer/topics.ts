import type { SearchIndex } from '../indexing/search-index.ts';
import { LOCALES, type Localised } from '../language/locale.ts';
import type { Library } from '../library.ts';
import { holdsWhole } from '../search/coverage.ts';
import { search } from '../search/search.ts';
import { weightedQuestion } from '../search/weighted-question.ts';
import type { Speaker } from '../transcript/transcript.ts';

/** How many of its best passages represent a topic, or a question that is compared with topics. */
const REPRESENTATIVE_PASSAGES = 5;

/**
 * The topics that a speaker speaks about, in the order given: those that a passage of theirs holds whole, in its own
 * words or in its translation. A part of a topic, or what a dictionary makes of it, would put words into their mouth.
 */
export function topicsOf(
  { index }: Pick<Library, 'index'>,
  topics: readonly Localised[],
  speaker: Speaker,
): Localised[] {
  const spoken = index.stats.termTexts.filter((_, at) => index.passages[at]?.speaker === speaker.id);
  return topics.filter((topic) =>
    LOCALES.some((locale) => {
      const question = weightedQuestion(index, topic[locale], { withDictionary: false });
      return !question.isBlank && spoken.some((termText) => holdsWhole(termText, question));
    }),
  );
}

/**
 * Sorts topics by how many of their best passages they share with a question, most first. Topics that share
 * equally many stay in the order given.
 * @param passages the ids of the passages nearest to the question, best first
 */
export function nearestTopics(
  { index }: Pick<Library, 'index'>,
  topics: readonly Localised[],
  passages: readonly string[],
): Localised[] {
  const nearest = new Set(passages.slice(0, REPRESENTATIVE_PASSAGES));
  const sharedCount = (topic: Localised) => bestOf(topic, index).filter((id) => nearest.has(id)).length;
  return topics
    .map((topic) => ({ topic, shared: sharedCount(topic) }))
    .sort((a, b) => b.shared - a.shared)
    .map(({ topic }) => topic);
}

const bestPassages = new WeakMap<Localised, { index: SearchIndex; ids: string[] }>();

/** The ids of a topic's best passages. They are remembered, since they change only with the index. */
function bestOf(topic: Localised, index: SearchIndex): string[] {
  const known = bestPassages.get(topic);
  if (known?.index === index) return known.ids;
  const ids = search(index, weightedQuestion(index, topic.en))
    .slice(0, REPRESENTATIVE_PASSAGES)
    .map(({ document }) => document.id);
  bestPassages.set(topic, { index, ids });
  return ids;
}
