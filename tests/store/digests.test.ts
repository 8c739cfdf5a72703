import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Post } from '../../src/core/digest/digest.ts';
import { backUp } from '../../src/store/backup.ts';
import { correctionsIn } from '../../src/store/corrections.ts';
import { type Connection, openDatabase, versionOf } from '../../src/store/database.ts';
import { DATABASE_FILE } from '../../src/store/database-name.ts';
import type { NewDigest } from '../../src/store/digest-table.ts';
import { type DigestStore, digestsIn } from '../../src/store/digests.ts';
import { RequestTaken } from '../../src/store/requests.ts';
import { type Store, storeIn } from '../../src/store/store.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { temporaryFolder } from './temporary.ts';

const MOST = 10;
const at = (text: string) => new Date(`2026-03-${text}Z`);

const DIGEST: NewDigest = {
  key: 'k1',
  server: 'S',
  channel: 'C',
  time: '09:00',
  zone: 'Asia/Shanghai',
  days: '12345',
  excerpts: 2,
  seminar: 'bridges',
  from: '2024-01-01',
  until: '2024-12-31',
  speaker: "Jo '; DROP TABLE digests; --",
  topic: null,
  language: 'zh-TW',
  since: at('09T00:00:00'),
};

const POST: Post = {
  digest: 'k1',
  occasion: '2026-03-10',
  channel: 'C',
  due: at('10T01:00:00'),
  passages: ['bridges/p3', 'bridges/p6'],
  owner: 'one',
  claimedUntil: at('10T01:01:00'),
  unconfirmedSince: null,
};

/** The store of a folder, closed after the test. */
function opened(folder = temporaryFolder()): DigestStore & { store: Store } {
  const store = storeIn(folder);
  onTestFinished(() => store.close());
  return { ...digestsIn(store), store };
}

/** The store of a new folder with one digest. */
async function withDigest(): Promise<DigestStore & { store: Store }> {
  const digests = opened();
  await digests.add(DIGEST, MOST);
  return digests;
}

const posted = async (digests: DigestStore, post: Partial<Post>, message: string | null) => {
  await digests.claim({ ...POST, ...post }, POST.due, POST.due);
  await digests.finish({ ...POST, ...post }, message);
};

