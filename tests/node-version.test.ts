import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tooOld } from '../src/node-version.js';
import { temporaryFolder } from './store/temporary.ts';

const { engines, scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  engines: { node: string };
  scripts: Record<string, string>;
};

const sources = ['src', 'commands'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
);
const code = new Map(
  sources.filter((file) => /\.[jt]s$/.test(file)).map((file) => [file, readFileSync(file, 'utf8')]),
);
const programs = Array.from(code).filter(([, text]) => /^await run(?:IfMain)?\(/m.test(text));

/**
 * What we import by name from Node, all of which Node 16 has: a name that is missing would end a program before its first
 * line runs. For a newer one import the module's default; `.ci/nodes` shows whether that is enough.
 */
const NAMES_IN_NODE_16 = new Set(
  `createHash randomBytes randomUUID lstatSync once setMaxListeners EventEmitter accessSync closeSync constants existsSync fsyncSync mkdirSync
  mkdtempSync openSync copyFile rename rm Worker parentPort workerData inflateRawSync readdirSync readFileSync renameSync rmdirSync rmSync statSync writeSync mkdir open readdir readFile
  realpath realpathSync stat writeFile lstat createRequire basename dirname extname join normalize relative resolve isAbsolute sep
  setImmediate setTimeout isIP Socket connect BlockList copyFileSync hostname readSync writeFileSync fileURLToPath pathToFileURL isDeepStrictEqual parseArgs isatty spawnSync`.split(
    /\s+/,
  ),
);

describe('the check of Node', () => {
  it.each([
    ['16.20.2', true],
    ['18.20.8', true],
    ['20.18.3', true],
    ['20.19.0', false],
    ['20.20.2', false],
    ['22.0.0', false],
    ['24.1.0', false],
    ['25.0.0-nightly', false],
  ])('finds %s too old: %s', (version, expected) => {
    expect(tooOld(version, engines.node) !== undefined).toBe(expected);
  });

  it.each(['dist/src/main.js', 'dist/src/cli/ask.js', 'src/node-version.js', 'src/start.js'])(
    'speaks first in %s',
    (program) => {
      const disguise = join(temporaryFolder(), 'disguise.cjs');
      writeFileSync(
        disguise,
        "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.8' } });",
      );
      const { status, stdout, stderr } = spawnSync(process.execPath, ['--require', disguise, program], {
        encoding: 'utf8',
      });
      expect({ status, stdout, stderr }).toEqual({
        status: 2,
        stdout: '',
        stderr: `${tooOld('18.20.8', engines.node)}\n`,
      });
    },
  );

  it('comes before everything in every program, and before the build', () => {
    expect(programs.length).toBeGreaterThan(8);
    const first = /^import '(?:\.\.?\/)+node-version\.js';\n/;
    expect(programs.filter(([, text]) => !first.test(text)).map(([file]) => file)).toEqual([]);
    expect(code.get('src/start.js')).toMatch(first);
    expect(code.get('src/tools/build.js')).toMatch(/^(?:\/\/.*\n|\n)*import '\.\.\/node-version\.js';\n/);
    for (const name of ['build', 'ask', 'test'])
      expect(scripts[name]).toMatch(/^node src\/tools\/build\.js\b/);
    expect(scripts.start).toBe('exec node src/start.js || node src/start.js');
  });

  it('is reached, since an old Node has all that is imported from it by name', () => {
    const named = Array.from(code).flatMap(([file, text]) =>
      Array.from(text.matchAll(/^import \{([^}]*)\} from 'node:/gm), ([, names = '']) =>
        names.split(',').map((name) => ({ file, name: name.trim().split(' as ')[0] ?? '' })),
      ).flat(),
    );
    expect(named.length).toBeGreaterThan(20);
    const missing = named.filter(
      ({ name }) => name !== '' && !name.startsWith('type ') && !NAMES_IN_NODE_16.has(name),
    );
    expect(missing).toEqual([]);
    expect(
      Array.from(code.values()).filter((text) => text.includes("from 'node:readline/promises'")),
    ).toEqual([]);
  });

  it('is reached, since an old Node can read the packages that are imported by name', () => {
    const packages = new Set(
      Array.from(code.values()).flatMap((text) =>
        Array.from(text.matchAll(/^(?:import|\}) .*from '([^.:']+)';/gm), ([, name = '']) => name),
      ),
    );
    expect(packages.size).toBeGreaterThan(5);
    const { resolve } = createRequire(import.meta.url);
    // Node 18 does not know the flag v.
    const unreadable = Array.from(packages).filter((name) =>
      /\]\/[dgimsuy]*v[dgimsuy]*[;,.)]/.test(readFileSync(resolve(name), 'utf8')),
    );
    expect(unreadable).toEqual([]);
  });
});
