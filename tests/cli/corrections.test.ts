import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/corrections.ts';
import { type Correction, revisionOf } from '../../src/core/passages/correction.ts';
import { correctionsIn } from '../../src/store/corrections.ts';
import { DATABASE_FILE } from '../../src/store/database-name.ts';
import { storeIn } from '../../src/store/store.ts';
import { corpusFolder } from '../corpus-folder.ts';
import { changed, lineOf, SOURCE, soundSeminar, TRANSCRIPT } from '../fixtures.ts';
import { type Result, runBuilt, runHere } from '../programs.ts';
import { temporaryFolder } from '../store/temporary.ts';

const REPORT: Correction = {
  passage: 'bridges/p6',
  line: 6,
  attribution: 'Ida Moe | inferred',
  revision: revisionOf(soundSeminar()),
  time: '2026-01-01T00:00:00Z',
  proposal: 'Jo Lee',
  reason: 'He is the engineer.',
};

/** A seminar from what a speech recogniser gives, which counts its parts. */
const RECOGNISED = {
  'call/source.json': JSON.stringify({
    segments: [{ start: 0.5, end: 4, text: ' The tiles are too dear.', speaker: 'SPEAKER_00' }],
    language: 'en',
  }),
  'call/transcript.md': `---
title: Call
language: en
source: { file: source.json, format: whisperx }
speakers:
  - { name: SPEAKER_00, anonymous: voice }
---

### p1 | part 1, 0:00 | SPEAKER_00 | labelled
- label: SPEAKER_00

The tiles are too dear.
`,
};

/** A folder with the tiny seminar, or an edited one, and these reports; and the program's arguments for it. */
async function reported(
  reports: readonly Correction[],
  transcript = TRANSCRIPT,
  folder = temporaryFolder(),
): Promise<{ folder: string; file: string; env: NodeJS.ProcessEnv }> {
  const seminar = join(folder, 'corpus', 'bridges');
  mkdirSync(seminar, { recursive: true });
  writeFileSync(join(seminar, 'transcript.md'), transcript);
  writeFileSync(join(seminar, 'source.txt'), SOURCE);
  const env = { CORPUS_DIR: join(folder, 'corpus'), DATA_DIR: join(folder, 'data') };
  const store = correctionsIn(storeIn(env.DATA_DIR));
  for (const report of reports) await store.add(report);
  store.close();
  return { folder, file: join(seminar, 'transcript.md'), env };
}

/** What the program prints over the tiny seminar, or an edited one, and these reports. */
async function listed(...given: Parameters<typeof reported>): Promise<Result & { folder: string }> {
  const { folder, env } = await reported(...given);
  return { ...(await runHere(main, [], { env })), folder };
}

describe('npm run corrections', () => {
  it('says that there are none, and makes no database to say so', async () => {
    const { status, stdout, folder } = await listed([]);
    expect(status).toBe(0);
    expect(stdout).toBe('No reports.\n');
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });

  it('shows a report as an edit to make', async () => {
    const { file, env } = await reported([REPORT]);
    const { status, stdout } = await runBuilt('dist/src/cli/corrections.js', [], { env });
    expect(status).toBe(0);
    expect(stdout).toBe(
      [
        `${file}:${lineOf(TRANSCRIPT, '### p6')}`,
        '  now:      ### p6 | line 6 | Ida Moe | inferred',
        '  proposed: Jo Lee',
        '  reported: once; transcript unchanged since',
        '  why:      He is the engineer. (2026-01-01T00:00:00Z)',
        '',
        'Reports: 1, edits: 1. See corpus/README.md, "How to correct an attribution".',
        '',
      ].join('\n'),
    );
  });

  it('groups reports that propose the same, and keeps others apart', async () => {
    const { stdout } = await listed([
      REPORT,
      { ...REPORT, proposal: 'jo lee', reason: 'Who else?' },
      { ...REPORT, proposal: null },
      { ...REPORT, passage: 'bridges/p8', line: 8, attribution: 'unknown' },
    ]);
    expect(stdout).toContain('reported: 2 times');
    expect(stdout).toContain('Who else?');
    expect(stdout).toContain('proposed: nobody named');
    expect(stdout).toContain('now:      ### p8 | line 8 | unknown');
    expect(stdout).toContain('Reports: 4, edits: 3.');
  });

  it('groups the passages of one segment under its heading', async () => {
    const { stdout } = await listed([REPORT, { ...REPORT, passage: 'bridges/p6.2' }]);
    expect(stdout).toContain('reported: 2 times');
  });

  it('says that the transcript has changed since, and how it was', async () => {
    const heading = '### p6 | line 6 | Ida Moe | inferred';
    const transcript = changed(TRANSCRIPT, heading, '### p6 | line 6 | Jo Lee | inferred').replace(
      '### p7 | line 7 | Ida Moe',
      '### p7 | line 7 | Jo Lee',
    );
    const { stdout } = await listed([REPORT], transcript);
    expect(stdout).toContain('now:      ### p6 | line 6 | Jo Lee | inferred');
    expect(stdout).toContain('then:     Ida Moe | inferred');
    expect(stdout).toContain('transcript changed since');
  });

  it('says that a segment is gone', async () => {
    const { stdout } = await listed([{ ...REPORT, passage: 'bridges/p99' }]);
    expect(stdout).toContain('segment p99 (line 6 of the source) is no longer in the transcript');
  });

  it('says where it was in a source that is counted in parts', async () => {
    const { folder, env } = await reported([{ ...REPORT, passage: 'call/p99', line: 99 }]);
    corpusFolder(RECOGNISED, folder);
    const { stdout } = await runHere(main, [], { env });
    expect(stdout).toContain('segment p99 (part 99 of the source) is no longer in the transcript');
  });

  it('says that the whole seminar is gone', async () => {
    const { stdout } = await listed([{ ...REPORT, passage: 'piers/p2' }]);
    expect(stdout).toContain('now:      segment p2 is gone with its seminar, piers\n');
  });

  it('shows control characters instead of obeying them', async () => {
    const { stdout } = await listed([{ ...REPORT, proposal: 'Jo\u001B[2J', reason: 'a\nb\u202Ec' }]);
    expect(stdout).toContain('Jo\uFFFD[2J');
    expect(stdout).toContain('a\uFFFDb\uFFFDc');
    expect(stdout.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202E]/u);
  });

  it('says in one line that the database is damaged', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'data'));
    writeFileSync(join(folder, 'data', DATABASE_FILE), 'no database '.repeat(1000));
    const { env } = await reported([], TRANSCRIPT, folder);
    const { status, stderr } = await runBuilt('dist/src/cli/corrections.js', [], { env });
    expect(status).toBe(1);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain('cannot be used (SQLITE_NOTADB)');
  });
});
