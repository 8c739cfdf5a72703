import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/backup.ts';
import { EVERYTHING } from '../../src/core/digest/digest.ts';
import { DATABASE_FILE } from '../../src/store/database-name.ts';
import { digestsIn } from '../../src/store/digests.ts';
import { storeIn } from '../../src/store/store.ts';
import { runBuilt, runHere } from '../programs.ts';
import { temporaryFolder } from '../store/temporary.ts';

const DIGEST = {
  ...EVERYTHING,
  server: '1',
  channel: '2',
  time: '09:00',
  zone: 'UTC',
  days: '1234567',
  language: 'en' as const,
  since: new Date(0),
};

const backup = (dataDirectory: string, ...args: string[]) =>
  runHere(main, args, { env: { DATA_DIR: dataDirectory } });

describe('npm run backup', () => {
  it('copies what is committed while another program is in the middle of writing', async () => {
    const folder = temporaryFolder();
    const data = join(folder, 'data');
    const store = storeIn(data);
    await digestsIn(store).add({ ...DIGEST, key: 'copied00' }, 10);
    const writer = new Database(join(data, DATABASE_FILE));
    writer.exec('BEGIN IMMEDIATE');
    writer.exec("UPDATE digests SET channel = '3'");
    const target = join(folder, 'copy', DATABASE_FILE);
    mkdirSync(join(folder, 'copy'));
    const { status, stdout, stderr } = await runBuilt('dist/src/cli/backup.js', [target], {
      env: { DATA_DIR: data },
    });
    writer.exec('COMMIT');
    writer.close();
    expect(stderr).toBe('');
    expect(stdout).toBe(`The database was copied to ${target}.\n`);
    expect(status).toBe(0);
    expect(readdirSync(join(folder, 'copy'))).toEqual([DATABASE_FILE]);
    const copy = storeIn(join(folder, 'copy'));
    expect(await digestsIn(copy).active()).toMatchObject([{ key: 'copied00', channel: '2' }]);
    expect(await copy.use((connection) => connection.prepare('PRAGMA integrity_check').get())).toMatchObject({
      integrity_check: 'ok',
    });
    expect(await digestsIn(store).active()).toMatchObject([{ channel: '3' }]);
    copy.close();
    store.close();
  });

  it('overwrites nothing', async () => {
    const folder = temporaryFolder();
    const store = storeIn(folder);
    await digestsIn(store).add({ ...DIGEST, key: 'copied00' }, 10);
    store.close();
    const target = join(folder, 'kept');
    writeFileSync(target, 'kept');
    const { status, stderr } = await backup(folder, target);
    expect(status).toBe(1);
    expect(stderr).toBe(`${target} exists already. Give the name of a new file.\n`);
  });

  it('says that there is nothing to copy, and makes nothing', async () => {
    const folder = temporaryFolder();
    const { status, stderr } = await runBuilt('dist/src/cli/backup.js', [join(folder, 'copy')], {
      env: { DATA_DIR: folder },
    });
    expect(status).toBe(1);
    expect(stderr).toContain(`There is no database ${join(folder, DATABASE_FILE)}.`);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('leaves nothing half written if the database is damaged', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, DATABASE_FILE), 'no database, whatever its name says'.repeat(100));
    const { status, stderr } = await backup(folder, join(folder, 'copy'));
    expect(status).toBe(1);
    expect(stderr).toContain(`${join(folder, 'copy')} was not written.`);
    expect(stderr).toContain('The file is damaged');
    expect(readdirSync(folder)).toEqual([DATABASE_FILE]);
  });

  it.each([[[]], [['--help']], [['a', 'b']]])('says how it is used: %j', async (given) => {
    const { status, stderr } = await backup(temporaryFolder(), ...given);
    expect(status).toBe(2);
    expect(stderr).toContain('npm run backup -- FILE');
  });
});
