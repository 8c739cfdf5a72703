import { type AnswerKind, kindsAskedFor } from '../indexing/answer-kinds.ts';
import { type Grams, gramsOf, tokenise } from '../indexing/term-text.ts';
import { isOwnJudgement } from '../language/chat.ts';
import type { Dictionary } from '../language/dictionary.ts';
import type { NotionFinder } from '../language/notions.ts';
import { isNumber, withoutNumbers } from '../language/numbers.ts';
import {
  CHINESE_QUESTION_PHRASES,
  CHINESE_STOP_WORDS,
  CONVERSATION_STOP_WORDS,
  ENGLISH_QUESTION_PHRASES,
  ENGLISH_STOP_WORDS,
} from '../language/stop-words.ts';
import {
  bigrams,
  hasHan,
  isStopWord,
  latinWords,
  normalise,
  type WordSegment,
  wordSegments,
  words,
} from '../language/text.ts';
import { focusNounsOf } from './focus.ts';
import { type TranslatableTerm, translatableChinese, translatableEnglish } from './translatable.ts';

/** One thing that a question asks about. */
export interface AskedTerm {
  /** As in the index: a word, a stem, or the token of a declared notion. */
  term: string;
  /** Whether it is a name or a number, without which a passage is about something else. */
  isName: boolean;
}

/** What a question asks about: its terms in order, each once, without stop words and question phrases. */
export interface Question {
  /**
   * The language it asks in, by the words that ask: a Chinese question with a Latin name in it stays Chinese, and an English one
   * with a Chinese name English. `mixed` if it asks in both, or has only words of both.
   */
  language: 'en' | 'zh' | 'mixed';
  /** Whether there is nothing to search for: no word, notion or pair of characters that is more than stop words. */
  isBlank: boolean;
  /** The segments of what is left of it without question phrases. */
  segments: readonly WordSegment[];
  /** Words of either language, and tokens of declared notions. */
  words: readonly string[];
  /** Of its Chinese characters. */
  bigrams: readonly string[];
  /** Latin words as they are written, in lower case. */
  writtenWords: readonly string[];
  /** What a sentence that answers should contain close together. */
  grams: Grams;
  /**
   * What an answer has to contain. A declared notion counts once, in whichever form. Lone Chinese characters
   * next to one another count as one word, since ICU does not know 台积电 or 特朗普; any other lone character is
   * left out.
   */
  askedTerms: readonly AskedTerm[];
  /** The kind of thing that it asks for ("which newspaper", 哪位大法官), in the same form as words. */
  focusNouns: readonly string[];
  /** Its words that the dictionary translates, for passages in the other language. */
  translatable: readonly TranslatableTerm[];
  /** The kinds of answer that it asks for. */
  answerKinds: readonly AnswerKind[];
}

/** What it takes to understand a question besides its text. */
export interface QuestionContext {
  /** Finds the notions declared for the passages. */
  notionFinder: NotionFinder;
  dictionary: Dictionary;
  /** The question with its capitals, if the text has lost them. */
  asWritten?: string | undefined;
  /** Whether the passages are turns of a conversation: then words that occur in every meeting are stop words too. */
  isConversation?: boolean;
}

/**
 * Splits a question into terms.
 * @returns `isBlank` and empty lists if there is nothing but stop words and punctuation
 */
