import { rankSteps, understoodSteps } from '../answer/ranking.ts';
import { dayNumber } from '../language/dates.ts';
import type { Library } from '../library.ts';
import { passageLists } from '../passages/lists.ts';
import type { Passage } from '../passages/passages.ts';
import { fullThoughts, isSelfContained } from '../passages/self-contained.ts';
import type { NameFinder } from '../search/mentions.ts';
import { madeByName, runToEnd, type Steps } from '../steps.ts';
import { mayBeSeveral } from '../transcript/anonymous.ts';
import { personWithId } from '../transcript/people.ts';
import { isLimited, isWithin, seminarsWithin } from '../transcript/period.ts';
import { hasSpeaker } from '../transcript/transcript.ts';
import { ANSWER_COVERAGE } from '../tuning.ts';
import { type DigestContent, UNNAMED } from './digest.ts';
import { type RoundOrder, roundOrder } from './order.ts';

/** As a share of the seminar's usual length: a single long sentence of half that length can be a full thought. */
const SHORTEST_SHARE = 0.45;

/**
 * The passages that a digest may show: full thoughts that can be understood without their context, by a named speaker
 * who is not the moderator. Never commentary, and passages without a named speaker only on request.
 * @returns in the order of the corpus
 */
export function eligiblePassages(library: Library, content: DigestContent): readonly Passage[] {
  return runToEnd(eligibleSteps(library, content));
}

/** So many pools are kept for a library: those of all passages are the same for most digests. */
const KEPT_POOLS = 16;
const pools = madeByName<Library, readonly Passage[]>(KEPT_POOLS);

/** `eligiblePassages` in steps. What digests draw on is found once, and the same list is returned each time. */
export function eligibleSteps(library: Library, stored: DigestContent): Steps<readonly Passage[]> {
  const { seminar, from, until, topic } = stored;
  const content = { ...stored, speaker: currentId(stored.speaker, library) };
  return pools(library, JSON.stringify([seminar, from, until, content.speaker, topic]), () =>
    poolOf(library, content),
  );
}

function* poolOf(library: Library, content: DigestContent): Steps<Passage[]> {
  const { ofTranscript } = yield* passageLists.steps(library.passages);
  yield;
  const onTopic = content.topic === null ? null : yield* topicSteps(library, content, content.topic);
  const pool: Passage[] = [];
  for (const [transcript, all] of ofTranscript) {
    if (content.seminar !== null && transcript.id !== content.seminar) continue;
    if (!isWithin(transcript, content)) continue;
    yield;
    const wanted = all.filter((passage) => isWanted(passage, content));
    for (const passage of fullThoughts(wanted, SHORTEST_SHARE)) {
      if (onTopic !== null && !onTopic.has(passage.id)) continue;
      const isAnswer = library.precedingQuestions.get(passage)?.isFirst ?? false;
      if (isSelfContained(passage, isAnswer)) pool.push(passage);
      yield;
    }
  }
  return pool;
}

/** A speaker's id today. One that nobody has any more stays as it is, and finds nothing. */
function currentId(speaker: string | null, { transcripts }: Library): string | null {
  if (speaker === null || speaker === UNNAMED) return speaker;
  return personWithId(transcripts, speaker)?.id ?? speaker;
}

function isWanted({ basis, speaker }: Passage, { speaker: asked }: DigestContent): boolean {
  if (asked === UNNAMED) return basis === 'unknown' || speaker?.anonymous === 'unnamed';
  if (!speaker || speaker.moderator || !hasSpeaker(basis)) return false;
  return asked === null ? !mayBeSeveral(speaker) : speaker.id === asked;
}

/** Finds nobody: a topic is words to search for, whoever has said them. */
const NAMES_NOBODY: NameFinder = (topic) => ({ names: [], withoutAsked: topic, withoutNames: topic });

/**
 * The ids of the passages on a topic: those that answer a question about it. What only comes closest to it may be about
 * something else, and a post of a digest has no room to say so.
 */
