import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, decodeAs, ENCODINGS } from '../../src/formats/encoding.ts';
import { anyText } from '../fixtures.ts';

/** Bytes as a hexadecimal dump prints them; ASCII after `'`. */
const bytesOf = (...parts: string[]) =>
  Buffer.concat(
    parts.map((part) =>
      part.startsWith("'") ? Buffer.from(part.slice(1)) : Buffer.from(part.replaceAll(' ', ''), 'hex'),
    ),
  );

describe('the text of a file', () => {
  it('is UTF-8, with a mark or without', () => {
    expect(decode(Buffer.from('Mira: 桥 – naïve'))).toEqual({ text: 'Mira: 桥 – naïve', encoding: 'utf-8' });
    expect(decode(Buffer.from('\uFEFFMira'))).toEqual({ text: 'Mira', encoding: 'utf-8' });
    expect(decode(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8' });
  });

  it('is UTF-16 if its mark says so', () => {
    const little = Buffer.from('\uFEFFMira: 桥', 'utf16le');
    expect(decode(little)).toEqual({ text: 'Mira: 桥', encoding: 'utf-16le' });
    expect(decode(Buffer.from(little).swap16())).toEqual({ text: 'Mira: 桥', encoding: 'utf-16be' });
    expect(decode(Buffer.from('Mira and Ole talk', 'utf16le'))).toBeNull();
  });

  it('is whatever a person writes, in UTF-8 and UTF-16', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const wellFormed = Buffer.from(text.replaceAll('\0', ''))
          .toString()
          .replace(/^\uFEFF+/, '');
        expect(decode(Buffer.from(wellFormed))?.text).toBe(wellFormed);
        expect(decode(Buffer.from(`\uFEFF${wellFormed}`, 'utf16le'))?.text).toBe(wellFormed);
      }),
    );
  });

  it.each([
    [
      'a short question and its answer',
      ['CECA A3BA BFAA C2F0 A3BF', "'\r\n", 'B4F0 A3BA BFAA A1A3'],
      '问：开吗？\r\n答：开。',
    ],
    [
      'two Chinese characters in English',
      ["'Mira: The paper is called ", 'C7C5 C1BA', "'. We like it."],
      'Mira: The paper is called 桥梁. We like it.',
    ],
    ['with a character of four bytes', ['C7C5 C1BA B5C4', '95 32 82 36', 'CAC7 B4F3 B5C4'], '桥梁的𠀀是大的'],
  ])('is GB18030: %s', (_, parts, text) => {
    expect(decode(bytesOf(...parts))).toEqual({ text, encoding: 'gb18030' });
  });

  it.each([
    ['French and a dash', ["'caf", 'E9', "' ", '96', "' na", 'EF', "'ve"]],
    ['one French word', ["'na", 'EF', "'ve"]],
    ['German', ["'die Gr", 'F6DF', "'e der Br", 'FC', "'cke"]],
    ['curly quotation marks', ["'it", '92', "'s ", '93', "'so", '94', "'."]],
    ['Russian', ['EFF0E8E2E5F2', "' ", 'E2F1E5EC', "', ", 'EDE0F7E8EDE0E5EC']],
    ['Traditional Chinese in Big5', ['B8DF ADF6 BEF4 B1E7 AABA AB77 A5FE A15D BDE0 B073 A15E']],
    ['Korean, as long as a file is', ['C0CC B4D9 B8AE B4C2 BECB B7C1 C1AE C0D6 BDC0 B4CF B4D9'.repeat(20)]],
    ['a cut-off character', ['C7C5 C1BA C7']],
    ['data', ['00 01 02 03 04 00 00 00']],
  ])('is asked for: %s', (_, parts) => {
    expect(decode(bytesOf(...parts))).toBeNull();
  });

  it('may have a NUL in it', () => {
    expect(decode(Buffer.from('Mira: The bridge is op\0en.'))?.text).toBe('Mira: The bridge is op\0en.');
  });
});

describe('an encoding that a person names', () => {
  it('is followed', () => {
    expect(decodeAs(bytesOf("'it", '92', "'s ", '80', "'5 na", 'EF', "'ve"), 'windows-1252')).toBe(
      'it’s €5 naïve',
    );
    expect(decodeAs(bytesOf('BEF4 B1E7'), 'big5')).toBe('橋梁');
    expect(decodeAs(bytesOf('4D00 6900'), 'utf-16le')).toBe('Mi');
    expect(decodeAs(bytesOf('B4D9'), 'euc-kr')).toBe('다');
    expect(decodeAs(bytesOf('82A0'), 'shift_jis')).toBe('あ');
  });

  it('is known to each version of Node, and refused where the bytes contradict it', () => {
    for (const name of ENCODINGS) expect(decodeAs(new Uint8Array(), name)).toBe('');
    expect(decodeAs(bytesOf("'na", 'EF', "'ve"), 'utf-8')).toBeNull();
  });
});
