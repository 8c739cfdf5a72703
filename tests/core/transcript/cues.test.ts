import { describe, expect, it } from 'vitest';
import { parseCues } from '../../../src/core/transcript/cues.ts';
import { soundSeminar } from '../../fixtures.ts';

const FILE = 'corpus/bridges/cues.yaml';
const parse = (text: string) => parseCues(text, soundSeminar(), FILE);

describe('parseCues', () => {
  it('reads questions by segment', () => {
    const { cues, problems } = parse('p6:\n  - Which bridge is cheap?\n  - 哪种桥便宜?\n');
    expect(problems).toEqual([]);
    expect([...cues]).toEqual([['p6', ['Which bridge is cheap?', '哪种桥便宜?']]]);
  });

  it.each(['', '# none yet\n'])('reads %j as no cues', (text) => {
    expect(parse(text)).toEqual({ cues: new Map(), problems: [] });
  });

  it.each([
    ['a segment that there is not', 'p6: [What?]\np66: [What?]\n', /p66 is no segment/],
    ['cues of commentary', 'p6: [What?]\np4b: [What?]\n', /p4b is editorial, and has cues/],
    ['cues that are no list', 'p6: [What?]\np7: What?\n', /^p7: /],
    ['an empty cue', 'p6: [What?]\np7: [""]\n', /^p7\.0: /],
    ['a segment that stands twice', 'p6: [What?]\np6: [Why?]\n', /Not valid YAML/],
  ])('reports %s, on its line', (_, text, what) => {
    expect(parse(text).problems).toEqual([
      { file: FILE, line: 2, what: expect.stringMatching(what), remedy: expect.stringMatching(/\.$/) },
    ]);
  });

  it('reports every fault at once', () => {
    expect(parse('p66: [What?]\np4b: [What?]\n').problems).toHaveLength(2);
  });

  it('reports broken YAML', () => {
    expect(parse('p6: [What?').problems[0]?.what).toMatch(/^Not valid YAML/);
  });

  it('refuses YAML aliases', () => {
    expect(parse('p6: &a [What?]\np7: *a\n').problems).toMatchObject([
      { line: 2, remedy: expect.stringMatching(/^Write each value out/) },
    ]);
  });
});
