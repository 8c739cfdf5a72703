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
import type { Passage } from '../passages/passages.ts';
import { madeByName, madeOnce, type Steps } from '../steps.ts';
import { hasSpeaker, type Speaker, type Transcript } from '../transcript/transcript.ts';

/** The most terms that are known of a speaker: as many as decide how representative a passage is. */
const MOST_TERMS = 12;

/** A term that distinguishes a speaker's passages from those of the others. */
export interface DistinctiveTerm {
  /** Stands for the term, as `termFinderFor` finds it in a text. */
  token: string;
  /** As it is shown to readers. */
  shown: Localised;
}

/** The terms found for each speaker among some passages: they change only with the corpus. */
const termsBySpeaker = madeByName<readonly Passage[], readonly DistinctiveTerm[]>();

/**
 * The terms that distinguish a speaker's passages from those of the other speakers, most distinctive first: notions
 * declared for the seminars, or words of the source if no notions are declared. How often terms occur in a list of
 * passages is counted once.
 * @param passages those of all speakers
 * @returns at most `MOST_TERMS`
 */
export function distinctiveTermSteps(
  passages: readonly Passage[],
  speaker: Speaker,
): Steps<readonly DistinctiveTerm[]> {
  return termsBySpeaker(passages, speaker.id, () => termsOf(speaker, passages));
}

function* termsOf(speaker: Speaker, passages: readonly Passage[]): Steps<DistinctiveTerm[]> {
  const spoken = passages.filter(
    (passage) => hasSpeaker(passage.basis) && passage.speaker?.id === speaker.id,
  );
  if (spoken.length === 0) return [];
  const notions = notionsOf(spoken);
  // What a curator has declared reads better than words of the source, and in every language.
  if (notions.length === 0) {
    const everywhere = yield* wordCounts.steps(passages);
    const isCounted = (word: string) => everywhere.counts.has(word);
    const here = yield* countedIn(spoken, (text) => sourceWords(text).filter(isCounted));
    const tokens = mostDistinctive([...here.counts.keys()], here, everywhere);
    return tokens.map((token) => ({ token, shown: localised(() => token) }));
  }
  const finder = notionFinderOf(notions);
  const tokensOf = (text: string) => finder.tokensIn(normalise(text));
  const byToken = new Map(notions.map((notion) => [tokensOf(notion[0] ?? '')[0], notion]));
  const everywhere = yield* notionCounts(spoken, passages, tokensOf);
  const here = yield* countedIn(spoken, tokensOf);
  const declared = [...byToken.keys()].filter((token) => token !== undefined);
  const tokens = mostDistinctive(declared, here, everywhere);
  const shown = yield* shownForms(
    tokens.map((token) => byToken.get(token) ?? []),
    spoken,
  );
  return tokens.map((token, at) => ({ token, shown: shown[at] ?? localised(() => token) }));
}

/**
 * A function that counts which of a speaker's terms a text has.
 * @param spoken all passages of the speaker, at least one
 */
export function termFinderFor(
  spoken: readonly Passage[],
  terms: readonly DistinctiveTerm[],
): (text: string) => number {
  const notions = notionsOf(spoken);
  const finder = notions.length > 0 ? notionFinderOf(notions) : null;
  return (text) => {
    if (terms.length === 0) return 0;
    // Dividing a text into words takes most of the time.
    const written = text.toLowerCase();
    if (!finder && !terms.some(({ token }) => written.includes(token))) return 0;
    const found = new Set(finder ? finder.tokensIn(normalise(text)) : sourceWords(text));
    return terms.filter(({ token }) => found.has(token)).length;
  };
}

function notionsOf(spoken: readonly Passage[]): Notion[] {
  return [...transcriptsOf(spoken)].flatMap(({ notions }) => notions);
}

function transcriptsOf(spoken: readonly Passage[]): Set<Transcript> {
  return new Set(spoken.map(({ transcript }) => transcript));
}

/** In how many of some passages each token occurs. */
interface Counts {
  counts: ReadonlyMap<string, number>;
  /** How many passages there are. */
  total: number;
}

function* countedIn(
  passages: readonly Passage[],
  tokensOf: (text: string) => Iterable<string>,
): Steps<Counts> {
  const counts = new Map<string, number>();
  for (const { text } of passages) {
    for (const token of new Set(tokensOf(text))) counts.set(token, (counts.get(token) ?? 0) + 1);
    yield;
  }
  return { counts, total: passages.length };
}

/** A term that fewer of the speaker's passages contain may be there by chance. */
const MIN_PASSAGES = 2;

