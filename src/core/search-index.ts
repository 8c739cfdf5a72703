import { createHash } from 'node:crypto';
import MiniSearch, { type AsPlainObject } from 'minisearch';
import { type Dictionary, NO_DICTIONARY } from './dictionary.ts';
import { EXPECTATIONS, type Expectation, expectationsMet } from './expected.ts';
import { isTalk, type Talk, talkOf } from './talk.ts';
import { beside, cutTerms, gramsOf, joinTermTexts, type TermText } from './term-text.ts';
import { type Notion, type Terms, termsOf } from './terms.ts';
import { bigrams, hasHan, isStopWord, normalise, sentences } from './text.ts';
import { COMMON_PASSAGES, COMMON_SHARE, SNAPSHOT_PASSAGES } from './tuning.ts';

/** What the index needs to know of a passage. Any JSON line of a retrieval set fits, and so does a passage. */
export interface SearchDocument {
  id: string;
  text: string;
  /** The same in the other language. */
  translation?: string | null;
  /** Questions that it answers; searched, never shown. */
  cues?: readonly string[];
  /** The canonical name, where the passage carries one. */
  speaker?: string | null;
  seminar?: string;
  /** The publisher's own words: ranked after every speaker's. */
  editorial?: boolean;
  /** A moderator's question. */
  moderatorQuestion?: boolean;
  /** The moderator's question that this passage answers. */
  asked?: string;
}

/** What is counted and kept when passages are indexed; a snapshot holds it, so it is plain data. */
export interface Cuttings {
  /** For each passage in order: its text and translation, a line a sentence. */
  termTexts: TermText[];
  /** For each passage: how many different words its text has. */
  wordCounts: number[];
  /** For each passage: a bit for each kind of answer that it has, and one for Chinese. */
  traits: number[];
  /** How many passages hold a term (a word, a bigram, a single character, a notion's token). */
  frequency: Map<string, number>;
  /** How many of these hold it in their translation or a cue alone. */
  beside: Map<string, number>;
  /** Which passages are found by a common term: a bit for each, the lowest of a byte first. */
  common: Map<string, Uint8Array>;
}

/** What a passage holds besides its text: small texts of which only curated passages have any. */
export interface Companions {
  cueTerms: readonly ReadonlySet<string>[];
  /** The terms of the moderator's question that it answers. */
  askedTerms: ReadonlySet<string>;
}

export interface SearchIndex {
  /** Finds passages by their place in `passages`. */
  mini: MiniSearch<PlacedDocument>;
  passages: readonly SearchDocument[];
  documents: ReadonlyMap<string, SearchDocument>;
  cuttings: Cuttings;
  companions(place: number): Companions;
  /** Whether a passage has every one of these kinds of answer. */
  meets(place: number, kinds: readonly Expectation[]): boolean;
  /** How many different words a passage has, where 1 is the mean. */
  relativeLength(place: number): number;
  /** Whether a passage's own text has Chinese characters. */
  isChinese(place: number): boolean;
  /** Whether any passage has cues or a question before it. */
  hasCompanions: boolean;
  /** The notions declared for these passages. */
  terms: Terms;
  /** For questions in the other language; read when first needed. */
  dictionary: () => Dictionary;
  /** How many passages hold a term; for Chinese of three characters or more that is no word: at most how many. */
  frequency(term: string): number;
  /** How many of these hold it in their own text. */
  ownFrequency(term: string): number;
  /**
   * How much a term tells: BM25's inverse document frequency, ln(1 + (N - n + 0.5) / (n + 0.5)), highest for a
   * term that no passage holds.
   */
  rarity(term: string): number;
  /** Whether any passage holds a term. */
  knows(term: string): boolean;
  /** What is to know of a talk of many short turns; null where the passages are none. */
  talk: Talk | null;
}

/** A passage as MiniSearch gets it: by its place, since numbers take less room than ids, and load faster. */
interface PlacedDocument extends Record<Field, string> {
  id: number;
}

const FIELDS = ['words', 'cues', 'asked'] as const;
type Field = (typeof FIELDS)[number];
/** Between the words of a passage, which are cut before they reach MiniSearch. */
const WORD_BREAK = '\n';
/**
 * Stands before Chinese terms in MiniSearch, so that they are one branch of its tree: a search for words like a Latin one
 * leaves it after four letters that differ, and need not go through them all.
 */
