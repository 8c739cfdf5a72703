import MiniSearch from 'minisearch';
import { type Dictionary, NO_DICTIONARY } from './dictionary.ts';
import { type Expectation, expectationsMet } from './expected.ts';
import { finish } from './steps.ts';
import { isTalk, type Talk, talkOf } from './talk.ts';
import { type Terms, termsOf } from './terms.ts';
import { bigrams, gramsOf, latinWords, normalise, sentences, words } from './text.ts';
import { SETTINGS } from './tuning.ts';

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

/** One passage as the second look sees it. */
export interface IndexedDocument extends SearchDocument {
  /** The terms of each sentence, with those of its translation where the two are cut alike. */
  sentenceTerms: () => readonly ReadonlySet<string>[];
  cueTerms: readonly ReadonlySet<string>[];
  /** The terms of the whole passage and its translation. */
  terms: ReadonlySet<string>;
  /** The terms of the moderator's question that it answers. */
  askedTerms: ReadonlySet<string>;
  /** The kinds of answer that it has: a number, a date … */
  meets: ReadonlySet<Expectation>;
}

export interface SearchIndex {
  mini: MiniSearch<SearchDocument>;
  documents: ReadonlyMap<string, IndexedDocument>;
  /** The notions declared for these passages. */
  terms: Terms;
  /** For questions in the other language; read when first needed. */
  dictionary: () => Dictionary;
  /**
   * How much a term (a word, a bigram, a notion's token) tells: BM25's inverse document frequency,
   * ln(1 + (N - n + 0.5) / (n + 0.5)), highest for a term that no passage holds.
   */
  rarity(term: string): number;
  /** Whether any passage holds a term. */
  knows(term: string): boolean;
  /** What is to know of a talk of many short turns; null where the passages are none. */
  talk: Talk | null;
}

const FIELDS = ['words', 'written', 'translation', 'cues', 'asked'] as const;
type Field = (typeof FIELDS)[number];

/**
 * Builds the index: one field of words, one of Chinese bigrams. Words alone fail where two texts are cut
 * differently, bigrams alone where a chance pair spans two words; together they gain 2 points over words.
 * Translation and cues are fields of their own.
 */
export function buildSearchIndex(passages: readonly SearchDocument[], parts: IndexParts = {}): SearchIndex {
  return finish(indexSteps(passages, parts));
}

/** What an index takes besides passages. */
type IndexParts = Partial<Pick<SearchIndex, 'terms' | 'dictionary'>>;

/** `buildSearchIndex`, pausing after each passage. */
export function* indexSteps(
  passages: readonly SearchDocument[],
  { terms = termsOf([]), dictionary = () => NO_DICTIONARY }: IndexParts = {},
): Generator<void, SearchIndex> {
  const everyTerm = (normalised: string) => [
    ...words(normalised),
    ...bigrams(normalised),
    ...terms.tokensIn(normalised),
  ];
  const tokenizers: Record<Field, (normalised: string) => string[]> = {
    words: (normalised) => [...words(normalised), ...terms.tokensIn(normalised)],
    written: (normalised) => [...bigrams(normalised), ...latinWords(normalised)],
    translation: (normalised) => [...words(normalised), ...terms.tokensIn(normalised)],
    cues: everyTerm,
    asked: everyTerm,
  };
  const mini = new MiniSearch<SearchDocument>({
    fields: [...FIELDS],
    extractField: (document, field) => (field === 'id' ? document.id : fieldText(document, field as Field)),
    tokenize: (text, field) => tokenizers[field as Field](text),
    processTerm: (term) => term,
  });
  const documents = new Map<string, IndexedDocument>();
  const frequency = new Map<string, number>();
  const termSet = (text: string) => {
    const normalised = normalise(text);
    const { singles, pairs } = gramsOf(normalised);
    return new Set([...everyTerm(normalised), ...singles, ...pairs]);
  };
  for (const document of passages) {
    mini.add(document);
    const whole = `${document.text}\n${document.translation ?? ''}`;
    const terms = termSet(whole);
    const cueTerms = (document.cues ?? []).map(termSet);
    documents.set(document.id, {
      ...document,
      terms,
      cueTerms,
      askedTerms: termSet(document.asked ?? ''),
      meets: expectationsMet(normalise(whole)),
      // Only the best candidates of a question are looked at by sentences.
      sentenceTerms: once(() => sentenceTexts(document).map(termSet)),
    });
    for (const term of new Set([terms, ...cueTerms].flatMap((set) => [...set]))) {
      frequency.set(term, (frequency.get(term) ?? 0) + 1);
    }
    yield;
  }
  const rarities = new Map(
    Array.from(frequency, ([term, holding]) => [term, inverseFrequency(documents.size, holding)] as const),
  );
  const rarest = inverseFrequency(documents.size, 0);
  const rarity = (term: string) => rarities.get(term) ?? rarest;
  const talk = isTalk(passages) ? talkOf(documents, rarity, SETTINGS.bm25) : null;
  return { mini, documents, terms, dictionary, rarity, knows: (term) => frequency.has(term), talk };
}

/** BM25's inverse document frequency of what `holding` of `size` passages have, above 0. */
export function inverseFrequency(size: number, holding: number): number {
  return Math.log(1 + (size - holding + 0.5) / (holding + 0.5));
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function fieldText({ text, translation, cues, asked }: SearchDocument, field: Field): string {
  switch (field) {
    case 'translation':
      return normalise(translation ?? '');
    case 'cues':
      return normalise((cues ?? []).join('\n'));
    case 'asked':
      return normalise(asked ?? '');
    default:
      return normalise(text);
  }
}

/** Each sentence with its translation; the source alone where translator and source cut differently. */
function sentenceTexts({ text, translation }: SearchDocument): string[] {
  const source = sentences(text).map(({ start, end }) => text.slice(start, end));
  const translated = sentences(translation ?? '').map(
    ({ start, end }) => translation?.slice(start, end) ?? '',
  );
  return source.length === translated.length
    ? source.map((sentence, at) => `${sentence}\n${translated[at]}`)
    : source;
}
