import { z } from 'zod';
import { LOCALES, type Locale, type Localised, localised } from '../language/locale.ts';
import { simplifiedCharacters } from '../language/text.ts';
import { traditionalSteps } from '../language/traditional.ts';
import { visible } from '../language/visible.ts';
import type { Steps } from '../steps.ts';
import type { ValueFormat } from './problem.ts';

const NO_LANGUAGE: ValueFormat = 'no-language';

/** A text without white space at its ends; an empty one if it has nothing that a reader would see. */
export const shown = z.string().overwrite((text) => (visible(text).trim() === '' ? '' : text.trim()));
/** A text that a reader is shown in one line. */
export const line = shown.min(1).max(400);

/** A text for readers, as somebody writes it: one for every language, or one for each of some languages. */
export const writtenText = z.union([
  line,
  z
    .strictObject({ en: line.optional(), 'zh-CN': line.optional(), 'zh-TW': line.optional() })
    .refine((written) => LOCALES.some((locale) => written[locale] !== undefined), NO_LANGUAGE),
]);
export type WrittenText = z.infer<typeof writtenText>;

/**
 * A text in each of our languages. Of the two scripts of Chinese, one is made of the other; what is missing then is
 * taken from English, or else from any language.
 */
export function* localisedSteps(written: WrittenText): Steps<Localised> {
  if (typeof written === 'string') return localised(() => written);
  const { 'zh-CN': simplified, 'zh-TW': traditional } = written;
  const any = (locale: Locale) => written[locale] ?? written.en ?? simplified ?? traditional ?? '';
  return {
    en: any('en'),
    'zh-CN': simplified ?? (traditional === undefined ? any('zh-CN') : simplifiedCharacters(traditional)),
    'zh-TW':
      traditional ?? (simplified === undefined ? any('zh-TW') : (yield* traditionalSteps())(simplified)),
  };
}