export function understand(
  question: string,
  { notionFinder, dictionary, asWritten = question, isConversation = false }: QuestionContext,
): Question {
  const normalised = joinSpread(normalise(question));
  const withoutPhrases = normalised.replace(QUESTION_PHRASE, ' ');
  // A number is written in many ways, and means the same in all of them.
  const withoutFigures = withoutNumbers(withoutPhrases);
  const { rest: withoutNotions, tokens } = notionFinder.extract(normalised);
  const segments = [...wordSegments(withoutPhrases)];
  const contentWords = segments.flatMap(({ parts }) => parts).filter((word) => !isStopWord(word));
  const searchWords = contentWords.filter(
    (word) => !(isConversation && STEMMED_CONVERSATION_STOP_WORDS.has(word)),
  );
  const pairs = unique(bigrams(withoutFigures).filter((pair) => !CHINESE_STOP_WORDS.has(pair)));
  const askedTerms = withoutJudgements(
    askedTermsOf(tokens, withoutNotions.replace(QUESTION_PHRASE, ' '), asWritten, dictionary),
    normalised,
  );
  // Passages may have in one piece what ICU cuts to pieces here.
  const whole = askedTerms.map(({ term }) => term).filter((term) => term.length > 1 && hasHan(term));
  // A comma in place of each phrase keeps pairs from spanning it.
  const grams = gramsOf(tokenise(normalised.replace(QUESTION_PHRASE, ',')).termText);
  return {
    language: languageOf(normalised),
    isBlank: tokens.length === 0 && contentWords.length === 0 && pairs.every(isStopPair),
    segments,
    words: unique([...tokens, ...searchWords, ...whole]),
    bigrams: pairs,
    writtenWords: unique(
      latinWords(withoutFigures).filter(
        (word) => !ENGLISH_STOP_WORDS.has(word) && !(isConversation && CONVERSATION_STOP_WORDS.has(word)),
      ),
    ),
    grams: {
      singles: unique(grams.singles.filter((single) => !CHINESE_STOP_WORDS.has(single))),
      pairs: unique(grams.pairs),
    },
    askedTerms,
    focusNouns: focusNounsOf(normalised).filter((term) => !isStopWord(term)),
    translatable: [
      ...translatableEnglish(searchWords, dictionary),
      ...translatableChinese(withoutFigures, dictionary),
    ],
    answerKinds: kindsAskedFor(normalised),
  };
}

/** Chinese characters one by one, as some write and some machines put them: 贡献 者, 开 源. */
const SPREAD =
  /(?<=\p{Script=Han}) (?=\p{Script=Han}(?!\p{Script=Han}))|(?<=(?<!\p{Script=Han})\p{Script=Han}) (?=\p{Script=Han})/gu;

function joinSpread(normalised: string): string {
  return normalised.replace(SPREAD, '');
}

/** Before a Chinese one, 是 asks as well: 是啥时候. */
const QUESTION_PHRASE = new RegExp(
  [
    `(?<![但还于总正只凡])是?(?:${CHINESE_QUESTION_PHRASES.join('|')})`,
    ...CHINESE_QUESTION_PHRASES,
    ...ENGLISH_QUESTION_PHRASES,
  ].join('|'),
  'gu',
);

/** A question of so many Latin words and no function words is no Chinese one about a Latin name. */
const NAME_WORDS = 2;
/** One word that may be a name ("IT", 何) tells less than so many. */
const TELLING = 2;

function languageOf(normalised: string): Question['language'] {
  const latin = latinWords(normalised).filter((word) => /\p{Script=Latin}/u.test(word));
  const han = normalised.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (han === 0) return 'en';
  if (latin.length === 0) return 'zh';
  const english = latin.filter((word) => ENGLISH_STOP_WORDS.has(word)).length;
  const phrases = normalised.match(QUESTION_PHRASE)?.filter(hasHan).length ?? 0;
  const rest = wordSegments(normalised.replace(QUESTION_PHRASE, ' '));
  const chinese = phrases + rest.filter(({ segment }) => CHINESE_STOP_WORDS.has(segment)).length;
  if (english === 0 && chinese === 0)
    return latin.length > NAME_WORDS && latin.length > han / 2 ? 'mixed' : 'zh';
  if (chinese === 0 || (chinese < TELLING && english >= TELLING)) return 'en';
  return english < TELLING ? 'zh' : 'mixed';
}

const STEMMED_CONVERSATION_STOP_WORDS = new Set([...CONVERSATION_STOP_WORDS].flatMap(words));

/** Whether a pair of Chinese characters is nothing but two stop words. */
function isStopPair(pair: string): boolean {
  return Array.from(pair).every((character) => CHINESE_STOP_WORDS.has(character));
}

/**
 * The terms that an answer has to contain.
 * @param tokens of the notions in the question
 * @param remaining the question without these notions
 * @param asWritten the question with its capitals
 */
function askedTermsOf(
  tokens: readonly string[],
  remaining: string,
  asWritten: string,
  dictionary: Dictionary,
): AskedTerm[] {
  const names = capitalised(asWritten);
  const asked = [
    ...tokens.map((term) => ({ term, isName: true })),
    ...wordsToFind(remaining, dictionary).map((term) => ({
      term,
      isName: names.has(term) || /\d/.test(term),
    })),
  ];
  return [...new Map(asked.map((each) => [each.term, each])).values()];
}

/** Terms without those by which only the asker judges, unless there are no others. */
function withoutJudgements(asked: readonly AskedTerm[], normalised: string): readonly AskedTerm[] {
  const others = asked.filter(({ term, isName }) => isName || !isOwnJudgement(term, normalised));
  return others.length > 0 ? others : asked;
}

