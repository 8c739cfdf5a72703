import type { Connection } from './database.ts';
import { inTransaction, milliseconds, run } from './statements.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** How long a digest is remembered after somebody stopped it or its server removed the bot. */
const FORGOTTEN_AFTER_MS = 30 * DAY_MS;
/** How long a request is remembered. Discord takes replies for 15 minutes; a form can be sent again for longer. */
const REQUEST_MS = DAY_MS;
/** No time that is stored lies further ahead, unless the clock was wrong: clocks are off by less than this. */
export const AHEAD_MS = 60 * MINUTE_MS;

/** Times that are past when they are stored. */
const PAST_TIMES = [
  ['digests', 'since'],
  ['digests', 'handled'],
  ['digests', 'ended'],
  ['digests', 'trouble_at'],
  ['posts', 'claimed'],
  ['posts', 'sent_since'],
  ['requests', 'taken'],
] as const;

/**
 * Deletes what is no longer needed: digests that ended 30 days ago with their posts, and requests of the day before.
 * @param now the right time
 * @param isToMend whether to put times in order first that a wrong clock has left in the future, so that no digest is
 * silent until then. That reads every post.
 */
export function tidy(connection: Connection, now: Date, isToMend: boolean): void {
  const time = milliseconds(now);
  const old = 'ended IS NOT NULL AND ended < ?';
  const forgotten = time - FORGOTTEN_AFTER_MS;
  inTransaction(connection, () => {
    for (const [table, column] of isToMend ? PAST_TIMES : [])
      run(connection, `UPDATE ${table} SET ${column} = ? WHERE ${column} > ?`, time, time + AHEAD_MS);
    run(connection, `DELETE FROM posts WHERE digest IN (SELECT key FROM digests WHERE ${old})`, forgotten);
    run(connection, `DELETE FROM digests WHERE ${old}`, forgotten);
    run(connection, 'DELETE FROM requests WHERE taken < ?', time - REQUEST_MS);
  });
}
