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
export const NAME_MARK = '*';

/** The digit that stands for a quality in the table, behind the translation. */
export function qualityDigit(quality: number): string {
  return String(Math.max(1, Math.round(quality * 9)));
}

const LINE_BREAK = 0x0a;

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
      .map((entry) => ({ text: entry.slice(0, -1), quality: Number(entry.slice(-1)) / 9 }));
  return {
    chineseFor: translations,
    englishFor: translations,
    isName: (word) => find(word)[0] === NAME_MARK,
  };
}

/** Writes a table for `dictionaryOf`. */
export function writeTable(entries: ReadonlyMap<string, readonly string[]>): Buffer {
  const lines = Array.from(entries, ([word, others]) => Buffer.from(`${word}\t${others.join('|')}\n`));
  return Buffer.concat(lines.sort(Buffer.compare));
}
