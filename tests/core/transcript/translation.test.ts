import { describe, expect, it } from 'vitest';
import { problemsIn } from '../../../src/core/transcript/problem.ts';
import { parseTranslation, translateSteps } from '../../../src/core/transcript/translation.ts';
import { atOnce } from '../../at-once.ts';
import { changed, lineOf, type Reported, soundSeminar } from '../../fixtures.ts';

const translate = atOnce(translateSteps);

const FILE = 'corpus/bridges/translation.en.md';
const ENGLISH: Record<string, string> = {
  p1: 'Steel bridge or wooden bridge: the engineer Li Qiao on bridges',
  p2: 'Jo Lee, does a steel bridge last?',
  p3: 'A steel bridge lasts. It can be used for a hundred years.',
  p4: 'If painted regularly it will not rust.',
  p4b: 'This reflects the merits of steel.',
  p5: 'I would like to ask Ida Moe: and a wooden bridge?',
  p6: 'A wooden bridge is cheap.',
  p7: 'But a wooden bridge fears fire.',
  p8: 'Yes, I agree.',
  p9: 'Jo Lee said that a stone bridge is the most expensive.',
};
const TRANSLATION = Object.entries(ENGLISH)
  .map(([id, text]) => `### ${id}\n\n${text}\n`)
  .join('\n');

function read(text: string) {
  const problems = problemsIn(FILE);
  const transcript = translate(soundSeminar(), parseTranslation(text, problems), problems);
  return { transcript, problems: problems.errors, warnings: problems.warnings };
}

describe('a translation', () => {
  it('is put to its segments', () => {
    const { transcript, problems, warnings } = read(TRANSLATION);
    expect(problems).toEqual([]);
    expect(warnings).toEqual([]);
    expect(Object.fromEntries(transcript.segments.map(({ id, translation }) => [id, translation]))).toEqual(
      ENGLISH,
    );
  });

  it('leaves the source and its attribution as they are', () => {
    const bare = read(TRANSLATION).transcript.segments.map((segment) => ({ ...segment, translation: null }));
    expect(bare).toEqual(soundSeminar().segments);
  });

  it.each<[string, string, string, string, Reported]>([
    [
      'a segment that there is not',
      '### p8\n',
      '### p88\n',
      '### p88',
      ['translation-of-nothing', { id: 'p88' }],
    ],
    [
      'a segment translated twice',
      '### p8\n',
      '### p7\n',
      'Yes, I agree.',
      ['translation-repeated', { id: 'p7', firstLine: lineOf(TRANSLATION, '### p7') }],
    ],
    [
      'a heading without text',
      '### p8\n\nYes, I agree.',
      '### p8\n',
      '### p8',
      ['translation-empty', { id: 'p8' }],
    ],
    [
      'a second line of text',
      'Yes, I agree.',
      'Yes.\nI agree.',
      'I agree.',
      ['translation-second-line', { id: 'p8' }],
    ],
    [
      'text before the first heading',
      '### p1\n',
      'Hello.\n\n### p1\n',
      'Hello.',
      ['translation-before-heading', {}],
    ],
  ])('is reported: %s', (_, from, to, at, [kind, values]) => {
    const text = changed(TRANSLATION, from, to);
    const line = lineOf(text, at) - (at === 'Yes, I agree.' ? 2 : 0);
    expect(read(text).problems).toContainEqual({ file: FILE, line, kind, values });
  });

  it('is reported if a segment has none', () => {
    const text = changed(TRANSLATION, '### p8\n\nYes, I agree.\n', '');
    expect(read(text).problems).toEqual([
      { file: FILE, line: 1, kind: 'translation-missing', values: { id: 'p8' } },
    ]);
  });

  it('is shown to a person if its length does not fit the source', () => {
    const text = changed(TRANSLATION, ENGLISH.p3 ?? '', 'It lasts.');
    const { problems, warnings } = read(text);
    expect(problems).toEqual([]);
    expect(warnings).toEqual([
      {
        file: FILE,
        line: lineOf(text, '### p3'),
        kind: 'translation-length',
        values: { id: 'p3', ratio: 9 / 13, least: 1.5, most: 6 },
      },
    ]);
  });

  it('is shown to a person if a number is missing', () => {
    const seminar = soundSeminar();
    const segments = seminar.segments.map((each) =>
      each.id === 'p8' ? { ...each, text: '是的,2026年。' } : each,
    );
    const problems = problemsIn(FILE);
    translate({ ...seminar, segments }, parseTranslation(TRANSLATION, problems), problems);
    expect(problems.warnings).toMatchObject([
      { kind: 'translation-number', values: { id: 'p8', number: '2026' } },
    ]);
  });
});
