import { TALK } from '../tuning.ts';
import type { Cuttings, SearchDocument } from './document.ts';
import { countOf, patternOf } from './term-text.ts';

/**
 * Talks: texts of many short turns, as a meeting's minutes have them. A turn says little by itself, so the turns
 * around it count too; and a talk comes back to nothing, so that good hits lie side by side.
 */
export interface Talk {
  /** BM25 of the turns around one (by its place), taken as one text, for the words of a question. */
  around(place: number, asked: readonly string[]): number;
  /** Puts a hit down that lies near a better one, so that the first ones come from different places. */
  spread<T extends { place: number; score: number }>(hits: readonly T[]): T[];
}

/** Whether passages are the turns of a talk: short, and most of them spoken by somebody. */
export function isTalk(passages: readonly SearchDocument[], { wordCounts }: Cuttings): boolean {
  let spoken = 0;
  let total = 0;
  for (const [place, { speaker }] of passages.entries()) {
    if (!speaker) continue;
    spoken++;
    total += wordCounts[place] ?? 0;
  }
  return spoken * 2 > passages.length && total / spoken < TALK.turnWords;
}

/** Prepares the turns of a talk. */
export function talkOf(
  passages: readonly SearchDocument[],
  { termTexts, wordCounts }: Cuttings,
  rarity: (term: string) => number,
): Talk {
  const { k, b } = TALK.aroundBm25;
  const usual = wordCounts.reduce((sum, count) => sum + count, 0) / (passages.length || 1) || 1;
  const isOneSeminar = (one: number, other: number) => passages[one]?.seminar === passages[other]?.seminar;

  const around = (place: number, asked: readonly string[]): number => {
    let text = '';
    let words = 0;
    const last = Math.min(passages.length - 1, place + TALK.aroundTurns);
    for (let at = Math.max(0, place - TALK.aroundTurns); at <= last; at++) {
      if (!isOneSeminar(place, at)) continue;
      text += `${termTexts[at]}\n`;
      words += wordCounts[at] ?? 0;
    }
    const length = words / ((2 * TALK.aroundTurns + 1) * usual);
    return asked.reduce((score, word) => {
      const often = countOf(text, patternOf(word));
      return score + (rarity(word) * often * (k + 1)) / (often + k * (1 - b + b * length));
    }, 0);
  };

  const spread = <T extends { place: number; score: number }>(hits: readonly T[]): T[] => {
    const left = [...hits];
    const taken: T[] = [];
    const isNear = (one: number, other: number) =>
      isOneSeminar(one, other) && Math.abs(one - other) <= TALK.nearTurns;
    while (left.length > 0) {
      const first = taken.slice(0, TALK.spreadOver);
      const worth = ({ place, score }: T) =>
        score * (first.some((better) => isNear(place, better.place)) ? TALK.nearFactor : 1);
      let best = 0;
      for (const [at, hit] of left.entries()) if (worth(hit) > worth(left[best] ?? hit)) best = at;
      taken.push(...left.splice(best, 1));
    }
    return taken;
  };
  return { around, spread };
}
