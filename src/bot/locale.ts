import type { Interaction } from 'discord.js';
import { type Locale, localeOfTag } from '../core/language/locale.ts';
import { localeOf, questionLanguage } from '../core/language/question-language.ts';

/** The language for what only the asker sees, where nothing was asked. */
export function privateLocale(interaction: Interaction): Locale {
  return localeOfTag(interaction.locale);
}

/**
 * The language for what everybody in the channel sees, where nothing was asked: the server's, or that of the reader of a
 * direct message.
 */
export function publicLocale(interaction: Interaction): Locale {
  return localeOfTag(interaction.guildLocale ?? interaction.locale);
}

/**
 * The language of the reply to what was asked: that of the words. Where they have none (a name, a number), the asker's own
 * setting decides, then the server's.
 */
export function answerLocale(asked: string, interaction: Interaction): Locale {
  return localeOf(questionLanguage(asked), [privateLocale(interaction), publicLocale(interaction)]);
}
