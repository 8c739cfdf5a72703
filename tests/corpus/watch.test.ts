import {
  appendFileSync,
  copyFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Context } from '../../commands/command.ts';
import { chat } from '../../src/cli/chat.ts';
import { librarySteps } from '../../src/core/library.ts';
import type { ProblemKind } from '../../src/core/transcript/problem.ts';
import { loadLibrary } from '../../src/corpus/read.ts';
import { watchCorpus } from '../../src/corpus/watch.ts';
import { type CorpusFiles, corpusFolder, SOUND } from '../corpus-folder.ts';
import { changed, contextOf, lineOf, SOURCE, soundSeminar, TRANSCRIPT } from '../fixtures.ts';
import { PATIENCE } from '../patience.ts';

/** Long enough for the slowest machine; a test goes on as soon as it can. */

/** A served corpus whose files are watched, with what the watch has reported. */
async function served(files: CorpusFiles = SOUND) {
  const { folder, write } = corpusFolder(files);
  const context: Context = contextOf(await loadLibrary(folder));
  const told: string[] = [];
  const log = {
    info: (line: string) => void told.push(`info: ${line}`),
    error: (line: string) => void told.push(`error: ${line}`),
  };
  const watch = watchCorpus(folder, context, log, { everyMs: 10 });
  onTestFinished(() => watch.stop());
  const words = (passage: string) => context.library.passages.get(`bridges/${passage}`)?.text;
  return { folder, write, context, told, words };
}

/** The seminar with other words on line 6. */
const dearer = (words: string) => ({
  'bridges/transcript.md': changed(TRANSCRIPT, '木桥便宜。', words),
  'bridges/source.txt': changed(SOURCE, '木桥便宜。', words),
});

