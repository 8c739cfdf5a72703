import type { Digest, Post, TroubleKind } from '../core/digest/digest.ts';
import type { Locale } from '../core/language/locale.ts';
import type { Connection } from './database.ts';
import type { Store } from './store.ts';

/** Where a post can be found. */
export interface PostedMessage {
  channel: string;
  message: string;
}

/** A digest before it has a number and a history. */
export type NewDigest = Omit<Digest, 'number' | 'handled' | 'isPaused' | 'trouble'>;

/** Digests and their posts, kept in a database. Every method throws StoreError when it cannot be used. */
export interface DigestStore {
  /** A server's digests by number; looking makes no database where there is none. */
  list(server: string): Promise<Digest[]>;
  /** Every digest that has not ended, of all servers. */
  active(): Promise<Digest[]>;
  /**
   * Keeps a new digest under the server's next number.
   * @param most digests that a server may have
   * @returns null where the server has as many as it may
   */
  add(digest: NewDigest, most: number): Promise<Digest | null>;
  /**
   * Changes a digest's settings; it is no longer paused, and its trouble is over. What was still to be posted in
   * another channel is given up.
   */
  change(digest: NewDigest): Promise<void>;
  /** Ends a digest. */
  end(key: string, now: Date): Promise<void>;
  /** Ends every digest of a server; how many there were. */
  endServer(server: string, now: Date): Promise<number>;
  /** Deletes what ended before a time, with its posts; it fails where nothing can be written, even if nothing has to. */
  purge(before: Date): Promise<void>;
  /** Keeps what went wrong with a digest, unless it was moved to another channel since. */
  setTrouble(
    digest: Pick<Digest, 'key' | 'channel'>,
    kind: TroubleKind,
    about: { detail: string; at: Date; pause: boolean },
  ): Promise<void>;
  /** Pauses every digest of a channel that is there no more. */
  pauseChannel(channel: string, now: Date): Promise<void>;
  /** The ids of the passages that were posted, oldest first; what may have been posted counts. */
  shown(key: string): Promise<string[]>;
  /** The last post, or null. */
  last(key: string): Promise<PostedMessage | null>;
  /** Whether something was posted, claimed or skipped for an occasion. */
  has(key: string, occasion: string): Promise<boolean>;
  /**
   * Takes on a post; of several processes one alone succeeds.
   * @param handled the post's due time, where it is the schedule's
   */
  claim(post: Post, now: Date, handled: Date | null): Promise<boolean>;
  /** Marks a due time as seen to, without a post. */
  skip(post: Pick<Post, 'digest' | 'occasion' | 'channel' | 'due'>): Promise<void>;
  /**
   * Keeps hold of a post, before it is sent; false where another process has taken it over or finished it, or the
   * digest was stopped or moved.
   */
  hold(post: Post): Promise<boolean>;
  /** Takes a post over from the process that held it; false where another one was faster. */
  takeOver(post: Post, owner: string, until: Date): Promise<boolean>;
  /** Ends a post: with the id of its message, which is kept even where the post was given up, or null where it is given up. */
  finish(post: Post, message: string | null): Promise<void>;
  /** Posts that were taken on and not ended, with their digests. */
  open(): Promise<{ post: Post; digest: Digest }[]>;
}