/** The stems of words with a capital inside a sentence, as English writes names. */
function capitalised(question: string): Set<string> {
  const inside = question
    .normalize('NFC')
    .matchAll(/\p{Lu}(?<=[\p{L}\p{N},;:'"”’)]\s+["“(]?\p{Lu})[\p{L}\p{N}'’-]*/gu);
  return new Set(Array.from(inside, ([word]) => word).flatMap((word) => words(normalise(word))));
}

/**
 * Words without stop words. Lone Chinese characters next to one another are joined, or taken for the words that the
 * dictionary has, even if one of the characters is a stop word by itself: ICU does not know 储能. Any others are left
 * out, unless there is nothing else.
 */
function wordsToFind(text: string, dictionary: Dictionary): string[] {
  const found: string[] = [];
  let lone: string[] = [];
  let longest = '';
  let isCounted = false;
  const endLone = () => {
    const run = lone.join('');
    if (run.length > longest.length) longest = run;
    found.push(...joinedCharacters(lone, dictionary));
    lone = [];
  };
  for (const { segment, parts } of wordSegments(text)) {
    const isNumeral = isNumber(parts[0] ?? '');
    const isCounter = isCounted && COUNTERS.includes(segment);
    isCounted = isNumeral;
    if (isCounter) continue;
    const character = PERFECTIVE.exec(segment)?.[1] ?? segment;
    if (isLoneHan(character) && !isNumeral) {
      lone.push(character);
    } else {
      const [only = ''] = lone;
      if (isNumeral && lone.length === 1 && !BEFORE_NUMBERS.includes(only) && isTranslated(only, dictionary))
        found.push(only);
      endLone();
      found.push(...parts.filter((word) => !isStopWord(word) && !isFunctionWord(word)));
    }
  }
  endLone();
  return found.length === 0 && longest.length > 1 && !isAllStopWords(longest) ? [longest] : found;
}

/** Characters of function words alone; two different ones say nothing together either: 也是, 不太, 都会. */
const FUNCTION_CHARACTERS =
  '的地得了着过是在有也都就才又还很更最太被把将从向对给让由于以而但不没会能要想吗呢吧啊么';

function isFunctionWord(word: string): boolean {
  const [first, ...others] = word;
  return (
    others.length > 0 &&
    others.some((character) => character !== first) &&
    Array.from(word).every((character) => FUNCTION_CHARACTERS.includes(character))
  );
}

/** What a number counts, which joins nothing: 三天换完. */
const COUNTERS =
  '个年月日天周号时分秒点次家人名位种项款颗张片台辆架艘座栋层条件所支套只场轮批届代岁吨克米度元块折倍份本间户枚股趟班';

/** A single character before a number is what is counted, 猫两只, unless it says how exact the number is, or is a verb. */
const BEFORE_NUMBERS =
  '共约达超近仅逾满每第前后头再又花用要需过有至到从比为是占涨跌降升增减卖买赚亏赔罚投给付交等差少多高低长短大小快慢早晚整足只才就刚快在于按以被把让使令';

/** 涨了 is 涨. */
const PERFECTIVE = /^(\p{Script=Han})[了过着]$/u;

/** The words in a run of lone characters. */
function joinedCharacters(run: readonly string[], dictionary: Dictionary): string[] {
  const found: string[] = [];
  let joined = '';
  const endJoined = () => {
    if (joined.length > 1) found.push(joined);
    joined = '';
  };
  for (let at = 0; at < run.length; ) {
    const character = run[at] ?? '';
    const pair = character + (run[at + 1] ?? '');
    const isStop = CHINESE_STOP_WORDS.has(character);
    const hasStop = isStop !== CHINESE_STOP_WORDS.has(run[at + 1] ?? '');
    if (pair.length === 2 && hasStop && isTranslated(pair, dictionary)) {
      endJoined();
      found.push(pair);
      at += 2;
      continue;
    }
    if (isStop) endJoined();
    else joined += character;
    at++;
  }
  endJoined();
  return found;
}

function isTranslated(word: string, dictionary: Dictionary): boolean {
  return !CHINESE_STOP_WORDS.has(word) && dictionary.englishFor(word).length > 0;
}

function isAllStopWords(characters: string): boolean {
  return Array.from(characters).every((character) => CHINESE_STOP_WORDS.has(character));
}

function isLoneHan(word: string): boolean {
  return word.length === 1 && hasHan(word);
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
