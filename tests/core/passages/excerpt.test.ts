import { describe, expect, it } from 'vitest';
import { excerptOf, fitExcerpt } from '../../../src/core/passages/excerpt.ts';
import { type Passage, passagesOf } from '../../../src/core/passages/passages.ts';
import { changed, SOURCE, soundSeminar, TRANSCRIPT } from '../../fixtures.ts';

const TEXT = '第一句。第二句长一点。第三句。';
const edit = (file: string) => changed(file, '是的,我同意。', TEXT);

function passageWith(translation: string | null): Passage {
  const transcript = soundSeminar({ source: edit(SOURCE), transcript: edit(TRANSCRIPT) });
  const passage = passagesOf(transcript).find(({ id }) => id === 'bridges/p8');
  if (!passage) throw new Error('No p8.');
  return { ...passage, translation };
}

const excerpt = (sentence: number, translation: string | null = null) =>
  excerptOf(passageWith(translation), sentence, 1);
const marked = ({
  text,
  highlights,
}: {
  text: string;
  highlights: readonly { start: number; end: number }[];
}) => highlights.map(({ start, end }) => text.slice(start, end));

describe('excerptOf', () => {
  it('quotes the passage whole', () => {
    expect(excerpt(1)).toMatchObject({ text: TEXT, truncated: false });
  });

  it.each([
    [0, '第一句。'],
    [1, '第二句长一点。'],
    [2, '第三句。'],
  ])('marks sentence %d', (sentence, text) => {
    expect(marked(excerpt(sentence))).toEqual([text]);
  });

  it('marks the same sentence of the translation', () => {
    const { translation } = excerpt(1, 'One. The second is longer. Three.');
    expect(translation && marked(translation)).toEqual(['The second is longer.']);
  });

  it('marks nothing in a translation that is divided into sentences differently', () => {
    expect(excerpt(1, 'All three in one.').translation).toEqual({
      text: 'All three in one.',
      truncated: false,
      highlights: [],
    });
  });
});

describe('fitExcerpt', () => {
  it.each([
    ['nothing if all of it fits', 1, TEXT.length, TEXT, false],
    ['what precedes the answer first', 1, TEXT.length - 1, '第二句长一点。第三句。', true],
    ['to only the answering sentence', 1, 8, '第二句长一点。', true],
    ['never the answering sentence itself', 1, 2, '第二句长一点。', true],
    ['from the end if the first sentence answers', 0, 12, '第一句。第二句长一点。', true],
    ['from the start if the last sentence answers', 2, 12, '第二句长一点。第三句。', true],
  ])('shortens %s', (_, sentence, length, text, truncated) => {
    expect(fitExcerpt(excerpt(sentence), length)).toMatchObject({ text, truncated });
  });

  it.each([0, 1, 2])('keeps sentence %d marked in what is left', (sentence) => {
    expect(marked(fitExcerpt(excerpt(sentence), 12))).toEqual(marked(excerpt(sentence)));
  });

  it('uses the measure that it is given', () => {
    expect(fitExcerpt(excerpt(1), TEXT.length, (text) => text.length * 2).text).toBe('第二句长一点。');
  });

  it('counts as truncated if the passage is only a part of its segment', () => {
    const passage = passageWith(null);
    const part = { ...passage, segment: { ...passage.segment, text: `${TEXT}第四句。` } };
    expect(excerptOf(part, 0, 1).truncated).toBe(true);
  });
});
