import { type AnswerKind, kindsAskedFor } from '../indexing/answer-kinds.ts';
import { cutTerms, type Grams, gramsOf } from '../indexing/term-text.ts';
import type { Dictionary } from '../language/dictionary.ts';
import type { Terms } from '../language/notions.ts';
import {
  CHINESE_QUESTION_PHRASES,
  CHINESE_STOP_WORDS,
  CONVERSATION_STOP_WORDS,
  ENGLISH_QUESTION_PHRASES,
  ENGLISH_STOP_WORDS,
} from '../language/stop-words.ts';
import { bigrams, hasHan, isStopWord, latinWords, normalise, wordSegments, words } from '../language/text.ts';

/** One thing that a question asks about. */
export interface AskedTerm {
  /** A term of the index: a word, a stem, or the token of a declared notion. */
  term: string;
  /** A name or a number: without it a passage is about something else. */
  isName: boolean;
}

/** What a question asks about: its terms without the words that only ask, each once, in order. */
export interface Question {
  /** There is nothing to search for: no word, no name, no pair but of stop words. */
  isBlank: boolean;
  /** Words of either script, and tokens of declared notions. */
  words: readonly string[];
  bigrams: readonly string[];
  /** Latin words as they are written, without stop words. */
  latin: readonly string[];
  /** What a sentence should hold close together. */
  grams: Grams;
  /**
   * What an answer has to hold. A declared notion is one, whatever its form; lone Chinese characters side by
   * side are one word here (ICU does not know 台积电 or 特朗普), and the rest of them are left out.
   */
  askedTerms: readonly AskedTerm[];
  /** The thing of which it asks which one ("which newspaper", 哪位大法官): terms of the same kind as notions. */
  focus: readonly string[];
  /** What a dictionary makes of its words, for passages in the other language. */
  translatable: readonly TranslatableTerm[];
  /** The kinds of answer that it asks for. */
  answerKinds: readonly AnswerKind[];
}

/** A word or phrase of the question and its translations, which together count as one term. */
export interface TranslatableTerm {
  /** The terms of the question that it stands for. */
  terms: readonly string[];
  translations: readonly TermTranslation[];
  /** What it counts: the single words of a phrase count less than the phrase. */
  weight: number;
}

/** One translation. */
export interface TermTranslation {
  /** The terms that a passage must hold for it. */
  terms: readonly string[];
  /** How well it fits, above 0 and at most 1. */
  quality: number;
}

/** The longest phrases that are looked up: English ones in words, Chinese ones in characters. */
const PHRASE_WORDS = 3;
const PHRASE_CHARACTERS = 8;
/** What the single words of a phrase count beside it. */
const PART_WEIGHT = 0.5;
/** A lone Chinese character has every meaning of every word it is in. */
const LONE_WEIGHT = 0.5;

const QUESTION_PHRASE = new RegExp(
  [...CHINESE_QUESTION_PHRASES, ...ENGLISH_QUESTION_PHRASES].join('|'),
  'gu',
);

