import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Correction } from '../../src/core/passages/correction.ts';
import { addCorrection, correctionsIn, listCorrections } from '../../src/store/corrections.ts';
import { openDatabase } from '../../src/store/database.ts';
import { DATABASE_FILE } from '../../src/store/database-name.ts';
import { storeIn } from '../../src/store/store.ts';
import { explainStoreError, StoreError } from '../../src/store/store-error.ts';
import { temporaryFolder } from './temporary.ts';

const REPORT: Correction = {
  passage: 'bridges/p6',
  line: 6,
  attribution: 'Ida Moe | inferred',
  revision: 'abc',
  time: '2026-01-01T00:00:00Z',
  proposal: 'Jo Lee',
  reason: "李乔's words; '); DROP TABLE corrections; --",
};

describe('the reports', () => {
  it('come back as they were stored, oldest first, after the file was closed', async () => {
    const folder = temporaryFolder();
    const store = correctionsIn(storeIn(folder));
    await store.add(REPORT);
    await store.add({ ...REPORT, proposal: null });
    store.close();
    const reopened = correctionsIn(storeIn(folder));
    expect(await reopened.list()).toEqual([REPORT, { ...REPORT, proposal: null }]);
    reopened.close();
  });

  it('create no file before there is one to store', async () => {
    const folder = join(temporaryFolder(), 'data');
    const store = correctionsIn(storeIn(folder));
    expect(await store.list()).toEqual([]);
    expect(existsSync(folder)).toBe(false);
  });

  it('are read while the bot has the file open', async () => {
    const folder = temporaryFolder();
    const bot = correctionsIn(storeIn(folder));
    await bot.add(REPORT);
    const reader = correctionsIn(storeIn(folder));
    expect(await reader.list()).toEqual([REPORT]);
    reader.close();
    bot.close();
  });

  it('can be stored again as soon as somebody has moved a damaged file away', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, DATABASE_FILE), 'no database '.repeat(1000));
    const store = correctionsIn(storeIn(folder));
    await expect(store.add(REPORT)).rejects.toThrow(StoreError);
    rmSync(join(folder, DATABASE_FILE));
    await store.add(REPORT);
    expect(await store.list()).toEqual([REPORT]);
    store.close();
  });

  it('say that a database is read-only', () => {
    const connection = openDatabase(temporaryFolder());
    connection.prepare('PRAGMA query_only = 1').all();
    expect(() => addCorrection(connection, REPORT)).toThrow(/readonly/);
    connection.close();
  });

  it('that were stored stay when the disk is full, and the error says what to do', () => {
    const connection = openDatabase(temporaryFolder());
    addCorrection(connection, REPORT);
    connection.prepare('PRAGMA max_page_count = 1').get();
    let fault: unknown;
    try {
      for (let stored = 0; stored < 100; stored++)
        addCorrection(connection, { ...REPORT, reason: 'x'.repeat(500) });
    } catch (error) {
      fault = error;
    }
    const explained = explainStoreError(fault, 'data/rostrum.db').message;
    expect(explained).toBe(
      'The database data/rostrum.db cannot be used (SQLITE_FULL). Free some space on the disk.',
    );
    expect(listCorrections(connection)[0]).toEqual(REPORT);
    connection.close();
  });
});
