import { describe, expect, it } from 'vitest';
import {
  isLanguageTag,
  isSameLanguage,
  languageName,
  localeOfTag,
} from '../../../src/core/language/locale.ts';

describe('localeOfTag', () => {
  it.each([
    ['zh-TW', 'zh-TW'],
    ['zh-Hant', 'zh-TW'],
    ['zh_TW.UTF-8', 'zh-TW'],
    ['zh_HK.UTF-8', 'zh-TW'],
    ['zh-MO', 'zh-TW'],
    ['ZH-HANT-HK', 'zh-TW'],
    ['zh', 'zh-CN'],
    ['zh-CN', 'zh-CN'],
    ['zh_CN.UTF-8', 'zh-CN'],
    ['zh-Hans-SG', 'zh-CN'],
    ['en_GB.UTF-8', 'en'],
    ['fr', 'en'],
    ['C', 'en'],
    ['C.UTF-8', 'en'],
    ['', 'en'],
    ['zhx', 'en'],
    ['tw', 'en'],
    ['en-TW', 'en'],
  ])('takes %j for %s', (tag, locale) => {
    expect(localeOfTag(tag)).toBe(locale);
  });

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