describe('digests', () => {
  it('come back as they were set up, after the file was closed', async () => {
    const folder = temporaryFolder();
    const digests = opened(folder);
    const added = await digests.add(DIGEST, MOST);
    digests.store.close();
    expect(added).toEqual({
      ...DIGEST,
      number: 1,
      processedUntil: new Date(0),
      isPaused: false,
      isCopied: false,
      trouble: null,
    });
    expect(await opened(folder).list('S')).toEqual([added]);
  });

  it('create no file before there is one to store', async () => {
    const folder = join(temporaryFolder(), 'data');
    const digests = opened(folder);
    expect(await digests.list('S')).toEqual([]);
    expect(await digests.active()).toEqual([]);
    expect(await digests.openPosts()).toEqual([]);
    expect(await digests.shownPassages('k1')).toEqual([]);
    expect(await digests.lastPost('k1')).toBeNull();
    expect(await digests.hasPostFor('k1', '2026-03-10')).toBe(false);
    expect(await digests.endServer('S', at('09T00:00:00'))).toBe(0);
    await digests.tidy(at('09T00:00:00'), true);
    await digests.pauseChannel('C', at('09T00:00:00'));
    expect(existsSync(folder)).toBe(false);
  });

  it('are listed for one server only, by number', async () => {
    const digests = await withDigest();
    await digests.add({ ...DIGEST, key: 'k2', server: 'T' }, MOST);
    await digests.add({ ...DIGEST, key: 'k3' }, MOST);
    expect((await digests.list('S')).map(({ key, number }) => [key, number])).toEqual([
      ['k1', 1],
      ['k3', 2],
    ]);
    expect((await digests.active()).map(({ key }) => key)).toEqual(['k1', 'k3', 'k2']);
  });

  it('are at most ten per server', async () => {
    const digests = opened();
    for (let count = 0; count < MOST; count++)
      expect(await digests.add({ ...DIGEST, key: `k${count}` }, MOST)).not.toBeNull();
    expect(await digests.add({ ...DIGEST, key: 'more' }, MOST)).toBeNull();
    expect(await digests.list('S')).toHaveLength(MOST);
    expect(await digests.add({ ...DIGEST, key: 'elsewhere', server: 'T' }, MOST)).not.toBeNull();
  });

  it('can be added again once one has ended', async () => {
    const digests = opened();
    for (let count = 0; count < MOST; count++) await digests.add({ ...DIGEST, key: `k${count}` }, MOST);
    await digests.end('k4', at('10T00:00:00'));
    expect(await digests.add({ ...DIGEST, key: 'more' }, MOST)).toMatchObject({ number: 11 });
  });

  it('never get the number of one that has ended', async () => {
    const digests = await withDigest();
    await digests.end('k1', at('10T00:00:00'));
    expect(await digests.add({ ...DIGEST, key: 'k2' }, MOST)).toMatchObject({ number: 2 });
  });

  it('are no longer listed once they have ended', async () => {
    const digests = await withDigest();
    await digests.end('k1', at('10T00:00:00'));
    expect(await digests.list('S')).toEqual([]);
    expect(await digests.active()).toEqual([]);
  });

  it('are changed in every setting', async () => {
    const digests = await withDigest();
    const settings: NewDigest = {
      ...DIGEST,
      channel: 'D',
      time: '10:30',
      zone: 'UTC',
      days: '7',
      excerpts: 5,
      seminar: null,
      speaker: null,
      topic: 'steel',
      language: 'en',
      since: at('11T00:00:00'),
    };
    await digests.change(settings);
    expect(await digests.list('S')).toMatchObject([{ ...settings, number: 1 }]);
  });

  it('are no longer paused, and have no trouble, once they are changed', async () => {
    const digests = await withDigest();
    await digests.setTrouble({ key: 'k1', channel: 'C' }, 'permissions', {
      detail: 'SendMessages',
      at: at('10T00:00:00'),
      pause: true,
    });
    await digests.change(DIGEST);
    expect(await digests.list('S')).toMatchObject([{ isPaused: false, trouble: null }]);
  });

  it('keep their trouble', async () => {
    const digests = await withDigest();
    const trouble = { detail: '2026-03-10', at: at('10T00:00:00') };
    await digests.setTrouble({ key: 'k1', channel: 'C' }, 'missed', { ...trouble, pause: false });
    expect(await digests.list('S')).toMatchObject([
      { isPaused: false, trouble: { kind: 'missed', ...trouble } },
    ]);
  });

  it('stay paused through a trouble that does not pause', async () => {
    const digests = await withDigest();
    await digests.setTrouble({ key: 'k1', channel: 'C' }, 'refused', {
      detail: '50035',
      at: at('10T00:00:00'),
      pause: true,
    });
    await digests.setTrouble({ key: 'k1', channel: 'C' }, 'missed', {
      detail: '',
      at: at('11T00:00:00'),
      pause: false,
    });
    expect(await digests.list('S')).toMatchObject([{ isPaused: true, trouble: { kind: 'missed' } }]);
  });

  it('of a deleted channel are paused, and no others', async () => {
    const digests = await withDigest();
    await digests.add({ ...DIGEST, key: 'k2', channel: 'D' }, MOST);
    await digests.pauseChannel('C', at('10T00:00:00'));
    expect(await digests.list('S')).toMatchObject([
      { isPaused: true, trouble: { kind: 'channel-gone', at: at('10T00:00:00') } },
      { isPaused: false, trouble: null },
    ]);
  });

  it('of a server end together', async () => {
    const digests = await withDigest();
    await digests.add({ ...DIGEST, key: 'k2' }, MOST);
    await digests.add({ ...DIGEST, key: 'k3', server: 'T' }, MOST);
    expect(await digests.endServer('S', at('10T00:00:00'))).toBe(2);
    expect(await digests.endServer('S', at('10T00:00:00'))).toBe(0);
    expect((await digests.active()).map(({ key }) => key)).toEqual(['k3']);
  });
});

