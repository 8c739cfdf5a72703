import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { backUp } from '../../src/store/backup.ts';
import { openDatabase } from '../../src/store/database.ts';
import { DATABASE_FILE } from '../../src/store/database-name.ts';
import { permissions, visibleText } from '../discord/stand-in.ts';
import { temporaryFolder } from '../store/temporary.ts';
import { DAY, type DigestWorld, HOUR, MINUTE, startDigestWorld } from './digest-world.ts';

describe('a digest of a back-up that is restored', () => {
  let world: DigestWorld;
  let folder: string;

  beforeEach(async ({ onTestFinished }) => {
    world = await startDigestWorld();
    onTestFinished(() => world.close());
    folder = temporaryFolder();
    await world.start();
  });

  const backedUp = () => backUp(world.folder, join(folder, DATABASE_FILE));
  /** Starts the bot with the back-up, once Discord has forgotten its nonces. Then lets time pass for it. */
  async function restored(): Promise<(milliseconds: number) => Promise<void>> {
    world.clock.advance(10 * MINUTE);
    const bot = await world.restartIn(folder);
    await bot.scheduler?.tick();
    return async (milliseconds) => {
      world.clock.advance(milliseconds);
      await bot.scheduler?.tick();
    };
  }
  async function troubleNow(): Promise<unknown> {
    const opened = openDatabase(folder);
    const row = opened.prepare('SELECT trouble, trouble_detail FROM digests').get() as Record<
      string,
      unknown
    >;
    opened.close();
    return [row.trouble, row.trouble_detail];
  }
  /** What each post quotes. */
  const quoted = () => world.posts().map((post) => visibleText(post).split('\n').slice(1).join('\n'));

  it('is not posted again, and goes on with the next excerpt', async () => {
    backedUp();
    await world.pass(HOUR);
    const pass = await restored();
    await pass(MINUTE);
    expect(world.posts()).toHaveLength(1);
    expect(await troubleNow()).toEqual([null, null]);
    await pass(DAY);
    expect(new Set(quoted()).size).toBe(2);
  });

  it('repeats nothing that was posted in the days since, also outside the schedule', async () => {
    backedUp();
    await world.pass(HOUR);
    await world.digest('now');
    for (let day = 0; day < 3; day++) await world.pass(DAY);
    expect(world.posts()).toHaveLength(5);
    const pass = await restored();
    expect(world.posts()).toHaveLength(5);
    for (let day = 0; day < 3; day++) await pass(DAY);
    expect(new Set(quoted()).size).toBe(8);
    expect(await troubleNow()).toEqual([null, null]);
  });

  it('is posted if it was not', async () => {
    backedUp();
    world.clock.advance(HOUR + MINUTE);
    await restored();
    expect(world.posts()).toHaveLength(1);
  });

  it('is not posted again from a plain copy of the file', async () => {
    const opened = openDatabase(world.folder);
    opened.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
    opened.close();
    mkdirSync(folder, { recursive: true });
    copyFileSync(join(world.folder, DATABASE_FILE), join(folder, DATABASE_FILE));
    await world.pass(HOUR);
    const pass = await restored();
    expect(world.posts()).toHaveLength(1);
    await pass(DAY);
    expect(world.posts()).toHaveLength(2);
  });

  it('is skipped rather than posted twice if the channel cannot be read, and goes on the day after', async () => {
    world.standIn.setPermissions(world.channel, permissions.viewChannel | permissions.sendMessages);
    backedUp();
    await world.pass(HOUR);
    const pass = await restored();
    expect(world.posts()).toHaveLength(1);
    expect(await troubleNow()).toEqual(['unconfirmed', '2026-03-09']);
    await pass(DAY);
    expect(world.posts()).toHaveLength(2);
  });

  it('waits if Discord does not answer the search', async () => {
    backedUp();
    await world.pass(HOUR);
    const mend = world.standIn.fault(({ method, path }) =>
      method === 'GET' && path.endsWith('/messages') ? { status: 503 } : undefined,
    );
    const pass = await restored();
    await pass(MINUTE);
    mend();
    await pass(MINUTE);
    expect(world.posts()).toHaveLength(1);
    expect(await troubleNow()).toEqual([null, null]);
  });

  it('is posted late as ever after the bot was off, where the channel cannot be read', async () => {
    world.standIn.setPermissions(world.channel, permissions.viewChannel | permissions.sendMessages);
    world.clock.advance(HOUR + MINUTE);
    const bot = await world.restartIn(world.folder);
    await bot.scheduler?.tick();
    expect(world.posts()).toHaveLength(1);
  });

  it('is not posted again if it is copied over the file while the bot runs', async () => {
    backedUp();
    await world.pass(HOUR);
    copyFileSync(join(folder, DATABASE_FILE), join(world.folder, DATABASE_FILE));
    await world.pass(10 * MINUTE);
    await world.pass(MINUTE);
    expect(world.reports).toEqual([expect.stringContaining('was overwritten while the bot ran')]);
    expect(world.posts()).toHaveLength(1);
    await world.pass(DAY);
    expect(new Set(quoted()).size).toBe(2);
  });
});
