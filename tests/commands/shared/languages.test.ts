import { describe, expect, it } from 'vitest';
import { languageCalled } from '../../../commands/shared/languages.ts';

describe('languageCalled', () => {
  it.each([
    ['en', ['ENGLISH', 'en-GB', 'English, UK', 'American', '英語', '英文', 'ｅｎ']],
    [
      'zh-CN',
      [
        'Mandarin',
        'zh',
        'zh_CN',
        'zh-Hans-SG',
        '簡體中文',
        '简中',
        '中文（简体）',
        'Chinese (Simplified)',
        'Chinese, China',
        '简',
        'Mainland China',
        '华语',
        '简体中文（中国大陆）',
      ],
    ],
    [
      'zh-TW',
      [
        'traditional',
        'zh-HK',
        'ZH-hant',
        '繁体中文',
        '正體中文',
        '中文(繁體)',
        'Chinese, Taiwan',
        '臺灣',
        'Hong Kong',
        '繁',
        '繁體中文（香港）',
      ],
    ],
  ])('is %s', (language, names) => {
    expect(names.map(languageCalled)).toEqual(names.map(() => language));
  });

  it.each(['', 'fr', 'German', 'Klingon', '日语', 'z', '-', 'english language please'])(
    'is none of ours: %j',
    (name) => {
      expect(languageCalled(name)).toBeUndefined();
    },
  );
});
