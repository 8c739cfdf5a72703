import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/ask.ts';
import { corpusFolder } from '../corpus-folder.ts';
import { corpus } from '../fixtures.ts';
import { closeQuestion } from '../near-questions.ts';
import { runBuilt, runHere } from '../programs.ts';

const run = (...args: string[]) => runHere(main, args);

describe('ask', () => {
  it('prints an answer and ends with 0', async () => {
    const { status, stdout, stderr } = await run('“小院高墙”错在哪里?');
    expect(stdout).toMatch(/^可能是娜扎克·尼卡赫塔尔（Nazak Nikakhtar），第 14 行$/m);
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it('prints whole passages, with roles and sources, if they are asked for', async () => {
    const asked = ['“小院高墙”错在哪里?', '--limit', '1'] as const;
    const short = (await run(...asked)).stdout;
    const { status, stdout, stderr } = await run(...asked, '--long');
    const { excerpts } = JSON.parse((await run(...asked, '--json')).stdout);
    const words = (text: string) => text.replaceAll('**', '');
    expect(words(stdout)).toContain(excerpts[0].text);
    expect(words(short)).not.toContain(excerpts[0].text);
    expect(stdout).toContain('原文未注明；依据：');
    expect(stdout).toMatch(/，原文第 14 行$/m);
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it('prints a refusal and ends with 1', async () => {
    const { status, stdout, stderr } = await run('怎么做红烧肉?');
    expect(stdout).toContain('研讨会记录里没有找到这个问题的答案。');
    expect(stderr).toBe('');
    expect(status).toBe(1);
  });

  it('says that the transcript may not answer, and ends with 1', async () => {
    const question = closeQuestion(await corpus(), 'en');
    const { status, stdout, stderr } = await run(question);
    expect(stdout).toMatch(/^What comes closest; it may not answer this:\n/);
    expect(stderr).toBe('');
    expect(status).toBe(1);
    expect(JSON.parse((await run(question, '--json')).stdout)).toMatchObject({
      answered: false,
      kind: 'closest',
    });
  });

  it('searches the seminars of some dates', async () => {
    const { status, stdout } = await run('What is CUDA?', '--from', '2025', '--until', '2025-12');
    expect(stdout).toContain('Searched only seminars dated from 2025-01-01 to 2025-12-31: 1.');
    expect(status).toBe(0);
  });

  it('takes words without quotation marks for one question', async () => {
    expect((await run('小院高墙', '寒蝉效应', '--json')).stdout).toContain('scsp-chips-2025/p38');
  });

  it.each([
    ['no question', [], /Give a question/],
    ['an empty question', [''], /question is empty/],
    ['an unknown option', ['芯片', '--speakr', 'x'], /--speakr/],
    ['a limit of 0', ['芯片', '--limit', '0'], /--limit must be a whole number from 1 to 10, not "0"/],
    ['a limit of 11', ['芯片', '--limit', '11'], /--limit must be .*, not "11"/],
    ['a limit of 1.5', ['芯片', '--limit', '1.5'], /--limit must be .*, not "1.5"/],
    ['a limit in words', ['芯片', '--limit', 'three'], /--limit must be .*, not "three"/],
    ['an unknown speaker', ['chips', '--speaker', 'Bob'], /No speaker is called "Bob"/],
    ['dates without a seminar', ['chips', '--until', '2024'], /No seminar is dated up to 2024-12-31/],
    ['a date that can mean two', ['chips', '--from', '1/5/2024'], /can mean 2024-01-05 or 2024-05-01/],
    ['an unknown seminar', ['chips', '--seminar', 'x'], /There is no seminar "x"/],
  ])('says on standard error what is wrong, and ends with 2: %s', async (_, args, fault) => {
    const { status, stdout, stderr } = await run(...args);
    expect(stderr).toMatch(fault);
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });

  it('ends with 2 if there is no corpus, without a stack trace', async () => {
    const { status, stdout, stderr } = await runHere(main, ['芯片'], {
      env: { CORPUS_DIR: 'no-such-folder' },
    });
    expect(stderr).toBe(
      'no-such-folder:1: The corpus folder cannot be read. Set CORPUS_DIR to the folder with one subfolder per seminar.\n',
    );
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });

  it('prints no colour codes outside a terminal', async () => {
    const { folder } = corpusFolder();
    const { status, stdout, stderr } = await runBuilt('dist/src/cli/ask.js', ['木桥便宜吗?'], {
      env: { CORPUS_DIR: folder },
    });
    expect(stderr).toBe('');
    expect(stdout).toContain('木桥便宜。');
    expect(stdout).not.toContain('\u001B');
    expect(status).toBe(0);
  });
});

describe('ask --json', () => {
  it.each([
    ['an answer', ['小院高墙', '--limit', '2'], 0, { answered: true }],
    ['a refusal', ['What do penguins eat?'], 1, { answered: false, kind: 'none', excerpts: [] }],
    ['a failure', ['chips', '--speaker', 'Bob'], 2, { error: expect.stringContaining('Bob') }],
  ])('prints one line of JSON: %s', async (_, args, status, json) => {
    const result = await run(...args, '--json');
    expect(result.stdout.trimEnd().split('\n')).toHaveLength(1);
    expect(JSON.parse(result.stdout)).toMatchObject(json);
    expect(result.status).toBe(status);
  });
});

describe('ask --jsonl', () => {
  it('prints one line of JSON for each line, nothing else, and ends with 0', async () => {
    const input = [
      { id: 1, question: '小院高墙' },
      { id: 'two', question: '火锅' },
      { id: 3, question: '' },
    ];
    const { status, stdout, stderr } = await runHere(main, ['--jsonl'], {
      input: `${input.map((question) => JSON.stringify(question)).join('\n')}\nnonsense\n`,
    });
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).toMatch(/\n$/);
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toMatchObject([
      { id: 1, answered: true },
      { id: 'two', answered: false },
      { id: 3, error: expect.any(String) },
      { id: null, error: expect.any(String) },
    ]);
  });

  it('prints nothing for nothing, and ends with 0', async () => {
    expect(await run('--jsonl')).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  it('answers many lines in order', async () => {
    const input = Array.from({ length: 100 }, (_, id) => JSON.stringify({ id, question: '芯片' })).join('\n');
    const { stdout } = await runHere(main, ['--jsonl'], { input });
    const ids = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).id);
    expect(ids).toEqual(Array.from({ length: 100 }, (_, id) => id));
  });
});
