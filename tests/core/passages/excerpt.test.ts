import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentences } from '../../../src/core/language/sentences.ts';
import { clipQuotation, excerptOf, fitExcerpt } from '../../../src/core/passages/excerpt.ts';
import { type Passage, passageSteps, sentencesOf } from '../../../src/core/passages/passages.ts';
import { atOnce } from '../../at-once.ts';
import { anyText, changed, SOURCE, soundSeminar, TRANSCRIPT } from '../../fixtures.ts';

const passagesOf = atOnce(passageSteps);

const NONE = { before: false, after: false };
const BEFORE = { before: true, after: false };
const AFTER = { before: false, after: true };
const BOTH = { before: true, after: true };

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
    expect(excerpt(1)).toMatchObject({ text: TEXT, cut: NONE });
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
      cut: NONE,
      highlights: [],
    });
  });
});

describe('fitExcerpt', () => {
  it.each([
    ['nothing if all of it fits', 1, TEXT.length, TEXT, NONE],
    ['what precedes the answer first', 1, TEXT.length - 1, '第二句长一点。第三句。', BEFORE],
    ['to only the answering sentence', 1, 8, '第二句长一点。', BOTH],
    ['never the answering sentence itself', 1, 2, '第二句长一点。', BOTH],
    ['from the end if the first sentence answers', 0, 12, '第一句。第二句长一点。', AFTER],
    ['from the start if the last sentence answers', 2, 12, '第二句长一点。第三句。', BEFORE],
  ])('shortens %s, and says where it cuts', (_, sentence, length, text, cut) => {
    expect(fitExcerpt(excerpt(sentence), length)).toMatchObject({ text, cut });
  });

  it.each([
    [0, AFTER],
    [1, BOTH],
    [2, BEFORE],
  ])('says where it cuts a translation: sentence %d', (sentence, cut) => {
    expect(fitExcerpt(excerpt(sentence, 'One. The second. Three.'), 1).translation).toMatchObject({ cut });
  });

  it.each([0, 1, 2])('keeps sentence %d marked in what is left', (sentence) => {
    expect(marked(fitExcerpt(excerpt(sentence), 12))).toEqual(marked(excerpt(sentence)));
  });

  it('uses the measure that it is given', () => {
    expect(fitExcerpt(excerpt(1), TEXT.length, (text) => text.length * 2).text).toBe('第二句长一点。');
  });

  it.each([
    ['第一句。', AFTER],
    ['第二句长一点。', BOTH],
    ['第三句。', BEFORE],
    ['第一句。第二句长一点。', AFTER],
    [TEXT, NONE],
  ])('is cut where its passage is only a part of its segment: %s', (text, cut) => {
    const passage = passageWith(null);
    const start = passage.start + TEXT.indexOf(text);
    const part = { ...passage, text, start, sentences: sentences(text), translation: 'A part.' };
    expect(excerptOf(part, null, 1)).toMatchObject({ cut, translation: { cut } });
  });
});

describe('clipQuotation', () => {
  const quotation = (text: string) => ({ text, cut: BEFORE, highlights: [{ start: 2, end: text.length }] });

  it.each([
    ['Every bridge needs paint.', 25, 'Every bridge needs paint.', BEFORE],
    ['Every bridge needs paint.', 14, 'Every bridge', BOTH],
    ['Every bridge needs paint.', 12, 'Every bridge', BOTH],
    ['每座桥都要上漆。', 4, '每座桥都', BOTH],
    ['桥𠮷桥桥桥桥', 2, '桥', BOTH],
    ['e\u0301e\u0301', 3, 'e\u0301', BOTH],
    [`${'a'.repeat(90)} b`, 60, 'a'.repeat(60), BOTH],
  ])('keeps of %s, if %i characters fit, %s', (text, length, kept, cut) => {
    const clipped = clipQuotation(quotation(text), length);
    expect(clipped).toMatchObject({ text: kept, cut });
    expect(clipped.highlights.every(({ end }) => end <= kept.length)).toBe(true);
  });

  it('keeps as much as fits of a text that is much too long, and where characters are wide', () => {
    const twice = (text: string) => 2 * text.length;
    const often = '桥'.repeat(5000);
    expect(clipQuotation(quotation(often), 552, twice).text).toHaveLength(276);
    expect(
      clipQuotation(quotation(`${'a'.repeat(100)}${often}`), 30, (text) => text.length).text,
    ).toHaveLength(30);
  });

  it('never keeps more than fits, whatever the measure', () => {
    const measure = (text: string) => text.length + (text.match(/[*_]/g)?.length ?? 0);
    fc.assert(
      fc.property(anyText, fc.nat(40), (text, length) => {
        const clipped = clipQuotation(quotation(text), length, measure).text;
        expect(text.startsWith(clipped)).toBe(true);
        expect(measure(clipped)).toBeLessThanOrEqual(length);
      }),
    );
  });
});

describe('a cut of any passage', () => {
  const parts = fc.array(
    fc.constantFrom('桥很旧。', 'It fell. ', 'Why? ', 'The U.S. Navy came. ', '“好。”', '漆'),
    {
      minLength: 1,
      maxLength: 12,
    },
  );
  /** The seminar's last segment replaced by a text, as passages: whole, in parts, and sentence by sentence. */
  const passagesWith = (text: string): Passage[] => {
    const replaced = (file: string) => changed(file, '是的,我同意。', text);
    const transcript = soundSeminar({ source: replaced(SOURCE), transcript: replaced(TRANSCRIPT) });
    return passagesOf(transcript).filter(({ id }) => id.startsWith('bridges/p8'));
  };

  it('has its words in the source, in order, and a mark wherever words of the segment are left out', () => {
    fc.assert(
      fc.property(
        parts,
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 40 }),
        fc.nat(),
        (words, times, length, at) => {
          const text = words.join('').repeat(times).trim();
          for (const passage of passagesWith(text)) {
            const sentence = at % passage.sentences.length;
            const whole = excerptOf(passage, sentence, 1);
            const fitted = fitExcerpt(whole, length);
            const one = excerptOf(sentencesOf(passage, sentence, sentence), null, 1);
            for (const shown of [whole, fitted, clipQuotation(fitted, length), one]) {
              const { segment } = passage;
              const from = shown.cut.before ? segment.text.indexOf(shown.text, 1) : 0;
              expect(segment.text.startsWith(shown.text, from)).toBe(true);
              if (!shown.cut.after) expect(segment.text.endsWith(shown.text)).toBe(true);
              if (!shown.cut.before && !shown.cut.after) expect(shown.text).toBe(segment.text);
              for (const { start, end } of shown.highlights)
                expect(shown.text.slice(start, end).trim()).not.toBe('');
            }
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});
