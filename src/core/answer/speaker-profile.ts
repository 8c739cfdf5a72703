import type { Localised } from '../language/locale.ts';
import { type Notion, termsOf } from '../language/notions.ts';
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
import { fullThoughts, leansBack } from '../passages/self-contained.ts';
import { BASES, type Basis, hasSpeaker, type Speaker } from '../transcript/transcript.ts';

/** How many passages there are of each basis. */
export type BasisCounts = Readonly<Record<Basis, number>>;

/** How much one speaker says. */
export interface SpeakerShare {
  speaker: Speaker;
  counts: BasisCounts;
  /** How many passages carry the name. */
  passages: number;
  /** Of the characters of all passages that carry a name, 0 to 1. */
  share: number;
}

/** How many passages of each basis are among these. */
export function countBases(passages: readonly Passage[]): BasisCounts {
  const count = (basis: Basis) => passages.filter((passage) => passage.basis === basis).length;
  return Object.fromEntries(BASES.map((basis) => [basis, count(basis)])) as Record<Basis, number>;
}

/**
 * How much each speaker says, who says most first. What is `unknown` or `editorial` is nobody's, and not in the whole
 * of which a share is told either.
 */
export function sharesOf(passages: readonly Passage[], speakers: readonly Speaker[]): SpeakerShare[] {
  const attributed = passages.filter(({ basis }) => hasSpeaker(basis));
  const total = charactersOf(attributed);
  return speakers
    .map((speaker) => {
      const own = passagesBy(attributed, speaker);
      const share = total === 0 ? 0 : charactersOf(own) / total;
      return { speaker, counts: countBases(own), passages: own.length, share };
    })
    .sort((a, b) => b.share - a.share);
}

/** The passages that carry a speaker's name, likely ones too. */
export function passagesBy(passages: readonly Passage[], speaker: Speaker): Passage[] {
  return passages.filter((passage) => hasSpeaker(passage.basis) && passage.speaker?.name === speaker.name);
}

function charactersOf(passages: readonly Passage[]): number {
  return passages.reduce((total, { text }) => total + text.length, 0);
}

/** Something that passages speak of, and how to find it in a text. */
interface Candidate {
  shown: Localised;
  isIn: (text: string) => boolean;
}

/**
 * What sets a speaker's passages apart from those of the other speakers, most telling first: notions declared for the
 * seminars, or words of the source where none are.
 * @param count the most terms
 */
export function characteristicTerms(
  passages: readonly Passage[],
  speaker: Speaker,
  count: number,
): Localised[] {
  return candidatesFor(passages, speaker, count).map(({ shown }) => shown);
}

/** What was found for a speaker, by the first of their passages: it changes only with the corpus. */
const found = new WeakMap<Passage, { among: number; candidates: Candidate[] }>();

function candidatesFor(passages: readonly Passage[], speaker: Speaker, count: number): Candidate[] {
  const own = passagesBy(passages, speaker);
  const [first] = own;
  if (!first) return [];
  const known = found.get(first);
  if (known?.among === passages.length) return known.candidates.slice(0, count);
  const others = passages.filter((passage) => hasSpeaker(passage.basis) && !own.includes(passage));
  const declared = notionCandidates(own);
  // What a curator declared reads better than any word, and in every language.
  const candidates = mostTelling(declared.length > 0 ? declared : wordCandidates(own), own, others);
  found.set(first, { among: passages.length, candidates });
  return candidates.slice(0, count);
}

/** Fewer passages than these may hold a term by chance. */
const TELLING_PASSAGES = 2;
/** Below this (and the first seminar's largest is 9) a term is about as frequent elsewhere. */
const LEAST_SURPRISE = 0.5;

function mostTelling(
  candidates: readonly Candidate[],
  own: readonly Passage[],
  others: readonly Passage[],
): Candidate[] {
  const holding = (passages: readonly Passage[], { isIn }: Candidate) =>
    passages.filter(({ text }) => isIn(text)).length;
  return candidates
    .map((candidate) => ({ candidate, held: holding(own, candidate), elsewhere: holding(others, candidate) }))
    .filter(({ held }) => held >= TELLING_PASSAGES)
    .map(({ candidate, held, elsewhere }) => ({
      candidate,
      surprise: surprise({ held, of: own.length }, { held: elsewhere, of: others.length }),
    }))
    .filter(({ surprise }) => surprise > LEAST_SURPRISE)
    .sort((a, b) => b.surprise - a.surprise)
    .map(({ candidate }) => candidate);
}

/**
 * Dunning's log-likelihood ratio (1993): how surprising it is that so many of the first passages hold a term, where
 * so many of the others do; 0 where it is no more frequent among the first.
 */
function surprise(first: { held: number; of: number }, others: { held: number; of: number }): number {
  const rate = (first.held + others.held) / (first.of + others.of);
  const part = ({ held, of }: { held: number; of: number }) =>
    held === 0 ? 0 : held * Math.log(held / (of * rate));
  return first.held / first.of > rate ? 2 * (part(first) + part(others)) : 0;
}