/** In how many of the passages that carry a name each word occurs that may be a term; only words of several passages. */
const wordCounts = madeOnce<readonly Passage[], Counts>(function* (passages) {
  const known = new Map<string, boolean>();
  const isTermOnce = (word: string) => {
    const is = known.get(word) ?? isTerm(word);
    known.set(word, is);
    return is;
  };
  const { counts, total } = yield* countedIn(named(passages), (text) => sourceWords(text).filter(isTermOnce));
  const frequent = new Map<string, number>();
  for (const [word, count] of counts) {
    if (count >= MIN_PASSAGES) frequent.set(word, count);
    yield;
  }
  return { counts: frequent, total };
});

function named(passages: readonly Passage[]): Passage[] {
  return passages.filter(({ basis }) => hasSpeaker(basis));
}

/** So many counts of notions are kept for a list of passages, each for the seminars of some speaker. */
const KEPT_COUNTS = 100;
const countsOfNotions = madeByName<readonly Passage[], Counts>(KEPT_COUNTS);

/** In how many of the passages that carry a name each notion occurs that is declared where a speaker speaks. */
function notionCounts(
  spoken: readonly Passage[],
  passages: readonly Passage[],
  tokensOf: (text: string) => Iterable<string>,
): Steps<Counts> {
  const seminars = JSON.stringify(Array.from(transcriptsOf(spoken), ({ id }) => id));
  return countsOfNotions(passages, seminars, () => countedIn(named(passages), tokensOf));
}

/** A term with a lower log-likelihood ratio is about as frequent elsewhere. The highest of the first seminar is 9. */
const MIN_RATIO = 0.5;

/** @param everywhere what is counted `here` included */
function mostDistinctive(tokens: readonly string[], here: Counts, everywhere: Counts): string[] {
  return tokens
    .map((token) => {
      const count = here.counts.get(token) ?? 0;
      const others = (everywhere.counts.get(token) ?? 0) - count;
      const elsewhere = { count: others, total: everywhere.total - here.total };
      return { token, count, ratio: logLikelihoodRatio({ count, total: here.total }, elsewhere) };
    })
    .filter(({ count, ratio }) => count >= MIN_PASSAGES && ratio > MIN_RATIO)
    .sort((a, b) => b.ratio - a.ratio)
    .slice(0, MOST_TERMS)
    .map(({ token }) => token);
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

/**
 * Notions in each language: the form that a source in that language prints, or else the first form in the language.
 * @param spoken where to look for what is printed
 */
function* shownForms(notions: readonly Notion[], spoken: readonly Passage[]): Steps<Localised[]> {
  const printed = { english: new Set<string>(), chinese: new Set<string>() };
  const forms = new Map(notions.flat().map((form) => [form, normalise(form)]));
  for (const { text, transcript } of spoken) {
    const found = transcript.language === 'en' ? printed.english : printed.chinese;
    const written = normalise(text);
    for (const [form, normalised] of forms) if (written.includes(normalised)) found.add(form);
    yield;
  }
  return notions.map((notion) => {
    const chinese = notion.find((form) => chineseOf(form) === 'zh-CN');
    const simplified = notion.find((form) => printed.chinese.has(form)) ?? chinese ?? notion[0] ?? '';
    const traditional = hasHan(simplified) ? notion.find(isTaiwanese) : undefined;
    const english =
      notion.find((form) => printed.english.has(form)) ?? notion.find((form) => !hasHan(form)) ?? simplified;
    return { en: english, 'zh-CN': simplified, 'zh-TW': traditional ?? simplified };
  });
}

/**
 * Whether a form uses Taiwan's characters or words. 晶片 has only Simplified characters, but mainland Chinese
 * says 芯片.
 */
function isTaiwanese(form: string): boolean {
  return hasHan(form) && normalise(form) !== form.normalize('NFKC').toLowerCase();
}

/** Whether a word may be a term: it has two Chinese characters or more, or three Latin letters, and is no stop word. */
function isTerm(word: string): boolean {
  return word.length > (hasHan(word) ? 1 : 2) && !wordsOf(normalise(word)).every(isStopWord);
}

/** Words as the source writes them, in small letters. */
function sourceWords(text: string): string[] {
  const written = text.toLowerCase();
  return hasHan(written) ? [...chineseWords(written), ...latinWords(written)] : latinWords(written);
}

/** Chinese words, and pairs of adjacent lone characters: ICU does not know 木桥. */
function chineseWords(text: string): string[] {
  const isLone = (word: string) => word.length === 1 && !isStopWord(word);
  const found = [...wordSegments(text)].map(({ segment }) => segment);
  const lone = found.map((segment) => (hasHan(segment) && isLone(segment) ? segment : ' ')).join('');
  return [...found.filter(hasHan), ...bigrams(lone)];
}