describe('tidying', () => {
  const rowsOf = (store: Store) =>
    store.use((connection) => ({
      digests: connection.prepare('SELECT key FROM digests').all().length,
      posts: connection.prepare('SELECT digest FROM posts').all().length,
    }));

  it('deletes what ended before, with its posts', async () => {
    const digests = await withDigest();
    await posted(digests, {}, 'M');
    await digests.end('k1', at('10T00:00:00'));
    await digests.tidy(new Date(Date.UTC(2026, 3, 9, 0, 0, 0, 1)), true);
    expect(await rowsOf(digests.store)).toEqual({ digests: 0, posts: 0 });
  });

  it('keeps what ended later', async () => {
    const digests = await withDigest();
    await posted(digests, {}, 'M');
    await digests.end('k1', at('10T00:00:00'));
    await digests.tidy(new Date(Date.UTC(2026, 3, 9)), true);
    expect(await rowsOf(digests.store)).toEqual({ digests: 1, posts: 1 });
  });

  it('keeps what has not ended', async () => {
    const digests = await withDigest();
    await posted(digests, {}, 'M');
    await digests.tidy(new Date(Date.UTC(2026, 5, 1)), true);
    expect(await rowsOf(digests.store)).toEqual({ digests: 1, posts: 1 });
  });
});

describe('a request', () => {
  const request = { id: '123456789012345678', at: at('09T00:00:00') };

  it('is carried out once, whatever it asks for', async () => {
    const digests = opened();
    await digests.add(DIGEST, MOST, request);
    await expect(digests.add({ ...DIGEST, key: 'k2' }, MOST, request)).rejects.toThrow(RequestTaken);
    await expect(digests.change({ ...DIGEST, channel: 'D' }, request)).rejects.toThrow(RequestTaken);
    await expect(digests.end('k1', request.at, request)).rejects.toThrow(RequestTaken);
    await expect(digests.claim(POST, POST.due, null, request)).rejects.toThrow(RequestTaken);
    expect(await digests.active()).toMatchObject([{ key: 'k1', channel: 'C' }]);
    expect(await digests.hasPostFor('k1', POST.occasion)).toBe(false);
  });

  it('can be made again if it was not carried out', async () => {
    const digests = await withDigest();
    expect(await digests.add({ ...DIGEST, key: 'k2' }, 1, request)).toBeNull();
    expect(await digests.isTaken(request.id)).toBe(false);
    expect(await digests.claim(POST, POST.due, null, request)).toBe(true);
    expect(await digests.isTaken(request.id)).toBe(true);
  });

  it('is forgotten after a day', async () => {
    const digests = opened();
    await digests.add(DIGEST, MOST, request);
    await digests.tidy(at('10T00:00:00'), false);
    expect(await digests.isTaken(request.id)).toBe(true);
    await digests.tidy(at('10T00:00:00.001'), false);
    expect(await digests.isTaken(request.id)).toBe(false);
  });
});