function notionCandidates(own: readonly Passage[]): Candidate[] {
  const notions = [...new Set(own.map(({ transcript }) => transcript))].flatMap(({ notions }) => notions);
  const terms = termsOf(notions);
  const tokensOf = remembered((text) => new Set(terms.tokensIn(normalise(text))));
  const byToken = new Map(notions.map((notion) => [terms.tokensIn(normalise(notion[0] ?? ''))[0], notion]));
  return [...byToken].flatMap(([token, notion]) =>
    token === undefined
      ? []
      : [{ shown: shownForms(notion, own), isIn: (text: string) => tokensOf(text).has(token) }],
  );
}

/** A notion in each language: as the source prints it where that is the language, else the first form in it. */
function shownForms(forms: Notion, own: readonly Passage[]): Localised {
  const printed = (isChinese: boolean) =>
    forms.find((form) =>
      own.some(
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

/** Whether a form has characters or words of Taiwan: 晶片 looks Simplified and is 芯片 there. */
function isTaiwanese(form: string): boolean {
  return hasHan(form) && normalise(form) !== form.normalize('NFKC').toLowerCase();
}

/** Words as they stand in the source: two Chinese characters or more, or three Latin letters. */
function wordCandidates(own: readonly Passage[]): Candidate[] {
  const tells = (word: string) =>
    word.length > (hasHan(word) ? 1 : 2) && !wordsOf(normalise(word)).every(isStopWord);
  const inText = remembered((text) => {
    const written = text.toLowerCase();
    return new Set([...chineseWords(written), ...latinWords(written)].filter(tells));
  });
  const all = new Set(own.flatMap(({ text }) => [...inText(text)]));
  return Array.from(all, (word) => ({
    shown: { en: word, 'zh-CN': word, 'zh-TW': word },
    isIn: (text) => inText(text).has(word),
  }));
}

/** Chinese words, and the pairs of lone characters side by side: ICU does not know 木桥. */
function chineseWords(text: string): string[] {
  const isLone = (word: string) => word.length === 1 && !isStopWord(word);
  const found = [...wordSegments(text)].map(({ segment }) => segment);
  const lone = found.map((segment) => (hasHan(segment) && isLone(segment) ? segment : ' ')).join('');
  return [...found.filter(hasHan), ...bigrams(lone)];
}

function remembered<T>(make: (text: string) => T): (text: string) => T {
  const made = new Map<string, T>();
  return (text) => {
    const value = made.get(text) ?? make(text);
    made.set(text, value);
    return value;
  };
}

/** What leaning back costs, in terms. */
const LEANING = 2;
/** How many terms say whether a passage speaks for its speaker. */
const REPRESENTED_TERMS = 12;
/** Of a speaker's usual length: what stands for a speaker is not short. */
const SHORTEST_SHARE = 0.6;

/**
 * Passages that stand for what a speaker says, in the order of the seminar and from different parts of it: statements
 * of some length that speak of what sets the speaker apart.
 * @param count the most excerpts; fewer where there are not so many statements
 */
export function representativeExcerpts(
  passages: readonly Passage[],
  speaker: Speaker,
  count: number,
): Excerpt[] {
  const terms = candidatesFor(passages, speaker, REPRESENTED_TERMS);
  const held = (text: string) => terms.filter(({ isIn }) => isIn(text)).length;
  const worth = ({ text }: Passage) => held(text) - (leansBack(text) ? LEANING : 0);
  const thoughts = fullThoughts(passagesBy(passages, speaker), SHORTEST_SHARE);
  const chosen: Passage[] = [];
  for (const part of inParts(thoughts, count)) {
    const last = chosen.at(-1);
    // Two that follow one another tell of one part of the seminar.
    const apart = part.filter((passage) => !last || thoughts.indexOf(passage) - thoughts.indexOf(last) > 1);
    const [best] = (apart.length > 0 ? apart : part).toSorted(
      (a, b) => worth(b) - worth(a) || b.text.length - a.text.length,
    );
    if (best) chosen.push(best);
  }
  return chosen.map((passage) => excerptOf(passage, sentenceWithMost(passage, held), 1));
}

/** Cuts a list into so many neighbouring parts of about the same size; none is empty where there are enough. */
function inParts<T>(items: readonly T[], count: number): T[][] {
  return Array.from({ length: count }, (_, part) =>
    items.slice(Math.floor((part * items.length) / count), Math.floor(((part + 1) * items.length) / count)),
  );
}

function sentenceWithMost({ text, sentences }: Passage, held: (text: string) => number): number {
  const counts = sentences.map(({ start, end }) => held(text.slice(start, end)));
  return Math.max(0, counts.indexOf(Math.max(...counts)));
}
