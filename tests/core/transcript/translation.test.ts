import { describe, expect, it } from 'vitest';
import { parseTranslation, translate } from '../../../src/core/transcript/translation.ts';
import { changed, lineOf, soundSeminar } from '../../fixtures.ts';

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
  const { entries, problems } = parseTranslation(text, FILE);
  const translated = translate(soundSeminar(), entries, FILE);
  return { ...translated, problems: [...problems, ...translated.problems] };
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

  it.each([
    ['a segment that there is not', '### p8\n', '### p88\n', '### p88', /p88 is no segment/],
    [
      'a segment translated twice',
      '### p8\n',
      '### p7\n',
      'Yes, I agree.',
      /p7 is translated twice, first on line/,
    ],
    [
      'a heading without text',
      '### p8\n\nYes, I agree.',
      '### p8\n',
      '### p8',
      /p8 has a heading and no translation/,
    ],
    ['a second line of text', 'Yes, I agree.', 'Yes.\nI agree.', 'I agree.', /second line of text for p8/],
    ['text before the first heading', '### p1\n', 'Hello.\n\n### p1\n', 'Hello.', /before the first heading/],
  ])('is reported: %s', (_, from, to, at, what) => {
    const text = changed(TRANSLATION, from, to);
    const line = lineOf(text, at) - (at === 'Yes, I agree.' ? 2 : 0);
    expect(read(text).problems).toContainEqual({
      file: FILE,
      line,
      what: expect.stringMatching(what),
      remedy: expect.stringMatching(/\.$/),
    });
  });

  it('is reported where a segment has none', () => {
    const text = changed(TRANSLATION, '### p8\n\nYes, I agree.\n', '');
    expect(read(text).problems.map(({ what }) => what)).toEqual(['Segment p8 has no translation.']);
  });

  it('is shown to a person where its length does not fit the source', () => {
    const text = changed(TRANSLATION, ENGLISH.p3 ?? '', 'It lasts.');
    expect(read(text)).toMatchObject({ problems: [], warnings: [{ line: lineOf(text, '### p3') }] });
  });

  it('is shown to a person where a number is missing', () => {
    const seminar = soundSeminar();
    const segments = seminar.segments.map((each) =>
      each.id === 'p8' ? { ...each, text: '是的,2026年。' } : each,
    );
    const { entries } = parseTranslation(TRANSLATION, FILE);
    expect(translate({ ...seminar, segments }, entries, FILE).warnings.map(({ what }) => what)).toEqual([
      'p8: the number 2026 is missing from the translation.',
    ]);
  });
});
