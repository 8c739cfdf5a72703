import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

/** One import statement of one file. */
interface Import {
  file: string;
  /** A file of ours from the project's root, such as `src/core/text.ts`, or the name of a package. */
  target: string;
  ours: boolean;
  /** Gone when the program runs. `import { type A }` is not: with verbatimModuleSyntax the module still loads. */
  typeOnly: boolean;
}

const files = ['src', 'commands'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name)),
);
const codeOf = (file: string) => readFileSync(file, 'utf8');

const STATEMENT = /^(?:import|export)\s+(?<type>type\s)?(?:[^'";]*?\sfrom\s+)?['"](?<target>[^'"]+)['"]/gm;
const DYNAMIC = /\b(?:import|require)\(\s*['"](?<target>[^'"]+)['"]/g;

function importsIn(file: string, code: string): Import[] {
  return [...code.matchAll(STATEMENT), ...code.matchAll(DYNAMIC)].map(({ groups }) => {
    const written = groups?.target ?? '';
    const ours = written.startsWith('.');
    const target = ours ? normalize(join(dirname(file), written)) : written;
    return { file, target, ours, typeOnly: groups?.type !== undefined };
  });
}

const imports = files.flatMap((file) => importsIn(file, codeOf(file)));
const oursFrom = (folder: string) => imports.filter(({ file, ours }) => ours && file.startsWith(folder));
/** Imports as a person reads them in a failed test. */
const described = (found: readonly Import[]) =>
  found.map(({ file, target, typeOnly }) => `${file} → ${target}${typeOnly ? ' (type)' : ''}`);
const isDiscord = ({ target }: Import) => /^(discord\.js|discord-api-types|@discordjs)(\/|$)/.test(target);

describe('the reading of imports', () => {
  it.each([
    ["import a from './b.ts';", [['src/core/b.ts', false]]],
    ["import type { A } from '../render/b.ts';", [['src/render/b.ts', true]]],
    ["import { type A } from '../render/b.ts';", [['src/render/b.ts', false]]],
    ["import {\n  type A,\n  b,\n} from '../b.ts';", [['src/b.ts', false]]],
    ["import * as a from 'discord.js';", [['discord.js', false]]],
    ["import 'a';", [['a', false]]],
    ["export { a } from './b.ts';", [['src/core/b.ts', false]]],
    ["  const { a } = await import('../bot/b.ts');", [['src/bot/b.ts', false]]],
    [
      "import a from 'a';\nimport b from 'b';",
      [
        ['a', false],
        ['b', false],
      ],
    ],
    ["const text = 'from';", []],
  ])('sees what %j imports', (code, found) => {
    expect(importsIn('src/core/x.ts', code).map(({ target, typeOnly }) => [target, typeOnly])).toEqual(found);
  });

  it('sees every file', () => {
    expect(files).toEqual(expect.arrayContaining(['src/main.ts', 'src/core/text.ts', 'commands/index.ts']));
  });

  it('sees imports that lead to files', () => {
    expect(described(imports.filter(({ target, ours }) => ours && !files.includes(target)))).toEqual([]);
  });
});

describe('the arrows', () => {
  it.each([
    ['core', 'src/core/', (to: Import) => to.target.startsWith('src/core/')],
    ['render', 'src/render/', (to: Import) => /^src\/(render|core)\//.test(to.target)],
    [
      'store',
      'src/store/',
      (to: Import) =>
        to.target.startsWith('src/store/') || (to.target.startsWith('src/core/') && to.typeOnly),
    ],
    ['import', 'src/import/', (to: Import) => /^src\/(import|core)\//.test(to.target)],
    [
      'commands',
      'commands/',
      (to: Import) =>
        /^(commands\/|src\/core\/|src\/render\/(reply|catalogue|attribution)\.ts$)/.test(to.target) ||
        // The shape of what reaches a command through its context.
        (to.target.startsWith('src/store/') && to.typeOnly),
    ],
    [
      'library',
      'src/library.ts',
      (to: Import) => /^src\/(core\/|config\.ts$|corpus-file\.ts$)/.test(to.target),
    ],
    [
      'the watch',
      'src/corpus-watch.ts',
      (to: Import) =>
        /^src\/(core\/|library\.ts$)/.test(to.target) || (to.target === 'commands/command.ts' && to.typeOnly),
    ],
    ['config', 'src/config.ts', () => false],
  ])('%s imports only what it may', (_, folder, allowed) => {
    expect(described(oursFrom(folder).filter((each) => !allowed(each)))).toEqual([]);
  });

  it('nothing imports the composition root', () => {
    expect(described(imports.filter(({ target }) => target === 'src/main.ts'))).toEqual([]);
  });

  it('nothing but bot and the composition root imports bot', () => {
    const strays = imports.filter(
      ({ file, target }) =>
        target.startsWith('src/bot/') && !file.startsWith('src/bot/') && file !== 'src/main.ts',
    );
    expect(described(strays)).toEqual([]);
  });

  it('only bot imports discord.js at run time', () => {
    const strays = imports.filter(
      (each) => isDiscord(each) && !each.typeOnly && !each.file.startsWith('src/bot/'),
    );
    expect(described(strays)).toEqual([]);
  });

  it('core imports nothing of discord.js, types neither', () => {
    expect(described(imports.filter((each) => isDiscord(each) && each.file.startsWith('src/core/')))).toEqual(
      [],
    );
  });

  it('core is pure: no file, network, process or clock', () => {
    const core = files.filter((file) => file.startsWith('src/core/'));
    const impure =
      /from 'node:(?!crypto')|\b(process|console)\.|\bfetch\(|\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(/;
    expect(core.filter((file) => impure.test(codeOf(file)))).toEqual([]);
  });

  it('no file passes on what another exports', () => {
    expect(files.filter((file) => /^export\s[^;]*\sfrom\s+['"]/m.test(codeOf(file)))).toEqual([]);
  });
});

describe('the layout', () => {
  it('has the folders of the design, and no other', () => {
    const folders = new Set(files.map(dirname));
    const known = [
      'commands',
      join('commands', 'buttons'),
      join('commands', 'digest'),
      'src',
      ...['core', 'render', 'store', 'bot', 'cli', 'import'].map((name) => join('src', name)),
    ];
    expect([...folders].filter((folder) => !known.includes(folder))).toEqual([]);
  });

  it.each([
    ['src', ['library', 'config', 'main']],
    [
      'src/core',
      ['transcript', 'parse', 'attribute', 'passages', 'text', 'search-index', 'search', 'answer'],
    ],
    ['src/render', ['reply', 'discord', 'terminal', 'json', 'limits', 'catalogue']],
    ['src/bot', ['client', 'dispatch', 'deploy']],
    ['src/cli', ['ask', 'check']],
    ['commands', ['index', 'command', 'ask']],
  ])('has the files that the design names in %s', (folder, names) => {
    expect(files).toEqual(expect.arrayContaining(names.map((name) => join(folder, `${name}.ts`))));
  });

  it('has every command in the one list', () => {
    const listed = imports
      .filter(({ file }) => file === join('commands', 'index.ts'))
      .map(({ target }) => target);
    const commands = files.filter(
      (file) => dirname(file) === 'commands' && !['index.ts', 'command.ts'].includes(basename(file)),
    );
    expect(listed).toEqual(expect.arrayContaining(commands));
  });
});
