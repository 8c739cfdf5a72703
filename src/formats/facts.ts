import { isDate } from '../core/language/dates.ts';
import { isLanguageTag, isSameLanguage, LOCALES, type Locale, localeOfTag } from '../core/language/locale.ts';
import type { Facts } from './format.ts';

/** What is longer is a description (UTF-16). */
const LONGEST_TITLE = 200;

/** Our language for what a file says of its own: `en_us`, `zh`, `chinese`; nothing for other languages. */
export function languageFacts(...values: readonly unknown[]): Facts {
  for (const value of values) {
    const locale = typeof value === 'string' ? localeIn(value) : undefined;
    if (locale) return { language: locale };
  }
  return {};
}

const LANGUAGE_WORDS: Readonly<Record<string, Locale>> = {
  english: 'en',
  chinese: 'zh-CN',
  mandarin: 'zh-CN',
};

function localeIn(value: string): Locale | undefined {
  const word = LANGUAGE_WORDS[value.toLowerCase()];
  if (word) return word;
  // Azure and Google call Mandarin "cmn".
  const tag = value.replaceAll('_', '-').replace(/^cmn\b/i, 'zh');
  if (!isLanguageTag(tag)) return undefined;
  return LOCALES.some((locale) => isSameLanguage(locale, tag)) ? localeOfTag(tag) : undefined;
}

/** A title that a file gives itself. */
export function titleFacts(...values: readonly unknown[]): Facts {
  const titles = values.map((value) =>
    typeof value === 'string' ? value.replaceAll(/\s+/g, ' ').trim() : '',
  );
  const title = titles.find((each) => each !== '' && each.length <= LONGEST_TITLE);
  return title ? { title } : {};
}

/** The day of a time such as `2023-11-02T12:59:59.945Z`. */
export function dateFacts(...values: readonly unknown[]): Facts {
  for (const value of values) {
    const day = typeof value === 'string' ? value.slice(0, 10) : '';
    if (isDate(day) && !/^\d/.test(String(value).slice(10))) return { date: day };
  }
  return {};
}
