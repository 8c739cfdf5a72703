import type { Interaction } from 'discord.js';
import type { Locale } from '../core/language/locale.ts';

/** The language for what only the asker sees. */
export function privateLocale(interaction: Interaction): Locale {
  return localeOf(interaction.locale);
}

/** The language for what everybody in the channel sees: the server's, or that of the reader of a direct message. */
export function publicLocale(interaction: Interaction): Locale {
  return localeOf(interaction.guildLocale ?? interaction.locale);
}

function localeOf(discordLocale: string): Locale {
  return discordLocale === 'zh-CN' || discordLocale === 'zh-TW' ? discordLocale : 'en';
}
