import { isSameLanguage, LOCALES, type Locale, localeOfTag } from '../../src/core/language/locale.ts';
import { nameForm } from '../../src/core/language/name-form.ts';

/** Names of our languages besides those that completion shows. Chinese without a script is Simplified. */
const NAMES: Readonly<Record<Locale, string>> = {
  en: 'English, English US, English UK, British English, American English, 英语, 英文',
  'zh-CN':
    'Chinese, Mandarin, Chinese China, Simplified, Simplified Chinese, Chinese Simplified, Hans, 中文, 汉语, 普通话, 国语, 简体, 简中, 简体字, 简体中文, 中文简体, 中国大陆',
  'zh-TW':
    'Chinese Taiwan, Traditional, Traditional Chinese, Chinese Traditional, Taiwanese, Hant, 繁体, 繁中, 繁体字, 繁体中文, 中文繁体, 正体, 正体字, 正体中文, 台湾, 台湾中文',
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
