import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../../src/core/transcript/yaml.ts';
import { anyText } from '../../fixtures.ts';

const faultsOf = (yaml: string) => parseYaml(yaml).faults;

describe('parseYaml', () => {
  it('reads plain values', () => {
    const yaml = 'a: { b: [c, "d: e"] }\nf:\n  - g: "h\n     i"\n    j: |\n      *not an alias\n      [[[[\n';
    const { document, faults } = parseYaml(yaml);
    expect(faults).toEqual([]);
    expect(document.toJS()).toEqual({
      a: { b: ['c', 'd: e'] },
      f: [{ g: 'h i', j: '*not an alias\n[[[[\n' }],
    });
  });

  it('tells the line of an offset', () => {
    expect([0, 5, 6].map(parseYaml('a: b\nc: d\n').lineAt)).toEqual([1, 2, 2]);
  });

  it.each([
    ['an alias', 'a: x\nb: *a\n', 2, /^"\*a" is an alias/],
    ['a tag', 'a: x\nb: !!binary x\n', 2, /^"!!binary" is/],
    ['a merge of maps', 'a: &a { b: c }\nd: { <<: *a }\n', 2, /^"\*a" is/],
    ['a key that stands twice', 'a: x\nb:\n  c: 1\n  c: 2\n', 4, /"c" stands twice/],
    ['a second document', 'a: x\n---\nb: y\n', 2, /^Not valid YAML/],
    ['brackets that stay open', 'a: x\nb: [c\n', 3, /^Not valid YAML/],
    ['brackets without end', `a: x\nb: ${'['.repeat(1_000_000)}`, 2, /nested more than 16 deep/],
    ['braces without end', `a: x\nb: ${'{a: '.repeat(1_000_000)}`, 2, /nested more than 16 deep/],
    ['brackets over many lines', `a: x\nb: ${'[\n'.repeat(1_000_000)}`, 17, /nested more than 16 deep/],
    ['dashes without end', `a: x\n${'- '.repeat(1_000_000)}`, 2, /nested more than 16 deep/],
    ['question marks without end', `a: x\n${'? '.repeat(1_000_000)}`, 2, /nested more than 16 deep/],
    [
      'indentation without end',
      Array.from({ length: 1000 }, (_, at) => `${' '.repeat(at)}a:\n`).join(''),
      17,
      /nested more than 16 deep/,
    ],
    [
      'lists in lists below one another',
      Array.from({ length: 1000 }, (_, at) => `${' '.repeat(at)}-\n`).join(''),
      16,
      /nested more than 16 deep/,
    ],
    ['anchors without end', `a: x\nb: ${'&a '.repeat(1_000_000)}`, 2, /nested more than 16 deep/],
    ['tags without end', `a: x\nb: ${'!a '.repeat(1_000_000)}`, 2, /^"!a" is/],
    ['keys without end', 'a: b\n'.repeat(1_000_000), 40_000, /more than 200000 words and signs/],
    ['values without end', `a: [${'b,'.repeat(1_000_000)}]`, 1, /more than 200000 words and signs/],
  ])('refuses %s, on its line', (_, yaml, line, what) => {
    const [fault, ...others] = faultsOf(yaml);
    expect(fault).toEqual({
      line,
      what: expect.stringMatching(what),
      remedy: expect.stringMatching(/\.$/),
    });
    expect(others).toEqual([]);
  });

  it('refuses a chain of aliases that would have a billion values', () => {
    const levels = Array.from({ length: 30 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}]`);
    expect(faultsOf(`a0: &a0 [x]\n${levels.join('\n')}\n`)).toMatchObject([{ line: 2 }]);
  });

  it('reads as many keys as it takes, and names those that stand twice', () => {
    const keys = Array.from({ length: 30_000 }, (_, at) => `k${at}: v\n`).join('');
    expect(faultsOf(keys)).toEqual([]);
    expect(faultsOf(`${keys}k0: v\nk7: v\n`).map(({ line }) => line)).toEqual([30_001, 30_002]);
  });

  it('names no more faults than a person mends at once', () => {
    expect(faultsOf('a: "b" c\n'.repeat(500))).toHaveLength(20);
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

  it('never throws, gives values where it finds no fault, and names a line of the text where it does', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, pieces), (yaml) => {
        const { document, faults } = parseYaml(yaml);
        if (faults.length === 0) document.toJS();
        const lines = yaml.split('\n').length;
        for (const { line } of faults) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(lines);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
