import { LOCALES, type Locale } from '../../src/core/language/locale.ts';
import { en, type MessageKey } from '../../src/messages/en.ts';
import type { Text } from '../../src/messages/text.ts';
import { zhCN } from '../../src/messages/zh-CN.ts';
import { zhTW } from '../../src/messages/zh-TW.ts';

const TEXTS: Record<Locale, Readonly<Record<MessageKey, Text>>> = { en, 'zh-CN': zhCN, 'zh-TW': zhTW };

/** Every key of a message. */
export const messageKeys = Object.keys(en) as MessageKey[];

/** The forms of a text as written, with its slots: one, or two if a number chooses. */
export function formsOf(key: MessageKey, locale: Locale): string[] {
  const text = TEXTS[locale][key];
  return typeof text === 'string' ? [text] : [text.one, text.other];
}

/** Every form of every text, with a name for a failed test. */
export const allTexts = LOCALES.flatMap((locale) =>
  messageKeys.flatMap((key) =>
    formsOf(key, locale).map((text) => ({ locale, key, text, name: `${locale} ${key}` })),
  ),
);

/** The names of the slots in a text, references to commands and options included. */
export function slotsIn(text: string): string[] {
  return Array.from(text.matchAll(/\{([^{}]*)\}/g), ([, slot = '']) => slot);
}
