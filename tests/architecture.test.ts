import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

/** One import statement of one file. */
interface Import {
  file: string;
  /** A file of ours from the project's root, such as `src/core/library.ts`, or the name of a package. */
  target: string;
  ours: boolean;
  /** Gone when the program runs. `import { type A }` is not: with verbatimModuleSyntax the module still loads. */
  typeOnly: boolean;
}

const files = ['src', 'commands'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.[jt]s$/.test(name))
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

const BELOW_LIBRARY = ['search', 'indexing', 'passages', 'transcript', 'language'].map(
  (name) => `src/core/${name}`,
);

/**
 * The rooms of the house, and for each the rooms that it may import from. docs/design.md draws them. A room is a folder, or
 * a file that is a room of its own; the longest name that fits says where a file belongs.
 */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  'src/core/language': ['src/core/steps.ts'],
  'src/core/rate-limit.ts': [],
  'src/core/steps.ts': [],
  'src/core/tuning.ts': [],
  'src/core/transcript': ['src/core/language', 'src/core/steps.ts'],
  'src/core/passages': ['src/core/transcript', 'src/core/language', 'src/core/steps.ts'],
  'src/core/indexing': ['src/core/language', 'src/core/tuning.ts', 'src/core/steps.ts'],
  'src/core/search': [
    'src/core/indexing',
    'src/core/transcript',
    'src/core/language',
    'src/core/tuning.ts',
    'src/core/steps.ts',
  ],
  'src/core/library.ts': [...BELOW_LIBRARY, 'src/core/steps.ts'],
  'src/core/answer': ['src/core/library.ts', ...BELOW_LIBRARY, 'src/core/tuning.ts', 'src/core/steps.ts'],
  'src/core/digest': [
    'src/core/answer/ranking.ts',
    'src/core/library.ts',
    ...BELOW_LIBRARY,
    'src/core/tuning.ts',
    'src/core/steps.ts',
  ],
  'src/formats': ['src/core', 'src/operator-error.ts', 'src/error-fields.ts'],
  'src/importing': ['src/formats', 'src/reply', 'src/messages', 'src/core', 'src/operator-error.ts'],
  'src/messages': ['src/core'],
  'src/reply': ['src/messages', 'src/core'],
  'src/render': ['src/reply', 'src/messages', 'src/core'],
  'src/operator-error.ts': [],
  'src/settings': ['src/error-fields.ts'],
  'src/config.ts': ['src/core/language', 'src/settings', 'src/operator-error.ts'],
  'src/readable-line.ts': ['src/core/language', 'src/error-fields.ts'],
  'src/log.ts': ['src/core/language', 'src/readable-line.ts'],
  'src/ending.ts': ['src/started-by.js'],
  'src/started-by.js': [],
  'src/node-version.js': [],
  'src/start.js': ['src/node-version.js', 'src/started-by.js'],
  'src/error-fields.ts': [],
  'src/arguments.ts': ['src/core/language', 'src/operator-error.ts', 'src/error-fields.ts'],
  'src/store': ['src/core', 'src/operator-error.ts', 'src/error-fields.ts'],
  'src/corpus': [
    'src/formats',
    'src/core',
    'src/messages',
    'src/config.ts',
    'src/operator-error.ts',
    'src/error-fields.ts',
  ],
  'src/digest': ['src/reply', 'src/render', 'src/store', 'src/messages', 'src/core', 'src/log.ts'],
  commands: ['src/digest', 'src/reply', 'src/messages', 'src/core'],
  'src/program.ts': [
    'commands',
    'src/corpus',
    'src/store',
    'src/render',
    'src/core',
    'src/config.ts',
    'src/operator-error.ts',
    'src/error-fields.ts',
    'src/arguments.ts',
  ],
  'src/cli': everythingBut('src/bot', 'src/cli', 'src/tools', 'src/main.ts'),
  'src/bot': everythingBut('src/bot', 'src/cli', 'src/tools', 'src/main.ts'),
  'src/tools': everythingBut('src/bot', 'src/tools', 'src/main.ts'),
  'src/main.ts': everythingBut('src/tools', 'src/main.ts'),
};

