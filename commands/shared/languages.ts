import { isSameLanguage, LOCALES, type Locale, localeOfTag } from '../../src/core/language/locale.ts';
import { nameForm } from '../../src/core/language/name-form.ts';

/** Names of our languages besides those that completion shows. Chinese without a script is Simplified. */
const NAMES: Readonly<Record<Locale, string>> = {
  en: 'English, English US, English UK, US English, UK English, British English, American English, American, British, 英语, 英文, 英语美国, 英语英国, 英, 美式英语, 英式英语',
  'zh-CN':
    'Chinese, Mandarin, Chinese China, Simplified, Simplified Chinese, Chinese Simplified, Hans, CHS, China, Mainland, Mainland China, 中文, 汉语, 华语, 华文, 普通话, 国语, 简, 简体, 简中, 简体字, 简体中文, 中文简体, 简体中文中国, 简体中文中国大陆, 中文中国, 中国, 中国大陆, 大陆',
  'zh-TW':
    'Chinese Taiwan, Chinese Hong Kong, Traditional, Traditional Chinese, Chinese Traditional, Traditional Chinese Taiwan, Traditional Chinese Hong Kong, Taiwanese, Taiwan, Taiwanese Mandarin, Hong Kong, Hant, CHT, 繁, 繁体, 繁中, 繁体字, 繁体中文, 中文繁体, 正体, 正体字, 正体中文, 台湾, 台湾中文, 中文台湾, 台湾繁体中文, 台湾正体中文, 繁体中文台湾, 正体中文台湾, 繁体中文香港, 中文香港, 香港',
};

/**
 * The language of ours that a name or a language tag means: `English`, `简体`, `Chinese, Taiwan`, `zh_Hant`.
 * @returns undefined if it is none of ours
 */
export function languageCalled(typed: string): Locale | undefined {
  const form = nameForm(typed);
  const named = LOCALES.find((locale) => NAMES[locale].split(', ').map(nameForm).includes(form));
  if (named) return named;
  const tag = typed.normalize('NFKC').trim().replaceAll('_', '-');
  return isSameLanguage(tag, 'en') || isSameLanguage(tag, 'zh') ? localeOfTag(tag) : undefined;
}
