import type { SearchResult } from 'minisearch';
import { type Dictionary, NO_DICTIONARY } from './dictionary.ts';
import { type Across, type Candidate, type Notion, type Question, understand } from './question.ts';
import {
  type IndexedDocument,
  inverseFrequency,
  type SearchDocument,
  type SearchIndex,
} from './search-index.ts';
import type { Talk } from './talk.ts';
import { bigrams, hasHan, isStopWord } from './text.ts';
import {
  ABSENT_NAME_FACTOR,
  CUE_EVIDENCE,
  CUE_HELD,
  DICTIONARY_HELD,
  FOREIGN_FACTOR,
  FRAGMENT_WEIGHT,
  NAME_WEIGHT,
  SETTINGS,
  type Settings,
  TALK,
  UNFOCUSED_FACTOR,
  UNMET_FACTOR,
} from './tuning.ts';

export interface Query {
  question: string;
  /** The question with its capitals, where `question` has lost them. */
  asWritten?: string | undefined;
  /** Only passages of this speaker (canonical name): never one without a named speaker. Null: only those without. */
  speaker?: string | null | undefined;
  /** Only passages of this seminar. */
  seminar?: string | undefined;
  /** In a talk: the speakers whose turns come first, where several are as good. */
  prefer?: readonly string[] | undefined;
}

export interface Hit {
  /** The passage's id. */
  id: string;
  /** Above 0; only the order within one question means anything. */
  score: number;
  /** How much of what the question asks the passage holds, from 0; 1 is all of it. */
  coverage: number;
  /** Which sentence of the passage holds most of the question, from 0; null where none holds any of it. */
  sentence: number | null;
}

/**
 * Ranks passages for a question, best first: speakers' passages, then the publisher's commentary. Whether the
 * best is good enough to show is for `answer` to say.
 * @returns at most `secondLook` hits; none where the question is nothing but stop words
 */
export function search(index: SearchIndex, query: Query, settings: Settings = SETTINGS): Hit[] {
  const question = weigh(index, query, settings);
  const candidates = firstLook(index, question, query, settings);
  // In a talk the first look is on a scale of its own already.
  const best = index.talk ? 1 : (candidates[0]?.score ?? 1);
  const sentenceWeight = index.talk ? TALK.sentenceShare : settings.sentenceShare;
  const likeness = likenessTo(question, index);
  const hits = candidates
    .slice(0, settings.secondLook)
    .map(({ document, score }) => {
      const sentence = bestSentence(question, document);
      const cue = Math.max(0, ...document.cueTerms.map(likeness));
      const closeness =
        sentenceWeight * sentence.share +
        settings.passageShare * passageShare(question, document) +
        settings.cueShare * cue;
      const factor = document.moderatorQuestion ? settings.moderatorQuestion : 1;
      return {
        id: document.id,
        score: (score / best + closeness) * factor,
        coverage: coverage(question, document, cue),
        sentence: sentence.index,
      };
    })
    .sort((a, b) => rank(index, a.id) - rank(index, b.id) || b.score - a.score);
  return index.talk ? index.talk.spread(hits) : hits;
}

/** The publisher's words come after everybody else's. */
function rank(index: SearchIndex, id: string): number {
  return index.documents.get(id)?.editorial ? 1 : 0;
}

/** A term that counts once, whether a text holds it as asked or in a translation from the dictionary. */
interface Unit {
  terms: readonly string[];
  candidates: readonly Candidate[];
  /** How much it tells. */
  weight: number;
}

/** A question with its terms weighed for one index. */
interface WeighedQuestion extends Question {
  /** What a passage has to hold. */
  asked: readonly Unit[];
  /** What a sentence should hold close together. */
  singles: readonly Unit[];
  pairs: readonly Unit[];
  /** Of what it asks which one. */
  focused: readonly Unit[];
  /** It names somebody or something that no passage speaks of. */
  namesAbsent: boolean;
  /** What the dictionary adds, with the passages that hold it. */
  translated: readonly (Unit & { held: ReadonlyMap<string, number> })[];
}

