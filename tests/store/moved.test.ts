import { copyFileSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { backUp } from '../../src/store/backup.ts';
import { correctionsIn } from '../../src/store/corrections.ts';
import { DATABASE_FILE } from '../../src/store/database-name.ts';
import { storeIn } from '../../src/store/store.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { temporaryFolder } from './temporary.ts';

const report = (reason: string) => ({
  passage: 'bridges/p6',
  line: 6,
  attribution: 'Ida Moe | inferred',
  revision: 'abc',
  time: '2026-01-01T00:00:00Z',
  proposal: null,
  reason,
});

/** A folder in whose database a bot has stored one report, and goes on. */
async function running({ settleMs = 0 } = {}) {
  const above = temporaryFolder();
  const folder = join(above, 'data');
  const reports: string[] = [];
  const open = (report = (_: string) => {}) => {
    const store = storeIn(folder, { settleMs, report });
    onTestFinished(() => store.close());
    return { ...correctionsIn(store), store };
  };
  const bot = open((line) => void reports.push(line));
  await bot.add(report('before'));
  /** What a program that starts now finds. */
  const reasons = async () => (await open().list()).map(({ reason }) => reason);
  return { above, folder, file: join(folder, DATABASE_FILE), bot, reports, open, reasons };
}

const isWhole = async (store: ReturnType<typeof storeIn>) =>
  store.use((connection) => connection.prepare('PRAGMA integrity_check').get());

describe('the database of a running bot', () => {
  it.each([
    ['is deleted', (file: string) => rmSync(file)],
    [
      'is deleted with its log',
      (file: string) => {
        for (const end of ['', '-wal', '-shm']) rmSync(file + end);
      },
    ],
    ['is moved away', (file: string) => renameSync(file, `${file}.away`)],
    ['goes with its folder', (file: string) => rmSync(join(file, '..'), { recursive: true })],
  ])('is written again with everything in it if it %s', async (_, harm) => {
    const { file, bot, reports, reasons } = await running();
    harm(file);
    await bot.add(report('after'));
    expect(await reasons()).toEqual(['before', 'after']);
    expect(reports).toEqual([expect.stringContaining(`${file} was moved away or deleted`)]);
    await bot.add(report('later'));
    expect(await reasons()).toEqual(['before', 'after', 'later']);
    expect(reports).toHaveLength(1);
  });

  it.each([
    ['its log is deleted', (file: string) => rmSync(`${file}-wal`)],
    ['the index of its log is deleted', (file: string) => rmSync(`${file}-shm`)],
    [
      'its log and the index of that are deleted',
      (file: string) => {
        for (const end of ['-wal', '-shm']) rmSync(file + end);
      },
    ],
    [
      'it is moved, and a link to it is in its place',
      (file: string) => {
        renameSync(file, `${file}.away`);
        symlinkSync(`${file}.away`, file);
      },
    ],
  ])('is written again with everything in it if %s', async (_, harm) => {
    const { file, bot, reports, reasons } = await running();
    harm(file);
    await bot.add(report('after'));
    // What another program finds, the next start of the bot would find too.
    expect(await reasons()).toEqual(['before', 'after']);
    expect(reports).toEqual([expect.stringContaining(`${file} lost its log`)]);
    await bot.add(report('later'));
    expect(await reasons()).toEqual(['before', 'after', 'later']);
    expect(reports).toHaveLength(1);
    expect(await isWhole(bot.store)).toMatchObject({ integrity_check: 'ok' });
  });

  it('is whole where it was moved, and used again once it is put back', async () => {
    const { file, folder, bot, reports, reasons } = await running();
    renameSync(file, `${file}.away`);
    await bot.add(report('after'));
    renameSync(`${file}.away`, file);
    await bot.add(report('back'));
    expect(await reasons()).toEqual(['before', 'back']);
    expect(reports.at(-1)).toContain('was replaced while the bot ran');
    expect(await isWhole(bot.store)).toMatchObject({ integrity_check: 'ok' });
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it.each([
    ['moved', (from: string, to: string) => renameSync(from, to)],
    ['copied', (from: string, to: string) => copyFileSync(from, to)],
  ])('is the back-up from the moment that one is %s over it', async (_, put) => {
    const { above, folder, file, bot, reports, reasons } = await running();
    backUp(folder, join(above, 'copy'));
    await bot.add(report('lost'));
    put(join(above, 'copy'), file);
    await bot.add(report('after'));
    await bot.add(report('later'));
    expect(await reasons()).toEqual(['before', 'after', 'later']);
    expect(reports).toHaveLength(1);
    expect(await isWhole(bot.store)).toMatchObject({ integrity_check: 'ok' });
  });

  it('is the same for two processes, one after the other', async () => {
    const { file, bot, open, reasons } = await running();
    const other = open();
    await other.add(report('other'));
    rmSync(file);
    await other.add(report('first'));
    await bot.add(report('second'));
    await other.add(report('third'));
    expect(await reasons()).toEqual(['before', 'other', 'first', 'second', 'third']);
  });

  it('is left alone while somebody is about it', async () => {
    const { file, bot } = await running({ settleMs: 60_000 });
    rmSync(file);
    await expect(bot.add(report('after'))).rejects.toThrow(StoreError);
    await expect(bot.list()).rejects.toThrow('is being moved, deleted or replaced');
  });

  it('is written as before after another program has written to it', async () => {
    const { bot, open, reports } = await running();
    const other = open();
    await other.add(report('other'));
    await other.store.use((connection) => connection.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get());
    await bot.add(report('after'));
    expect(await bot.list()).toHaveLength(3);
    expect(reports).toEqual([]);
  });

  it('cannot be used while there is no place for it, and is written once there is', async () => {
    const { folder, bot, reasons } = await running();
    rmSync(folder, { recursive: true });
    copyFileSync('package.json', folder);
    await expect(bot.add(report('after'))).rejects.toThrow(StoreError);
    rmSync(folder);
    await bot.add(report('later'));
    expect(await reasons()).toEqual(['before', 'later']);
  });
});