const CHINESE_BRANCH = '\u00b7\u00b7\u00b7\u00b7';
const KINDS = Object.keys(EXPECTATIONS) as Expectation[];
/** The bit of Chinese among a passage's traits. */
const CHINESE = 1 << KINDS.length;

/** What an index needs besides its passages. */
type Options = Partial<Pick<SearchIndex, 'terms' | 'dictionary'>>;

/**
 * Builds the index: one field of words. Chinese bigrams are only counted, for the second look: as a field of their own
 * they took three fifths of the memory and most of the time of a question. Translation, cues and the question before
 * are fields of their own, which cost nothing where a passage has none.
 */
export function buildSearchIndex(
  passages: readonly SearchDocument[],
  { terms = termsOf([]), dictionary = () => NO_DICTIONARY }: Options = {},
): SearchIndex {
  const cuttings: Cuttings = {
    termTexts: [],
    wordCounts: [],
    traits: [],
    frequency: new Map(),
    beside: new Map(),
    common: new Map(),
  };
  /** What each passage is found by, words behind one another. */
  const found: Record<Field, string>[] = [];
  const questions = new Map<string, SmallCut>();
  const companions = new Map<number, Companions>();
  const hasCues = passages.some(({ cues }) => cues && cues.length > 0);
  for (const passage of passages) {
    const cut = cutPassage(passage, terms);
    const cues = (passage.cues ?? []).map((cue) => cutSmall(cue, terms));
    // Several passages answer one question.
    const asked = passage.asked ? (questions.get(passage.asked) ?? cutSmall(passage.asked, terms)) : null;
    if (passage.asked && asked) questions.set(passage.asked, asked);
    found.push({
      words: cut.words.join(WORD_BREAK),
      cues: joinSmall(cues),
      asked: joinSmall(asked ? [asked] : []),
    });
    if (cues.length > 0 || asked) {
      const cueTerms = cues.map((cue) => cue.terms);
      companions.set(found.length - 1, { cueTerms, askedTerms: asked?.terms ?? new Set() });
    }
    cuttings.termTexts.push(cut.termText);
    cuttings.wordCounts.push(cut.wordCount);
    cuttings.traits.push(cut.traits);
    // Only cues are compared by pairs of stems, which are many.
    const isCounted = (term: string) => hasCues || !isPairOfStems(term);
    const { own, translated } = cut;
    for (const cue of cues) for (const term of cue.terms) translated.add(term);
    for (const term of own) if (isCounted(term)) countIn(cuttings.frequency, term);
    for (const term of translated) {
      if (own.has(term) || !isCounted(term)) continue;
      countIn(cuttings.frequency, term);
      countIn(cuttings.beside, term);
    }
  }
  const commonFrom = Math.max(COMMON_PASSAGES, COMMON_SHARE * passages.length);
  const isCommon = (term: string) => (cuttings.frequency.get(term) ?? 0) > commonFrom;
  const mini = new MiniSearch<PlacedDocument>(MINI_OPTIONS);
  for (const [place, { words, cues, asked }] of found.entries()) {
    const rare: string[] = [];
    for (const term of words.split(WORD_BREAK)) {
      // No question asks for a stop word, and they are much of what there is to index.
      if (isStopWord(term)) continue;
      if (isCommon(term)) setBit(cuttings.common, term, place, passages.length);
      else rare.push(indexTerm(term));
    }
    mini.add({ id: place, words: rare.join(WORD_BREAK), cues, asked });
  }
  return searchIndexOf(passages, cuttings, mini, { terms, dictionary }, companions);
}

function setBit(common: Map<string, Uint8Array>, term: string, place: number, size: number): void {
  const bits = common.get(term) ?? new Uint8Array(Math.ceil(size / 8));
  common.set(term, bits);
  bits[place >> 3] = (bits[place >> 3] ?? 0) | (1 << (place & 7));
}

function countIn(counts: Map<string, number>, term: string): void {
  counts.set(term, (counts.get(term) ?? 0) + 1);
}

/** An index as plain data, for a snapshot: everything that takes long to make. */
export interface PackedIndex {
  mini: unknown;
  /** The term texts, one behind the other. */
  termTexts: string;
  wordCounts: number[];
  traits: number[];
  frequency: PackedCounts;
  beside: PackedCounts;
  /** Terms with their bits in Base64. */
  common: [term: string, bits: string][];
}

