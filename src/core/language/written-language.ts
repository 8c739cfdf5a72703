import { hasHan } from './text.ts';
import { LATIN_LANGUAGES } from './unread-words.ts';

/**
 * The language of a question that Rostrum cannot read, as a language tag. To be told that one's language is not read
 * when it is would be worse than the reverse: so names, loan words, keywords and what is quoted never tell, only a
 * language's script or its function words.
 * @returns null for English and Chinese, and for what may be either; `und` for a script that we do not know
 */
export function unreadLanguageOf(question: string): string | null {
  const text = question.normalize('NFKC').slice(0, EXAMINED).replace(QUOTED, ' ');
  const words = Array.from(text.matchAll(WORD), ([word]) => word);
  const isEnglish = words.some((word) => ENGLISH.has(word.toLowerCase()));
  return languageByScript(text, isEnglish) ?? (hasHan(text) ? null : languageByWords(text, words));
}

/** So much of a question is examined, in UTF-16 units: nobody changes language later. */
export const EXAMINED = 600;
/** What is quoted in a question, with its marks. */
export const QUOTED = /["“„][^"“”„]*["”“]|「[^「」]*」|『[^『』]*』|《[^《》]*》|«[^«»]*»/gu;
/** Latin words; an apostrophe ends one, as in "qu'a dit". */
const WORD = /[\p{Script=Latin}\p{M}]+/gu;

const SCRIPTS: readonly (readonly [script: RegExp, language: string])[] = [
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Devanagari}/gu, 'hi'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Cyrillic}/gu, 'ru'],
  [/\p{Script=Arabic}/gu, 'ar'],
  // Any other letter.
  [
    /(?=\p{L})[^\p{Script=Latin}\p{Script=Han}\p{Script=Common}\p{Script=Inherited}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}]/gu,
    'und',
  ],
];
/** A letter or two may be a symbol or a formula. */
const LEAST_LETTERS = 3;

function languageByScript(text: string, isEnglish: boolean): string | null {
  const count = (letters: RegExp) => text.match(letters)?.length ?? 0;
  const han = count(/\p{Script=Han}/gu);
  const kana = count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  // Chinese may have one の or a name in katakana, and English may talk of a Japanese word.
  const isJapanese = kana >= 2 && kana * 4 >= han && (han === 0 || /\p{Script=Hiragana}/u.test(text));
  if (isJapanese && !isEnglish && !CHINESE.test(text)) return 'ja';
  const script = SCRIPTS.find(([letters]) => count(letters) >= Math.max(LEAST_LETTERS, han));
  if (!script || isEnglish || (han > 0 && CHINESE.test(text))) return null;
  const [, language] = script;
  if (language === 'ru' && UKRAINIAN.test(text)) return 'uk';
  if (language === 'ar' && /[ٹڈڑںےہ]/u.test(text)) return 'ur';
  if (language === 'ar' && /[پچژگکی]/u.test(text)) return 'fa';
  return language;
}

const UKRAINIAN = /[іїєґ]|(?<!\p{L})(?:хто|що|про|чи|як|коли|чому)(?!\p{L})/iu;

/** Words that Chinese has and Japanese has not. */
const CHINESE = /[吗嗎呢吧们們这這么麼谁说說哪]|是(?![非正認])|什麼|怎麼/u;

/** English words that no other language in question has, and that hardly any English question is without. */
const ENGLISH = new Set(
  `the what who how why when where which did does is are was were and or of to for with about from that this there it
  they he she you your his her their would could should can will has have had not say said says think thinks
  tell me my any all on at by be been if its into than do don isn aren didn`.split(/\s+/),
);

/** What a hit counts, in quarters of what it takes; a language must also have one more than English. */
const TELLING = 4;
const USUAL = 2;
const AMBIGUOUS = 1;
const ENOUGH = 3;

function languageByWords(text: string, words: readonly string[]): string | null {
  // What has a capital inside a sentence is a name, unless everything has capitals.
  const isShouted = words.every((word) => word === word.toUpperCase());
  const isName = (word: string, at: number) => (at === 0 ? /^\p{Lu}{2}/u : /^\p{Lu}/u).test(word);
  const common = words
    .filter((word, at) => isShouted || !isName(word, at))
    .map((word) => word.toLowerCase().normalize('NFC'));
  let best: { language: string; score: number } | null = null;
  for (const { language, letters, telling, usual, ambiguous } of LATIN_LANGUAGES) {
    let score = language === 'es' && /[¿¡]/u.test(text) ? TELLING : 0;
    let english = 0;
    let isOwn = score > 0;
    for (const word of common) {
      if (telling.has(word)) score += TELLING;
      else if (usual.has(word) || letters?.test(word)) score += USUAL;
      else if (ambiguous.has(word)) score += AMBIGUOUS;
      else if (ENGLISH.has(word)) english += USUAL;
      isOwn ||= telling.has(word) || usual.has(word) || letters?.test(word) === true;
    }
    if (isOwn && score >= ENOUGH && score >= english + USUAL && score > (best?.score ?? 0))
      best = { language, score };
  }
  return best?.language ?? null;
}
