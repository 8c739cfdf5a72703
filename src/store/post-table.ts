import type { Digest, Post } from '../core/digest/digest.ts';
import type { Connection } from './database.ts';
import { digestIn, setProcessedUntil } from './digest-table.ts';
import { type Request, take } from './requests.ts';
import { changed, inTransaction, milliseconds, type Row, rows, run, timeIn } from './statements.ts';

/** A post that was sent, by Discord's ids. */
export interface PostedMessage {
  channel: string;
  message: string;
}

/** The ids of the passages in all posts of a digest that were sent or may have been, oldest first. */
export function shownPassages(connection: Connection, key: string): string[] {
  const posts = rows(
    connection,
    `SELECT passages FROM posts WHERE digest = ? AND state <> 'skipped' ORDER BY claimed, rowid`,
    key,
  );
  return posts.flatMap(({ passages }) => JSON.parse(String(passages)) as string[]);
}

/** The last post that was sent, or null. */
export function last(connection: Connection, key: string): PostedMessage | null {
  const [row] = rows(
    connection,
    `SELECT channel, message FROM posts WHERE digest = ? AND state = 'posted' ORDER BY claimed DESC LIMIT 1`,
    key,
  );
  return row ? { channel: String(row.channel), message: String(row.message) } : null;
}

/** Whether an occasion has a post, whether claimed, posted or skipped. */
export function has(connection: Connection, key: string, occasion: string): boolean {
  return rows(connection, 'SELECT 1 FROM posts WHERE digest = ? AND occasion = ?', key, occasion).length > 0;
}

const INSERT = `INSERT INTO posts (digest, occasion, state, channel, due, claimed, passages, owner, held_until, sent_since)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`;

/** What goes with a claim. */
export interface ClaimOptions {
  now: Date;
  /** The post's due time, or null if it is not one of the schedule. */
  processedUntil: Date | null;
  /** What asked for it, if somebody did. */
  request?: Request | undefined;
}

/**
 * Claims a post. Of several processes, only one succeeds.
 * @throws RequestTaken if the request was carried out before
 */
export function claim(
  connection: Connection,
  post: Post,
  { now, processedUntil, request }: ClaimOptions,
): boolean {
  const { digest, occasion, channel, due, passages, owner, claimedUntil, unconfirmedSince } = post;
  return inTransaction(connection, () => {
    const inserted = changed(
      connection,
      INSERT,
      ...[digest, occasion, 'claimed', channel, milliseconds(due), milliseconds(now)],
      ...[JSON.stringify(passages), owner, milliseconds(claimedUntil)],
      unconfirmedSince && milliseconds(unconfirmedSince),
    );
    if (inserted === 1) take(connection, request);
    if (processedUntil) setProcessedUntil(connection, digest, processedUntil);
    return inserted === 1;
  });
}

/** Marks a due time as processed, without a post. */
export function skip(
  connection: Connection,
  { digest, occasion, channel, due }: Pick<Post, 'digest' | 'occasion' | 'channel' | 'due'>,
): void {
  const time = milliseconds(due);
  inTransaction(connection, () => {
    run(connection, INSERT, ...[digest, occasion, 'skipped', channel, time, time, '[]', '', 0, null]);
    setProcessedUntil(connection, digest, due);
  });
}

/** Stores a post that was found in its channel, with the id of its message; one that is known stays as it is. */
export function record(
  connection: Connection,
  {
    digest,
    occasion,
    channel,
    due,
    passages,
  }: Pick<Post, 'digest' | 'occasion' | 'channel' | 'due' | 'passages'>,
  message: string,
): void {
  const time = milliseconds(due);
  inTransaction(connection, () => {
    const values = [digest, occasion, 'posted', channel, time, time, JSON.stringify(passages), '', 0, null];
    if (changed(connection, INSERT, ...values) === 0) return;
    run(
      connection,
      'UPDATE posts SET message = ? WHERE digest = ? AND occasion = ?',
      message,
      digest,
      occasion,
    );
  });
}

/** Extends a claim; false if the post is no longer its owner's, or the digest was stopped or moved. */
export function renewClaim(connection: Connection, post: Post): boolean {
  const { digest, occasion, owner, claimedUntil, unconfirmedSince } = post;
  return (
    changed(
      connection,
      `UPDATE posts SET held_until = ?, sent_since = ?
       WHERE digest = ? AND occasion = ? AND owner = ? AND state = 'claimed'
         AND EXISTS (SELECT 1 FROM digests
           WHERE key = posts.digest AND ended IS NULL AND digests.channel = posts.channel)`,
      milliseconds(claimedUntil),
      unconfirmedSince && milliseconds(unconfirmedSince),
      digest,
      occasion,
      owner,
    ) === 1
  );
}

/** Takes a post over from the process that had claimed it; false if another process was faster. */
export function takeOver(connection: Connection, post: Post, owner: string, until: Date): boolean {
  return (
    changed(
      connection,
      `UPDATE posts SET owner = ?, held_until = ?
       WHERE digest = ? AND occasion = ? AND owner = ? AND state = 'claimed'`,
      owner,
      milliseconds(until),
      post.digest,
      post.occasion,
      post.owner,
    ) === 1
  );
}

/** Finishes a post: as posted with the id of its message, or with null as given up. */
export function finish(
  connection: Connection,
  { digest, occasion }: Pick<Post, 'digest' | 'occasion'>,
  message: string | null,
): void {
  run(
    connection,
    `UPDATE posts SET state = ?, message = ?
     WHERE digest = ? AND occasion = ? AND (state = 'claimed' OR (? IS NOT NULL AND message IS NULL))`,
    message === null ? 'skipped' : 'posted',
    message,
    digest,
    occasion,
    message,
  );
}

/** Posts that were claimed and not finished, with their digests. */
export function open(connection: Connection): { post: Post; digest: Digest }[] {
  return rows(
    connection,
    `SELECT posts.*, posts.channel AS post_channel, digests.* FROM posts JOIN digests ON digests.key = posts.digest
     WHERE posts.state = 'claimed' AND digests.ended IS NULL AND digests.channel = posts.channel`,
  ).map((row) => ({ post: postIn(row), digest: digestIn(row) }));
}

function postIn(row: Row): Post {
  return {
    digest: String(row.digest),
    occasion: String(row.occasion),
    channel: String(row.post_channel),
    due: timeIn(row, 'due'),
    passages: JSON.parse(String(row.passages)),
    owner: String(row.owner),
    claimedUntil: timeIn(row, 'held_until'),
    unconfirmedSince: row.sent_since === null ? null : timeIn(row, 'sent_since'),
  };
}
