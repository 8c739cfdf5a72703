import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { explainFault, StoreError } from './store-error.ts';

export type Connection = Database.Database;

/** The one file, in DATA_DIR. */
export const DATABASE_FILE = 'rostrum.db';

/** How long a write waits for another program's, in milliseconds: far less than Discord waits for a reply. */
const BUSY_MS = 1000;

/**
 * What makes each version of the database out of the one before; the first makes version 1 of an empty file. Only
 * add to it: files out there were made by what stands here.
 */
const MIGRATIONS: readonly string[] = [
  `CREATE TABLE corrections (
    id INTEGER PRIMARY KEY,
    passage TEXT NOT NULL,
    line INTEGER NOT NULL,
    attribution TEXT NOT NULL,
    revision TEXT NOT NULL,
    time TEXT NOT NULL,
    proposal TEXT,
    reason TEXT NOT NULL
  ) STRICT`,
  // Times are milliseconds since 1970. 'key' is random and never used again: it marks the digest's messages, while
  // 'number' is what people type. 'handled' is the last due time that was seen to, 'since' when the schedule was set.
  `CREATE TABLE digests (
    key TEXT PRIMARY KEY,
    server TEXT NOT NULL,
    number INTEGER NOT NULL,
    channel TEXT NOT NULL,
    time TEXT NOT NULL,
    zone TEXT NOT NULL,
    days TEXT NOT NULL,
    excerpts INTEGER NOT NULL,
    seminar TEXT,
    speaker TEXT,
    topic TEXT,
    language TEXT NOT NULL,
    since INTEGER NOT NULL,
    handled INTEGER NOT NULL DEFAULT 0,
    paused INTEGER NOT NULL DEFAULT 0,
    trouble TEXT,
    trouble_detail TEXT,
    trouble_at INTEGER,
    ended INTEGER,
    UNIQUE (server, number)
  ) STRICT;
  CREATE TABLE posts (
    digest TEXT NOT NULL,
    occasion TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('claimed', 'posted', 'skipped')),
    channel TEXT NOT NULL,
    due INTEGER NOT NULL,
    claimed INTEGER NOT NULL,
    passages TEXT NOT NULL,
    owner TEXT NOT NULL,
    held_until INTEGER NOT NULL,
    sent_since INTEGER,
    message TEXT,
    PRIMARY KEY (digest, occasion)
  ) STRICT;
  CREATE INDEX open_posts ON posts (state) WHERE state = 'claimed'`,
];

/**
 * Opens the database and brings it to the present version. Folder and file are made where there are none.
 * @param directory DATA_DIR
 * @throws StoreError with a line for the person who runs Rostrum
 */
export function openDatabase(directory: string): Connection {
  const file = join(directory, DATABASE_FILE);
  let connection: Connection | undefined;
  try {
    mkdirSync(directory, { recursive: true });
    connection = new Database(file);
    connection.prepare(`PRAGMA busy_timeout = ${BUSY_MS}`).get();
    // Readers do not wait for a writer: `npm run corrections` beside a running bot.
    connection.prepare('PRAGMA journal_mode = WAL').get();
    migrate(connection, file);
    return connection;
  } catch (error) {
    connection?.close();
    throw explainFault(error, file);
  }
}

/** Whether anything was ever stored in a folder. */
export function hasDatabase(directory: string): boolean {
  return existsSync(join(directory, DATABASE_FILE));
}

/** The version that a database has: the number of migrations it went through. */
export function versionOf(connection: Connection): number {
  const row = connection.prepare('PRAGMA user_version').get() as { user_version: number };
  return row.user_version;
}

function migrate(connection: Connection, file: string): void {
  if (versionOf(connection) === MIGRATIONS.length) return;
  connection.exec('BEGIN IMMEDIATE');
  try {
    // Read again: another program may have migrated while this one waited to begin.
    const version = versionOf(connection);
    if (version > MIGRATIONS.length) {
      throw new StoreError(
        `The database ${file} has version ${version}, made by a newer Rostrum; this one knows ${MIGRATIONS.length}. Use the newer one.`,
      );
    }
    for (const migration of MIGRATIONS.slice(version)) connection.exec(migration);
    connection.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
    connection.exec('COMMIT');
  } catch (error) {
    // SQLite itself has already taken back what a full disk broke off.
    if (connection.inTransaction) connection.exec('ROLLBACK');
    throw error;
  }
}
