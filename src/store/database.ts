import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { DATABASE_FILE } from './database-name.ts';
import { explainStoreError, isBusy, StoreError } from './store-error.ts';

export type Connection = Database.Database;

/** How long a write waits for that of another program, in milliseconds: far less than Discord waits for a reply. */
const BUSY_MS = 1000;
/** How long to wait before the log is asked for again, in milliseconds. */
const RETRY_MS = 10;

/**
 * The statements that turn each version of the database into the next; the first ones turn an empty file into version 1.
 * Add to them, but never change them: they made the databases that people have.
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
  // 'number' is what people type. 'since' is when the schedule was set. The code calls 'handled' processedUntil,
  // 'held_until' claimedUntil, and 'sent_since' unconfirmedSince.
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
  // 'requests' are what people asked for and was carried out, by Discord's ids, for a day. 'copied' says that the digest
  // comes from a copy of the database, which does not know what was posted after it was made.
  `CREATE TABLE requests (
    id TEXT PRIMARY KEY,
    taken INTEGER NOT NULL
  ) STRICT;
  ALTER TABLE digests ADD COLUMN copied INTEGER NOT NULL DEFAULT 0`,
  // The first and the last date (YYYY-MM-DD) of the seminars of a digest. The code calls them 'from' and 'until'.
  `ALTER TABLE digests ADD COLUMN first_date TEXT;
  ALTER TABLE digests ADD COLUMN last_date TEXT`,
];

/**
 * Opens the database and migrates it to the current version. Creates the folder and the file if they do not exist.
 * @param directory DATA_DIR
 * @param busyMs how long a write waits for that of another program, in milliseconds
 * @throws StoreError with a line for the person who runs Rostrum
 */
export function openDatabase(directory: string, busyMs = BUSY_MS): Connection {
  const file = join(directory, DATABASE_FILE);
  let connection: Connection | undefined;
  try {
    mkdirSync(directory, { recursive: true });
    connection = new Database(file);
    connection.prepare(`PRAGMA busy_timeout = ${busyMs}`).get();
    useLog(connection, busyMs);
    migrate(connection, file);
    return connection;
  } catch (error) {
    connection?.close();
    throw explainStoreError(error, file);
  }
}

/**
 * Has the database written by a log, so that readers do not wait for a writer: `npm run corrections` works while the bot
 * runs. SQLite gives this up at once if another program is just creating the same file, whatever its busy timeout.
 */
function useLog(connection: Connection, busyMs: number): void {
  const end = performance.now() + busyMs;
  for (;;) {
    try {
      connection.prepare('PRAGMA journal_mode = WAL').get();
      return;
    } catch (error) {
      if (!isBusy(error) || performance.now() >= end) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RETRY_MS);
    }
  }
}

/** Whether anything has ever been stored in a folder. */
export function hasDatabase(directory: string): boolean {
  return existsSync(join(directory, DATABASE_FILE));
}

/** The version of a database: how many migrations it went through. */
export function versionOf(connection: Connection): number {
  const row = connection.prepare('PRAGMA user_version').get() as { user_version: number };
  return row.user_version;
}

function migrate(connection: Connection, file: string): void {
  if (versionOf(connection) === MIGRATIONS.length) return;
  connection.exec('BEGIN IMMEDIATE');
  try {
    // Read it again: another program may have migrated the database while this one waited to begin.
    const version = versionOf(connection);
    if (version > MIGRATIONS.length) {
      throw new StoreError(
        `The database ${file} has version ${version}, made by a newer Rostrum; this one reads versions up to ${MIGRATIONS.length}. Use the newer Rostrum.`,
      );
    }
    for (const migration of MIGRATIONS.slice(version)) connection.exec(migration);
    connection.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
    connection.exec('COMMIT');
  } catch (error) {
    // After a full disk, SQLite has rolled the transaction back itself.
    if (connection.inTransaction) connection.exec('ROLLBACK');
    throw error;
  }
}
