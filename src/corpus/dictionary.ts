import { readFileSync } from 'node:fs';
import { DICTIONARY_FILE } from '../config.ts';
import { type Dictionary, dictionaryOf, NO_DICTIONARY } from '../core/language/dictionary.ts';

let dictionary: Dictionary | undefined;

/** The dictionary that the build makes, read once when a question first needs it; an empty one if it was not built. */
export function readDictionary(): Dictionary {
  if (!dictionary) {
    try {
      dictionary = dictionaryOf(readFileSync(DICTIONARY_FILE));
    } catch {
      dictionary = NO_DICTIONARY;
    }
  }
  return dictionary;
}
