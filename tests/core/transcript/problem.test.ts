import { describe, expect, it } from 'vitest';
import { problemsIn } from '../../../src/core/transcript/problem.ts';

describe('problemsIn', () => {
  it('collects what is reported, in order, each with its file', () => {
    const problems = problemsIn('a.md');
    problems.report(3, 'id-repeated', { id: 'p8', firstLine: 1 });
    problems.report(2, 'text-missing', {});
    expect(problems.errors).toEqual([
      { file: 'a.md', line: 3, kind: 'id-repeated', values: { id: 'p8', firstLine: 1 } },
      { file: 'a.md', line: 2, kind: 'text-missing', values: {} },
    ]);
    expect(problems.warnings).toEqual([]);
  });

  it('keeps what a person should look at apart from what stops a start', () => {
    const problems = problemsIn('a.md');
    problems.report(3, 'translation-number', { id: 'p8', number: '2026' });
    expect(problems.errors).toEqual([]);
    expect(problems.warnings).toMatchObject([{ file: 'a.md', line: 3, kind: 'translation-number' }]);
  });

  it('collects the problems of other files in the same lists', () => {
    const problems = problemsIn('a.md');
    const ofSource = problems.in('source.txt');
    ofSource.report(8, 'line-not-covered', { sourceLine: 8 });
    problems.report(1, 'text-missing', {});
    ofSource.in('b.md').report(2, 'translation-length', { id: 'p8', ratio: 9, least: 1.5, most: 6 });
    for (const each of [problems, ofSource]) {
      expect(each.errors.map(({ file }) => file)).toEqual(['source.txt', 'a.md']);
      expect(each.warnings.map(({ file }) => file)).toEqual(['b.md']);
    }
  });

  it('takes no kind that there is not, and no kind without its values', () => {
    const problems = problemsIn('a.md');
    // @ts-expect-error A misspelt kind.
    problems.report(1, 'text-mising', {});
    // @ts-expect-error A missing value.
    problems.report(1, 'id-repeated', { id: 'p8' });
    // @ts-expect-error A misspelt value.
    problems.report(1, 'id-repeated', { id: 'p8', fristLine: 1 });
    // @ts-expect-error A value of another type.
    problems.report(1, 'id-repeated', { id: 'p8', firstLine: '1' });
    // @ts-expect-error A value that the kind does not take.
    problems.report(1, 'text-missing', { id: 'p8' });
    expect(problems.errors).toHaveLength(5);
  });
});
