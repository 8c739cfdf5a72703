import type { Claim } from '../../core/answer/ranking.ts';

/** What became of one question. */
export interface Outcome {
  claim: Claim;
  /** The place of the first passage that answers among those found, from 0; -1 if none was found, or none answers. */
  rank: number;
  /** For a question without an answer, how far it is from what was said; null for one that has an answer. */
  unanswerable: 'far' | 'near' | null;
}

/** How many questions, and a share of them, 0 to 1; null of none. */
interface Level {
  count: number;
  /** With a passage that answers first. */
  first: number | null;
  /** With one among the first three. */
  three: number | null;
}

/** What became of questions without an answer. */
interface Refusals {
  count: number;
  /** The share at each level, 0 to 1; null of none. */
  answer: number | null;
  closest: number | null;
  none: number | null;
}

/** The figures of a set. Shares are from 0 to 1, and null if there are no questions of that kind. */
export interface Figures {
  /** How many questions have an answer. The next four are shares of these. */
  answerable: number;
  /** With a passage shown first that answers, whether as the answer or as the closest. */
  first: number | null;
  /** With one among the first three. */
  three: number | null;
  /** Nothing is shown. */
  denied: number | null;
  /** Claimed to be answered, by passages of which none of the first three does. */
  wrong: number | null;
  /** Of all that is claimed at each level, with or without an answer. */
  levels: Record<'answer' | 'closest', Level>;
  /** Questions without an answer: those on something else, those near to what was said, and both. */
  far: Refusals;
  near: Refusals;
  unanswerable: Refusals;
}

/** So many passages are shown of what comes closest, and of most answers. */
const SHOWN = 3;

/** Counts what became of questions. */
export function figuresOf(outcomes: readonly Outcome[]): Figures {
  const answerable = outcomes.filter(({ unanswerable }) => unanswerable === null);
  const shown = (depth: number) => (each: Outcome) => each.claim !== 'none' && isWithin(each, depth);
  return {
    answerable: answerable.length,
    first: shareOf(answerable, shown(1)),
    three: shareOf(answerable, shown(SHOWN)),
    denied: shareOf(answerable, ({ claim }) => claim === 'none'),
    wrong: shareOf(answerable, (each) => each.claim === 'answer' && !isWithin(each, SHOWN)),
    levels: { answer: levelOf(outcomes, 'answer'), closest: levelOf(outcomes, 'closest') },
    far: refusalsOf(outcomes.filter(({ unanswerable }) => unanswerable === 'far')),
    near: refusalsOf(outcomes.filter(({ unanswerable }) => unanswerable === 'near')),
    unanswerable: refusalsOf(outcomes.filter(({ unanswerable }) => unanswerable !== null)),
  };
}

function levelOf(outcomes: readonly Outcome[], claim: Claim): Level {
  const claimed = outcomes.filter((each) => each.claim === claim);
  return {
    count: claimed.length,
    first: shareOf(claimed, (each) => isWithin(each, 1)),
    three: shareOf(claimed, (each) => isWithin(each, SHOWN)),
  };
}

function refusalsOf(asked: readonly Outcome[]): Refusals {
  const share = (claim: Claim) => shareOf(asked, (each) => each.claim === claim);
  return { count: asked.length, answer: share('answer'), closest: share('closest'), none: share('none') };
}

function isWithin({ rank }: Outcome, depth: number): boolean {
  return rank >= 0 && rank < depth;
}

function shareOf<T>(items: readonly T[], isCounted: (item: T) => boolean): number | null {
  return items.length === 0 ? null : items.filter(isCounted).length / items.length;
}

/** The mean of shares; those that are null are left out. Null if all are. */
export function meanOf(shares: readonly (number | null)[]): number | null {
  const known = shares.filter((share) => share !== null);
  return known.length === 0 ? null : known.reduce((sum, share) => sum + share, 0) / known.length;
}

/** What a share is more than another one; null if either is. */
export function difference(share: number | null, before: number | null): number | null {
  return share === null || before === null ? null : share - before;
}

/** Every so manieth of some items, from the first on, in their order: at most so many. */
export function sampleOf<T>(items: readonly T[], most: number): readonly T[] {
  if (items.length <= most) return items;
  return Array.from({ length: most }, (_, at) => items[Math.floor((at * items.length) / most)] as T);
}