describe('watchCorpus', () => {
  it('serves the files as they are after a change, and says so', async () => {
    const { write, context, told, words } = await served();
    const before = context.library;
    write(dearer('木桥不便宜。'));
    await expect.poll(() => words('p6'), PATIENCE).toBe('木桥不便宜。');
    // Whoever began an answer keeps the library that it began with.
    expect(before.passages.get('bridges/p6')?.text).toBe('木桥便宜。');
    expect(context.corpusFault).toBeUndefined();
    expect(told.at(-1)).toBe('info: The corpus was read again; seminars: 1, passages: 10.');
  });

  it('keeps the old corpus while a file is faulty, and says where and why', async () => {
    const { folder, write, context, told } = await served();
    const before = context.library;
    const broken = changed(TRANSCRIPT, '是的,我同意。', '石桥最好。');
    write({ 'bridges/transcript.md': broken });
    await expect.poll(() => context.corpusFault, PATIENCE).toBeDefined();
    expect(context.library).toBe(before);
    const line = lineOf(broken, '### p8');
    const [problem] = context.corpusFault?.problems ?? [];
    expect(problem).toEqual({
      file: 'corpus/bridges/transcript.md',
      line,
      kind: 'text-not-in-source',
      values: { id: 'p8', sourceLine: 8, after: null },
    });
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(`error: The corpus has changed and has errors`);
    expect(told[0]).toContain(`${join(folder, 'bridges/transcript.md')}:${line}: `);
  });

  it('keeps the time since when the corpus is faulty, whatever is tried meanwhile', async () => {
    const { write, context } = await served();
    write({ 'bridges/transcript.md': '' });
    await expect.poll(() => context.corpusFault, PATIENCE).toBeDefined();
    const since = context.corpusFault?.since;
    write({ 'bridges/transcript.md': '---\n' + 'title: 7\n' + '---\n' });
    await expect.poll(() => context.corpusFault?.problems[0]?.kind, PATIENCE).toBe('value-type');
    expect(context.corpusFault?.since).toBe(since);
  });

  it('takes a file that was half written once it is whole', async () => {
    const { folder, write, context, told, words } = await served();
    const { 'bridges/transcript.md': transcript, 'bridges/source.txt': source } = dearer('木桥不便宜。');
    const half = transcript.indexOf('### p7');
    write({ 'bridges/source.txt': source, 'bridges/transcript.md': transcript.slice(0, half) });
    await expect.poll(() => context.corpusFault, PATIENCE).toBeDefined();
    appendFileSync(join(folder, 'bridges/transcript.md'), transcript.slice(half));
    await expect.poll(() => words('p6'), PATIENCE).toBe('木桥不便宜。');
    expect(context.corpusFault).toBeUndefined();
    expect(told.at(-1)).toMatch(/^info: The corpus was read again/);
  });

  it('says that a fault is undone, without reading everything anew', async () => {
    const { write, context, told } = await served();
    const before = context.library;
    write({ 'bridges/transcript.md': '' });
    await expect.poll(() => context.corpusFault, PATIENCE).toBeDefined();
    write(SOUND);
    await expect.poll(() => context.corpusFault, PATIENCE).toBeUndefined();
    expect(context.library).toBe(before);
    await expect.poll(() => told.at(-1), PATIENCE).toMatch(/^info: The corpus has no errors again/);
  });

  it('takes what editors do: a backup, a file for the meantime, a rename over the old one', async () => {
    const { folder, told, words } = await served();
    const file = (name: string) => join(folder, 'bridges', name);
    copyFileSync(file('source.txt'), file('source.txt~'));
    writeFileSync(file('.transcript.md.swp'), 'b0VIM');
    for (const [name, contents] of Object.entries(dearer('木桥不便宜。'))) {
      writeFileSync(join(folder, `${name}.new`), contents);
      renameSync(join(folder, `${name}.new`), join(folder, name));
    }
    await expect.poll(() => words('p6'), PATIENCE).toBe('木桥不便宜。');
    await expect.poll(() => told.at(-1), PATIENCE).toMatch(/^info: The corpus was read again/);
  });

  it('says nothing of files that were saved as they were, or that belong to no seminar', async () => {
    const { folder, write, told, words } = await served();
    utimesSync(join(folder, 'bridges/transcript.md'), 1, 1);
    write({ ...SOUND, 'bridges/notes.bak': 'x', 'README.md': 'x' });
    write(dearer('木桥不便宜。'));
    await expect.poll(() => words('p6'), PATIENCE).toBe('木桥不便宜。');
    expect(told.filter((line) => line.startsWith('info'))).toHaveLength(1);
  });

  it('takes what is edited beside a file that changes all the time and is not read', async () => {
    const { folder, write, told, words } = await served();
    let count = 0;
    const touch = () => {
      for (const name of ['recording.part', 'transcript.md~', 'sync.log'])
        writeFileSync(join(folder, 'bridges', name), String(count++));
    };
    touch();
    const touching = setInterval(touch, 2);
    onTestFinished(() => clearInterval(touching));
    write(dearer('木桥不便宜。'));
    await expect.poll(() => words('p6'), PATIENCE).toBe('木桥不便宜。');
    expect(told).toEqual(['info: The corpus was read again; seminars: 1, passages: 10.']);
  });

  it('takes what is edited though a file that is read never rests', async () => {
    const { folder, write, words } = await served();
    let seconds = 0;
    const touch = () => utimesSync(join(folder, 'bridges/source.txt'), seconds, ++seconds);
    const touching = setInterval(touch, 2);
    onTestFinished(() => clearInterval(touching));
    write(dearer('木桥不便宜。'));
    await expect.poll(() => words('p6'), PATIENCE).toBe('木桥不便宜。');
  });

  it('takes a source that is named anew, and is edited after that', async () => {
    const { context, write, words } = await served();
    const { 'bridges/transcript.md': transcript, 'bridges/source.txt': source } = dearer('木桥不便宜。');
    write({
      'bridges/new.txt': source,
      'bridges/transcript.md': transcript.replace('source.txt', 'new.txt'),
    });
    await expect.poll(() => words('p6'), PATIENCE).toBe('木桥不便宜。');
    write({ 'bridges/new.txt': '' });
    await expect.poll(() => context.corpusFault, PATIENCE).toBeDefined();
    write({ 'bridges/new.txt': source });
    await expect.poll(() => context.corpusFault, PATIENCE).toBeUndefined();
  });

  it('takes seminars that come and go', async () => {
    const { folder, write, context } = await served();
    const ids = () => context.library.transcripts.map(({ id }) => id);
    write({ 'arches/transcript.md': TRANSCRIPT, 'arches/source.txt': SOURCE });
    await expect.poll(ids, PATIENCE).toEqual(['arches', 'bridges']);
    rmSync(join(folder, 'bridges'), { recursive: true });
    await expect.poll(ids, PATIENCE).toEqual(['arches']);
    rmSync(folder, { recursive: true });
    await expect
      .poll(() => context.corpusFault?.problems[0], PATIENCE)
      .toMatchObject({
        file: 'corpus',
        kind: 'corpus-unreadable',
      });
    expect(ids()).toEqual(['arches']);
  });

  it('takes what changed between the start and the first look', async () => {
    const { folder, write } = corpusFolder();
    const context: Context = contextOf(await loadLibrary(folder));
    write(dearer('木桥不便宜。'));
    const watch = watchCorpus(folder, context, { info: () => {}, error: () => {} }, { everyMs: 10 });
    onTestFinished(() => watch.stop());
    await expect.poll(() => context.library.passages.get('bridges/p6')?.text, PATIENCE).toBe('木桥不便宜。');
  });

  it.each<[string, ProblemKind, (folder: string) => void]>([
    [
      'a link out of the corpus',
      'file-outside-corpus',
      (folder) => {
        renameSync(join(folder, 'bridges/source.txt'), join(folder, '../source.txt'));
        symlinkSync('../../source.txt', join(folder, 'bridges/source.txt'));
      },
    ],
    [
      'a file of 200 MB',
      'file-too-large',
      (folder) => truncateSync(join(folder, 'bridges/source.txt'), 200 * 1024 * 1024),
    ],
    [
      'a file of a million lines',
      'file-too-long',
      (folder) => writeFileSync(join(folder, 'bridges/terms.txt'), 'a line\n'.repeat(1_000_000)),
    ],
    [
      'YAML nested without end',
      'yaml-too-deep',
      (folder) => writeFileSync(join(folder, 'bridges/cues.yaml'), '['.repeat(1_000_000)),
    ],
    [
      'YAML aliases',
      'yaml-alias-or-tag',
      (folder) => writeFileSync(join(folder, 'bridges/cues.yaml'), 'p6: &a [x]\np7: [*a, *a]\n'),
    ],
  ])('refuses %s with the reason, as a start does', async (_, kind, change) => {
    const { folder, context, words } = await served();
    change(folder);
    await expect.poll(() => context.corpusFault?.problems[0]?.kind, PATIENCE).toBe(kind);
    expect(context.corpusFault?.problems).toHaveLength(1);
    expect(words('p6')).toBe('木桥便宜。');
  });

  it('names the first faults in the log and counts the others', async () => {
    const { write, context, told } = await served();
    const faults = Array.from({ length: 70 }, (_, at) => `fault ${at}\n`).join('');
    write({ 'bridges/transcript.md': TRANSCRIPT.replace('### p1 ', `${faults}### p1 `) });
    await expect.poll(() => context.corpusFault?.problems.length, PATIENCE).toBe(70);
    expect(told.at(-1)?.split('\n')).toHaveLength(52);
    expect(told.at(-1)).toContain('20 more; run "npm run check" for all.');
  });
});

