import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSets } from '../../../src/tools/eval/read-sets.ts';
import { outcomesOf, type TestSet, testSets } from '../../../src/tools/eval/sets.ts';
import { main } from '../../../src/tools/eval.ts';
import { SOURCE, TRANSCRIPT } from '../../fixtures.ts';
import { runHere } from '../../programs.ts';
import { temporaryFolder } from '../../store/temporary.ts';

const TITLES = /\{ en: A panel on bridges[^}]*\}/;
const QUESTION = { seminar: 'bridges', kind: 'plain', question: '木桥怕什么?', gold: ['p7'] };
const NEAR = { seminar: 'bridges', kind: 'unanswerable-near', question: '木桥多少钱?', gold: [] };
const FAR = { seminar: 'bridges', kind: 'unanswerable-far', question: '谁发明了电话?', gold: [] };

const BRIDGES = { 'bridges/transcript.md': TRANSCRIPT, 'bridges/source.txt': SOURCE };
const RETRIEVAL = {
  'docs.jsonl': lines(
    { id: 'a', text: 'The ferry crosses in winter.' },
    { id: 'b', text: 'Bread is baked at night.' },
  ),
  'queries.jsonl': lines({ id: '1', query: 'When is bread baked?', gold: ['b'] }),
};

function lines(...objects: readonly object[]): string {
  return objects.map((object) => JSON.stringify(object)).join('\n');
}

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = join(temporaryFolder(), 'sets');
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

function within(folder: string, files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]));
}

describe('a folder of sets', () => {
  it('is a retrieval set, or has several', async () => {
    expect(await readSets(folderOf(RETRIEVAL))).toMatchObject([{ kind: 'retrieval', name: 'sets' }]);
    const several = folderOf({ ...within('cats', RETRIEVAL), ...within('dogs', RETRIEVAL), 'README.md': '' });
    expect((await readSets(several)).map(({ name }) => name)).toEqual(['cats', 'dogs']);
  });

  it('may have folders that are kept somewhere else', async () => {
    const folder = folderOf({ 'README.md': '' });
    symlinkSync(folderOf(RETRIEVAL), join(folder, 'cats'), 'dir');
    expect((await readSets(folder)).map(({ name }) => name)).toEqual(['cats']);
  });

  it('has seminars with the questions beside them, among anything else', async () => {
    const folder = folderOf({
      ...BRIDGES,
      'questions.jsonl': lines(QUESTION, NEAR, FAR),
      'raw/notes.txt': 'x',
    });
    const [set, ...others] = await readSets(folder);
    expect(others).toEqual([]);
    if (set?.kind !== 'seminars') throw new Error('These are seminars.');
    expect(set.transcripts.map(({ id }) => id)).toEqual(['bridges']);
    expect(set.questions.map(({ gold, unanswerable }) => [gold.length, unanswerable])).toEqual([
      [1, null],
      [0, 'near'],
      [0, 'far'],
    ]);
  });

  it('has seminars with the questions inside of their folders', async () => {
    const { seminar: _, ...question } = QUESTION;
    const [set] = await readSets(folderOf({ ...BRIDGES, 'bridges/questions.jsonl': lines(question) }));
    expect(set).toMatchObject({ questions: [{ seminar: 'bridges' }] });
  });

  it('is refused, with what it should be, if there is nothing in it to ask', async () => {
    await expect(readSets(folderOf(BRIDGES))).rejects.toThrow(/neither docs\.jsonl .* nor questions\.jsonl/);
    await expect(readSets(join(temporaryFolder(), 'gone'))).rejects.toThrow(/gone cannot be read/);
  });

  it('is refused if a question is about a seminar that is not there', async () => {
    const folder = folderOf({ ...BRIDGES, 'questions.jsonl': lines({ ...QUESTION, seminar: 'tunnels' }) });
    await expect(readSets(folder)).rejects.toThrow(
      /"seminar" of the question "木桥怕什么\?" must be one of bridges/,
    );
  });
});

describe('sets', () => {
  it('are asked alone, together and beside the shipped seminar, each question counted once', async () => {
    const [own] = await readSets(
      folderOf({ ...BRIDGES, 'questions.jsonl': lines(QUESTION, { ...FAR, question: '谁发明了灯泡?' }) }),
    );
    const [other] = await readSets(
      folderOf({
        'wood/transcript.md': TRANSCRIPT.replace(TITLES, 'A panel on wood'),
        'wood/source.txt': SOURCE,
        'questions.jsonl': lines({ ...QUESTION, seminar: 'wood' }, { ...FAR, seminar: 'wood' }),
      }),
    );
    if (own?.kind !== 'seminars' || other?.kind !== 'seminars') throw new Error('These are seminars.');
    const shipped = {
      ...own,
      questions: own.questions.map((each) => ({ ...each, part: 'aside' as const, lang: 'zh' })),
    };
    const sets = testSets(shipped, [other]);
    const named = (name: string) => sets.find((set) => set.name === name) as TestSet;
    expect(sets.filter(({ isCounted, questions }) => isCounted && questions.length > 0)).toEqual([
      named('shipped, set aside'),
      named('sets, each alone'),
    ]);
    expect(named('sets, each alone').questions.map(({ seminar }) => seminar)).toEqual(['wood', 'wood']);
    expect(named('sets, beside shipped').questions.map(({ seminar }) => seminar)).toEqual([
      undefined,
      undefined,
    ]);
    const beside = named('sets, beside shipped').searched.sources().index.passages;
    expect(new Set(beside.map(({ seminar }) => seminar))).toEqual(new Set(['bridges', 'wood']));
  });

  it('find a passage that is part of a segment', async () => {
    const [set] = await readSets(folderOf({ ...BRIDGES, 'questions.jsonl': lines(QUESTION) }));
    if (set?.kind !== 'seminars') throw new Error('These are seminars.');
    const alone = testSets({ ...set, questions: [] }, [set]).find(({ name }) => name === 'sets, each alone');
    const ranker = () => ({ ids: ['bridges/p70', 'bridges/p7.2'], claim: 'answer' as const });
    expect(outcomesOf(alone?.questions ?? [], ranker)).toEqual([
      { claim: 'answer', rank: 1, unanswerable: null },
    ]);
  });
});

describe('npm run eval -- --passages --queries', () => {
  it('prints figures by the names that scripts read, refusals as what is not claimed', async () => {
    const folder = folderOf(RETRIEVAL);
    const files = ['--passages', join(folder, 'docs.jsonl'), '--queries', join(folder, 'queries.jsonl')];
    const { status, stdout } = await runHere(main, [...files, '--json']);
    expect(status).toBe(0);
    const figures: unknown = JSON.parse(stdout);
    expect(figures).toMatchObject({ queries: 1, hit1: 1, hit3: 1, mrr10: 1 });
    expect(Object.keys(figures as object)).toEqual([
      'queries',
      'hit1',
      'hit3',
      'mrr10',
      'refused',
      'indexMs',
      'p50Ms',
      'p99Ms',
    ]);
  });

  it('needs both files, and takes no sets besides', async () => {
    const { status, stderr } = await runHere(main, ['--passages', 'docs.jsonl']);
    expect(status).toBe(2);
    expect(stderr).toContain('Give both --passages and --queries.');
    const both = ['--passages', 'docs.jsonl', '--queries', 'queries.jsonl', '--sets', '.'];
    expect((await runHere(main, both)).stderr).toContain('Give either --sets');
  });
});
