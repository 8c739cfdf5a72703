import { createHash } from 'node:crypto';
import type { Library } from '../library.ts';
import type { Passage } from '../passages/passages.ts';
import type { Schedule } from './schedule.ts';
import { search } from '../search/search.ts';
import { fullThoughts, isQuestion, standsAlone } from '../passages/self-contained.ts';
import { hasSpeaker, type Locale } from '../transcript/transcript.ts';
import { ANSWER_COVERAGE } from '../tuning.ts';

/** What a digest draws its excerpts from, and how many it posts. */
export interface DigestContent {
  /** Excerpts a post, 1 to `MOST_EXCERPTS`. */
  excerpts: number;
  /** Only this seminar, by its id. */
  seminar: string | null;
  /** Only this speaker, by canonical name; `UNNAMED` for passages whose speaker the source does not name. */
  speaker: string | null;
  /** Only what is said on this, in words as one would ask. */
  topic: string | null;
}

/**
 * Of the usual length in the seminar: a single long sentence of half the usual length can be a full thought.
 */
const SHORTEST_SHARE = 0.45;
/** One post of five excerpts with their questions still fits a message. */
export const MOST_EXCERPTS = 5;
/** Digests a server may have: enough for one a channel, too few to flood a server. */
export const MOST_DIGESTS = 10;
/** In the place of a speaker's name: the passages without one, which are shown only when asked for. */
export const UNNAMED = 'unknown';

/** The content where nothing was asked for: one excerpt a day, from everything. */
export const EVERYTHING: DigestContent = { excerpts: 1, seminar: null, speaker: null, topic: null };

/** A digest as it was set up. */
export interface DigestSettings extends DigestContent, Schedule {
  /** Discord's id of the channel or thread. */
  channel: string;
  language: Locale;
}

/** What can keep a digest from posting. */
export type TroubleKind =
  /** The channel or thread is there no more. */
  | 'channel-gone'
  /** Discord does not let the bot post there; `detail` names the permissions, with spaces between. */
  | 'permissions'
  /** The bot was not running, or could not reach Discord, for too long; `detail` has the date. */
  | 'missed'
  /** A crash left open whether it was posted, and the bot may not look; `detail` has the date. */
  | 'unconfirmed'
  /** Discord could not be reached, or answered with faults; it is tried again, until it is too late. */
  | 'unreachable'
  /** Discord takes the message for faulty; `detail` has its code. */
  | 'refused'
  /** No passage can be shown any more: the corpus has changed. */
  | 'empty';

/** Something that kept a digest from posting. */
export interface Trouble {
  kind: TroubleKind;
  detail: string;
  at: Date;
}

/** A digest as it is kept. */
export interface Digest extends DigestSettings {
  /** Random, and never used again: it marks the digest's messages and makes its order. Letters and digits. */
  key: string;
  /** Discord's id of the server. */
  server: string;
  /** What people call it, from 1, unique in its server. */
  number: number;
  /** When the schedule was set: nothing was due before. */
  since: Date;
  /** The last due time that was seen to. */
  handled: Date;
  /** It does not post until it is started again. */
  isPaused: boolean;
  /** The last trouble since it was set up. */
  trouble: Trouble | null;
}

/** One post of a digest, from the moment on at which a process took it on. */
export interface Post {
  /** The digest's key. */
  digest: string;
  /** What it is posted for: a date (YYYY-MM-DD), or a mark of `/digest now`. Unique in the digest. */
  occasion: string;
  channel: string;
  due: Date;
  /** The ids of its passages. */
  passages: readonly string[];
  /** The process that took it on, and until when no other may. */
  owner: string;
  heldUntil: Date;
  /** When it was first sent without Discord confirming or refusing it; null where nothing can have been posted. */
  sentSince: Date | null;
}

/**
 * The passages that a digest may show: full thoughts that stand on their own, by a named speaker who is not the
 * moderator; never commentary, and those without a named speaker only when asked for.
 * @returns in the order of the corpus
 */
export function eligiblePassages(library: Library, content: DigestContent): Passage[] {
  const all = [...library.passages.values()];
  const onTopic = content.topic === null ? null : passagesOn(library, content, content.topic);
  const asked = questionsBefore(all);
  return library.transcripts
    .filter(({ id }) => content.seminar === null || id === content.seminar)
    .flatMap((transcript) =>
      fullThoughts(
        all.filter((passage) => passage.transcript === transcript && isWanted(passage, content)),
        SHORTEST_SHARE,
      ),
    )
    .filter((passage) => onTopic === null || onTopic.has(passage.id))
    .filter((passage) => standsAlone(passage, asked.get(passage)?.isFirst ?? false));
}

function isWanted({ basis, speaker }: Passage, { speaker: asked }: DigestContent): boolean {
  if (asked === UNNAMED) return basis === 'unknown';
  if (!speaker || speaker.moderator || !hasSpeaker(basis)) return false;
  return asked === null || speaker.name === asked;
}

function passagesOn(library: Library, { seminar, speaker }: DigestContent, topic: string): Set<string> {
  const hits = search(library.index, {
    question: topic,
    ...(seminar !== null && { seminar }),
    ...(speaker !== null && { speaker: speaker === UNNAMED ? null : speaker }),
  });
  return new Set(hits.filter(({ coverage }) => coverage >= ANSWER_COVERAGE).map(({ id }) => id));
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
  const day = Date.parse(date) / 86_400_000;
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
    const lots = new Map(own.map((passage) => [passage, lot(seed, passage.id)]));
    const shuffled = own.toSorted((a, b) => (lots.get(a) ?? 0) - (lots.get(b) ?? 0));
    const offset = lot(seed, speaker);
    for (const [at, passage] of shuffled.entries()) places.set(passage, (at + offset) / own.length);
  }
  return places;
}

/** A number from 0 to 1, the same for the same seed and name. */
function lot(seed: string, name: string): number {
  return createHash('sha256').update(`${seed}\n${name}`).digest().readUInt32BE() / 2 ** 32;
}

/** A question of the moderator's, for a passage of the turn that answers it. */
export interface Asked {
  question: Passage;
  /** The passage is the first after it: then it may open with "yes". */
  isFirst: boolean;
}

/**
 * The moderator's question that each passage answers, where there is one: the last before its turn.
 * @param passages in the order of the corpus
 */
export function questionsBefore(passages: Iterable<Passage>): Map<Passage, Asked> {
  const asked = new Map<Passage, Asked>();
  let question: Passage | null = null;
  let first: Passage | null = null;
  for (const passage of passages) {
    if (question?.transcript !== passage.transcript) question = null;
    if (passage.basis === 'editorial') continue;
    if (passage.speaker?.moderator) {
      question = isQuestion(passage) ? passage : null;
      first = null;
    } else if (question) {
      // Nobody can tell that a run without names is one voice.
      const goesOn = first === null || (passage.speaker !== null && passage.speaker === first.speaker);
      if (goesOn) asked.set(passage, { question, isFirst: first === null });
      else question = null;
      first ??= passage;
    }
  }
  return asked;
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
