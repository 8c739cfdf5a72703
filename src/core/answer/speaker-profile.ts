import { type Localised, localised } from '../language/locale.ts';
import { type Notion, notionFinderOf } from '../language/notions.ts';
import {
  bigrams,
  chineseOf,
  hasHan,
  isStopWord,
  latinWords,
  normalise,
  wordSegments,
  words as wordsOf,
} from '../language/text.ts';
import { type Excerpt, excerptOf } from '../passages/excerpt.ts';
import type { Passage } from '../passages/passages.ts';
import { fullThoughts, opensMidThought } from '../passages/self-contained.ts';
import { BASES, type Basis, hasSpeaker, type Speaker } from '../transcript/transcript.ts';

/** The number of passages of each basis. */
export type BasisCounts = Readonly<Record<Basis, number>>;

/** How much of what is said is one speaker's. */
export interface SpeakerShare {
  speaker: Speaker;
  counts: BasisCounts;
  /** How many passages carry the speaker's name. */
  passages: number;
  /** The share of all characters in passages that carry a name, 0 to 1. */
  share: number;
}

/** Counts passages by basis; every basis is in the result. */
export function countBases(passages: readonly Pick<Passage, 'basis'>[]): BasisCounts {
  const count = (basis: Basis) => passages.filter((passage) => passage.basis === basis).length;
  return Object.fromEntries(BASES.map((basis) => [basis, count(basis)])) as Record<Basis, number>;
}

/**
 * How much each speaker says, most first. Passages that are `unknown` or `editorial` belong to nobody, and
 * are not part of the whole either.
 */
export function sharesOf(passages: readonly Passage[], speakers: readonly Speaker[]): SpeakerShare[] {
  const attributed = passages.filter(({ basis }) => hasSpeaker(basis));
  const total = charactersOf(attributed);
  return speakers
    .map((speaker) => {
      const spoken = passagesBy(attributed, speaker);
      const share = total === 0 ? 0 : charactersOf(spoken) / total;
      return { speaker, counts: countBases(spoken), passages: spoken.length, share };
    })
    .sort((a, b) => b.share - a.share);
}

/** The passages that carry a speaker's name, including those where it is only likely. */
export function passagesBy(passages: readonly Passage[], speaker: Speaker): Passage[] {
  return passages.filter((passage) => hasSpeaker(passage.basis) && passage.speaker?.id === speaker.id);
}

function charactersOf(passages: readonly Passage[]): number {
  return passages.reduce((total, { text }) => total + text.length, 0);
}

/** A term that may be characteristic of a speaker. */
interface CandidateTerm {
  /** As it is shown to readers. */
  shown: Localised;
  isIn: (text: string) => boolean;
}

/**
 * The terms that distinguish a speaker's passages from those of the other speakers, most distinctive first:
 * notions declared for the seminars, or words of the source if no notions are declared.
 * @param passages those of all speakers
 * @param count the most terms
 */
export function characteristicTerms(
  passages: readonly Passage[],
  speaker: Speaker,
  count: number,
): Localised[] {
  return distinctiveTerms(passages, speaker, count).map(({ shown }) => shown);
}

/** The terms found for each speaker, by the speaker's first passage: they change only with the corpus. */
const knownTerms = new WeakMap<Passage, { passageCount: number; terms: CandidateTerm[] }>();

function distinctiveTerms(passages: readonly Passage[], speaker: Speaker, count: number): CandidateTerm[] {
  const spoken = passagesBy(passages, speaker);
  const [first] = spoken;
  if (!first) return [];
  const known = knownTerms.get(first);
  if (known?.passageCount === passages.length) return known.terms.slice(0, count);
  const others = passages.filter((passage) => hasSpeaker(passage.basis) && !spoken.includes(passage));
  const declared = declaredTerms(spoken);
  // What a curator has declared reads better than words of the source, and in every language.
  const terms = mostDistinctive(declared.length > 0 ? declared : sourceTerms(spoken), spoken, others);
  knownTerms.set(first, { passageCount: passages.length, terms });
  return terms.slice(0, count);
}

/** A term that fewer of the speaker's passages contain may be there by chance. */
const MIN_PASSAGES = 2;
/** A term with a lower log-likelihood ratio is about as frequent elsewhere. The highest of the first seminar is 9. */
const MIN_RATIO = 0.5;

function mostDistinctive(
  terms: readonly CandidateTerm[],
  spoken: readonly Passage[],
  others: readonly Passage[],
): CandidateTerm[] {
  const frequencyIn = (passages: readonly Passage[], { isIn }: CandidateTerm): Frequency => ({
    count: passages.filter(({ text }) => isIn(text)).length,
    total: passages.length,
  });
  return terms
    .map((term) => ({ term, here: frequencyIn(spoken, term), elsewhere: frequencyIn(others, term) }))
    .filter(({ here }) => here.count >= MIN_PASSAGES)
    .map(({ term, here, elsewhere }) => ({ term, ratio: logLikelihoodRatio(here, elsewhere) }))
    .filter(({ ratio }) => ratio > MIN_RATIO)
    .sort((a, b) => b.ratio - a.ratio)
    .map(({ term }) => term);
}

/** In how many passages of a total a term occurs. */
interface Frequency {
  count: number;
  total: number;
}

/**
 * Dunning's log-likelihood ratio (1993): how surprising it is that a term is so frequent here, given its
 * frequency elsewhere. 0 if it is no more frequent here.
 */
function logLikelihoodRatio(here: Frequency, elsewhere: Frequency): number {
  const rate = (here.count + elsewhere.count) / (here.total + elsewhere.total);
  const part = ({ count, total }: Frequency) => (count === 0 ? 0 : count * Math.log(count / (total * rate)));
  return here.count / here.total > rate ? 2 * (part(here) + part(elsewhere)) : 0;
}

