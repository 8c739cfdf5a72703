import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text as textOf } from 'node:stream/consumers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSlash } from '../../commands/command.ts';
import { commands } from '../../commands/index.ts';
import { main as ask } from '../../src/cli/ask.ts';
import { chat, complete } from '../../src/cli/chat.ts';
import { main as check } from '../../src/cli/check.ts';
import { main as corrections } from '../../src/cli/corrections.ts';
import { main as digest } from '../../src/cli/digest.ts';
import { LOCALES } from '../../src/core/language/locale.ts';
import { type Library, libraryOf } from '../../src/core/library.ts';
import { revisionOf } from '../../src/core/passages/correction.ts';
import type { Main } from '../../src/program.ts';
import { correctionsIn } from '../../src/store/corrections.ts';
import { storeIn } from '../../src/store/store.ts';
import { corpusFolder } from '../corpus-folder.ts';
import { bridges, contextOf, soundSeminar } from '../fixtures.ts';
import { EVERY_ATTACK, FORBIDDEN, hostileFiles, hostileText } from '../hostile-text.ts';
import { runHere } from '../programs.ts';
import { temporaryFolder } from '../store/temporary.ts';

/** The codes with which replies are written in bold and dim. */
const ownCodes = (written: string) =>
  ['1', '2', '22'].reduce((text, code) => text.replaceAll(`\u001B[${code}m`, ''), written);

/** What the chat in a terminal with colours writes after some lines. */
async function chatted(library: Library, lines: readonly string[]): Promise<string> {
  const [input, output] = [new PassThrough(), new PassThrough({ encoding: 'utf8' })];
  const written = textOf(output);
  input.end(lines.map((line) => `${line}\n`).join(''));
  const stdout = Object.assign(output, { hasColors: () => true });
  await chat(contextOf(library), { stdin: input, stdout, env: { LANG: 'en_GB.UTF-8' } });
  output.end();
  return written;
}

const LINES = [
  '木桥怕什么火灾',
  '石桥最贵',
  '/about',
  '/speakers',
  '/speakers speaker:Jo Lee',
  '/transcript',
  '/transcript from:p7',
  '/quote passage:p7',
  '/compare question:木桥',
  '/ask question:木桥 speaker:Nobody',
  '/ask question:火锅',
];

/** A name that nobody has. */
const NOBODY = 'Zorro\u001B[31m\u009B2J\n\u202E\u2028\u{E0064}';

/** Every line that completion can begin with, for each option of each command. */
const BEGUN = commands
  .filter(isSlash)
  .flatMap(({ name, options }) => options.map((option) => `/${name} ${option.name}:`));

/** Everything that completion gives for lines. */
async function completed(lines: readonly string[], library: Library): Promise<string[]> {
  const each = lines.map((line) => complete(line, contextOf(library), 'en'));
  return (await Promise.all(each)).flatMap(([candidates]) => candidates);
}

