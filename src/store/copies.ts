import type { Connection } from './database.ts';
import { inTransaction, run } from './statements.ts';

/**
 * Marks a database as a copy: each of its digests may have posted since the copy was made, and a post that was being sent
 * then has been sent.
 */
export function markAsCopy(connection: Connection): void {
  inTransaction(connection, () => {
    run(connection, 'UPDATE digests SET copied = 1 WHERE ended IS NULL');
    run(connection, `UPDATE posts SET sent_since = coalesce(sent_since, claimed) WHERE state = 'claimed'`);
  });
}