function weigh(
  index: SearchIndex,
  { question: text, asWritten }: Query,
  settings: Settings,
): WeighedQuestion {
  const dictionary = settings.dictionary > 0 ? index.dictionary() : NO_DICTIONARY;
  const question = understand(text, {
    terms: index.terms,
    dictionary,
    asWritten,
    isTalk: index.talk !== null,
  });
  const translated = question.across.map((across) => {
    const held = holders(index, across, settings);
    // A passage that only a poor translation finds counts in part.
    const holding = sum([...held.values()].map((quality) => Math.min(1, quality)));
    return { ...across, held, weight: across.weight * inverseFrequency(index.documents.size, holding) };
  });
  const unitOf = (term: string): Unit => {
    const terms = index.knows(term) ? [term] : partsOf(term);
    const across = translated.find((each) => each.terms.includes(term) && each.held.size > 0);
    const weight = across && !index.knows(term) ? across.weight : mean(terms.map(index.rarity));
    return { terms, candidates: across?.candidates ?? [], weight };
  };
  /** Two stems side by side are too rare to be counted: they tell what each of them tells. */
  const pairOf = (pair: string): Unit => {
    const [first = '', second] = pair.split(' ');
    if (second === undefined) return unitOf(pair);
    return { terms: [pair], candidates: [], weight: (unitOf(first).weight + unitOf(second).weight) / 2 };
  };
  // A bare number is seldom who or what a question is about: a year, a list's number.
  const isAbsent = ({ term, isName }: Notion) =>
    !/^\d+$/.test(term) &&
    (isName || isNameIn(dictionary, term)) &&
    !index.knows(term) &&
    !translated.some(({ terms, held }) => terms.includes(term) && held.size > 0);
  return {
    ...question,
    translated,
    namesAbsent: question.notions.some(isAbsent),
    focused: question.focus.map(unitOf),
    asked: question.notions.map((notion) => {
      const unit = unitOf(notion.term);
      return { ...unit, weight: unit.weight * importance(notion, index, dictionary) };
    }),
    singles: question.grams.singles.map(unitOf),
    pairs: question.grams.pairs.map(pairOf),
  };
}

/** Whether the dictionary knows a word as a name, or an English word as nothing but names. */
function isNameIn(dictionary: Dictionary, term: string): boolean {
  if (hasHan(term)) return dictionary.isName(term);
  const candidates = dictionary.chineseFor(term);
  return candidates.length > 0 && candidates.every(({ text }) => dictionary.isName(text));
}

/**
 * How much a notion counts beside its rarity. What neither the passages nor the dictionary have is a name where it has
 * three Chinese characters or more, else a chance cut between two words.
 */
function importance({ term, isName }: Notion, index: SearchIndex, dictionary: Dictionary): number {
  if (isName || isNameIn(dictionary, term)) return NAME_WEIGHT;
  if (index.knows(term) || !hasHan(term) || dictionary.englishFor(term).length > 0) return 1;
  return term.length > 2 ? NAME_WEIGHT : FRAGMENT_WEIGHT;
}

/** A Chinese word that no passage has as a word is judged by its bigrams, so that half a word counts half. */
function partsOf(term: string): string[] {
  const pairs = bigrams(term);
  return pairs.length === 0 ? [term] : pairs;
}

/**
 * The passages that hold a translation of these words, each with its best one's quality times how often it stands
 * there, as BM25 counts (about 1 for once in a passage of usual length).
 */
function holders(
  { mini, rarity }: SearchIndex,
  { candidates }: Across,
  { bm25 }: Settings,
): Map<string, number> {
  const held = new Map<string, number>();
  for (const { terms, quality } of candidates) {
    const results = mini.search('', {
      tokenize: () => [...terms],
      processTerm: (term) => term,
      fields: terms.some(hasHan) ? ['written'] : ['words'],
      combineWith: 'AND',
      bm25,
    });
    const once = sum(terms.map(rarity)) || 1;
    for (const { id, score, queryTerms } of results) {
      const often = score / (queryTerms.length || 1) / once;
      held.set(id, Math.max(quality * often, held.get(id) ?? 0));
    }
  }
  return held;
}

interface Contender {
  document: IndexedDocument;
  score: number;
}

