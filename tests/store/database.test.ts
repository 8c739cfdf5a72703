import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { describe, expect, it } from 'vitest';
import { hasDatabase, openDatabase, versionOf } from '../../src/store/database.ts';
import { DATABASE_FILE } from '../../src/store/database-name.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { temporaryFolder } from './temporary.ts';

/** What opening a folder's database throws. */
function faultOf(folder: string): unknown {
  try {
    openDatabase(folder).close();
  } catch (error) {
    return error;
  }
  throw new Error('Nothing was thrown.');
}

const tablesOf = (connection: Database.Database) =>
  (connection.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all() as { name: string }[]).map(
    ({ name }) => name,
  );

describe('openDatabase', () => {
  it('creates folder, file and tables when they are first needed', () => {
    const folder = join(temporaryFolder(), 'deep', 'data');
    expect(hasDatabase(folder)).toBe(false);
    const connection = openDatabase(folder);
    expect(hasDatabase(folder)).toBe(true);
    expect(tablesOf(connection)).toContain('corrections');
    expect(versionOf(connection)).toBeGreaterThan(0);
    connection.close();
  });

  it('uses a write-ahead log', () => {
    const connection = openDatabase(temporaryFolder());
    expect(connection.prepare('PRAGMA journal_mode').get()).toMatchObject({ journal_mode: 'wal' });
    connection.close();
  });

  it('opens what it created again, without changing it', () => {
    const folder = temporaryFolder();
    openDatabase(folder).close();
    const before = readFileSync(join(folder, DATABASE_FILE));
    openDatabase(folder).close();
    expect(readFileSync(join(folder, DATABASE_FILE)).equals(before)).toBe(true);
  });

  it('can be opened twice at the same time', () => {
    const folder = temporaryFolder();
    const one = openDatabase(folder);
    const other = openDatabase(folder);
    expect(versionOf(other)).toBe(versionOf(one));
    one.close();
    other.close();
  });

  it('migrates an empty file', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, DATABASE_FILE), '');
    const connection = openDatabase(folder);
    expect(tablesOf(connection)).toContain('corrections');
    connection.close();
  });

  it('leaves a database as it was if a migration fails', () => {
    const folder = temporaryFolder();
    const foreign = new Database(join(folder, DATABASE_FILE));
    foreign.exec('CREATE TABLE corrections (other TEXT)');
    foreign.close();
    expect(faultOf(folder)).toBeInstanceOf(StoreError);
    const after = new Database(join(folder, DATABASE_FILE));
    expect(versionOf(after)).toBe(0);
    after.close();
  });

  it('refuses a database of a newer version, and says so', () => {
    const folder = temporaryFolder();
    const connection = openDatabase(folder);
    connection.exec('PRAGMA user_version = 999');
    connection.close();
    expect(String(faultOf(folder))).toContain('version 999, made by a newer Rostrum');
  });

  it('says that a file is damaged, in one line with its path', () => {
    const folder = temporaryFolder();
    const file = join(folder, DATABASE_FILE);
    writeFileSync(file, 'no database '.repeat(1000));
    const fault = faultOf(folder);
    expect(fault).toBeInstanceOf(StoreError);
    expect(String(fault)).toContain(`${file} cannot be used (SQLITE_NOTADB). The file is damaged`);
    expect(String(fault)).not.toContain('\n');
  });

  it('says that the folder cannot be created', () => {
    const folder = join(temporaryFolder(), 'file');
    writeFileSync(folder, '');
    const fault = faultOf(folder);
    expect(fault).toBeInstanceOf(StoreError);
    expect(String(fault)).toContain('DATA_DIR');
  });

  // Who may do everything may also write into a read-only folder.
  it.skipIf(process.getuid?.() === 0)('says that the folder is read-only', () => {
    const folder = temporaryFolder();
    chmodSync(folder, 0o555);
    const fault = faultOf(folder);
    chmodSync(folder, 0o755);
    expect(fault).toBeInstanceOf(StoreError);
    expect(String(fault)).toContain('Set DATA_DIR to a folder that Rostrum may write to.');
    expect(existsSync(join(folder, DATABASE_FILE))).toBe(false);
  });
});
