import type { Terms } from '../language/notions.ts';
import { sentences } from '../language/sentences.ts';
import { bigrams, hasHan, normalise } from '../language/text.ts';
import { ANSWER_KINDS, type AnswerKind, kindsIn } from './answer-kinds.ts';
import type { SearchDocument } from './document.ts';
import { alongside, cutTerms, gramsOf, joinTermTexts, type TermText } from './term-text.ts';

/** Between the words of a passage, which are cut before they reach MiniSearch. */
export const WORD_BREAK = '\n';
/** A passage's traits are bits: one for each kind of answer, in this order, and one for Chinese. */
export const KINDS = Object.keys(ANSWER_KINDS) as AnswerKind[];
export const CHINESE = 1 << KINDS.length;

/** What a passage holds besides its text: small texts of which only curated passages have any. */
export interface SearchHints {
  cueTerms: readonly ReadonlySet<string>[];
  /** The terms of the moderator's question that it answers. */
  questionTerms: ReadonlySet<string>;
  /** All of these together. */
  terms: ReadonlySet<string>;
}

/**
 * A passage as the index wants it: cut once, sentence by sentence.
 * @returns `words` to find it by; `own` and `translated`, all terms in either; `wordCount`, the different words of its text
 */
export function analysePassage(passage: SearchDocument, terms: Terms) {
  const wordsOfText: string[] = [];
  const wordsOfTranslation: string[] = [];
  const own = new Set<string>();
  const inTranslation = new Set<string>();
  const normalisedTexts: string[] = [];
  const cutSentence = (text: string, isOwn: boolean): TermText => {
    const normalised = normalise(text);
    normalisedTexts.push(normalised);
    const cut = cutTerms(normalised);
    const tokens = terms.tokensIn(normalised);
    const into = isOwn ? wordsOfText : wordsOfTranslation;
    // One by one: a sentence can be longer than what `push` takes at once.
    for (const word of cut.words) into.push(word);
    const { singles, pairs } = gramsOf(cut.termText);
    if (!isOwn) wordsOfTranslation.push(...tokens);
    for (const each of [cut.words, bigrams(normalised), tokens, singles, pairs])
      for (const term of each) (isOwn ? own : inTranslation).add(term);
    return alongside(cut.termText, ...tokens.map((token) => ` ${token} `));
  };
  const source = textsOfSentences(passage.text).map((text) => cutSentence(text, true));
  const translated = textsOfSentences(passage.translation ?? '').map((text) => cutSentence(text, false));
  const alike = source.length === translated.length;
  // A notion may stand across two sentences.
  const tokens = terms.tokensIn(normalise(passage.text));
  for (const token of tokens) own.add(token);
  return {
    words: [...wordsOfText, ...tokens, ...wordsOfTranslation],
    wordCount: new Set(wordsOfText).size,
    own,
    translated: inTranslation,
    termText: alike
      ? joinTermTexts(source.map((sentence, at) => alongside(sentence, translated[at] ?? '')))
      : joinTermTexts(source, translated),
    traits: bitsOf(kindsIn(normalisedTexts.join('\n'))) | (hasHan(passage.text) ? CHINESE : 0),
  };
}

function bitsOf(kinds: ReadonlySet<AnswerKind>): number {
  return KINDS.reduce((bits, kind, at) => (kinds.has(kind) ? bits | (1 << at) : bits), 0);
}

/** A small text, of which only curated passages have any. */
export interface AnalysedHint {
  /** Words and Chinese bigrams, as often as they stand there: here bigrams help at no cost. */
  searched: string[];
  tokens: string[];
  /** All that it holds, single units and pairs of them too. */
  terms: Set<string>;
}

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

/** Cuts a cue, or the question before a passage. */
export function analyseHint(text: string, terms: Terms): AnalysedHint {
  const normalised = normalise(text);
  const cut = cutTerms(normalised);
  const searched = [...cut.words, ...bigrams(normalised)];
  const tokens = terms.tokensIn(normalised);
  const { singles, pairs } = gramsOf(cut.termText);
  return { searched, tokens, terms: new Set([...searched, ...tokens, ...singles, ...pairs]) };
}

/** Small texts as MiniSearch gets them: a notion counts once, however often they speak of it. */
export function joinHints(cuts: readonly AnalysedHint[]): string {
  const tokens = new Set(cuts.flatMap((cut) => cut.tokens));
  return [...cuts.flatMap(({ searched }) => searched), ...tokens].join(WORD_BREAK);
}

function textsOfSentences(text: string): string[] {
  return sentences(text).map(({ start, end }) => text.slice(start, end));
}