describe('a changed corpus', () => {
  it('is made ready with a pause at each passage, in which answers are given', () => {
    const steps = librarySteps([soundSeminar()]);
    let pauses = 0;
    let step = steps.next();
    for (; !step.done; step = steps.next()) pauses++;
    // It is cut, analysed, and put into the index.
    expect(pauses).toBeGreaterThan(3 * step.value.passages.size);
  });
});

describe('the chat in a terminal', () => {
  it('answers from the corpus as it is when a line is typed, and /about shows what is wrong with it', async () => {
    const { write, context, words } = await served();
    const [input, output] = [new PassThrough(), new PassThrough({ encoding: 'utf8' })];
    const written = text(output);
    const ended = chat(context, { stdin: input, stdout: output, env: { LANG: 'en_GB.UTF-8' } }).then(() =>
      output.end(),
    );
    write(dearer('木桥不便宜。'));
    await expect.poll(() => words('p6'), PATIENCE).toBe('木桥不便宜。');
    write({ 'bridges/transcript.md': '' });
    await expect.poll(() => context.corpusFault, PATIENCE).toBeDefined();
    input.end('木桥便宜吗\n/about\n');
    await ended;
    expect(await written).toContain('木桥不便宜。');
    expect(await written).toMatch(/since \d{4}-\d\d-\d\d \d\d:\d\d UTC/);
    expect(await written).toContain('corpus/bridges/transcript.md, line 1: The file must begin with');
    expect(await written).not.toContain('Manage Server');
  });
});
