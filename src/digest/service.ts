import type { Digest, DigestContent, DigestSettings, Post, Trouble } from '../core/digest/digest.ts';
import type { Passage } from '../core/passages/passages.ts';

/** What the bot needs in a channel to post a digest; without the last, a crash can cost a post. */
export type ChannelPermission =
  | 'ViewChannel'
  | 'SendMessages'
  | 'SendMessagesInThreads'
  | 'ReadMessageHistory';

/** What the bot may do in a channel. */
export interface ChannelAccess {
  /**
   * Whether the bot sees the channel, and it is of a kind and a state in which it can post; `unreachable` where Discord
   * cannot be asked.
   */
  state: 'open' | 'hidden' | 'locked' | 'unreachable';
  missing: readonly ChannelPermission[];
}

/** How a digest stands. */
export interface DigestStatus {
  digest: Digest;
  /** Null while it is paused. */
  next: Date | null;
  last: { channel: string; message: string } | null;
  /** What the bot could do in its channel at this moment. */
  access: ChannelAccess;
}

/** What became of a post: the id of its message, or why there is none; `pending` while it is still tried. */
export type PostOutcome = { message: string } | { trouble: Trouble | null } | 'pending';

/** Digests, for the servers that set them up. */
export interface Digests {
  list(server: string): Promise<Digest[]>;
  status(digest: Digest): Promise<DigestStatus>;
  /** What the bot may do in a channel or thread of a server. */
  access(server: string, channel: string): Promise<ChannelAccess>;
  /** Sets up a digest; null where the server has as many as it may. */
  start(server: string, settings: DigestSettings): Promise<Digest | null>;
  /** Changes a digest; one that was paused posts again. */
  change(digest: Digest, settings: DigestSettings): Promise<Digest>;
  stop(digest: Digest): Promise<void>;
  /** The passages of the next post; of one that is not set up, those of today. */
  preview(digest: Digest | DigestContent): Promise<Passage[]>;
  /** Posts at once, beside the schedule. */
  postNow(digest: Digest): Promise<{ post: Post; outcome: PostOutcome } | 'empty'>;
  /** The digest's next due time, as status has it. */
  next(digest: Digest): Promise<Date>;
  now(): Date;
}
