import MiniSearch from 'minisearch';
import { bigrams, normalise, sentences, words } from './text.ts';

/** What the index needs to know of a passage. Any JSON line of a retrieval set fits, and so does a passage. */
export interface SearchDocument {
  id: string;
  text: string;
  /** The canonical name, where the passage carries one. */
  speaker?: string | null;
  seminar?: string;
  /** The publisher's own words: ranked after every speaker's. */
  editorial?: boolean;
}

/** One passage as the second look sees it. */
export interface IndexedDocument extends SearchDocument {
  /** Words and bigrams of each sentence, in the order of `sentences(text)`. */
  sentenceTerms: readonly ReadonlySet<string>[];
  /** Words and bigrams of the whole passage. */
  terms: ReadonlySet<string>;
}

export interface SearchIndex {
  mini: MiniSearch<SearchDocument>;
  documents: ReadonlyMap<string, IndexedDocument>;
  /**
   * How much a term (a word or a bigram) tells: BM25's inverse document frequency,
   * ln(1 + (N - n + 0.5) / (n + 0.5)), highest for a term that no passage holds.
   */
  rarity(term: string): number;
  /** Whether any passage holds a term. */
  knows(term: string): boolean;
}

/**
 * Builds the index: one field of words, one of Chinese bigrams. Words alone fail where two texts are cut
 * differently, bigrams alone where a chance pair spans two words; together they gain 2 points over words.
 */
export function buildSearchIndex(passages: Iterable<SearchDocument>): SearchIndex {
  const mini = new MiniSearch<SearchDocument>({
    fields: ['words', 'bigrams'],
    extractField: (document, field) => (field === 'id' ? document.id : normalise(document.text)),
    tokenize: (text, field) => (field === 'bigrams' ? bigrams(text) : words(text)),
    processTerm: (term) => term,
  });
  const documents = new Map<string, IndexedDocument>();
  const frequency = new Map<string, number>();
  for (const document of passages) {
    mini.add(document);
    const sentenceTerms = sentences(document.text).map(({ start, end }) =>
      termsOf(document.text.slice(start, end)),
    );
    const terms = termsOf(document.text);
    documents.set(document.id, { ...document, sentenceTerms, terms });
    for (const term of terms) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  }
  const rarity = (term: string) => {
    const holding = frequency.get(term) ?? 0;
    return Math.log(1 + (documents.size - holding + 0.5) / (holding + 0.5));
  };
  return { mini, documents, rarity, knows: (term) => frequency.has(term) };
}

function termsOf(text: string): Set<string> {
  const normalised = normalise(text);
  return new Set([...words(normalised), ...bigrams(normalised)]);
}
