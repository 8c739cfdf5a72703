import type { SearchIndex } from '../indexing/search-index.ts';
import { SURROUNDINGS } from '../tuning.ts';
import { isForeign, matchShare } from './coverage.ts';
import type { Candidate } from './query.ts';
import type { WeightedQuestion } from './weighted-question.ts';

/**
 * Makes the function that says how much of a question passages have together with those around them. Who goes on about a
 * thing names it no more: what was said shortly before counts, the less the further away, and so does what comes right after.
 * @returns the weighted share of the question's units, 0 to 1; 0 for a passage in another language, where words are too unsure
 */
export function surroundedShareFor(
  question: WeightedQuestion,
  { passages, stats: { termTexts } }: Pick<SearchIndex, 'passages' | 'stats'>,
): (candidate: Candidate) => number {
  const total = question.singles.reduce((sum, { weight }) => sum + weight, 0) || 1;
  return (candidate) => {
    if (isForeign(question, candidate)) return 0;
    const { position, document, termText, isCrossLanguage } = candidate;
    const around = PLACES.filter(({ distance }) => {
      const neighbour = passages[position + distance];
      return neighbour !== undefined && neighbour.seminar === document.seminar;
    }).map(({ distance, nearness }) => ({ nearness, text: termTexts[position + distance] ?? '' }));
    let matched = 0;
    for (const unit of question.singles) {
      let share = matchShare(termText, unit, isCrossLanguage);
      for (const { nearness, text } of around) {
        if (nearness <= share) break;
        share = Math.max(share, nearness * matchShare(text, unit, isCrossLanguage));
      }
      matched += unit.weight * share;
    }
    return matched / total;
  };
}

/** The places around a passage and what a unit counts there, if it counts 1 in the passage itself; the nearest first. */
const PLACES: readonly { distance: number; nearness: number }[] = [
  ...placesOn(-1, SURROUNDINGS.before),
  ...placesOn(1, SURROUNDINGS.after),
].sort((a, b) => b.nearness - a.nearness);

function placesOn(side: 1 | -1, reach: number): { distance: number; nearness: number }[] {
  return Array.from({ length: reach }, (_, at) => ({
    distance: side * (at + 1),
    nearness: 1 - (at + 1) / (reach + 1),
  }));
}
