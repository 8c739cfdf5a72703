import { type Locale, localeOfTag } from '../core/language/locale.ts';
import { chineseOf } from '../core/language/text.ts';

/** The language to answer in, in a terminal: that of the question if its script shows it, else the system's. */
export function terminalLocale(question: string, env: NodeJS.ProcessEnv): Locale {
  return chineseOf(question) ?? localeOfTag(env.LC_ALL || env.LC_MESSAGES || env.LANG || 'en');
}
