import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildSearchIndex } from '../../src/core/indexing/build-index.ts';
import { type IndexPiece, piecesOf } from '../../src/core/indexing/index-pieces.ts';
import { runToEnd } from '../../src/core/steps.ts';
import { snapshotsIn } from '../../src/store/snapshot.ts';
import { temporaryFolder } from './temporary.ts';

const pieces = [...piecesOf(buildSearchIndex([{ id: 'a', text: '木桥 of wood' }]))];
const plain: IndexPiece[] = JSON.parse(JSON.stringify(pieces));

/** Snapshots in a folder of their own, with the faults they report. */
function snapshots(directory = join(temporaryFolder(), 'data')) {
  const faults: string[] = [];
  const kept = snapshotsIn(directory, (fault) => faults.push(fault));
  const write = (key: string, written: Iterable<IndexPiece>) => runToEnd(kept.write(key, written));
  /** Null if the pieces are not whole. */
  const read = (key: string) => {
    const found: IndexPiece[] = [];
    const steps = kept.read(key);
    let step = steps.next();
    for (; !step.done; step = steps.next()) found.push(step.value);
    return step.value ? found : null;
  };
  return { directory, faults, write, read };
}

describe('a snapshot', () => {
  it('returns what was written, in a folder that it creates', () => {
    const { write, read, faults } = snapshots();
    write('key', pieces);
    expect(read('key')).toEqual(plain);
    expect(faults).toEqual([]);
  });

  it('is null, without an error, if there is none', () => {
    const { read, directory, faults } = snapshots();
    expect(read('key')).toBeNull();
    expect(faults).toEqual([]);
    expect(existsSync(directory)).toBe(false);
  });

  it('is not found under another key, and is replaced by its snapshot', () => {
    const { write, read, directory } = snapshots();
    write('before', pieces);
    expect(read('after')).toBeNull();
    write('after', pieces);
    expect(readdirSync(directory)).toHaveLength(1);
    expect(read('before')).toBeNull();
    expect(read('after')).toEqual(plain);
  });

  it('is discarded when any byte is damaged, or the end is missing', () => {
    const { write, read, directory, faults } = snapshots();
    write('key', pieces);
    const [name = ''] = readdirSync(directory);
    const file = join(directory, name);
    const sound = readFileSync(file);
    const damaged = Array.from(sound.keys(), (at) => {
      const bytes = Buffer.from(sound);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      return bytes;
    });
    for (const bytes of [...damaged, sound.subarray(0, -1), sound.subarray(0, 20), Buffer.alloc(0)]) {
      writeFileSync(file, bytes);
      expect(read('key')).toBeNull();
      expect(existsSync(file)).toBe(false);
    }
    expect(new Set(faults)).toEqual(new Set([`The snapshot ${file} is damaged; building the index again.`]));
  });

  it('leaves nothing unfinished, removes what others left long ago, and touches nothing else', () => {
    const { write, directory } = snapshots();
    mkdirSync(directory);
    for (const name of ['index-a.1.tmp', 'index-b.2.tmp', 'rostrum.db'])
      writeFileSync(join(directory, name), '');
    utimesSync(join(directory, 'index-a.1.tmp'), 0, 0);
    write('key', pieces);
    const names = readdirSync(directory).sort();
    expect(names).toEqual([
      expect.stringMatching(/^index-[0-9a-f]{32}\.snapshot$/),
      'index-b.2.tmp',
      'rostrum.db',
    ]);
  });

  it('reports in one line that it cannot be written, and continues', () => {
    // A file in place of the folder, since permissions do not stop root.
    const directory = join(temporaryFolder(), 'data');
    writeFileSync(directory, '');
    const { write, faults } = snapshots(directory);
    write('key', pieces);
    expect(faults).toEqual([
      `The snapshot of the index in ${directory} cannot be written (EEXIST); continuing without it.`,
    ]);
  });

  it('leaves the old one whole when the new one cannot be written', () => {
    const { write, read, directory, faults } = snapshots();
    write('key', pieces);
    // What is unfinished cannot be opened: its name is a folder's.
    const [name = ''] = readdirSync(directory);
    mkdirSync(join(directory, `${name}.${process.pid}.tmp`));
    write('key', pieces.slice(1));
    expect(faults).toHaveLength(1);
    expect(read('key')).toEqual(plain);
  });
});
