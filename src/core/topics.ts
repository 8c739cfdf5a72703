import type { Library } from './library.ts';
import { search } from './search.ts';
import type { Localised, Speaker } from './transcript.ts';
import { ANSWER_COVERAGE } from './tuning.ts';

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
