import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** What npm decides by, of a package in package-lock.json. */
interface Locked {
  dev?: boolean;
  os?: string[];
  libc?: string[];
  engines?: { node?: string };
}

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, Locked>;
};
const locked = Object.entries(packages).filter(([path]) => path !== '');

/** npm writes this file, but keeps what is put right in it by hand, until the package is replaced by another version. */
const REMEDY = 'Put it right in package-lock.json.';

describe('package-lock.json', () => {
  it('names the C library of each binary for Linux, without which npm installs those for all of them', () => {
    const binaries = locked.filter(([, { dev, os }]) => !dev && os?.join() === 'linux');
    expect(binaries.length).toBeGreaterThan(1);
    for (const [path, { libc }] of binaries)
      expect(libc, `"libc" of ${path}. ${REMEDY}`).toEqual([path.includes('musl') ? 'musl' : 'glibc']);
  });

  it.each([20, 22, 24])('has no package that refuses Node %i, of which npm would warn', (major) => {
    const refusing = locked.filter(([, { engines }]) => engines?.node && !takes(engines.node, major));
    expect(
      refusing.map(([path]) => path),
      REMEDY,
    ).toEqual([]);
  });
});

/** Whether a range such as `^20.19.0 || >=22` takes some version with this first number. */
function takes(range: string, major: number): boolean {
  return range.split('||').some((part) => {
    const [, sign, least] = /^(\^|>=)? *v?(\d+)/.exec(part.trim()) ?? [];
    return sign === '>=' ? Number(least) <= major : Number(least) === major;
  });
}
