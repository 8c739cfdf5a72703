import { describe, expect, it } from 'vitest';
import { frontMatterSteps } from '../../../src/core/transcript/front-matter.ts';
import { problemsIn, type ValueFormat, type ValueType } from '../../../src/core/transcript/problem.ts';
import { atOnce } from '../../at-once.ts';
import { changed, lineOf, type Reported, TRANSCRIPT } from '../../fixtures.ts';

const parseFrontMatter = atOnce(frontMatterSteps);

const FILE = 'corpus/bridges/transcript.md';
const YAML = TRANSCRIPT.split('---\n')[1] ?? '';
function parse(yaml: string) {
  const problems = problemsIn(FILE);
  const frontMatter = parseFrontMatter(yaml, 2, problems)?.frontMatter ?? null;
  return { frontMatter, problems: problems.errors };
}
/** The front matter starts on line 2 of its file. */
const lineInFile = (yaml: string, stretch: string) => lineOf(yaml, stretch) + 1;

const part = 'front-matter';
const missing = (key: string): Reported => ['value-missing', { part, key }];
const type = (key: string, type: ValueType): Reported => ['value-type', { part, key, type }];
const format = (key: string, format: ValueFormat): Reported => ['value-format', { part, key, format }];
const FILE_NAME = format('source.file', 'file-name');

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

  it.each<[string, string, string, string, Reported]>([
    ['a folder above as the source file', 'file: source.txt', 'file: ../source.txt', 'file:', FILE_NAME],
    ['a folder in the source file', 'file: source.txt', 'file: a/source.txt', 'file:', FILE_NAME],
    ['a path from the root', 'file: source.txt', 'file: /etc/passwd', 'file:', FILE_NAME],
    ['a path with backslashes', 'file: source.txt', 'file: ..\\source.txt', 'file:', FILE_NAME],
    ['a hidden source file', 'file: source.txt', 'file: .env', 'file:', FILE_NAME],
    ['lines that are no range', 'lines: 1-9', 'lines: all', 'lines:', format('source.lines', 'line-range')],
    ['lines that are one number', 'lines: 1-9', 'lines: 9', 'lines:', format('source.lines', 'line-range')],
    ['lines that run backwards', 'lines: 1-9', 'lines: 9-1', 'lines:', format('source.lines', 'line-order')],
    ['lines that start at 0', 'lines: 1-9', 'lines: 0-9', 'lines:', format('source.lines', 'line-order')],
    ['a date in words', 'date: 2024-05-01', 'date: 1 May 2024', 'date:', format('date', 'date')],
    ['a year alone', 'date: 2024-05-01', 'date: 2024', 'date:', format('date', 'date')],
    ['a month that does not exist', 'date: 2024-05-01', 'date: 2024-13-01', 'date:', format('date', 'date')],
    [
      'a language that is none of ours',
      'language: zh-CN',
      'language: fr',
      'language:',
      ['value-choice', { part: 'front-matter', key: 'language', choices: ['en', 'zh-CN', 'zh-TW'] }],
    ],
    [
      'a title without a value',
      'title: { en: A panel on bridges, zh-CN: 桥梁座谈会, zh-TW: 橋樑座談會 }',
      'title:',
      'title:',
      missing('title'),
    ],
    [
      'an empty name',
      'name: Ida Moe',
      "name: ''",
      "name: ''",
      ['value-too-short', { part: 'front-matter', key: 'speakers.2.name', least: 1, unit: 'characters' }],
    ],
    [
      'a name of characters that nobody sees',
      'name: Ida Moe',
      "name: '\u200B\u2060\u3164'",
      "name: '\u200B",
      ['value-too-short', { part: 'front-matter', key: 'speakers.2.name', least: 1, unit: 'characters' }],
    ],
    [
      'a title of characters that nobody sees',
      'en: A panel on bridges',
      "en: '\u200B'",
      'title:',
      ['value-too-short', { part: 'front-matter', key: 'title.en', least: 1, unit: 'characters' }],
    ],
    [
      'a misspelt key of a speaker',
      'moderator: true',
      'moderater: true',
      'moderater: true',
      ['key-unknown', { part: 'front-matter', key: 'speakers.0', keys: ['moderater'] }],
    ],
    [
      'a misspelt moderator',
      'moderator: true',
      'moderator: maybe',
      'moderator:',
      type('speakers.0.moderator', 'boolean'),
    ],
    [
      'topics that are no list',
      'topics:\n  - { en: steel,',
      'topics:\n  { en: steel,',
      '{ en: steel',
      type('topics', 'list'),
    ],
    ['a title that is a number', 'en: A panel on bridges', 'en: 7', 'title:', type('title.en', 'text')],
  ])('reports %s on its line', (_, from, to, at, [kind, values]) => {
    const yaml = changed(YAML, from, to);
    const { frontMatter, problems } = parse(yaml);
    expect(frontMatter).toBeNull();
    expect(problems[0]).toMatchObject({ file: FILE, line: lineInFile(yaml, at), kind, values });
  });

  it('names the key that is missing', () => {
    const { problems } = parse('date: 2024-05-01\n');
    expect(problems).toMatchObject([{ kind: 'value-missing', values: { part, key: 'title' } }]);
  });

  it('names a key that it does not know', () => {
    const { problems } = parse(`${YAML}organizer: x\n`);
    expect(problems).toMatchObject([{ kind: 'key-unknown', values: { part, key: '', keys: ['organizer'] } }]);
  });

  it('refuses more speakers than a conference has', () => {
    const [head = '', speaker = ''] = YAML.split(/(?<=speakers:\n)|(?=topics:)/);
    const yaml = `${head}${speaker.slice(0, speaker.indexOf('  - name: Jo Lee')).repeat(501)}`;
    expect(parse(yaml).problems).toMatchObject([
      { kind: 'value-too-long', values: { part, key: 'speakers', most: 500, unit: 'items' } },
    ]);
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
    expect(problems[0]?.kind).toBe('yaml-invalid');
    expect(problems[0]?.line).toBeGreaterThanOrEqual(lineInFile(yaml, 'date:'));
    expect(problems[0]?.line).toBeLessThanOrEqual(lineInFile(yaml, 'date:') + 1);
  });

  it('reports a key that appears twice on the line of the second', () => {
    const yaml = `${YAML}date: 2024-05-02\n`;
    expect(parse(yaml).problems).toMatchObject([
      { line: lineInFile(yaml, 'date: 2024-05-02'), kind: 'yaml-key-repeated', values: { key: 'date' } },
    ]);
  });

  it('refuses YAML aliases', () => {
    const yaml = changed(changed(YAML, 'language: zh-CN', 'language: &l zh-CN'), 'zh-CN: 钢材', 'zh-CN: *l');
    expect(parse(yaml)).toMatchObject({
      frontMatter: null,
      problems: [
        { file: FILE, line: lineInFile(yaml, '*l'), kind: 'yaml-alias-or-tag', values: { found: '*l' } },
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
      problems: [{ file: FILE, line: 2, kind: 'yaml-too-deep', values: { most: 16 } }],
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
