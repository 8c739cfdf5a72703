import { cpSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Readable, Writable } from 'node:stream';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../src/arguments.ts';
import { main as ask } from '../src/cli/ask.ts';
import { main as check } from '../src/cli/check.ts';
import { main as digest } from '../src/cli/digest.ts';
import { ConfigError } from '../src/config.ts';
import { print, program } from '../src/program.ts';
import { runBuilt, runHere } from './programs.ts';
import { temporaryFolder } from './store/temporary.ts';

const FAULT_STATUS = 7;

describe('a program', () => {
  it('ends with the status that it gives', async () => {
    const main = program({ faultStatus: FAULT_STATUS }, async (args, { stdout }) => {
      print(stdout, args.join(' '));
      return 1;
    });
    expect(await runHere(main, ['a', 'b'])).toEqual({ status: 1, stdout: 'a b\n', stderr: '' });
  });

  it.each([
    ['as it is if a person can put it right', new ConfigError('SHARDS is wrong.'), 'SHARDS is wrong.\n'],
    ['without a stack trace if not', new TypeError('x is not y'), 'Rostrum stopped: x is not y\n'],
  ])('says on standard error what stopped it, %s', async (_, error, stderr) => {
    const main = program({ faultStatus: FAULT_STATUS }, () => Promise.reject(error));
    expect(await runHere(main, [])).toEqual({ status: FAULT_STATUS, stdout: '', stderr });
  });

  it('says how it is used after arguments that cannot be used, and ends with 2', async () => {
    const main = program({ usage: 'Usage: x', faultStatus: FAULT_STATUS }, () =>
      Promise.reject(new UsageError('Give a question.')),
    );
    expect(await runHere(main, [])).toEqual({
      status: 2,
      stdout: '',
      stderr: 'Give a question.\nUsage: x\n',
    });
  });
});

describe('a program on a terminal', () => {
  const outputs = [
    ['an answer', ask, ['What did Estevez say about compute?']],
    ['a refusal', ask, ['火锅店在哪里比较好吃,请推荐一家离这里不太远的火锅店吧']],
    ['an error', ask, ['chips', '--speaker', 'Somebody Who Is Not There']],
    ['its usage', ask, []],
    ['a digest', digest, ['--date', '2026-03-09', '--excerpts', '3']],
    ['a count', check, []],
  ] as const;
  const bare = (text: string) => text.replace(/\s+/g, '');

  it.each(outputs)('breaks %s at words, at any width, and changes nothing else', async (_, main, args) => {
    const env = { DATA_DIR: temporaryFolder() };
    const plain = await runHere(main, args, { env });
    for (const columns of [20, 52, 120]) {
      const { status, stdout, stderr } = await runHere(main, args, { env, columns });
      expect(status).toBe(plain.status);
      expect([stdout, stderr].map(bare)).toEqual([plain.stdout, plain.stderr].map(bare));
      const lines = `${stdout}${stderr}`.split('\n');
      expect(lines.filter((line) => stringWidth(line) > columns && /\S \S/.test(line))).toEqual([]);
    }
  });

  it('writes no line differently if it does not know its width', async () => {
    const args = ['What did Estevez say about compute?'];
    expect(await runHere(ask, args, { columns: 0 })).toEqual(await runHere(ask, args));
  });

  it.each([
    [ask, ['chips', '--json']],
    [digest, ['--date', '2026-03-09', '--json']],
  ] as const)('does not break JSON', async (main, args) => {
    const { stdout } = await runHere(main, args, { columns: 20 });
    expect(stdout.trim().split('\n')).toHaveLength(1);
    expect(() => JSON.parse(stdout)).not.toThrow();
  });
});

describe('a program whose output cannot be written', () => {
  /** What becomes of a program that writes a line and then does something. */
  async function withoutOutput(code: string, andThen: () => Promise<number>) {
    const fault = Object.assign(new Error(`${code}: lost`), { code });
    const stdout = new Writable({ write: (_chunk, _encoding, done) => done(fault) });
    let written = '';
    const stderr = new Writable({
      write: (chunk, _, done) => {
        written += chunk;
        done();
      },
    });
    const main = program({ faultStatus: FAULT_STATUS }, (_, terminal) => {
      print(terminal.stdout, 'a line');
      return andThen();
    });
    const status = await main([], { stdin: Readable.from([]), stdout, stderr, env: {} });
    return { status, stderr: written };
  }
  const goesOn = () => new Promise<number>(() => {});

  it.each([
    ['though it has ended', async () => 0],
    ['and ends it', goesOn],
  ])('says so, %s', async (_, andThen) => {
    expect(await withoutOutput('ENOSPC', andThen)).toEqual({
      status: FAULT_STATUS,
      stderr: 'The output cannot be written: ENOSPC: lost\n',
    });
  });

  it('says nothing if the reader has gone, and keeps its status', async () => {
    expect(await withoutOutput('EPIPE', async () => 1)).toEqual({ status: 1, stderr: '' });
    expect(await withoutOutput('EPIPE', goesOn)).toEqual({ status: 0, stderr: '' });
  });
});

describe('a file of a program', () => {
  it('is started by a link and without its ending too', async () => {
    const link = join(temporaryFolder(), 'check.js');
    symlinkSync(join(process.cwd(), 'dist/src/cli/check.js'), link);
    const env = { CORPUS_DIR: 'no-such-folder' };
    for (const file of [link, 'dist/src/cli/check'])
      expect((await runBuilt(file, [], { env })).stdout, file).toBe('Problems: 1.\n');
  });
});

describe('an installation', () => {
  /** The files that the container has, in a folder of their own. */
  function installed(): string {
    const folder = temporaryFolder();
    for (const name of ['dist/src', 'dist/commands', 'package.json'])
      cpSync(name, join(folder, name), { recursive: true });
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
    return folder;
  }
  const crossLanguage = ['What do bridges of steel cost?', '--json'];

  it('without the dictionary says once what does not work, and answers', async () => {
    const env = { CORPUS_DIR: resolve('corpus') };
    const { status, stderr } = await runBuilt(join(installed(), 'dist/src/cli/ask.js'), crossLanguage, {
      env,
    });
    expect(stderr).toMatch(/^The dictionary .*dictionary\.tsv cannot be read, .*Run npm run build\.\n$/);
    expect([0, 1]).toContain(status);
  });

  it('finds the dictionary from any folder', async () => {
    const folder = installed();
    cpSync('dist/dictionary.tsv', join(folder, 'dist/dictionary.tsv'));
    const env = { CORPUS_DIR: resolve('corpus') };
    const program = join(folder, 'dist/src/cli/ask.js');
    const { stderr } = await runBuilt(program, crossLanguage, { env, folder: temporaryFolder() });
    expect(stderr).toBe('');
  });
});
