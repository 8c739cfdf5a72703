import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise, wordSegments } from '../../../src/core/language/text.ts';
import { anyText } from '../../fixtures.ts';

const icu = new Intl.Segmenter('zh', { granularity: 'word' });
const PARTS = [
  '木桥',
  '出口管制',
  'wood',
  "o'neil",
  'u.s.',
  '。',
  ',',
  ' ',
  '\n',
  ':',
  '-',
  '_',
  '、',
  '—',
  '·',
  '々',
  'カ',
  '(',
  '"',
];
const mixed = fc.array(fc.constantFrom(...PARTS), { maxLength: 30 }).map((parts) => parts.join(''));
/** Runs of Latin letters and signs, which are cut without ICU if no sign joins letters. */
const latin = fc.string({
  unit: fc.constantFrom(...'abyz', ...'!"#$&\'()*+,-./:;<=>?@[\\]^_`{|}~ \n'),
  maxLength: 30,
});

describe('the words of a text', () => {
  it('are those that ICU finds in all of it, though most are remembered from other texts', () => {
    fc.assert(
      fc.property(fc.oneof(mixed, latin, anyText), (text) => {
        // Numbers are read before words are separated.
        const normalised = normalise(text).replace(
          /\p{N}|[第一二两三四五六七八九十百千万零〇半成]|[a-z]*(?:half|one|two|ten)[a-z]*/gu,
          '',
        );
        const expected = Array.from(icu.segment(normalised)).filter(({ isWordLike }) => isWordLike);
        const found = wordSegments(normalised).filter(({ parts }) => parts.length > 0);
        expect(found.map(({ segment }) => segment).join('\n')).toBe(
          expected
            .map(({ segment }) => segment)
            .filter((word) => /[^'’_]/u.test(word))
            .join('\n'),
        );
      }),
    );
  });
});
