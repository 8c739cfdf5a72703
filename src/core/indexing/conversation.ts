import { CONVERSATION } from '../tuning.ts';
import type { IndexStats, SearchDocument } from './document.ts';
import { countOf, patternOf } from './term-text.ts';

/**
 * Talks: texts of many short turns, as a meeting's minutes have them. A turn says little by itself, so the turns
 * around it count too; and what a conversation says on one thing it says in one place, so that good hits lie side by side.
 */
export interface Conversation {
  /** BM25 of the turns around one (by its position), taken as one text, for the words of a question. */
  around(position: number, asked: readonly string[]): number;
  /** Puts a hit down that lies near a better one, so that the first ones come from different places. */
  diversify<T extends { position: number; score: number }>(hits: readonly T[]): T[];
}

/** Whether passages are the turns of a conversation: short, and most of them spoken by somebody. */
export function isConversation(passages: readonly SearchDocument[], { wordCounts }: IndexStats): boolean {
  let spoken = 0;
  let total = 0;
  for (const [position, { speaker }] of passages.entries()) {
    if (!speaker) continue;
    spoken++;
    total += wordCounts[position] ?? 0;
  }
  return spoken * 2 > passages.length && total / spoken < CONVERSATION.turnWords;
}

/** Prepares the turns of a conversation. */
export function conversationOf(
  passages: readonly SearchDocument[],
  { termTexts, wordCounts }: IndexStats,
  rarity: (term: string) => number,
): Conversation {
  const { k, b } = CONVERSATION.aroundBm25;
  const usual = wordCounts.reduce((sum, count) => sum + count, 0) / (passages.length || 1) || 1;
  const isOneSeminar = (one: number, other: number) => passages[one]?.seminar === passages[other]?.seminar;

  const around = (position: number, asked: readonly string[]): number => {
    let text = '';
    let words = 0;
    const last = Math.min(passages.length - 1, position + CONVERSATION.aroundTurns);
    for (let at = Math.max(0, position - CONVERSATION.aroundTurns); at <= last; at++) {
      if (!isOneSeminar(position, at)) continue;
      text += `${termTexts[at]}\n`;
      words += wordCounts[at] ?? 0;
    }
    const length = words / ((2 * CONVERSATION.aroundTurns + 1) * usual);
    return asked.reduce((score, word) => {
      const often = countOf(text, patternOf(word));
      return score + (rarity(word) * often * (k + 1)) / (often + k * (1 - b + b * length));
    }, 0);
  };

  const diversify = <T extends { position: number; score: number }>(hits: readonly T[]): T[] => {
    const left = [...hits];
    const taken: T[] = [];
    const isNear = (one: number, other: number) =>
      isOneSeminar(one, other) && Math.abs(one - other) <= CONVERSATION.nearTurns;
    while (left.length > 0) {
      const first = taken.slice(0, CONVERSATION.spreadOver);
      const worth = ({ position, score }: T) =>
        score * (first.some((better) => isNear(position, better.position)) ? CONVERSATION.nearFactor : 1);
      let best = 0;
      for (const [at, hit] of left.entries()) if (worth(hit) > worth(left[best] ?? hit)) best = at;
      taken.push(...left.splice(best, 1));
    }
    return taken;
  };
  return { around, diversify };
}
