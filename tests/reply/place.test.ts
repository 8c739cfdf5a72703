import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../src/core/language/locale.ts';
import type { PlaceUnit } from '../../src/core/transcript/source.ts';
import { format } from '../../src/messages/message.ts';
import { linkOf, placeInShort, placeInSource } from '../../src/reply/place.ts';
import { soundSeminar } from '../fixtures.ts';

function placed(unit: PlaceUnit, time: number | null = null, recording: string | null = null) {
  return { line: 12, time, transcript: { ...soundSeminar(), unit, recording } };
}

describe('a place', () => {
  it.each<[PlaceUnit, string[]]>([
    ['line', ['line 12 of the source', '原文第 12 行', '原文第 12 行']],
    ['paragraph', ['paragraph 12 of the source', '原文第 12 段', '原文第 12 段']],
    ['part', ['part 12 of the source', '原文第 12 部分', '原文第 12 部分']],
  ])('is a %s of the source where there is no time', (unit, words) => {
    expect(LOCALES.map((locale) => format(placeInSource(placed(unit)), locale))).toEqual(words);
  });

  it.each([
    [0, '0:00'],
    [5.9, '0:05'],
    [751, '12:31'],
    [3723, '1:02:03'],
    [360_000, '100:00:00'],
  ])('is the time, if there is one: %s seconds', (time, shown) => {
    for (const locale of LOCALES) {
      expect(format(placeInSource(placed('line', time)), locale)).toBe(shown);
      expect(format(placeInShort(placed('part', time)), locale)).toBe(shown);
    }
  });

  it('leads to its moment only if there is a recording and a time', () => {
    expect(linkOf(placed('line', 751, 'https://youtu.be/abc'))).toBe('https://youtu.be/abc?t=751');
    expect(linkOf(placed('line', null, 'https://youtu.be/abc'))).toBeNull();
    expect(linkOf(placed('line', 751))).toBeNull();
  });
});