function everythingBut(...rooms: string[]): string[] {
  const outermost = ['src/cli', 'src/bot', 'src/tools', 'src/main.ts'];
  const inner = [
    'core',
    'formats',
    'importing',
    'messages',
    'reply',
    'render',
    'store',
    'corpus',
    'digest',
  ].map((name) => `src/${name}`);
  const single = ['operator-error', 'error-fields', 'config', 'log', 'arguments', 'program', 'ending'].map(
    (name) => `src/${name}.ts`,
  );
  return ['commands', ...inner, ...single, 'src/node-version.js', ...outermost].filter(
    (room) => !rooms.includes(room),
  );
}

const isWithin = (file: string, room: string) => file === room || file.startsWith(`${room}/`);
const roomOf = (file: string) =>
  Object.keys(ROOMS)
    .filter((room) => isWithin(file, room))
    .sort((a, b) => b.length - a.length)[0];

/** Imports that no arrow allows. */
function strays(found: readonly Import[]): Import[] {
  return found.filter(({ file, target, ours }) => {
    const room = roomOf(file);
    if (!ours || room === undefined || room === roomOf(target)) return false;
    return !ROOMS[room]?.some((allowed) => isWithin(target, allowed));
  });
}

const imports = files.flatMap((file) => importsIn(file, codeOf(file)));
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
    expect(files).toEqual(
      expect.arrayContaining(['src/main.ts', 'src/core/language/text.ts', 'commands/index.ts']),
    );
  });

  it('sees imports that lead to files', () => {
    expect(described(imports.filter(({ target, ours }) => ours && !files.includes(target)))).toEqual([]);
  });
});

describe('the rooms', () => {
  it('have a place for every file', () => {
    expect(files.filter((file) => roomOf(file) === undefined)).toEqual([]);
  });

  it.each(Object.keys(ROOMS))('has something in %s', (room) => {
    expect(files.filter((file) => roomOf(file) === room)).not.toEqual([]);
  });

  it.each(
    Object.entries(ROOMS).flatMap(([room, allowed]) => allowed.map((target) => [room, target] as const)),
  )('%s may import from a room that there is: %s', (_, target) => {
    expect(files.filter((file) => isWithin(file, target))).not.toEqual([]);
  });
});

