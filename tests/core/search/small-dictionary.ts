import {
  type Dictionary,
  type DictionaryEntry,
  dictionaryOf,
  VECTOR_LENGTH,
  writeTable,
} from '../../../src/core/language/dictionary.ts';

/** What a small dictionary says of a word: whether it is a name, its translations, and the first numbers of its vector. */
interface Entry {
  isName?: boolean;
  translations?: Record<string, number>;
  vector?: readonly number[];
}

/** A dictionary of a few words, read from a table as the build writes it. Its vectors are 0 after the numbers given. */
export function smallDictionary(entries: Record<string, Entry>): () => Dictionary {
  const table = new Map<string, DictionaryEntry>();
  for (const [word, { isName = false, translations = {}, vector = [] }] of Object.entries(entries)) {
    const bytes = new Int8Array(VECTOR_LENGTH);
    bytes.set(vector);
    table.set(word, {
      isName,
      translations: Object.entries(translations).map(([text, quality]) => ({ text, quality })),
      vector: vector.length > 0 ? bytes : undefined,
    });
  }
  const dictionary = dictionaryOf(writeTable(table));
  return () => dictionary;
}
