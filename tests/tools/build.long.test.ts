import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../store/temporary.ts';

const DICTIONARY = `import { writeFileSync } from 'node:fs';
import { word } from '../core/language/word.ts';
writeFileSync('dist/dictionary.tsv', word);
`;
/** A project that is as small as can be, and what the build looks at. */
const PROJECT: Readonly<Record<string, string>> = {
  'package.json': '{ "type": "module" }',
  'package-lock.json': '{}',
  'tsconfig.json': JSON.stringify({
    compilerOptions: {
      ...{ rootDir: '.', outDir: 'dist', target: 'ES2023', module: 'NodeNext', types: [] },
      ...{ rewriteRelativeImportExtensions: true },
    },
    include: ['src', 'node.d.ts', 'vitest.config.ts'],
    exclude: ['src/tools/build.js'],
  }),
  'node.d.ts':
    "declare module 'node:fs' { export function writeFileSync(file: string, text: string): void; }",
  'vitest.config.ts': 'export {};\n',
  'src/main.ts': "export const name: string = 'first';\n",
  'src/other.ts': 'export const other = 1;\n',
  'src/core/language/word.ts': "export const word = '桥';\n",
  'src/tools/build-dictionary.ts': DICTIONARY,
  'node_modules/.package-lock.json': '{ "packages": { "node_modules/a": { "version": "1.0.0" } } }',
};

let built = '';

beforeAll(() => {
  built = join(tmpdir(), `rostrum-build-${process.pid}`);
  for (const [file, text] of Object.entries(PROJECT)) write(built, file, text);
  for (const file of ['src/tools/build.js', 'src/node-version.js']) cpSync(file, join(built, file));
  symlinkSync(resolve('node_modules/typescript'), join(built, 'node_modules/typescript'));
  expect(build(built)).toEqual({ status: 0, said: '' });
});
afterAll(() => rmSync(built, { recursive: true, force: true }));

function write(folder: string, file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

function build(folder: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/tools/build.js'], { cwd: folder });
  return { status, said: `${stdout}${stderr}` };
}

/** A project of which everything was built. */
function builtProject(): string {
  const folder = temporaryFolder();
  cpSync(built, folder, { recursive: true, verbatimSymlinks: true });
  return folder;
}

/** What there is below `dist`, with the times at which it was written. */
function written(folder: string) {
  const names = readdirSync(join(folder, 'dist'), { recursive: true, encoding: 'utf8' }).sort();
  return names.map((name) => [name, statSync(join(folder, 'dist', name)).mtimeMs]);
}

const dist = (folder: string, file: string) => readFileSync(join(folder, 'dist', file), 'utf8');
const withoutCompiler = (folder: string) => rmSync(join(folder, 'node_modules/typescript'));

describe('the build', () => {
  it('makes the code and the dictionary', () => {
    expect(dist(built, 'src/main.js')).toContain("name = 'first'");
    expect(dist(built, 'dictionary.tsv')).toBe('桥');
  });

  it('writes nothing and needs no compiler if nothing has changed', () => {
    const folder = builtProject();
    withoutCompiler(folder);
    const before = written(folder);
    expect(build(folder)).toEqual({ status: 0, said: '' });
    expect(written(folder)).toEqual(before);
  });

  it('takes times for nothing: neither new ones, as after an installation, nor old ones, as in an archive', () => {
    const folder = builtProject();
    withoutCompiler(folder);
    for (const date of [new Date('2001-01-01'), new Date('2040-01-01')]) {
      utimesSync(join(folder, 'src/main.ts'), date, date);
      expect(build(folder)).toEqual({ status: 0, said: '' });
    }
  });

  it('needs no development packages after they were pruned', () => {
    const folder = builtProject();
    withoutCompiler(folder);
    write(folder, 'node_modules/.package-lock.json', '{ "packages": {} }');
    expect(build(folder)).toEqual({ status: 0, said: '' });
  });

  it('says what to do if it has to compile and cannot', () => {
    const folder = builtProject();
    withoutCompiler(folder);
    write(folder, 'src/main.ts', 'export {};\n');
    expect(build(folder)).toEqual({ status: 1, said: expect.stringMatching(/Run npm ci\.\n$/) });
  });

  it('compiles a source that has changed, though it is older than what was compiled', () => {
    const folder = builtProject();
    write(folder, 'src/main.ts', "export const name: string = 'second';\n");
    const long = new Date('2001-01-01');
    utimesSync(join(folder, 'src/main.ts'), long, long);
    expect(build(folder)).toEqual({ status: 0, said: '' });
    expect(dist(folder, 'src/main.js')).toContain("name = 'second'");
  });

  it('takes away what was compiled from a source that is gone', () => {
    const folder = builtProject();
    rmSync(join(folder, 'src/other.ts'));
    expect(build(folder).status).toBe(0);
    expect(existsSync(join(folder, 'dist/src/other.js'))).toBe(false);
    expect(existsSync(join(folder, 'dist/src/main.js'))).toBe(true);
  });

  it.each([
    'dist',
    'dist/src/main.js',
    'dist/dictionary.tsv',
    'dist/build.json',
    'dist/tsconfig.tsbuildinfo',
  ])('makes %s again if it is missing or half-written', (path) => {
    const folder = builtProject();
    const found = join(folder, path);
    if (path === 'dist') rmSync(found, { recursive: true });
    else writeFileSync(found, readFileSync(found).subarray(0, -3));
    expect(build(folder)).toEqual({ status: 0, said: '' });
    expect(dist(folder, 'src/main.js')).toBe(dist(built, 'src/main.js'));
    expect(dist(folder, 'dictionary.tsv')).toBe('桥');
    withoutCompiler(folder);
    expect(build(folder).status).toBe(0);
  });

  it.each([
    ['the settings of the compiler', 'tsconfig.json', (text: string) => text.replace('ES2023', 'ES2022')],
    ['the packages that are asked for', 'package-lock.json', () => '{ }'],
    [
      'the version of a package',
      'node_modules/.package-lock.json',
      (text: string) => text.replace('1.0.0', '1.0.1'),
    ],
  ])('makes everything anew after a change of %s', (_, file, change) => {
    const folder = builtProject();
    write(folder, file, change(readFileSync(join(folder, file), 'utf8')));
    withoutCompiler(folder);
    expect(build(folder).status).toBe(1);
  });

  it('makes the dictionary anew if its language has changed', () => {
    const folder = builtProject();
    write(folder, 'src/core/language/word.ts', "export const word = '橋';\n");
    expect(build(folder)).toEqual({ status: 0, said: '' });
    expect(dist(folder, 'dictionary.tsv')).toBe('橋');
  });

  it('fails as long as there is an error, and is right after it', () => {
    const folder = builtProject();
    write(folder, 'src/main.ts', "export const name: number = 'third';\n");
    for (const _ of [1, 2]) {
      const { status, said } = build(folder);
      expect(status).not.toBe(0);
      expect(said).toContain('src/main.ts');
    }
    write(folder, 'src/main.ts', PROJECT['src/main.ts'] ?? '');
    expect(build(folder)).toEqual({ status: 0, said: '' });
    expect(dist(folder, 'src/main.js')).toContain("name = 'first'");
  });
});
