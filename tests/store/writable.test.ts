import { existsSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { whyUnwritable } from '../../src/store/writable.ts';
import { temporaryFolder } from './temporary.ts';

describe('whether anything can be stored in a folder', () => {
  it('is found out without leaving anything there', () => {
    const folder = temporaryFolder();
    expect(whyUnwritable(folder)).toBeUndefined();
    expect(whyUnwritable(join(folder, 'not/yet/there'))).toBeUndefined();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is denied if a file is in its place, or in that of a folder above', () => {
    const file = join(temporaryFolder(), 'data');
    writeFileSync(file, '');
    expect(whyUnwritable(file)).toBe(`${file} is a file`);
    expect(whyUnwritable(join(file, 'below'))).toBe(`${file} is a file`);
  });

  it.each(['nowhere', 'data'])(
    'is denied if a link is in its place that leads to no folder: %s',
    (target) => {
      const link = join(temporaryFolder(), 'data');
      symlinkSync(target, link);
      expect(whyUnwritable(link)).toMatch(/^E[A-Z]+$/);
      expect(whyUnwritable(join(link, 'below'))).toMatch(/^E[A-Z]+$/);
    },
  );

  // Where even root may not write.
  it.skipIf(!existsSync('/proc/self'))('is denied if the system does not allow it', () => {
    expect(whyUnwritable('/proc/rostrum/data')).toMatch(/^E[A-Z]+$/);
  });
});
