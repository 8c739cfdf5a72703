import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hidesSomething, visible, visibleJson, visibleLines } from '../../../src/core/language/visible.ts';
import { FORBIDDEN, hostileText } from '../../hostile-text.ts';

describe('visible', () => {
  it.each([
    ['a family', '👨‍👩‍👧'],
    ['a rainbow flag', '🏳️‍🌈'],
    ['a pirate flag', '🏴‍☠️'],
    ['an astronaut', '👩🏽‍🚀'],
    ['a kiss', '🧑🏻‍❤️‍💋‍🧑🏿'],
    ['a key', '1️⃣'],
    ['the flag of England', '🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}'],
    ['Persian', 'می\u200Cخواهم'],
    ['Arabic with a joiner', 'ه\u200D'],
    ['Hindi', 'क्\u200Dष'],
    ['a Chinese variant', '葛\u{E0100}城\uFF0C\uFE00'],
    ['Mongolian', 'ᠠ\u180B'],
    ['old Korean', 'ᄒᆞᆫ\u115Fᅡᄀ\u1160 \u115F\uD7B0\uA960\u1160'],
    ['marks', 'e\u0301 שָׁ֖לוֹם'],
    ['Thai', 'ภาษาไทย'],
    ['a wide space', '中\u3000文'],
  ])('leaves %s alone', (_, text) => {
    expect(visible(text)).toBe(text);
    expect(visibleLines(text)).toBe(text);
    expect(visibleJson(text)).toBe(text);
    expect(hidesSomething(text)).toBe(false);
  });

  it.each([
    ['an escape', 'a\u001B[31mb', 'a�[31mb'],
    ['a control sequence of one byte', 'a\u009B31mb', 'a�31mb'],
    ['a line break', 'a\nb\u2028c\u2029d\u0085e', 'a�b�c�d�e'],
    ['an override', 'a\u202Eb\u202C', 'a�b�'],
    ['an isolate', 'a\u2067b\u2069', 'a�b�'],
    ['Arabic and Hebrew without marks of direction', 'سعر\u200F 5$ C\u200E++ \u061C٣', 'سعر 5$ C++ ٣'],
    ['an annotation', 'a\uFFF9b\uFFFAc\uFFFB', 'a�b�c�'],
    ['half a character', 'a\uD83Db', 'a�b'],
    ['words in tags', 'a\u{E0064}\u{E0069}\u{E0065}b', 'a�b'],
    [
      'words in the tags of a flag',
      '🏴\u{E0064}\u{E0069}\u{E0065}\u{E0064}\u{E0069}\u{E0065}\u{E007F}',
      '🏴�',
    ],
    ['a flag without an end', '🏴\u{E0067}\u{E0062}\u{E0065}', '🏴�'],
    ['spaces of no width', 'a\u200Bb\uFEFFc\u2060d\u00ADe\u2063f', 'abcdef'],
    ['joiners that join nothing', 'a\u200Db\u200Cc \u200D\u200D', 'abc '],
    ['words in joiners', 'می\u200C\u200D\u200Cخ', 'می\u200Cخ'],
    ['words in variation selectors', '😀\uFE0F\uFE01\u{E0154}\u{E0155}', '😀\uFE0F'],
    ['fillers', '\u3164\u115F\u1160\uFFA0', ''],
    [
      'letters under marks that are heaped with joiners',
      `क${`${'\u0951'.repeat(8)}\u200D`.repeat(9)}`,
      `क${'\u0951'.repeat(8)}`,
    ],
    ['letters under a heap of marks', `z${'\u0301'.repeat(50)}`, `z${'\u0301'.repeat(8)}`],
  ])('shows %s', (_, text, shown) => {
    expect(visible(text)).toBe(shown);
    expect(hidesSomething(text)).toBe(true);
  });

  it('lets nothing through, and changes nothing twice', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(visible(text)).not.toMatch(FORBIDDEN);
        expect(visible(text)).not.toMatch(/[\n\t]/);
        expect(visible(visible(text))).toBe(visible(text));
      }),
    );
  });

  it('keeps the lines of a text of several, and no other control character', () => {
    expect(visibleLines('a\n\tb\r\u001B\n')).toBe('a\n\tb��\n');
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(visibleLines(text)).not.toMatch(FORBIDDEN);
      }),
    );
  });
});

describe('visibleJson', () => {
  it('writes what is hidden so that a program reads it as it is', () => {
    expect(visibleJson(JSON.stringify('a\u202E\u{E0064}'))).toBe('"a\\u202e\\udb40\\udc64"');
    fc.assert(
      fc.property(hostileText, (text) => {
        const json = visibleJson(JSON.stringify({ [text]: text }));
        expect(json).not.toMatch(FORBIDDEN);
        expect(JSON.parse(json)).toEqual({ [text]: text });
      }),
    );
  });
});
