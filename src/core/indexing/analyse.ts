import type { NotionFinder } from '../language/notions.ts';
import { withoutNumbers } from '../language/numbers.ts';
import { sentences } from '../language/sentences.ts';
import { bigrams, hasHan, normalise } from '../language/text.ts';
import { ANSWER_KINDS, type AnswerKind, kindsIn } from './answer-kinds.ts';
import type { SearchDocument } from './document.ts';
import { alongside, type Grams, gramsOf, joinTermTexts, type TermText, tokenise } from './term-text.ts';

/** Separates the words of a field for MiniSearch, which gets text that is tokenised already. */
export const WORD_BREAK = '\n';

/** The trait of a passage whose own text contains Chinese. */
export const CHINESE = 1 << ANSWER_KINDS.length;

/** The trait of a passage that contains a kind of answer: a bit in its `IndexStats.traits`. */
export function traitOf(kind: AnswerKind): number {
  return 1 << ANSWER_KINDS.indexOf(kind);
}

/**
 * Analyses a passage sentence by sentence.
 * @returns `words`, to find the passage by; `textTerms` and `translationTerms`, every term of either;
 *   `wordCount`, how many different words its text has; `termText` and `traits` as `IndexStats` keeps them
 */
export function analysePassage(passage: SearchDocument, notionFinder: NotionFinder) {
  const source = sentenceTexts(passage.text).map((text) => analyse(text, notionFinder));
  const translation = sentenceTexts(passage.translation ?? '').map((text) => analyse(text, notionFinder));
  // The name of a notion may run over two sentences.
  const passageTokens = notionFinder.tokensIn(normalise(passage.text));
  const sourceWords = source.flatMap(({ words }) => words);
  const sourceTexts = source.map(withTokens);
  const translationTexts = translation.map(withTokens);
  const isAligned = source.length === translation.length;
  const kinds = kindsIn([...source, ...translation].map(({ normalised }) => normalised).join('\n'));
  return {
    words: [
      ...sourceWords,
      ...source.flatMap(({ joined }) => joined),
      ...passageTokens,
      ...translation.flatMap(({ words, joined, tokens }) => [...words, ...joined, ...tokens]),
    ],
    wordCount: new Set(sourceWords).size,
    textTerms: termsIn(source, passageTokens),
    translationTerms: termsIn(translation),
    termText: isAligned
      ? joinTermTexts(sourceTexts.map((sentence, at) => alongside(sentence, translationTexts[at] ?? '')))
      : joinTermTexts(sourceTexts, translationTexts),
    traits: [...kinds].reduce((traits, kind) => traits | traitOf(kind), hasHan(passage.text) ? CHINESE : 0),
  };
}

function sentenceTexts(text: string): string[] {
  return sentences(text).map(({ start, end }) => text.slice(start, end));
}

function withTokens({ termText, joined, tokens }: AnalysedText): TermText {
  return alongside(termText, ...[...joined, ...tokens].map((token) => ` ${token} `));
}

/** A sentence, a cue or a question, analysed. */
interface AnalysedText {
  /** As `normalise` returns it. */
  normalised: string;
  /** As the function `words` returns them. */
  words: string[];
  /** Its hyphenated words as one. */
  joined: string[];
  /** Of its Chinese characters, but for those that write a number. */
  bigrams: string[];
  /** Of its notions. */
  tokens: string[];
  termText: TermText;
  grams: Grams;
}

function analyse(text: string, notionFinder: NotionFinder): AnalysedText {
  const normalised = normalise(text);
  const { words, joined, termText } = tokenise(normalised);
  return {
    normalised,
    words,
    joined,
    bigrams: hasHan(normalised) ? bigrams(withoutNumbers(normalised)) : [],
    tokens: notionFinder.tokensIn(normalised),
    termText,
    grams: gramsOf(termText),
  };
}

/** Every term of analysed texts: words, bigrams, tokens, single units and pairs of units. */
function termsIn(texts: readonly AnalysedText[], furtherTerms: readonly string[] = []): Set<string> {
  const found = new Set<string>();
  for (const { words, joined, bigrams, tokens, grams } of texts)
    for (const terms of [words, joined, bigrams, tokens, grams.singles, grams.pairs])
      for (const term of terms) found.add(term);
  for (const term of furtherTerms) found.add(term);
  return found;
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
  /** Words and Chinese bigrams, repeated as often as they occur. In texts so short, bigrams help and cost nothing. */
  searched: string[];
  /** The tokens of its notions. */
  tokens: string[];
  /** Every term, including single units and pairs of them. */
  terms: Set<string>;
}

/** Analyses a cue, or the question that a passage answers. */
export function analyseHint(text: string, notionFinder: NotionFinder): AnalysedHint {
  const analysed = analyse(text, notionFinder);
  const { words, joined, bigrams, tokens } = analysed;
  return { searched: [...words, ...joined, ...bigrams], tokens, terms: termsIn([analysed]) };
}

/** Joins hints into a field for MiniSearch, in which a notion counts once, however many of them mention it. */
export function joinHints(hints: readonly AnalysedHint[]): string {
  const tokens = new Set(hints.flatMap((hint) => hint.tokens));
  return [...hints.flatMap(({ searched }) => searched), ...tokens].join(WORD_BREAK);
}
