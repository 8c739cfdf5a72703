import type { SearchIndex } from '../indexing/search-index.ts';
import type { TermText } from '../indexing/term-text.ts';
import { LOCALES, type Localised } from '../language/locale.ts';
import type { Library } from '../library.ts';
import { holdsWhole } from '../search/coverage.ts';
import { searchSteps } from '../search/search.ts';
import { type WeightedQuestion, weightedSteps } from '../search/weighted-question.ts';
import type { Steps } from '../steps.ts';
import type { Speaker } from '../transcript/transcript.ts';

/** How many of its best passages represent a topic, or a question that is compared with topics. */
const REPRESENTATIVE_PASSAGES = 5;

/**
 * The topics that a speaker speaks about, in the order given: those that a passage of theirs holds whole, in its own
 * words or in its translation. A part of a topic, or what a dictionary makes of it, would put words into their mouth.
 * @param most how many topics are enough
 * @param within the ids of the seminars whose passages count; by default those of all seminars do
 */
export function* topicSteps(
  { index }: Pick<Library, 'index'>,
  topics: readonly Localised[],
  speaker: Speaker,
  most: number,
  within?: ReadonlySet<string>,
): Steps<Localised[]> {
  const spoken = index.stats.termTexts.filter((_, at) => {
    const passage = index.passages[at];
    return passage?.speaker === speaker.id && (within?.has(passage.seminar ?? '') ?? true);
  });
  const found: Localised[] = [];
  for (const topic of topics) {
    if (found.length === most) break;
    for (const locale of LOCALES) {
      const question = yield* weightedSteps(index, topic[locale], { withDictionary: false });
      if (question.isBlank || !(yield* isHeld(question, spoken))) continue;
      found.push(topic);
      break;
    }
  }
  return found;
}

function* isHeld(question: WeightedQuestion, spoken: readonly TermText[]): Steps<boolean> {
  yield;
  for (const [at, termText] of spoken.entries()) {
    if (holdsWhole(termText, question)) return true;
    if (at % LOOKED_AT_TOGETHER === 0) yield;
  }
  return false;
}

/** So many passages are looked at in one step: each takes less than a microsecond. */
const LOOKED_AT_TOGETHER = 100;

/**
 * Sorts topics by how many of their best passages they share with a question, most first. Topics that share
 * equally many stay in the order given.
 * In steps: the first time, each topic is searched for.
 * @param passages the ids of the passages nearest to the question, best first
 */
export function* nearestTopicSteps(
  { index }: Pick<Library, 'index'>,
  topics: readonly Localised[],
  passages: readonly string[],
): Steps<Localised[]> {
  const nearest = new Set(passages.slice(0, REPRESENTATIVE_PASSAGES));
  if (nearest.size === 0) return [...topics];
  const counted: { topic: Localised; shared: number }[] = [];
  for (const topic of topics) {
    const best = yield* bestSteps(topic, index);
    counted.push({ topic, shared: best.filter((id) => nearest.has(id)).length });
  }
  return counted.sort((a, b) => b.shared - a.shared).map(({ topic }) => topic);
}

const bestPassages = new WeakMap<Localised, { index: SearchIndex; ids: string[] }>();

/** The ids of a topic's best passages. They are remembered, since they change only with the index. */
function* bestSteps(topic: Localised, index: SearchIndex): Steps<string[]> {
  const known = bestPassages.get(topic);
  if (known?.index === index) return known.ids;
  const hits = yield* searchSteps(index, yield* weightedSteps(index, topic.en, {}), {});
  const ids = hits.slice(0, REPRESENTATIVE_PASSAGES).map(({ document }) => document.id);
  bestPassages.set(topic, { index, ids });
  return ids;
}
