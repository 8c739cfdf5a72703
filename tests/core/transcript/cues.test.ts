import { describe, expect, it } from 'vitest';
import { runToEnd } from '../../../src/core/steps.ts';
import { cuesSteps } from '../../../src/core/transcript/cues.ts';
import { problemsIn } from '../../../src/core/transcript/problem.ts';
import { type Reported, soundSeminar } from '../../fixtures.ts';

const FILE = 'corpus/bridges/cues.yaml';
function parse(text: string) {
  const problems = problemsIn(FILE);
  return { cues: runToEnd(cuesSteps(text, soundSeminar(), problems)), problems: problems.errors };
}

describe('cuesSteps', () => {
  it('reads questions by segment', () => {
    const { cues, problems } = parse('p6:\n  - Which bridge is cheap?\n  - 哪种桥便宜?\n');
    expect(problems).toEqual([]);
    expect([...cues]).toEqual([['p6', ['Which bridge is cheap?', '哪种桥便宜?']]]);
  });

  it.each(['', '# none yet\n'])('reads %j as no cues', (text) => {
    expect(parse(text)).toEqual({ cues: new Map(), problems: [] });
  });

  it.each<[string, string, Reported]>([
    ['a segment that there is not', 'p6: [What?]\np66: [What?]\n', ['cues-of-nothing', { id: 'p66' }]],
    ['cues of commentary', 'p6: [What?]\np4b: [What?]\n', ['cues-of-editorial', { id: 'p4b' }]],
    [
      'cues that are no list',
      'p6: [What?]\np7: What?\n',
      ['value-type', { part: 'cues', key: 'p7', type: 'list' }],
    ],
    ['a segment without a list', 'p6: [What?]\np7:\n', ['value-missing', { part: 'cues', key: 'p7' }]],
    [
      'an empty cue',
      'p6: [What?]\np7: [""]\n',
      ['value-too-short', { part: 'cues', key: 'p7.0', least: 1, unit: 'characters' }],
    ],
    [
      'a cue that is a page long',
      `p6: [What?]\np7: [${'Why'.repeat(101)}]\n`,
      ['value-too-long', { part: 'cues', key: 'p7.0', most: 300, unit: 'characters' }],
    ],
    ['a segment that appears twice', 'p6: [What?]\np6: [Why?]\n', ['yaml-key-repeated', { key: 'p6' }]],
  ])('reports %s, on its line', (_, text, [kind, values]) => {
    expect(parse(text).problems).toEqual([{ file: FILE, line: 2, kind, values }]);
  });

  it('reports a file that is not a map', () => {
    expect(parse('[What?]\n').problems).toEqual([
      { file: FILE, line: 1, kind: 'value-type', values: { part: 'cues', key: '', type: 'map' } },
    ]);
  });

  it('reports every fault at once', () => {
    expect(parse('p66: [What?]\np4b: [What?]\n').problems).toHaveLength(2);
  });

  it('reports broken YAML', () => {
    expect(parse('p6: [What?').problems[0]?.kind).toBe('yaml-invalid');
  });

  it('refuses YAML aliases', () => {
    expect(parse('p6: &a [What?]\np7: *a\n').problems).toMatchObject([
      { line: 2, kind: 'yaml-alias-or-tag', values: { found: '*a' } },
    ]);
  });
});
