import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentences } from '../../../src/core/language/sentences.ts';
import { type Excerpt, excerptOf } from '../../../src/core/passages/excerpt.ts';
import type { Passage } from '../../../src/core/passages/passages.ts';
import { isUnclearAlone, shortExcerpt } from '../../../src/core/passages/short-excerpt.ts';
import { corpus } from '../../fixtures.ts';
import { passageSaying } from '../../passage-saying.ts';

const lengthOf = (text: string) => text.length;

const shortOf = (passage: Passage, sentence: number | null, length: number): Excerpt =>
  shortExcerpt(excerptOf(passage, sentence, 1), length, lengthOf);

const FIVE = '第一句。第二句。第三句。第四句。第五句。';

describe('shortExcerpt', () => {
  it.each([
    ['a sentence on each side, however much room there is', 2, 400, '第二句。第三句。第四句。', [true, true]],
    ['the one after it, if there is room for one', 2, 8, '第三句。第四句。', [true, true]],
    ['the answer alone, if there is no room', 2, 7, '第三句。', [true, true]],
    ['the answer alone, though it is too long itself', 2, 1, '第三句。', [true, true]],
    ['the one after it, at the beginning', 0, 400, '第一句。第二句。', [false, true]],
    ['the one before it, at the end', 4, 8, '第四句。第五句。', [true, false]],
  ])('shows %s', (_, sentence, length, text, [before, after]) => {
    const short = shortOf(passageSaying(FIVE), sentence, length);
    expect(short).toMatchObject({ text, cut: { before, after } });
    const [marked] = short.highlights;
    expect(text.slice(marked?.start, marked?.end)).toBe(FIVE.slice(4 * sentence, 4 * sentence + 4));
  });

  it.each(['因此它很贵。', '但它很贵。', '他们都反对。'])(
    'shows first what the answer refers to: %s',
    (answer) => {
      const passage = passageSaying(`第一句。第二句。${answer}第四句。`);
      expect(shortOf(passage, 2, answer.length + 4).text).toBe(`第二句。${answer}`);
      // Even where there is hardly room.
      expect(shortOf(passage, 2, answer.length + 2).text).toBe(`第二句。${answer}`);
      const half = Math.ceil((answer.length + 4) / 2);
      expect(shortOf(passage, 2, half).text).toBe(`第二句。${answer}`);
      expect(shortOf(passage, 2, half - 1).text).toBe(answer);
      expect(shortOf(passage, 2, 1).text).toBe(answer);
      expect(shortOf(passage, 2, answer.length + 8).text).toBe(`第二句。${answer}第四句。`);
    },
  );

  it('shows as many of the first sentences as fit, if none answers', () => {
    expect(shortOf(passageSaying(FIVE), null, 13)).toMatchObject({
      text: '第一句。第二句。第三句。',
      highlights: [],
    });
    expect(shortOf(passageSaying(FIVE), null, 400).text).toBe(FIVE);
    expect(shortOf(passageSaying(FIVE), null, 1).text).toBe('第一句。');
  });

  it('shortens a translation by its own length, to the same sentence and those around it', () => {
    const passage = passageSaying(FIVE, 'One. The second one. The third. The fourth one. Five.');
    expect(shortOf(passage, 2, 400).translation).toMatchObject({
      text: 'The second one. The third. The fourth one.',
      cut: { before: true, after: true },
      highlights: [{ start: 16, end: 26 }],
    });
    expect(shortOf(passage, 2, 12)).toMatchObject({
      text: '第二句。第三句。第四句。',
      translation: { text: 'The third.', highlights: [{ start: 0, end: 10 }] },
    });
  });

  it.each([
    ['这很贵。', 'The bridge costs much.'],
    ['桥很贵。', 'This costs much.'],
  ])(
    'takes an answer for unclear alone if its words or those of its translation are: %s',
    (text, translation) => {
      expect(isUnclearAlone(excerptOf(passageSaying(text, translation), 0, 1))).toBe(true);
      expect(isUnclearAlone(excerptOf(passageSaying('桥很贵。', 'The bridge costs much.'), 0, 1))).toBe(
        false,
      );
    },
  );

  it('has the answer whole and marked, at most a sentence on each side, and every cut marked, in any passage', () => {
    const written = fc.array(
      fc.constantFrom(
        '桥很旧。',
        '因此它很贵。',
        'It fell. ',
        'Why? ',
        'The U.S. Navy came. ',
        '“好。”',
        '漆',
      ),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(written, fc.nat(), fc.nat(60), (parts, at, length) => {
        const passage = passageSaying(parts.join('').trim());
        const { text, sentences: spans } = passage;
        const sentence = at % spans.length;
        const short = shortOf(passage, sentence, length);
        const [answer, first, last] = [sentence, Math.max(0, sentence - 1), sentence + 1].map((each) => {
          const span = spans[Math.min(each, spans.length - 1)] ?? { start: 0, end: 0 };
          return { ...span, end: text.slice(0, span.end).trimEnd().length };
        });
        if (!answer || !first || !last) throw new Error('No sentence.');
        const [marked] = short.highlights;
        const from = answer.start - (marked?.start ?? 0);
        expect(text.slice(from, from + short.text.length)).toBe(short.text);
        expect(short.text.slice(marked?.start, marked?.end)).toBe(text.slice(answer.start, answer.end));
        expect([first.start, answer.start]).toContain(from);
        expect([answer.end, last.end]).toContain(from + short.text.length);
        expect(short.cut).toEqual({ before: from > 0, after: from + short.text.length < text.length });
        const room = isUnclearAlone(short) ? 2 * length : length;
        if (short.text.length > answer.end - answer.start)
          expect(short.text.length).toBeLessThanOrEqual(room);
      }),
      { numRuns: 60 },
    );
  });

  it('is verbatim and ends with a sentence, whatever of the shipped seminar answers', async () => {
    for (const passage of (await corpus()).passages.values()) {
      const inTranslation = passage.translation === null ? [] : sentences(passage.translation);
      for (const sentence of [null, ...passage.sentences.keys()]) {
        const short = shortOf(passage, sentence, 120);
        for (const [shown, whole, spans] of [
          [short, passage.text, passage.sentences],
          [short.translation, passage.translation ?? '', inTranslation],
        ] as const) {
          if (shown === null) continue;
          const at = whole.indexOf(shown.text);
          expect(at, passage.id).toBeGreaterThanOrEqual(0);
          const ends = spans.map(({ end }) => whole.slice(0, end).trimEnd());
          expect(
            ends.some((upTo) => upTo.endsWith(shown.text)),
            passage.id,
          ).toBe(true);
          expect(shown.cut.after || whole.trimEnd().endsWith(shown.text)).toBe(true);
        }
      }
    }
  });
});
