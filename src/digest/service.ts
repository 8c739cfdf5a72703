import type { Digest, DigestContent, DigestSettings, Post, Trouble } from '../core/digest/digest.ts';
import type { Passage } from '../core/passages/passages.ts';

/** A permission that the bot needs in a channel to post there. Without the last one, a crash can cost a post. */
export type ChannelPermission =
  | 'ViewChannel'
  | 'SendMessages'
  | 'SendMessagesInThreads'
  | 'ReadMessageHistory';

/** What the bot may do in a channel. */
export interface ChannelAccess {
  /**
   * `open` if the bot sees the channel and could post in a channel of this kind and state; `unreachable` if Discord did
   * not answer.
   */
  state: 'open' | 'hidden' | 'locked' | 'unreachable';
  missing: readonly ChannelPermission[];
}

/** The state of a digest. */
export interface DigestStatus {
  digest: Digest;
  /** When it posts next; null while it is paused. */
  next: Date | null;
  /** The last post that was sent, by Discord's ids. */
  last: { channel: string; message: string } | null;
  /** What the bot may do in its channel at this moment. */
  access: ChannelAccess;
}

/** The outcome of a post: the id of its message, or why there is none; `pending` while the bot keeps trying. */
export type PostOutcome = { message: string } | { trouble: Trouble | null } | 'pending';

/**
 * What commands may do with digests. Every method but `access` throws StoreError if the database cannot be used. A
 * `request` is Discord's id of what somebody asked for. Each is carried out once, whichever process gets it first; the
 * others throw RequestTaken.
 */
export interface Digests {
  list(server: string): Promise<Digest[]>;
  status(digest: Digest): Promise<DigestStatus>;
  /** What the bot may do in a channel or thread of a server. */
  access(server: string, channel: string): Promise<ChannelAccess>;
  /** Sets up a digest; null if the server has as many as it may have. */
  start(server: string, settings: DigestSettings, request: string): Promise<Digest | null>;
  /** Changes a digest; a paused one resumes. */
  change(digest: Digest, settings: DigestSettings, request: string): Promise<Digest>;
  stop(digest: Digest, request: string): Promise<void>;
  /** The passages of the next post. For content that no digest has, those that a daily digest would post today. */
  preview(digest: Digest | DigestContent): Promise<Passage[]>;
  /** Posts at once, outside the schedule; `empty` if no passage matches the digest. */
  postNow(digest: Digest, request: string): Promise<{ post: Post; outcome: PostOutcome } | 'empty'>;
  /** Who has carried a request out: this process, another one, or nobody. */
  takerOf(request: string): Promise<'us' | 'another' | null>;
  /** When the digest is due next, as in its status. */
  next(digest: Digest): Promise<Date>;
  now(): Date;
}
