import { describe, expect, it } from 'vitest';
import { languageOfWords } from '../../../src/core/language/language-of-words.ts';

describe('the language of words', () => {
  it.each([
    ['en', 'Shall we start? The word 芯片 means chip.'],
    ['en', ''],
    ['zh-CN', '主持人：这个问题请 Alan Estevez 回答，出口管制有没有用？'],
    ['zh-TW', '主持人：這個問題請 Alan Estevez 回答，出口管制有沒有用？'],
    ['zh-CN', '大家好'],
  ] as const)('is %s: %s', (language, text) => {
    expect(languageOfWords(text)).toBe(language);
  });
});