/** Where packed indexes are kept between starts. */
export interface KeptIndexes {
  /** Null where there is none, or none that can be used. */
  read(key: string): PackedIndex | null;
  /** Does nothing where it cannot be written. */
  write(key: string, packed: PackedIndex): void;
}

/**
 * Raise it whenever the same passages give another packed index: with another way to cut text, or another form. A test
 * knows the present one.
 */
const INDEX_FORMAT = 1;

/**
 * The index of passages: the kept one where it was made of the same, else a new one, which is kept.
 * @param notions what `options.terms` was made of
 */
export function keptIndex(
  passages: readonly SearchDocument[],
  notions: readonly Notion[],
  kept: KeptIndexes,
  options: Options,
): SearchIndex {
  if (passages.length < SNAPSHOT_PASSAGES) return buildSearchIndex(passages, options);
  const key = indexKey(passages, notions);
  const packed = kept.read(key);
  if (packed) return unpackIndex(packed, passages, options);
  const index = buildSearchIndex(passages, options);
  kept.write(key, packIndex(index));
  return index;
}

/** What an index is made of, as one number in hexadecimal: the same only for the same passages, notions and settings. */
export function indexKey(passages: readonly SearchDocument[], notions: readonly Notion[]): string {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([INDEX_FORMAT, COMMON_PASSAGES, COMMON_SHARE, notions]));
  for (const passage of passages) hash.update(`\n${JSON.stringify(passage)}`);
  return hash.digest('hex');
}

/** Counts by term. One long text is read several times faster than many short ones. */
interface PackedCounts {
  terms: string;
  counts: number[];
}

/** No term and no term text has it. */
const PACKED_BREAK = '\u0001';

/** Packs an index. */
export function packIndex({ mini, cuttings }: SearchIndex): PackedIndex {
  const { termTexts, wordCounts, traits, frequency, beside, common } = cuttings;
  const packed = (counts: ReadonlyMap<string, number>): PackedCounts => ({
    terms: [...counts.keys()].join(PACKED_BREAK),
    counts: [...counts.values()],
  });
  return {
    mini: mini.toJSON(),
    termTexts: termTexts.join(PACKED_BREAK),
    wordCounts,
    traits,
    frequency: packed(frequency),
    beside: packed(beside),
    common: Array.from(common, ([term, bits]) => [term, Buffer.from(bits).toString('base64')]),
  };
}

/**
 * Makes an index of what `packIndex` packed.
 * @param packed from these passages, in this order, with these terms: `indexKey` says so
 */
export function unpackIndex(
  packed: PackedIndex,
  passages: readonly SearchDocument[],
  options: Options = {},
): SearchIndex {
  const counts = ({ terms, counts }: PackedCounts) => {
    const names = terms.split(PACKED_BREAK);
    return new Map(counts.map((count, at) => [names[at] ?? '', count]));
  };
  const { wordCounts, traits } = packed;
  const cuttings: Cuttings = {
    termTexts: packed.termTexts.split(PACKED_BREAK),
    wordCounts,
    traits,
    frequency: counts(packed.frequency),
    beside: counts(packed.beside),
    common: new Map(packed.common.map(([term, bits]) => [term, Buffer.from(bits, 'base64')])),
  };
  const mini = MiniSearch.loadJS<PlacedDocument>(packed.mini as AsPlainObject, MINI_OPTIONS);
  return searchIndexOf(passages, cuttings, mini, options);
}

