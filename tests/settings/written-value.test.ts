import { describe, expect, it } from 'vitest';
import { bareToken, tokenFault, withoutWrapping } from '../../src/settings/written-value.ts';

const TOKEN = 'MTIzNDU2.not-a.real-token';

describe('a setting as it was written', () => {
  it.each([
    ['  data ', 'data'],
    ['data\r', 'data'],
    ['"data"', 'data'],
    ["'data'", 'data'],
    ['“data”', 'data'],
    ['‘ data ’', 'data'],
    ['\u{feff}da\u{200b}ta', 'data'],
    ['the "new" data', 'the "new" data'],
    ['"a" and "b"', '"a" and "b"'],
    ['"', '"'],
    ['', ''],
  ])('%j is %j', (written, meant) => {
    expect(withoutWrapping(written)).toBe(meant);
  });

  it.each([
    `Bot ${TOKEN}`,
    `"Bot ${TOKEN}"`,
    `bot "${TOKEN}"`,
    ` ${TOKEN}\r\n`,
    `“${TOKEN}”`,
    `‘${TOKEN}’`,
    `\u{200b}MTIzNDU2.\u{2060}not-a.real-token\u{feff}`,
  ])('is a token: %j', (written) => {
    expect(bareToken(written)).toBe(TOKEN);
    expect(tokenFault(bareToken(written))).toBeUndefined();
  });

  it.each([
    [`${TOKEN} ${TOKEN}`, /white space in the middle/],
    [`"${TOKEN}`, /quotation mark/],
    [`${TOKEN}”`, /quotation mark/],
    [`${TOKEN}令牌`, /other characters/],
  ])('is no token: %j, and is not shown', (written, why) => {
    expect(tokenFault(bareToken(written))).toMatch(why);
    expect(tokenFault(bareToken(written))).not.toContain(TOKEN);
  });
});