describe('posts', () => {
  it('are claimed once, and their due time is processed', async () => {
    const digests = await withDigest();
    expect(await digests.claim(POST, POST.due, POST.due)).toBe(true);
    expect(await digests.claim({ ...POST, owner: 'other' }, POST.due, POST.due)).toBe(false);
    expect(await digests.list('S')).toMatchObject([{ processedUntil: POST.due }]);
    expect((await digests.openPosts()).map(({ post }) => post)).toEqual([POST]);
  });

  it('outside the schedule process no due time', async () => {
    const digests = await withDigest();
    await digests.claim(POST, POST.due, null);
    expect(await digests.list('S')).toMatchObject([{ processedUntil: new Date(0) }]);
  });

  it('never change the last processed due time to an earlier one', async () => {
    const digests = await withDigest();
    await digests.claim(POST, POST.due, POST.due);
    await digests.skip({ ...POST, occasion: '2026-03-09', due: at('09T01:00:00') });
    expect(await digests.list('S')).toMatchObject([{ processedUntil: POST.due }]);
  });

  it('are claimed by only one connection', async () => {
    const folder = temporaryFolder();
    const one = opened(folder);
    const other = opened(folder);
    await one.add(DIGEST, MOST);
    const claims = await Promise.all([
      one.claim(POST, POST.due, POST.due),
      other.claim({ ...POST, owner: 'other' }, POST.due, POST.due),
    ]);
    expect(claims.toSorted()).toEqual([false, true]);
    expect(await one.openPosts()).toHaveLength(1);
  });

  it('can have the same occasion in two digests', async () => {
    const digests = await withDigest();
    await digests.add({ ...DIGEST, key: 'k2' }, MOST);
    expect(await digests.claim(POST, POST.due, POST.due)).toBe(true);
    expect(await digests.claim({ ...POST, digest: 'k2' }, POST.due, POST.due)).toBe(true);
  });

  it('cannot be claimed once skipped', async () => {
    const digests = await withDigest();
    await digests.skip(POST);
    expect(await digests.hasPostFor('k1', POST.occasion)).toBe(true);
    expect(await digests.claim(POST, POST.due, POST.due)).toBe(false);
    expect(await digests.openPosts()).toEqual([]);
    expect(await digests.list('S')).toMatchObject([{ processedUntil: POST.due }]);
  });

  it('stay posted if they are skipped afterwards', async () => {
    const digests = await withDigest();
    await posted(digests, {}, 'M');
    await digests.skip(POST);
    expect(await digests.lastPost('k1')).toEqual({ channel: 'C', message: 'M' });
  });

  it('are open, with their digest as it is now', async () => {
    const digests = await withDigest();
    await digests.claim(POST, POST.due, POST.due);
    await digests.change({ ...DIGEST, topic: 'AI' });
    const [open] = await digests.openPosts();
    expect(open?.post.channel).toBe('C');
    expect(open?.digest).toEqual((await digests.list('S'))[0]);
    expect(open?.digest.topic).toBe('AI');
  });

  it('of a digest that has moved to another channel are not open', async () => {
    const digests = await withDigest();
    await digests.claim(POST, POST.due, POST.due);
    await digests.change({ ...DIGEST, channel: 'D' });
    expect(await digests.openPosts()).toEqual([]);
  });

  it('of a digest that has ended are not open', async () => {
    const digests = await withDigest();
    await digests.claim(POST, POST.due, POST.due);
    await digests.end('k1', at('10T02:00:00'));
    expect(await digests.openPosts()).toEqual([]);
  });

  it('are no longer open once they are posted or given up', async () => {
    const digests = await withDigest();
    await posted(digests, {}, 'M');
    await posted(digests, { occasion: '2026-03-11' }, null);
    expect(await digests.openPosts()).toEqual([]);
    expect(await digests.lastPost('k1')).toEqual({ channel: 'C', message: 'M' });
  });

  it('keep the message with which they were finished first', async () => {
    const digests = await withDigest();
    await posted(digests, {}, 'M');
    await digests.finish(POST, null);
    await digests.finish(POST, 'N');
    expect(await digests.lastPost('k1')).toEqual({ channel: 'C', message: 'M' });
  });

  it('have as their last the one that was claimed last', async () => {
    const digests = await withDigest();
    await digests.claim(POST, at('11T00:00:00'), null);
    await digests.claim({ ...POST, occasion: 'now', channel: 'D' }, at('12T00:00:00'), null);
    await digests.finish({ ...POST, occasion: 'now' }, 'later');
    await digests.finish(POST, 'earlier');
    expect(await digests.lastPost('k1')).toEqual({ channel: 'D', message: 'later' });
  });

  it('show their passages, oldest first, if they were posted or may have been', async () => {
    const digests = await withDigest();
    await posted(digests, { occasion: '1', passages: ['p1', 'p2'] }, 'M');
    await posted(digests, { occasion: '2', passages: ['p1', 'p3'] }, null);
    await digests.claim({ ...POST, occasion: '3', passages: ['p1'] }, POST.due, POST.due);
    await digests.skip({ ...POST, occasion: '4' });
    expect(await digests.shownPassages('k1')).toEqual(['p1', 'p2', 'p1']);
    expect(await digests.shownPassages('k2')).toEqual([]);
  });
});