function* topicSteps(library: Library, content: DigestContent, topic: string): Steps<Set<string>> {
  const { seminar, speaker } = content;
  const within = isLimited(content) ? seminarsWithin(library.transcripts, content) : null;
  const sources = { ...library, findNames: NAMES_NOBODY };
  const understood = yield* understoodSteps(sources, topic, seminar ?? undefined);
  const { hits, claim } = yield* rankSteps(sources, understood, {
    ...(seminar !== null && { seminar }),
    ...(within !== null && { seminars: new Set(within.map(({ id }) => id)) }),
    ...(speaker !== null && { speakers: speaker === UNNAMED ? null : [speaker] }),
  });
  const onTopic = claim === 'answer' ? hits.filter(({ coverage }) => coverage >= ANSWER_COVERAGE) : [];
  return new Set(onTopic.map(({ document }) => document.id));
}

/** What determines the order of a digest, and how many passages a post has. */
export interface DigestOrder {
  /** The same seed gives the same order; different seeds give different ones. */
  seed: string;
  /** Excerpts per post. */
  excerpts: number;
  /** Whether the excerpts of one post are by different speakers. */
  fromDifferentSpeakers: boolean;
}

/** The order of a digest of this content. If it is of one speaker, all excerpts of a post are by that speaker. */
export function orderOf({ excerpts, speaker }: DigestContent, seed: string): DigestOrder {
  return { seed, excerpts, fromDifferentSpeakers: speaker === null };
}

/**
 * The passages of the next post. None is shown again before all of the pool have been, whatever joined the pool
 * meanwhile. The last post of a round may have fewer excerpts than a post should, if only one speaker's are left.
 * @param pool from `eligiblePassages`
 * @param shown the ids of the passages in earlier posts, oldest first
 * @returns in the order of the corpus; empty if the pool is
 */
export function* nextSteps(
  pool: readonly Passage[],
  { seed, excerpts, fromDifferentSpeakers }: DigestOrder,
  shown: readonly string[],
): Steps<Passage[]> {
  const order = yield* roundOrder(pool, seed);
  yield;
  const seen = seenOf(pool, shown);
  yield;
  const waiting = order.filter((at) => !seen.has(pool[at]?.id ?? ''));
  yield;
  const chosen =
    fromDifferentSpeakers && excerpts > 1
      ? firstOfEachSpeaker(pool, waiting, excerpts)
      : waiting.subarray(0, excerpts);
  return inCorpusOrder(pool, chosen);
}

/** The ids of the pool that the current round has shown. */
function seenOf(pool: readonly Passage[], shown: readonly string[]): Set<string> {
  const ever = new Set(shown);
  const ids = new Set(pool.flatMap(({ id }) => (ever.has(id) ? [id] : [])));
  const seen = new Set<string>();
  for (const id of shown) {
    if (ids.has(id)) seen.add(id);
    if (seen.size === pool.length) seen.clear();
  }
  return seen;
}

function inCorpusOrder(pool: readonly Passage[], places: Iterable<number>): Passage[] {
  return [...places].sort((a, b) => a - b).flatMap((at) => pool[at] ?? []);
}

/**
 * The passages that a daily digest shows on a date, regardless of what was posted before: rounds through the pool are
 * counted from 1970.
 * @param date YYYY-MM-DD
 * @returns in the order of the corpus; empty if the pool is
 */
export function passagesOfDate(pool: readonly Passage[], order: DigestOrder, date: string): Passage[] {
  return runToEnd(dateSteps(pool, order, date));
}

/** `passagesOfDate` in steps. */
export function* dateSteps(pool: readonly Passage[], order: DigestOrder, date: string): Steps<Passage[]> {
  if (pool.length === 0) return [];
  const { places, ends } = yield* roundOf(pool, order);
  const day = dayNumber(date);
  const post = ((day % ends.length) + ends.length) % ends.length;
  return inCorpusOrder(pool, places.subarray(ends[post - 1] ?? 0, ends[post]));
}

