import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type ProblemKind, problemsIn } from '../../../src/core/transcript/problem.ts';
import { yamlSteps } from '../../../src/core/transcript/yaml.ts';
import { atOnce } from '../../at-once.ts';
import { anyText } from '../../fixtures.ts';

const parseYaml = atOnce(yamlSteps);

const FILE = 'corpus/bridges/cues.yaml';
function read(yaml: string, firstLine?: number) {
  const problems = problemsIn(FILE);
  return { parsed: parseYaml(yaml, problems, firstLine), problems: problems.errors };
}
const problemsOf = (yaml: string) => read(yaml).problems;

describe('parseYaml', () => {
  it('reads plain values', () => {
    const yaml = 'a: { b: [c, "d: e"] }\nf:\n  - g: "h\n     i"\n    j: |\n      *not an alias\n      [[[[\n';
    const { parsed, problems } = read(yaml);
    expect(problems).toEqual([]);
    expect(parsed?.value).toEqual({
      a: { b: ['c', 'd: e'] },
      f: [{ g: 'h i', j: '*not an alias\n[[[[\n' }],
    });
  });

  it('gives the line of a value, or of what it would be in', () => {
    const lineOf = read('a: b\nc:\n  d: e\n').parsed?.lineOf;
    expect([['a'], ['c', 'd'], ['c', 'f'], ['g']].map((path) => lineOf?.(path))).toEqual([1, 3, 3, 1]);
  });

  it('counts lines from the one on which the text starts', () => {
    expect(read('a: b\nc: d\n', 5).parsed?.lineOf(['c'])).toBe(6);
    for (const yaml of ['a: x\nb: *a\n', 'a: x\na: y\n', 'a: x\nb: c: d\n'])
      expect(read(yaml, 5).problems, yaml).toMatchObject([{ line: 6 }]);
  });

  it.each<[string, string, number, ProblemKind, Record<string, unknown>]>([
    ['an alias', 'a: x\nb: *a\n', 2, 'yaml-alias-or-tag', { found: '*a' }],
    ['a tag', 'a: x\nb: !!binary x\n', 2, 'yaml-alias-or-tag', { found: '!!binary' }],
    ['a merge of maps', 'a: &a { b: c }\nd: { <<: *a }\n', 2, 'yaml-alias-or-tag', { found: '*a' }],
    ['a key that appears twice', 'a: x\nb:\n  c: 1\n  c: 2\n', 4, 'yaml-key-repeated', { key: 'c' }],
    ['a second document', 'a: x\n---\nb: y\n', 2, 'yaml-invalid', { code: 'MULTIPLE_DOCS' }],
    ['brackets that stay open', 'a: x\nb: [c\n', 3, 'yaml-invalid', { code: 'BAD_INDENT' }],
    ['brackets without end', `a: x\nb: ${'['.repeat(1_000_000)}`, 2, 'yaml-too-deep', { most: 16 }],
    ['braces without end', `a: x\nb: ${'{a: '.repeat(1_000_000)}`, 2, 'yaml-too-deep', { most: 16 }],
    ['brackets over many lines', `a: x\nb: ${'[\n'.repeat(1_000_000)}`, 17, 'yaml-too-deep', { most: 16 }],
    ['dashes without end', `a: x\n${'- '.repeat(1_000_000)}`, 2, 'yaml-too-deep', { most: 16 }],
    ['question marks without end', `a: x\n${'? '.repeat(1_000_000)}`, 2, 'yaml-too-deep', { most: 16 }],
    [
      'indentation without end',
      Array.from({ length: 1000 }, (_, at) => `${' '.repeat(at)}a:\n`).join(''),
      17,
      'yaml-too-deep',
      { most: 16 },
    ],
    [
      'lists in lists below one another',
      Array.from({ length: 1000 }, (_, at) => `${' '.repeat(at)}-\n`).join(''),
      16,
      'yaml-too-deep',
      { most: 16 },
    ],
    ['anchors without end', `a: x\nb: ${'&a '.repeat(1_000_000)}`, 2, 'yaml-too-deep', { most: 16 }],
    ['tags without end', `a: x\nb: ${'!a '.repeat(1_000_000)}`, 2, 'yaml-alias-or-tag', { found: '!a' }],
    ['keys without end', 'a: b\n'.repeat(1_000_000), 40_000, 'yaml-too-long', { most: 200_000 }],
    ['values without end', `a: [${'b,'.repeat(1_000_000)}]`, 1, 'yaml-too-long', { most: 200_000 }],
  ])('refuses %s, on its line', (_, yaml, line, kind, values) => {
    const { parsed, problems } = read(yaml);
    expect(parsed).toBeNull();
    expect(problems).toEqual([{ file: FILE, line, kind, values: expect.objectContaining(values) }]);
  });

  it('refuses a chain of aliases that would have a billion values', () => {
    const levels = Array.from({ length: 30 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}]`);
    expect(problemsOf(`a0: &a0 [x]\n${levels.join('\n')}\n`)).toMatchObject([{ line: 2 }]);
  });

  it('reads as many keys as it takes, and names those that appear twice', () => {
    const keys = Array.from({ length: 30_000 }, (_, at) => `k${at}: v\n`).join('');
    expect(problemsOf(keys)).toEqual([]);
    expect(problemsOf(`${keys}k0: v\nk7: v\n`).map(({ line }) => line)).toEqual([30_001, 30_002]);
  });

  it('names no more problems than a person corrects at once', () => {
    expect(problemsOf('a: "b" c\n'.repeat(500))).toHaveLength(20);
  });

  const filling = '  - What does it cost, and who pays for it in the end?\n'.repeat(80);

  it('reads a long text in parts as it reads it whole, with the same lines', () => {
    const keys = Array.from({ length: 30 }, (_, at) => `p${at}:\n${filling}`);
    const { parsed, problems } = read(keys.join(''), 3);
    expect(problems).toEqual([]);
    expect(Object.keys(Object(parsed?.value))).toEqual(keys.map((_, at) => `p${at}`));
    expect(parsed?.lineOf(['p7', 2])).toBe(3 + 7 * 81 + 3);
    expect(parsed?.lineOf(['p99'])).toBe(3);
    const items = Array.from({ length: 500 }, (_, at) => `- name: Ann ${at}\n  age: 7\n`).join('');
    expect(read(items).parsed?.lineOf([400, 'age'])).toBe(802);
    expect(read(items).parsed?.value).toHaveLength(500);
  });

  it('pauses within a long text', () => {
    const steps = yamlSteps(
      Array.from({ length: 30 }, (_, at) => `p${at}:\n${filling}`).join(''),
      problemsIn(FILE),
    );
    let pauses = 0;
    for (let step = steps.next(); !step.done; step = steps.next()) pauses++;
    expect(pauses).toBeGreaterThan(60);
  });

  const questions = Array.from({ length: 8 }, (_, at) => `"What does it cost, and who pays ${at}?"`).join(
    ', ',
  );
  const flow = Array.from({ length: 300 }, (_, at) => `p${at}: [${questions}]`).join(',\n');
  const people = Array.from({ length: 300 }, (_, at) => `  - name: Ann ${at}\n    forms: [${questions}]\n`);

  it.each<[string, string, (string | number)[], number]>([
    ['a map in braces', `{${flow}}`, ['p200', 3], 201],
    ['a list in a map', `a: b\nspeakers:\n${people.join('')}c: d\n`, ['speakers', 200, 'forms', 3], 404],
    ['a map in a list', `- a: b\n- c:\n    {${flow.replaceAll('\n', '\n    ')}}\n`, [1, 'c', 'p200', 3], 203],
  ])('reads %s in parts as the library reads it whole', (_, yaml, path, line) => {
    const steps = yamlSteps(yaml, problemsIn(FILE));
    let pauses = 0;
    let step = steps.next();
    for (; !step.done; step = steps.next()) pauses++;
    expect(step.value?.value).toEqual(parse(yaml));
    expect(step.value?.lineOf(path)).toBe(line);
    // Two for each 500 tokens, and one for each part.
    expect(pauses).toBeGreaterThan(60);
  });

  it.each([
    ['without a comma', `{${flow.replace('],\np150', ']\np150')}}`],
    ['with a comma too many', `{${flow.replace('],\np150', '],,\np150')}}`],
    ['that does not end', `{${flow}`],
    ['after a key on one line', `a: b: \n${people.join('')}`],
    ['with a key twice', `speakers:\n${people.join('')}speakers: x\n`],
  ])('refuses a long list or map %s', (_, yaml) => {
    expect(() => parse(yaml)).toThrow();
    expect(read(yaml).parsed).toBeNull();
  });

  it.each<[string, string, number]>([
    ['a key of an earlier part', `p0: [x]\n${filling.replaceAll('  - ', '# ')}`.repeat(4), 82],
    ['an error in a later part', `p0:\n${filling}p1:\n${filling}p2:\n${filling}p3: [x\np4: y\n`, 245],
  ])('reports %s on its line', (_, yaml, line) => {
    expect(problemsOf(yaml)[0]?.line).toBe(line);
  });

  it('gives for any text in parts what it gives for the text whole', () => {
    const lines = fc.array(
      fc.constantFrom(
        'a: b',
        'c:',
        '  - d',
        '- e',
        '- f: g',
        '  h: i',
        '"j": k',
        'l: "m',
        'n"',
        'o: |',
        '  p',
        '# t',
        '',
        '---',
        'u',
        '  v: w',
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(lines, (some) => {
        // Comments make it long without changing what it says.
        const long = some.map((line) => `${line}\n${'# '.padEnd(4000, 'x')}\n`).join('');
        const whole = some.map((line) => `${line}\n#\n`).join('');
        expect(read(long).parsed?.value).toEqual(read(whole).parsed?.value);
      }),
      { numRuns: 300 },
    );
  });

  const pieces = fc
    .array(
      fc.constantFrom(
        'a',
        ': ',
        '- ',
        '? ',
        '[',
        ']',
        '{',
        '}',
        ',',
        '\n',
        '  ',
        '"',
        "'",
        '|',
        '>',
        '#',
        '&a ',
        '*a ',
        '!a ',
        '---\n',
        '%',
        '\t',
        '\r',
      ),
    )
    .map((parts) => parts.join(''));

  it('never throws, and gives either values or problems, each on a line of the text', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, pieces), (yaml) => {
        const { parsed, problems } = read(yaml);
        expect(parsed === null).toBe(problems.length > 0);
        const lines = yaml.split('\n').length;
        for (const { line } of problems) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(lines);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
