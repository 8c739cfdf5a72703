// Not in TypeScript, because it decides whether what is compiled can be used, and has to run if nothing is.

import '../node-version.js';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** From here on all paths are from the project's folder. */
process.chdir(join(import.meta.dirname, '../..'));

const FOLDERS = ['src', 'commands', 'tests'];
const TABLE = 'dist/dictionary.tsv';
/** What tsc knows of the last time, so that it compiles only what has changed. */
const TSC_INFO = 'dist/tsconfig.tsbuildinfo';
/** What the last build was made from and what it made, by contents: times say nothing after a checkout or an installation. */
const STAMP = 'dist/build.json';
/** What npm has installed; `npm prune` leaves fewer packages, but the same versions. */
const INSTALLED = 'node_modules/.package-lock.json';

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {() => string[]} sources the files that decide what is made
 * @property {() => string[]} results the files that are made
 * @property {(areResultsSound: boolean) => number} make makes them, and returns an exit status
 */

/** @type {Step[]} */
const STEPS = [
  {
    name: 'code',
    sources: () => [...sourceFiles(), 'package.json', 'package-lock.json', 'tsconfig.json'],
    results: () => [
      ...filesIn(FOLDERS.map((folder) => join('dist', folder))),
      'dist/vitest.config.js',
      TSC_INFO,
    ],
    make: compile,
  },
  {
    name: 'dictionary',
    sources: () => [
      'src/tools/build-dictionary.ts',
      ...filesIn(['src/tools/dictionary', 'src/core/language']),
    ],
    results: () => [TABLE],
    make: () => runNode('dist/src/tools/build-dictionary.js'),
  },
];

try {
  process.exitCode = build();
} catch (error) {
  console.error(`The program cannot be built: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}

/** Makes what is missing or was made from something else, and nothing if all is as it should be. Returns an exit status. */
function build() {
  const last = readStamp();
  const packages = installedPackages();
  // With other packages nothing that was made counts, even if this build does not come to its end.
  const stamp = packages.every((each) => last.packages.includes(each)) ? last : { packages, made: {} };
  for (const { name, sources, results, make } of STEPS) {
    const made = stamp.made[name];
    const areSound = made?.results === hashOf(results());
    if (areSound && made?.sources === hashOf(sources())) continue;
    // Taken before: what is changed meanwhile is not in what is made.
    const from = hashOf(sources());
    const status = make(areSound);
    if (status !== 0) return status;
    stamp.made[name] = { sources: from, results: hashOf(results()) };
    writeFileSync(`${STAMP}.new`, JSON.stringify(stamp));
    renameSync(`${STAMP}.new`, STAMP);
  }
  return 0;
}

/** @param {boolean} areResultsSound whether the compiled files are those of which tsc knows */
function compile(areResultsSound) {
  const tsc = tscFile();
  if (tsc === undefined) {
    console.error('The program has to be compiled, but the development packages are missing. Run npm ci.');
    return 1;
  }
  if (!areResultsSound) rmSync(TSC_INFO, { force: true });
  const status = runNode(tsc, '--incremental', '--tsBuildInfoFile', TSC_INFO);
  if (status === 0) removeOrphans();
  return status;
}

/** What was compiled from a file that is gone could still be imported. */
function removeOrphans() {
  const sources = new Set(sourceFiles().map((file) => file.replace(/\.ts$/, '.js')));
  for (const file of filesIn(FOLDERS.map((folder) => join('dist', folder))))
    if (!sources.has(file.slice('dist/'.length))) rmSync(file);
}

function tscFile() {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');
  } catch {
    return undefined;
  }
}

/** @param {string[]} args */
function runNode(...args) {
  return spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1;
}

function sourceFiles() {
  return [...filesIn(FOLDERS).filter((file) => /\.[jt]s$/.test(file)), 'vitest.config.ts'];
}

/** @param {string[]} folders */
function filesIn(folders) {
  return folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
    )
    .filter((path) => statSync(path).isFile())
    .sort();
}

/**
 * One hash of the names and contents of files, also of those that are not there.
 * @param {string[]} files
 */
function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files) {
    const content = existsSync(file) ? readFileSync(file) : 'missing';
    hash.update(`${file}\n${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}

/** The installed packages, each with its content; none if something else than npm installed them. */
function installedPackages() {
  if (!existsSync(INSTALLED)) return [];
  /** @type {{ packages: Record<string, { version?: string, integrity?: string }> }} */
  const { packages } = JSON.parse(readFileSync(INSTALLED, 'utf8'));
  return Object.entries(packages).map(([path, { version, integrity }]) => `${path} ${integrity ?? version}`);
}

/** @returns {{ packages: string[], made: Record<string, { sources: string, results: string }> }} */
function readStamp() {
  try {
    const { packages = [], made = {} } = JSON.parse(readFileSync(STAMP, 'utf8'));
    return { packages, made };
  } catch {
    return { packages: [], made: {} };
  }
}
