import { describe, expect, it } from 'vitest';
import { terminalLocale } from '../../src/cli/locale.ts';
import { localeOfTag } from '../../src/core/language/locale.ts';

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
});

describe('terminalLocale', () => {
  const traditional = { LANG: 'zh_TW.UTF-8' };

  it.each([
    ['出口管制有效吗?', 'zh-CN'],
    ['「小院高牆」錯在哪裡?', 'zh-TW'],
  ])('answers %s in its own script, whatever the system speaks', (question, locale) => {
    expect(terminalLocale(question, { LANG: 'en_GB.UTF-8' })).toBe(locale);
  });

  it('answers other questions in the language of the system', () => {
    expect(terminalLocale('chips?', traditional)).toBe('zh-TW');
  });

  it.each([
    ['LC_ALL before LC_MESSAGES', { LC_ALL: 'zh_CN', LC_MESSAGES: 'en', ...traditional }, 'zh-CN'],
    ['LC_MESSAGES before LANG', { LC_MESSAGES: 'zh_CN', ...traditional }, 'zh-CN'],
    ['an empty variable as unset', { LC_ALL: '', LC_MESSAGES: '', ...traditional }, 'zh-TW'],
    ['nothing set as English', {}, 'en'],
  ])('takes %s', (_, environment, locale) => {
    expect(terminalLocale('', environment)).toBe(locale);
  });
});