/** "Which" or "what", the noun with what stands before it, and the word that ends the noun phrase. */
const ENGLISH_FOCUS =
  /\b(?:which|what)\s+((?:[a-z'-]+\s+){0,3}?[a-z'-]+)\s+(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|may|might|must|of|in|on|for|to|from|with|at|by|about|that|who)\b/u;
/** Words that can follow "which" or "what" and are no noun. */
const NO_FOCUS = new Set([
  'is',
  'are',
  'was',
  'were',
  'do',
  'does',
  'did',
  'else',
  'exactly',
  'kind',
  'type',
  'sort',
  'other',
  'one',
  'ones',
  'thing',
  'things',
  'way',
  'happens',
  'happened',
  's',
  "'s",
]);
const CHINESE_FOCUS =
  /(?:哪(?:一|几|两|些)?(?:个|位|家|些|种|类|项|条|所|座|款|套|份|国)?|(?<!为)什么样的|(?<!为)什么)(\p{Script=Han}+)/gu;
/** Nouns that ask about anything: a passage need not say them. */
const CHINESE_NO_FOCUS = new Set(
  '影响 关系 作用 意义 区别 好处 坏处 原因 理由 时候 时间 意思 问题 看法 办法 方法 情况 东西 事情 地方'.split(
    ' ',
  ),
);

/** The head of the noun phrase after "which", "what", 哪 or 什么; empty where a verb follows. */
function focusOf(normalised: string): string[] {
  const phrase = ENGLISH_FOCUS.exec(normalised)?.[1]?.split(/\s+/) ?? [];
  const head = phrase.some((word) => NO_FOCUS.has(word)) ? undefined : phrase.at(-1);
  const chinese = Array.from(normalised.matchAll(CHINESE_FOCUS), ([, after = '']) => words(after)[0] ?? '');
  return [
    ...(head ? words(head) : []),
    ...chinese.filter((word) => word.length > 1 && !CHINESE_NO_FOCUS.has(word)),
  ];
}

/** What it takes to understand a question besides its text. */
export interface Understanding {
  /** The notions declared for the passages. */
  terms: Terms;
  dictionary: Dictionary;
  /** The question with its capitals, where the text has lost them. */
  asWritten?: string | undefined;
  /** The passages are a meeting's turns: words that every meeting has leave the question too. */
  isConversation?: boolean;
}

const STEMMED_CONVERSATION_STOP_WORDS = new Set([...CONVERSATION_STOP_WORDS].flatMap(words));

/** Cuts a question into terms. Empty lists where nothing but stop words and signs is left. */
export function understand(
  question: string,
  { terms, dictionary, asWritten = question, isConversation = false }: Understanding,
): Question {
  const normalised = normalise(question);
  const asked = normalised.replace(QUESTION_PHRASE, ' ');
  const { rest, tokens } = terms.take(normalised);
  const names = capitalised(asWritten);
  const left = askedTermsIn(rest.replace(QUESTION_PHRASE, ' '));
  const found = [
    ...tokens.map((term) => ({ term, isName: true })),
    ...left.map((term) => ({ term, isName: names.has(term) || /\d/.test(term) })),
  ];
  const notStopWords = words(asked).filter((word) => !isStopWord(word));
  const telling = notStopWords.filter(
    (word) => !(isConversation && STEMMED_CONVERSATION_STOP_WORDS.has(word)),
  );
  // A sign stands for each phrase, so that no pair spans it.
  const grams = gramsOf(cutTerms(normalised.replace(QUESTION_PHRASE, ',')).termText);
  const pairs = unique(bigrams(asked).filter((pair) => !CHINESE_STOP_WORDS.has(pair)));
  return {
    isBlank: tokens.length === 0 && notStopWords.length === 0 && !pairs.some(isTelling),
    words: unique([...tokens, ...telling]),
    bigrams: pairs,
    latin: unique(
      latinWords(asked).filter(
        (word) => !ENGLISH_STOP_WORDS.has(word) && !(isConversation && CONVERSATION_STOP_WORDS.has(word)),
      ),
    ),
    grams: {
      singles: unique(grams.singles.filter((single) => !CHINESE_STOP_WORDS.has(single))),
      pairs: unique(grams.pairs),
    },
    askedTerms: [...new Map(found.map((asked) => [asked.term, asked])).values()],
    translatable: [...translatableEnglish(telling, dictionary), ...translatableChinese(asked, dictionary)],
    focus: focusOf(normalised).filter((term) => !isStopWord(term)),
    answerKinds: kindsAskedFor(normalised),
  };
}

/** Whether a pair of Chinese characters is more than two stop words. */
function isTelling(pair: string): boolean {
  return Array.from(pair).some((character) => !CHINESE_STOP_WORDS.has(character));
}

/** Translations of a question's Latin words, phrases first: "export control" is not "export" and "control". */
function translatableEnglish(telling: readonly string[], dictionary: Dictionary): TranslatableTerm[] {
  const found: TranslatableTerm[] = [];
  const add = (terms: readonly string[], weight: number) => {
    const translations = dictionary.chineseFor(terms.join(' ')).map(({ text, quality }) => ({
      terms: [text],
      quality: text.length === 1 ? quality * LONE_WEIGHT : quality,
    }));
    if (translations.length > 0) found.push({ terms, translations, weight });
    return translations.length > 0;
  };
  for (let at = 0; at < telling.length; ) {
    let length = Math.min(PHRASE_WORDS, telling.length - at);
    while (length > 1 && !add(telling.slice(at, at + length), 1)) length--;
    for (const word of telling.slice(at, at + length)) {
      if (!hasHan(word)) add([word], length > 1 ? PART_WEIGHT : 1);
    }
    at += length;
  }
  return found;
}

/** Translations of a question's Chinese, the longest words first. */
function translatableChinese(asked: string, dictionary: Dictionary): TranslatableTerm[] {
  const found: TranslatableTerm[] = [];
  for (const [run] of asked.matchAll(/\p{Script=Han}+/gu)) {
    for (let at = 0; at < run.length; ) {
      let length = Math.min(PHRASE_CHARACTERS, run.length - at);
      while (length > 1 && dictionary.englishFor(run.slice(at, at + length)).length === 0) length--;
      const word = run.slice(at, at + length);
      const translations = CHINESE_STOP_WORDS.has(word)
        ? []
        : dictionary
            .englishFor(word)
            .map(({ text, quality }) => ({
              terms: text.split(' ').filter((word) => !isStopWord(word)),
              quality,
            }))
            .filter(({ terms }) => terms.length > 0);
      if (translations.length > 0) {
        found.push({ terms: [word, ...bigrams(word)], translations, weight: length === 1 ? LONE_WEIGHT : 1 });
      }
      at += length;
    }
  }
  return found;
}

/** The stems of words that a question writes with a capital inside a sentence, as English writes names. */
function capitalised(question: string): Set<string> {
  const inside = question.matchAll(/\p{Lu}(?<=[\p{L}\p{N},;:'"”’)]\s+["“(]?\p{Lu})[\p{L}\p{N}'’-]*/gu);
  return new Set(Array.from(inside, ([word]) => word).flatMap((word) => words(normalise(word))));
}

function askedTermsIn(asked: string): string[] {
  const found: string[] = [];
  let lone = '';
  const endLone = () => {
    if (lone.length > 1) found.push(lone);
    lone = '';
  };
  for (const { segment, parts } of wordSegments(asked)) {
    const isLone = isLoneHan(segment) && !CHINESE_STOP_WORDS.has(segment);
    if (isLone) {
      lone += segment;
    } else {
      endLone();
      found.push(...parts.filter((word) => !isStopWord(word) && !isLoneHan(word)));
    }
  }
  endLone();
  return found;
}

function isLoneHan(word: string): boolean {
  return word.length === 1 && hasHan(word);
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
