import { type Excerpt, excerptOf } from '../passages/excerpt.ts';
import type { Passage } from '../passages/passages.ts';
import { fullThoughts, opensMidThought } from '../passages/self-contained.ts';
import { madeByName, type Steps } from '../steps.ts';
import { BASES, type Basis, hasSpeaker, type Speaker } from '../transcript/transcript.ts';
import { distinctiveTermSteps, termFinderFor } from './characteristic-terms.ts';

/** The number of passages of each basis. */
export type BasisCounts = Readonly<Record<Basis, number>>;

/** How much of what is said is one speaker's. */
export interface SpeakerShare {
  speaker: Speaker;
  counts: BasisCounts;
  /** How many passages carry the speaker's name. */
  passages: number;
  /** The share of all characters in passages that carry a name, 0 to 1. */
  share: number;
}

/** Counts passages by basis; every basis is in the result. */
export function countBases(passages: readonly Pick<Passage, 'basis'>[]): BasisCounts {
  const counts = Object.fromEntries(BASES.map((basis) => [basis, 0])) as Record<Basis, number>;
  for (const { basis } of passages) counts[basis]++;
  return counts;
}

/**
 * How much each speaker says, most first. Passages that are `unknown` or `editorial` belong to nobody, and
 * are not part of the whole either.
 */
export function sharesOf(passages: readonly Passage[], speakers: readonly Speaker[]): SpeakerShare[] {
  const attributed = passages.filter(({ basis }) => hasSpeaker(basis));
  const total = charactersOf(attributed);
  const bySpeaker = new Map(speakers.map(({ id }) => [id, [] as Passage[]]));
  for (const passage of attributed) bySpeaker.get(passage.speaker?.id ?? '')?.push(passage);
  return speakers
    .map((speaker) => {
      const spoken = bySpeaker.get(speaker.id) ?? [];
      const share = total === 0 ? 0 : charactersOf(spoken) / total;
      return { speaker, counts: countBases(spoken), passages: spoken.length, share };
    })
    .sort((a, b) => b.share - a.share);
}

/** The passages that carry a speaker's name, including those where it is only likely. */
export function passagesBy(passages: readonly Passage[], speaker: Speaker): Passage[] {
  return passages.filter((passage) => hasSpeaker(passage.basis) && passage.speaker?.id === speaker.id);
}

function charactersOf(passages: readonly Passage[]): number {
  return passages.reduce((total, { text }) => total + text.length, 0);
}

/** What it costs a passage to open mid-thought, in terms. */
const MID_THOUGHT_COST = 2;
/** A representative passage has at least this share of the mean length of the speaker's statements. */
const MIN_LENGTH_SHARE = 0.6;

/** The excerpts that were chosen for each speaker and count among some passages: they change only with the corpus. */
const excerptsBySpeaker = madeByName<readonly Passage[], readonly Excerpt[]>();

/**
 * Excerpts that represent what a speaker says, in seminar order and from different parts of the seminar:
 * statements of some length that contain the speaker's characteristic terms. What was chosen from the same list of
 * passages is not chosen again.
 * @param passages those of all speakers
 * @param count the most excerpts; there are fewer if the speaker makes fewer statements
 * @throws Error if an excerpt is not verbatim in its source, which cannot happen with a checked corpus
 */
export function excerptSteps(
  passages: readonly Passage[],
  speaker: Speaker,
  count: number,
): Steps<readonly Excerpt[]> {
  return excerptsBySpeaker(passages, JSON.stringify([speaker.id, count]), () =>
    chosenExcerpts(passages, speaker, count),
  );
}

function* chosenExcerpts(passages: readonly Passage[], speaker: Speaker, count: number): Steps<Excerpt[]> {
  const spoken = passagesBy(passages, speaker);
  const terms = yield* distinctiveTermSteps(passages, speaker);
  const termCount = termFinderFor(spoken, terms);
  const thoughts = fullThoughts(spoken, MIN_LENGTH_SHARE);
  let last = Number.NEGATIVE_INFINITY;
  const chosen: Passage[] = [];
  for (const [start, end] of partsOf(thoughts.length, count)) {
    // Two adjacent passages would represent the same part of the seminar.
    const apart = end > last + 2 ? Math.max(start, last + 2) : start;
    const best = yield* mostTelling(thoughts, [apart, end], termCount);
    const passage = thoughts[best];
    if (!passage) continue;
    chosen.push(passage);
    last = best;
  }
  return chosen.map((passage) => excerptOf(passage, sentenceWithMost(passage, termCount), 1));
}

/** Splits so many items into consecutive parts of about equal size, each from a place up to another. */
function partsOf(length: number, count: number): [start: number, end: number][] {
  return Array.from({ length: count }, (_, part) => [
    Math.floor((part * length) / count),
    Math.floor(((part + 1) * length) / count),
  ]);
}

/** The place of the passage with most terms among those from a place up to another: of several, the longest, the first. */
function* mostTelling(
  passages: readonly Passage[],
  [start, end]: readonly [number, number],
  termCount: (text: string) => number,
): Steps<number> {
  let best = { at: -1, worth: Number.NEGATIVE_INFINITY, length: 0 };
  for (let at = start; at < end; at++) {
    const text = passages[at]?.text ?? '';
    const worth = termCount(text) - (opensMidThought(text) ? MID_THOUGHT_COST : 0);
    const isBetter = worth > best.worth || (worth === best.worth && text.length > best.length);
    if (isBetter) best = { at, worth, length: text.length };
    yield;
  }
  return best.at;
}

function sentenceWithMost({ text, sentences }: Passage, countIn: (text: string) => number): number {
  const counts = sentences.map(({ start, end }) => countIn(text.slice(start, end)));
  return Math.max(0, counts.indexOf(Math.max(...counts)));
}