describe('a claimed post', () => {
  const later = { ...POST, claimedUntil: at('10T01:05:00'), unconfirmedSince: at('10T01:00:30') };

  it('can be claimed for longer, and marked as sent', async () => {
    const digests = await withDigest();
    await digests.claim(POST, POST.due, POST.due);
    expect(await digests.renewClaim(later)).toBe(true);
    expect((await digests.openPosts())[0]?.post).toEqual(later);
  });

  it('is taken over by only one other process', async () => {
    const digests = await withDigest();
    await digests.claim(POST, POST.due, POST.due);
    const until = at('10T01:10:00');
    expect(await digests.takeOver(POST, 'two', until)).toBe(true);
    expect(await digests.takeOver(POST, 'three', until)).toBe(false);
    expect((await digests.openPosts())[0]?.post).toEqual({ ...POST, owner: 'two', claimedUntil: until });
  });

  it('is no longer claimed once it is taken over', async () => {
    const digests = await withDigest();
    await digests.claim(POST, POST.due, POST.due);
    await digests.takeOver(POST, 'two', at('10T01:10:00'));
    expect(await digests.renewClaim(later)).toBe(false);
    expect((await digests.openPosts())[0]?.post.unconfirmedSince).toBeNull();
    expect(await digests.renewClaim({ ...later, owner: 'two' })).toBe(true);
  });

  it('can neither be claimed nor taken over once it is finished', async () => {
    const digests = await withDigest();
    await posted(digests, {}, 'M');
    expect(await digests.renewClaim(later)).toBe(false);
    expect(await digests.takeOver(POST, 'two', at('10T01:10:00'))).toBe(false);
  });
});

/** Runs a script that uses the built store until it ends, and returns what it printed. */
async function printed(script: string): Promise<string> {
  const child = startScript(script);
  let stdout = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  const [status] = await once(child, 'close');
  expect(status).toBe(0);
  return stdout;
}

