import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { CorpusError, loadLibrary, readCorpus } from '../../src/corpus/read.ts';
import { changed, lineOf, type Reported, SOURCE, TRANSCRIPT } from '../fixtures.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rostrum-corpus-'));
});
afterEach(() => rm(folder, { recursive: true }));

const SOUND = { 'bridges/transcript.md': TRANSCRIPT, 'bridges/source.txt': SOURCE };

async function read(files: Record<string, string | Uint8Array>) {
  for (const [name, contents] of Object.entries(files)) {
    const file = join(folder, name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, contents);
  }
  const { transcripts, problems, warnings } = await readCorpus(folder);
  return {
    ids: transcripts.map(({ id }) => id),
    transcripts,
    problems: problems.map((problem) => ({ ...problem, file: problem.file.slice(folder.length + 1) })),
    warnings,
  };
}

/** As an editor on another system would save it. */
const utf16 = (text: string) => Buffer.concat([Uint8Array.of(0xff, 0xfe), Buffer.from(text, 'utf16le')]);
/** "钢桥" and a line break in GBK. */
const GBK = Uint8Array.of(0xb8, 0xd6, 0xc7, 0xc5, 0x0a);

describe('readCorpus', () => {
  it('reads a sound seminar', async () => {
    expect(await read(SOUND)).toMatchObject({ ids: ['bridges'], problems: [], warnings: [] });
  });

  it('reads seminars in the order of their names', async () => {
    const again = { 'arches/transcript.md': TRANSCRIPT, 'arches/source.txt': SOURCE };
    expect((await read({ ...SOUND, ...again })).ids).toEqual(['arches', 'bridges']);
  });

  it('ignores files next to the seminars', async () => {
    expect(await read({ ...SOUND, 'README.md': '# The corpus' })).toMatchObject({
      ids: ['bridges'],
      problems: [],
    });
  });

  it('reads files with a byte order mark', async () => {
    const marked = Object.fromEntries(Object.entries(SOUND).map(([name, text]) => [name, `\uFEFF${text}`]));
    const { transcripts, problems } = await read(marked);
    expect(problems).toEqual([]);
    // The mark belongs to the untouched source: offsets count it.
    expect(transcripts[0]?.segments[0]?.start).toBe(1);
  });

  it('reports a folder that cannot be read', async () => {
    const { problems } = await readCorpus(join(folder, 'none'));
    expect(problems).toMatchObject([
      {
        file: join(folder, 'none'),
        line: 1,
        kind: 'corpus-unreadable',
      },
    ]);
  });

  it('reports a folder without a seminar', async () => {
    expect((await read({ 'README.md': '' })).problems).toMatchObject([{ kind: 'corpus-empty' }]);
  });

  const BY_SYSTEMS = [
    'lost+found',
    '__MACOSX',
    '@eaDir',
    '#recycle',
    '$RECYCLE.BIN',
    'System Volume Information',
    '.Trash',
  ];
  /** Folders and files that nobody made, and folders in which nobody put anything. */
  const NOBODYS = {
    ...Object.fromEntries(BY_SYSTEMS.map((name) => [`${name}/transcript.md`, 'x'])),
    'hidden/.DS_Store': 'x',
    'hidden/.keep': '',
    'shown/Thumbs.db': 'x',
    'shown/desktop.ini': 'x',
    'shown/@eaDir/x': 'x',
    'Thumbs.db': 'x',
    '.DS_Store': 'x',
  };

  it('passes over what systems put beside the seminars, and folders without files', async () => {
    await mkdir(join(folder, 'Empty Folder'));
    expect(await read({ ...SOUND, ...NOBODYS })).toMatchObject({ ids: ['bridges'], problems: [] });
  });

  it('reports a corpus of nothing else as empty', async () => {
    await mkdir(join(folder, 'empty/inside/of'), { recursive: true });
    expect((await read(NOBODYS)).problems).toMatchObject([{ kind: 'corpus-empty' }]);
  });

  it('reports a folder with files but without a transcript', async () => {
    expect(
      (await read({ ...SOUND, 'arches/source.txt': 'x', 'arches/.DS_Store': 'x' })).problems,
    ).toMatchObject([{ file: 'arches/transcript.md', kind: 'file-unreadable', values: { code: 'ENOENT' } }]);
  });

  it.each(['Bridges', 'my bridges', 'bridges_2024', '-bridges', 'x'.repeat(41)])(
    'reports the folder name "%s"',
    async (id) => {
      const { problems } = await read({ [`${id}/transcript.md`]: TRANSCRIPT, [`${id}/source.txt`]: SOURCE });
      expect(problems).toMatchObject([{ file: id, kind: 'seminar-id-invalid' }]);
    },
  );

  it('reports a missing transcript', async () => {
    const { problems } = await read({ 'bridges/source.txt': SOURCE });
    expect(problems).toMatchObject([
      {
        file: 'bridges/transcript.md',
        line: 1,
        kind: 'file-unreadable',
        values: { code: 'ENOENT' },
      },
    ]);
  });

  it('reports a missing source', async () => {
    const { problems } = await read({ 'bridges/transcript.md': TRANSCRIPT });
    expect(problems).toMatchObject([
      {
        file: 'bridges/source.txt',
        line: 1,
        kind: 'file-unreadable',
        values: { code: 'ENOENT' },
      },
    ]);
  });

  it('does not read a source in another folder', async () => {
    const transcript = changed(TRANSCRIPT, 'file: source.txt', 'file: ../secret.txt');
    const { problems, ids } = await read({ 'bridges/transcript.md': transcript, 'secret.txt': SOURCE });
    expect(ids).toEqual([]);
    expect(problems).toMatchObject([
      {
        file: 'bridges/transcript.md',
        kind: 'value-format',
        values: { key: 'source.file', format: 'file-name' },
      },
    ]);
  });

  it('reports a folder in place of a file', async () => {
    await mkdir(join(folder, 'bridges/source.txt'), { recursive: true });
    expect((await read({ 'bridges/transcript.md': TRANSCRIPT })).problems).toMatchObject([
      { file: 'bridges/source.txt', kind: 'file-not-regular' },
    ]);
  });

  it.each([
    ['a source in UTF-16', 'bridges/source.txt', utf16(SOURCE), 1],
    ['a transcript in UTF-16', 'bridges/transcript.md', utf16(TRANSCRIPT), 1],
    ['a source in GBK', 'bridges/source.txt', GBK, 1],
    [
      'a source that turns to GBK on its third line',
      'bridges/source.txt',
      Buffer.concat([Buffer.from('一\n二\n'), GBK]),
      3,
    ],
    ['a source cut inside a character', 'bridges/source.txt', Buffer.from(`一\n${SOURCE}`).subarray(0, 6), 2],
  ])('reports %s, on the first bad line', async (_, file, bytes, line) => {
    expect((await read({ ...SOUND, [file]: bytes })).problems).toMatchObject([
      { file, line, kind: 'file-not-utf8' },
    ]);
  });

  it('reports a file that is too large, without reading it', async () => {
    const large = Buffer.alloc(16 * 1024 * 1024 + 1, 0x61);
    expect((await read({ ...SOUND, 'bridges/source.txt': large })).problems).toMatchObject([
      { file: 'bridges/source.txt', kind: 'file-too-large', values: { bytes: 16_777_217, most: 16_777_216 } },
    ]);
  });

  it('reports the faults of every seminar, and gives the sound ones', async () => {
    const { ids, problems } = await read({
      ...SOUND,
      'arches/transcript.md': changed(TRANSCRIPT, '是的,我同意。', '是的!'),
      'arches/source.txt': SOURCE,
      'tunnels/transcript.md': '',
    });
    expect(ids).toEqual(['bridges']);
    expect(new Set(problems.map(({ file }) => file))).toEqual(
      new Set(['arches/transcript.md', 'tunnels/transcript.md']),
    );
  });

  it('reports faults of format and of attribution together', async () => {
    const transcript = changed(
      changed(TRANSCRIPT, '### p9 | line 9', '### p9 | row 9'),
      '是的,我同意。',
      '是的!',
    );
    const { problems } = await read({ ...SOUND, 'bridges/transcript.md': transcript });
    expect(problems.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['heading-malformed', 'text-differs']),
    );
  });
});

