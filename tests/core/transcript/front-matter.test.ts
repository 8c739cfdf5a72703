import { describe, expect, it } from 'vitest';
import { parseFrontMatter } from '../../../src/core/transcript/front-matter.ts';
import { changed, lineOf, TRANSCRIPT } from '../../fixtures.ts';

const FILE = 'corpus/bridges/transcript.md';
const YAML = TRANSCRIPT.split('---\n')[1] ?? '';
const parse = (yaml: string) => parseFrontMatter(yaml, FILE, 2);
/** The front matter starts on line 2 of its file. */
const lineInFile = (yaml: string, stretch: string) => lineOf(yaml, stretch) + 1;

describe('parseFrontMatter', () => {
  it('reads sound front matter without a problem', () => {
    expect(parse(YAML).problems).toEqual([]);
  });

  it('reads the range of lines as two numbers', () => {
    expect(parse(YAML).frontMatter?.source.lines).toEqual([1, 9]);
  });

  it('takes a speaker for no moderator unless it says so', () => {
    expect(parse(YAML).frontMatter?.speakers.map(({ moderator }) => moderator)).toEqual([true, false, false]);
  });

  it.each([
    [
      'a folder above as the source file',
      'file: source.txt',
      'file: ../source.txt',
      'file:',
      /plain file name/,
    ],
    ['a folder in the source file', 'file: source.txt', 'file: a/source.txt', 'file:', /plain file name/],
    ['a path from the root', 'file: source.txt', 'file: /etc/passwd', 'file:', /plain file name/],
    ['a path with backslashes', 'file: source.txt', 'file: ..\\source.txt', 'file:', /plain file name/],
    ['a hidden source file', 'file: source.txt', 'file: .env', 'file:', /plain file name/],
    ['lines that are no range', 'lines: 1-9', 'lines: all', 'lines:', /range of lines/],
    ['lines that run backwards', 'lines: 1-9', 'lines: 9-1', 'lines:', /runs backwards/],
    ['lines that start at 0', 'lines: 1-9', 'lines: 0-9', 'lines:', /starts at 0/],
    ['a date in words', 'date: 2024-05-01', 'date: 1 May 2024', 'date:', /not a date/],
    ['a month that does not exist', 'date: 2024-05-01', 'date: 2024-13-01', 'date:', /not a date/],
    ['a language that is none of ours', 'language: zh-CN', 'language: fr', 'language:', /language/],
    ['a missing translation of a role', ', zh-TW: 主持人 }', ' }', 'role: { en: moderator', /zh-TW/],
    ['an empty name', 'name: Ida Moe', "name: ''", "name: ''", /speakers\.2\.name/],
    ['a misspelt key of a speaker', 'moderator: true', 'moderater: true', 'name: Max Roy', /moderater/],
    ['a misspelt moderator', 'moderator: true', 'moderator: maybe', 'moderator:', /moderator/],
    [
      'topics that are no list',
      'topics:\n  - { en: steel,',
      'topics:\n  { en: steel,',
      '{ en: steel',
      /topics/,
    ],
  ])('reports %s on its line', (_, from, to, at, what) => {
    const yaml = changed(YAML, from, to);
    const { frontMatter, problems } = parse(yaml);
    expect(frontMatter).toBeNull();
    expect(problems[0]).toMatchObject({ file: FILE, line: lineInFile(yaml, at) });
    expect(problems[0]?.what).toMatch(what);
    expect(problems[0]?.remedy).toMatch(/README/);
  });

  it('names the key that is missing', () => {
    const { problems } = parse(changed(YAML, 'language: zh-CN\n', ''));
    expect(problems.map(({ what }) => what)).toEqual([expect.stringContaining('language')]);
  });

  it('names a key that it does not know', () => {
    const { problems } = parse(`${YAML}organizer: x\n`);
    expect(problems.map(({ what }) => what)).toEqual([expect.stringContaining('organizer')]);
  });

  it('refuses a seminar without speakers', () => {
    const yaml = `${YAML.slice(0, YAML.indexOf('speakers:'))}speakers: []\n`;
    expect(parse(yaml).problems).toMatchObject([{ line: lineInFile(yaml, 'speakers:') }]);
  });

  it('refuses more speakers than a conference has', () => {
    const [head = '', speaker = ''] = YAML.split(/(?<=speakers:\n)|(?=topics:)/);
    const yaml = `${head}${speaker.slice(0, speaker.indexOf('  - name: Jo Lee')).repeat(501)}`;
    expect(parse(yaml).problems.map(({ what }) => what)).toEqual([expect.stringMatching(/speakers: .*500/)]);
  });

  it('reports every fault at once', () => {
    const yaml = changed(changed(changed(YAML, '2024-05-01', 'May'), 'source.txt', '../x'), '1-9', '9-1');
    expect(parse(yaml).problems.map(({ line }) => line)).toEqual(
      ['date:', 'file:', 'lines:'].map((key) => lineInFile(yaml, key)),
    );
  });

  it('reports broken YAML on its line', () => {
    const yaml = changed(YAML, 'date: 2024-05-01', 'date: [2024-05-01');
    const { frontMatter, problems } = parse(yaml);
    expect(frontMatter).toBeNull();
    expect(problems[0]?.what).toMatch(/Not valid YAML/);
    expect(problems[0]?.line).toBeGreaterThanOrEqual(lineInFile(yaml, 'date:'));
    expect(problems[0]?.line).toBeLessThanOrEqual(lineInFile(yaml, 'date:') + 1);
  });

  it('reports a key that stands twice on the line of the second', () => {
    const yaml = `${YAML}date: 2024-05-02\n`;
    expect(parse(yaml).problems).toMatchObject([{ line: lineInFile(yaml, 'date: 2024-05-02') }]);
  });

  it('refuses YAML aliases', () => {
    const yaml = changed(changed(YAML, 'language: zh-CN', 'language: &l zh-CN'), 'zh-CN: 钢材', 'zh-CN: *l');
    expect(parse(yaml)).toMatchObject({
      frontMatter: null,
      problems: [
        { file: FILE, line: lineInFile(yaml, '*l'), remedy: expect.stringMatching(/^Write each value out/) },
      ],
    });
  });

  it('refuses aliases that would grow without bound', () => {
    const levels = Array.from({ length: 30 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}]`);
    expect(parse(`a0: &a0 [x]\n${levels.join('\n')}\n`).problems).toMatchObject([{ line: 3 }]);
  });

  it('reports brackets nested without end', () => {
    expect(parse(`title: ${'['.repeat(50_000)}`)).toMatchObject({
      frontMatter: null,
      problems: [{ file: FILE, line: 2, what: expect.stringMatching(/nested more than 16 deep/) }],
    });
  });

  it.each(['', '# nothing\n', 'null\n', '[]\n', 'title\n', '__proto__: x\n'])(
    'refuses %j as a whole',
    (yaml) => {
      const { frontMatter, problems } = parse(yaml);
      expect(frontMatter).toBeNull();
      expect(problems[0]).toMatchObject({ file: FILE, line: 2 });
    },
  );
});
