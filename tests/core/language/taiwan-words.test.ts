import { describe, expect, it } from 'vitest';
import { normalise } from '../../../src/core/language/text.ts';

describe('words of Taiwan', () => {
  it.each([
    ['貨櫃', '集装箱'],
    ['聯準會升息', '美联储加息'],
    ['川普', '特朗普'],
    ['3趴', '3%'],
    ['高5公尺', '高5米'],
    ['量子電腦', '量子计算机'],
    ['離岸風電', '海上风电'],
    ['再生能源', '可再生能源'],
  ])('are the mainland\u2019s: %s', (taiwan, mainland) => {
    expect(normalise(taiwan)).toBe(normalise(mainland));
  });

  it.each(['四川普通话', '河南韩国料理', '一笔电费', '公分母', '上升息差', '可再生能源', '趴着', '冷气团'])(
    'are not found across two other words: %s',
    (text) => {
      expect(normalise(text)).toBe(text);
    },
  );

  it('what doubles does so in all its forms', () => {
    for (const form of ['翻番', '翻一番', '翻了一番', '翻倍', '翻了一倍'])
      expect([form, normalise(form)]).toEqual([form, '翻倍']);
    expect(normalise('翻两番')).toBe('翻两番');
  });
});
