import type { Steps } from '../steps.ts';
import { CONVERSATION } from '../tuning.ts';
import type { IndexStats, SearchDocument } from './document.ts';
import { countOf, patternOf } from './term-text.ts';

/**
 * Seminars of many short turns, like the minutes of a meeting. A turn says little by itself, so the turns around
 * it count too; and a conversation deals with a subject in one place, so good hits are close together. Each seminar is
 * judged by itself: what stands beside it changes nothing.
 */
export interface Conversations {
  /** Whether every passage is a turn of one. */
  isEverything: boolean;
  /** Whether the passage at a position is a turn of one. */
  includes(position: number): boolean;
  /**
   * BM25 of words in a turn and the turns around it, taken as one text.
   * @param position the turn's position in the index
   */
  contextScore(position: number, words: readonly string[]): number;
  /** Moves down turns that are close to a better one, so that the first hits come from different places. */
  diversify<T extends { position: number; score: number }>(hits: readonly T[]): T[];
}

/** What decides whether a seminar is a conversation, and how long its turns are. */
interface Turns {
  passages: number;
  /** How many carry a speaker's name, and how many different words these have together. */
  spoken: number;
  spokenWords: number;
  words: number;
}

/** So many passages are gone through before a pause. */
const PASSAGES_TOGETHER = 2000;

function* turnSteps(
  passages: readonly SearchDocument[],
  { wordCounts }: IndexStats,
): Steps<Map<string, Turns>> {
  const bySeminar = new Map<string, Turns>();
  for (const [position, { seminar = '', speaker }] of passages.entries()) {
    if (position % PASSAGES_TOGETHER === 0) yield;
    const turns = bySeminar.get(seminar) ?? { passages: 0, spoken: 0, spokenWords: 0, words: 0 };
    bySeminar.set(seminar, turns);
    const words = wordCounts[position] ?? 0;
    turns.passages++;
    turns.words += words;
    if (!speaker) continue;
    turns.spoken++;
    turns.spokenWords += words;
  }
  return bySeminar;
}

/** Whether turns are those of a conversation: short, and most of them with a named speaker. */
function isConversation({ passages, spoken, spokenWords }: Turns): boolean {
  return spoken * 2 > passages && spokenWords / spoken < CONVERSATION.turnWords;
}

/**
 * Finds the conversations among seminars. Pauses after some passages.
 * @param rarity how rare a term is, as in the index of the same passages
 * @returns null if there is none
 */
export function* conversationSteps(
  passages: readonly SearchDocument[],
  stats: IndexStats,
  rarity: (term: string) => number,
): Steps<Conversations | null> {
  const { termTexts, wordCounts } = stats;
  const { k, b } = CONVERSATION.contextBm25;
  const bySeminar = yield* turnSteps(passages, stats);
  const found = new Set(Array.from(bySeminar).flatMap(([id, turns]) => (isConversation(turns) ? [id] : [])));
  if (found.size === 0) return null;
  const seminarAt = (position: number) => passages[position]?.seminar ?? '';
  const includes = (position: number) => found.has(seminarAt(position));

  const contextScore = (position: number, words: readonly string[]): number => {
    let text = '';
    let wordCount = 0;
    const last = Math.min(passages.length - 1, position + CONVERSATION.contextTurns);
    for (let at = Math.max(0, position - CONVERSATION.contextTurns); at <= last; at++) {
      if (seminarAt(at) !== seminarAt(position)) continue;
      text += `${termTexts[at]}\n`;
      wordCount += wordCounts[at] ?? 0;
    }
    const turns = bySeminar.get(seminarAt(position));
    const meanWords = turns ? turns.words / turns.passages || 1 : 1;
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
      includes(one) && seminarAt(one) === seminarAt(other) && Math.abs(one - other) <= CONVERSATION.nearTurns;
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
  return { isEverything: found.size === bySeminar.size, includes, contextScore, diversify };
}