/** The digests in a store. */
export function digestsIn({ use, exists }: Store): DigestStore {
  const useIfThere = async <T>(fallback: T, work: (connection: Connection) => T) =>
    (await exists()) ? use(work) : fallback;
  return {
    list: (server) =>
      useIfThere([], (opened) =>
        rows(opened, 'SELECT * FROM digests WHERE server = ? AND ended IS NULL ORDER BY number', server).map(
          digestOf,
        ),
      ),
    active: () =>
      useIfThere([], (opened) =>
        rows(opened, 'SELECT * FROM digests WHERE ended IS NULL ORDER BY server, number').map(digestOf),
      ),
    add: (digest, most) => use((opened) => add(opened, digest, most)),
    change: (digest) => use((opened) => change(opened, digest)),
    end: (key, now) =>
      use((opened) => run(opened, 'UPDATE digests SET ended = ? WHERE key = ?', ms(now), key)),
    endServer: (server, now) =>
      useIfThere(0, (opened) =>
        changed(opened, 'UPDATE digests SET ended = ? WHERE server = ? AND ended IS NULL', ms(now), server),
      ),
    purge: (before) => useIfThere(undefined, (opened) => purge(opened, before)),
    setTrouble: ({ key, channel }, kind, { detail, at, pause }) =>
      use((opened) =>
        run(
          opened,
          `UPDATE digests SET trouble = ?, trouble_detail = ?, trouble_at = ?, paused = max(paused, ?)
           WHERE key = ? AND channel = ?`,
          kind,
          detail,
          ms(at),
          pause ? 1 : 0,
          key,
          channel,
        ),
      ),
    pauseChannel: (channel, now) =>
      useIfThere(undefined, (opened) =>
        run(
          opened,
          `UPDATE digests SET trouble = 'channel-gone', trouble_detail = '', trouble_at = ?, paused = 1
           WHERE channel = ? AND ended IS NULL`,
          ms(now),
          channel,
        ),
      ),
    shown: (key) => useIfThere<string[]>([], (opened) => shown(opened, key)),
    last: (key) =>
      useIfThere(null, (opened) => {
        const [row] = rows(
          opened,
          `SELECT channel, message FROM posts WHERE digest = ? AND state = 'posted' ORDER BY claimed DESC LIMIT 1`,
          key,
        );
        return row ? { channel: String(row.channel), message: String(row.message) } : null;
      }),
    has: (key, occasion) =>
      useIfThere(
        false,
        (opened) =>
          rows(opened, 'SELECT 1 FROM posts WHERE digest = ? AND occasion = ?', key, occasion).length > 0,
      ),
    claim: (post, now, handled) => use((opened) => claim(opened, post, now, handled)),
    skip: (post) => use((opened) => skip(opened, post)),
    hold: ({ digest, occasion, owner, heldUntil, sentSince }) =>
      use(
        (opened) =>
          changed(
            opened,
            `UPDATE posts SET held_until = ?, sent_since = ?
             WHERE digest = ? AND occasion = ? AND owner = ? AND state = 'claimed'
               AND EXISTS (SELECT 1 FROM digests
                 WHERE key = posts.digest AND ended IS NULL AND digests.channel = posts.channel)`,
            ms(heldUntil),
            sentSince && ms(sentSince),
            digest,
            occasion,
            owner,
          ) === 1,
      ),
    takeOver: ({ digest, occasion, owner: before }, owner, until) =>
      use(
        (opened) =>
          changed(
            opened,
            `UPDATE posts SET owner = ?, held_until = ?
             WHERE digest = ? AND occasion = ? AND owner = ? AND state = 'claimed'`,
            owner,
            ms(until),
            digest,
            occasion,
            before,
          ) === 1,
      ),
    finish: ({ digest, occasion }, message) =>
      use((opened) =>
        run(
          opened,
          `UPDATE posts SET state = ?, message = ?
           WHERE digest = ? AND occasion = ? AND (state = 'claimed' OR (? IS NOT NULL AND message IS NULL))`,
          message === null ? 'skipped' : 'posted',
          message,
          digest,
          occasion,
          message,
        ),
      ),
    open: () =>
      useIfThere([], (opened) =>
        rows(
          opened,
          `SELECT posts.*, posts.channel AS post_channel, digests.* FROM posts JOIN digests ON digests.key = posts.digest
           WHERE posts.state = 'claimed' AND digests.ended IS NULL AND digests.channel = posts.channel`,
        ).map((row) => ({ post: postOf(row), digest: digestOf(row) })),
      ),
  };
}

type Value = string | number | null;
type Row = Readonly<Record<string, Value>>;

function rows(connection: Connection, sql: string, ...values: Value[]): Row[] {
  return connection.prepare(sql).all(...values) as Row[];
}

function changed(connection: Connection, sql: string, ...values: Value[]): number {
  return connection.prepare(sql).run(...values).changes;
}

function run(connection: Connection, sql: string, ...values: Value[]): void {
  connection.prepare(sql).run(...values);
}

/** Does all of some work or nothing; no other process writes meanwhile. */
function atOnce<T>(connection: Connection, work: () => T): T {
  connection.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    connection.exec('COMMIT');
    return result;
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK');
    throw error;
  }
}

