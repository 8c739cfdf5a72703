/** The languages in which Rostrum speaks, by the codes that Discord uses. */
export const LOCALES = ['en', 'zh-CN', 'zh-TW'] as const;
export type Locale = (typeof LOCALES)[number];

/** A text that a curator wrote in each of our languages. */
export type Localised = Readonly<Record<Locale, string>>;

/** A text made for each of our languages. */
export function localised(inLanguage: (locale: Locale) => string): Localised {
  return { en: inLanguage('en'), 'zh-CN': inLanguage('zh-CN'), 'zh-TW': inLanguage('zh-TW') };
}

/**
 * Our language for a language tag, by its script: `zh-Hant`, `zh-TW`, `zh_HK.UTF-8` → zh-TW; other Chinese → zh-CN;
 * anything else → en.
 */
export function localeOfTag(tag: string): Locale {
  const known = localesByTag.get(tag);
  if (known) return known;
  if (localesByTag.size >= MOST_TAGS) localesByTag.clear();
  const locale = localeByScript(tag);
  localesByTag.set(tag, locale);
  return locale;
}

/** Each reply needs it, and of tags there are few: Discord has some thirty languages. */
const localesByTag = new Map<string, Locale>();
const MOST_TAGS = 100;

function localeByScript(tag: string): Locale {
  const [name = ''] = tag.split(/[.@]/);
  const script = readTag(name.replaceAll('_', '-'))?.maximize().script;
  if (script === 'Hant') return 'zh-TW';
  return script === 'Hans' ? 'zh-CN' : 'en';
}

/** Whether two language tags name the same language, whatever its script and region: `zh` and `zh-TW`. */
export function isSameLanguage(one: string, other: string): boolean {
  return readTag(one)?.language === readTag(other)?.language;
}

/** Whether a tag such as `en` or `pt-BR` names a language. */
export function isLanguageTag(tag: string): boolean {
  return nameIn('en', tag) !== undefined;
}

/** The name of a language in each of ours, whatever its script and region: `en-GB` → English, 英语, 英文. */
export function languageName(tag: string): Localised {
  return localised((locale) => nameIn(locale, tag) ?? tag);
}

/** Made once, when it is first needed: making one takes longer than all the rest of a reply. */
const languageNames = new Map<Locale, Intl.DisplayNames>();

function nameIn(locale: Locale, tag: string): string | undefined {
  const language = readTag(tag)?.language;
  if (language === undefined) return undefined;
  const names =
    languageNames.get(locale) ?? new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' });
  languageNames.set(locale, names);
  return names.of(language);
}

function readTag(tag: string): Intl.Locale | null {
  try {
    return new Intl.Locale(tag);
  } catch {
    return null;
  }
}