function firstLook(
  index: SearchIndex,
  question: WeighedQuestion,
  { speaker, seminar, prefer = [] }: Query,
  settings: Settings,
): Contender[] {
  const wanted = (document: SearchDocument | undefined) =>
    (speaker === undefined || (document?.speaker ?? null) === speaker) &&
    (seminar === undefined || document?.seminar === seminar);
  const plain = { combineWith: 'OR' as const, processTerm: (term: string) => term };
  const fieldsOf = (fields: readonly (keyof Settings['weights'])[]) =>
    fields.filter((field) => settings.weights[field] > 0);
  const isTranslated = new Set(
    question.translated.flatMap(({ terms, held }) => (held.size > 0 ? terms : [])),
  );
  // A word that the dictionary finds in a passage is not misspelt.
  const isUnknown = (term: string) =>
    /^[a-z]{4,40}$/.test(term) && !index.knows(term) && !isTranslated.has(term);
  const results = index.mini.search({
    ...plain,
    bm25: settings.bm25,
    boost: settings.weights,
    queries: [
      {
        ...plain,
        queries: ['words'],
        fields: fieldsOf(['words', 'translation', 'cues', 'asked']),
        tokenize: () => [...question.words],
        fuzzy: (term) => (isUnknown(term) ? settings.fuzzy : false),
      },
      {
        ...plain,
        queries: ['written'],
        fields: fieldsOf(['written', 'cues', 'asked']),
        tokenize: () => [...question.bigrams, ...question.latin],
      },
    ],
  });
  const scores = new Map(results.map((result) => [String(result.id), bm25Sum(result, settings)]));
  for (const { terms, held, weight } of question.translated) {
    for (const [id, quality] of held) {
      // What a person translated comes before what the dictionary knows.
      if (terms.some((term) => index.documents.get(id)?.terms.has(term))) continue;
      scores.set(id, (scores.get(id) ?? 0) + settings.dictionary * weight * quality);
    }
  }
  const contenders = Array.from(scores, ([id, score]) => ({ document: index.documents.get(id), score }))
    .filter((each): each is Contender => each.document !== undefined && wanted(each.document))
    .sort((a, b) => b.score - a.score);
  return index.talk ? inTalk(contenders, index.talk, question, prefer) : contenders;
}

/** The best of a talk's turns with the turns around them, and with the speakers who are preferred. */
function inTalk(
  contenders: readonly Contender[],
  talk: Talk,
  { words }: Question,
  prefer: readonly string[],
): Contender[] {
  const scored = contenders.slice(0, TALK.aroundTop).map(({ document, score }) => ({
    document,
    score: score + TALK.aroundWeight * talk.around(document.id, words),
  }));
  const best = Math.max(...scored.map(({ score }) => score), 0) || 1;
  return scored
    .map(({ document, score }) => ({
      document,
      score: score / best + (prefer.includes(document.speaker ?? '') ? TALK.speaker : 0),
    }))
    .sort((a, b) => b.score - a.score);
}

function bm25Sum({ score, queryTerms }: SearchResult, { matchedTermsDividedOut }: Settings): number {
  return matchedTermsDividedOut ? score / (queryTerms.length || 1) : score;
}

/** The sentence that holds the largest share of the question, 0 to 2: its units and its pairs. */
function bestSentence(question: WeighedQuestion, document: IndexedDocument) {
  let best: { index: number | null; share: number } = { index: null, share: 0 };
  // Across languages there are no pairs to compare: the translated words are all there is.
  const [units, pairs] = isForeign(question, document)
    ? [question.translated, []]
    : [question.singles, question.pairs];
  for (const [at, terms] of document.sentenceTerms().entries()) {
    const share = shareOf(units, terms) + shareOf(pairs, terms);
    if (share > best.share) best = { index: at, share };
  }
  return best;
}

/** Whether question and passage are in different languages, and nobody has translated the passage. */
function isForeign({ words, bigrams }: Question, { text, translation }: IndexedDocument): boolean {
  const asksInChinese = bigrams.length > 0;
  return !translation && words.length > 0 && asksInChinese !== hasHan(text);
}

/** The passage's share of a Chinese question's units. */
function passageShare({ singles }: WeighedQuestion, { terms }: IndexedDocument): number {
  return singles.some((unit) => unit.terms.some(hasHan)) ? shareOf(singles, terms) : 0;
}

/** The share of units that a set of terms holds, weighed. */
function shareOf(units: readonly Unit[], terms: ReadonlySet<string>): number {
  const total = sum(units.map(({ weight }) => weight)) || 1;
  return sum(units.map((unit) => unit.weight * heldIn(terms, unit))) / total;
}

