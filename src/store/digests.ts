import type { Digest, Post, TroubleKind } from '../core/digest/digest.ts';
import type { Connection } from './database.ts';
import type { NewDigest } from './digest-table.ts';
import * as digests from './digest-table.ts';
import type { PostedMessage } from './post-table.ts';
import * as posts from './post-table.ts';
import type { Store } from './store.ts';

/** Digests and their posts in the database. Every method throws StoreError if the database cannot be used. */
export interface DigestStore {
  /** A server's digests, by number. Looking creates no database. */
  list(server: string): Promise<Digest[]>;
  /** Every digest that has not ended, of all servers. */
  active(): Promise<Digest[]>;
  /**
   * Stores a new digest under the server's next number.
   * @param most how many digests a server may have
   * @returns null if the server has that many already
   */
  add(digest: NewDigest, most: number): Promise<Digest | null>;
  /**
   * Changes a digest's settings, resumes it if it was paused, and clears its trouble. Posts that were still to go to
   * another channel are given up.
   */
  change(digest: NewDigest): Promise<void>;
  /** Ends a digest. */
  end(key: string, now: Date): Promise<void>;
  /** Ends every digest of a server; returns how many there were. */
  endServer(server: string, now: Date): Promise<number>;
  /** Deletes digests that ended before a time, with their posts. Fails if nothing can be written, even with none to delete. */
  purge(before: Date): Promise<void>;
  /** Records what went wrong with a digest, unless it has moved to another channel since. */
  setTrouble(
    digest: Pick<Digest, 'key' | 'channel'>,
    kind: TroubleKind,
    about: { detail: string; at: Date; pause: boolean },
  ): Promise<void>;
  /** Pauses every digest of a channel that no longer exists. */
  pauseChannel(channel: string, now: Date): Promise<void>;
  /** The ids of the passages in all posts, oldest first, including posts that may not have arrived. */
  shownPassages(key: string): Promise<string[]>;
  /** The last post that was sent, or null. */
  lastPost(key: string): Promise<PostedMessage | null>;
  /** Whether an occasion has a post, whether claimed, posted or skipped. */
  hasPostFor(key: string, occasion: string): Promise<boolean>;
  /**
   * Claims a post. Of several processes, only one succeeds.
   * @param processedUntil the post's due time, or null if it is not one of the schedule
   */
  claim(post: Post, now: Date, processedUntil: Date | null): Promise<boolean>;
  /** Marks a due time as processed, without a post. */
  skip(post: Pick<Post, 'digest' | 'occasion' | 'channel' | 'due'>): Promise<void>;
  /**
   * Extends a claim, before the post is sent. False if another process has taken the post over or finished it, or if
   * the digest was stopped or moved.
   */
  renewClaim(post: Post): Promise<boolean>;
  /** Takes a post over from the process that had claimed it. False if another process was faster. */
  takeOver(post: Post, owner: string, until: Date): Promise<boolean>;
  /**
   * Finishes a post.
   * @param message the id of its message, which is stored even if the post was given up; null to give the post up
   */
  finish(post: Post, message: string | null): Promise<void>;
  /** Posts that were claimed and not finished, with their digests. */
  openPosts(): Promise<{ post: Post; digest: Digest }[]>;
}

/** The digests in a store. */
export function digestsIn({ use, exists }: Store): DigestStore {
  const useIfExists = async <T>(fallback: T, work: (connection: Connection) => T) =>
    (await exists()) ? use(work) : fallback;
  return {
    list: (server) => useIfExists([], (opened) => digests.ofServer(opened, server)),
    active: () => useIfExists([], digests.active),
    add: (digest, most) => use((opened) => digests.add(opened, digest, most)),
    change: (digest) => use((opened) => digests.change(opened, digest)),
    end: (key, now) => use((opened) => digests.end(opened, key, now)),
    endServer: (server, now) => useIfExists(0, (opened) => digests.endServer(opened, server, now)),
    purge: (before) => useIfExists(undefined, (opened) => digests.purge(opened, before)),
    setTrouble: (digest, kind, about) => use((opened) => digests.setTrouble(opened, digest, kind, about)),
    pauseChannel: (channel, now) =>
      useIfExists(undefined, (opened) => digests.pauseChannel(opened, channel, now)),
    shownPassages: (key) => useIfExists<string[]>([], (opened) => posts.shownPassages(opened, key)),
    lastPost: (key) => useIfExists(null, (opened) => posts.last(opened, key)),
    hasPostFor: (key, occasion) => useIfExists(false, (opened) => posts.has(opened, key, occasion)),
    claim: (post, now, processedUntil) => use((opened) => posts.claim(opened, post, now, processedUntil)),
    skip: (post) => use((opened) => posts.skip(opened, post)),
    renewClaim: (post) => use((opened) => posts.renewClaim(opened, post)),
    takeOver: (post, owner, until) => use((opened) => posts.takeOver(opened, post, owner, until)),
    finish: (post, message) => use((opened) => posts.finish(opened, post, message)),
    openPosts: () => useIfExists([], posts.open),
  };
}
