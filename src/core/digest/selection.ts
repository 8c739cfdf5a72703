import { createHash } from 'node:crypto';
import { dayNumber } from '../language/dates.ts';
import type { Library } from '../library.ts';
import type { Passage } from '../passages/passages.ts';
import { fullThoughts, isSelfContained } from '../passages/self-contained.ts';
import { search } from '../search/search.ts';
import { weightedQuestion } from '../search/weighted-question.ts';
import { personWithId } from '../transcript/people.ts';
import { hasSpeaker } from '../transcript/transcript.ts';
import { ANSWER_COVERAGE } from '../tuning.ts';
import { type DigestContent, UNNAMED } from './digest.ts';

/** As a share of the seminar's usual length: a single long sentence of half that length can be a full thought. */
const SHORTEST_SHARE = 0.45;

/**
 * The passages that a digest may show: full thoughts that can be understood without their context, by a named speaker
 * who is not the moderator. Never commentary, and passages without a named speaker only on request.
 * @returns in the order of the corpus
 */
export function eligiblePassages(library: Library, stored: DigestContent): Passage[] {
  const content = { ...stored, speaker: currentId(stored.speaker, library) };
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

/** A speaker's id today. One that nobody has any more stays as it is, and finds nothing. */
function currentId(speaker: string | null, { transcripts }: Library): string | null {
  if (speaker === null || speaker === UNNAMED) return speaker;
  return personWithId(transcripts, speaker)?.id ?? speaker;
}

function isWanted({ basis, speaker }: Passage, { speaker: asked }: DigestContent): boolean {
  if (asked === UNNAMED) return basis === 'unknown';
  if (!speaker || speaker.moderator || !hasSpeaker(basis)) return false;
  return asked === null || speaker.id === asked;
}

function passagesOn(library: Library, { seminar, speaker }: DigestContent, topic: string): Set<string> {
  const index = seminar === null ? library.index : library.indexOf(seminar);
  const hits = search(index, weightedQuestion(index, topic), {
    ...(seminar !== null && { seminar }),
    ...(speaker !== null && { speakers: speaker === UNNAMED ? null : [speaker] }),
  });
  const onTopic = hits.filter(({ coverage }) => coverage >= ANSWER_COVERAGE);
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
export function nextPassages(
  pool: readonly Passage[],
  order: DigestOrder,
  shown: readonly string[],
): Passage[] {
  return nextPlaced(pool, order, { seen: seenOf(pool, shown), places: placesOf(pool, order) });
}

/** The ids of the pool that the current round has shown. */
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
 * The passages that a daily digest shows on a date, regardless of what was posted before: rounds through the pool are
 * counted from 1970.
 * @param date YYYY-MM-DD
 * @returns in the order of the corpus; empty if the pool is
 */
export function passagesOfDate(pool: readonly Passage[], order: DigestOrder, date: string): Passage[] {
  const round = roundOf(pool, order);
  const day = dayNumber(date);
  return round[((day % round.length) + round.length) % round.length] ?? [];
}

/** The seed for content that no digest has: the same content gives the same passages on every machine. */
export function seedOf({ seminar }: DigestContent, { transcripts }: Pick<Library, 'transcripts'>): string {
  return seminar ?? transcripts.map(({ id }) => id).join(' ');
}

/** The posts that together show the whole pool once. */
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

/** Speakers with the most passages left come first, so that as many posts as possible are full. */
function firstOfEachSpeaker(waiting: readonly Passage[], count: number): Passage[] {
  const bySpeaker = [...groupedBySpeaker(waiting).values()];
  const byLeft = count > 1 ? bySpeaker.sort((a, b) => b.length - a.length) : bySpeaker;
  return byLeft.slice(0, count).flatMap(([first]) => first ?? []);
}

/**
 * The place of each passage in a round, from 0 to 1. The seed shuffles each speaker's passages, which are then spread
 * evenly over the round, so that no speaker has all the posts of a week.
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
    const name = passage.speaker?.id ?? '';
    const group = groups.get(name);
    if (group) group.push(passage);
    else groups.set(name, [passage]);
  }
  return groups;
}
