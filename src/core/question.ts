import type { Dictionary } from './dictionary.ts';
import { type Expectation, expectationsOf } from './expected.ts';
import { CHINESE_QUESTION_PHRASES, CHINESE_STOP_WORDS } from './stop-words.ts';
import type { Terms } from './terms.ts';
import { bigrams, hasHan, isStopWord, normalise, wordSegments, words } from './text.ts';

/** One thing that a question asks about. */
export interface Notion {
  /** A term of the index: a word, a stem, or the token of a declared notion. */
  term: string;
  /** A name or a number: without it a passage is about something else. */
  isName: boolean;
}

/** What a question asks about: its terms without the words that only ask, each once, in order. */
export interface Question {
  /** Words of either script, and tokens of declared notions. */
  words: readonly string[];
  bigrams: readonly string[];
  /**
   * What an answer has to hold. A declared notion is one, whatever its form; lone Chinese characters side by
   * side are one word here (ICU does not know 台积电 or 特朗普), and the rest of them are left out.
   */
  notions: readonly Notion[];
  /** What a dictionary makes of its words, for passages in the other language. */
  across: readonly Across[];
  /** The kinds of answer that it asks for. */
  expected: readonly Expectation[];
}

/** A word or phrase of the question and its translations, which together count as one term. */
export interface Across {
  /** The terms of the question that it stands for. */
  terms: readonly string[];
  /** Each translation as the terms that a passage must hold for it. */
  candidates: readonly (readonly string[])[];
}

/** The longest English phrase that is looked up, in words. */
const PHRASE_WORDS = 4;

const QUESTION_PHRASE = new RegExp(CHINESE_QUESTION_PHRASES.join('|'), 'gu');

/** What it takes to understand a question besides its text. */
export interface Understanding {
  /** The notions declared for the passages. */
  terms: Terms;
  dictionary: Dictionary;
  /** The question with its capitals, where the text has lost them. */
  asWritten?: string | undefined;
}

/** Cuts a question into terms. Empty lists where nothing but stop words and signs is left. */
export function understand(
  question: string,
  { terms, dictionary, asWritten = question }: Understanding,
): Question {
  const normalised = normalise(question);
  const asked = normalised.replace(QUESTION_PHRASE, ' ');
  const { rest, tokens } = terms.take(normalised);
  const names = capitalised(asWritten);
  const left = notionsOf(rest.replace(QUESTION_PHRASE, ' '));
  const found = [
    ...tokens.map((term) => ({ term, isName: true })),
    ...left.map((term) => ({ term, isName: names.has(term) || /\d/.test(term) })),
  ];
  const telling = words(asked).filter((word) => !isStopWord(word));
  return {
    words: unique([...tokens, ...telling]),
    bigrams: unique(bigrams(asked).filter((pair) => !CHINESE_STOP_WORDS.has(pair))),
    notions: [...new Map(found.map((notion) => [notion.term, notion])).values()],
    across: [...acrossFromEnglish(telling, dictionary), ...acrossFromChinese(notionsOf(asked), dictionary)],
    expected: expectationsOf(normalised),
  };
}

/** Translations of a question's Latin words, phrases first: "export control" is not "export" and "control". */
function acrossFromEnglish(telling: readonly string[], dictionary: Dictionary): Across[] {
  const found: Across[] = [];
  for (let at = 0; at < telling.length; ) {
    let taken = 1;
    for (let length = Math.min(PHRASE_WORDS, telling.length - at); length > 0; length--) {
      const phrase = telling.slice(at, at + length);
      const candidates = phrase.some(hasHan) ? [] : dictionary.chineseFor(phrase.join(' '));
      if (candidates.length === 0) continue;
      found.push({ terms: phrase, candidates: candidates.map(bigrams) });
      taken = length;
      break;
    }
    at += taken;
  }
  return found;
}

function acrossFromChinese(notions: readonly string[], dictionary: Dictionary): Across[] {
  return notions.filter(hasHan).flatMap((word) => {
    const candidates = dictionary.englishFor(word).map((phrase) => phrase.split(' '));
    return candidates.length > 0 ? [{ terms: [word, ...bigrams(word)], candidates }] : [];
  });
}

/** The stems of words that a question writes with a capital inside a sentence, as English writes names. */
function capitalised(question: string): Set<string> {
  const inside = question.matchAll(/(?<=[\p{L}\p{N},;:'"”’)]\s+["“(]?)\p{Lu}[\p{L}\p{N}'’-]*/gu);
  return new Set(Array.from(inside, ([word]) => word).flatMap((word) => words(normalise(word))));
}

function notionsOf(asked: string): string[] {
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
