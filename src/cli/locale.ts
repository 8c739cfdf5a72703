import { type Locale, localeOfTag } from '../core/language/locale.ts';
import { chineseOf } from '../core/language/text.ts';

/** The language to answer in, in a terminal: that of the question where its script shows it, else the system's. */
export function terminalLocale(question: string, environment: NodeJS.ProcessEnv = process.env): Locale {
  return (
    chineseOf(question) ??
    localeOfTag(environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || 'en')
  );
}