function searchIndexOf(
  passages: readonly SearchDocument[],
  cuttings: Cuttings,
  mini: SearchIndex['mini'],
  { terms = termsOf([]), dictionary = () => NO_DICTIONARY }: Options,
  /** Those that are cut already; a snapshot has none. */
  companions = new Map<number, Companions>(),
): SearchIndex {
  const { wordCounts, traits, frequency: counted, beside: countedBeside } = cuttings;
  const usual = wordCounts.reduce((sum, count) => sum + count, 0) / (passages.length || 1) || 1;
  const frequency = (term: string) => {
    const count = counted.get(term);
    if (count !== undefined || term.length < 3 || !hasHan(term)) return count ?? 0;
    return Math.min(...bigrams(term).map((pair) => counted.get(pair) ?? 0));
  };
  const rarity = (term: string) => inverseFrequency(passages.length, frequency(term));
  return {
    mini,
    passages,
    documents: new Map(passages.map((passage) => [passage.id, passage])),
    cuttings,
    companions: (place) => {
      const { cues = [], asked } = passages[place] ?? {};
      if (cues.length === 0 && !asked) return NO_COMPANIONS;
      const known = companions.get(place) ?? {
        cueTerms: cues.map((cue) => cutSmall(cue, terms).terms),
        askedTerms: cutSmall(asked ?? '', terms).terms,
      };
      companions.set(place, known);
      return known;
    },
    meets: (place, kinds) => kinds.every((kind) => (traits[place] ?? 0) & (1 << KINDS.indexOf(kind))),
    isChinese: (place) => ((traits[place] ?? 0) & CHINESE) !== 0,
    hasCompanions: passages.some(({ cues, asked }) => asked || (cues && cues.length > 0)),
    relativeLength: (place) => (wordCounts[place] ?? 0) / usual,
    terms,
    dictionary,
    frequency,
    ownFrequency: (term) => frequency(term) - (countedBeside.get(term) ?? 0),
    rarity,
    knows: (term) => counted.has(term),
    talk: isTalk(passages, cuttings) ? talkOf(passages, cuttings, rarity) : null,
  };
}

const NO_COMPANIONS: Companions = { cueTerms: [], askedTerms: new Set() };

const MINI_OPTIONS = {
  fields: [...FIELDS],
  // A field that is not there takes no room.
  extractField: (document: PlacedDocument, field: string) =>
    (field === 'id' ? document.id : document[field as Field] || undefined) as string,
  tokenize: (joined: string) => joined.split(WORD_BREAK),
  processTerm: (term: string) => term,
};

/** A passage as the index wants it: cut once, sentence by sentence. */
function cutPassage(passage: SearchDocument, terms: Terms) {
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
    (isOwn ? wordsOfText : wordsOfTranslation).push(...cut.words);
    const { singles, pairs } = gramsOf(cut.termText);
    if (!isOwn) wordsOfTranslation.push(...tokens);
    for (const each of [cut.words, bigrams(normalised), tokens, singles, pairs])
      for (const term of each) (isOwn ? own : inTranslation).add(term);
    return beside(cut.termText, ...tokens.map((token) => ` ${token} `));
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
      ? joinTermTexts(source.map((sentence, at) => beside(sentence, translated[at] ?? '')))
      : joinTermTexts(source, translated),
    traits: bitsOf(expectationsMet(normalisedTexts.join('\n'))) | (hasHan(passage.text) ? CHINESE : 0),
  };
}

function bitsOf(kinds: ReadonlySet<Expectation>): number {
  return KINDS.reduce((bits, kind, at) => (kinds.has(kind) ? bits | (1 << at) : bits), 0);
}

/** A small text, of which only curated passages have any. */
interface SmallCut {
  /** Words and Chinese bigrams, as often as they stand there: here bigrams help at no cost. */
  searched: string[];
  tokens: string[];
  /** All that it holds, single units and pairs of them too. */
  terms: Set<string>;
}

function cutSmall(text: string, terms: Terms): SmallCut {
  const normalised = normalise(text);
  const cut = cutTerms(normalised);
  const searched = [...cut.words, ...bigrams(normalised)];
  const tokens = terms.tokensIn(normalised);
  const { singles, pairs } = gramsOf(cut.termText);
  return { searched, tokens, terms: new Set([...searched, ...tokens, ...singles, ...pairs]) };
}

/** Small texts as MiniSearch gets them: a notion counts once, however often they speak of it. */
function joinSmall(cuts: readonly SmallCut[]): string {
  const tokens = new Set(cuts.flatMap((cut) => cut.tokens));
  return [...cuts.flatMap(({ searched }) => searched), ...tokens].join(WORD_BREAK);
}

function isPairOfStems(term: string): boolean {
  return term.includes(' ');
}

/** A term as MiniSearch has it in the field of words. */
export function indexTerm(term: string): string {
  return hasHan(term) ? CHINESE_BRANCH + term : term;
}

/** BM25's inverse document frequency of what `holding` of `size` passages have, above 0. */
export function inverseFrequency(size: number, holding: number): number {
  return Math.log(1 + (size - holding + 0.5) / (holding + 0.5));
}

function textsOfSentences(text: string): string[] {
  return sentences(text).map(({ start, end }) => text.slice(start, end));
}
