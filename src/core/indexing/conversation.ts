import type { Steps } from '../steps.ts';
import { CONVERSATION } from '../tuning.ts';
import type { IndexStats, SearchDocument } from './document.ts';
import { countOf, patternOf, type TermText } from './term-text.ts';

/**
 * Seminars of many short turns, like the minutes of a meeting. A turn says little by itself; what it is about was mostly
 * said just before it. And a conversation deals with a subject in one place, so good hits are close together. They
 * are searched so in an index of their own.
 */
export interface Conversations {
  /**
   * Makes the function that scores a turn, given by its position in the index, by words in it and in the turns around
   * it: BM25, in which a word counts less the further away it is, and less after the turn than before it. It reads each
   * turn once.
   */
  contextScorer(words: readonly string[]): (position: number) => number;
  /** The turns whose context a turn is part of, by position: itself, some before it and more after it. */
  within(position: number): number[];
  /** The term text of a turn and of those around it. */
  contextText(position: number): TermText;
  /**
   * How well a turn suits any question: a longer one says more, and at the opening of a conversation subjects are
   * only named that are dealt with later. From 0 to the sum of `CONVERSATION.length` and `CONVERSATION.opening`.
   */
  suitability(position: number): number;
  /** Moves down turns that are close to a better one, so that the first hits come from different places. */
  diversify<T extends { position: number; score: number }>(hits: readonly T[]): T[];
}

/** What decides whether a seminar is a conversation, and how long its turns are. */
interface Turns {
  /** The position of the first. */
  first: number;
  passages: number;
  /** How many carry a speaker's name, and how many different words these have together. */
  spoken: number;
  spokenWords: number;
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
    const turns = bySeminar.get(seminar) ?? { first: position, passages: 0, spoken: 0, spokenWords: 0 };
    bySeminar.set(seminar, turns);
    turns.passages++;
    if (!speaker) continue;
    turns.spoken++;
    turns.spokenWords += wordCounts[position] ?? 0;
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
 * @returns null unless all of them are
 */
export function* conversationSteps(
  passages: readonly SearchDocument[],
  stats: IndexStats,
  rarity: (term: string) => number,
): Steps<Conversations | null> {
  const { termTexts, wordCounts } = stats;
  const bySeminar = yield* turnSteps(passages, stats);
  if (bySeminar.size === 0 || ![...bySeminar.values()].every(isConversation)) return null;
  const seminarAt = (position: number) => passages[position]?.seminar ?? '';

  const turnsBetween = (position: number, before: number, after: number) => {
    const found: number[] = [];
    const last = Math.min(passages.length - 1, position + after);
    for (let at = Math.max(0, position - before); at <= last; at++)
      if (seminarAt(at) === seminarAt(position)) found.push(at);
    return found;
  };
  const { turnsBefore, turnsAfter } = CONVERSATION;
  const contextOf = (position: number) => turnsBetween(position, turnsBefore, turnsAfter);

  const suitability = (position: number) => {
    const { first, passages: size } = bySeminar.get(seminarAt(position)) ?? { first: 0, passages: 1 };
    const sinceOpening = (position - first) / (CONVERSATION.openingShare * size);
    const length = Math.log1p(wordCounts[position] ?? 0) / Math.log1p(CONVERSATION.longTurn);
    return CONVERSATION.length * Math.min(1, length) + CONVERSATION.opening * Math.min(1, sinceOpening);
  };

  const diversify = <T extends { position: number; score: number }>(hits: readonly T[]): T[] => {
    const remaining = [...hits];
    const ordered: T[] = [];
    const isNear = (one: number, other: number) =>
      seminarAt(one) === seminarAt(other) && Math.abs(one - other) <= CONVERSATION.nearTurns;
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
  return {
    contextScorer: (words) => contextScorerFor(words, termTexts, rarity, contextOf),
    // Whatever a turn comes after has it in its context.
    within: (position) => turnsBetween(position, turnsAfter, turnsBefore),
    contextText: (position) =>
      contextOf(position)
        .map((at) => termTexts[at])
        .join('\n'),
    suitability,
    diversify,
  };
}

/** @param contextOf the positions of a turn and of those around it that count */
function contextScorerFor(
  words: readonly string[],
  termTexts: readonly TermText[],
  rarity: (term: string) => number,
  contextOf: (position: number) => number[],
): (position: number) => number {
  const patterns = words.map(patternOf);
  const weights = words.map(rarity);
  // Most turns have none of the words.
  const known = new Map<number, readonly { word: number; count: number }[]>();
  const countsAt = (at: number) => {
    const counts =
      known.get(at) ??
      patterns.flatMap((pattern, word) => {
        const count = countOf(termTexts[at] ?? '', pattern);
        return count > 0 ? [{ word, count }] : [];
      });
    known.set(at, counts);
    return counts;
  };
  return (position) => {
    const sums = words.map(() => 0);
    for (const at of contextOf(position)) {
      const share = nearness(at - position);
      for (const { word, count } of countsAt(at)) sums[word] = (sums[word] ?? 0) + share * count;
    }
    return sums.reduce((score, sum, word) => score + (weights[word] ?? 0) * saturated(sum), 0);
  };
}

/** What a word counts that is so many turns away, before (below 0) or after: 1 in the turn itself. */
function nearness(turns: number): number {
  const { turnsBefore, turnsAfter, after } = CONVERSATION;
  return turns <= 0 ? 1 + turns / (turnsBefore + 1) : after * (1 - turns / (turnsAfter + 1));
}

/** The part of BM25 that grows with a word's count: 1 for a count of 1. */
function saturated(count: number): number {
  return (count * (CONVERSATION.saturation + 1)) / (count + CONVERSATION.saturation);
}
