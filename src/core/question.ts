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
  /** The kinds of answer that it asks for. */
  expected: readonly Expectation[];
}

const QUESTION_PHRASE = new RegExp(CHINESE_QUESTION_PHRASES.join('|'), 'gu');

/**
 * Cuts a question into terms. Empty lists where nothing but stop words and signs is left.
 * @param asWritten the question with its capitals, where `question` has lost them
 */
export function understand(question: string, terms: Terms, asWritten = question): Question {
  const normalised = normalise(question);
  const asked = normalised.replace(QUESTION_PHRASE, ' ');
  const { rest, tokens } = terms.take(normalised);
  const names = capitalised(asWritten);
  const found = [
    ...tokens.map((term) => ({ term, isName: true })),
    ...notionsOf(rest.replace(QUESTION_PHRASE, ' ')).map((term) => ({
      term,
      isName: names.has(term) || /\d/.test(term),
    })),
  ];
  return {
    words: unique([...tokens, ...words(asked).filter((word) => !isStopWord(word))]),
    bigrams: unique(bigrams(asked).filter((pair) => !CHINESE_STOP_WORDS.has(pair))),
    notions: [...new Map(found.map((notion) => [notion.term, notion])).values()],
    expected: expectationsOf(normalised),
  };
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
