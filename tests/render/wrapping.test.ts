import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { ask } from '../../commands/ask.ts';
import { LOCALES } from '../../src/core/language/locale.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import { columnsOf, wrapped } from '../../src/render/wrapping.ts';
import { anyText, contextOf, corpus } from '../fixtures.ts';

const BOLD = '\u001B[1m';
const DIM = '\u001B[2m';
const END = '\u001B[22m';

/** Texts of what matters to breaking: words, Chinese, punctuation, emoji, accents of their own, indentation, styles. */
const anyLines = fc
  .array(
    fc.constantFrom(
      ...['a', 'bridge', 'steel', '桥', '钢', '，', '。', '（', '）', '“', '”', '「', '」', '——', '……'],
      ...[
        'e\u0301',
        '👩‍👩‍👧',
        '😀',
        ' ',
        '  ',
        '\n',
        '\n   ',
        '\n  - ',
        '\n12. ',
        '*',
        '"',
        '￥100',
        '3%',
        BOLD,
        DIM,
        END,
      ],
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));
const anyWidth = fc.integer({ min: 20, max: 100 });
const bare = (text: string) => stripVTControlCharacters(text).replace(/\s+/g, '');

describe('wrapped', () => {
  it.each([
    ['at words', 'A bridge of steel lasts long.', 14, 'A bridge of\nsteel lasts\nlong.'],
    ['not at all if it fits', 'A bridge of steel', 17, 'A bridge of steel'],
    ['each line by itself', 'A bridge\nof steel lasts', 9, 'A bridge\nof steel\nlasts'],
    ['Chinese by two columns each', '钢桥很耐用它能用', 8, '钢桥很耐\n用它能用'],
    ['Chinese where words in Latin letters begin or end', '钢桥用steel好', 7, '钢桥用\nsteel好'],
    ['not before closing punctuation', '钢桥很耐用。它', 10, '钢桥很耐\n用。它'],
    ['not after opening punctuation', '钢桥很（耐用）', 8, '钢桥很\n（耐用）'],
    ['not inside ——', '钢桥很耐——用', 9, '钢桥很\n耐——用'],
    ['an amount with its currency', '钢桥要￥100', 8, '钢桥要\n￥100'],
    ['not before nor after a sign that opens and closes', '钢桥。**它能', 8, '钢\n桥。**它\n能'],
    [
      'accents without columns',
      'e\u0301e\u0301e\u0301 e\u0301e\u0301',
      6,
      'e\u0301e\u0301e\u0301 e\u0301e\u0301',
    ],
    ['emoji by two columns each', '😀 👩‍👩‍👧 🇹🇼', 5, '😀 👩‍👩‍👧\n🇹🇼'],
    ['an item below its words', '  - A bridge of steel', 16, '  - A bridge of\n    steel'],
    ['an item of Chinese below its words', '  - 钢桥很耐用', 10, '  - 钢桥很\n    耐用'],
    ['a numbered heading below the name', '1. Ida Moe, an engineer', 16, '1. Ida Moe, an\n   engineer'],
    ['a quotation below its beginning', '   A bridge of steel', 14, '   A bridge of\n   steel'],
    ['no word that is too long', 'See https://example.org/a/b now', 12, 'See\nhttps://example.org/a/b\nnow'],
    ['deep indentation into less', `${' '.repeat(20)}[--speaker NAME]`, 20, '     [--speaker\n     NAME]'],
    ['spaces between words as they are', 'now:   a bridge of steel', 20, 'now:   a bridge of\nsteel'],
    ['bold text as wide as it looks', `A ${BOLD}bridge${END} of`, 11, `A ${BOLD}bridge${END} of`],
    [
      'bold text so that it goes on, but not in the indentation',
      `   A ${BOLD}bridge of steel${END} lasts`,
      14,
      `   A ${BOLD}bridge of${END}\n   ${BOLD}steel${END} lasts`,
    ],
    [
      'before a style that begins',
      `   A bridge of ${DIM}steel${END}`,
      14,
      `   A bridge of\n   ${DIM}steel${END}`,
    ],
  ])('breaks %s', (_, text, columns, expected) => {
    expect(wrapped(text, columns)).toBe(expected);
  });

  it('leaves out no character but spaces, and adds none', () => {
    fc.assert(
      fc.property(anyLines, anyWidth, (text, columns) => {
        expect(bare(wrapped(text, columns))).toBe(bare(text));
      }),
    );
  });

  it('fills no line beyond the width, unless with what cannot be broken', () => {
    fc.assert(
      fc.property(anyLines, anyWidth, (text, columns) => {
        for (const line of stripVTControlCharacters(wrapped(text, columns)).split('\n')) {
          if (stringWidth(line) <= columns) continue;
          const words = line.trim().replace(/^(?:-|\d+\.) +/, '');
          expect(words).not.toMatch(/\S \S|[a-z桥钢][桥钢]/);
        }
      }),
    );
  });

  it('begins no further line with closing punctuation and ends none with opening', () => {
    fc.assert(
      fc.property(anyLines, fc.integer({ min: 6, max: 24 }), (text, columns) => {
        const joined = text.replaceAll('\n', '');
        const lines = stripVTControlCharacters(wrapped(joined.replaceAll(' ', ''), columns)).split('\n');
        for (const line of lines.slice(1)) expect(line.trimStart()).not.toMatch(/^[，。）”」—…*"%]/);
        for (const line of lines.slice(0, -1)) expect(line).not.toMatch(/[（“「￥*"]$/);
      }),
    );
  });

  it('changes nothing when it is done again', () => {
    fc.assert(
      fc.property(anyLines, anyWidth, (text, columns) => {
        const once = wrapped(text, columns);
        expect(wrapped(once, columns)).toBe(once);
      }),
    );
  });

  it.each([20, 80])('breaks real answers into %i columns, and nothing is too long', async (columns) => {
    const context = contextOf(await corpus());
    for (const locale of LOCALES) {
      const answer = renderTerminal(ask({ question: '出口管制 chips', limit: 10 }, context), {
        locale,
        colour: true,
      });
      const lines = wrapped(answer, columns).split('\n');
      expect(bare(lines.join('\n'))).toBe(bare(answer));
      const tooLong = lines.filter((line) => stringWidth(line) > columns);
      expect(tooLong).toEqual([]);
    }
  });
});

describe('the columns of a text', () => {
  const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
  const counted = (text: string) =>
    Array.from(segmenter.segment(text)).reduce((total, { segment }) => total + stringWidth(segment), 0);
  const marks = fc.constantFrom(
    '“',
    '”',
    '’',
    '…',
    '—',
    '–',
    '·',
    '，',
    '。',
    '（',
    '「',
    '！',
    ' ',
    '𠮷',
    '字',
    'a',
    '1',
  );

  it('are those of its characters, whatever they are', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string({ unit: marks })), (text) => {
        expect(columnsOf(text)).toBe(counted(text));
      }),
    );
  });
});
