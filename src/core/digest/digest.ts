import type { Locale } from '../language/locale.ts';
import type { Schedule } from './schedule.ts';

/** Which passages a digest draws on, and how many it posts. */
export interface DigestContent {
  /** Excerpts per post, 1 to `MOST_EXCERPTS`. */
  excerpts: number;
  /** Only this seminar, by its id; null for all of them. */
  seminar: string | null;
  /** The first and the last date (YYYY-MM-DD) of the seminars; null for no limit. One without a date is in none. */
  from: string | null;
  until: string | null;
  /**
   * Only this speaker, by id; `UNNAMED` for passages whose speaker the source does not name; null for every
   * named speaker.
   */
  speaker: string | null;
  /** Only what is said about this, in the words of a question; null for every topic. */
  topic: string | null;
}

/** The most excerpts per post: five, with their questions, still fit one message. */
export const MOST_EXCERPTS = 5;
/** How many digests a server may have: enough for one per channel, too few to flood it. */
export const MOST_DIGESTS = 10;
/** In place of a speaker's name: the passages without one, which a digest shows only on request. */
export const UNNAMED = 'unknown';

/** The content of a digest without any filter: one excerpt per post, from everything. */
export const EVERYTHING: DigestContent = {
  excerpts: 1,
  seminar: null,
  from: null,
  until: null,
  speaker: null,
  topic: null,
};

/** A digest as it was set up. */
export interface DigestSettings extends DigestContent, Schedule {
  /** Discord's id of the channel or thread. */
  channel: string;
  language: Locale;
}

/** Reasons why a digest could not post. */
export type TroubleKind =
  /** The channel or thread no longer exists. */
  | 'channel-gone'
  /** The bot lacks permissions in the channel; `detail` lists them, separated by spaces. */
  | 'permissions'
  /** The bot was not running, or could not reach Discord, for too long; `detail` is the date. */
  | 'missed'
  /** After a crash nobody knows whether it was posted, and the bot cannot read the channel; `detail` is the date. */
  | 'unconfirmed'
  /** Discord could not be reached or reported errors; the bot keeps trying until it is too late. */
  | 'unreachable'
  /** Discord rejected the message; `detail` is its error code. */
  | 'refused'
  /** The corpus has changed, and no passage of the digest is left. */
  | 'empty';

/** Why a digest could not post, and when. */
export interface Trouble {
  kind: TroubleKind;
  detail: string;
  at: Date;
}

/** A digest as it is stored. */
export interface Digest extends DigestSettings {
  /** Random letters and digits, never used again. They mark the digest's messages and seed its order. */
  key: string;
  /** Discord's id of the server. */
  server: string;
  /** What people call it: a number from 1, unique in its server. */
  number: number;
  /** When the schedule was set; nothing was due before. */
  since: Date;
  /** Due times up to this one have been posted or skipped. */
  processedUntil: Date;
  /** A paused digest does not post until somebody starts it again. */
  isPaused: boolean;
  /** It comes from a copy of the database: it may have posted since the copy was made. */
  isCopied: boolean;
  /** The last trouble since it was set up, or null. */
  trouble: Trouble | null;
}

/** One post of a digest, from the moment that a process claims it. */
export interface Post {
  /** The digest's key. */
  digest: string;
  /** What it is posted for: a date (YYYY-MM-DD), or a mark of `/digest now`. Unique within the digest. */
  occasion: string;
  channel: string;
  due: Date;
  /** The ids of its passages. */
  passages: readonly string[];
  /** The process that claimed it. */
  owner: string;
  /** Until then no other process may take it over. */
  claimedUntil: Date;
  /** When it was first sent without a reply from Discord; null if it cannot have been posted. */
  unconfirmedSince: Date | null;
}