/** Starts a script that has the built store as `storeIn` and `digestsIn`; `npm test` builds it first. */
function startScript(script: string) {
  const built = `${process.cwd()}/dist/src/store`;
  const imports = `import { storeIn } from '${built}/store.js'; import { digestsIn } from '${built}/digests.js';`;
  return spawn(process.execPath, ['--input-type=module', '--eval', `${imports}\n${script}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

const revived = (post: Post) =>
  `{ ...${JSON.stringify(post)}, due: new Date(${post.due.getTime()}), claimedUntil: new Date(${post.claimedUntil.getTime()}) }`;

describe('two processes', () => {
  it('claim each of fifty occasions once', async () => {
    const folder = temporaryFolder();
    const digests = opened(folder);
    await digests.add(DIGEST, MOST);
    const claimAll = (owner: string) =>
      printed(`const digests = digestsIn(storeIn(${JSON.stringify(folder)}));
        const post = ${revived(POST)};
        for (let at = 0; at < 50; at++)
          if (await digests.claim({ ...post, occasion: String(at), owner: '${owner}' }, post.due, post.due))
            console.log(at);`);
    const claimed = (await Promise.all([claimAll('one'), claimAll('two')])).map((text) =>
      text.split('\n').filter(Boolean).map(Number),
    );
    expect(claimed.flat().toSorted((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, index) => index));
    const owners = (await digests.openPosts()).map(({ post }) => post.owner).toSorted();
    expect(owners).toEqual(
      claimed.flatMap((each, index) => each.map(() => ['one', 'two'][index])).toSorted(),
    );
  });

  it('create the database once if both come first', async () => {
    const folder = temporaryFolder();
    const add = (key: string) =>
      printed(`const digest = ${JSON.stringify({ ...DIGEST, key })};
        const added = await digestsIn(storeIn(${JSON.stringify(folder)})).add({ ...digest, since: new Date(0) }, 10);
        console.log(added.number);`);
    const numbers = await Promise.all([add('k1'), add('k2')]);
    expect(numbers.map(Number).toSorted()).toEqual([1, 2]);
  });

  it('create it one after the other, though SQLite does not wait for the first', async () => {
    const folder = temporaryFolder();
    const creator = startScript(`import Database from 'libsql';
      const database = new Database(${JSON.stringify(join(folder, DATABASE_FILE))});
      database.exec('BEGIN IMMEDIATE');
      console.log('begun');
      setTimeout(() => database.exec('COMMIT'), 300);`);
    const ended = once(creator, 'close');
    await once(creator.stdout, 'data');
    const added = await opened(folder).add(DIGEST, MOST);
    expect(added).toMatchObject({ number: 1 });
    await ended;
  });
});

describe('a copy of the database, made while another process writes,', () => {
  it('opens clean, with every row up to the copy', async () => {
    const folder = temporaryFolder();
    const digests = opened(folder);
    await digests.add(DIGEST, MOST);
    const writer = startScript(`const digests = digestsIn(storeIn(${JSON.stringify(folder)}));
      const post = ${revived(POST)};
      for (let at = 0; ; at++) {
        await digests.claim({ ...post, occasion: String(at) }, post.due, post.due);
        await digests.finish({ ...post, occasion: String(at) }, 'message ' + at);
        console.log(at);
        await new Promise((resolve) => setTimeout(resolve, 1));
      }`);
    onTestFinished(() => {
      writer.kill('SIGKILL');
    });
    let last = -1;
    writer.stdout.setEncoding('utf8').on('data', (text: string) => {
      last = Number(text.trimEnd().split('\n').at(-1));
    });
    for (let copied = 0; copied < 5; copied++) {
      await once(writer.stdout, 'data');
      const before = last;
      const copy = temporaryFolder();
      for (const suffix of ['', '-wal', '-shm'])
        copyFileSync(join(folder, `${DATABASE_FILE}${suffix}`), join(copy, `${DATABASE_FILE}${suffix}`));
      const connection = openDatabase(copy);
      expect(connection.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
      const rows = connection
        .prepare('SELECT occasion, state, message, passages FROM posts ORDER BY CAST(occasion AS INTEGER)')
        .all() as Record<string, string>[];
      connection.close();
      expect(rows.length).toBeGreaterThan(before);
      for (const [index, row] of rows.slice(0, before + 1).entries())
        expect(row).toEqual({
          occasion: String(index),
          state: 'posted',
          message: `message ${index}`,
          passages: JSON.stringify(POST.passages),
        });
    }
  });
});

/** Version 1 of the database, as it was made by what stood in the first migration. */
const VERSION_1 = `CREATE TABLE corrections (
    id INTEGER PRIMARY KEY,
    passage TEXT NOT NULL,
    line INTEGER NOT NULL,
    attribution TEXT NOT NULL,
    revision TEXT NOT NULL,
    time TEXT NOT NULL,
    proposal TEXT,
    reason TEXT NOT NULL
  ) STRICT;
  INSERT INTO corrections (passage, line, attribution, revision, time, proposal, reason)
    VALUES ('bridges/p6', 6, 'Ida Moe | inferred', 'abc', '2026-01-01T00:00:00Z', NULL, 'It was Jo.');
  PRAGMA user_version = 1`;

describe('a database of version 1', () => {
  const oldFolder = () => {
    const folder = temporaryFolder();
    const old = new Database(join(folder, DATABASE_FILE));
    old.exec(VERSION_1);
    old.close();
    return folder;
  };

  it('keeps its reports', async () => {
    const store = storeIn(oldFolder());
    onTestFinished(() => store.close());
    expect(await correctionsIn(store).list()).toMatchObject([
      { passage: 'bridges/p6', reason: 'It was Jo.' },
    ]);
  });

  it('is copied as it is', async () => {
    const folder = oldFolder();
    backUp(folder, join(folder, 'copy'));
    const copy = new Database(join(folder, 'copy'));
    expect(versionOf(copy)).toBe(1);
    copy.close();
  });

  it('stores digests', async () => {
    const folder = oldFolder();
    const digests = opened(folder);
    expect(await digests.list('S')).toEqual([]);
    await digests.add(DIGEST, MOST);
    expect(await digests.store.use(versionOf)).toBe(4);
    expect(await correctionsIn(digests.store).list()).toHaveLength(1);
  });
});

describe('a database of version 3', () => {
  it('keeps its digests, which have no dates, and takes dates for them', async () => {
    const folder = temporaryFolder();
    const before = openDatabase(folder);
    before.exec(`ALTER TABLE digests DROP COLUMN first_date; ALTER TABLE digests DROP COLUMN last_date;
      INSERT INTO digests (key, server, number, channel, time, zone, days, excerpts, language, since)
        VALUES ('k1', 'S', 1, 'C', '09:00', 'UTC', '1', 1, 'en', 0);
      PRAGMA user_version = 3`);
    before.close();
    const digests = opened(folder);
    expect(await digests.list('S')).toMatchObject([{ number: 1, from: null, until: null }]);
    await digests.change(DIGEST);
    expect(await digests.list('S')).toMatchObject([{ from: '2024-01-01', until: '2024-12-31' }]);
  });
});

describe('a database that cannot be used', () => {
  const faultOf = async (work: Promise<unknown>): Promise<unknown> => {
    try {
      await work;
    } catch (error) {
      return error;
    }
    throw new Error('Nothing was thrown.');
  };
  const pragma = (name: string) => (connection: Connection) => connection.prepare(`PRAGMA ${name}`).all();

  it('is a StoreError with a remedy if the file is damaged', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, DATABASE_FILE), 'no database '.repeat(1000));
    const digests = opened(folder);
    for (const work of [
      digests.list('S'),
      digests.add(DIGEST, MOST),
      digests.claim(POST, POST.due, POST.due),
    ]) {
      const fault = await faultOf(work);
      expect(fault).toBeInstanceOf(StoreError);
      expect(String(fault)).toContain('The file is damaged: move it away, or restore a backup.');
    }
    rmSync(join(folder, DATABASE_FILE));
    expect(await digests.add(DIGEST, MOST)).not.toBeNull();
  });

  it('is a StoreError with a remedy if it is read-only, and loses nothing', async () => {
    const digests = await withDigest();
    await digests.store.use(pragma('query_only = 1'));
    const fault = await faultOf(digests.claim(POST, POST.due, POST.due));
    expect(fault).toBeInstanceOf(StoreError);
    expect(String(fault)).toContain('Set DATA_DIR to a folder that Rostrum may write to.');
    expect(await digests.list('S')).toMatchObject([{ ...DIGEST, processedUntil: new Date(0) }]);
    expect(await digests.claim(POST, POST.due, POST.due)).toBe(true);
  });

  it('is a StoreError with a remedy if the disk is full, and loses nothing', async () => {
    const digests = await withDigest();
    await posted(digests, {}, 'M');
    await digests.store.use(pragma('max_page_count = 1'));
    const fault = await faultOf(
      (async () => {
        for (let index = 0; ; index++) {
          const passages = ['x'.repeat(4000)];
          await digests.claim({ ...POST, occasion: String(index), passages }, POST.due, POST.due);
        }
      })(),
    );
    expect(fault).toBeInstanceOf(StoreError);
    expect(String(fault)).toContain('(SQLITE_FULL). Free some space on the disk.');
    expect(await digests.lastPost('k1')).toEqual({ channel: 'C', message: 'M' });
    expect(await digests.list('S')).toMatchObject([DIGEST]);
  });

  it('is a StoreError with a remedy if another program has locked it', async () => {
    const folder = temporaryFolder();
    const digests = opened(folder);
    await digests.add(DIGEST, MOST);
    const other = openDatabase(folder);
    onTestFinished(() => {
      other.close();
    });
    other.exec('BEGIN IMMEDIATE');
    const fault = await faultOf(digests.claim(POST, POST.due, POST.due));
    expect(fault).toBeInstanceOf(StoreError);
    expect(String(fault)).toContain('Only one Rostrum may use this DATA_DIR');
    other.exec('ROLLBACK');
    expect(await digests.claim(POST, POST.due, POST.due)).toBe(true);
  });
});
