import {
  appendFileSync,
  copyFileSync,
  readdirSync,
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
import { SNAPSHOT_TEXTS } from '../../src/core/tuning.ts';
import { loadLibrary } from '../../src/corpus/read.ts';
import { watchCorpus } from '../../src/corpus/watch.ts';
import { snapshotsIn } from '../../src/store/snapshot.ts';
import { searchFor } from '../core/search/search-for.ts';
import { type CorpusFiles, corpusFolder, SOUND } from '../corpus-folder.ts';
import { changed, contextOf, lineOf, SOURCE, soundSeminar, TRANSCRIPT } from '../fixtures.ts';
import { PATIENCE } from '../patience.ts';
import { temporaryFolder } from '../store/temporary.ts';

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

/** The same seminar many times over. */
const manySeminars = (count: number): CorpusFiles =>
  Object.assign(
    {},
    ...Array.from({ length: count }, (_, at) => ({
      [`bridges-${at}/transcript.md`]: TRANSCRIPT,
      [`bridges-${at}/source.txt`]: SOURCE,
    })),
  );

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

  it('reads only the seminar that has changed, and keeps what was made of the others', async () => {
    const { folder, write, context } = await served({
      ...SOUND,
      'arches/transcript.md': TRANSCRIPT,
      'arches/source.txt': SOURCE,
    });
    const before = context.library;
    write(dearer('木桥不便宜。'));
    await expect.poll(() => context.library, PATIENCE).not.toBe(before);
    const first = context.library;
    expect(first.transcripts[0]).toBe(before.transcripts[0]);
    expect(first.passages.get('arches/p6')).toBe(before.passages.get('arches/p6'));
    expect(first.passages.get('bridges/p6')).not.toBe(before.passages.get('bridges/p6'));
    write({ 'copies/transcript.md': TRANSCRIPT, 'copies/source.txt': SOURCE });
    await expect.poll(() => context.library, PATIENCE).not.toBe(first);
    expect(context.library.transcripts.slice(0, 2)).toEqual(first.transcripts);
    for (const at of [0, 1]) expect(context.library.transcripts[at]).toBe(first.transcripts[at]);
    // A renamed seminar has passages of another name, and none of the old one.
    renameSync(join(folder, 'copies'), join(folder, 'doubles'));
    await expect.poll(() => context.library.passages.has('doubles/p6'), PATIENCE).toBe(true);
    expect(context.library.passages.has('copies/p6')).toBe(false);
    // Whatever came and went: the answers are those of a start.
    const fresh = await loadLibrary(folder);
    for (const question of ['木桥为什么便宜?', 'Why is wood cheap?', '出口'])
      expect(searchFor(context.library.index, question)).toEqual(searchFor(fresh.index, question));
  });

  it('keeps what it has read of sound seminars while another is faulty', async () => {
    const { write, context } = await served({
      ...SOUND,
      'arches/transcript.md': TRANSCRIPT,
      'arches/source.txt': SOURCE,
    });
    const before = context.library;
    write({ 'arches/transcript.md': '', ...dearer('木桥不便宜。') });
    await expect.poll(() => context.corpusFault, PATIENCE).toBeDefined();
    expect(context.library).toBe(before);
    write({ 'arches/transcript.md': TRANSCRIPT });
    await expect.poll(() => context.corpusFault, PATIENCE).toBeUndefined();
    expect(context.library.passages.get('bridges/p6')?.text).toBe('木桥不便宜。');
    expect(context.library.transcripts[0]).toBe(before.transcripts[0]);
  });

  it('takes people who are declared anew, though no seminar has changed', async () => {
    const { write, context } = await served({
      ...SOUND,
      'arches/transcript.md': TRANSCRIPT,
      'arches/source.txt': SOURCE,
    });
    const [speaker] = context.library.speakers;
    const name = speaker?.name ?? '';
    write({ 'people.yaml': `- name: Another Name\n  seminars: { arches: ${name}, bridges: ${name} }\n` });
    await expect.poll(() => context.library.speakers[0]?.name, PATIENCE).toBe('Another Name');
    expect(context.library.index.passages.some((passage) => passage.speaker === name)).toBe(false);
    expect(context.library.index.passages.some((passage) => passage.speaker === 'Another Name')).toBe(true);
  });

  it('keeps the index of a grown archive, so that the next start need not build it', async () => {
    const { folder, write } = corpusFolder(manySeminars(SNAPSHOT_TEXTS / 10));
    const data = temporaryFolder();
    const snapshots = snapshotsIn(data, (fault) => expect.unreachable(fault));
    const context: Context = contextOf(await loadLibrary(folder, snapshots));
    const [start] = readdirSync(data);
    const log = { info: () => {}, error: (line: string) => expect.unreachable(line) };
    const watch = watchCorpus(folder, context, log, { everyMs: 10, snapshots });
    onTestFinished(() => watch.stop());
    write({ 'new/transcript.md': TRANSCRIPT, 'new/source.txt': SOURCE });
    await expect.poll(() => context.library.passages.has('new/p6'), PATIENCE).toBe(true);
    const names = () => readdirSync(data).filter((name) => name.endsWith('.snapshot'));
    await expect.poll(names, PATIENCE).not.toEqual([start]);
    const written = names();
    const restarted = await loadLibrary(folder, snapshots);
    expect(restarted.index.shards.length).toBe(context.library.index.shards.length);
    expect(names()).toEqual(written);
    expect(searchFor(restarted.index, '木桥')).toEqual(searchFor(context.library.index, '木桥'));
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
