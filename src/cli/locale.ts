import { type Locale, localeOfTag } from '../core/language/locale.ts';
import { localeOf, questionLanguage } from '../core/language/question-language.ts';

/**
 * The language to answer in, in a terminal: that of the question. Where it has none (a name, a number), or is in Chinese
 * that may be either, the system's setting decides.
 */
export function terminalLocale(question: string, env: NodeJS.ProcessEnv): Locale {
  return localeOf(questionLanguage(question), [systemLocale(env)]);
}

/** The language that the system is set to. */
export function systemLocale(env: NodeJS.ProcessEnv): Locale {
  return localeOfTag(env.LC_ALL || env.LC_MESSAGES || env.LANG || 'en');
}
