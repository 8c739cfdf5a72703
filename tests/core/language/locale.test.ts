import { describe, expect, it } from 'vitest';
import {
  isLanguageTag,
  isSameLanguage,
  languageName,
  localeOfTag,
} from '../../../src/core/language/locale.ts';

describe('localeOfTag', () => {
  it('goes by the script that readers of a language read', () => {
    expect(['yue', 'zh-Hant-SG', 'zh_TW@radical', 'zh-Hans-TW'].map(localeOfTag)).toEqual([
      'zh-TW',
      'zh-TW',
      'zh-TW',
      'zh-CN',
    ]);
  });
});

describe('isLanguageTag', () => {
  it.each(['en', 'pt-BR', 'zh-Hant', 'yue'])('takes %s', (tag) => {
    expect(isLanguageTag(tag)).toBe(true);
  });

  it.each(['', 'english', 'e', 'en_GB', 'xx', 'en, zh', '英语'])('refuses %j', (tag) => {
    expect(isLanguageTag(tag)).toBe(false);
  });
});

describe('isSameLanguage', () => {
  it('passes over script and region', () => {
    expect(isSameLanguage('zh', 'zh-TW')).toBe(true);
    expect(isSameLanguage('en-GB', 'en')).toBe(true);
    expect(isSameLanguage('en', 'zh-CN')).toBe(false);
  });
});

describe('languageName', () => {
  it('names a language in each of ours', () => {
    expect(languageName('en-GB')).toEqual({ en: 'English', 'zh-CN': '英语', 'zh-TW': '英文' });
    expect(languageName('zh-CN')).toEqual({ en: 'Chinese', 'zh-CN': '中文', 'zh-TW': '中文' });
  });

  it('leaves what names no language as it is', () => {
    expect(languageName('??').en).toBe('??');
  });
});