function add(connection: Connection, digest: NewDigest, most: number): Digest | null {
  return atOnce(connection, () => {
    const [{ count = 0, last = 0 } = {}] = rows(
      connection,
      `SELECT count(*) FILTER (WHERE ended IS NULL) AS count, coalesce(max(number), 0) AS last
       FROM digests WHERE server = ?`,
      digest.server,
    );
    if (Number(count) >= most) return null;
    const number = Number(last) + 1;
    run(
      connection,
      `INSERT INTO digests (key, server, number, channel, time, zone, days, excerpts, seminar, speaker, topic,
         language, since) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      digest.key,
      digest.server,
      number,
      ...settingsOf(digest),
    );
    return { ...digest, number, handled: new Date(0), isPaused: false, trouble: null };
  });
}

function change(connection: Connection, digest: NewDigest): void {
  atOnce(connection, () => {
    run(
      connection,
      `UPDATE digests SET channel = ?, time = ?, zone = ?, days = ?, excerpts = ?, seminar = ?, speaker = ?, topic = ?,
         language = ?, since = ?, handled = iif(since = ?, handled, min(handled, ?)),
         paused = 0, trouble = NULL, trouble_detail = NULL, trouble_at = NULL WHERE key = ?`,
      ...settingsOf(digest),
      // What a clock that was far ahead has seen to is forgotten when the schedule is set anew.
      ms(digest.since),
      ms(digest.since),
      digest.key,
    );
    run(
      connection,
      `UPDATE posts SET state = 'skipped' WHERE digest = ? AND state = 'claimed' AND channel <> ?`,
      digest.key,
      digest.channel,
    );
  });
}

function settingsOf(digest: NewDigest): Value[] {
  const { channel, time, zone, days, excerpts, seminar, speaker, topic, language, since } = digest;
  return [channel, time, zone, days, excerpts, seminar, speaker, topic, language, ms(since)];
}

function purge(connection: Connection, before: Date): void {
  const old = 'ended IS NOT NULL AND ended < ?';
  atOnce(connection, () => {
    run(connection, `DELETE FROM posts WHERE digest IN (SELECT key FROM digests WHERE ${old})`, ms(before));
    run(connection, `DELETE FROM digests WHERE ${old}`, ms(before));
  });
}

function shown(connection: Connection, key: string): string[] {
  const posts = rows(
    connection,
    `SELECT passages FROM posts WHERE digest = ? AND state <> 'skipped' ORDER BY claimed, rowid`,
    key,
  );
  return posts.flatMap(({ passages }) => JSON.parse(String(passages)) as string[]);
}

const INSERT_POST = `INSERT INTO posts (digest, occasion, state, channel, due, claimed, passages, owner, held_until)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`;

function claim(connection: Connection, post: Post, now: Date, handled: Date | null): boolean {
  return atOnce(connection, () => {
    const { digest, occasion, channel, due, passages, owner, heldUntil } = post;
    const isNew =
      changed(
        connection,
        INSERT_POST,
        ...[
          digest,
          occasion,
          'claimed',
          channel,
          ms(due),
          ms(now),
          JSON.stringify(passages),
          owner,
          ms(heldUntil),
        ],
      ) === 1;
    if (handled) setHandled(connection, digest, handled);
    return isNew;
  });
}

function skip(
  connection: Connection,
  { digest, occasion, channel, due }: Pick<Post, 'digest' | 'occasion' | 'channel' | 'due'>,
): void {
  atOnce(connection, () => {
    run(connection, INSERT_POST, ...[digest, occasion, 'skipped', channel, ms(due), ms(due), '[]', '', 0]);
    setHandled(connection, digest, due);
  });
}

function setHandled(connection: Connection, key: string, due: Date): void {
  run(connection, 'UPDATE digests SET handled = max(handled, ?) WHERE key = ?', ms(due), key);
}

function ms(time: Date): number {
  return time.getTime();
}

function digestOf(row: Row): Digest {
  const text = (name: string) => String(row[name]);
  const textOrNull = (name: string) => (row[name] === null ? null : text(name));
  const time = (name: string) => new Date(Number(row[name]));
  return {
    key: text('key'),
    server: text('server'),
    number: Number(row.number),
    channel: text('channel'),
    time: text('time'),
    zone: text('zone'),
    days: text('days'),
    excerpts: Number(row.excerpts),
    seminar: textOrNull('seminar'),
    speaker: textOrNull('speaker'),
    topic: textOrNull('topic'),
    language: text('language') as Locale,
    since: time('since'),
    handled: time('handled'),
    isPaused: row.paused === 1,
    trouble:
      row.trouble === null
        ? null
        : { kind: text('trouble') as TroubleKind, detail: text('trouble_detail'), at: time('trouble_at') },
  };
}

function postOf(row: Row): Post {
  const time = (name: string) => new Date(Number(row[name]));
  return {
    digest: String(row.digest),
    occasion: String(row.occasion),
    channel: String(row.post_channel),
    due: time('due'),
    passages: JSON.parse(String(row.passages)),
    owner: String(row.owner),
    heldUntil: time('held_until'),
    sentSince: row.sent_since === null ? null : time('sent_since'),
  };
}