describe('hostile text in a terminal', () => {
  it('gives no orders from any field of a corpus, in answers, lists and completion', async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, async (text) => {
        const library = libraryOf([soundSeminar(hostileFiles(text))]);
        expect(ownCodes(await chatted(library, LINES))).not.toMatch(FORBIDDEN);
        for (const begun of BEGUN)
          for (const locale of LOCALES)
            expect((await complete(begun, contextOf(library), locale))[0].join('')).not.toMatch(/\n|\t/);
        const completions = await completed(BEGUN, library);
        expect(completions.join('\n')).not.toMatch(FORBIDDEN);
      }),
      { numRuns: 25 },
    );
  });

  it('completes the name of a speaker that hides something so that it means the same person', async () => {
    const library = libraryOf([soundSeminar(hostileFiles('\u202E\u200B\u{E0064}'))]);
    const [[name]] = await complete('/ask speaker:Ida', contextOf(library), 'en');
    expect(name).not.toMatch(FORBIDDEN);
    expect(await chatted(library, [`/speakers speaker:${name}`])).toContain('但是木桥怕');
  });

  it('gives no orders from what is typed', async () => {
    const { library } = bridges();
    await fc.assert(
      fc.asyncProperty(hostileText, async (typed) => {
        const lines = ['', '/', '/ask speaker:', '/transcript ', '/quote '].map((start) => start + typed);
        expect(ownCodes(await chatted(library, lines))).not.toMatch(FORBIDDEN);
        const completions = await completed(
          BEGUN.map((begun) => begun + typed),
          library,
        );
        expect(completions.join('\n')).not.toMatch(FORBIDDEN);
      }),
      { numRuns: 25 },
    );
  });

  /** A corpus on disk in which everything attacks, with a report that does too. */
  async function hostileCorpus(): Promise<NodeJS.ProcessEnv> {
    const { transcript, source } = hostileFiles(EVERY_ATTACK);
    const files = { 'bridges/transcript.md': transcript, 'bridges/source.txt': source };
    const env = { CORPUS_DIR: corpusFolder(files).folder, DATA_DIR: temporaryFolder() };
    const store = correctionsIn(storeIn(env.DATA_DIR));
    const report = { line: 7, revision: revisionOf(soundSeminar()), time: '2026-01-01T00:00:00Z' };
    // SQLite ends a text at a NUL.
    const attack = EVERY_ATTACK.replaceAll('\u0000', '');
    const words = { attribution: attack, proposal: attack, reason: attack };
    await store.add({ passage: 'bridges/p7', ...report, ...words });
    store.close();
    return env;
  }

  it.each<[string, Main, readonly string[], number]>([
    ['ask', ask, ['木桥怕火灾'], 0],
    ['ask with what was typed', ask, ['木桥', '--speaker', NOBODY], 2],
    ['ask with a bad number', ask, ['木桥', '--limit', EVERY_ATTACK], 2],
    ['ask with a bad option', ask, ['木桥', `--${EVERY_ATTACK}`], 2],
    ['ask for JSON', ask, ['木桥怕火灾', '--json'], 0],
    ['ask for JSON of an error', ask, ['木桥', '--json', '--speaker', NOBODY], 2],
    ['corrections', corrections, [], 0],
    ['digest with what was typed', digest, ['--speaker', NOBODY], 2],
    ['digest with a bad date', digest, ['--date', EVERY_ATTACK], 2],
    ['digest with a bad language', digest, ['--language', EVERY_ATTACK], 2],
  ])('gives no orders from %s', async (_, main, args, expected) => {
    const { status, stdout, stderr } = await runHere(main, args, { env: await hostileCorpus() });
    expect(status).toBe(expected);
    expect(stdout + stderr).not.toBe('');
    expect(stdout + stderr).not.toMatch(FORBIDDEN);
  });

  it('gives programs the same words, with escapes', async () => {
    const env = await hostileCorpus();
    const { stdout } = await runHere(ask, ['木桥怕火灾', '--json'], { env });
    const { stdout: lines } = await runHere(ask, ['--jsonl'], {
      env,
      input: `${JSON.stringify({ id: EVERY_ATTACK, question: '木桥怕火灾' })}\n`,
    });
    expect(lines).not.toMatch(FORBIDDEN);
    expect(JSON.parse(lines).id).toBe(EVERY_ATTACK);
    for (const { excerpts } of [JSON.parse(stdout), JSON.parse(lines)])
      expect(JSON.stringify(excerpts[0].source.title)).toContain(
        JSON.stringify(EVERY_ATTACK.slice(0, 50)).slice(1, -1),
      );
  });

  it('gives no orders and breaks no line from the name of a folder or what is wrong in a file', async () => {
    const name = `\u001B]0;x\u0007\u009B2J\nNo problems.\u202E\u{E0061}`;
    const { folder } = corpusFolder({
      [`${name}/transcript.md`]: 'x',
      'bridges/transcript.md': `---\n${EVERY_ATTACK.replaceAll('\n', '')}: 1\n---\n`,
      'arches/transcript.md': hostileFiles('').transcript.replace('### p2 |', `### p2\u001B[31m\u202E |`),
      'arches/source.txt': hostileFiles('').source,
    });
    expect(existsSync(join(folder, name))).toBe(true);
    for (const main of [check, ask, digest]) {
      const { stdout, stderr } = await runHere(main, main === ask ? ['木桥'] : [], {
        env: { CORPUS_DIR: folder },
      });
      expect(stderr).not.toMatch(FORBIDDEN);
      expect(stdout).not.toMatch(FORBIDDEN);
      expect(stderr.split('\n')).not.toContainEqual(expect.stringMatching(/^No problems/));
      expect(stderr).toContain('No problems.');
    }
  });

  it.each(['CORPUS_DIR', 'DATA_DIR', 'LOG_LEVEL', 'SHARDS', 'DISCORD_API_URL'])(
    'gives no orders from %s',
    async (key) => {
      const value = `https://x${EVERY_ATTACK.replaceAll('\u0000', '')}\nNo problems.`;
      const { stdout, stderr } = await runHere(check, [], {
        env: { ...(await hostileCorpus()), [key]: value },
      });
      expect(stdout + stderr).not.toMatch(FORBIDDEN);
      expect(stderr.split('\n')).toHaveLength(2);
    },
  );
});
