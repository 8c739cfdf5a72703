import type { NotionFinder } from '../language/notions.ts';
import { withoutNumbers } from '../language/numbers.ts';
import { sentences } from '../language/sentences.ts';
import { bigrams, hasHan, normalise } from '../language/text.ts';
import { ANSWER_KINDS, type AnswerKind, kindsIn } from './answer-kinds.ts';
import type { SearchDocument } from './document.ts';
import { alongside, gramsOf, joinTermTexts, type TermText, tokenise } from './term-text.ts';

/** The trait of a passage whose own text contains Chinese. */
export const CHINESE = 1 << ANSWER_KINDS.length;

/** The trait of a passage that contains a kind of answer: a bit in its `IndexStats.traits`. */
export function traitOf(kind: AnswerKind): number {
  return 1 << ANSWER_KINDS.indexOf(kind);
}

/** What the index keeps of a passage. */
export interface KeptPassage {
  /** Its text and translation, a sentence on each line. */
  termText: TermText;
  /** Its text and translation as `normalise` returns them, and its cues: a notion that it has is in there. */
  normalised: string;
  /** How many different words its text has. */
  wordCount: number;
  /** One bit for each kind of answer that it contains, and one for Chinese (see `traitOf`). */
  traits: number;
}

/** A passage, analysed. */
export interface AnalysedPassage extends Omit<KeptPassage, 'wordCount'> {
  /** The sentences of its text. */
  source: readonly AnalysedText[];
  /** The sentences of its translation. */
  translation: readonly AnalysedText[];
  /** The tokens of the notions in its text. */
  tokens: readonly string[];
}

/** Analyses a passage sentence by sentence. */
export function analysePassage(passage: SearchDocument, notionFinder: NotionFinder): AnalysedPassage {
  const texts = sentenceTexts(passage.text);
  const source = texts.map((text) => analyse(text, notionFinder));
  const translation = sentenceTexts(passage.translation ?? '').map((text) => analyse(text, notionFinder));
  const sourceTexts = source.map(withTokens);
  const translationTexts = translation.map(withTokens);
  const isAligned = source.length === translation.length;
  const sentences = [...source, ...translation].map(({ normalised }) => normalised).join('\n');
  const whole = wholeOf(passage.text, texts, source);
  const kinds = kindsIn(sentences);
  return {
    source,
    translation,
    // The name of a notion may run over two sentences.
    tokens: notionFinder.tokensIn(whole),
    termText: isAligned
      ? joinTermTexts(sourceTexts.map((sentence, at) => alongside(sentence, translationTexts[at] ?? '')))
      : joinTermTexts(sourceTexts, translationTexts),
    normalised: source.length === 1 ? sentences : `${whole}\n${sentences}`,
    traits: [...kinds].reduce((traits, kind) => traits | traitOf(kind), hasHan(passage.text) ? CHINESE : 0),
  };
}

function sentenceTexts(text: string): string[] {
  return sentences(text).map(({ start, end }) => text.slice(start, end));
}

/** Chinese characters, ASCII, and marks that are replaced one by one. */
const SIMPLE = /^[\u4E00-\u9FFF\n -~\u3001\u3002\u2026\u2014\u201C\u201D\u3008-\u3011\uFF01-\uFF1F]*$/;
const ENDS_IN_WORD = /[\p{L}\p{N}]$/u;

/** A text as `normalise` returns it: simple sentences side by side give the same, which takes no time. */
function wholeOf(text: string, texts: readonly string[], analysed: readonly AnalysedText[]): string {
  const isSimple =
    SIMPLE.test(text) &&
    texts.every((sentence, at) => at + 1 === texts.length || !ENDS_IN_WORD.test(sentence));
  return isSimple ? analysed.map(({ normalised }) => normalised).join('') : normalise(text);
}

function withTokens({ termText, joined, tokens }: AnalysedText): TermText {
  if (joined.length === 0 && tokens.length === 0) return termText;
  return alongside(termText, ...[...joined, ...tokens].map((token) => ` ${token} `));
}

/** A sentence, a cue or a question, analysed. */
export interface AnalysedText {
  /** As `normalise` returns it. */
  normalised: string;
  /** As the function `words` returns them. */
  words: string[];
  /** Its hyphenated words as one. */
  joined: string[];
  /** Of its notions. */
  tokens: string[];
  termText: TermText;
}

function analyse(text: string, notionFinder: NotionFinder): AnalysedText {
  const normalised = normalise(text);
  return { normalised, ...tokenise(normalised), tokens: notionFinder.tokensIn(normalised) };
}

/** The Chinese bigrams of a normalised text, but for those of characters that write a number. */
export function bigramsIn(normalised: string): string[] {
  return hasHan(normalised) ? bigrams(withoutNumbers(normalised)) : [];
}

/**
 * The terms of a passage's hints: its cues, and the moderator's question that it answers. Only curated
 * passages have any.
 */
export interface SearchHints {
  /** One set for each cue. */
  cueTerms: readonly ReadonlySet<string>[];
  questionTerms: ReadonlySet<string>;
  /** The union of all these sets. */
  terms: ReadonlySet<string>;
}

/** Gathers the terms of a passage's cues and of the question that it answers. */
export function searchHintsOf(
  cueTerms: readonly ReadonlySet<string>[],
  questionTerms: ReadonlySet<string> = new Set(),
): SearchHints {
  return {
    cueTerms,
    questionTerms,
    terms: new Set([questionTerms, ...cueTerms].flatMap((terms) => [...terms])),
  };
}

/** A cue, or the question that a passage answers, analysed. */
export interface AnalysedHint {
  /** As `normalise` returns it. */
  normalised: string;
  /** Words and Chinese bigrams, repeated as often as they occur. In texts so short, bigrams help and cost nothing. */
  searched: string[];
  /** The tokens of its notions. */
  tokens: string[];
  /** Every term: words, bigrams, tokens, single units and pairs of units. */
  terms: Set<string>;
}

/** Analyses a cue, or the question that a passage answers. */
export function analyseHint(text: string, notionFinder: NotionFinder): AnalysedHint {
  const { normalised, words, joined, tokens, termText } = analyse(text, notionFinder);
  const pairs = bigramsIn(normalised);
  const grams = gramsOf(termText);
  return {
    normalised,
    searched: [...words, ...joined, ...pairs],
    tokens,
    terms: new Set([...words, ...joined, ...pairs, ...tokens, ...grams.singles, ...grams.pairs]),
  };
}

/** Joins hints into the terms of a field, in which a notion counts once, however many of them mention it. */
export function joinHints(hints: readonly AnalysedHint[]): string[] {
  const tokens = new Set(hints.flatMap((hint) => hint.tokens));
  return [...hints.flatMap(({ searched }) => searched), ...tokens];
}
