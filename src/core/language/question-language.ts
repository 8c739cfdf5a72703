import { roughWordCount } from './asking.ts';
import { scriptOf } from './language-of-words.ts';
import type { Locale } from './locale.ts';
import { CHINESE_STOP_WORDS, ENGLISH_STOP_WORDS } from './stop-words.ts';
import { hasHan, normalise, words } from './text.ts';
import { EXAMINED, QUOTED, unreadLanguageOf } from './written-language.ts';

/** The language of a question; `zh` if it is in Chinese whose characters do not tell the script. */
export type QuestionLanguage = Locale | 'zh';

/**
 * The language in which somebody asks. What is quoted does not tell it, if there are other words.
 * @returns null for what has no language that Rostrum speaks: names, numbers, a single word that may be a name ("deepseek"),
 *   and questions in other languages
 */
export function questionLanguage(question: string): QuestionLanguage | null {
  if (unreadLanguageOf(question) !== null) return null;
  const text = question.slice(0, EXAMINED).normalize('NFKC').replace(NO_WORDS, ' ');
  const language = languageIn(text.replace(QUOTED, ' ')) ?? languageIn(text);
  return language === 'zh' ? (scriptOf(text) ?? 'zh') : language;
}

/**
 * The language in which somebody goes on with an answer. A single word in Latin letters ("more", "source?") goes on in that
 * of the question, whoever writes it; a sentence has its own. Chinese that may be either script is in that of the question.
 * @param question the earlier one; empty if it is not known
 * @returns null if neither has a language
 */
export function followUpLanguage(words: string, question: string): QuestionLanguage | null {
  const [own, earlier] = [questionLanguage(words), questionLanguage(question)];
  if (!HAS_SPACE_OR_HAN.test(words.trim())) return earlier ?? own;
  if (own === 'zh') return scriptOf(question) ?? own;
  return own ?? earlier;
}

const HAS_SPACE_OR_HAN = /[\s\p{Script=Han}]/u;

/**
 * The language to answer in: the question's. Where that leaves the script open, or there is none, the first of the
 * settings that decides.
 * @param settings the asker's own first; of none, Simplified Chinese and English are taken
 */
export function localeOf(language: QuestionLanguage | null, settings: readonly Locale[]): Locale {
  if (language === 'zh') return settings.find((setting) => setting !== 'en') ?? 'zh-CN';
  return language ?? settings[0] ?? 'en';
}

/** Addresses, and what Discord writes for mentions and its own emoji. */
const NO_WORDS = /https?:\/\/\S+|<[@#:a][^<>\s]*>/giu;
/** Letters, with the digits that make a name of them: "G42", "7nm". */
const LATIN = /[\p{Script=Latin}\p{M}\p{N}]+/gu;

/** These also stand inside of names: "the Bureau of Industry and Security", "Ursula von der Leyen", "TSMC vs SMIC". */
const INSIDE_NAMES = new Set(
  'the a an of and or for in on to at by with from vs von van der den de du da di del la le al el bin ibn'.split(
    ' ',
  ),
);
/** Some of them begin a question, but no name: "and Miller?" */
const BEGINS_QUESTION = /^\P{L}*(?:and|or|for|in|on|at|by|with|from)\s/iu;
/** With a capital these may be names: "He Lifeng", "Will". */
const ALSO_NAMES = new Set('an do he her no so will you'.split(' '));

/** The words of a text that tell English. */
interface EnglishWords {
  /** All words in Latin letters, names too. */
  all: number;
  /** Function words, and those that only serve to ask. */
  function: number;
  /** Words in small letters, which are no names where people write capitals. */
  common: number;
}

function languageIn(text: string): QuestionLanguage | null {
  const english = englishWordsIn(text);
  if (hasHan(text)) return isRatherEnglish(text, english) ? 'en' : (scriptOf(text) ?? 'zh');
  const isEnglish = english.function > 0 || (english.all > 1 && english.common > 0);
  return isEnglish ? 'en' : null;
}

function englishWordsIn(text: string): EnglishWords {
  // A single letter is an initial, or what an apostrophe cuts off.
  const all = (text.match(LATIN) ?? []).filter((word) => word.length > 1 && !/\p{N}/u.test(word));
  const isShouted = all.length > 2 && all.every(isInCapitals);
  const telling = all.filter((word) => !INSIDE_NAMES.has(word.toLowerCase()));
  return {
    all: all.length,
    function:
      telling.filter((word) => isFunctionWord(word, isShouted)).length + (BEGINS_QUESTION.test(text) ? 1 : 0),
    common: telling.filter((word) => word === word.toLowerCase()).length,
  };
}

/** Whether a word is one of English grammar, and no abbreviation ("US", "WHO") or surname ("He"). */
function isFunctionWord(word: string, isShouted: boolean): boolean {
  const small = word.toLowerCase();
  if (!ENGLISH_STOP_WORDS.has(small)) return false;
  return word === small || isShouted || !(isInCapitals(word) || ALSO_NAMES.has(small));
}

function isInCapitals(word: string): boolean {
  return word === word.toUpperCase();
}

/** Of two languages in one question, the one whose grammar it has; if that does not tell, the one with more words. */
function isRatherEnglish(text: string, english: EnglishWords): boolean {
  const chinese = words(normalise(text)).filter((word) => CHINESE_STOP_WORDS.has(word)).length;
  if (english.function !== chinese) return english.function > chinese;
  return english.common > roughWordCount(text.replace(LATIN, ' '));
}
