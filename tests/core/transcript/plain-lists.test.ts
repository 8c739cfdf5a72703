import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainListSteps } from '../../../src/core/transcript/plain-lists.ts';
import { problemsIn } from '../../../src/core/transcript/problem.ts';
import { yamlSteps } from '../../../src/core/transcript/yaml.ts';
import { atOnce } from '../../at-once.ts';

const readPlain = atOnce(plainListSteps);
const readYaml = (text: string) => atOnce(yamlSteps)(text, problemsIn('corpus/bridges/cues.yaml'));

describe('plainListSteps', () => {
  it('reads lists of texts, with comments and empty lines', () => {
    const text = '# Cues.\n\np1:\n  - "Who? \'He\': #1"\n  # more\n\n  - "谁？"\np2-b:\n  - ""\n';
    const plain = readPlain(text);
    expect(plain?.value).toEqual({ p1: ["Who? 'He': #1", '谁？'], 'p2-b': [''] });
    expect(['p1', 'p2-b', 'p3'].map((key) => plain?.lineOf([key]))).toEqual([4, 9, 1]);
    expect(plain?.lineOf(['p1', 1])).toBe(7);
  });

  it.each([
    ['a single text', 'a'],
    ['nothing', ''],
    ['a key without a list', 'p1:\np2:\n  - "a"\n'],
    ['a key without a list at the end', 'p1:\n  - "a"\np2:\n'],
    ['a repeated key', 'p1:\n  - "a"\np1:\n  - "b"\n'],
    ['an escape', 'p1:\n  - "a\\n"\n'],
    ['a text over two lines', 'p1:\n  - "a\n    b"\n'],
    ['a comment after a text', 'p1:\n  - "a" # b\n'],
    ['a tab', 'p1:\n  - "a\tb"\n'],
    ['a carriage return', 'p1:\r\n  - "a"\r\n'],
    ['an item before any key', '  - "a"\np1:\n  - "b"\n'],
    ['a key that is no text', 'null:\n  - "a"\n'],
    ['another document', 'p1:\n  - "a"\n---\np2:\n  - "b"\n'],
  ])('leaves %s to the reader of all YAML', (_, text) => {
    expect(readPlain(text)).toBeNull();
  });

  it('reads nothing otherwise than all YAML is read', () => {
    const line = fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom('p1:', 'p2:', 'x-9:', 'on:', 'constructor:') },
      { weight: 8, arbitrary: fc.string({ unit: 'grapheme' }).map((text) => `  - "${text}"`) },
      {
        weight: 2,
        arbitrary: fc.constantFrom('', '  ', '# a', ' # b: c', '   #', '#', '--- ', '...', '- "a"'),
      },
      { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom(...'ab:-"\\# \t\n\u00a0\u2028\ufeff') }) },
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const text = lines.join('\n');
        const plain = readPlain(text);
        if (!plain) return;
        const whole = readYaml(text);
        expect(plain.value).toEqual(whole?.value);
        for (const key of [...Object.keys(Object(plain.value)), 'p7'])
          for (const path of [[key], [key, 0], [key, 1], [key, 99]])
            expect(plain.lineOf(path)).toBe(whole?.lineOf(path));
      }),
      { numRuns: 2000 },
    );
  });
});