/** How alike a cue is to a question's terms, 0 to 1: the cosine of both, weighed by rarity. */
function likenessTo({ words, bigrams }: Question, index: SearchIndex): (cue: ReadonlySet<string>) => number {
  const square = (term: string) => index.rarity(term) ** 2;
  const asked = [...bigrams, ...words.filter((word) => !hasHan(word))];
  const all = sum(asked.map(square));
  return (cue) => {
    const common = sum(asked.filter((term) => cue.has(term)).map(square));
    return common === 0 ? 0 : common / Math.sqrt(all * toldBy(index, cue));
  };
}

/** What a cue tells by itself. A cue belongs to one index, and each question compares itself with hundreds of them. */
function toldBy({ rarity }: SearchIndex, cue: ReadonlySet<string>): number {
  const known = TOLD.get(cue);
  if (known !== undefined) return known;
  const terms = [...cue].filter((term) => !isStopWord(term) && (!hasHan(term) || term.length === 2));
  const told = sum(terms.map((term) => rarity(term) ** 2));
  TOLD.set(cue, told);
  return told;
}

const TOLD = new WeakMap<ReadonlySet<string>, number>();

/**
 * How much of what is asked a passage holds: the share of the question's notions, weighed; more where one of its
 * cues asks the same; much less where the kind of answer is missing, or the thing of which it asks which one, or
 * where it names what no passage speaks of.
 */
function coverage(question: WeighedQuestion, document: IndexedDocument, cue: number): number {
  if (isForeign(question, document)) return foreignCoverage(question, document);
  const { asked, expected, namesAbsent, focused } = question;
  const total = sum(asked.map(({ weight }) => weight)) || 1;
  const held = sum(asked.map((unit) => unit.weight * heldBy(document, unit))) / total;
  const met = expected.every((kind) => document.meets.has(kind));
  // Only where a curator put a passage into many words does a missing noun tell something.
  const inFocus = document.cueTerms.length === 0 || focused.every((unit) => heldBy(document, unit) > 0);
  return (
    (held + CUE_EVIDENCE * cue) *
    (met ? 1 : UNMET_FACTOR) *
    (inFocus ? 1 : UNFOCUSED_FACTOR) *
    (namesAbsent ? ABSENT_NAME_FACTOR : 1)
  );
}

/**
 * The same across languages: the share of what the dictionary can translate at all. Names are seldom in it, so they
 * are not missed; a poor translation is held as well as a good one.
 */
function foreignCoverage({ asked }: WeighedQuestion, { terms }: IndexedDocument): number {
  const judged = asked.filter(
    (unit) => unit.candidates.length > 0 || unit.terms.some((term) => terms.has(term)),
  );
  const total = sum(judged.map(({ weight }) => weight)) || 1;
  return (
    (FOREIGN_FACTOR * sum(judged.filter((unit) => heldIn(terms, unit) > 0).map(({ weight }) => weight))) /
    total
  );
}

/** How far a passage holds a unit: in its words, in the question that it answers, or in one of its cues. */
function heldBy({ terms, cueTerms, askedTerms }: IndexedDocument, unit: Unit): number {
  const inWords = heldIn(terms, unit);
  if (inWords === 1) return 1;
  const beside = Math.max(heldIn(askedTerms, unit), ...cueTerms.map((cue) => heldIn(cue, unit)));
  return Math.max(inWords, beside * CUE_HELD);
}

/** How far a set of terms holds a unit, 0 to 1. */
function heldIn(terms: ReadonlySet<string>, unit: Unit): number {
  // Asked for thousands of times in a search.
  const [first = ''] = unit.terms;
  if (unit.terms.length === 1 && (unit.candidates.length === 0 || terms.has(first)))
    return Number(terms.has(first));
  const direct = mean(unit.terms.map((term) => Number(terms.has(term))));
  if (direct === 1) return 1;
  const translated = unit.candidates.filter((candidate) => candidate.terms.every((term) => terms.has(term)));
  return Math.max(direct, ...translated.map(({ quality }) => quality * DICTIONARY_HELD));
}

function mean(numbers: readonly number[]): number {
  return sum(numbers) / (numbers.length || 1);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
