import { describe, expect, it } from 'vitest';
import { systemLocale, terminalLocale } from '../../src/cli/locale.ts';

describe('terminalLocale', () => {
  const traditional = { LANG: 'zh_TW.UTF-8' };

  it.each([
    ['出口管制有效吗?', 'zh-CN'],
    ['「小院高牆」錯在哪裡?', 'zh-TW'],
  ])('answers %s in its own script, whatever the system speaks', (question, locale) => {
    expect(terminalLocale(question, { LANG: 'en_GB.UTF-8' })).toBe(locale);
  });

  it('answers an English question in English on a Chinese system', () => {
    expect(terminalLocale('Do export controls work?', traditional)).toBe('en');
  });

  it.each(['chips?', 'Miller', 'H20', '42', '成本多少'])(
    'answers %s, whose words do not tell, in the language of the system',
    (question) => {
      expect(terminalLocale(question, traditional)).toBe('zh-TW');
    },
  );

  it('answers Chinese of either script in Simplified on a system that is in neither', () => {
    expect(terminalLocale('成本多少', { LANG: 'en_GB.UTF-8' })).toBe('zh-CN');
  });
});

describe('systemLocale', () => {
  const traditional = { LANG: 'zh_TW.UTF-8' };

  it.each([
    ['LC_ALL before LC_MESSAGES', { LC_ALL: 'zh_CN', LC_MESSAGES: 'en', ...traditional }, 'zh-CN'],
    ['LC_MESSAGES before LANG', { LC_MESSAGES: 'zh_CN', ...traditional }, 'zh-CN'],
    ['an empty variable as unset', { LC_ALL: '', LC_MESSAGES: '', ...traditional }, 'zh-TW'],
    ['nothing set as English', {}, 'en'],
  ])('takes %s', (_, environment, locale) => {
    expect(systemLocale(environment)).toBe(locale);
  });
});
