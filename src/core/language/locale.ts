/** The languages in which Rostrum speaks, by the codes that Discord uses. */
export const LOCALES = ['en', 'zh-CN', 'zh-TW'] as const;
export type Locale = (typeof LOCALES)[number];

/** A text that a curator wrote in each of our languages. */
export type Localised = Readonly<Record<Locale, string>>;

/**
 * Our language for a language tag, by the script that its readers read: `zh-Hant`, `zh-TW`, `zh_HK.UTF-8` → zh-TW; other
 * Chinese → zh-CN; the rest, and what is no language tag → en.
 */
export function localeOfTag(tag: string): Locale {
  const [name = ''] = tag.split(/[.@]/);
  const script = readTag(name.replaceAll('_', '-'))?.maximize().script;
  if (script === 'Hant') return 'zh-TW';
  return script === 'Hans' ? 'zh-CN' : 'en';
}

/** Whether a tag such as `en` or `pt-BR` names a language. */
export function isLanguageTag(tag: string): boolean {
  const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  return readTag(tag) !== null && names.of(tag) !== undefined;
}

/** Whether two language tags name the same language, whatever its script and region: `zh` and `zh-TW`. */
export function isSameLanguage(one: string, other: string): boolean {
  return readTag(one)?.language === readTag(other)?.language;
}

/** The name of a language in each of ours, without its script and region: `en` → English, 英语, 英文. */
export function languageName(tag: string): Localised {
  const language = readTag(tag)?.language ?? tag;
  const name = (locale: Locale) =>
    new Intl.DisplayNames(locale, { type: 'language' }).of(language) ?? language;
  return { en: name('en'), 'zh-CN': name('zh-CN'), 'zh-TW': name('zh-TW') };
}

function readTag(tag: string): Intl.Locale | null {
  try {
    return new Intl.Locale(tag);
  } catch {
    return null;
  }
}
