import { accessSync, constants, readFileSync } from 'node:fs';
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

/** What does not work because the dictionary cannot be read, and what to do; undefined if it can. */
export function dictionaryFault(): string | undefined {
  try {
    accessSync(DICTIONARY_FILE, constants.R_OK);
    return undefined;
  } catch {
    return `The dictionary ${DICTIONARY_FILE} cannot be read, so a question in one language does not find passages in another. Run npm run build.`;
  }
}
