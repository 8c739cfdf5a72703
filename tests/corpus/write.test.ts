import { spawnSync } from 'node:child_process';
import { existsSync, renameSync } from 'node:fs';
import { expect, it } from 'vitest';
import { stageSeminar } from '../../src/corpus/write.ts';
import { temporaryFolder } from '../store/temporary.ts';

const SEMINAR = { id: 'talk', sourceFile: 'source.txt', source: Buffer.from('Yes.'), transcript: '---\n' };

it('what a killed import has left is removed by the next one, and what another is writing stays', async () => {
  const corpus = temporaryFolder();
  const { pid: ended } = spawnSync(process.execPath, ['--version']);
  const left = await stageSeminar(corpus, SEMINAR);
  const ofEnded = left.directory.replace(`-p${process.pid}-`, `-p${ended}-`);
  expect(ofEnded).not.toBe(left.directory);
  renameSync(left.directory, ofEnded);
  const living = await stageSeminar(corpus, SEMINAR);
  expect([ofEnded, living.directory].map((folder) => existsSync(folder))).toEqual([false, true]);
  await stageSeminar(corpus, { ...SEMINAR, id: 'other' });
  expect(existsSync(living.directory)).toBe(true);
});
