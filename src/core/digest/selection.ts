import { createHash } from 'node:crypto';
import { dayNumber } from '../language/dates.ts';
import type { Library } from '../library.ts';
import type { Passage } from '../passages/passages.ts';
import { fullThoughts, isSelfContained } from '../passages/self-contained.ts';
import { search } from '../search/search.ts';
import { weightedQuestion } from '../search/weighted-question.ts';
import { hasSpeaker } from '../transcript/transcript.ts';
import { ANSWER_COVERAGE } from '../tuning.ts';
import { type DigestContent, UNNAMED } from './digest.ts';

/**
 * Of the usual length in the seminar: a single long sentence of half the usual length can be a full thought.
 */
const SHORTEST_SHARE = 0.45;
/**
 * The passages that a digest may show: full thoughts that stand on their own, by a named speaker who is not the
 * moderator; never commentary, and those without a named speaker only when asked for.
 * @returns in the order of the corpus
 */
export function eligiblePassages(library: Library, content: DigestContent): Passage[] {
  const all = [...library.passages.values()];
  const onTopic = content.topic === null ? null : passagesOn(library, content, content.topic);
  return library.transcripts
    .filter(({ id }) => content.seminar === null || id === content.seminar)
    .flatMap((transcript) =>
      fullThoughts(
        all.filter((passage) => passage.transcript === transcript && isWanted(passage, content)),
        SHORTEST_SHARE,
      ),
    )
    .filter((passage) => onTopic === null || onTopic.has(passage.id))
    .filter((passage) => isSelfContained(passage, library.precedingQuestions.get(passage)?.isFirst ?? false));
}

function isWanted({ basis, speaker }: Passage, { speaker: asked }: DigestContent): boolean {
  if (asked === UNNAMED) return basis === 'unknown';
  if (!speaker || speaker.moderator || !hasSpeaker(basis)) return false;
  return asked === null || speaker.name === asked;
}

function passagesOn(library: Library, { seminar, speaker }: DigestContent, topic: string): Set<string> {
  const hits = search(library.index, weightedQuestion(library.index, topic), {
    ...(seminar !== null && { seminar }),
    ...(speaker !== null && { speaker: speaker === UNNAMED ? null : speaker }),
  });
  const onTopic = hits.filter(({ coverage }) => coverage >= ANSWER_COVERAGE);
  return new Set(onTopic.map(({ document }) => document.id));
}

/** What makes the order of one digest, and what a post of it holds. */
export interface DigestOrder {
  /** The same seed gives the same order; two seeds give two. */
  seed: string;
  /** Excerpts a post. */
  excerpts: number;
  /** Whether the excerpts of one post are by different speakers. */
  fromDifferentSpeakers: boolean;
}

/** How a digest of this content is ordered. Where one speaker was asked for, all are by that one. */
export function orderOf({ excerpts, speaker }: DigestContent, seed: string): DigestOrder {
  return { seed, excerpts, fromDifferentSpeakers: speaker === null };
}

/**
 * The passages of the next post. None comes again before all of the pool were shown, whatever joined it meanwhile; the
 * last post of a round may hold fewer than it was asked for, where only one speaker's are left.
 * @param pool from `eligiblePassages`
 * @param shown the ids of what was posted before, oldest first
 * @returns in the order of the corpus; none where the pool is empty
 */
export function nextPassages(
  pool: readonly Passage[],
  order: DigestOrder,
  shown: readonly string[],
): Passage[] {
  return nextPlaced(pool, order, { seen: seenOf(pool, shown), places: placesOf(pool, order) });
}

/** What of a pool was shown in the round that is not complete yet. */
function seenOf(pool: readonly Passage[], shown: readonly string[]): Set<string> {
  const ids = new Set(pool.map(({ id }) => id));
  const seen = new Set<string>();
  for (const id of shown) {
    if (ids.has(id)) seen.add(id);
    if (seen.size === ids.size) seen.clear();
  }
  return seen;
}

function nextPlaced(
  pool: readonly Passage[],
  order: DigestOrder,
  { seen, places }: { seen: ReadonlySet<string>; places: ReadonlyMap<Passage, number> },
): Passage[] {
  const placeOf = (passage: Passage) => places.get(passage) ?? 0;
  const waiting = pool.filter(({ id }) => !seen.has(id)).sort((a, b) => placeOf(a) - placeOf(b));
  const chosen = order.fromDifferentSpeakers
    ? firstOfEachSpeaker(waiting, order.excerpts)
    : waiting.slice(0, order.excerpts);
  return pool.filter((passage) => chosen.includes(passage));
}

/**
 * The passages that a digest which posts every day shows on a date, without a memory of what was posted: the rounds
 * through the pool are counted from 1970.
 * @param date YYYY-MM-DD
 */
export function passagesOfDate(pool: readonly Passage[], order: DigestOrder, date: string): Passage[] {
  const round = roundOf(pool, order);
  const day = dayNumber(date);
  return round[((day % round.length) + round.length) % round.length] ?? [];
}

/** The seed of a digest that nobody set up: the same content shows the same on every machine. */
export function seedOf({ seminar }: DigestContent, { transcripts }: Pick<Library, 'transcripts'>): string {
  return seminar ?? transcripts.map(({ id }) => id).join(' ');
}

/** The posts in which the whole pool is shown once. */
function roundOf(pool: readonly Passage[], order: DigestOrder): Passage[][] {
  const seen = new Set<string>();
  const places = placesOf(pool, order);
  const posts: Passage[][] = [];
  while (seen.size < pool.length) {
    const post = nextPlaced(pool, order, { seen, places });
    for (const { id } of post) seen.add(id);
    posts.push(post);
  }
  return posts;
}

/** Who still has most to say comes first, so that as many posts as can be are full. */
function firstOfEachSpeaker(waiting: readonly Passage[], count: number): Passage[] {
  const bySpeaker = [...groupedBySpeaker(waiting).values()];
  const byLeft = count > 1 ? bySpeaker.sort((a, b) => b.length - a.length) : bySpeaker;
  return byLeft.slice(0, count).flatMap(([first]) => first ?? []);
}

/**
 * Where each passage stands in a round, 0 to 1: shuffled by the seed among its speaker's, whose passages are spread
 * evenly, so that nobody is heard for a week on end.
 */
function placesOf(pool: readonly Passage[], { seed }: DigestOrder): Map<Passage, number> {
  const places = new Map<Passage, number>();
  for (const [speaker, own] of groupedBySpeaker(pool)) {
    const fractions = new Map(own.map((passage) => [passage, hashFraction(seed, passage.id)]));
    const shuffled = own.toSorted((a, b) => (fractions.get(a) ?? 0) - (fractions.get(b) ?? 0));
    const offset = hashFraction(seed, speaker);
    for (const [at, passage] of shuffled.entries()) places.set(passage, (at + offset) / own.length);
  }
  return places;
}

/** A number from 0 to 1, the same for the same seed and name. */
function hashFraction(seed: string, name: string): number {
  return createHash('sha256').update(`${seed}\n${name}`).digest().readUInt32BE() / 2 ** 32;
}

function groupedBySpeaker(passages: readonly Passage[]): Map<string, Passage[]> {
  const groups = new Map<string, Passage[]>();
  for (const passage of passages) {
    const name = passage.speaker?.name ?? '';
    const group = groups.get(name);
    if (group) group.push(passage);
    else groups.set(name, [passage]);
  }
  return groups;
}