describe('the arrows', () => {
  it.each(Object.keys(ROOMS))('from %s lead only where they may', (room) => {
    expect(described(strays(imports.filter(({ file }) => roomOf(file) === room)))).toEqual([]);
  });

  it.each([
    ['src/core/language/text.ts', 'src/core/transcript/parse.ts'],
    ['src/core/search/search.ts', 'src/core/answer/answer.ts'],
    ['src/core/library.ts', 'src/messages/message.ts'],
    ['src/render/discord.ts', 'commands/ask.ts'],
    ['src/digest/posting.ts', 'src/bot/delivery.ts'],
    ['commands/ask.ts', 'src/render/discord.ts'],
    ['src/bot/client.ts', 'src/cli/chat.ts'],
    ['src/cli/ask.ts', 'src/tools/eval.ts'],
  ])('would show one from %s to %s', (file, target) => {
    expect(strays([{ file, target, ours: true, typeOnly: true }])).toHaveLength(1);
  });

  it('no command imports another: they share what is in commands/shared', () => {
    const isCommand = (file: string) =>
      dirname(file) === 'commands' && !['index.ts', 'command.ts'].includes(basename(file));
    const found = imports.filter(
      ({ file, target }) => isWithin(file, 'commands') && file !== 'commands/index.ts' && isCommand(target),
    );
    expect(files.filter(isCommand).length).toBeGreaterThan(5);
    expect(described(found)).toEqual([]);
  });

  it('only bot imports discord.js at run time', () => {
    const found = imports.filter(
      (each) => isDiscord(each) && !each.typeOnly && roomOf(each.file) !== 'src/bot',
    );
    expect(described(found)).toEqual([]);
  });

  it('core imports nothing of discord.js, types neither', () => {
    const found = imports.filter((each) => isDiscord(each) && isWithin(each.file, 'src/core'));
    expect(described(found)).toEqual([]);
  });

  it('the store takes nothing but types from core', () => {
    const found = imports.filter(
      ({ file, target }) => isWithin(file, 'src/store') && isWithin(target, 'src/core'),
    );
    expect(found).not.toEqual([]);
    expect(described(found.filter(({ typeOnly }) => !typeOnly))).toEqual([]);
  });

  it('core is pure: no file, network, process or clock, but for what runs steps in turns', () => {
    const core = files.filter((file) => isWithin(file, 'src/core') && file !== 'src/core/steps.ts');
    const impure =
      /from 'node:(?!crypto')|\b(process|console|performance)\.|\b(fetch|set(Timeout|Interval|Immediate)|Date\.now|Math\.random)\(|\bnew Date\(\)/;
    expect(core.filter((file) => impure.test(codeOf(file)))).toEqual([]);
  });

  it('formats and importing touch no file and no network; only formats has a thread', () => {
    const pure = files.filter((file) => isWithin(file, 'src/formats') || isWithin(file, 'src/importing'));
    const modules = imports.filter(({ file, target }) => pure.includes(file) && target.startsWith('node:'));
    const rooms = modules.map(({ file, target }) => `${roomOf(file)} ${target}`);
    expect([...new Set(rooms)].sort()).toEqual([
      'src/formats node:events',
      'src/formats node:worker_threads',
      'src/formats node:zlib',
    ]);
    const impure = /\bprocess\.|\b(fetch|Date\.now|Math\.random)\(|\bnew Date\(\)/;
    expect(pure.filter((file) => impure.test(codeOf(file)))).toEqual([]);
  });

  it('only tools import what is not installed in service', () => {
    const { devDependencies } = JSON.parse(codeOf('package.json')) as {
      devDependencies: Record<string, string>;
    };
    const isForDevelopment = ({ target }: Import) =>
      Object.keys(devDependencies).some((name) => isWithin(target, name));
    const found = imports.filter((each) => isForDevelopment(each) && roomOf(each.file) !== 'src/tools');
    expect(described(found)).toEqual([]);
    expect(imports.filter(isForDevelopment)).not.toEqual([]);
  });

  it('no file passes on what another exports', () => {
    expect(files.filter((file) => /^export\s[^;]*\sfrom\s+['"]/m.test(codeOf(file)))).toEqual([]);
  });
});

describe('the files', () => {
  it('have at most 400 lines', () => {
    expect(files.filter((file) => codeOf(file).split('\n').length - 1 > 400)).toEqual([]);
  });

  it('of tests are in folders like those of the source', () => {
    const folders = new Set(files.map((file) => dirname(file).replace(/^src\//, '')));
    const mirrored = readdirSync('tests', { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.test.ts'))
      .map(dirname)
      .filter((folder) => !['.', 'discord', 'bench', 'load'].includes(folder));
    expect(mirrored.length).toBeGreaterThan(50);
    expect([...new Set(mirrored)].filter((folder) => !folders.has(folder))).toEqual([]);
  });

  it('has every command in the one list', () => {
    // What is no command: what one is, and what is written in reply to an answer.
    const others = ['index.ts', 'command.ts', 'follow-up.ts'];
    const listed = imports
      .filter(({ file }) => file === join('commands', 'index.ts'))
      .map(({ target }) => target);
    const commands = files.filter((file) => dirname(file) === 'commands' && !others.includes(basename(file)));
    expect(listed).toEqual(expect.arrayContaining(commands));
  });
});
