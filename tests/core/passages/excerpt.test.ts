import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentences } from '../../../src/core/language/sentences.ts';
import { clipQuotation, excerptOf, fitExcerpt } from '../../../src/core/passages/excerpt.ts';
import { type Passage, passageSteps, sentencesOf } from '../../../src/core/passages/passages.ts';
import { atOnce } from '../../at-once.ts';
import { anyText, changed, SOURCE, soundSeminar, TRANSCRIPT } from '../../fixtures.ts';
import { hostileText } from '../../hostile-text.ts';

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
      fc.property(anyText, fc.nat(40), (spoken, length) => {
        // A quotation begins with a word.
        const text = spoken.trimStart();
        const clipped = clipQuotation({ ...quotation(text), cut: NONE }, length, measure);
        expect(text.startsWith(clipped.text)).toBe(true);
        expect(clipped.cut).toEqual({ before: false, after: clipped.text !== text });
        expect(measure(clipped.text)).toBeLessThanOrEqual(length);
      }),
    );
  });

  const WORDS = 'and then they went on to the next thing ';
  const LONG = `${WORDS.repeat(20)}about the tariff on steel ${WORDS.repeat(20)}`.trim();
  const whole = (text: string) => ({ text, cut: NONE, highlights: [{ start: 0, end: text.length }] });

  it('keeps what is around a place, from shortly before it, marked at both ends', () => {
    const clipped = clipQuotation(whole(LONG), 200, undefined, LONG.indexOf('tariff'));
    expect(LONG).toContain(` ${clipped.text} `);
    expect(clipped.text.length).toBeGreaterThan(180);
    expect(clipped.text.indexOf('tariff on steel')).toBeGreaterThan(20);
    expect(clipped.text.indexOf('tariff on steel')).toBeLessThan(100);
    expect(clipped.cut).toEqual(BOTH);
    expect(marked(clipped)).toEqual([clipped.text]);
  });

  it('marks of what is around a place only what was marked', () => {
    const start = LONG.indexOf('tariff');
    const highlights = [
      { start: 0, end: 10 },
      { start, end: start + 'tariff on steel'.length },
      { start: LONG.length - 5, end: LONG.length },
    ];
    expect(marked(clipQuotation({ ...whole(LONG), highlights }, 200, undefined, start))).toEqual([
      'tariff on steel',
    ]);
  });

  it.each([
    ['has room before it', 'about', AFTER, 'The steel'],
    ['would be at the end', 'end', BEFORE, 'thing of this at the end.'],
  ])('keeps the beginning or the end of the text where the place %s', (_, word, cut, words) => {
    const text = `The steel about which ${WORDS.repeat(20)}of this at the end.`;
    const clipped = clipQuotation(whole(text), 120, undefined, text.lastIndexOf(word));
    expect(clipped.cut).toEqual(cut);
    if (cut.before) expect(clipped.text.endsWith(words)).toBe(true);
    else expect(clipped.text.startsWith(words)).toBe(true);
    expect(text).toContain(clipped.text);
  });

  it('keeps everything that fits, wherever the place is', () => {
    expect(clipQuotation(whole(LONG), LONG.length, undefined, 800)).toEqual(whole(LONG));
  });

  it('keeps a part of the text with the place in it, marked wherever words are left out, whatever is said', () => {
    const spoken = fc
      .tuple(
        fc.array(fc.oneof(anyText, hostileText), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 30 }),
      )
      .map(([parts, times]) => parts.join(' ').repeat(times).trim())
      .filter((text) => text !== '');
    const startsOf = (words: string, text: string) => {
      const starts: number[] = [];
      for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) starts.push(at);
      return starts;
    };
    const isInCharacter = (text: string, at: number) =>
      /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1));
    fc.assert(
      // There is room for what stands before the place, and for long words at both ends.
      fc.property(spoken, fc.nat(), fc.integer({ min: 160, max: 400 }), (text, at, length) => {
        const place = at % text.length;
        const clipped = clipQuotation(whole(text), length, undefined, place);
        expect(clipped.text.length).toBeLessThanOrEqual(length);
        // Texts repeat themselves, so it is enough that the words stand once around the place.
        const starts = startsOf(clipped.text, text);
        const around = starts.filter((start) => start <= place && place < start + clipped.text.length);
        const isMarked = (start: number) =>
          clipped.cut.before === start > 0 && clipped.cut.after === start + clipped.text.length < text.length;
        expect(around.some(isMarked)).toBe(true);
        const [start = 0] = around.filter(isMarked);
        expect(isInCharacter(text, start) || isInCharacter(text, start + clipped.text.length)).toBe(false);
        expect(clipped.highlights).toEqual([{ start: 0, end: clipped.text.length }]);
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
