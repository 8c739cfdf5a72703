import type { Locale } from '../language/locale.ts';
import type { Schedule } from './schedule.ts';

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
