import { CONVERSATION } from '../tuning.ts';
import type { IndexStats, SearchDocument } from './document.ts';
import { countOf, patternOf } from './term-text.ts';

/**
 * Texts of many short turns, like the minutes of a meeting. A turn says little by itself, so the turns around
 * it count too; and a conversation deals with a subject in one place, so good hits are close together.
 */
export interface Conversation {
  /**
   * BM25 of words in a passage and the turns around it, taken as one text.
   * @param position the passage's position in the index
   */
  contextScore(position: number, words: readonly string[]): number;
  /** Moves down hits that are close to a better one, so that the first hits come from different places. */
  diversify<T extends { position: number; score: number }>(hits: readonly T[]): T[];
}

/** Whether passages are the turns of a conversation: short, and most of them with a named speaker. */
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

/**
 * Prepares passages that `isConversation` accepts.
 * @param rarity how rare a term is, as in the index of the same passages
 */
export function conversationOf(
  passages: readonly SearchDocument[],
  { termTexts, wordCounts }: IndexStats,
  rarity: (term: string) => number,
): Conversation {
  const { k, b } = CONVERSATION.contextBm25;
  const meanWords = wordCounts.reduce((sum, count) => sum + count, 0) / (passages.length || 1) || 1;
  const isSameSeminar = (one: number, other: number) => passages[one]?.seminar === passages[other]?.seminar;

  const contextScore = (position: number, words: readonly string[]): number => {
    let text = '';
    let wordCount = 0;
    const last = Math.min(passages.length - 1, position + CONVERSATION.contextTurns);
    for (let at = Math.max(0, position - CONVERSATION.contextTurns); at <= last; at++) {
      if (!isSameSeminar(position, at)) continue;
      text += `${termTexts[at]}\n`;
      wordCount += wordCounts[at] ?? 0;
    }
    const length = wordCount / ((2 * CONVERSATION.contextTurns + 1) * meanWords);
    return words.reduce((score, word) => {
      const count = countOf(text, patternOf(word));
      return score + (rarity(word) * count * (k + 1)) / (count + k * (1 - b + b * length));
    }, 0);
  };

  const diversify = <T extends { position: number; score: number }>(hits: readonly T[]): T[] => {
    const remaining = [...hits];
    const ordered: T[] = [];
    const isNear = (one: number, other: number) =>
      isSameSeminar(one, other) && Math.abs(one - other) <= CONVERSATION.nearTurns;
    while (remaining.length > 0) {
      const first = ordered.slice(0, CONVERSATION.spreadOver);
      const adjustedScore = ({ position, score }: T) =>
        score * (first.some((better) => isNear(position, better.position)) ? CONVERSATION.nearFactor : 1);
      let best = 0;
      for (const [at, hit] of remaining.entries())
        if (adjustedScore(hit) > adjustedScore(remaining[best] ?? hit)) best = at;
      ordered.push(...remaining.splice(best, 1));
    }
    return ordered;
  };
  return { contextScore, diversify };
}
