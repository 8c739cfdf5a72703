import { chineseOf } from '../core/language/text.ts';
import type { Locale } from '../core/transcript/transcript.ts';

/**
 * Our language for a language tag: `zh-Hant`, `zh-TW`, `zh_HK.UTF-8` → zh-TW; other Chinese → zh-CN; the rest → en.
 */
export function localeOfTag(tag: string): Locale {
  const [language = '', ...subtags] = tag.toLowerCase().split(/[-_.@]/);
  if (language !== 'zh') return 'en';
  if (subtags.includes('hans')) return 'zh-CN';
  return subtags.some((subtag) => ['hant', 'tw', 'hk', 'mo'].includes(subtag)) ? 'zh-TW' : 'zh-CN';
}

/** The language to answer in, in a terminal: that of the question where its script shows it, else the system's. */
export function terminalLocale(question: string, environment: NodeJS.ProcessEnv = process.env): Locale {
  return (
    chineseOf(question) ??
    localeOfTag(environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || 'en')
  );
}
