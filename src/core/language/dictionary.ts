/** A translation, and how well it fits, above 0 and at most 1. */
export interface Translation {
  text: string;
  quality: number;
}

/**
 * A Chinese–English word list that stays in one buffer: nothing is unpacked before a word is asked for, so it
 * costs little to load and little to keep.
 */
export interface Dictionary {
  /** Chinese words for an English word or phrase, given as its stems with a space between, the best first. */
  chineseFor(stems: string): Translation[];
  /** English words and phrases for a Chinese word, each as its stems with a space between, the best first. */
  englishFor(word: string): Translation[];
  /** Whether a Chinese word is a name: of a person, a place, a company … */
  isName(word: string): boolean;
}

/** No dictionary: for where none was built. */
export const NO_DICTIONARY: Dictionary = { chineseFor: () => [], englishFor: () => [], isName: () => false };

/** Stands first in the line of a Chinese word that is a name. */
const NAME_MARK = '*';
const LINE_BREAK = 0x0a;
/** Qualities are kept as one digit behind a translation, 1 to 9. */
const QUALITY_STEPS = 9;

/**
 * A dictionary over its table: UTF-8 lines `word<TAB>one9|two5|…`, sorted by their bytes, English and Chinese words
 * side by side. `writeTable` makes it.
 */
export function dictionaryOf(table: Buffer): Dictionary {
  const find = (word: string): string[] => {
    const key = Buffer.from(`${word}\t`);
    let low = 0;
    let high = table.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const start = table.lastIndexOf(LINE_BREAK, middle - 1) + 1;
      const end = table.indexOf(LINE_BREAK, start);
      const order = key.compare(table, start, Math.min(start + key.length, end));
      if (order === 0) return table.toString('utf8', start + key.length, end).split('|');
      if (order < 0) high = start;
      else low = end + 1;
    }
    return [];
  };
  const translations = (word: string): Translation[] =>
    find(word)
      .filter((entry) => entry !== NAME_MARK)
      .map((entry) => ({ text: entry.slice(0, -1), quality: Number(entry.slice(-1)) / QUALITY_STEPS }));
  return {
    chineseFor: translations,
    englishFor: translations,
    isName: (word) => find(word)[0] === NAME_MARK,
  };
}

/**
 * Writes a table for `dictionaryOf`.
 * @param words each word with its translations, the best first; no text has a tab, a bar or a line break
 * @param names the Chinese words that are names
 */
export function writeTable(
  words: ReadonlyMap<string, readonly Translation[]>,
  names: ReadonlySet<string>,
): Buffer {
  const lines = Array.from(words, ([word, translations]) => {
    const entries = translations.map(
      ({ text, quality }) => text + Math.max(1, Math.round(quality * QUALITY_STEPS)),
    );
    return Buffer.from(`${word}\t${[...(names.has(word) ? [NAME_MARK] : []), ...entries].join('|')}\n`);
  });
  return Buffer.concat(lines.sort(Buffer.compare));
}
