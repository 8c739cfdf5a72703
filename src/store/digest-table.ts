import type { Digest, TroubleKind } from '../core/digest/digest.ts';
import type { Locale } from '../core/language/locale.ts';
import type { Connection } from './database.ts';
import { type Request, refuseTaken, take } from './requests.ts';
import {
  changed,
  inTransaction,
  milliseconds,
  type Row,
  rows,
  run,
  timeIn,
  type Value,
} from './statements.ts';

/** A digest that has no number or history yet. */
export type NewDigest = Omit<Digest, 'number' | 'processedUntil' | 'isPaused' | 'isCopied' | 'trouble'>;

/** A server's digests that have not ended, by number. */
export function ofServer(connection: Connection, server: string): Digest[] {
  const sql = 'SELECT * FROM digests WHERE server = ? AND ended IS NULL ORDER BY number';
  return rows(connection, sql, server).map(digestIn);
}

/** All digests that have not ended, by server and number. */
export function active(connection: Connection): Digest[] {
  const sql = 'SELECT * FROM digests WHERE ended IS NULL ORDER BY server, number';
  return rows(connection, sql).map(digestIn);
}

/**
 * Stores a new digest under the server's next number.
 * @param most how many digests a server may have
 * @param request what asked for it
 * @returns null if the server has that many already
 * @throws RequestTaken if the request was carried out before
 */
export function add(
  connection: Connection,
  digest: NewDigest,
  most: number,
  request?: Request,
): Digest | null {
  return inTransaction(connection, () => {
    refuseTaken(connection, request);
    const [{ count = 0, last = 0 } = {}] = rows(
      connection,
      `SELECT count(*) FILTER (WHERE ended IS NULL) AS count, coalesce(max(number), 0) AS last
       FROM digests WHERE server = ?`,
      digest.server,
    );
    if (Number(count) >= most) return null;
    take(connection, request);
    const number = Number(last) + 1;
    run(
      connection,
      `INSERT INTO digests (key, server, number, channel, time, zone, days, excerpts, seminar, first_date, last_date,
         speaker, topic, language, since) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      digest.key,
      digest.server,
      number,
      ...settingsOf(digest),
    );
    return {
      ...digest,
      number,
      processedUntil: new Date(0),
      isPaused: false,
      isCopied: false,
      trouble: null,
    };
  });
}

/**
 * Changes a digest's settings, resumes it, clears its trouble, and gives up posts for another channel.
 * @throws RequestTaken if the request was carried out before
 */
export function change(connection: Connection, digest: NewDigest, request?: Request): void {
  inTransaction(connection, () => {
    take(connection, request);
    run(
      connection,
      `UPDATE digests SET channel = ?, time = ?, zone = ?, days = ?, excerpts = ?, seminar = ?, first_date = ?,
         last_date = ?, speaker = ?, topic = ?, language = ?, since = ?, handled = iif(since = ?, handled, min(handled, ?)),
         paused = 0, trouble = NULL, trouble_detail = NULL, trouble_at = NULL WHERE key = ?`,
      ...settingsOf(digest),
      // Due times that a clock far ahead has passed are forgotten once the schedule is set again.
      milliseconds(digest.since),
      milliseconds(digest.since),
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
  const { channel, time, zone, days, excerpts, language, since } = digest;
  const { seminar, from, until, speaker, topic } = digest;
  return [
    ...[channel, time, zone, days, excerpts],
    ...[seminar, from, until, speaker, topic],
    ...[language, milliseconds(since)],
  ];
}

/**
 * Ends a digest.
 * @throws RequestTaken if the request was carried out before
 */
export function end(connection: Connection, key: string, now: Date, request?: Request): void {
  inTransaction(connection, () => {
    take(connection, request);
    run(connection, 'UPDATE digests SET ended = ? WHERE key = ?', milliseconds(now), key);
  });
}

/** Ends every digest of a server; returns how many there were. */
export function endServer(connection: Connection, server: string, now: Date): number {
  const sql = 'UPDATE digests SET ended = ? WHERE server = ? AND ended IS NULL';
  return changed(connection, sql, milliseconds(now), server);
}

/** Records what went wrong with a digest, unless it has moved to another channel since. */
export function setTrouble(
  connection: Connection,
  { key, channel }: Pick<Digest, 'key' | 'channel'>,
  kind: TroubleKind,
  { detail, at, pause }: { detail: string; at: Date; pause: boolean },
): void {
  run(
    connection,
    `UPDATE digests SET trouble = ?, trouble_detail = ?, trouble_at = ?, paused = max(paused, ?)
     WHERE key = ? AND channel = ?`,
    kind,
    detail,
    milliseconds(at),
    pause ? 1 : 0,
    key,
    channel,
  );
}

/** Pauses every digest of a channel that no longer exists. */
export function pauseChannel(connection: Connection, channel: string, now: Date): void {
  run(
    connection,
    `UPDATE digests SET trouble = 'channel-gone', trouble_detail = '', trouble_at = ?, paused = 1
     WHERE channel = ? AND ended IS NULL`,
    milliseconds(now),
    channel,
  );
}

/** Marks a due time as processed; a later one that was processed before stays the last. */
export function setProcessedUntil(connection: Connection, key: string, due: Date): void {
  run(connection, 'UPDATE digests SET handled = max(handled, ?) WHERE key = ?', milliseconds(due), key);
}

/** Notes that a digest that comes from a copy of the database is in use again. */
export function adopt(connection: Connection, key: string): void {
  run(connection, 'UPDATE digests SET copied = 0 WHERE key = ?', key);
}

/** The digest in a row of the table. */
export function digestIn(row: Row): Digest {
  const text = (name: string) => String(row[name]);
  const textOrNull = (name: string) => (row[name] === null ? null : text(name));
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
    from: textOrNull('first_date'),
    until: textOrNull('last_date'),
    speaker: textOrNull('speaker'),
    topic: textOrNull('topic'),
    language: text('language') as Locale,
    since: timeIn(row, 'since'),
    processedUntil: timeIn(row, 'handled'),
    isPaused: row.paused === 1,
    isCopied: row.copied === 1,
    trouble:
      row.trouble === null
        ? null
        : {
            kind: text('trouble') as TroubleKind,
            detail: text('trouble_detail'),
            at: timeIn(row, 'trouble_at'),
          },
  };
}
