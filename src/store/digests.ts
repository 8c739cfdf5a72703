import type { Digest, Post, TroubleKind } from '../core/digest/digest.ts';
import type { Connection } from './database.ts';
import type { NewDigest } from './digest-table.ts';
import * as digests from './digest-table.ts';
import { tidy } from './mending.ts';
import type { PostedMessage } from './post-table.ts';
import * as posts from './post-table.ts';
import { isTaken, type Request } from './requests.ts';
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
   * @throws RequestTaken if the request was carried out before
   */
  add(digest: NewDigest, most: number, request?: Request): Promise<Digest | null>;
  /**
   * Changes a digest's settings, resumes it if it was paused, and clears its trouble. Posts that were still to go to
   * another channel are given up.
   * @throws RequestTaken if the request was carried out before
   */
  change(digest: NewDigest, request?: Request): Promise<void>;
  /**
   * Ends a digest.
   * @throws RequestTaken if the request was carried out before
   */
  end(key: string, now: Date, request?: Request): Promise<void>;
  /** Whether a request has been carried out, by this process or another. */
  isTaken(request: string): Promise<boolean>;
  /** Ends every digest of a server; returns how many there were. */
  endServer(server: string, now: Date): Promise<number>;
  /**
   * Deletes digests that ended 30 days ago with their posts, and requests of the day before. Fails if nothing can be
   * written, even with nothing to do.
   * @param now the right time
   * @param isToMend whether to put times in order first that a wrong clock has left in the future
   */
  tidy(now: Date, isToMend: boolean): Promise<void>;
  /** Notes that all that a digest may have posted since the copy was made has been claimed or skipped. */
  adopt(key: string): Promise<void>;
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
   * @param request what asked for it, if somebody did
   * @throws RequestTaken if the request was carried out before
   */
  claim(post: Post, now: Date, processedUntil: Date | null, request?: Request): Promise<boolean>;
  /** Marks a due time as processed, without a post. */
  skip(post: Pick<Post, 'digest' | 'occasion' | 'channel' | 'due'>): Promise<void>;
  /** Stores a post that was found in its channel, with the id of its message; one that is known stays as it is. */
  record(
    post: Pick<Post, 'digest' | 'occasion' | 'channel' | 'due' | 'passages'>,
    message: string,
  ): Promise<void>;
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
    add: (digest, most, request) => use((opened) => digests.add(opened, digest, most, request)),
    change: (digest, request) => use((opened) => digests.change(opened, digest, request)),
    end: (key, now, request) => use((opened) => digests.end(opened, key, now, request)),
    isTaken: (request) => useIfExists(false, (opened) => isTaken(opened, request)),
    endServer: (server, now) => useIfExists(0, (opened) => digests.endServer(opened, server, now)),
    tidy: (now, isToMend) => useIfExists(undefined, (opened) => tidy(opened, now, isToMend)),
    adopt: (key) => use((opened) => digests.adopt(opened, key)),
    setTrouble: (digest, kind, about) => use((opened) => digests.setTrouble(opened, digest, kind, about)),
    pauseChannel: (channel, now) =>
      useIfExists(undefined, (opened) => digests.pauseChannel(opened, channel, now)),
    shownPassages: (key) => useIfExists<string[]>([], (opened) => posts.shownPassages(opened, key)),
    lastPost: (key) => useIfExists(null, (opened) => posts.last(opened, key)),
    hasPostFor: (key, occasion) => useIfExists(false, (opened) => posts.has(opened, key, occasion)),
    claim: (post, now, processedUntil, request) =>
      use((opened) => posts.claim(opened, post, { now, processedUntil, request })),
    skip: (post) => use((opened) => posts.skip(opened, post)),
    record: (post, message) => use((opened) => posts.record(opened, post, message)),
    renewClaim: (post) => use((opened) => posts.renewClaim(opened, post)),
    takeOver: (post, owner, until) => use((opened) => posts.takeOver(opened, post, owner, until)),
    finish: (post, message) => use((opened) => posts.finish(opened, post, message)),
    openPosts: () => useIfExists([], posts.open),
  };
}