describe('a hostile corpus folder', () => {
  /** A file that is somebody else's, outside the corpus; its content would be a valid part of a seminar. */
  async function outside(name: string, contents: string) {
    const parent = await mkdtemp(join(tmpdir(), 'rostrum-outside-'));
    onTestFinished(() => rm(parent, { recursive: true }));
    await mkdir(join(parent, 'seminar'));
    await writeFile(join(parent, 'seminar', name), contents);
    return { file: join(parent, 'seminar', name), folder: join(parent, 'seminar') };
  }
  const LINK = { line: 1, kind: 'file-outside-corpus', values: {} };

  it.each([
    ['transcript.md', TRANSCRIPT],
    ['source.txt', SOURCE],
    ['translation.en.md', ''],
    ['terms.txt', 'bridge / 桥梁\n'],
    ['cues.yaml', 'p6: [What?]\n'],
  ])('does not follow a link in place of %s', async (name, contents) => {
    const { [`bridges/${name}`]: _, ...others } = { ...SOUND } as Record<string, string>;
    await mkdir(join(folder, 'bridges'));
    await symlink((await outside(name, contents)).file, join(folder, 'bridges', name));
    const { ids, problems } = await read(others);
    expect(ids).toEqual([]);
    expect(problems).toEqual([{ file: `bridges/${name}`, ...LINK }]);
  });

  it('does not follow a link in place of a seminar', async () => {
    const other = await outside('transcript.md', TRANSCRIPT);
    await writeFile(join(other.folder, 'source.txt'), SOURCE);
    await symlink(other.folder, join(folder, 'arches'));
    const { ids, problems } = await read(SOUND);
    expect(ids).toEqual(['bridges']);
    expect(problems).toEqual([{ file: 'arches/transcript.md', ...LINK }]);
  });

  it('is not led out by a link to a folder whose name only starts like the corpus', async () => {
    const beside = `${folder}-beside`;
    onTestFinished(() => rm(beside, { recursive: true }));
    await mkdir(beside);
    await writeFile(join(beside, 'source.txt'), SOURCE);
    await mkdir(join(folder, 'bridges'));
    await symlink(join(beside, 'source.txt'), join(folder, 'bridges', 'source.txt'));
    const { problems } = await read({ 'bridges/transcript.md': TRANSCRIPT });
    expect(problems).toEqual([{ file: 'bridges/source.txt', ...LINK }]);
  });

  it('follows links that stay inside, and a link to the corpus itself', async () => {
    await mkdir(join(folder, 'bridges'));
    await symlink(join(folder, 'shared.txt'), join(folder, 'bridges', 'source.txt'));
    await symlink('bridges', join(folder, 'arches'));
    const { ids } = await read({ 'bridges/transcript.md': TRANSCRIPT, 'shared.txt': SOURCE });
    expect(ids).toEqual(['arches', 'bridges']);
    const link = join((await outside('x', '')).folder, 'corpus');
    await symlink(folder, link);
    expect((await readCorpus(link)).transcripts).toHaveLength(2);
  });

  it.each([
    ['a link to nothing', 'nowhere', 'ENOENT'],
    ['a link to itself', 'source.txt', 'ELOOP'],
  ])('reports %s', async (_, target, code) => {
    await mkdir(join(folder, 'bridges'));
    await symlink(target, join(folder, 'bridges', 'source.txt'));
    const { problems } = await read({ 'bridges/transcript.md': TRANSCRIPT });
    expect(problems).toMatchObject([
      { file: 'bridges/source.txt', kind: 'file-unreadable', values: { code } },
    ]);
  });

  it('does not wait for a pipe', async () => {
    await mkdir(join(folder, 'bridges'));
    execFileSync('mkfifo', [join(folder, 'bridges', 'source.txt')]);
    const { problems } = await read({ 'bridges/transcript.md': TRANSCRIPT });
    expect(problems).toMatchObject([{ file: 'bridges/source.txt', kind: 'file-not-regular' }]);
  });

  it.each(['../../etc/passwd', '/etc/passwd', '..', 'a/../../x', 'source.txt/..'])(
    'does not read a source that its front matter calls %s',
    async (name) => {
      const transcript = changed(TRANSCRIPT, 'file: source.txt', `file: ${name}`);
      const { ids, problems } = await read({ ...SOUND, 'bridges/transcript.md': transcript });
      expect(ids).toEqual([]);
      expect(problems).toEqual([
        {
          file: 'bridges/transcript.md',
          line: lineOf(transcript, 'file: '),
          kind: 'value-format',
          values: {
            part: 'front-matter',
            key: 'source.file',
            format: 'file-name',
            write: 'file: source.txt',
          },
        },
      ]);
    },
  );

  it.each(['transcript.md', 'source.txt', 'translation.en.md', 'terms.txt', 'cues.yaml'])(
    'refuses %s of 200 MB, without reading it',
    async (name) => {
      await read(SOUND);
      await writeFile(join(folder, 'bridges', name), '');
      await truncate(join(folder, 'bridges', name), 200 * 1024 * 1024);
      const { ids, problems } = await read({});
      expect(ids).toEqual([]);
      expect(problems).toEqual([
        {
          file: `bridges/${name}`,
          line: 1,
          kind: 'file-too-large',
          values: { bytes: 209_715_200, most: 16_777_216 },
        },
      ]);
    },
  );

  it.each([
    ['transcript.md', 1_000_000],
    ['source.txt', 100_000],
    ['translation.en.md', 100_000],
    ['terms.txt', 100_000],
    ['cues.yaml', 100_000],
  ])('refuses %s of more than %d lines', async (name, most) => {
    const { ids, problems } = await read({ ...SOUND, [`bridges/${name}`]: 'a line\n'.repeat(most + 1) });
    expect(ids).toEqual([]);
    expect(problems).toEqual([
      {
        file: `bridges/${name}`,
        line: most + 1,
        kind: 'file-too-long',
        values: { lines: most + 1, most },
      },
    ]);
  });

  it('reports every fault of a file that has two on each of as many lines as it may', async () => {
    const head = TRANSCRIPT.slice(0, TRANSCRIPT.indexOf('### p1 '));
    const heading = '### p1 | line 1 | unknown\n';
    const lines = '- label:\n'.repeat(100_000 - head.split('\n').length);
    const { problems } = await read({ ...SOUND, 'bridges/transcript.md': head + heading + lines });
    expect(problems.length).toBeGreaterThan(199_000);
    const error = await loadLibrary(folder).catch((reason: Error) => reason.message.split('\n'));
    expect(error).toHaveLength(51);
  });

  const NESTED = `title: ${'['.repeat(1_000_000)}`;
  const BOMB = Array.from({ length: 30 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}]`);
  it.each<[string, string, string, number, Reported]>([
    [
      'front matter nested without end',
      'transcript.md',
      `---\n${NESTED}\n---\n`,
      2,
      ['yaml-too-deep', { most: 16 }],
    ],
    [
      'front matter with a chain of aliases',
      'transcript.md',
      `---\na0: x\n${BOMB.join('\n')}\n---\n`,
      3,
      ['yaml-alias-or-tag', { found: '*a0' }],
    ],
    [
      'cues nested without end',
      'cues.yaml',
      `p6: ${'- '.repeat(1_000_000)}`,
      1,
      ['yaml-too-deep', { most: 16 }],
    ],
    [
      'cues with a chain of aliases',
      'cues.yaml',
      `a0: x\n${BOMB.join('\n')}\n`,
      2,
      ['yaml-alias-or-tag', { found: '*a0' }],
    ],
  ])('refuses %s', async (_, name, contents, line, [kind, values]) => {
    const { ids, problems } = await read({ ...SOUND, [`bridges/${name}`]: contents });
    expect(ids).toEqual([]);
    expect(problems).toEqual([{ file: `bridges/${name}`, line, kind, values }]);
  });
});

describe('the files next to a transcript', () => {
  const IDS = ['p1', 'p2', 'p3', 'p4', 'p4b', 'p5', 'p6', 'p7', 'p8', 'p9'];
  const TRANSLATION = IDS.map((id) => `### ${id}\n\nThe English words of segment ${id}.\n`).join('\n');

  it('is read: translation, terms and cues', async () => {
    const { transcripts, problems } = await read({
      ...SOUND,
      'bridges/translation.en.md': TRANSLATION,
      'bridges/terms.txt': 'bridge / 桥梁 / 橋樑\n',
      'bridges/cues.yaml': 'p6:\n  - Which bridge costs little?\n',
    });
    expect(problems).toEqual([]);
    expect(transcripts[0]?.segments[2]?.translation).toBe('The English words of segment p3.');
    expect(transcripts[0]?.notions).toEqual([['bridge', '桥梁', '橋樑']]);
    expect(transcripts[0]?.cues.get('p6')).toEqual(['Which bridge costs little?']);
  });

  it('is reported, with its faults, under its own name', async () => {
    const { ids, problems } = await read({
      ...SOUND,
      'bridges/translation.en.md': TRANSLATION.replace('### p3', '### p33'),
      'bridges/terms.txt': 'a / bridge\n',
      'bridges/cues.yaml': 'p66: [What?]\n',
    });
    expect(ids).toEqual([]);
    expect(new Set(problems.map(({ file }) => file))).toEqual(
      new Set(['bridges/translation.en.md', 'bridges/terms.txt', 'bridges/cues.yaml']),
    );
  });

  it('is reported if it is not UTF-8', async () => {
    expect((await read({ ...SOUND, 'bridges/cues.yaml': GBK })).problems).toMatchObject([
      { file: 'bridges/cues.yaml', kind: 'file-not-utf8' },
    ]);
  });
});

describe('loadLibrary', () => {
  it('gives passages and speakers of a sound corpus', async () => {
    await read(SOUND);
    const library = await loadLibrary(folder);
    expect(library.passages.get('bridges/p6')?.text).toBe('木桥便宜。');
    expect(library.speakers.map(({ name }) => name)).toEqual(['Max Roy', 'Jo Lee', 'Ida Moe']);
  });

  it('names a speaker of two seminars once', async () => {
    await read({ ...SOUND, 'arches/transcript.md': TRANSCRIPT, 'arches/source.txt': SOURCE });
    expect((await loadLibrary(folder)).speakers).toHaveLength(3);
  });

  it('stops at a faulty corpus, with each problem on its own line', async () => {
    await read({ 'bridges/transcript.md': TRANSCRIPT, 'tunnels/transcript.md': '' });
    const error = await loadLibrary(folder).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(CorpusError);
    expect((error as CorpusError).message.split('\n')).toEqual([
      expect.stringContaining(`${join(folder, 'bridges', 'source.txt')}:1: `),
      expect.stringContaining(`${join(folder, 'tunnels', 'transcript.md')}:1: `),
    ]);
  });
});
