import type { Locale } from './locale.ts';
import { simplifiedCharacters } from './text.ts';
import { traditionalCharacters } from './traditional.ts';

/** In characters: a text does not change its language later, and the head of a file may be in another. */
const EXAMINED = 50_000;
/** A Chinese text has names and terms in Latin letters; an English one quotes a few Chinese words. */
const CHINESE_SHARE = 0.2;

const HAN = /\p{Script=Han}/gu;
const LETTERS = /[\p{L}]/gu;

/**
 * The language of a text, by the share of Chinese characters among its letters; of Chinese, the script, by characters that
 * only one of the two has. A text without either is Simplified.
 */
export function languageOfWords(text: string): Locale {
  const letters = text.slice(0, EXAMINED).match(LETTERS) ?? [];
  const han = letters.join('').match(HAN) ?? [];
  if (han.length <= letters.length * CHINESE_SHARE) return 'en';
  return scriptOf(han.join('')) ?? 'zh-CN';
}

/**
 * Simplified characters that Traditional texts have too, as other words or as variants: 皇后, 台北, 云. The table of characters
 * has one Traditional form for each, and they tell nothing.
 */
const IN_BOTH = new Set(
  '辟并采吃痴丑床唇斗范丰峰干杠雇后划伙几杰夸里帘霉秘仆朴群晒尸台咸凶岩佣涌游于余郁岳云皂灶占征筑准咨粽',
);

/**
 * Whether a Chinese text is Simplified or Traditional, by the characters that only one of the two has.
 * @returns null if none tells, or as many tell one as the other
 */
export function scriptOf(text: string): 'zh-CN' | 'zh-TW' | null {
  // A text has few characters, each many times.
  const counts = new Map<string, number>();
  for (const each of text.match(HAN) ?? []) counts.set(each, (counts.get(each) ?? 0) + 1);
  let traditional = 0;
  for (const [each, count] of counts) {
    if (simplifiedCharacters(each) !== each) traditional += count;
    else if (!IN_BOTH.has(each) && traditionalCharacters(each) !== each) traditional -= count;
  }
  if (traditional === 0) return null;
  return traditional > 0 ? 'zh-TW' : 'zh-CN';
}
