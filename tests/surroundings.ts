import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The seminar that the tests and benches know: what they expect of answers holds for it alone. */
export const SHIPPED_SEMINAR = 'scsp-chips-2025';

/** The names of the settings; `.env.example` lists all. */
const SETTINGS = Array.from(
  readFileSync('.env.example', 'utf8').matchAll(/^(\w+)=/gm),
  ([, name = '']) => name,
);
/** Other variables by which a machine says how its programs reach the network: the tests stay on loopback. */
const PROXIES = ['http_proxy', 'https_proxy', 'all_proxy', 'no_proxy'].flatMap((name) => [
  name,
  name.toUpperCase(),
]);

/**
 * Makes a corpus folder with the shipped seminar alone, whatever else is in a corpus: a copy, since a link out of a
 * corpus folder is not followed.
 * @param from the corpus folder that has the seminar
 * @param parent the folder that the new one is made in
 * @returns the new corpus folder
 */
export function shippedSeminarAlone(from: string, parent: string): string {
  const folder = join(parent, 'corpus');
  cpSync(join(from, SHIPPED_SEMINAR), join(folder, SHIPPED_SEMINAR), { recursive: true });
  return folder;
}

/**
 * Frees this process of what the machine and the checkout say about settings: the corpus is the shipped seminar alone,
 * data has a folder that is nobody's, everything else has its default.
 * @returns what removes the files made for it
 */
export function takeOwnSurroundings(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'rostrum-tests-'));
  for (const name of [...PROXIES, ...SETTINGS]) delete process.env[name];
  process.env.CORPUS_DIR = shippedSeminarAlone('corpus', folder);
  process.env.DATA_DIR = join(folder, 'data');
  return () => rmSync(folder, { recursive: true, force: true });
}

/**
 * The settings of this process, for a program that it starts or runs. One set to nothing has its default, and hides
 * what a `.env` in the working folder says.
 */
export function ownSettings(): Record<string, string> {
  return Object.fromEntries(SETTINGS.map((name) => [name, process.env[name] ?? '']));
}

/** Before the first test of a run: vitest calls it in the process that starts the workers. */
export default takeOwnSurroundings;
