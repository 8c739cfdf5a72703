import type { Interaction } from 'discord.js';
import { type Locale, localeOfTag } from '../core/language/locale.ts';

/** The language for what only the asker sees. */
export function privateLocale(interaction: Interaction): Locale {
  return localeOfTag(interaction.locale);
}

/** The language for what everybody in the channel sees: the server's, or that of the reader of a direct message. */
export function publicLocale(interaction: Interaction): Locale {
  return localeOfTag(interaction.guildLocale ?? interaction.locale);
}