function declaredTerms(spoken: readonly Passage[]): CandidateTerm[] {
  const notions = [...new Set(spoken.map(({ transcript }) => transcript))].flatMap(({ notions }) => notions);
  const finder = notionFinderOf(notions);
  const tokensOf = memoised((text) => new Set(finder.tokensIn(normalise(text))));
  const byToken = new Map(notions.map((notion) => [finder.tokensIn(normalise(notion[0] ?? ''))[0], notion]));
  return [...byToken].flatMap(([token, notion]) =>
    token === undefined
      ? []
      : [{ shown: shownForms(notion, spoken), isIn: (text: string) => tokensOf(text).has(token) }],
  );
}

/**
 * A notion in each language: the form that a source in that language prints, or else the first form in the
 * language.
 */
function shownForms(forms: Notion, spoken: readonly Passage[]): Localised {
  const printed = (isChinese: boolean) =>
    forms.find((form) =>
      spoken.some(
        ({ text, transcript }) =>
          (transcript.language !== 'en') === isChinese && normalise(text).includes(normalise(form)),
      ),
    );
  const chinese = forms.find((form) => chineseOf(form) === 'zh-CN');
  const simplified = printed(true) ?? chinese ?? forms[0] ?? '';
  const traditional = hasHan(simplified) ? forms.find(isTaiwanese) : undefined;
  const english = printed(false) ?? forms.find((form) => !hasHan(form)) ?? simplified;
  return { en: english, 'zh-CN': simplified, 'zh-TW': traditional ?? simplified };
}

/**
 * Whether a form uses Taiwan's characters or words. 晶片 has only Simplified characters, but mainland Chinese
 * says 芯片.
 */
function isTaiwanese(form: string): boolean {
  return hasHan(form) && normalise(form) !== form.normalize('NFKC').toLowerCase();
}

/** Words as the source writes them: of two Chinese characters or more, or three Latin letters or more. */
function sourceTerms(spoken: readonly Passage[]): CandidateTerm[] {
  const isTerm = (word: string) =>
    word.length > (hasHan(word) ? 1 : 2) && !wordsOf(normalise(word)).every(isStopWord);
  const termsIn = memoised((text) => {
    const written = text.toLowerCase();
    return new Set([...chineseWords(written), ...latinWords(written)].filter(isTerm));
  });
  const all = new Set(spoken.flatMap(({ text }) => [...termsIn(text)]));
  return Array.from(all, (word) => ({
    shown: localised(() => word),
    isIn: (text) => termsIn(text).has(word),
  }));
}

/** Chinese words, and pairs of adjacent lone characters: ICU does not know 木桥. */
function chineseWords(text: string): string[] {
  const isLone = (word: string) => word.length === 1 && !isStopWord(word);
  const found = [...wordSegments(text)].map(({ segment }) => segment);
  const lone = found.map((segment) => (hasHan(segment) && isLone(segment) ? segment : ' ')).join('');
  return [...found.filter(hasHan), ...bigrams(lone)];
}

function memoised<T>(compute: (text: string) => T): (text: string) => T {
  const results = new Map<string, T>();
  return (text) => {
    const result = results.get(text) ?? compute(text);
    results.set(text, result);
    return result;
  };
}

/** What it costs a passage to open mid-thought, in terms. */
const MID_THOUGHT_COST = 2;
/** How many of a speaker's terms decide how representative a passage is. */
const REPRESENTED_TERMS = 12;
/** A representative passage has at least this share of the mean length of the speaker's statements. */
const MIN_LENGTH_SHARE = 0.6;

/**
 * Excerpts that represent what a speaker says, in seminar order and from different parts of the seminar:
 * statements of some length that contain the speaker's characteristic terms.
 * @param passages those of all speakers
 * @param count the most excerpts; there are fewer if the speaker makes fewer statements
 * @throws Error if an excerpt is not verbatim in its source, which cannot happen with a checked corpus
 */
export function representativeExcerpts(
  passages: readonly Passage[],
  speaker: Speaker,
  count: number,
): Excerpt[] {
  const terms = distinctiveTerms(passages, speaker, REPRESENTED_TERMS);
  const termCount = (text: string) => terms.filter(({ isIn }) => isIn(text)).length;
  const worth = ({ text }: Passage) => termCount(text) - (opensMidThought(text) ? MID_THOUGHT_COST : 0);
  const thoughts = fullThoughts(passagesBy(passages, speaker), MIN_LENGTH_SHARE);
  const chosen: Passage[] = [];
  for (const part of inParts(thoughts, count)) {
    const last = chosen.at(-1);
    // Two adjacent passages would represent the same part of the seminar.
    const apart = part.filter((passage) => !last || thoughts.indexOf(passage) - thoughts.indexOf(last) > 1);
    const [best] = (apart.length > 0 ? apart : part).toSorted(
      (a, b) => worth(b) - worth(a) || b.text.length - a.text.length,
    );
    if (best) chosen.push(best);
  }
  return chosen.map((passage) => excerptOf(passage, sentenceWithMost(passage, termCount), 1));
}

/** Splits a list into consecutive parts of about equal size; none is empty if there are enough items. */
function inParts<T>(items: readonly T[], count: number): T[][] {
  return Array.from({ length: count }, (_, part) =>
    items.slice(Math.floor((part * items.length) / count), Math.floor(((part + 1) * items.length) / count)),
  );
}

function sentenceWithMost({ text, sentences }: Passage, countIn: (text: string) => number): number {
  const counts = sentences.map(({ start, end }) => countIn(text.slice(start, end)));
  return Math.max(0, counts.indexOf(Math.max(...counts)));
}
