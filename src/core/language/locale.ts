/** The languages in which Rostrum speaks, by the codes that Discord uses. */
export const LOCALES = ['en', 'zh-CN', 'zh-TW'] as const;
export type Locale = (typeof LOCALES)[number];

/** A text that a curator wrote in each of our languages. */
export type Localised = Readonly<Record<Locale, string>>;

/**
 * Our language for a language tag: `zh-Hant`, `zh-TW`, `zh_HK.UTF-8` → zh-TW; other Chinese → zh-CN; the rest → en.
 */
export function localeOfTag(tag: string): Locale {
  const [language = '', ...subtags] = tag.toLowerCase().split(/[-_.@]/);
  if (language !== 'zh') return 'en';
  if (subtags.includes('hans')) return 'zh-CN';
  return subtags.some((subtag) => ['hant', 'tw', 'hk', 'mo'].includes(subtag)) ? 'zh-TW' : 'zh-CN';
}