/** The seed for content that no digest has: the same content gives the same passages on every machine. */
export function seedOf(content: DigestContent, { transcripts }: Pick<Library, 'transcripts'>): string {
  const within = seminarsWithin(transcripts, content);
  return content.seminar ?? within.map(({ id }) => id).join(' ');
}

/** The posts that together show the whole pool once. */
interface Round {
  /** The places in the pool of the passages of all posts, post after post. */
  places: Uint32Array;
  /** For each post, how many passages it and those before it have. */
  ends: Uint32Array;
}

/** The round of a pool that was needed last: a preview of many days is of one. */
const lastRounds = new WeakMap<readonly Passage[], { key: string; round: Round }>();

function* roundOf(pool: readonly Passage[], digest: DigestOrder): Steps<Round> {
  const { seed, excerpts, fromDifferentSpeakers } = digest;
  const key = JSON.stringify([seed, excerpts, fromDifferentSpeakers]);
  const known = lastRounds.get(pool);
  if (known?.key === key) return known.round;
  const order = yield* roundOrder(pool, seed);
  const round =
    fromDifferentSpeakers && excerpts > 1
      ? yield* mixedRound(pool, order, excerpts)
      : { places: order, ends: endsOf(order.length, excerpts) };
  lastRounds.set(pool, { key, round });
  return round;
}

function endsOf(length: number, excerpts: number): Uint32Array {
  return Uint32Array.from({ length: Math.ceil(length / excerpts) }, (_, post) =>
    Math.min(length, (post + 1) * excerpts),
  );
}

/** A round whose posts have passages of different speakers. */
function* mixedRound(pool: readonly Passage[], order: RoundOrder, excerpts: number): Steps<Round> {
  let waiting = waitingOf(pool, order);
  const places: number[] = [];
  const ends: number[] = [];
  while (waiting.length > 0) {
    const next = waiting.splice(0, excerpts);
    for (const speaker of next) {
      places.push(order[speaker.turns[speaker.from] ?? 0] ?? 0);
      speaker.from++;
    }
    ends.push(places.length);
    waiting = withAgain(
      waiting,
      next.filter(({ from, turns }) => from < turns.length),
    );
    yield;
  }
  return { places: Uint32Array.from(places), ends: Uint32Array.from(ends) };
}

/** What one speaker has left in a round. */
interface Waiting {
  /** When each of the speaker's passages comes in the round: places in its order, ascending. */
  turns: readonly number[];
  /** Which of these is next. */
  from: number;
}

/** Speakers with the most passages left come first, so that as many posts as possible are full; then whoever is next. */
function comesBefore(one: Waiting, other: Waiting): number {
  const more = other.turns.length - other.from - (one.turns.length - one.from);
  return more || (one.turns[one.from] ?? 0) - (other.turns[other.from] ?? 0);
}

/** Who waits, in the order of `comesBefore`. */
function waitingOf(pool: readonly Passage[], order: Uint32Array): Waiting[] {
  const bySpeaker = new Map<string, number[]>();
  for (const [turn, at] of order.entries()) {
    const name = pool[at]?.speaker?.id ?? '';
    const turns = bySpeaker.get(name);
    if (turns) turns.push(turn);
    else bySpeaker.set(name, [turn]);
  }
  return Array.from(bySpeaker.values(), (turns) => ({ turns, from: 0 })).sort(comesBefore);
}

/** Those who wait, with others who wait again, in order. */
function withAgain(waiting: Waiting[], again: readonly Waiting[]): Waiting[] {
  for (const speaker of again) {
    let [low, high] = [0, waiting.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = waiting[middle];
      if (other && comesBefore(other, speaker) < 0) low = middle + 1;
      else high = middle;
    }
    waiting.splice(low, 0, speaker);
  }
  return waiting;
}

/** The places in the pool of one passage of each of the speakers who come first. */
function firstOfEachSpeaker(pool: readonly Passage[], waiting: Uint32Array, count: number): number[] {
  return waitingOf(pool, waiting)
    .slice(0, count)
    .map(({ turns: [first = 0] }) => waiting[first] ?? 0);
}
