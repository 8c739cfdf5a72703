import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../../src/core/language/locale.ts';
import {
  followUpLanguage,
  localeOf,
  questionLanguage,
} from '../../../src/core/language/question-language.ts';
import { anyText } from '../../fixtures.ts';

describe('the language of a question', () => {
  it.each([
    'What did Estevez say about compute?',
    'who disagrees',
    'Why?',
    'and Miller?',
    'And 台积电?',
    'export controls',
    'Huawei sanctions',
    'Miller\u2019s position?',
    "Who's Miller?",
    'Why DeepSeek?',
    'tl;dr',
    'WHAT DID MILLER SAY ABOUT IT?',
    'Will the US ban H20?',
    'What does 小院高墙 mean?',
    'What about 台积电?',
    'Did Miller say 「小院高牆」 and mean 出口管制的效果?',
    'What does “这是什么意思” mean?',
    '“we need more time”',
    'Miller “we need more time”',
    'is <@123456789012345678> right about https://example.org/why?',
  ])('is English: %s', (question) => {
    expect(questionLanguage(question)).toBe('en');
  });

  it.each([
    '出口管制有效吗?',
    'DeepSeek API 关了吗?',
    'Miller 怎么看 small yard, high fence?',
    '请解释 the Entity List of the Bureau of Industry and Security',
    '“small yard, high fence”是什么意思，错在哪里？这样说对吗',
    'Miller “we need more time” 这句话出自哪里',
    '台积电',
    '这里',
    '谁 https://example.org/what-is-this',
  ])('is Simplified Chinese: %s', (question) => {
    expect(questionLanguage(question)).toBe('zh-CN');
  });

  it.each([
    '出口管制有效嗎?',
    'DeepSeek API 關了嗎?',
    '「小院高牆」',
    '「木橋」便宜',
    '台積電怎麼了',
    'H20 為什麼被禁?',
    '皇后在台北干涉什麼',
  ])('is Traditional Chinese: %s', (question) => {
    expect(questionLanguage(question)).toBe('zh-TW');
  });

  it.each(['成本多少', '米勒', 'H20 多少', '台北', '皇后', 'Miller 成本多少?'])(
    'is Chinese of either script: %s',
    (question) => {
      expect(questionLanguage(question)).toBe('zh');
    },
  );

  it.each([
    '',
    '?',
    '42',
    '100 billion',
    'Miller',
    "Miller's",
    'Chris Miller',
    'G42',
    'DeepSeek',
    'deepseek',
    'huawei 5g',
    'NVIDIA H20',
    'nvidia h20',
    'TSMC',
    'US',
    'WHO',
    'xAI',
    'Chip War',
    'He Lifeng',
    'TSMC vs SMIC',
    'Ursula von der Leyen',
    'the Bureau of Industry and Security',
    '<@123456789012345678>',
    'https://example.org/what-did-they-say',
    '😀',
    'Was sagte Miller über DeepSeek?',
    '米ドルはどうですか？',
  ])('is none: %s', (question) => {
    expect(questionLanguage(question)).toBeNull();
  });

  it('is told of any text, whatever stands around it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const language = questionLanguage(text);
        expect([null, 'zh', ...LOCALES]).toContain(language);
        expect(questionLanguage(`  ${text}\n`)).toBe(language);
      }),
    );
  });

  it('stays English with any Chinese term in it, and Chinese with any English one', () => {
    const chinese = fc.constantFrom('小院高墙', '出口管制', '台積電', '实体清单', '芯片法案');
    const english = fc.constantFrom('DeepSeek', 'export controls', 'the Entity List', 'small yard', 'H20');
    fc.assert(
      fc.property(chinese, english, (term, name) => {
        expect(questionLanguage(`What did Miller say about ${term}?`)).toBe('en');
        expect(questionLanguage(`米勒对 ${name} 是怎么说的？`)).toBe('zh-CN');
      }),
    );
  });
});

describe('the language of a follow-up', () => {
  const TRADITIONAL = '米勒對單邊行動怎麼看?';
  it.each([
    ['more', '出口管制有效吗?', 'zh-CN'],
    ['source?', TRADITIONAL, 'zh-TW'],
    ['Miller?', TRADITIONAL, 'zh-TW'],
    ['source?', '', null],
    ['and Miller?', TRADITIONAL, 'en'],
    ['in Chinese please', TRADITIONAL, 'en'],
    ['更多', TRADITIONAL, 'zh-TW'],
    ['上下文', TRADITIONAL, 'zh-TW'],
    ['全文', TRADITIONAL, 'zh-TW'],
    ['用日文', TRADITIONAL, 'zh-TW'],
    ['更多', '出口管制有效吗?', 'zh-CN'],
    ['更多', 'What about 台積電?', 'zh-TW'],
    ['更多', 'Do export controls work?', 'zh'],
    ['还有吗', TRADITIONAL, 'zh-CN'],
    ['還有嗎', '出口管制有效吗?', 'zh-TW'],
    ['Chris Miller', TRADITIONAL, 'zh-TW'],
    ['Chris Miller', 'Estevez', null],
  ])('of "%s", after "%s", is %s', (words, question, language) => {
    expect(followUpLanguage(words, question)).toBe(language);
  });
});

describe('the language to answer in', () => {
  it.each([
    ['en', ['zh-TW', 'zh-CN'], 'en'],
    ['zh-TW', ['en', 'zh-CN'], 'zh-TW'],
    ['zh', ['en', 'zh-TW'], 'zh-TW'],
    ['zh', ['zh-TW', 'zh-CN'], 'zh-TW'],
    ['zh', ['en'], 'zh-CN'],
    ['zh', [], 'zh-CN'],
    [null, ['zh-TW', 'en'], 'zh-TW'],
    [null, [], 'en'],
  ] as const)('of %s, with the settings %j, is %s', (language, settings, locale) => {
    expect(localeOf(language, settings)).toBe(locale);
  });
});
